"""An agreement changes something: it does not list again what partners had planned already."""

from collections.abc import Iterator
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, given
from soa.model.outcome import Action, Priority
from soa.model.part import sound
from soa.rules._priorities import worked_out
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path


class _Share(NamedTuple):
    """How much of a priority stands in other plans as it is."""

    place: int
    name: str
    actions: int
    restated: list[tuple[Path, Action]]


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count the actions that stand in another plan and say no difference, in all and for each priority."""
    most, fewest = subject.options["share"], subject.options["actions"]
    shares = [_share(index, priority) for index, priority in worked_out(subject.part)]
    actions = sum(share.actions for share in shares)
    restated = [found for share in shares for found in share.restated]
    if actions >= fewest and len(restated) * 100 > most * actions:
        counts = ", ".join(f"{len(one.restated)} of {one.actions} in {one.name}" for one in shares if one.restated)
        yield Problem(
            "agreement",
            f"{_of(len(restated), actions)} actions stand in other plans{_whose(restated, subject.lookup)}, and it is not said what this agreement changes about them"
            + (f": {counts}" if len(shares) > 1 else ""),
            at=("priorities",),
            related=tuple((one.restated[0][0], f"the first in {one.name}") for one in shares if one.restated),
        )
        return
    for one in shares:
        if one.actions >= fewest and len(one.restated) * 100 > most * one.actions:
            yield Problem(
                "priority",
                f"{_of(len(one.restated), one.actions)} actions of this priority stand in other plans{_whose(one.restated, subject.lookup)}, and it is not said what this agreement changes about them",
                at=("priorities", one.place),
                related=tuple((path, "stands in another plan") for path, _ in one.restated),
            )


def _share(index: int, priority: Priority) -> _Share:
    live = [
        (("priorities", index, "outcomes", number, "how", place), action)
        for number, outcome in enumerate(priority.outcomes)
        if sound(outcome) and outcome.state != "stopped"
        for place, action in enumerate(outcome.how)
        if sound(action) and action.state != "stopped"
    ]
    name = str(priority.id) if sound(priority.id) else "one whose id cannot be read"
    return _Share(index, name, len(live), [(path, action) for path, action in live if _is_restated(action)])


def _is_restated(action: Action) -> bool:
    """Planned elsewhere, and with no word on what is different now; a hole may hide that word."""
    different = (action.difference, action.joins_up, action.stops, action.not_yet)
    return sound(action.planned_in) and not any(given(answer) for answer in different)


def _of(some: int, every: int) -> str:
    return f"all {every}" if some == every else f"{some} of the {every}"


def _whose(restated: list[tuple[Path, Action]], lookup: Lookup) -> str:
    """Whose plans they are, where all are one partner's."""
    plans = [lookup.plans.get(str(action.planned_in)) for _, action in restated]
    owners = {plan.owner if plan is not None and sound(plan.owner) else "" for plan in plans}
    return f" of {lookup.called(owners)}" if len(owners) == 1 and "" not in owners else ""


RULE = Rule(
    family="priorities",
    summary="Most actions are new, or say what this agreement changes about work already planned.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§12, §42"),
        Citation("East Lothian 2013", "3.3"),
        Citation("HMIC 2012", "1.6"),
        Citation("Grampian 2012", "S3 Q3"),
    ),
    rationale="Auditors found agreements that sum up what each partner had planned anyway. Work already planned belongs here where partners enlarge it, join it up or bring it forward, and the agreement says so.",
    question="Would this happen anyway, without this agreement?",
    cases={
        "agreement": Case(
            "warning",
            "For each such action write difference: with what changes, such as “One visit instead of three, from January 2014”; or take it out, and leave it to the plan it stands in.",
        ),
        "priority": Case(
            "advice",
            "For each such action write difference: with what changes, such as “One visit instead of three, from January 2014”; or take it out, and leave it to the plan it stands in.",
        ),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
priorities:  # here
  - id: ice
    title: Fewer people in Muirton fall on ice in their own street
    lead: council
    outcomes:
      - id: pavements
        how:
          - {action: Deliver the winter roads plan, owner: council, due: 2013-11-29, planned_in: roads-plan}
          - {action: Give out 400 pairs of ice grips, owner: nhs-beg, due: 2013-11-15, planned_in: nhs-plan}
""",
    good="""
soa: 1
priorities:
  - id: ice
    title: Fewer people in Muirton fall on ice in their own street
    lead: council
    outcomes:
      - id: pavements
        how:
          - action: Grit the pavements of Muirton before eight
            owner: council
            due: 2013-11-29
            planned_in: roads-plan
            difference: Pavements come before side roads, from November 2013
          - {action: Give out 400 pairs of ice grips, owner: nhs-beg, due: 2013-11-15, planned_in: nhs-plan}
""",
    check=check,
    requirements=("R12", "R21"),
    decided="One priority alone above the limit is advice in every status, because a status never changes a severity; the agreement as a whole is a warning. Work that joins up services, or stops something, has said what is different.",
    options={
        "share": Option(50, "most actions that may stand in other plans unchanged, in per cent", most=100),
        "actions": Option(2, "fewest actions whose share is judged", least=1),
    },
)
