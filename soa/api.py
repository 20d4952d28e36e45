"""The library: texts by name in, values out. Nothing here touches a disk, a stream or an exit code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from soa.findings import MAX_LISTED, Finding, Report

if TYPE_CHECKING:
    from soa.config.settings import Settings
    from soa.document.blocks import Document, Picture
    from soa.document.edition import Edition
    from soa.document.house import House
    from soa.engine.check import Checked
    from soa.model.agreement import Agreement
    from soa.rules import AnyRule

Texts = Mapping[str, bytes | str] | Callable[[str], bytes | str]
"""The files of an agreement by name (POSIX, relative to its folder), or what reads one."""


def today() -> date:
    """The day it is in Scotland."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.now(ZoneInfo("Europe/London")).date()
    except ZoneInfoNotFoundError:  # a machine without time zones: its own day will do
        return datetime.now().astimezone().date()


def seconds_of(when: date) -> tuple[float, float]:
    """When a day begins and ends in Scotland, in seconds since 1970."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        zone: tzinfo = ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        zone = UTC
    begin = datetime(when.year, when.month, when.day, tzinfo=zone)
    end = begin + timedelta(days=1) if when < date.max else begin
    return begin.timestamp(), end.timestamp()


def check(
    texts: Texts,
    name: str = "soa.yaml",
    *,
    as_of: date | None = None,
    settings: Settings | None = None,
    rules: Mapping[str, AnyRule] | None = None,
    ignores: bool = True,
    known: Mapping[str, int] | None = None,
    most: int = MAX_LISTED,
) -> Checked:
    """Check an agreement. `name` is its agreement file; `as_of` matters only to rules that need today.

    `rules` are all of them where none are given; `ignores` says whether exceptions hold; `known` counts the findings of
    a baseline by fingerprint; at most so many findings are listed as `most` says, the rest are counted.
    """
    from soa.config.settings import Settings
    from soa.engine.check import check as engine_check
    from soa.model.review import round_file
    from soa.source import load

    source = load(name, texts if callable(texts) else _reader(texts), round_file)
    return engine_check(
        source,
        as_of=as_of or today(),
        rules=rules,
        settings=settings or Settings(),
        ignores=ignores,
        known=known,
        most=most,
    )


def report(checked: Checked, root: str = "", name: str = "soa.yaml") -> Report:
    """What came of checking, as formats report it; `root` is the folder as its user would write it."""
    source = checked.source
    texts = {file: text.text for file, text in source.texts.items()}
    return Report(
        root,
        name,
        source.digest,
        texts,
        checked.findings,
        checked.counts,
        checked.agreement is not None,
        checked.silenced,
        checked.exceptions,
    )


def errors(checked: Checked) -> tuple[int, tuple[Finding, ...]]:
    """The errors of the agreement itself: how many, and those that are listed; a slip in a round of review is none of its own."""
    every = [finding for finding in checked.findings if finding.severity == "error"]
    own = tuple(finding for finding in every if finding.place.file not in checked.source.beside)
    return checked.counts["error"] - (len(every) - len(own)), own


def document(
    checked: Checked,
    edition: Edition | None = None,
    *,
    as_of: date | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> Document:
    """A checked agreement as one of its documents, ready for any of `soa.writers.WRITERS`.

    `pictures` are the partners' logos by the name that the agreement gives each. Raises ValueError where nothing could be
    read, and KeyError where the edition is about a partner or locality that the agreement does not have.
    """
    from soa import __version__
    from soa.document.compose import compose
    from soa.document.edition import Edition

    return compose(
        to_publish(checked),
        edition or Edition(),
        as_of=as_of or today(),
        digest=report(checked).digest,
        version=__version__,
        pictures=pictures or {},
    )


def to_publish(checked: Checked) -> Agreement:
    """The agreement as its documents print it: with what a review agreed for later. Raises ValueError where nothing could be read."""
    from soa.model.review import with_points_for_later

    if checked.agreement is None:
        raise ValueError("there is no agreement to publish: nothing could be read")
    return with_points_for_later(checked.agreement, checked.rounds)


def publish(
    checked: Checked,
    suffix: str = "html",
    edition: Edition | None = None,
    *,
    house: House | None = None,
    as_of: date | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """A checked agreement as the bytes of a file in one format; raises as `document` does."""
    from soa.writers import WRITERS
    from soa.writers.press import Press

    return WRITERS[suffix](document(checked, edition, as_of=as_of, pictures=pictures), Press(house))


def _reader(texts: Mapping[str, bytes | str]) -> Callable[[str], bytes | str]:
    def read(name: str) -> bytes | str:
        try:
            return texts[name]
        except KeyError:
            raise FileNotFoundError(name) from None

    return read
