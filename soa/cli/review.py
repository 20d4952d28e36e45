"""`soa review`: a challenge report of one draft, for whoever reads it before it is agreed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from soa.cli.configured import Terms, file_of, terms
from soa.cli.ends import Refused
from soa.cli.folder import NAME, Where, on_stray_rounds
from soa.cli.house import house_of
from soa.cli.publish import SUFFIXES, _stopped_by_ctrl_c, day_of, needs_more
from soa.cli.versions import Version, judged, version_of
from soa.cli.written import write
from soa.formats.words import on_one_line

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from soa.compare import Comparison
    from soa.engine.check import Checked
    from soa.review.gathered import Review

FOLDER = "review"
REPORT = "challenge-report"
READERS = ("director", "officer", "peer", "audit")
"""As `soa.review.gathered.Reader` has them; the first is the default, whose report is named for nobody."""
FORMATS = (*SUFFIXES, "json")
_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What no file can have in its name on one computer or another."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa review`."""
    add = parser.add_argument
    add(
        "path",
        nargs="?",
        default=".",
        metavar="PATH",
        help="the draft: a folder, an agreement file, a zip file, or a revision in git such as HEAD~3:plan (default: this folder)",
    )
    add(
        "--reader",
        choices=READERS,
        default=READERS[0],
        help="who reads it, which changes the tone and who concludes, never the questions (default: director)",
    )
    add("--by", metavar="POST", default="", help="the post of whoever reads it, as the report prints it")
    add("--since", metavar="OLD", help="the draft that was read before, named like PATH: the report says what changed")
    add(
        "--format",
        action="append",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: all but json; may be given several times)",
    )
    add(
        "--open",
        metavar="ROUND",
        help="instead of a report, write the questions into the agreement’s folder as a round of review, such as 1",
    )
    add("--all", action="store_true", help="with --open: put every question, and not only the first five")
    add(
        "--output",
        metavar="FOLDER",
        help=f"where to write (default: {FOLDER} beside the agreement; for a zip file or a revision a folder named for it, here)",
    )
    add("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    add(
        "--config",
        metavar="FILE",
        help="the reader’s own configuration, for its house style, names and timetable; no rule is turned off by any",
    )


def run(options: argparse.Namespace) -> int:
    """Write the report. Raises Refused where there is nothing to review, with what is wrong in it."""
    if options.all and options.open is None:
        raise Refused("--all goes with --open, and puts every question into the round")
    as_of = day_of(options.as_of)
    version = version_of(options.path)
    settled = _settled(version, options.config)
    checked = judged(version, settled, as_of)
    if checked.agreement is None or not checked.agreement.model_fields_set:
        raise Refused(
            f"nothing in {version.root}{version.name} is an agreement: no part of one stands there; soa new makes one to begin with"
        )
    since = _since(options, settled, version, checked, as_of)
    review = _read(checked, options, settled, as_of, since)
    if options.open is not None:
        return _open(options, version, checked, review)
    target = options.output or _target(version)
    name = REPORT if options.reader == READERS[0] else f"{REPORT}-{options.reader}"
    files = _printed(review, name, tuple(dict.fromkeys(options.format or SUFFIXES)), settled, as_of)
    write(target, files)
    for file in files:
        print(os.path.join(target, file))
    print(f"{len(files)} file{'s are' if len(files) != 1 else ' is'} written.")
    if since is None:
        print("With --since OLD, where OLD is the draft that was read before, the report also says what has changed.")
    return 0


def _target(version: Version) -> str:
    """Where a report is written: beside what stands on disk, else into a folder of its own where the user is, so that none replaces another."""
    if version.on_disk and version.where is not None:
        return os.path.join(version.where.folder, FOLDER)
    name = re.sub("[.]zip$", "", version.label, flags=re.IGNORECASE)
    return f"{FOLDER}-{_NO_NAME.sub('-', name).strip(' .-')}"


