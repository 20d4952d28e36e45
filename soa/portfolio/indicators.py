"""The same measure in several areas, side by side where that is fair, and otherwise why it is not; never a ranking."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from soa.portfolio.facts import AimFacts, Facts, IndicatorFacts, ValueFacts
from soa.portfolio.words import cut, files_for, moment
from soa.reference import core_indicators
from soa.reference.areas import area as area_named
from soa.reference.indicators import CoreIndicator
from soa.reference.near import plain

FEWEST: Final = 2
"""One area alone is compared with nobody."""
_PEOPLE: Final = re.compile(
    r"\b(?:child|children|young|pupils?|school|schools|baby|babies|birth|births|birthweight|pregnan\w+|care|carers?|looked after|older people"
    r"|aged (?:6|7|8)\d|hous(?:e|ing)|homeless\w*|tenants?|homes?)\b",
    re.IGNORECASE,
)
"""Words of services to people: children, social work and housing have families of councils of their own."""

_PERIODS: Final = {
    "financial-year": "financial years",
    "school-year": "school years",
    "calendar-year": "calendar years",
    "quarter": "quarters",
    "single-day": "single days",
    "survey-wave": "waves of a survey",
    "": "periods that it does not name",
}
_LEVELS: Final = {
    "health-board": "the health board's whole area",
    "police-division": "the police division's whole area",
    "college-region": "the college region",
    "scotland": "Scotland",
    "locality": "one locality",
}


class InArea(NamedTuple):
    """One area's value of a measure, for the period that all have."""

    area: str
    file: str
    family: int
    """Of councils; 0 where the area is in none."""
    value: ValueFacts
    aim: AimFacts | None
    """The last level that is aimed at."""


class LeftOut(NamedTuple):
    """An area that has the measure and is not compared, and why."""

    area: str
    file: str
    why: str


class Comparison(NamedTuple):
    """One measure in several areas that define and count it alike."""

    file: str
    """Of its page, without an ending."""
    name: str
    core: bool
    """Whether it is a national core indicator."""
    definition: str
    unit: str
    direction: str
    caution: str
    """What the source says must be known before it is quoted."""
    period: ValueFacts
    """Any of the values: all are of the same period."""
    measured_over: str
    families: str
    """Which families of councils the areas are grouped by: `people` or `other`; empty where no area is in one."""
    areas: tuple[InArea, ...]
    """In the order of the alphabet."""
    left_out: tuple[LeftOut, ...]


class Refusal(NamedTuple):
    """A measure that several areas have and that cannot be compared, and why."""

    name: str
    why: str
    areas: tuple[LeftOut, ...]


class Measured(NamedTuple):
    """What was looked at for comparisons."""

    measures: int
    """Those with a value, in the newest agreements of all areas."""
    areas: int
    """How many areas have one."""
    shared: int
    """How many measures stand by the same name, or as the same national core indicator, in two areas or more."""


class _One(NamedTuple):
    area: str
    file: str
    code: str
    fictional: bool
    indicator: IndicatorFacts


class _Alike(NamedTuple):
    """What must be the same before two values may stand side by side."""

    definition: str
    unit: str
    measured_over: str
    averaged_over: int
    level: str
    fictional: bool


