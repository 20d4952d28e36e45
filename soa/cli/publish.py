"""`soa publish`: lint, and where nothing stands in the way write the agreement as documents for its readers."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from signal import SIGINT, signal
from typing import TYPE_CHECKING, NamedTuple

from soa.cli.configured import Terms, terms
from soa.cli.ends import INTERRUPTED, Refused
from soa.cli.files import reason
from soa.cli.folder import NotFound, Where, agreement_of, reader, shown
from soa.cli.house import house_of, logos_of
from soa.cli.lint import day
from soa.cli.written import listed, write
from soa.findings import Finding

if TYPE_CHECKING:
    import argparse

    from soa.document.blocks import Document, Picture
    from soa.document.edition import Edition, Language
    from soa.engine.check import Checked
    from soa.model.agreement import Agreement
    from soa.writers.press import Press

FOLDER = "published"
SUFFIXES = ("html", "pdf", "docx", "md")
"""The formats of a document, in the order in which they are named: `soa.writers.WRITERS` has one for each."""
PARTS = ("agreement", "summary", "committee", "partner:ID", "locality:ID", "all")

_IN_SITE = re.compile(r"(?:(?:data|downloads)/)?[a-z][a-z0-9.-]*")
"""What a file of a site may be called: nothing else is ever taken away."""
_SLOWEST = {"pdf": 0, "docx": 1}
"""The formats that take longest, in order: they are begun first."""

_SMALL_NUMBERS = "small-number-shown"
_GRAVER_IN_PRINT = tuple(f"{_SMALL_NUMBERS}/{case}" for case in ("shown", "worked-out", "left-over"))
"""What is a warning while a plan is written, and an error once the public could read it: a person might be recognised."""


class Sound(NamedTuple):
    """An agreement that may be published, and what is printed with it."""

    checked: Checked
    agreement: Agreement
    errors: int
    """More than none only of a draft."""
    logos: Mapping[str, Picture]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa publish`."""
    add = parser.add_argument
    add("path", nargs="?", default=".", metavar="PATH", help="a folder or an agreement file (default: this folder)")
    add(
        "--part",
        action="append",
        metavar="PART",
        help=f"which document: {', '.join(PARTS)} (default: agreement; may be given several times)",
    )
    add(
        "--format",
        action="append",
        choices=SUFFIXES,
        metavar="FORMAT",
        help=f"{', '.join(SUFFIXES)} (default: all; may be given several times)",
    )
    add(
        "--audience",
        choices=("public", "partners"),
        default="public",
        help="partners: with the entries that are not public, each page marked (default: public)",
    )
    add("--lang", choices=("en", "gd"), default="en", help="the language of headings and labels (default: en)")
    add(
        "--draft",
        action="store_true",
        help="publish although there are errors: every gap is shown and every page marked",
    )
    add(
        "--site",
        metavar="FOLDER",
        help="write a small site there instead, to put on a web server or open from the folder",
    )
    add("--output", metavar="FOLDER", help=f"where to write (default: {FOLDER} beside the agreement)")
    add("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    add("--config", metavar="FILE", help="the configuration to use (default: the nearest soa.toml or pyproject.toml)")
    add("--watch", action="store_true", help="publish again whenever a file changes, until Ctrl-C")


def run(options: argparse.Namespace) -> int:
    """Write the documents, or say why not: 1 where the agreement has errors, 2 where there is none."""
    _fits(options)
    try:
        where = agreement_of(options.path)
    except NotFound as error:
        raise Refused(str(error)) from None
    if not options.watch:
        return _publish(where, options)
    from soa.cli.watch import watch

    watch([where], options.config, lambda: _publish(where, options))
    return 0


def _publish(where: Where, options: argparse.Namespace) -> int:
    from soa import api

    as_of = day_of(options.as_of)
    settled = terms(where, options.config, None)
    settled.known = None  # an error that a baseline knows of is an error all the same
    for warning in settled.warnings:
        print(f"soa: {warning}", file=sys.stderr)
    press = press_for(settled, as_of)
    sound = _judged(where, settled, as_of, draft=options.draft)
    if sound is None:
        return 1
    _say_unchecked(options.lang)
    if options.site is not None:
        _site(sound, options, as_of, press)
        return 0
    editions = tuple(_editions(options, sound.agreement))
    target = options.output or os.path.join(where.folder, FOLDER)
    documents = {
        edition: api.document(sound.checked, edition, as_of=as_of, pictures=sound.logos) for edition in editions
    }
    files = _printed(documents, tuple(dict.fromkeys(options.format or SUFFIXES)), press)
    drafts = (
        ()
        if options.draft
        else [f"{one._replace(draft=True).file}.{suffix}" for one in editions for suffix in SUFFIXES]
    )
    write(target, files, outdated=drafts)
    _report(target, tuple(files), documents, sound.errors)
    return 0


def _say_unchecked(language: Language) -> None:
    """Say where labels are printed that no native reader has checked."""
    from soa.document.labels import labels_for

    if labels_for("", language).unchecked:
        print(
            "soa: the Gaelic labels have not been checked by a native reader yet; each document says so at its end.",
            file=sys.stderr,
        )


def day_of(given: str | None) -> date:
    """The day that counts as today: the one given, else that of `SOURCE_DATE_EPOCH`, else today. Raises Refused."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given or not epoch:
        return day(given)
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Refused(f"SOURCE_DATE_EPOCH is to be seconds since 1970, and this is {epoch}") from None


def _judged(where: Where, settled: Terms, as_of: date, *, draft: bool) -> Sound | None:
    """The agreement where it may be published; None where errors stand in the way, which are then said. Raises Refused."""
    from soa import api

    graver = {} if _SMALL_NUMBERS in settled.settings.rules else dict.fromkeys(_GRAVER_IN_PRINT, "error")
    try:
        checked = settled.check(reader(where.folder), where.name, as_of, raised=graver)
    except OSError as error:
        raise Refused(f"{shown(where.folder)}{where.name} cannot be read: {reason(error)}") from None
    number, errors = api.errors(checked)
    if checked.agreement is None or (number and not draft):
        _refuse(shown(where.folder), number, errors, readable=checked.agreement is not None)
        return None
    logos = logos_of(checked.agreement, where.folder)
    for fault in logos.faults:
        print(f"soa: {fault}", file=sys.stderr)
    if logos.faults and not draft:
        print("soa: not published: a partner's logo cannot be printed.", file=sys.stderr)
        return None
    return Sound(checked, api.to_publish(checked), number, logos.pictures)


def _refuse(root: str, number: int, errors: Sequence[Finding], *, readable: bool) -> None:
    """Say what stands in the way."""
    from soa.formats.words import visible

    for finding in errors[:10]:
        start = finding.place.span.start
        print(
            f"{root}{finding.place.file}:{start.line}:{start.column}: {visible(finding.message)} ({finding.rule})",
            file=sys.stderr,
        )
    if number > 10:
        print(f"and {number - 10} more; soa lint shows them all", file=sys.stderr)
    way = " soa lint says how to put them right; soa publish --draft shows them as marked gaps." if readable else ""
    print(f"soa: not published: {number} error{'s' * (number != 1)}.{way}", file=sys.stderr)


# ---- a site --------------------------------------------------------------------------------------------------------


def _fits(options: argparse.Namespace) -> None:
    """Raises Refused for what cannot be asked together with a site."""
    asked = [f"--{name}" for name in ("part", "format", "output") if getattr(options, name)]
    if options.site is not None and asked:
        raise Refused(
            f"--site writes pages for the whole agreement into its own folder; leave out {' and '.join(asked)}, or publish twice"
        )
    if options.site == "":
        raise Refused("--site wants the folder to write into")


def _site(sound: Sound, options: argparse.Namespace, as_of: date, press: Press) -> None:
    """Write a site, and take away what soa wrote there before and no longer writes."""
    from soa import __version__, api
    from soa.document.edition import Edition
    from soa.document.site import HOME, site

    try:
        from soa.writers.site import write as write_site
    except ImportError as error:
        raise needs_more(error) from None
    before = listed(options.site)
    if before and HOME not in before:
        raise Refused(f"{options.site} holds documents that soa published; choose another folder with --site")
    made = site(
        sound.agreement,
        Edition(audience=options.audience, language=options.lang, draft=options.draft),
        as_of=as_of,
        digest=api.report(sound.checked).digest,
        version=__version__,
        pictures=sound.logos,
    )
    with _stopped_by_ctrl_c():
        files = write_site(made, press)
    write(options.site, files, outdated=[name for name in before if _IN_SITE.fullmatch(name)])
    if sound.errors:
        print(_draft_of(sound.errors))
    print(f"The site is written: {os.path.join(options.site, HOME)} and {len(files) - 1} more files.")


# ---- which documents -----------------------------------------------------------------------------------------------


def _editions(options: argparse.Namespace, agreement: Agreement) -> Iterator[Edition]:
    """The documents that are asked for, each once. Raises Refused for one that the agreement cannot have."""
    from soa.document.compose import ids_of
    from soa.document.edition import PARTS as KINDS
    from soa.document.edition import WITH_ID, Edition

    plain = Edition(audience=options.audience, language=options.lang, draft=options.draft)
    every = [
        plain._replace(part=part, of=name)
        for part in KINDS
        for name in (ids_of(agreement, part, plain.audience) if part in WITH_ID else ("",))
    ]
    asked: dict[Edition, None] = {}
    for said in options.part or ["agreement"]:
        part, _, of = said.partition(":")
        found = [one for one in every if said == "all" or (one.part, one.of) == (part, of)]
        if not found:
            raise Refused(_no_part(said, part, of, ids_of(agreement, part, plain.audience) if part in WITH_ID else ()))
        asked.update(dict.fromkeys(found))
    yield from asked


def _no_part(said: str, part: str, of: str, ids: Sequence[str]) -> str:
    """Why there is no such document."""
    from soa.document.edition import WITH_ID
    from soa.reference.near import did_you_mean

    if part not in WITH_ID:
        near = did_you_mean(said, PARTS, limit=1)
        return f"there is no part {said}; " + (f"did you mean {near[0]}?" if near else f"there are: {', '.join(PARTS)}")
    if not ids:
        return f"the agreement names no {part}"
    near = did_you_mean(of, ids, limit=1) if of else ()
    way = f"did you mean {part}:{near[0]}?" if near else f"there are: {', '.join(f'{part}:{one}' for one in ids)}"
    return f"there is no {part} {of}; {way}" if of else f"--part {part} wants the id of one; {way}"


# ---- making them ---------------------------------------------------------------------------------------------------


def press_for(settled: Terms, as_of: date) -> Press:
    """What the documents are printed with. Raises Refused where a file of the house style cannot be used, or a part is not installed."""
    from soa.cli.drawings import Drawings

    try:
        from soa.writers.press import Press

        drawings = Drawings()
        press = Press(house_of(settled.settings.style, settled.folder), drawings, date=as_of)
        if not drawings:  # then all will have to be drawn: the engine starts while the agreement is judged
            press.warm()
    except ImportError as error:
        raise needs_more(error) from None
    return press


def needs_more(error: ImportError) -> Refused:
    """What to say where the parts that publishing needs are not installed."""
    return Refused(
        f'publishing needs more parts ({error.name}): pipx install "soa-toolkit[publish]", or pip install "soa-toolkit[publish]"'
    )


def _printed(documents: dict[Edition, Document], suffixes: Sequence[str], press: Press) -> dict[str, bytes]:
    """Every document in every format, by the name of its file; two at a time, since most of the work is done outside Python."""
    from concurrent.futures import ThreadPoolExecutor, as_completed

    from soa.cli.progress import shown_of

    try:
        from soa.writers import WRITERS
    except ImportError as error:
        raise needs_more(error) from None
    waiting = [(edition, suffix) for edition in documents for suffix in suffixes]
    slowest_first = sorted(waiting, key=lambda one: _SLOWEST.get(one[1], len(_SLOWEST)))

    def printed(one: tuple[Edition, str]) -> tuple[str, bytes]:
        edition, suffix = one
        return f"{edition.file}.{suffix}", WRITERS[suffix](documents[edition], press)

    with _stopped_by_ctrl_c(), ThreadPoolExecutor(2) as pool:
        making = [pool.submit(printed, one) for one in slowest_first]
        done = dict(shown_of((one.result() for one in as_completed(making)), len(waiting), "documents"))
    return {f"{edition.file}.{suffix}": done[f"{edition.file}.{suffix}"] for edition, suffix in waiting}


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C end the run at once: what prints cannot be asked to stop, and no document is begun yet on disk."""
    before = signal(SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal(SIGINT, before)


def _report(target: str, names: Sequence[str], documents: dict[Edition, Document], errors: int) -> None:
    """Say what is written, and how the summary reads."""
    if errors:
        print(_draft_of(errors))
    for edition, document in documents.items():
        if edition.part == "summary" and edition.language == "en":  # a measure of English
            print(_how_it_reads(document))
    for name in names:
        print(os.path.join(target, name))
    print(f"{len(names)} file{'s are' if len(names) != 1 else ' is'} written.")


def _draft_of(errors: int) -> str:
    return f"{errors} error{'s' * (errors != 1)} left; each is shown as a gap, and every page is marked as a draft."


def _how_it_reads(summary: Document) -> str:
    from soa.document.plain import running_text
    from soa.language.reading import readability

    found = readability(running_text(summary))
    return (
        f"The summary has {found.words:,} words, {found.average:.0f} in a sentence on average, "
        f"and most people of {found.age} can read it. Its longest sentence has {len(found.longest.split())}: {found.longest}"
    )
