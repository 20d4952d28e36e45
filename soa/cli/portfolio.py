"""`soa portfolio`: every agreement below a folder judged by itself, and written about together."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from soa import __version__
from soa.cli.areas import Area, areas, zips
from soa.cli.configured import Terms, terms
from soa.cli.ends import BAD_OPTIONS, Refused
from soa.cli.executors import Executor, Lost, in_order
from soa.cli.folder import NAME, Where, reader
from soa.cli.kept import Kept
from soa.cli.progress import shown_of
from soa.cli.publish import day_of, needs_more, press_for
from soa.cli.written import listed, write
from soa.formats.words import on_one_line

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from soa.portfolio.facts import Entry
    from soa.portfolio.portfolio import Portfolio
    from soa.portfolio.run import Job

FOLDER = "portfolio"
FORMATS = ("html", "csv", "json")
HOME = "index.html"

_MARKS = {"areas.html", "data/agreements.csv", "data/portfolio.json"}
"""Of each format a file that no other command writes."""

_MOST_NAMED = 5
"""Zip files that are named; the others are counted."""

_OURS = re.compile(r"(?:[a-z]+/)?[a-z][a-z0-9.-]*")
"""What a file of a portfolio may be called: nothing else is ever taken away."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa portfolio`."""
    add = parser.add_argument
    add(
        "folder",
        metavar="FOLDER",
        help="where the agreements are: every folder in it, however deep, that has a soa.yaml",
    )
    add(
        "--site",
        "--output",
        metavar="FOLDER",
        default=FOLDER,
        help=f"where to write (default: {FOLDER} in this folder)",
    )
    add(
        "--format",
        action="append",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: all; may be given several times)",
    )
    add("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    add(
        "--config",
        metavar="FILE",
        help="the configuration for all of them (default: none, whatever their folders hold)",
    )
    add("--jobs", metavar="NUMBER", help="how many processes judge at a time (default: one for each core)")
    add(
        "--executor",
        metavar="dask://HOST:PORT",
        help="let the workers of this Dask scheduler judge (needs the extra cluster)",
    )
    add("--no-cache", action="store_true", help="judge everything anew")


def run(options: argparse.Namespace) -> int:
    """Judge, write, and say what could not be read: 2 where nothing could."""
    gc.enable()  # unlike other commands, this one may run for long
    found = _found(options.folder, options.site)
    as_of = day_of(options.as_of)
    settled = _settled(options.config)
    executor = _executor(options.executor, options.jobs)
    from soa.portfolio.portfolio import gather

    kept = None if options.no_cache else Kept()
    try:
        with executor:
            portfolio = gather(shown_of(_entries(found, settled, as_of, executor, kept), len(found)))
    except Lost as lost:
        way = "; what was done is kept, and the same command goes on from there" if kept else ""
        raise Refused(f"{lost}{way}") from None
    if passed_by := _not_read(zips(options.folder, options.site)):
        print(f"soa: {passed_by}", file=sys.stderr)
    for trouble in portfolio.troubles:
        print(f"soa: {on_one_line(trouble.root)}: {'; '.join(trouble.reasons)}", file=sys.stderr)
    for partly in portfolio.in_part:
        print(f"soa: {on_one_line(partly.root)}: read in part: {'; '.join(partly.reasons)}", file=sys.stderr)
    if not portfolio.agreements:
        print(f"soa: no agreement in {options.folder} could be read", file=sys.stderr)
        return BAD_OPTIONS
    files = _files(portfolio, options.format or FORMATS, settled, as_of)
    write(options.site, files, outdated=[name for name in listed(options.site) if _OURS.fullmatch(name)])
    _report(options.site, tuple(files), portfolio)
    return 0


def _not_read(names: Sequence[str]) -> str:
    """That zip files were not looked into, on one line; nothing where there is none."""
    if not names:
        return ""
    more = len(names) - _MOST_NAMED
    said = f"{', '.join(names[:_MOST_NAMED])}{f' and {more} more' if more > 0 else ''}"
    return f"{said} is not read; unpack it" if len(names) == 1 else f"{said} are not read; unpack them"


