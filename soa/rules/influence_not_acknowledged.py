"""An outcome says what else moves it, beyond the partners' reach."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.outcome import Outcome, What
from soa.model.part import each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Ask for the factors, once where none is named anywhere, and look at claims of direct influence."""
    outcomes = [
        (path, outcome)
        for path, outcome in subject.lookup.all(Outcome)
        if sound(outcome.what)
        and sound(outcome.what.statement)
        and outcome.state != "stopped"
        and not sound(outcome.not_yet)
        and not sound(outcome.what.not_yet)
    ]
    for path, outcome in outcomes:
        if outcome.what.influence == "direct":
            yield from _direct(path, outcome.what)
    silent = [
        path for path, outcome in outcomes if outcome.what.influence != "direct" and not given(outcome.what.factors)
    ]
    if len(silent) > 1 and len(silent) == len(outcomes):
        yield Problem(
            "factors",
            f"none of the {len(silent)} outcomes says what else moves it, beyond the partners' reach",
            at=("priorities",),
        )
    else:
        for path in silent:
            said = "this outcome does not say what else moves it, beyond the partners' reach"
            yield Problem("factors", said, at=(*path, "what"))


def _direct(path: Path, what: What) -> Iterator[Problem]:
    if each(what.factors):
        yield Problem(
            "direct-with-factors",
            "this outcome is said to be in the partners' own hands, and factors outside them are named",
            at=(*path, "what", "influence"),
            related=(((*path, "what", "factors"), "the factors"),),
        )
    elif force := _outside_force(what.statement):
        yield Problem(
            "direct-with-outside-forces",
            f"this outcome is said to be in the partners' own hands, and {force} depends on much else",
            at=(*path, "what", "influence"),
        )


def _outside_force(statement: str) -> str:
    """The first thing in a statement that nobody local decides; none where it is only about what people are due."""
    found = _forces().search(statement)
    return found[0].lower() if found and not _limited().search(statement) else ""


@cache
def _forces() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:child poverty|fuel poverty|poverty|(?:un)?employment rate|unemployment|the (?:local )?economy|economic growth"
        r"|interest rates?|house prices|wages|inflation|(?:benefit|tax) (?:levels?|rates?)|the birth rate|life expectancy)\b",
        re.IGNORECASE,
    )


@cache
def _limited() -> re.Pattern[str]:
    """Words by which a statement keeps to the partners' own part of a wider matter."""
    return re.compile(
        r"\b(?:due to them|entitled|entitlements?|our own|that we|we (?:run|own|employ|pay)|the partners['’])",
        re.IGNORECASE,
    )


RULE = Rule(
    family="outcomes",
    summary="Outcomes name what moves them from outside, and claim direct influence only where there is some.",
    authority="audit-finding",
    sources=(Citation("North Lanarkshire 2012", "1.8"), Citation("Audit Scotland 2013", "§24")),
    rationale="Most outcomes move with things that no partner decides, such as benefit rules or the weather. Where these are named, readers can judge results fairly, and partners can plan for them.",
    question="What else could move this, and what will you do if it does?",
    cases={
        "factors": Case(
            "advice",
            "Write factors: with what else moves it, such as [severe winters, benefit rules]; where it is all in the partners' own hands, write influence: direct.",
        ),
        "direct-with-factors": Case("warning", "Write influence: partial, or take out factors that do not move it."),
        "direct-with-outside-forces": Case(
            "warning",
            "Write influence: partial and name the outside forces under factors; or narrow the statement to the partners' own part, such as “Families get the benefits due to them”.",
        ),
    },
    on=(Agreement,),
    example_of="what",
    bad="""
what:
  statement: Child poverty in Strathbeg falls by a third
  influence: direct  # here
  indicators:
    - id: admissions
      name: Children in families with low incomes
      kind: outcome
      definition: Children in homes with less than 60 per cent of the median income
      unit: per cent of children
      direction: down
      source: HM Revenue and Customs
      frequency: every year
      baseline: {period: 2012-13, value: 21.3}
""",
    good="""
what:
  statement: Child poverty in Strathbeg falls by a third
  influence: partial
  factors: [benefit levels set at Westminster, the price of food and fuel]
  indicators:
    - id: admissions
      name: Children in families with low incomes
      kind: outcome
      definition: Children in homes with less than 60 per cent of the median income
      unit: per cent of children
      direction: down
      source: HM Revenue and Customs
      frequency: every year
      baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    needs=("priorities",),
    requirements=("R29", "R30"),
    decided="Partial influence is taken when none is written, and only the factors are asked for: once an outcome, and once in all where no outcome names any. That influence from outside needs an action is not asked here: every outcome must say how in any case.",
)
