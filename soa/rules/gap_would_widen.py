"""Targets for the worse off and the better off, taken together, narrow the gap between them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.part import each, sound
from soa.rules._ladders import Ladder, best_level, in_figures, ladders
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_EVERYONE = "everyone"
_FIFTHS = ("most-deprived-fifth", "least-deprived-fifth")


class _Step(NamedTuple):
    """Both ends of the gap in one period, and how far apart they then are at least."""

    period: str
    worse: Decimal
    better: Decimal
    gap: Decimal
    because: bool


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the gap at each target with that at the baseline, for every measure that has both ends of one."""
    rows: dict[Path, dict[str, Ladder]] = {}
    for ladder in ladders(subject.lookup):
        rows.setdefault(ladder.path, {}).setdefault(_name(ladder), ladder)
    for path, row in rows.items():
        indicator = next(iter(row.values())).indicator
        for worse, better in _pairs(indicator, row, subject.lookup):
            problem = _judged(subject, row[worse], row[better], (_called(worse, subject), _called(better, subject)))
            if problem:
                yield problem._replace(at=(*path, "gap") if sound(indicator.gap) else row[worse].start[:-1])
                break


def _name(ladder: Ladder) -> str:
    """Whose targets they are: an entry of the breakdown, or everyone."""
    if ladder.start == (*ladder.path, "baseline"):
        return _EVERYONE
    return str(each(ladder.indicator.breakdown)[int(ladder.start[-2])].of)


def _pairs(indicator: Indicator, row: dict[str, Ladder], lookup: Lookup) -> list[tuple[str, str]]:
    """The two ends to compare, the worse off first: as stated, else the outer fifths, else each poorer locality and everyone."""
    if sound(indicator.gap) and sound(indicator.gap.between):
        pairs = [(str(indicator.gap.between[0]), str(indicator.gap.between[-1]))]
    elif all(fifth in row for fifth in _FIFTHS):
        pairs = [_FIFTHS]
    else:
        poorer = [name for name, place in lookup.localities.items() if place.poorer_outcomes is True]
        pairs = [(name, _EVERYONE) for name in row if name in poorer]
    return [(worse, better) for worse, better in pairs if worse in row and better in row]


def _called(name: str, subject: Subject[Agreement]) -> str:
    place = subject.lookup.localities.get(name)
    if place is not None and sound(place.name):
        return place.name
    return f"the {name.replace('-', ' ')}" if name.endswith(("fifth", "tenth")) else name.replace("-", " ")


def _judged(subject: Subject[Agreement], worse: Ladder, better: Ladder, names: tuple[str, str]) -> Problem | None:
    """What the targets would do to the gap."""
    start, other = worse.start_value, better.start_value
    if start is None or other is None:
        return None
    direction = worse.indicator.direction
    now = other - start if direction == "up" else start - other
    steps = _steps(worse, better)
    if not steps or now < 0:  # the first end is not the worse off by this measure
        return None
    if _turns_worse(worse):  # target-wrong-way has said it
        return None
    rounding = max(_unit(start), _unit(other))
    wider = [step for step in steps if step.gap - now > rounding]
    between, last = f"the gap between {names[0]} and {names[1]}", steps[-1]
    related = ((worse.at, "the targets for the worse off"), (better.at, "the targets they are compared with"))
    if wider and wider[-1] is last:
        said = f"with these targets {between} grows from {in_figures(now)} to {in_figures(last.gap)} by {last.period}: {_ends(start, other)} now, {_ends(last.worse, last.better)} then"
        return Problem("explained" if last.because else "wider", said, related=related)
    unexplained = [step for step in wider if not step.because]
    if unexplained:
        step = unexplained[0]
        said = f"with these targets {between} first grows from {in_figures(now)} to {in_figures(step.gap)} in {step.period}, and narrows later"
        return Problem("for-a-time", said, related=related)
    most = subject.options["ratio"]
    before, after = _ratio(start, other), _ratio(last.worse, last.better)
    if before and after and last.gap > 0 and after * 100 > before * (100 + most):
        said = f"with these targets {between} goes from {in_figures(now)} to {in_figures(last.gap)} by {last.period}, and grows as a ratio, from {_times(before)} to {_times(after)}"
        return Problem("ratio", said, related=related)
    return None


