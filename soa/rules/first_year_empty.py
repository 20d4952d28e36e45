"""Something is due, aimed at or begun in the first year."""

from collections.abc import Iterator
from typing import Any

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.outcome import Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource
from soa.model.scalars import Moment
from soa.rules._first_year import FirstYear, first_year
from soa.rules._giving import called, lines_of, may_be_hidden
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._wording import printed
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for any date of actions, steps, milestones and targets in the first months."""
    months = subject.options["months"]
    first = first_year(subject.part.agreement, months)
    if first is None:
        return
    yield from _without_means(subject, first)
    if _may_be_to_come(subject.lookup):
        return
    dates = list(_dates(subject.lookup))
    if not dates or HOLE in dates or any(first.may_hold(moment) for moment in dates):
        return
    earliest = min((moment for moment in dates if moment.last_day >= first.starts), key=_first_day, default=None)
    if earliest is not None:
        yield Problem(
            "empty",
            f"nothing is due, begun or aimed at in the first {months} months; the earliest date is {printed(earliest)}",
            at=("priorities",),
        )


def _without_means(subject: Subject[Agreement], first: FirstYear) -> Iterator[Problem]:
    """Priorities into which nothing goes until the first year is over, though something goes into them later."""
    if may_be_hidden(subject.part):
        return
    later: list[tuple[Path, Priority, Moment]] = []
    for path, lines in lines_of(subject.lookup, with_plan=True).items():
        priority = subject.part.priorities[int(path[1])]
        begins = [(at, _earliest(line)) for at, line in lines]
        known = [(at, moment) for at, moment in begins if moment is not None]
        if not known or len(known) < len(begins) or sound(priority.not_yet):
            continue
        at, begin = min(known, key=lambda one: one[1].first_day)
        if begin.first_day >= first.ends:
            later.append((at, priority, begin))
    if later:
        earliest = min((begin for _, _, begin in later), key=_first_day)
        names = ", ".join(called(priority) for _, priority, _ in later)
        which = "this priority" if len(later) == 1 else "these priorities"
        yield Problem(
            "no-means",
            f"nothing is put into {which} before {printed(earliest)}: {names}",
            at=later[0][0],
            related=tuple((at, "this one too") for at, _, _ in later[1:]),
        )


def _earliest(line: Resource) -> Moment | None:
    """The first year in which a line gives anything; None where it says no year, or is still to come."""
    years = [year.year if sound(year) else HOLE for year in each(line.years)]
    if sound(line.not_yet) or not years or not all(sound(year) for year in years):
        return None
    return min(years, key=_first_day)


def _first_day(moment: Moment) -> Any:
    return moment.first_day


def _may_be_to_come(lookup: Lookup) -> bool:
    """Whether an answer that could not be read, or is honestly not there yet, may bring the date."""
    priorities = [priority for _, priority in lookup.all(Priority)]
    outcomes = [outcome for _, outcome in lookup.all(Outcome)]
    return (
        HOLE in lookup.agreement.priorities
        or any(
            priority.outcomes is HOLE or HOLE in priority.outcomes or sound(priority.not_yet) for priority in priorities
        )
        or any(outcome.how is HOLE or HOLE in outcome.how or outcome.when is HOLE for outcome in outcomes)
        or any(sound(outcome.not_yet) or sound(outcome.when.not_yet) for outcome in outcomes)
    )


def _dates(lookup: Lookup) -> Iterator[Moment]:
    """Every date by which something is to be done, begun or reached; a hole for one that could not be read."""
    for _, action, _ in lookup.all_actions:
        given = [action.starts, action.due, action.review]
        given += [step.by for step in each(action.steps)]
        given += [action.measure.by] if sound(action.measure) else []
        given += [action.pilot.decision_by] if sound(action.pilot) else []
        yield from (moment for moment in given if sound(moment) or moment is HOLE)
    for _, outcome in lookup.all(Outcome):
        yield from (one.by for one in each(outcome.when.milestones))
        yield from (one.by for one in each(outcome.what.success))
        for target in each(outcome.when.targets):
            yield from (value.period for value in each(target.values))
    for _, indicator in lookup.all(Indicator):
        yield from (value.period for value in each(indicator.targets))


RULE = Rule(
    family="actions",
    summary="Something is due, begun or aimed at in the first year.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§19, §36"), Citation("HMIC 2012", "1.5, 3.6")),
    rationale="A plan whose first date lies years ahead is easily put off. What people will find different by next March is the first thing that a board can follow.",
    question="What is different by next March?",
    cases={
        "empty": Case(
            "warning",
            "Add what will be there within a year: an action or a step with its date, a milestone, or a target for the first year.",
        ),
        "no-means": Case(
            "warning",
            "Add to resources what goes in from the first year: staff time counts as much as money; or say with not_yet who will settle it, and when.",
            "What pays for the first year?",
        ),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  starts: 2013-04-01
priorities:  # here
  - id: older-people
    outcomes:
      - id: falls
        what:
          statement: People aged 65 and over fall less often
        how:
          - {action: Balance classes in eight village halls, owner: tsi, due: 2016-03-31}
        by_whom: {lead: hscp}
        when:
          targets:
            - indicator: admissions
              values:
                - {period: 2022-23, value: 15.0}
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  starts: 2013-04-01
priorities:
  - id: older-people
    outcomes:
      - id: falls
        what:
          statement: People aged 65 and over fall less often
        how:
          - action: Balance classes in eight village halls
            owner: tsi
            due: 2016-03-31
            steps:
              - {step: The first two halls are open, by: 2013-11-29}
        by_whom: {lead: hscp}
        when:
          targets:
            - indicator: admissions
              values:
                - {period: 2013-14, value: 21.0}
                - {period: 2022-23, value: 15.0}
""",
    check=check,
    needs=("priorities", "agreement.starts"),
    requirements=("R34",),
    decided="A start counts as well as an end, and so does a date that may lie in the year, such as 2014. Where an answer is honestly not there yet, or cannot be read, it may bring the date, and nothing is said. Money, staff or time that begins only after the first year is a question of its own. A plan agreed more than a year after its start is judged from the day it was agreed.",
    options={"months": Option(12, "months in which something is to happen", least=1, most=60)},
)
