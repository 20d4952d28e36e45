"""An outcome that lies far off has something to be measured by on the way."""

from collections.abc import Iterable, Iterator
from datetime import date

from soa.model.agreement import Agreement
from soa.model.measure import Indicator
from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.model.scalars import Moment
from soa.rules._first_year import end_of_first_year
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_UNKNOWN = date.min
"""Something that could not be read, or is still to be set, may be near."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for the earliest day on which anything of an outcome, or of one that leads to it, is measured."""
    lookup, header = subject.lookup, subject.part.agreement
    years = subject.options["years"]
    limit = end_of_first_year(header, 12 * years)
    if limit is None or (sound(header.ends) and header.ends.last_day <= limit):
        return
    shared: dict[Path, Moment | None] = {}
    outcomes = lookup.all(Outcome)
    firsts: list[Moment | None] = []
    leading: dict[str, date] = {}
    for _, outcome in outcomes:
        dates = [*_dated(outcome)]
        for measure in lookup.measures_of(outcome):
            if measure.path not in shared:
                shared[measure.path] = _first(_of_measure(measure.indicator))
            dates.append(shared[measure.path])
        firsts.append(_first(dates))
        for name in each(outcome.leads_to):
            leading[name] = min(leading.get(name, date.max), _day(firsts[-1]))
    for (path, outcome), first in zip(outcomes, firsts, strict=True):
        if _answered(outcome) and first is not None and min(_day(first), leading.get(outcome.id, date.max)) >= limit:
            yield Problem(
                "far",
                f"nothing of this outcome is measured before {first}, more than {years} years after the agreement begins",
                at=(*path, "when"),
            )


def _answered(outcome: Outcome) -> bool:
    """Whether an outcome is pursued, and what it is measured by could be read."""
    if outcome.state == "stopped" or sound(outcome.not_yet):
        return False
    parts = (outcome.what, outcome.what.indicators, outcome.how, outcome.when)
    return all(sound(part) for part in parts) and HOLE not in (outcome.when.targets, outcome.when.milestones)


def _dated(outcome: Outcome) -> Iterator[Moment | None]:
    """The days and periods of all that is measured of an outcome itself."""
    if sound(outcome.when.not_yet):
        yield HOLE
    for target in each(outcome.when.targets):
        yield from (value.period for value in target.values) if sound(target.values) else (HOLE,)
    yield from (milestone.by for milestone in each(outcome.when.milestones))
    for action in outcome.how:
        yield from (step.by for step in each(action.steps))
        if sound(action.measure) and sound(action.measure.by):
            yield action.measure.by


def _of_measure(indicator: Indicator) -> Iterator[Moment | None]:
    """The periods of the targets that stand with an indicator: a shared one's own, and those for places and groups."""
    yield from (value.period for value in each(indicator.targets))
    for breakdown in each(indicator.breakdown):
        yield from (value.period for value in each(breakdown.targets))


def _first(moments: Iterable[Moment | None]) -> Moment | None:
    """The one that ends first, or a hole among them, which may be near; None where there are none."""
    return min((moment for moment in moments if moment is not None), key=_day, default=None)


def _day(moment: Moment | None) -> date:
    if moment is None:
        return date.max
    return moment.last_day if sound(moment) else _UNKNOWN


RULE = Rule(
    family="indicators-and-targets",
    summary="Every outcome is measured by something within two years, however far off its last target is.",
    authority="audit-finding",
    sources=(
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("HMIC 2012", "1.5, 3.6"),
        Citation("Audit Scotland 2013", "§15, §75"),
    ),
    rationale="What changes in ten years is easily forgotten in two. A nearer target, a measure that moves sooner or a dated milestone shows whether the plan is on its way, and keeps early silence from being read as failure.",
    question="How will we know in two years that you are on the way?",
    cases={
        "far": Case(
            "warning",
            "Add a target for an earlier period, an indicator that moves sooner, or under milestones what will have happened by then.",
        ),
    },
    on=(Agreement,),
    example_of="when",
    bad="""
when:  # here
  targets:
    - indicator: admissions
      values:
        - {period: 2022-23, value: 15.0}
""",
    good="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2022-23, value: 15.0}
  milestones:
    - {milestone: One falls route open in all six towns, by: 2014-03-14}
""",
    check=check,
    requirements=("R33", "R34", "R65"),
    decided="One finding for an outcome, not for an indicator: figures that come every few years are fine beside something nearer. Dated steps and measures of actions count, and so do outcomes that lead to this one. A plan agreed late is counted from the day it was agreed. Dates that all fall on one day are left to everything-on-31-march.",
    options={"years": Option(2, "years from the start within which something is to be measured", least=1, most=50)},
    gives_way_to=("target-not-specific", "outcome-not-measured"),
)
