"""`soa lint`: findings of each agreement that the paths belong to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from soa.cli import cache
from soa.cli.ends import BAD_OPTIONS, Refused
from soa.cli.folder import Where, agreements, reader, shown
from soa.findings import SEVERITIES, Report, at_least, count
from soa.formats import FORMATS, Setting, write

if TYPE_CHECKING:
    import argparse
    from datetime import date

_OF_THE_DISK = frozenset({"file-not-found", "file-outside"})
"""Faults that may be mended without a change to any file that was read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa lint`."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a folder, an agreement file or one of its parts (default: this folder)",
    )
    parser.add_argument(
        "--format", choices=list(FORMATS), default="text", help="how findings are written (default: text)"
    )
    parser.add_argument("--output-file", metavar="FILE", help="write the findings to this file instead of the screen")
    parser.add_argument(
        "--fail-on",
        choices=list(SEVERITIES),
        default="error",
        help="the lightest severity that makes the exit code 1 (default: error)",
    )
    parser.add_argument(
        "--as-of", metavar="DAY", help="the day that counts as today, such as 2013-06-30 (default: today in Scotland)"
    )
    parser.add_argument("--no-cache", action="store_true", help="check everything anew")


def run(options: argparse.Namespace) -> int:
    """Lint, print, and say by the exit code what came of it."""
    as_of = day(options.as_of).isoformat() if options.as_of or options.format != "text" else ""
    code = 0
    reports: list[Report] = []
    found, missing = agreements(options.paths)
    for message in missing:
        print(f"soa: {message}", file=sys.stderr)
        code = BAD_OPTIONS
    for where, report in zip(found, _reports(found, as_of, options.no_cache), strict=True):
        if isinstance(report, str):
            print(f"soa: {shown(where.folder)}{where.name} cannot be read: {report}", file=sys.stderr)
            code = BAD_OPTIONS
        else:
            reports.append(report)
    if reports or options.format != "text":
        _put(
            write(options.format, reports, Setting(as_of, _colour(options.output_file), _width())), options.output_file
        )
    if code == 0 and any(number and at_least(severity, options.fail_on) for severity, number in count(reports).items()):
        code = 1
    return code


def _reports(found: list[Where], as_of: str, no_cache: bool) -> list[Report | str]:
    """A report for each agreement, or why it could not be read; in several processes where there are many."""
    jobs = [(where, as_of, no_cache) for where in found]
    if len(jobs) >= 4 and (os.cpu_count() or 1) > 1:
        from multiprocessing import get_context

        method = "fork" if sys.platform == "linux" else None
        with get_context(method).Pool(min(len(jobs), os.cpu_count() or 1), initializer=_leave_interrupts) as pool:
            return pool.map(_report, jobs)
    return [_report(job) for job in jobs]


def _leave_interrupts() -> None:
    """Ctrl-C is answered once, by the process that was started."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _report(job: tuple[Where, str, bool]) -> Report | str:
    """One agreement's report, as of a day (empty: today), or why its file cannot be read."""
    where, as_of, no_cache = job
    read = reader(where.folder)
    if not no_cache and (known := cache.get(where, as_of, read)):
        return known
    from soa import api  # what a cached answer does without

    when = day(as_of or None)
    try:
        read(where.name)
    except OSError as error:
        return (error.strerror or "it is not a file").lower()
    checked = api.check(read, where.name, as_of=when)
    report = api.report(checked, shown(where.folder), where.name)
    if not no_cache and not any(fault.rule in _OF_THE_DISK for fault in checked.source.faults):
        cache.put(
            where,
            when.isoformat(),
            api.seconds_of(when),
            report,
            {name: text.sha256 for name, text in checked.source.texts.items()},
        )
    return report


def day(text: str | None) -> date:
    """A day given as an option, or today in Scotland. Raises Refused."""
    from datetime import date

    from soa import api

    if text is None:
        return api.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--as-of wants a day such as 2013-06-30, and this is {text}") from None


def _colour(output_file: str | None) -> bool:
    return not output_file and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """The terminal's columns; 100 where the output is no terminal."""
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except (OSError, ValueError, AttributeError):
        return 100


def _put(text: str, file: str | None) -> None:
    if file is None:
        sys.stdout.write(text)
        return
    from soa.cli.files import reason, replace

    try:
        replace(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise Refused(f"{file} cannot be written: {reason(error)}") from None
