"""A target lies on the better side of the baseline."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from soa.model.measure import Indicator, Reading, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import MISSING, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_BETTER = {"up": "higher", "down": "lower"}


def check(subject: Subject[Outcome]) -> Iterator[Problem]:
    """Compare each target with the baseline, and each with the one before."""
    outcome = subject.part
    for number, target in enumerate(each(outcome.when.targets)):
        measure = subject.lookup.measure(target.indicator, outcome)
        if measure is None or not sound(target.values):
            continue
        at: Path = ("when", "targets", number, "values")
        yield from _ladder(
            measure.indicator, measure.indicator.baseline, target.values, at, (*measure.path, "baseline")
        )
    for number, indicator in enumerate(outcome.what.indicators):
        for part, breakdown in enumerate(each(indicator.breakdown)):
            if sound(breakdown.targets):
                at = ("what", "indicators", number, "breakdown", part)
                yield from _ladder(
                    indicator, breakdown.baseline, breakdown.targets, (*at, "targets"), (*subject.path, *at, "baseline")
                )


def _ladder(
    indicator: Indicator, baseline: Reading | MISSING, values: Sequence[TargetValue], at: Path, start: Path
) -> Iterator[Problem]:
    """The targets of one measure, from its baseline on."""
    if (
        indicator.direction not in _BETTER
        or not sound(baseline)
        or not sound(baseline.value)
        or any(not sound(value.period) for value in values)
    ):
        return
    before, before_is = baseline.value, "the baseline"
    steps = sorted(enumerate(values), key=lambda step: step[1].period.last_day)
    for place, (index, value) in enumerate(steps):
        level = best_level(value, baseline.value, indicator.direction)
        if level is None:
            continue
        if _worse(level, before, indicator.direction) and not sound(value.because):
            first = before_is == "the baseline"
            yield Problem(
                "first" if first else "later",
                f"the target for {value.period} ({_said(level)}) is worse than {before_is} ({_said(before)}): {_BETTER[indicator.direction]} is better here",
                at=(*at, index),
                related=((start, "the baseline"),),
            )
            if first and place == 0:
                return
        before, before_is = level, f"the target for {value.period}"


def best_level(value: TargetValue, baseline: Decimal, direction: str) -> Decimal | None:
    """The level a target asks for at its best end; a change is worked out from the baseline. None where it cannot be."""
    if sound(value.change):
        if value.change_in == "per-cent":
            return baseline + abs(baseline) * value.change / 100
        return baseline + value.change
    if not sound(value.value):
        return None
    ends = [value.value, *([value.to] if sound(value.to) else [])]
    return max(ends) if direction == "up" else min(ends)


def _worse(level: Decimal, before: Decimal, direction: str) -> bool:
    return level < before if direction == "up" else level > before


def _said(number: Decimal) -> str:
    """A level as people write it: `40`, `18.5`."""
    return f"{number.normalize():f}"


RULE = Rule(
    family="indicators-and-targets",
    summary="Every target lies on the better side of the baseline, and no later target turns back.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§44, §79"),),
    rationale="A target on the wrong side is nearly always a slip of the direction or of a figure. A planned turn the wrong way is fine when it is explained.",
    question="Is this figure, or the direction, a slip?",
    cases={
        "first": Case(
            "error", "Check the figure, the baseline and the direction; where it is meant, say why with because."
        ),
        "later": Case("warning", "Check the figures; where it is meant, say why with because."),
    },
    on=(Outcome,),
    example_of="when",
    bad="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2016-17, value: 24.0}  # here
""",
    good="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2013-14, value: 21.5, because: The population over 65 grows three per cent a year}
        - {period: 2016-17, value: 18.5}
""",
    check=check,
    needs=("what.indicators", "when"),
)