def _found(folder: str, target: str) -> list[Area]:
    """The folders that are looked at. Raises Refused where there is none, or what is written would stand among them."""
    if not os.path.isdir(folder):
        raise Refused(f"there is no folder {folder}")
    if not target:
        raise Refused("--site wants the folder to write into")
    if f"{os.path.realpath(folder)}{os.sep}".startswith(os.path.join(os.path.realpath(target), "")):
        raise Refused(
            f"what is written would stand among what is read: choose another folder than {target} with --site"
        )
    before = listed(target)
    if before and _MARKS.isdisjoint(before):
        raise Refused(f"{target} holds something else that soa wrote; choose another folder with --site")
    found = areas(folder, target)
    if not found:
        packed = f"; {said}" if (said := _not_read(zips(folder, target))) else ""
        raise Refused(f"there is no {NAME} in {folder}, or in a folder below it{packed}")
    return found


def _settled(given: str | None) -> Terms:
    """What all agreements are judged with: nothing that stands in their own folders. Raises Refused."""
    if not given:
        return Terms()
    if _has_own_rules(given):
        raise Refused(
            f"{given} names rules of its own; they are Python, and do not run over many agreements: give a configuration without them"
        )
    return terms(Where("", NAME), given, None)


def _has_own_rules(path: str) -> bool:
    """Whether a configuration names files of Python; one that cannot be read is told of later."""
    from soa.config.read import PYPROJECT, read

    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, ValueError):
        return False
    return bool(read(text, pyproject=os.path.basename(path) == PYPROJECT).configuration.own_rules)


def _executor(address: str | None, jobs: str | None) -> Executor:
    """What does the jobs. Raises Refused."""
    from soa.cli.processes import Processes, cores

    if address is not None:
        from soa.cli.cluster import SCHEME, Dask

        host, colon, port = address.removeprefix(SCHEME).rpartition(":")
        if not (address.startswith(SCHEME) and host and colon and port.isascii() and port.isdigit()):
            raise Refused(f"--executor wants a scheduler such as {SCHEME}127.0.0.1:8786, and this is {address}")
        if jobs is not None:
            raise Refused("--jobs is for processes of this machine; a cluster has as many as its workers have")
        return Dask(f"{host}:{port}")
    if jobs is None:
        return Processes(cores())
    if not (jobs.isascii() and jobs.isdigit() and int(jobs)):
        raise Refused(f"--jobs wants a number from 1, and this is {jobs}")
    return Processes(int(jobs))


def _entries(
    found: Sequence[Area], settled: Terms, as_of: date, executor: Executor, kept: Kept | None
) -> Iterator[Entry]:
    """What came of each folder, in their order."""
    from soa.portfolio.facts import Trouble, from_json

    judged = in_order(_jobs(found, settled, as_of), executor, kept)
    for area in found:
        yield Trouble(area.root, (area.problem,)) if area.problem else from_json(next(judged))


def _jobs(found: Sequence[Area], settled: Terms, as_of: date) -> Iterator[Job]:
    from soa.portfolio.run import job_of

    for area in found:
        if not area.problem:
            yield job_of(area.root, NAME, reader(area.path), settled.settings, as_of)


def _files(portfolio: Portfolio, formats: Sequence[str], settled: Terms, as_of: date) -> dict[str, bytes]:
    """What is written, by name, in the formats that are asked for. Raises Refused where a part is not installed."""
    try:
        from soa.portfolio.files import files_of

        press = press_for(settled, as_of) if "html" in formats else None
        return files_of(portfolio, formats, press, as_of=as_of, version=__version__)
    except ImportError as error:
        raise needs_more(error) from None


def _report(target: str, names: Sequence[str], portfolio: Portfolio) -> None:
    """Say what was written, and of how many."""
    first = HOME if HOME in names else names[0]
    more = f" and {len(names) - 1} more files" if len(names) > 1 else ""
    of = f"{portfolio.agreements} agreement{'s' * (portfolio.agreements != 1)}"
    print(f"The portfolio of {of} is written: {os.path.join(target, first)}{more}.")
    if troubles := len(portfolio.troubles):
        print(f"{troubles} could not be read; each is listed with its reasons.")
    if partly := len(portfolio.in_part):
        print(f"{partly} {'was' if partly == 1 else 'were'} read in part; each is listed with what could not be read.")
