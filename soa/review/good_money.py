"""What is good in what a draft says of money: that it moves to prevention, and what follows when a fund ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from soa.model.part import each, sound
from soa.review.concrete import counts, says
from soa.review.naming import PASSAGE, plain, quoted, short
from soa.review.reader import Reader, Seen

if TYPE_CHECKING:
    from soa.model.resources import Resource
    from soa.source.places import Path

_GROWS = Decimal("1.1")
"""A line for prevention that gets a tenth more has grown."""
_RISES = Decimal("1.2")
"""A share of a budget that is a fifth larger has risen."""
_POSTPONED = re.compile(
    r"\b(?:review\w*|consider\w*|explor\w*|seek\w*|sought|options?|subject to|depend\w*|look(?:ed)? (?:at|for)|discuss\w*"
    r"|to be (?:agreed|decided|determined|confirmed|identified)|where possible|if (?:funds|resources|money))\b"
)
"""Words that put the answer off."""
_FROM = re.compile(
    r"\b(?:moved|moves|transferred|shifted|redirected|released|taken|freed) (?:\w+ ){0,2}from\b", re.IGNORECASE
)
_BODIES = (
    "council",
    "health board",
    "the board",
    "the trust",
    "partners",
    "association",
    "college",
    "budget",
    "revenue",
)
"""Words for who pays, or from what."""


def moved(reader: Reader) -> Iterator[Seen]:
    """Ordinary money that moves to prevention from another line of the same partner, or from where the draft says."""
    shrinking: dict[str, tuple[Resource, tuple[int, int]]] = {}
    for _, line, ends in _lines(reader):
        if line.preventive is not True and ends[1] < ends[0] and sound(line.what):
            shrinking.setdefault(line.partner, (line, ends))
    for path, line, ends in _growing(reader):
        other, (before, after) = shrinking.get(line.partner, (None, (0, 0)))
        told = next((text for text in _texts(line) if _FROM.search(text) and counts(text)), "")
        if other is None and not told:
            continue
        rest = f", and {quoted(other.what)} from £{before:,} to £{after:,}" if other is not None else ""
        words = told or next(_texts(line), "") or (str(other.what) if other is not None else "")
        yield Seen(
            path,
            f"{reader.naming.of_partner(line.partner)} moves money that it has: {_grows(reader, line, ends)}{rest}",
            short(words, PASSAGE),
            _served(reader, line),
            Decimal(ends[1] - ends[0]),
        )


def shares(reader: Reader) -> Iterator[Seen]:
    """A partner's line for prevention that becomes a larger share of the budget it is part of."""
    for path, line, ends in _growing(reader):
        years = [year for year in each(line.years) if sound(year)]
        first, last = years[0], years[-1]
        if not sound(first.of_total) or not sound(last.of_total) or not first.of_total or not last.of_total:
            continue
        before, after = Decimal(ends[0]) / first.of_total, Decimal(ends[1]) / last.of_total
        if after >= before * _RISES and (words := next(_texts(line), "")):
            shown = reader.say.share(ends[0], first.of_total), reader.say.share(ends[1], last.of_total)
            yield Seen(
                path,
                f"More of {reader.naming.of_partner(line.partner)}'s budget goes to prevention: "
                f"{_grows(reader, line, ends)}, from {shown[0]} of the budget to {shown[1]}",
                short(words, PASSAGE),
                _served(reader, line),
                after / before,
            )


def _lines(reader: Reader) -> Iterator[tuple[Path, Resource, tuple[int, int]]]:
    """The lines of ordinary money with what they give first and last; none where a shift was questioned."""
    if "no-shift-to-prevention" in reader.rules_at(("resources",)):
        return
    for path, line in reader.lines():
        ends = _ends(line)
        if line.kind == "money" and line.source == "mainstream" and ends is not None:
            yield path, line, ends


def _growing(reader: Reader) -> Iterator[tuple[Path, Resource, tuple[int, int]]]:
    """The lines for prevention that grow."""
    for path, line, ends in _lines(reader):
        if line.preventive is True and ends[1] >= ends[0] * _GROWS:
            yield path, line, ends


def _grows(reader: Reader, line: Resource, ends: tuple[int, int]) -> str:
    """How a line grows, in words."""
    years = each(line.years)
    first, last = (reader.say.moment(year.year) for year in (years[0], years[-1]))
    return f"its line for prevention goes from £{ends[0]:,} in {first} to £{ends[1]:,} in {last}"


def _texts(line: Resource) -> Iterator[str]:
    """What is said of a line."""
    yield from (str(text) for text in (line.what, line.expects) if sound(text))
    yield from (str(year.basis) for year in each(line.years) if sound(year) and sound(year.basis))


def after_funds(reader: Reader) -> Iterator[Seen]:
    """What follows when a fund ends: who pays, or from what."""
    names = [plain(one.name).lower() for one in reader.lookup.partners.values() if sound(one.name)]
    for path, line in reader.lines():
        if not sound(line.ends) or not sound(line.after) or not says(line.after, 4):
            continue
        text = plain(line.after).lower()
        if not counts(text) or _POSTPONED.search(text) or not any(name in text for name in (*_BODIES, *names)):
            continue
        what = f" for {quoted(line.what)}" if sound(line.what) else ""
        yield Seen(
            (*path, "after"),
            f"It is said what follows when the money{what} ends {reader.day(line.ends)}",
            short(line.after, PASSAGE),
            _served(reader, line),
            Decimal(1 + (line.source == "change-fund")),
        )


def _served(reader: Reader, line: Resource) -> str:
    """The outcome that a line serves alone."""
    served = [name for name in each(line.serves) if sound(name)]
    return served[0] if len(served) == 1 and served[0] in reader.lookup.outcomes else ""


def _ends(line: Resource) -> tuple[int, int] | None:
    """What a line of money gives in its first year and in its last."""
    years = each(line.years)
    amounts = [year.amount for year in years if sound(year) and sound(year.year) and sound(year.amount)]
    return (amounts[0], amounts[-1]) if len(amounts) > 1 and len(amounts) == len(years) else None
