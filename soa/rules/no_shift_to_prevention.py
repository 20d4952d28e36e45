"""The share of budgets that goes to prevention rises over the years given."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.part import each, sound
from soa.model.resources import Resource
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import printed
from soa.source.places import Path

_FOR_A_TIME = frozenset({"change-fund", "grant", "capital"})


class _Year(NamedTuple):
    """What one line gives in one year."""

    amount: int
    of_total: int | None


class _Line(NamedTuple):
    """Money of the prevention plan, by year, and whether it comes to an end by its nature."""

    partner: str
    years: Mapping[str, _Year]
    for_a_time: bool


class _Shift(NamedTuple):
    """Money in the first year and the last, and the budgets it is part of; None where they are not all known."""

    first: str
    last: str
    amounts: tuple[int, int]
    totals: tuple[int, int] | None

    @property
    def rises(self) -> bool:
        """Whether the share rises, or the amount where no share is known."""
        before, after = self.amounts
        if self.totals is None:
            return after > before
        return after * self.totals[0] > before * self.totals[1]


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the first and the last year of the plan's money, and look for help that is to be harder to get."""
    for path, action, _ in subject.lookup.all_actions:
        if sound(action.action) and _raises_a_threshold(action.action):
            yield Problem(
                "threshold", "with a higher threshold, help comes only when things are worse", at=(*path, "action")
            )
    for path, line in subject.lookup.preventive_resources:
        yield from _renamed(path, line)
    if sound(subject.part.prevention.not_yet):
        return
    lines = _lines(subject.lookup.preventive_resources)
    shift = _shift(lines)
    if shift is None:
        return
    lasting = _shift([line for line in lines if not line.for_a_time])
    if not shift.rises and not (lasting is not None and lasting.rises):
        yield _flat(shift)
    elif falling := _falling(lines):
        said = f"what these partners give to prevention becomes less over the years, while the whole rises: {subject.lookup.called(falling)}"
        yield Problem("one-partner", said, at=("resources",))


def _renamed(path: Path, line: Resource) -> Iterator[Problem]:
    """Look for words by which a line was there before, under another name."""
    texts = [line.what, *(year.basis for year in each(line.years) if sound(year))]
    found = next((match for text in texts if sound(text) and (match := _other_name().search(text))), None)
    if found:
        yield Problem(
            "renamed",
            f"this line is counted as prevention, and its own words say that it was there before: “{found[0]}”",
            at=(*path, "what") if sound(line.what) else path,
        )


@cache
def _other_name() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:re-?named|re-?badged|re-?labell?ed|re-?classified|re-?designated|(?:now|newly) (?:called|counted|classed|described|recorded|shown) as|previously (?:called|counted|recorded|shown) as"
        r"|formerly (?:called|known as)|(?:the )?same budget(?: lines?| heads?)? as)\b",
        re.IGNORECASE,
    )


def _lines(resources: Iterable[tuple[Path, Resource]]) -> list[_Line]:
    """The money lines that give two years or more, with every amount and year sound."""
    lines = []
    for _, resource in resources:
        years = each(resource.years)
        if resource.kind != "money" or len(years) < 2 or not sound(resource.partner) or sound(resource.not_yet):
            continue
        by_year = {
            str(one.year): _Year(one.amount, one.of_total if sound(one.of_total) else None)
            for one in years
            if sound(one.year) and sound(one.amount)
        }
        slips = any(one.of_total is not None and one.amount > one.of_total for one in by_year.values())
        if len(by_year) == len(years) and not slips:  # totals-disagree has said it
            ends = sound(resource.ends) or (sound(resource.source) and resource.source in _FOR_A_TIME)
            lines.append(_Line(resource.partner, by_year, ends))
    return lines


def _shift(lines: list[_Line]) -> _Shift | None:
    """The first and the last of the years that all lines give, and the money in each."""
    common = sorted(set.intersection(*(set(line.years) for line in lines))) if lines else []
    if len(common) < 2:
        return None
    first, last = common[0], common[-1]
    known = [line for line in lines if line.years[first].of_total and line.years[last].of_total]
    counted = known if len(known) == len(lines) else lines
    amounts = (sum(line.years[first].amount for line in counted), sum(line.years[last].amount for line in counted))
    totals = (_total(known, first), _total(known, last)) if len(known) == len(lines) else None
    return _Shift(first, last, amounts, totals)


