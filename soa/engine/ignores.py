"""Exceptions: findings that a partnership asks not to hear, `# soa: ignore[rule] reason (until 2014-03-31)`.

One stands at the end of a line, or on a line of its own above a part, and silences the rules that it names in the part
that begins there. It must give a reason. What it silences is still counted, and every exception is listed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from soa.model.scalars import MOMENT_PATTERN, Moment
from soa.rules import AnyRule
from soa.source import Source
from soa.source.comments import Comment
from soa.source.places import Path, Place

_ANY = re.compile(r"#\s*soa(?:\s*:\s*(?:ignore|noqa|disable)\b|[\s:–-]*(?:ignore|noqa|disable)\s*\[)", re.IGNORECASE)
_FORM = re.compile(r"#\s*soa[\s:–-]*ignore\s*\[(?P<rules>[^\]]*)\]\s*[:–-]?\s*(?P<reason>.*)", re.IGNORECASE)
_UNTIL = re.compile(r"\(\s*until\s+(?P<until>[^()]*?)\s*\)\s*\.?", re.IGNORECASE)


class Ignore(NamedTuple):
    """An exception as it was written."""

    rules: tuple[str, ...]
    reason: str
    until: date | None
    place: Place
    line: int
    """The line it stands for."""
    scope: Path | None
    """The part it stands for; None where none begins there."""


class Slip(NamedTuple):
    """What is wrong with an exception: a rule of the family `exceptions`, one of its cases, and where."""

    rule: str
    case: str
    message: str
    place: Place
    path: Path
    help: str = ""
    """What to do about it, where the case does not say."""


class HasPlace(Protocol):
    """What a rule raised: which rule, of which part, where."""

    @property
    def rule(self) -> str:
        """The rule's name."""

    @property
    def path(self) -> Path:
        """The part's path."""

    @property
    def place(self) -> Place:
        """Where it is shown."""


R = TypeVar("R", bound=HasPlace)


def read_ignores(source: Source, rules: Mapping[str, AnyRule]) -> tuple[list[Ignore], list[Slip]]:
    """Every exception in an agreement's files, and what is wrong with those that cannot stand."""
    if not any(_ANY.search(text.text) for text in source.texts.values()):
        return [], []
    starts = source.part_starts()
    lines = {file: sorted(parts) for file, parts in starts.items()}
    names = {old: name for name, rule in rules.items() for old in (name, *rule.formerly)}
    ignores: list[Ignore] = []
    slips: list[Slip] = []
    for comment in source.comments():
        if not _ANY.match(comment.text):
            continue
        file, line = comment.place.file, comment.place.span.start.line
        if not comment.trailing:
            below = lines.get(file, [])
            after = bisect_left(below, line)
            line = below[after] if after < len(below) else 0
        found = _read(comment, line, starts.get(file, {}).get(line), names, rules)
        if isinstance(found, Ignore):
            ignores.append(found)
        else:
            slips.append(found)
    return ignores, slips


def _read(
    comment: Comment, line: int, scope: Path | None, names: Mapping[str, str], rules: Mapping[str, AnyRule]
) -> Ignore | Slip:
    """An exception, or what is wrong with it."""

    def slip(case: str, message: str, advice: str, rule: str = "exception-unreadable") -> Slip:
        return Slip(rule, case, message, comment.place, scope or (), advice)

    form = _FORM.match(comment.text)
    asked = tuple(name.strip() for name in form["rules"].split(",") if name.strip()) if form else ()
    if form is None or not asked:
        return slip("form", "this exception does not name a rule", "")
    for name in asked:
        if name not in names:
            return slip("unknown-rule", f"there is no rule {name}", _meant(name, names))
        if rules[names[name]].family in {"format", "exceptions"}:
            return slip(
                "not-possible", f"{name} is about the form of the file, and there is no exception from that", ""
            )
    reason, until = form["reason"].strip(), None
    if dated := _UNTIL.search(reason):
        reason = f"{reason[: dated.start()]}{reason[dated.end() :]}".strip()
        until = _last_day(dated["until"])
        if until is None:
            said = f"“{dated['until']}” is not a day, so nobody knows until when this exception holds"
            return slip("form", said, "Write the day as (until 2014-03-31).")
    if not any(character.isalpha() for character in reason):
        said = f"this exception from {', '.join(asked)} gives no reason, so it does not hold"
        return slip("none", said, "", "exception-without-reason")
    return Ignore(tuple(names[name] for name in asked), reason, until, comment.place, line, scope)


def _last_day(text: str) -> date | None:
    """The day with which a moment ends; None where the text is none."""
    try:
        return Moment(text).last_day if re.search(MOMENT_PATTERN, text) else None
    except ValueError:
        return None


def _meant(name: str, names: Mapping[str, str]) -> str:
    from soa.reference.near import did_you_mean  # only a slip needs it

    near = did_you_mean(name, tuple(names), limit=1)
    return f"Did you mean {near[0]}?" if near else "soa rules lists them all."


def silence(raised: Sequence[R], ignores: Sequence[Ignore]) -> list[int | None]:
    """For each thing raised the index of the exception that silences it, or None; linear in the number of both."""
    at: dict[tuple[str, Path], int] = {}
    on: dict[tuple[str, str, int], int] = {}
    for index, ignore in enumerate(ignores):
        for rule in ignore.rules:
            if ignore.scope is not None:
                at.setdefault((rule, ignore.scope), index)
            on.setdefault((rule, ignore.place.file, ignore.line), index)
    return [_silenced_by(one, at, on) for one in raised]


def _silenced_by(
    one: HasPlace, at: Mapping[tuple[str, Path], int], on: Mapping[tuple[str, str, int], int]
) -> int | None:
    here = on.get((one.rule, one.place.file, one.place.span.start.line))
    if here is not None:
        return here
    for length in range(len(one.path), 0, -1):
        index = at.get((one.rule, one.path[:length]))
        if index is not None:
            return index
    return None


def faults_of_ignores(
    ignores: Sequence[Ignore], used: Collection[int], ran: Collection[str], as_of: date | None
) -> Iterator[Slip]:
    """What there is to say of exceptions that hold: that they silence nothing, or that their day has passed.

    `used` are the indexes of those that silence something, `ran` the rules that had a say; `as_of` is None where the
    plan's period is over, because a closed plan is read as history.
    """
    for index, ignore in enumerate(ignores):
        path = ignore.scope or ()
        idle = index not in used and any(rule in ran for rule in ignore.rules)
        if idle:
            said = f"nothing is found here that this exception from {', '.join(ignore.rules)} would silence"
            yield Slip("exception-unused", "idle", said, ignore.place, path)
        elif as_of is not None and ignore.until is not None and ignore.until < as_of:
            said = f"this exception from {', '.join(ignore.rules)} was to hold until {ignore.until.isoformat()}"
            yield Slip("exception-overdue", "overdue", said, ignore.place, path)
