"""What is defined serves a purpose: something refers to it."""

from collections.abc import Callable, Iterator
from typing import Any

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.part import HOLE, each, sound
from soa.model.partners import Engagement, Evidence, Partner, Plan
from soa.rules._grounds import grounds_of
from soa.rules._priorities import worked_out
from soa.rules._references import used
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._taking_part import parts_may_be_hidden
from soa.source.places import Path

_KINDS: tuple[tuple[str, str, str, Callable[[Any], bool]], ...] = (
    ("evidence", "entry of evidence", "entries of evidence", lambda _: False),
    (
        "engagement",
        "entry of engagement",
        "entries of engagement",
        lambda one: bool(each(one.led_to)) or sound(one.no_change_because),
    ),
    ("plans", "plan", "plans", lambda _: False),
    ("indicators", "shared indicator", "shared indicators", lambda _: False),
    (
        "partners",
        "partner",
        "partners",
        lambda one: bool(each(one.made_of) or each(one.plan_alignment)) or one.signs is False,
    ),
)
"""The lists that are looked at, what their entries are called, and when one serves a purpose by itself, as an observer does."""
_MOST_NAMED = 12
_MOST_COMPARED = 50


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """One finding for each list, once the agreement is past its drafts."""
    agreement = subject.part
    if agreement.agreement.status in {"draft", "consultation"} or agreement.agreement.status is HOLE:
        return
    if _may_refer(subject.lookup):
        return
    known = used(subject.lookup)
    astray = _astray(subject.lookup, known)
    for key, one, several, serves in _KINDS:
        if key in {"evidence", "engagement"} and _is_asked_of_all(key, subject.lookup):
            continue  # the priorities have been asked for it
        if key == "partners" and parts_may_be_hidden(subject.lookup):
            continue  # what is missing may say what a partner does
        found: list[tuple[Path, str]] = [
            ((key, index), _called(entry))
            for index, entry in enumerate(each(getattr(agreement, key)))
            if sound(entry)
            and sound(entry.id)
            and entry.id not in known
            and not sound(entry.not_yet)
            and not serves(entry)
        ]
        found = [(path, name) for path, name in found if not _is_misspelt(getattr(agreement, key)[path[1]].id, astray)]
        if found:
            names = ", ".join(name for _, name in found[:_MOST_NAMED]) + ("…" if len(found) > _MOST_NAMED else "")
            yield Problem(
                "unused",
                f"nothing refers to {f'this {one}' if len(found) == 1 else f'these {several}'}: {names}",
                at=(*found[0][0], "id"),
                related=tuple(((*path, "id"), "nor to this") for path, _ in found[1:_MOST_NAMED]),
            )


def _astray(lookup: Lookup, known: set[str]) -> list[str]:
    """Some of the ids that lead nowhere, which broken-reference reports."""
    kinds: tuple[type[Any], ...] = (Evidence, Engagement, Plan, Indicator, Partner)
    there = {part.id for kind in kinds for _, part in lookup.all(kind) if sound(part.id)}
    others = lookup.priorities.keys() | lookup.outcomes.keys() | lookup.actions.keys() | lookup.measures.keys()
    return sorted(known - there - others)[:_MOST_COMPARED]


def _is_misspelt(name: str, astray: list[str]) -> bool:
    """Whether a reference that leads nowhere is a slip of this id: then it is used, and one finding says so."""
    if not astray:
        return False
    from soa.reference.near import distance

    return any(distance(name, other, 2) is not None for other in astray)


def _called(entry: Any) -> str:
    """The name or title that people know it by, else its id."""
    said = getattr(entry, "name", getattr(entry, "title", HOLE))
    return str(said if sound(said) else entry.id)


def _may_refer(lookup: Lookup) -> bool:
    """Whether a part that could not be read may refer to one of them."""
    priorities = lookup.agreement.priorities
    if priorities is HOLE or HOLE in priorities:
        return True
    unread = [priority.outcomes for priority in priorities if not sound(priority.not_yet)]
    return HOLE in unread or any(outcome is HOLE for several in unread for outcome in several)


def _is_asked_of_all(key: str, lookup: Lookup) -> bool:
    """Whether no priority rests on evidence, or on what people said, which the rules on that ask for."""
    priorities = [priority for _, priority in worked_out(lookup.agreement)]
    if not priorities:
        return False
    if key == "evidence":
        return all(grounds_of(priority, lookup) == "nothing" for priority in priorities)
    heard = any(each(entry.led_to) for _, entry in lookup.all(Engagement))
    return not heard and not any(each(priority.engagement) for priority in priorities)


RULE = Rule(
    family="references",
    summary="Evidence, engagement, plans, shared indicators and partners are there for a purpose: something refers to them.",
    authority="submission",
    sources=(
        Citation("North Lanarkshire 2012", "1.6"),
        Citation("Grampian 2012", "S1 Q6, Q7"),
        Citation("Audit Scotland 2013", "§23"),
    ),
    rationale="What nothing refers to was forgotten, or is not needed. In a draft it may still be waiting for its place, so it is looked at from submission on.",
    question="What is this here for?",
    cases={"unused": Case("advice", "Refer to it where it belongs, or take it out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: agreed
vision: Where you live in Strathbeg no longer decides how long you live
partners:
  - {id: council, name: Strathbeg Council, kind: council}
evidence:
  - {id: ev-falls, finding: 375 people aged 65 and over were admitted after a fall, source: NHS Beg, date: 2012-13}  # here
priorities:
  - id: older-people
    title: Older people in Strathbeg fall less often and get home sooner
    lead: council
    not_yet: {missing: The outcomes, owner: council, due: 2014-09-30}
prevention:
  not_yet: {missing: The plan, owner: council, due: 2014-09-30}
""",
    good="""
soa: 1
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: agreed
vision: Where you live in Strathbeg no longer decides how long you live
partners:
  - {id: council, name: Strathbeg Council, kind: council}
evidence:
  - {id: ev-falls, finding: 375 people aged 65 and over were admitted after a fall, source: NHS Beg, date: 2012-13}
priorities:
  - id: older-people
    title: Older people in Strathbeg fall less often and get home sooner
    lead: council
    evidence: [ev-falls]
    not_yet: {missing: The outcomes, owner: council, due: 2014-09-30}
prevention:
  not_yet: {missing: The plan, owner: council, due: 2014-09-30}
""",
    check=check,
    gives_way_to=("partner-contribution-unstated",),
    requirements=("R10", "R46"),
    decided="Silent in drafts and consultations. Engagement that says what came of it, and partners with an alignment or members, serve a purpose by themselves; whether a partner does anything is the rule partner-contribution-unstated.",
)
