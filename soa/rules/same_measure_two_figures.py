"""One measure has one value, and one target, for one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from soa.language.words import pieces
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._levels import Level, spoken, targets, values
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

Key = tuple[object, ...]


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Bring together what is said of each measure, and compare it period by period."""
    lookup = subject.lookup
    stopped = frozenset(path for path, outcome in lookup.all(Outcome) if outcome.state == "stopped")
    set_for = _targets_by_measure(lookup, stopped)
    known: dict[Key, Level] = {}
    for measure, path, indicator in _measures(lookup, stopped):
        problem: Problem | None = None
        for case, group, level in _said_of(indicator, path, set_for.get(path, ())):
            before = known.setdefault(
                (measure, case, group, level.period.first_day, level.period.last_day),
                level,
            )
            if _agree(before, level):
                continue
            if problem is None:
                problem = _problem(case, indicator, before, level)
            else:  # a copy that differs in all its figures is one slip
                problem = problem._replace(related=(*problem.related, (level.at, "this figure too")))
        if problem is not None:
            yield problem


def _targets_by_measure(
    lookup: Lookup, stopped: frozenset[Path]
) -> dict[Path, list[tuple[Path, Sequence[TargetValue]]]]:
    """What outcomes set for each measure, by the path at which the measure is defined."""
    found: dict[Path, list[tuple[Path, Sequence[TargetValue]]]] = {}
    for path, outcome in lookup.all(Outcome):
        for index, target in enumerate(each(outcome.when.targets)):
            if path in stopped or not sound(target) or not sound(target.indicator):
                continue
            measure = lookup.measure(target.indicator, outcome)
            if measure is not None:
                at: Path = (*path, "when", "targets", index, "values")
                found.setdefault(measure.path, []).append((at, each(target.values)))
    return found


def _measures(lookup: Lookup, stopped: frozenset[Path]) -> Iterator[tuple[Path, Path, Indicator]]:
    """Every indicator that is defined, after the path of the first that is the same measure; those of stopped outcomes are past."""
    first: dict[Key, Path] = {}
    for path, indicator in lookup.all(Indicator):
        if sound(indicator.use) or any(path[:length] in stopped for length in range(len(path))):
            continue
        keys = _keys(indicator, lookup)
        same = next((first[key] for key in keys if key in first), path)
        for key in keys:
            first.setdefault(key, same)
        yield same, path, indicator


def _keys(indicator: Indicator, lookup: Lookup) -> list[Key]:
    """What makes two definitions one measure: the national core indicator, or name and unit, and how it is taken. A locality's may be any place's."""
    if not sound(indicator.unit) or not sound(indicator.name) or indicator.level == "locality":
        return []
    name = indicator.name.lower()
    taken = (
        " ".join(indicator.unit.lower().split()),
        indicator.level if sound(indicator.level) else "council-area",
        *(
            str(one) if sound(one) else ""
            for one in (indicator.measured_over, indicator.averaged_over, indicator.counted)
        ),
    )
    keys: list[Key] = [("name", tuple(small for small, _, _ in pieces(name) if small[0].isalnum()), *taken)]
    if sound(indicator.core):
        keys.append(("core", indicator.core, frozenset(lookup.localities_named(name).values()), *taken))
    return keys


def _said_of(
    indicator: Indicator, path: Path, set_for_it: Iterable[tuple[Path, Sequence[TargetValue]]]
) -> Iterator[tuple[str, str, Level]]:
    """The values (case `value`) and targets (case `target`) of a measure, those of its parts under the part's name."""
    start = indicator.baseline
    readings = [((*path, "baseline"), start)] if sound(start) else []
    readings += [((*path, "history", index), one) for index, one in enumerate(each(indicator.history))]
    yield from (("value", "", level) for level in values(readings))
    for at, wanted in (((*path, "targets"), each(indicator.targets)), *set_for_it):
        yield from (("target", "", level) for level in targets(wanted, at, start))
    for index, part in enumerate(each(indicator.breakdown)):
        if sound(part) and sound(part.of):
            at = (*path, "breakdown", index)
            yield from (("value", part.of, level) for level in values([((*at, "baseline"), part.baseline)]))
            yield from (
                ("target", part.of, level) for level in targets(each(part.targets), (*at, "targets"), part.baseline)
            )


def _agree(one: Level, other: Level) -> bool:
    """Whether two levels are the same, one perhaps rounded; a provisional value may differ from the final one."""
    return one.provisional != other.provisional or all(
        _rounded_alike(a, b) for a, b in ((one.low, other.low), (one.high, other.high))
    )


def _rounded_alike(one: Decimal, other: Decimal) -> bool:
    places = max(int(one.as_tuple().exponent), int(other.as_tuple().exponent))
    return abs(one - other) * 2 <= Decimal(1).scaleb(places) if one != other else True


def _problem(case: str, indicator: Indicator, before: Level, level: Level) -> Problem:
    name = f"“{indicator.name}”" if sound(indicator.name) else "this measure"
    here, there = spoken(level), spoken(before)
    said = (
        f"{name} is {here} in {level.period} here, and {there} elsewhere in this agreement"
        if case == "value"
        else f"the target of {name} for {level.period} is {here} here, and {there} elsewhere in this agreement"
    )
    return Problem(case, said, at=level.at, related=((before.at, "the other figure"),))


RULE = Rule(
    family="indicators-and-targets",
    summary="One measure has one value, and one target, for one period.",
    authority="arithmetic",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§53")),
    rationale="A figure that is typed in two places soon differs in one of them, and then nobody can say which was agreed. A measure that several outcomes share is defined once.",
    question="Which of the two did you agree?",
    cases={
        "value": Case(
            "error",
            "Correct the one that is wrong. Where the two do not count the same, give each a name that says what it counts.",
        ),
        "target": Case(
            "error",
            "Correct the one that was not agreed; where several outcomes share the measure, set its targets in one place.",
        ),
    },
    on=(Agreement,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  history:
    - {period: 2012-13, value: 23.1}  # here
  breakdown:
    - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  history:
    - {period: 2011-12, value: 23.1}
  breakdown:
    - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}
""",
    check=check,
    requirements=("R48",),
    decided="Definitions are one measure by their national core indicator, or by name and unit, and only where they are taken over the same time and area. A locality's measure is compared with nothing but itself, because its name may not say which place. A value and its rounded form agree, and so do a provisional value and the final one.",
)
