"""A plan that moves money to prevention says what stops or shrinks to make room."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Where a shift is claimed, look for anything that stops, shrinks or is moved."""
    prevention, lookup = subject.part.prevention, subject.lookup
    if sound(prevention.not_yet) or not sound(prevention.statement):
        return
    if _may_be_hidden(lookup) or not lookup.all_actions:
        return
    if any(action.stops is HOLE or sound(action.stops) for _, action, _ in lookup.all_actions):
        return
    if not _shift().search(prevention.statement):
        return
    if any(_shrinks(resource) for _, resource in lookup.all(Resource)) or any(
        _ends().search(text) for text in _texts(lookup)
    ):
        return
    yield Problem(
        "nothing",
        "a shift to prevention is claimed, and no action or resource stops, shrinks or is moved to make room for it",
        at=("prevention", "statement"),
    )


def _may_be_hidden(lookup: Lookup) -> bool:
    """Whether an answer that could not be read, or is not there yet, may say what stops."""
    outcomes = [outcome for _, outcome in lookup.all(Outcome)]
    return (
        lookup.agreement.priorities is HOLE
        or lookup.agreement.resources is HOLE
        or any(outcome.how is HOLE or HOLE in outcome.how or sound(outcome.not_yet) for outcome in outcomes)
    )


def _shrinks(resource: Resource) -> bool:
    """Whether a line gives less over the years, or the rest of the budget that it is part of does."""
    years = {
        one.year: (one.amount, one.of_total if sound(one.of_total) else None)
        for one in each(resource.years)
        if sound(one.year) and sound(one.amount)
    }
    if len(years) < 2:
        return False
    (amount, total), (last_amount, last_total) = years[min(years)], years[max(years)]
    if resource.preventive is not True:
        return last_amount < amount
    return total is not None and last_total is not None and last_total - last_amount < total - amount


def _texts(lookup: Lookup) -> Iterator[str]:
    """What is said of work and money, the claim itself left out."""
    for _, action, _ in lookup.all_actions:
        found = [action.action, action.difference, *(step.step for step in each(action.steps) if sound(step))]
        yield from (text for text in found if sound(text))
    for _, outcome in lookup.all(Outcome):
        yield from (one.milestone for one in each(outcome.when.milestones) if sound(one) and sound(one.milestone))
        yield from (
            one.contribution for one in each(outcome.by_whom.contributors) if sound(one) and sound(one.contribution)
        )
    for _, line in lookup.all(Resource):
        yield from (text for text in (line.what, line.after, line.expects) if sound(text))
        yield from (one.basis for one in each(line.years) if sound(one) and sound(one.basis))
    yield from (one.assumes for one in each(lookup.agreement.prevention.savings) if sound(one) and sound(one.assumes))


@cache
def _shift() -> re.Pattern[str]:
    """Words that claim a shift: of money or effort, to prevention."""
    return re.compile(
        r"\b(?:decisive shift|shift(?:s|ed|ing)?|mov(?:e|es|ed|ing) (?:\w+ ){0,3}(?:money|resources?|spend\w*|investment|budgets?|effort)|redirect\w*|re-direct\w*|disinvest\w*|rebalanc\w+|reallocat\w+)\b",
        re.IGNORECASE,
    )


@cache
def _ends() -> re.Pattern[str]:
    """Words for what is done less, closed or moved."""
    return re.compile(
        r"\b(?:stop(?:s|ped|ping)?(?![- ]smoking|[- ](?:and|the|start|off)\b)|clos(?:e|es|ed|ing|ure)|cease[sd]?|end(?:s|ed|ing)?|mov(?:e|es|ed|ing)|transfer\w*|redirect\w*|re-direct\w*|instead of|in place of|replac\w+"
        r"|decommission\w*|withdraw\w*|wind(?:s|ing)? down|shrink\w*|fewer \w+|merg\w+|releas\w+|not filled|redeploy\w*|reduc\w+|convert\w*|disinvest\w*|reallocat\w+)\b",
        re.IGNORECASE,
    )


RULE = Rule(
    family="prevention",
    summary="A plan that claims a shift to prevention says what stops, shrinks or is moved to make room for it.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§15, §29"), Citation("North Lanarkshire 2012", "1.2")),
    rationale="Money that moves leaves somewhere. Where nothing is to stop, the shift rests on new money, and ends with it.",
    question="What will you do less of, or close, to pay for this?",
    cases={
        "nothing": Case(
            "advice",
            "Add stops: to the action that makes something else unnecessary, such as “Two day-centre sessions a week from January 2014”; or show under resources which budget gets smaller.",
        )
    },
    on=(Agreement,),
    example_of="file",
    bad="""
priorities:
  - id: older-people
    outcomes:
      - id: falls
        how:
          - {action: Balance classes in eight village halls, owner: tsi, due: 2014-02-28, preventive: before}
resources: []
prevention:
  statement: All partners will make a decisive shift of resources to prevention.  # here
""",
    good="""
priorities:
  - id: older-people
    outcomes:
      - id: falls
        how:
          - action: Balance classes in eight village halls
            owner: tsi
            due: 2014-02-28
            preventive: before
            stops: Two day-centre sessions a week from January 2014
resources: []
prevention:
  statement: Money moves from the day centre to balance classes in the villages.
""",
    check=check,
    needs=("prevention.statement", "priorities"),
    requirements=("R59", "R64"),
    decided="Only a shift claimed in the plan's statement is taken at its word. The rest of a budget that falls while its preventive part stays is something that shrinks, and so is any word of closing, moving or replacing in actions, milestones and resources.",
)