def _open(options: argparse.Namespace, version: Version, checked: Checked, review: Review) -> int:
    from soa.cli.opened import open_here

    given = [f"--{name}" for name in ("format", "output", "since") if getattr(options, name)]
    if given:
        raise Refused(f"--open writes a round, and no report; leave out {' and '.join(given)}, or run soa review twice")
    if not re.fullmatch("[1-9][0-9]?", options.open):
        raise Refused(f"--open wants the number of a round, such as 1, and this is {on_one_line(options.open)}")
    where = version.where if version.on_disk else None
    return open_here(where, checked, review, int(options.open), every=options.all)


# ---- what it is read with ------------------------------------------------------------------------------------------


def _settled(version: Version, given: str | None) -> Terms:
    """What a draft is read with: the same for every area, unless the reader names a configuration of its own."""
    from soa.review.questions import review_settings

    settled = terms(version.where or Where("", NAME), given, None) if given else Terms()
    settled.known = None  # what a baseline knows of is asked all the same
    settled.settings = review_settings(settled.settings)
    if not given and version.where is not None and (own := file_of(version.where, None)):
        said = (
            f"{os.path.basename(own)} of the partnership is not applied, nor a baseline: every area is asked the same"
        )
        print(f"soa: {said}.", file=sys.stderr)
    strays = on_stray_rounds(version.where.folder) if version.where is not None else []
    for warning in (*settled.warnings, *strays):
        print(f"soa: {warning}", file=sys.stderr)
    return settled


def _remarks(given: str | None, settled: Terms) -> Sequence[str]:
    """What the report says of the terms on which it was made."""
    own = (
        "Every area is asked the same: the partnership’s own configuration and baseline, where it has them, are not applied, "
        "and no rule is turned off. The exceptions that it claims are listed with their reasons."
    )
    if not given:
        return (own,)
    content = settled.files.get(os.path.abspath(given)) or b""
    named = f"The reader’s configuration was {os.path.basename(given)}, sha256 {sha256(content).hexdigest()}."
    return (own, named)


def _since(
    options: argparse.Namespace, settled: Terms, version: Version, checked: Checked, as_of: date
) -> Comparison | None:
    """What changed since an earlier draft, where one is named."""
    if options.since is None:
        return None
    from soa.compare import compare

    old = version_of(options.since)
    names = (
        (old.label, version.label) if old.label != version.label else (f"{old.label} (old)", f"{version.label} (new)")
    )
    return compare(judged(old, settled, as_of), checked, names=names)


def _read(
    checked: Checked, options: argparse.Namespace, settled: Terms, as_of: date, since: Comparison | None
) -> Review:
    from soa import api
    from soa.review.gathered import review_of

    return review_of(
        checked,
        as_of=as_of,
        digest=api.report(checked).digest,
        reader=options.reader,
        by=options.by.strip(),
        comparison=since,
        remarks=_remarks(options.config, settled),
    )


# ---- what is made of it --------------------------------------------------------------------------------------------


def _printed(review: Review, name: str, suffixes: Sequence[str], settled: Terms, as_of: date) -> Mapping[str, bytes]:
    """The report in every format that is asked for, by the name of its file. Raises Refused where a part is not installed."""
    from concurrent.futures import ThreadPoolExecutor

    made: dict[str, bytes] = {}
    documents = [suffix for suffix in suffixes if suffix in SUFFIXES]
    if documents:
        from soa.review.report import report_of

        try:
            from soa.writers import WRITERS
            from soa.writers.press import Press
        except ImportError as error:
            raise needs_more(error) from None
        document = report_of(review)
        press = Press(house_of(settled.settings.style, settled.folder), date=as_of)
        with _stopped_by_ctrl_c(), ThreadPoolExecutor(2) as pool:
            making = {suffix: pool.submit(WRITERS[suffix], document, press) for suffix in documents}
            made = {suffix: one.result() for suffix, one in making.items()}
    if "json" in suffixes:
        from soa.review.data import json_of

        made["json"] = json_of(review).encode()
    return {f"{name}.{suffix}": made[suffix] for suffix in suffixes}