def _turns_worse(ladder: Ladder) -> bool:
    """Whether a target is worse than the baseline, and it is not said why."""
    start, up = ladder.start_value, ladder.indicator.direction == "up"
    if start is None:
        return False
    levels = [
        best_level(value, start, ladder.indicator.direction) for _, value in ladder.steps if not sound(value.because)
    ]
    return any(level < start if up else level > start for level in levels if level is not None)


def _steps(worse: Ladder, better: Ladder) -> list[_Step]:
    """The periods for which both ends have a target, earliest first."""
    direction = worse.indicator.direction
    others = {value.period.last_day: value for _, value in better.steps}
    steps = []
    for _, value in worse.steps:
        other = others.get(value.period.last_day)
        if other is None:
            continue
        low = best_level(value, worse.start_value or Decimal(), direction)
        high = _worst_level(other, better.start_value or Decimal(), direction)
        if low is not None and high is not None:
            gap = high - low if direction == "up" else low - high
            steps.append(_Step(value.period, low, high, gap, sound(value.because) or sound(other.because)))
    return steps


def _worst_level(value: TargetValue, baseline: Decimal, direction: str) -> Decimal | None:
    """The level at the other end of a range, so that no gap is made larger than it must be."""
    return best_level(value, baseline, "down" if direction == "up" else "up")


def _unit(value: Decimal) -> Decimal:
    """What one of the last decimal place is worth: a baseline may be half of it off either way."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _ends(worse: Decimal, better: Decimal) -> str:
    return f"{in_figures(worse)} and {in_figures(better)}"


def _ratio(one: Decimal, other: Decimal) -> Decimal | None:
    low, high = sorted((one, other))
    return high / low if low > 0 else None


def _times(ratio: Decimal) -> str:
    return f"{ratio:.1f} times"


_EXAMPLE = """
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
  breakdown:
    - {of: most-deprived-fifth, baseline: {period: 2012-13, value: 27.4, base: 3100}, targets: [{period: 2016-17, value: TARGET}]}
    - {of: least-deprived-fifth, baseline: {period: 2012-13, value: 17.9, base: 3600}, targets: [{period: 2016-17, value: 14.5}]}
  gap: {between: [most-deprived-fifth, least-deprived-fifth], by: simd-2012}
"""

RULE = Rule(
    family="inequality",
    summary="The targets for the worse off and the better off, taken together, do not widen the gap between them.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§14, §28, Exhibit 3"),),
    rationale="Auditors ask partnerships to narrow the gap between the most and the least deprived. Each target can look right by itself, and the two together widen it.",
    question="Do you mean the gap to be wider at the end than it is now?",
    cases={
        "wider": Case(
            "error",
            "Ask more for the worse off, or check the figures; where it is meant, say why with because, and give the date by which the gap is narrower again.",
        ),
        "explained": Case(
            "warning", "Give a later target for both by which the gap is narrower again.", "When does it narrow again?"
        ),
        "for-a-time": Case("advice", "Say why with because, beside the target."),
        "ratio": Case(
            "advice",
            "When figures fall, the ratio often grows although the gap narrows; be ready to explain both.",
            "Which of the two do you steer by: the difference, or the ratio?",
        ),
    },
    on=(Agreement,),
    example_of="indicator",
    bad=_EXAMPLE.replace("TARGET", "25.6").replace("simd-2012}", "simd-2012}  # here"),
    good=_EXAMPLE.replace("TARGET", "21.5"),
    check=check,
    requirements=("R53",),
    decided="An absolute gap that is wider at the last target is an error, because it is arithmetic; a wider ratio alone is advice that prints both, as the review asks. One unit of the last decimal place of the baselines is put down to rounding, and of a range the end that makes the gap smallest counts. Where the worse off are simply to fare worse than now, target-wrong-way says so instead.",
    options={"ratio": Option(10, "growth of the ratio that is not worth mentioning, in per cent")},
)
