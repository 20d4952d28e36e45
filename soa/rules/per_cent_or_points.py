"""A change of a percentage says whether it is counted in per cent or in percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from soa.language.words import pieces
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Outcome, Priority
from soa.model.part import each, sound
from soa.rules._figures import Figure, bare_words, figures, is_percentage, sentences, unit_of
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._spoken_of import Said, measure_of, texts_of
from soa.source.places import Path

_HEADS = frozenset(("more", "fewer"))
"""“10 per cent fewer people” counts people, and can be read in one way only."""
_POINTS = frozenset(("point", "points", "points,", "points."))
_SCORED = frozenset("point points score scores index ucas tariff scqf".split())
"""Words of a unit whose values may be called points themselves."""


def check(subject: Subject[Any]) -> Iterator[Problem]:
    """Look at the words that give a change of a percentage, and at what each change is counted in."""
    part, lookup = subject.part, subject.lookup
    if isinstance(part, Priority):
        if len(part.outcomes) == 1 and sound(part.outcomes[0]) and sound(part.title):
            yield from _words(Said(("title",), part.title, None, is_aim=True), part.outcomes[0], lookup)
    elif isinstance(part, Indicator):
        yield from _targets(part, each(part.targets), ("targets",))
        for index, one in enumerate(each(part.breakdown)):
            if sound(one):
                yield from _targets(part, each(one.targets), ("breakdown", index, "targets"))
    elif part.state != "stopped":
        for said in texts_of(part):
            yield from _words(said, part, lookup)
        for index, target in enumerate(each(part.when.targets)):
            if sound(target) and sound(target.indicator):
                measure = lookup.measure(target.indicator, part)
                if measure is not None:
                    yield from _targets(measure.indicator, each(target.values), ("when", "targets", index, "values"))


def _words(said: Said, outcome: Outcome, lookup: Lookup) -> Iterator[Problem]:
    measure = measure_of(said, outcome, lookup, "per cent")
    if measure is None or len(lookup.measures_of(outcome)) > 1 or not _POINTS.isdisjoint(said.text.split()):
        return
    for sentence in sentences(said.text):
        found = figures(sentence)
        if any(one.role in ("start", "unsure") or (one.role == "level" and one.unit == "per cent") for one in found):
            continue
        for figure in found:
            if figure.role == "change" and figure.unit == "per cent" and not _of_people(sentence, figure):
                readings = _two_ways(measure.indicator, figure.value)
                if readings:
                    yield Problem(
                        "words",
                        f"“{sentence[figure.start : figure.end]}” of a percentage can be read in two ways: {readings}",
                        at=said.at,
                    )
                    return


def _of_people(sentence: str, figure: Figure) -> bool:
    following = [small for small, _, _ in pieces(sentence[figure.end : figure.end + 20])]
    return bool(following) and following[0] in _HEADS


def _two_ways(indicator: Indicator, change: Decimal) -> str:
    """Both levels that a change may lead to; empty where only one of them can be."""
    start = indicator.baseline.value if sound(indicator.baseline) and sound(indicator.baseline.value) else None
    if start is None or indicator.direction not in ("up", "down"):
        return f"as {change.normalize():f} hundredths of it, or as {change.normalize():f} percentage points"
    way = 1 if indicator.direction == "up" else -1
    if not 0 <= start <= 100:
        return ""
    share, points = start + way * start * change / 100, start + way * change
    if not 0 <= points <= 100 or abs(share - points) < 1:
        return ""
    return f"from {start:f} to {round(share, 1).normalize():f}, or to {points.normalize():f}"


def _targets(indicator: Indicator, values: tuple[TargetValue, ...], at: Path) -> Iterator[Problem]:
    """What a change is counted in, against the unit of the measure; once for a row of targets."""
    if not sound(indicator.unit):
        return
    percentage = is_percentage(indicator.unit)
    for index, value in enumerate(values):
        if not sound(value) or not sound(value.change) or not sound(value.change_in):
            continue
        here = (*at, index, "change_in")
        if percentage and value.change_in == "units":
            yield Problem(
                "units",
                f"a change of {value.change:f} units of “{indicator.unit}” will be read as per cent of the baseline, and is {value.change:f} percentage points",
                at=here,
                write="points",
            )
            return
        if not percentage and value.change_in == "points" and not _has_points(indicator.unit):
            yield Problem(
                "points", f"percentage points are of a percentage, and this measure is in “{indicator.unit}”", at=here
            )
            return


def _has_points(unit: str) -> bool:
    return unit_of(unit) == "points" or not _SCORED.isdisjoint(small for small, _, _ in pieces(bare_words(unit)))


RULE: Rule[Any] = Rule(
    family="statistics",
    summary="A change of a percentage says whether it is so many per cent of it, or so many percentage points.",
    authority="practice",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§44")),
    rationale="From 24 per cent, “a fall of 10 per cent” leads to 21.6 for one reader and to 14 for another. Both will say, in three years, that they were right.",
    question="Down to what, exactly?",
    cases={
        "words": Case(
            "warning", "Write both levels, such as “from 24 to 21.6 per cent”, or say that percentage points are meant."
        ),
        "units": Case("warning", "Write change_in: points, which says what is meant."),
        "points": Case("warning", "Write change_in: units for a change in the measure's own unit, or per-cent."),
    },
    on=(Outcome, Priority, Indicator),
    example_of="when",
    bad="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, change: -0.9, change_in: units}
        - {period: 2016-17, change: -2.8, change_in: points}  # here
        - {period: 2022-23, value: 15.0}
  milestones:
    - {milestone: One falls route open in all six towns, by: 2014-03-14}
""",
    good="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, change: -0.9, change_in: units}
        - {period: 2016-17, change: -2.8, change_in: units}
        - {period: 2022-23, value: 15.0}
  milestones:
    - {milestone: One falls route open in all six towns, by: 2014-03-14}
""",
    check=check,
    gives_way_to=("words-contradict-figures",),
    requirements=("R40", "R44"),
    decided="A change without change_in is a fault of shape, and reported as one. change_in: per-cent on a percentage says plainly what is meant, and passes: the document prints the level it leads to. Words are questioned only where the measure is the outcome's only one and both readings are possible.",
)
