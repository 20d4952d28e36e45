"""What is computed and never typed: money by year and partner, the share that prevents, gaps, the first year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from soa.model.lookup import MeasureOf
from soa.model.measure import Breakdown, Indicator, Reading, Target, TargetValue
from soa.model.outcome import Action, Outcome
from soa.model.part import Part, each, sound
from soa.model.resources import Resource
from soa.model.scalars import Moment

EVERYONE = "everyone"


class Money(NamedTuple):
    """The partners' money in one year, in whole pounds."""

    year: Moment
    total: int
    preventive: int


class GapSize(NamedTuple):
    """The difference between two groups in one period."""

    period: Moment
    worse: Decimal
    better: Decimal

    @property
    def size(self) -> Decimal:
        """How far apart they are."""
        return abs(self.worse - self.better)


class GapOf(NamedTuple):
    """A gap that is to narrow: now, and at the last target where both ends have one."""

    between: tuple[str, str]
    now: GapSize
    then: GapSize | None

    @property
    def narrows(self) -> bool:
        """Whether its targets bring the ends closer."""
        return self.then is not None and self.then.size < self.now.size


def amounts(resources: Iterable[Resource]) -> list[tuple[Resource, Moment, int]]:
    """Every sound amount of money, each counted once: pooled money as a whole, money paid through another where it is given."""
    return [
        (resource, year.year, year.amount)
        for resource in resources
        if resource.kind == "money"
        for year in each(resource.years)
        if sound(year) and sound(year.year) and sound(year.amount)
    ]


def money_by_year(resources: Iterable[Resource]) -> list[Money]:
    """What the partners put in, year by year, and how much of it prevents."""
    found: dict[str, Money] = {}
    for resource, year, amount in amounts(resources):
        before = found.get(year, Money(year, 0, 0))
        extra = amount if resource.preventive is True else 0
        found[year] = Money(year, before.total + amount, before.preventive + extra)
    return sorted(found.values(), key=lambda money: money.year.last_day)


def spend(resources: Iterable[Resource]) -> tuple[list[Moment], dict[str, dict[Moment, int]]]:
    """The years, and for each partner (in order of first mention) what it puts in in each."""
    years: dict[str, Moment] = {}
    rows: dict[str, dict[Moment, int]] = {}
    for resource, year, amount in amounts(resources):
        years.setdefault(year, year)
        row = rows.setdefault(str(resource.partner) if sound(resource.partner) else "", {})
        row[year] = row.get(year, 0) + amount
    return sorted(years.values(), key=lambda year: year.last_day), rows


def at_year(money: list[Money], day: date) -> Money | None:
    """The money of the year that a day falls in, or of the first year."""
    current = [one for one in money if one.year.first_day <= day <= one.year.last_day]
    return (current or money)[0] if money else None


def reach(target: TargetValue, indicator: Indicator | Breakdown) -> Decimal | None:
    """The level that a target means: as written, or worked out from the baseline; None where neither can be."""
    if sound(target.value):
        return target.value
    baseline = indicator.baseline
    if not sound(target.change) or not sound(baseline) or not sound(baseline.value):
        return None
    if target.change_in == "per-cent":
        exact = baseline.value * (100 + target.change) / 100
        return round(exact, max(0, -int(baseline.value.as_tuple().exponent)))
    return baseline.value + target.change


def gap_of(measure: MeasureOf, target: Target | None) -> GapOf | None:
    """The gap that a measure names, now and at the last period for which both ends have a target."""
    indicator = measure.indicator
    gap = indicator.gap
    if not sound(gap) or len(gap.between) != 2 or not all(sound(end) for end in gap.between):
        return None
    worse, better = (_end(indicator, end, target) for end in gap.between)
    if worse is None or better is None:
        return None
    (now_w, then_w), (now_b, then_b) = worse, better
    if now_w is None or now_b is None or now_w[0] != now_b[0]:
        return None
    shared = [period for period in then_w if period in then_b]
    last = max(shared, key=lambda period: period.last_day, default=None)
    then = GapSize(last, then_w[last], then_b[last]) if last else None
    return GapOf((gap.between[0], gap.between[1]), GapSize(now_w[0], now_w[1], now_b[1]), then)


_End = tuple[tuple[Moment, Decimal] | None, dict[Moment, Decimal]]