def _total(lines: list[_Line], year: str) -> int:
    """The budgets that lines are part of; one that several lines of a partner name is counted once."""
    return sum(total for _, total in {(line.partner, line.years[year].of_total or 0) for line in lines})


def _falling(lines: list[_Line]) -> list[str]:
    """The partners whose own part becomes less."""
    by_partner: dict[str, list[_Line]] = {}
    for line in lines:
        by_partner.setdefault(line.partner, []).append(line)
    return [partner for partner, own in by_partner.items() if _falls(own)]


def _falls(lines: list[_Line]) -> bool:
    shift = _shift([line for line in lines if not line.for_a_time])
    return shift is not None and shift.amounts[1] < shift.amounts[0] and not shift.rises


def _flat(shift: _Shift) -> Problem:
    first, last = printed(shift.first), printed(shift.last)
    if shift.totals is None:
        before, after = (f"£{amount:,}" for amount in shift.amounts)
        said = f"prevention gets {before} in {first} and {after} in {last}, and it is not said whether the budgets it is part of fall faster"
        return Problem("amount", said, at=("resources",))
    before, after = (f"{100 * amount / total:.1f}" for amount, total in zip(shift.amounts, shift.totals, strict=True))
    moves = (
        f"stays at {before} per cent from {first} to {last}"
        if before == after
        else f"goes from {before} per cent in {first} to {after} in {last}"
    )
    return Problem("share", f"prevention's share of the budgets named here {moves}", at=("resources",))


def _raises_a_threshold(words: str) -> bool:
    return any(part in words for part in ("hreshold", "ligib", "riteria")) and bool(_thresholds().search(words))


@cache
def _thresholds() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:rais(?:e|ing)|tighten(?:ing)?|restrict(?:ing)?|increas(?:e|ing)|higher)\b (?:the )?(?:\w+ ){0,3}(?:thresholds?|eligibility|criteria)\b(?! for (?:entry to )?(?:custody|prison|admission))",
        re.IGNORECASE,
    )


RULE = Rule(
    family="prevention",
    summary="The share of budgets that goes to prevention rises over the years given, and help does not become harder to get.",
    authority="guidance",
    sources=(
        Citation("Audit Scotland 2013", "§15, §29"),
        Citation("North Lanarkshire 2012", "1.2, 3.7"),
        Citation("East Lothian 2013", "3.17"),
    ),
    rationale="The guidance asks for a decisive shift to prevention. Budgets fall, so that an amount alone says little: what shows a shift is its share of the whole.",
    question="Which money that you already have moves, and from what to what?",
    cases={
        "share": Case(
            "warning",
            "Check the amounts and of_total; where money stays as it is, say under prevention, statement, what moves instead.",
        ),
        "amount": Case(
            "advice",
            "Add of_total: beside each amount, the whole budget that it is part of: where that falls faster, the share rises all the same.",
            "Is that more or less of what you spend?",
        ),
        "one-partner": Case(
            "advice",
            "Say under basis why, such as work that another partner has taken over.",
            "Why does this partner's part become less?",
        ),
        "renamed": Case(
            "warning",
            "Take preventive out of this line; or say under basis what is done otherwise now, and what was moved to it.",
            "What has changed but the name?",
        ),
        "threshold": Case(
            "warning",
            "Say under difference who will help those who no longer qualify, or leave it out of this plan.",
            "Who helps them in the meantime?",
        ),
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:  # here
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 640000, of_total: 23600000, certainty: firm, basis: Budget book}
      - {year: 2014-15, amount: 590000, of_total: 23500000, certainty: indicative, basis: Financial plan}
  - partner: council
    serves: [older-people]
    kind: people
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, certainty: firm, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, certainty: firm, basis: Sixty volunteers for an hour a week}
""",
    good="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 640000, of_total: 8100000, certainty: firm, basis: Budget book}
      - {year: 2014-15, amount: 630000, of_total: 7700000, certainty: indicative, basis: Financial plan}
  - partner: council
    serves: [older-people]
    kind: people
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, certainty: firm, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, certainty: firm, basis: Sixty volunteers for an hour a week}
""",
    check=check,
    needs=("prevention",),
    requirements=("R59", "R64"),
    decided="The share of of_total decides, over all partners together, so that money may move between them. Only years that every line gives are compared. Where ordinary money rises, a grant that ends is no fall. A line that by its own words was there before under another name is no shift. Without totals, and for one partner alone, it is advice.",
)
