"""`soa publish`: lint, and where nothing stands in the way write the agreement as a document."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256

from soa.cli.configured import terms
from soa.cli.ends import Refused
from soa.cli.files import reason, replace
from soa.cli.folder import NotFound, agreement_of, reader, shown
from soa.cli.lint import day
from soa.findings import Report

FOLDER = "published"
DRAFT = "agreement-draft.html"
_SMALL_NUMBERS = "small-number-shown"
_GRAVER_IN_PRINT = tuple(f"{_SMALL_NUMBERS}/{case}" for case in ("shown", "worked-out", "left-over"))
"""What is a warning while a plan is written, and an error once the public could read it: a person might be recognised."""

RECORD = ".soa.json"
"""Lists name and sha256 of what soa wrote in a folder: only such files are ever replaced."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa publish`."""
    parser.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a folder or an agreement file (default: this folder)"
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="publish although there are errors: every gap is shown and every page marked",
    )
    parser.add_argument("--output", metavar="FOLDER", help=f"where to write (default: {FOLDER} beside the agreement)")
    parser.add_argument("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    parser.add_argument(
        "--config", metavar="FILE", help="the configuration to use (default: the nearest soa.toml or pyproject.toml)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the documents, or say why not: 1 where the agreement has errors, 2 where there is none."""
    from soa import api

    try:
        where = agreement_of(options.path)
    except NotFound as error:
        raise Refused(str(error)) from None
    as_of = day(options.as_of)
    settled = terms(where, options.config, None)
    graver = {} if _SMALL_NUMBERS in settled.settings.rules else dict.fromkeys(_GRAVER_IN_PRINT, "error")
    for warning in settled.warnings:
        print(f"soa: {warning}", file=sys.stderr)
    try:
        checked = settled.check(reader(where.folder), where.name, as_of, raised=graver)
    except OSError as error:
        raise Refused(f"{shown(where.folder)}{where.name} cannot be read: {reason(error)}") from None
    report = api.report(checked, shown(where.folder), where.name)
    errors = report.counts["error"]
    if checked.agreement is None or (errors and not options.draft):
        return _refuse(report, readable=checked.agreement is not None)
    try:
        document = api.publish(checked, draft=options.draft, as_of=as_of)
    except ImportError as error:
        raise Refused(
            f'publishing needs more parts ({error.name}): pipx install "soa-toolkit[publish]", or pip install "soa-toolkit[publish]"'
        ) from None
    target = options.output or os.path.join(where.folder, FOLDER)
    name = DRAFT if options.draft else "agreement.html"
    _write(target, {name: document}, outdated=() if options.draft else (DRAFT,))
    if errors:
        print(f"{errors} error{'s' * (errors != 1)} left; each is shown as a gap, and every page is marked as a draft.")
    print(f"{os.path.join(target, name)} is written. Open it in a browser.")
    return 0


def _refuse(report: Report, *, readable: bool) -> int:
    """Say what stands in the way."""
    number = report.counts["error"]
    from soa.formats.words import visible

    for finding in [finding for finding in report.findings if finding.severity == "error"][:10]:
        start = finding.place.span.start
        print(
            f"{report.root}{finding.place.file}:{start.line}:{start.column}: {visible(finding.message)} ({finding.rule})",
            file=sys.stderr,
        )
    if number > 10:
        print(f"and {number - 10} more; soa lint shows them all", file=sys.stderr)
    way = " soa lint says how to put them right; soa publish --draft shows them as marked gaps." if readable else ""
    print(f"soa: not published: {number} error{'s' * (number != 1)}.{way}", file=sys.stderr)
    return 1


def _write(folder: str, documents: Mapping[str, bytes], outdated: Iterable[str] = ()) -> None:
    """Write documents into a folder, replacing only what soa wrote there before, and take away outdated ones. Raises Refused."""
    record = os.path.join(folder, RECORD)
    ours = _ours(record)
    if ours is None:
        raise Refused(f"{record} is there already, and soa did not write it; choose another folder with --output")
    new = {name: sha256(content).hexdigest() for name, content in documents.items()}
    try:
        _may_replace(folder, documents, ours)
        # Both hashes are listed before anything is replaced: a failure half-way leaves a file that is known as ours.
        _list(record, {**ours, **{name: (*ours.get(name, ()), known) for name, known in new.items()}})
        for name, content in documents.items():
            replace(os.path.join(folder, name), content)
        for name in outdated:
            _take_away(os.path.join(folder, name), ours.get(name, ()))
        kept = {name: known for name, known in ours.items() if os.path.lexists(os.path.join(folder, name))}
        _list(record, {**kept, **{name: (known,) for name, known in new.items()}})
    except OSError as error:
        raise Refused(f"{folder} cannot be written: {reason(error)}") from None


def _list(record: str, ours: Mapping[str, tuple[str, ...]]) -> None:
    """Write the list of what soa wrote: name and sha256, and under `before` those that a file may still have."""
    files = {name: known[-1] for name, known in ours.items()}
    before = {name: known[:-1] for name, known in ours.items() if known[:-1]}
    content = {"written_by": "soa", "files": files, **({"before": before} if before else {})}
    replace(record, (json.dumps(content, indent=2, sort_keys=True) + "\n").encode())


def _take_away(path: str, known: tuple[str, ...]) -> None:
    """Take a file away, if it is as soa wrote it. Raises OSError."""
    if os.path.isfile(path) and not os.path.islink(path) and _hash(path) in known:
        os.unlink(path)


def _may_replace(folder: str, names: Iterable[str], ours: Mapping[str, tuple[str, ...]]) -> None:
    """Look at what is there already. Raises Refused where it is not as soa wrote it, and OSError."""
    for name in names:
        path = os.path.join(folder, name)
        if os.path.lexists(path) and name not in ours:
            raise Refused(
                f"{path} is there already, and soa did not write it; move it away, or choose another folder with --output"
            )
        if os.path.lexists(path) and (os.path.islink(path) or not os.path.isfile(path)):
            raise Refused(f"{path} is no plain file; move it away, or choose another folder with --output")
        if os.path.isfile(path) and _hash(path) not in ours[name]:
            raise Refused(
                f"{path} has been changed since soa wrote it; move it away, or choose another folder with --output"
            )


def _ours(record: str) -> dict[str, tuple[str, ...]] | None:
    """Names of what soa wrote with the hashes each may have; None where the list is there and cannot be made out."""
    try:
        with open(record, encoding="utf-8") as file:
            listed = json.load(file)
        before = listed.get("before", {})
        return {str(name): (*map(str, before.get(name, ())), str(known)) for name, known in listed["files"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()
