"""`soa lint`: findings of each agreement that the paths belong to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from soa.cli import cache
from soa.cli.configured import Terms, asked, file_of, terms
from soa.cli.ends import BAD_OPTIONS, Refused
from soa.cli.folder import Where, above, agreement_of, agreements, on_stray_rounds, reader, shown, with_content
from soa.findings import MAX_LISTED, SEVERITIES, Report, at_least
from soa.formats import FORMATS, READERS, Setting, write

if TYPE_CHECKING:
    import argparse
    from datetime import date

_STANDARD_INPUT = "<stdin>"

_OF_THE_DISK = frozenset({"file-not-found", "file-outside"})
"""Faults that may be mended without a change to any file that was read."""


class Job(NamedTuple):
    """One agreement to be checked, and how."""

    where: Where
    as_of: str
    """A day; empty for today."""
    configuration: str | None
    baseline: str | None
    ignores: bool
    cached: bool
    overlay: tuple[str, bytes] | None = None
    """The name and the content of a file that is not as it is on disk."""
    most: int = MAX_LISTED
    """How many findings are listed."""


class Done(NamedTuple):
    """What came of a job."""

    report: Report | None
    fail_on: str = ""
    """As configured; empty where nothing is."""
    problem: str = ""
    """Why there is no report."""
    warnings: tuple[str, ...] = ()
    baseline: str = ""
    """The baseline's file, by absolute path; empty for none."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa lint`."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a folder, an agreement file or one of its parts (default: this folder); - for standard input",
    )
    formats = ", ".join(FORMATS)
    add(
        "--format",
        choices=list(FORMATS),
        metavar="FORMAT",
        help=f"how findings are written: {formats} (default: text; github inside GitHub Actions)",
    )
    add("--output-file", metavar="FILE", help="write the findings to this file instead of the screen")
    add(
        "--reader",
        choices=list(READERS),
        default="officer",
        help="advice for the officer who writes, or questions as a location director puts them",
    )
    add("--fail-on", choices=list(SEVERITIES), help="the lightest severity that makes the exit code 1 (default: error)")
    add("--as-of", metavar="DAY", help="the day that counts as today, such as 2013-06-30 (default: today in Scotland)")
    add("--fix", action="store_true", help="mend in the files what has one right answer, then lint")
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add("--baseline", metavar="FILE", help="findings listed in this file do not count")
    add(
        "--update-baseline",
        action="store_true",
        help="write the baseline if there is none yet, else take out of it what is mended",
    )
    add("--no-ignores", action="store_true", help="let no exception (# soa: ignore[...]) hold")
    add("--config", metavar="FILE", help="the configuration to use (default: the nearest soa.toml or pyproject.toml)")
    add("--stdin-filename", metavar="FILE", help="with -: the file that standard input stands for")
    add("--watch", action="store_true", help="lint again whenever a file changes, until Ctrl-C")
    add("--no-cache", action="store_true", help="check everything anew")


def run(options: argparse.Namespace) -> int:
    """Lint, print, and say by the exit code what came of it."""
    if options.watch:
        return _watch(options)
    if options.update_baseline:
        from soa.cli.rebase import run as rebase

        return rebase(options)
    format_name = options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    as_of = day(options.as_of).isoformat() if options.as_of or format_name != "text" else ""
    if "-" in options.paths:
        waiting, code = [_standard_input(options, as_of)], 0
    else:
        found, missing = agreements(options.paths)
        waiting, code = jobs(found, options, as_of), _complain(missing)
    if options.fix or options.diff:
        from soa.cli.fix import diff, fix

        texts: list[str] = []
        for job in waiting:
            try:
                texts.append(diff(job) if options.diff else fix(job))
            except Refused as refused:
                code = max(code, _complain([str(refused)]))
        if options.diff:
            put("".join(texts), options.output_file)
            return code
    reports: list[Report] = []
    failed = False
    for done in check_all(waiting):
        code = max(code, _complain([done.problem] if done.problem else []))
        for warning in done.warnings:
            print(f"soa: {warning}", file=sys.stderr)
        if done.report is not None:
            threshold = options.fail_on or done.fail_on or "error"
            reports.append(done.report._replace(fail_on=threshold))
            failed = failed or fails(done.report, threshold)
    if reports or format_name != "text":
        here, below = shown(os.path.realpath(".")), above()
        top = here.removesuffix(below)
        setting = Setting(as_of, colour(options.output_file), width(), options.reader, below, top)
        put(write(format_name, reports, setting), options.output_file)
    return code or int(failed)


def _watch(options: argparse.Namespace) -> int:
    from soa.cli.watch import watch

    if "-" in options.paths:
        raise Refused("--watch needs files to watch, and - is standard input")
    if options.update_baseline:
        raise Refused("--update-baseline writes the baseline once, and --watch never ends; use one of the two")
    found, missing = agreements(options.paths)
    if not found:
        return _complain(missing)
    options.watch = False
    watch(found, options.config, lambda: run(options), written=options.output_file)
    return 0


