"""Which key of which part refers to what, shared by the rules about references."""

from collections.abc import Callable, Mapping
from typing import Any

from soa.model.agreement import DevelopmentPoint, Foreword, SignOff
from soa.model.governance import Binding, BoardMember, Considered, Group, Improvement, Integration, OtherObjective
from soa.model.lookup import Lookup
from soa.model.measure import Comparison, Indicator, Target
from soa.model.outcome import Action, ByWhom, Contributor, DeliveredThrough, Deputy, Driver, Outcome, Priority, Risk
from soa.model.part import NotYet, Part, each, sound
from soa.model.partners import Engagement, Locality, Partner, Plan, PlanAlignment, Service
from soa.model.resources import Ask, HowWeWillKnow, Resource, Share
from soa.model.review import GOVERNMENT, Point

Names = Callable[[Lookup, Outcome | None], Mapping[str, Any]]
"""The ids that can be meant, seen from inside an outcome or from elsewhere."""


def partners(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.partners


def signatories(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {**lookup.partners, GOVERNMENT: None}


def asks(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {ask.id: ask for _, ask in lookup.all(Ask) if sound(ask.id)}


def measures(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    own = {measure.indicator.id: measure for measure in lookup.measures_of(outcome)} if outcome is not None else {}
    return {**lookup.measures, **own}


def shared(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {name: measure for name, measure in lookup.measures.items() if measure.outcome is None}


def actions(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    own = (
        {name.split(".", 1)[1]: action for name, action in lookup.actions.items() if action[2] is outcome}
        if outcome is not None
        else {}
    )
    return {**lookup.actions, **own}


def shown_by(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    return {**measures(lookup, outcome), **actions(lookup, outcome)}


def served(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {**lookup.priorities, **lookup.outcomes, "prevention": None}


def led_to(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    return {**served(lookup, outcome), **lookup.actions, **lookup.measures, **lookup.services}


def evidence(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.evidence


def engagement(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.engagement


def priorities(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.priorities


def outcomes(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.outcomes


def services(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.services


def plans(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.plans


def groups(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {group.id: group for _, group in lookup.all(Group) if sound(group.id)}


REFERENCES: tuple[tuple[type[Part], str, str, Names], ...] = (
    (NotYet, "owner", "partner", partners),
    (Priority, "lead", "partner", partners),
    (Priority, "evidence", "entry of evidence", evidence),
    (Priority, "engagement", "entry of engagement", engagement),
    (Outcome, "also_serves", "priority", priorities),
    (Outcome, "leads_to", "outcome", outcomes),
    (Indicator, "use", "shared indicator", shared),
    (Indicator, "collector", "partner", partners),
    (Indicator, "stands_for", "indicator", measures),
    (Comparison, "action", "action", actions),
    (Driver, "actions", "action", actions),
    (Driver, "partners", "partner", partners),
    (Action, "owner", "partner", partners),
    (Action, "partners", "partner", partners),
    (Action, "contributes_to", "indicator", measures),
    (Action, "joins_up", "service", services),
    (Action, "planned_in", "plan", plans),
    (Action, "depends_on", "action", actions),
    (ByWhom, "lead", "partner", partners),
    (ByWhom, "employer", "partner", partners),
    (ByWhom, "group", "group of governance", groups),
    (Deputy, "partner", "partner", partners),
    (DeliveredThrough, "body", "partner", partners),
    (Contributor, "partner", "partner", partners),
    (Contributor, "shown_by", "indicator or action", shown_by),
    (Target, "indicator", "indicator", measures),
    (Risk, "owner", "partner", partners),
    (HowWeWillKnow, "decisive_shift", "indicator", measures),
    (HowWeWillKnow, "improving_outcomes", "indicator", measures),
    (HowWeWillKnow, "reducing_future_need", "indicator", measures),
    (HowWeWillKnow, "controlling_costs", "indicator", measures),
    (Resource, "partner", "partner", partners),
    (Resource, "serves", "priority or outcome", served),
    (Resource, "benefits_to", "partner", partners),
    (Resource, "accountable_body", "partner", partners),
    (Resource, "paid_through", "partner", partners),
    (Share, "partner", "partner", partners),
    (Point, "owner", "partner", signatories),
    (Point, "ask", "ask", asks),
    (Ask, "serves", "priority or outcome", served),
    (Engagement, "led_to", "priority, outcome or action", led_to),
    (Partner, "made_of", "partner", partners),
    (PlanAlignment, "plan", "plan", plans),
    (Plan, "owner", "partner", partners),
    (Locality, "plan", "plan", plans),
    (Service, "provider", "partner", partners),
    (Foreword, "by", "partner", partners),
    (BoardMember, "partner", "partner", partners),
    (Binding, "partner", "partner", partners),
    (Considered, "partner", "partner", partners),
    (Group, "parent", "group of governance", groups),
    (Improvement, "owner", "partner", partners),
    (Integration, "older_people", "indicator", measures),
    (OtherObjective, "partner", "partner", partners),
    (SignOff, "partner", "partner", signatories),
    (DevelopmentPoint, "owner", "partner", partners),
)
"""Which key of which part refers to what."""


def used(lookup: Lookup) -> set[str]:
    """Every id that something refers to, as it is written; what is asked of a partner counts too."""
    found: set[str] = {ask.of for _, ask in lookup.all(Ask) if sound(ask.of)}
    for kind, key, _, _ in REFERENCES:
        for _, part in lookup.all(kind):
            value = getattr(part, key)
            if isinstance(value, str):
                found.add(value)
            else:
                found.update(name for name in each(value) if sound(name))
    return found


def lead_nowhere(lookup: Lookup, names: Names) -> bool:
    """Whether an id is referred to that nothing has: what is missed elsewhere may be what is meant by it, and one slip is one finding."""
    known = names(lookup, None)
    return any(
        name not in known and is_id(name)
        for kind, key, _, wanted in REFERENCES
        if wanted is names
        for _, part in lookup.all(kind)
        for name in _named(getattr(part, key))
    )


def _named(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in each(value) if isinstance(one, str)) if isinstance(value, tuple) else ()


def is_id(text: str) -> bool:
    """Whether a text has the form of an id, and is not words such as “All partners”."""
    return text == text.lower() and all(character.isalnum() or character in "-." for character in text)