def _end(indicator: Indicator, name: str, target: Target | None) -> _End | None:
    """One end of a gap: where it starts, and its targets by period."""
    if name == EVERYONE:
        values = target.values if target is not None else each(indicator.targets)
        return _start(indicator), _levels(values, indicator)
    for part in each(indicator.breakdown):
        if sound(part) and part.of == name:
            return _start(part), _levels(each(part.targets), part)
    return None


def _start(part: Indicator | Breakdown) -> tuple[Moment, Decimal] | None:
    reading = part.baseline
    if not sound(reading) or not sound(reading.value) or not sound(reading.period) or reading.suppressed is True:
        return None
    return reading.period, reading.value


def _levels(values: Iterable[TargetValue], start: Indicator | Breakdown) -> dict[Moment, Decimal]:
    reached = ((one.period, reach(one, start)) for one in values if sound(one) and sound(one.period))
    return {period: level for period, level in reached if level is not None}


# ---- what a chart shows --------------------------------------------------------------------------------------------

FEW = 50
"""What rests on fewer people or things than this is marked: one or two of them can change it."""


class Aim(NamedTuple):
    """A target and the level that it means: two levels where it is a range."""

    target: TargetValue
    low: Decimal
    high: Decimal


class Series(NamedTuple):
    """What was measured of everyone or of a group, in order of time, and what is aimed at."""

    of: str
    """A group's name, or `EVERYONE`."""
    measured: tuple[Reading, ...]
    """Each with its value; those too small to be shown have none and are not here."""
    aims: tuple[Aim, ...]
    left_out: tuple[Moment, ...]
    """The periods in which too few were counted to be shown."""


def series_of(indicator: Indicator, of: str, target: Target | None) -> Series | None:
    """The figures of everyone or of one group; None where there is no such group."""
    if of == EVERYONE:
        values = target.values if target is not None else each(indicator.targets)
        return _series(indicator, of, (*each(indicator.history), indicator.baseline), values)
    part = next((part for part in each(indicator.breakdown) if sound(part) and part.of == of), None)
    return _series(indicator, of, (part.baseline,), each(part.targets), part) if part is not None else None


def _series(
    indicator: Indicator,
    of: str,
    readings: Iterable[Reading | Any],
    values: Iterable[TargetValue],
    part: Breakdown | None = None,
) -> Series:
    dated = [one for one in readings if sound(one) and sound(one.period)]
    by_period = {one.period: one for one in dated if one.suppressed is True or sound(one.value)}
    kept = sorted(by_period.values(), key=lambda one: one.period.last_day)
    aims = [
        aim for one in values if sound(one) and sound(one.period) and (aim := _aim(one, part or indicator, indicator))
    ]
    return Series(
        of,
        tuple(one for one in kept if one.suppressed is not True),
        tuple(sorted(aims, key=lambda aim: aim.target.period.last_day)),
        tuple(one.period for one in kept if one.suppressed is True),
    )


def _aim(target: TargetValue, start: Indicator | Breakdown, indicator: Indicator) -> Aim | None:
    level = reach(target, start)
    if level is None:
        return None
    if sound(target.value) and sound(target.to):
        return Aim(target, min(level, target.to), max(level, target.to))
    if sound(target.value) and indicator.direction == "hold" and sound(indicator.within):
        return Aim(target, level - indicator.within, level + indicator.within)
    return Aim(target, level, level)


class Promise(NamedTuple):
    """Something that will have happened by a day."""

    by: Moment
    field: str
    part: Part
    outcome: Outcome


def promises(outcome: Outcome, first: date, last: date) -> list[Promise]:
    """What an outcome promises between two days: milestones before actions, actions before their steps; done ones left out."""
    found = [
        Promise(one.by, "milestone", one, outcome)
        for one in each(outcome.when.milestones)
        if sound(one) and _falls(one.by, first, last)
    ]
    actions: list[Action] = [one for one in outcome.how if sound(one) and one.state not in {"stopped", "done"}]
    found += [
        Promise(one.due, "action", one, outcome) for one in actions if sound(one.due) and _falls(one.due, first, last)
    ]
    found += [
        Promise(step.by, "step", step, outcome)
        for one in actions
        for step in each(one.steps)
        if sound(step) and _falls(step.by, first, last)
    ]
    return found


def _falls(by: Moment, first: date, last: date) -> bool:
    return sound(by) and first <= by.last_day <= last


def year_after(start: date) -> date:
    """The last day of the year that begins on a day."""
    try:
        return date.fromordinal(start.replace(year=start.year + 1).toordinal() - 1)
    except ValueError:  # 29 February
        return date(start.year + 1, 2, 28)
