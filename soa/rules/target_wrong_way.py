"""A target lies on the better side of the baseline."""

from collections.abc import Iterator
from decimal import Decimal

from soa.model.agreement import Agreement
from soa.model.part import sound
from soa.rules._ladders import Ladder, best_level, in_figures, ladders
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_BETTER = {"up": "higher", "down": "lower"}


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare each target with the baseline, and each with the one before."""
    turned: dict[Path, Problem] = {}
    for ladder in ladders(subject.lookup):
        for problem in _turns(ladder):
            if problem.case != "first":
                yield problem
            elif ladder.path in turned:  # where the direction is the slip, every row of the measure turns with it
                turned[ladder.path] = _with(turned[ladder.path], problem)
            else:
                turned[ladder.path] = problem
    yield from turned.values()


def _with(problem: Problem, other: Problem) -> Problem:
    """One problem of a measure, with where its other targets turn the same way."""
    return problem._replace(related=(*problem.related, (other.at, "this one too")))


def _turns(ladder: Ladder) -> Iterator[Problem]:
    """Where the targets of one measure, from its baseline on, turn the wrong way."""
    start, direction = ladder.start_value, ladder.indicator.direction
    if start is None:
        return
    before, before_is = start, "the baseline"
    for place, (index, value) in enumerate(ladder.steps):
        level = best_level(value, start, direction)
        if level is None:
            continue
        if _worse(level, before, direction) and not sound(value.because):
            first = before_is == "the baseline"
            yield Problem(
                "first" if first else "later",
                f"the target for {value.period} ({in_figures(level)}) is worse than {before_is} ({in_figures(before)}): {_BETTER[direction]} is better here",
                at=(*ladder.at, index),
                related=((ladder.start, "the baseline"),),
            )
            if first and place == 0:
                return
        before, before_is = level, f"the target for {value.period}"


def _worse(level: Decimal, before: Decimal, direction: str) -> bool:
    return level < before if direction == "up" else level > before


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
    on=(Agreement,),
    example_of="when",
    bad="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, value: 24.0}  # here
        - {period: 2016-17, value: 18.5}
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
    requirements=("R35", "R40"),
    decided="A target worse than its baseline is an error, because that is arithmetic; a later target that turns back is a warning, and neither is reported where because explains it. Equal values are left to target-not-stretching.",
)