def _standard_input(options: argparse.Namespace, as_of: str) -> Job:
    """The job of checking what comes by standard input, in place of a file if one is named. Raises Refused."""
    if options.paths != ["-"]:
        raise Refused("- is standard input, and stands alone")
    if options.fix or options.diff or options.update_baseline:
        raise Refused("what comes by standard input can be checked, and not changed")
    if sys.stdin is None:
        raise Refused("there is no standard input to read")
    content = sys.stdin.buffer.read()
    if not options.stdin_filename:
        where = Where("", _STANDARD_INPUT)
        name = where.name
    else:
        path = options.stdin_filename
        where = agreement_of(path, content)
        top = os.path.realpath(where.folder or ".")
        name = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
    [job] = jobs([where], options, as_of)
    return job._replace(cached=False, overlay=(name, content))


def _complain(problems: Sequence[str]) -> int:
    """Say why something could not be judged; the exit code that follows."""
    for problem in problems:
        print(f"soa: {problem}", file=sys.stderr)
    return BAD_OPTIONS if problems else 0


def fails(report: Report, fail_on: str) -> bool:
    """Whether a report has a finding that makes the exit code 1."""
    return any(number and at_least(severity, fail_on) for severity, number in report.counts.items())


def jobs(found: Sequence[Where], options: argparse.Namespace, as_of: str) -> list[Job]:
    """A job for each agreement, as the options ask."""
    return [
        Job(where, as_of, options.config, options.baseline, not options.no_ignores, not options.no_cache)
        for where in found
    ]


def check_all(waiting: Sequence[Job]) -> Iterator[Done]:
    """What comes of each job, in their order; in several processes where there are many."""
    if len(waiting) < 4 or (os.cpu_count() or 1) < 2:
        yield from map(check_one, waiting)
        return
    from multiprocessing import get_context

    from soa.cli.progress import shown_of

    method = "fork" if sys.platform == "linux" else None
    with get_context(method).Pool(min(len(waiting), os.cpu_count() or 1), initializer=_leave_interrupts) as pool:
        yield from shown_of(pool.imap(check_one, waiting), len(waiting))


def _leave_interrupts() -> None:
    """Ctrl-C is answered once, by the process that was started."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check_one(job: Job) -> Done:
    """Check one agreement, or find in the cache what came of it."""
    where = job.where
    read = reader(where.folder)
    configuration = file_of(where, job.configuration)
    question = asked(configuration, job.baseline or "", named=bool(job.configuration), ignores=job.ignores)
    if job.cached and (entry := cache.look(where, job.as_of, question, read)) and (known := cache.report(where, entry)):
        return Done(known, entry.fail_on)
    try:
        settled = terms(where, job.configuration, job.baseline)
    except Refused as refused:
        return Done(None, problem=str(refused))
    return _check(job, settled, question)


def _check(job: Job, settled: Terms, question: str) -> Done:
    from soa import api  # what a cached answer does without

    where, read = job.where, reader(job.where.folder)
    if job.overlay is not None:
        read = with_content(read, *job.overlay)
    when = day(job.as_of or None)
    try:
        read(where.name)
    except OSError as error:
        return Done(None, problem=unreadable(where, error))
    try:
        checked = settled.check(read, where.name, when, ignores=job.ignores, most=job.most)
    except Refused as refused:
        return Done(None, problem=str(refused))
    report = api.report(checked, shown(where.folder), where.name)
    if job.cached and not settled.warnings and not any(fault.rule in _OF_THE_DISK for fault in checked.source.faults):
        hashes = {name: text.sha256 for name, text in checked.source.texts.items()}
        span = api.seconds_of(when)
        beside = {**settled.files, **_round_to_come(where, len(checked.source.beside))}
        cache.put(where, when.isoformat(), span, question, settled.fail_on, report, hashes, beside)
    warnings = (*settled.warnings, *on_stray_rounds(where.folder))
    return Done(report, settled.fail_on, warnings=warnings, baseline=settled.baseline)


def _round_to_come(where: Where, rounds: int) -> dict[str, bytes | None]:
    """The file of the round of review after those that were read: once it is there, everything is looked at again."""
    from soa.model.review import round_file

    folder = os.path.realpath(where.folder or ".")
    return {os.path.join(folder, *round_file(rounds + 1).split("/")): None}


def unreadable(where: Where, error: OSError) -> str:
    """Why nothing can be said of an agreement."""
    return f"{shown(where.folder)}{where.name} cannot be read: {(error.strerror or 'it is not a file').lower()}"


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


def colour(output_file: str | None) -> bool:
    """Whether the output may have colours."""
    return not output_file and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The terminal's columns; 100 where the output is no terminal."""
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except (OSError, ValueError, AttributeError):
        return 100


def put(text: str, file: str | None) -> None:
    """Print a text, or write it to a file. Raises Refused where that cannot be written."""
    if file is None:
        sys.stdout.write(text)
        return
    from soa.cli.files import reason, replace

    try:
        replace(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise Refused(f"{file} cannot be written: {reason(error)}") from None