class Measures:
    """Gathers the measures of all areas."""

    def __init__(self, families: Mapping[str, tuple[int, int]]) -> None:
        self._families = families
        self._found: dict[str, list[_One]] = {}
        self._core = {one.id: one for one in core_indicators()}
        self._areas = 0

    def add(self, area: str, file: str, facts: Facts) -> None:
        """Note the measures of one area's newest agreement: each once."""
        seen: set[str] = set()
        self._areas += any(one.values for one in facts.indicators)
        for one in facts.indicators:
            known = one.core if one.core in self._core else ""
            key = known or plain(one.name)
            if key and key not in seen and one.values:
                seen.add(key)
                kept = one._replace(aims=one.aims[-1:])  # there may be thousands of areas
                self._found.setdefault(key, []).append(_One(area, file, facts.code, facts.fictional, kept))

    def measured(self) -> Measured:
        """What was looked at."""
        numbers = [len(found) for found in self._found.values()]
        return Measured(sum(numbers), self._areas, sum(number >= FEWEST for number in numbers))

    def compared(self) -> tuple[tuple[Comparison, ...], tuple[Refusal, ...]]:
        """What can be compared and what cannot, in the order of the alphabet."""
        comparisons: list[Comparison] = []
        refusals: list[Refusal] = []
        for key in sorted(self._found):
            found = self._found[key]
            if len(found) < FEWEST:
                continue
            core = self._core.get(key)
            name = core.name if core else found[0].indicator.name
            counts = [one for one in found if not one.indicator.rate]
            if len(found) - len(counts) < FEWEST:
                left = tuple(LeftOut(one.area, one.file, _unit(one)) for one in found)
                why = "These are counts or amounts, not rates: a larger area has more of them, whatever it does."
                refusals.append(Refusal(name, why, left))
                continue
            made = list(self._compare(name, core, found))
            comparisons += made
            if not made:
                refusals.append(_refused(name, core, found))
        return _with_files(comparisons), tuple(refusals)

    def _compare(self, name: str, core: CoreIndicator | None, found: Sequence[_One]) -> Iterator[Comparison]:
        """The areas that count alike, in one comparison for each way of counting; the first has the others left out."""
        groups: dict[_Alike, list[_One]] = {}
        for one in found:
            groups.setdefault(_alike(one, core), []).append(one)
        in_order = sorted(groups.items(), key=lambda group: -len(group[1]))
        fair = [(alike, ones) for alike, ones in in_order if _is_fair(alike, ones) and _period(ones) is not None]
        placed = {one.file for _, ones in fair for one in ones}
        for nth, (alike, ones) in enumerate(fair):
            period = _period(ones)
            assert period is not None
            here = [(one, value) for one in ones if (value := _at(one, period)) is not None]
            left = [LeftOut(one.area, one.file, _other_year(one)) for one in ones if _at(one, period) is None]
            if nth == 0:
                left += [
                    LeftOut(one.area, one.file, _unlike(one, _alike(one, core), alike))
                    for one in found
                    if one.file not in placed
                ]
            yield self._comparison(name, core, here, sorted(left))

    def _comparison(
        self, name: str, core: CoreIndicator | None, here: Sequence[tuple[_One, ValueFacts]], left: Iterable[LeftOut]
    ) -> Comparison:
        first = here[0][0].indicator
        of_people = bool(_PEOPLE.search(f"{name} {first.unit} {first.definition}"))
        families = {one.file: self._families.get(one.code, (0, 0))[0 if of_people else 1] for one, _ in here}
        return Comparison(
            file="",
            name=name,
            core=core is not None,
            definition=first.definition or (core.definition if core else ""),
            unit=first.unit,
            direction=first.direction,
            caution=core.caution if core else "",
            period=here[0][1],
            measured_over=first.measured_over,
            families=("people" if of_people else "other") if any(families.values()) else "",
            areas=tuple(
                InArea(one.area, one.file, families[one.file], value, next(iter(one.indicator.aims[-1:]), None))
                for one, value in here
            ),
            left_out=tuple(left),
        )


def _alike(one: _One, core: CoreIndicator | None) -> _Alike:
    indicator = one.indicator
    own = _without_area(indicator.definition, one.area)
    return _Alike(
        definition=own or (plain(core.definition) if core else ""),
        unit=_without_area(indicator.unit, one.area),
        measured_over=indicator.measured_over,
        averaged_over=indicator.averaged_over,
        level="" if indicator.level == "council-area" else indicator.level,
        fictional=one.fictional,
    )


def _without_area(words: str, name: str) -> str:
    """Words as they are compared: the area's own name in them is no difference."""
    said = f" {plain(words)} "
    known = area_named(name)
    for own in sorted(
        {name, *((known.name, known.council, *known.also_known_as) if known else ())}, key=len, reverse=True
    ):
        said = said.replace(f" {plain(own)} ", " … ")
    return said.strip()


def _is_fair(alike: _Alike, ones: Sequence[_One]) -> bool:
    """Whether those who count like this may be compared at all."""
    return len(ones) >= FEWEST and bool(alike.definition) and not alike.level and ones[0].indicator.rate


