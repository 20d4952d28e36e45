"""An indicator has a target: a level and a period."""

from collections.abc import Iterator
from typing import Any

from soa.model.lookup import given
from soa.model.measure import Indicator, Target, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.model.resources import HowWeWillKnow
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject


def check(subject: Subject[Outcome | HowWeWillKnow]) -> Iterator[Problem]:
    """Look for a target for every indicator of an outcome, and for those that prevention alone is measured by."""
    part = subject.part
    yield from _of_prevention(subject, part) if isinstance(part, HowWeWillKnow) else _of_outcome(subject, part)


def _of_outcome(subject: Subject[Any], outcome: Outcome) -> Iterator[Problem]:
    if outcome.state == "stopped" or (sound(outcome.when.not_yet) and not sound(outcome.when.targets)):
        return
    aimed = {target.indicator for target in each(outcome.when.targets)}
    if outcome.when.targets is HOLE or HOLE in aimed:
        return
    without: list[tuple[int, str, Indicator]] = []
    for index, indicator in enumerate(outcome.what.indicators):
        name = indicator.use if sound(indicator.use) else indicator.id
        measure = subject.lookup.measure(name, outcome)
        if sound(name) and name not in aimed and measure is not None and not _needs_none(measure.indicator):
            without.append((index, name, measure.indicator))
    if len(without) <= sum(subject.lookup.measure(name, outcome) is None for name in aimed):
        return  # these targets name no indicator that there is, which has been said: they may well be for those without
    for index, name, indicator in without:
        yield Problem(
            "none",
            f"“{indicator.name or name}” has no target",
            at=("what", "indicators", index),
            related=(((*subject.path, "when"), "targets stand here"),),
        )


def _of_prevention(subject: Subject[Any], proofs: HowWeWillKnow) -> Iterator[Problem]:
    """A shared indicator that belongs to no outcome has its targets where it is defined; each is said once."""
    lookup = subject.lookup
    named = [
        (key, index, name)
        for key in ("decisive_shift", "improving_outcomes", "reducing_future_need", "controlling_costs")
        for index, name in enumerate(each(getattr(proofs, key)))
    ]
    told = {indicator.use for outcome in lookup.outcomes.values() for indicator in outcome.what.indicators}
    for key, index, name in named:
        measure = lookup.measures.get(name)
        if measure is None or measure.outcome is not None or name in told or _needs_none(measure.indicator):
            continue
        told.add(name)
        yield Problem(
            "none",
            f"“{measure.indicator.name or name}” has no target",
            at=(key, index),
            help="Add targets: to it where it is defined, with a level and a period; for a target still to be set write not_yet with owner and date.",
            related=((measure.path, "it is defined here"),),
        )


def _needs_none(indicator: Indicator) -> bool:
    return (
        indicator.direction == "context"
        or sound(indicator.not_yet)
        or given(indicator.targets)
        or not sound(indicator.direction)
    )


RULE: Rule[Outcome | HowWeWillKnow] = Rule(
    family="indicators-and-targets",
    summary="Every indicator has at least one target with a level and a period.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §44"),
        Citation("Grampian 2012", "S1 Q5"),
        Citation("North Lanarkshire 2012", "1.7"),
    ),
    rationale="“Improve year on year” cannot be missed and so cannot be met. A level and a period can; so can a range, or a change from the baseline.",
    question="How much better, by when?",
    cases={
        "none": Case(
            "error",
            "Add it under when, targets, with a level and a period; for a figure that only sets the scene write direction: context; for a target still to be set write not_yet with owner and date.",
        ),
        "wish": Case(
            "error",
            "Write a period and a figure, such as - {period: 2016-17, value: 90.0} (direction says whether at least or at most), a range with to, or a change with change and change_in; where it is still to be set, write not_yet with owner and date.",
        ),
    },
    on=(Outcome, HowWeWillKnow),
    example_of="when",
    bad="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2016-17, value: improve year on year}  # here
""",
    good="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, value: 20.0}
        - {period: 2016-17, value: 18.5, to: 17.5}
        - {period: 2022-23, change: -30, change_in: per-cent}
""",
    check=check,
    requirements=("R06", "R07", "R40"),
    decided="A range, a change from the baseline and a level that is held count as specific; yes or no belongs under milestones. A shared measure that proves prevention and belongs to no outcome needs targets of its own.",
    claims=(
        Claim(Target, "values", ("missing", "words"), "wish", "this target has no level"),
        Claim(TargetValue, "value", ("missing",), "wish", "this target has no level"),
        Claim(
            TargetValue,
            "value",
            ("words",),
            "wish",
            "{value} is not a plain figure, which could be reached or missed",
        ),
        Claim(TargetValue, "period", ("missing",), "wish", "this target has no period by which it is to be reached"),
    ),
)