def _period(ones: Iterable[_One]) -> tuple[str, str] | None:
    """The first and last day for which most areas have a value, the latest of several; None where no two have the same."""
    counted = Counter((value.starts, value.ends) for one in ones for value in one.indicator.values)
    most = max(counted.values(), default=0)
    if most < FEWEST:
        return None
    return max((period for period, number in counted.items() if number == most), key=lambda period: (period[1], period))


def _at(one: _One, period: tuple[str, str]) -> ValueFacts | None:
    return next((value for value in one.indicator.values if (value.starts, value.ends) == period), None)


def _other_year(one: _One) -> str:
    return f"Different years: its newest value is for {period_said(one.indicator.values[-1], one.indicator.measured_over)}."


def _unit(one: _One) -> str:
    return f"counted in {one.indicator.unit}" if one.indicator.unit else "without a unit"


def _unlike(one: _One, own: _Alike, other: _Alike) -> str:
    """Why one area cannot be set beside the others."""
    indicator = one.indicator
    if not indicator.rate:
        return f"A count, not a rate: {_unit(one)}."
    if own.fictional != other.fictional:
        return "A made-up area is not compared with real ones." if own.fictional else "The others are made-up areas."
    if not own.definition:
        return "It does not say what exactly is counted."
    if own.level:
        return f"Its value is for {_LEVELS.get(own.level, own.level)}."
    if own.unit != other.unit:
        return f"Another unit: {indicator.unit}."
    if own.measured_over != other.measured_over:
        return f"Measured over {_PERIODS.get(own.measured_over, own.measured_over)}."
    if own.averaged_over != other.averaged_over:
        years = own.averaged_over
        return f"An average of {years} years." if years > 1 else "A single year, where the others average several."
    return f"It counts otherwise: “{cut(indicator.definition, 160)}”"


def _refused(name: str, core: CoreIndicator | None, found: Sequence[_One]) -> Refusal:
    """Why a measure that several areas have cannot be compared at all."""
    groups = Counter(_alike(one, core) for one in found)
    if len(groups) == 1:
        (alike,) = groups
        if not alike.definition:
            why = "No area says what exactly is counted, so that nobody can know whether they count the same."
        elif alike.level:
            why = f"The values are for {_LEVELS.get(alike.level, alike.level)}, not for the council's area."
        else:
            why = "Different years: no two areas have a value for the same period."
        return Refusal(name, why, tuple(LeftOut(one.area, one.file, _own_period(one)) for one in found))
    ways = {
        field
        for field in _Alike._fields
        for other in groups
        if getattr(other, field) != getattr(next(iter(groups)), field)
    }
    said = [words for field, words in _WAYS.items() if field in ways]
    why = f"The areas differ in {', '.join(said)}; no two of them count alike for the same period."
    return Refusal(name, why, tuple(LeftOut(one.area, one.file, _own_way(one)) for one in found))


_WAYS: Final = {
    "definition": "what they count",
    "unit": "the unit",
    "measured_over": "the kind of year",
    "averaged_over": "how many years are averaged",
    "level": "the area that the figure is for",
    "fictional": "whether they exist",
}


def _own_period(one: _One) -> str:
    return period_said(one.indicator.values[-1], one.indicator.measured_over)


def _own_way(one: _One) -> str:
    indicator = one.indicator
    said = [cut(indicator.definition, 160) or "does not say what is counted", indicator.unit, _own_period(one)]
    return "; ".join(words for words in said if words)


def period_said(value: ValueFacts, measured_over: str) -> str:
    """A period as people say it: `2012/13`, `2010/11 to 2012/13`."""
    said, first = moment(value.period), value.starts[:4]
    if first == value.period[:4]:
        return f"school year {said}" if measured_over == "school-year" else said
    start = f"{first}/{(int(first) + 1) % 100:02d}" if "/" in said else first
    return f"{start} to {said}"


def _with_files(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Each comparison with a page of its own."""
    files = files_for("measure", [one.name for one in comparisons])
    return tuple(one._replace(file=file) for one, file in zip(comparisons, files, strict=True))
