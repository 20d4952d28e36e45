"""Every id that is referred to exists, and exists once."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from soa.model.agreement import Agreement, DevelopmentPoint, Foreword, SignOff
from soa.model.governance import Binding, BoardMember, Considered, Group, Improvement, Integration, OtherObjective
from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Comparison, Gap, Indicator, Target
from soa.model.outcome import Action, ByWhom, Contributor, DeliveredThrough, Deputy, Driver, Outcome, Priority, Risk
from soa.model.part import HOLE, NotYet, Part, each, sound
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, PlanAlignment, Service
from soa.model.resources import Ask, HowWeWillKnow, Resource, Share
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

Names = Callable[[Lookup, Outcome | None], Mapping[str, Any]]
"""The ids that can be meant, seen from inside an outcome or from elsewhere."""


def _partners(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.partners


def _signatories(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {**lookup.partners, "scottish-government": None}


def _measures(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    own = {measure.indicator.id: measure for measure in lookup.measures_of(outcome)} if outcome is not None else {}
    return {**lookup.measures, **own}


def _shared(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {name: measure for name, measure in lookup.measures.items() if measure.outcome is None}


def _actions(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    own = (
        {name.split(".", 1)[1]: action for name, action in lookup.actions.items() if action[2] is outcome}
        if outcome is not None
        else {}
    )
    return {**lookup.actions, **own}


def _shown_by(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    return {**_measures(lookup, outcome), **_actions(lookup, outcome)}


def _served(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {**lookup.priorities, **lookup.outcomes, "prevention": None}


def _led_to(lookup: Lookup, outcome: Outcome | None) -> Mapping[str, Any]:
    return {**_served(lookup, outcome), **lookup.actions, **lookup.measures, **lookup.services}


def _evidence(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.evidence


def _engagement(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.engagement


def _priorities(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.priorities


def _outcomes(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.outcomes


def _services(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.services


def _plans(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return lookup.plans


def _groups(lookup: Lookup, _: Outcome | None) -> Mapping[str, Any]:
    return {group.id: group for _, group in lookup.all(Group) if sound(group.id)}


REFERENCES: tuple[tuple[type[Part], str, str, Names], ...] = (
    (NotYet, "owner", "partner", _partners),
    (Priority, "lead", "partner", _partners),
    (Priority, "evidence", "entry of evidence", _evidence),
    (Priority, "engagement", "entry of engagement", _engagement),
    (Outcome, "also_serves", "priority", _priorities),
    (Outcome, "leads_to", "outcome", _outcomes),
    (Indicator, "use", "shared indicator", _shared),
    (Indicator, "collector", "partner", _partners),
    (Indicator, "stands_for", "indicator", _measures),
    (Comparison, "action", "action", _actions),
    (Driver, "actions", "action", _actions),
    (Driver, "partners", "partner", _partners),
    (Action, "owner", "partner", _partners),
    (Action, "partners", "partner", _partners),
    (Action, "contributes_to", "indicator", _measures),
    (Action, "joins_up", "service", _services),
    (Action, "planned_in", "plan", _plans),
    (Action, "depends_on", "action", _actions),
    (ByWhom, "lead", "partner", _partners),
    (ByWhom, "employer", "partner", _partners),
    (ByWhom, "group", "group of governance", _groups),
    (Deputy, "partner", "partner", _partners),
    (DeliveredThrough, "body", "partner", _partners),
    (Contributor, "partner", "partner", _partners),
    (Contributor, "shown_by", "indicator or action", _shown_by),
    (Target, "indicator", "indicator", _measures),
    (Risk, "owner", "partner", _partners),
    (HowWeWillKnow, "decisive_shift", "indicator", _measures),
    (HowWeWillKnow, "improving_outcomes", "indicator", _measures),
    (HowWeWillKnow, "reducing_future_need", "indicator", _measures),
    (HowWeWillKnow, "controlling_costs", "indicator", _measures),
    (Resource, "partner", "partner", _partners),
    (Resource, "serves", "priority or outcome", _served),
    (Resource, "benefits_to", "partner", _partners),
    (Resource, "accountable_body", "partner", _partners),
    (Resource, "paid_through", "partner", _partners),
    (Share, "partner", "partner", _partners),
    (Ask, "serves", "priority or outcome", _served),
    (Engagement, "led_to", "priority, outcome or action", _led_to),
    (Partner, "made_of", "partner", _partners),
    (PlanAlignment, "plan", "plan", _plans),
    (Plan, "owner", "partner", _partners),
    (Locality, "plan", "plan", _plans),
    (Service, "provider", "partner", _partners),
    (Foreword, "by", "partner", _partners),
    (BoardMember, "partner", "partner", _partners),
    (Binding, "partner", "partner", _partners),
    (Considered, "partner", "partner", _partners),
    (Group, "parent", "group of governance", _groups),
    (Improvement, "owner", "partner", _partners),
    (Integration, "older_people", "indicator", _measures),
    (OtherObjective, "partner", "partner", _partners),
    (SignOff, "partner", "partner", _signatories),
    (DevelopmentPoint, "owner", "partner", _partners),
)
"""Which key of which part refers to what."""

_UNUSED: tuple[tuple[type[Part], str, str], ...] = (
    (Evidence, "entry of evidence", "entries of evidence"),
    (Plan, "plan", "plans"),
)
"""Entries that serve nothing unless something refers to them."""


_MOST_OFFERS = 100
"""So many broken references are compared with every id there is; more have another cause than a slip."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Follow every reference, and look for ids that stand twice or are never used."""
    used: set[str] = set()
    unknown = 0
    for kind, key, what, names in REFERENCES:
        seen_from: Outcome | None = None
        known = names(subject.lookup, None)
        for path, part in subject.lookup.all(kind):
            value = getattr(part, key)
            if not sound(value):
                continue
            outcome = _outcome_of(path, subject.lookup)
            if outcome is not seen_from:  # parts of one outcome follow each other, and see the same ids
                seen_from, known = outcome, names(subject.lookup, outcome)
            for step, name in (
                [((), value)]
                if isinstance(value, str)
                else [((index,), one) for index, one in enumerate(value) if sound(one)]
            ):
                used.add(name)
                if name not in known and not _may_be_hidden(name, names, outcome, subject.lookup):
                    unknown += 1
                    yield _unknown(name, what, (*path, key, *step), known, offer=unknown <= _MOST_OFFERS)
    yield from _gaps(subject.lookup)
    yield from _twice(subject.lookup)
    if subject.part.agreement.status not in {"draft", "consultation"} and not _any_holes(subject.lookup):
        yield from _unused(subject.lookup, used)


def _outcome_of(path: Path, lookup: Lookup) -> Outcome | None:
    """The outcome a part stands in."""
    if len(path) < 4 or path[0] != "priorities" or path[2] != "outcomes":
        return None
    outcomes = lookup.agreement.priorities[int(path[1])].outcomes
    outcome = outcomes[int(path[3])]
    return outcome if sound(outcome) else None


def _may_be_hidden(name: str, names: Names, outcome: Outcome | None, lookup: Lookup) -> bool:
    """Whether what is meant may stand where something could not be read: then that has been reported already."""
    agreement = lookup.agreement
    if names in {_measures, _actions, _shown_by, _led_to}:
        named = lookup.outcomes.get(name.split(".", maxsplit=1)[0]) if "." in name else outcome
        if named is not None and (_has_holes(named.what.indicators) or _has_holes(named.how)):
            return True
        return _has_holes(agreement.indicators) or _any_holes(lookup)
    if names is _outcomes:
        return _any_holes(lookup)
    return _has_holes(_LISTS[names](agreement))


_LISTS: dict[Names, Callable[[Agreement], Any]] = {
    _partners: lambda agreement: agreement.partners,
    _signatories: lambda agreement: agreement.partners,
    _evidence: lambda agreement: agreement.evidence,
    _engagement: lambda agreement: agreement.engagement,
    _plans: lambda agreement: agreement.plans,
    _services: lambda agreement: agreement.services,
    _shared: lambda agreement: agreement.indicators,
    _groups: lambda agreement: agreement.governance.groups if sound(agreement.governance) else agreement.governance,
    _priorities: lambda agreement: agreement.priorities,
    _served: lambda agreement: agreement.priorities,
}
"""The list in which an id would stand, where that is one list."""


def _any_holes(lookup: Lookup) -> bool:
    """Whether a part that could not be read may refer to something."""
    priorities = lookup.agreement.priorities
    return _has_holes(priorities) or any(_has_holes(priority.outcomes) for priority in priorities)


def _has_holes(parts: Any) -> bool:
    """Whether a list could not be read, or one of its entries or their ids."""
    if not sound(parts):
        return parts is HOLE
    return any(part is HOLE or getattr(part, "id", None) is HOLE for part in parts)


def _unknown(name: str, what: str, at: Path, known: Mapping[str, Any], *, offer: bool = True) -> Problem:
    near = _near(name, known) if offer else ""
    listed = (
        f"The ids there are: {', '.join(list(known)[:12])}{'…' if len(known) > 12 else ''}."
        if known
        else f"There is no {what} in this agreement yet."
    )
    return Problem(
        "unknown", f"“{name}” is not the id of any {what}", at=at, help=f"Did you mean {near}?" if near else listed
    )


def _near(name: str, known: Mapping[str, Any]) -> str:
    """The id that was meant: one spelt nearly so, or that of the entry whose name or title was written instead."""
    from soa.reference.near import did_you_mean  # only a broken reference needs it

    near = did_you_mean(name, tuple(known))
    if near:
        return near[0]
    titles = {_title(part): known_id for known_id, part in known.items() if _title(part)}
    near = did_you_mean(name, tuple(titles))
    return titles[near[0]] if near else ""


def _title(part: Any) -> str:
    """What people call an entry: its name or title."""
    if isinstance(part, MeasureOf):
        part = part.indicator
    said = getattr(part, "name", getattr(part, "title", ""))
    return said if isinstance(said, str) else ""


def _gaps(lookup: Lookup) -> Iterator[Problem]:
    """The two ends of a gap are entries of the breakdown, or everyone."""
    indicators = dict(lookup.all(Indicator))
    for path, gap in lookup.all(Gap):
        indicator = indicators.get(path[:-1])
        known = {one.of: one for one in (each(indicator.breakdown) if indicator else ())}
        if HOLE in known or (indicator is not None and indicator.breakdown is HOLE):
            continue  # the entry that is meant may be the one that could not be read
        for index, name in enumerate(gap.between):
            if name not in known and name != "everyone":
                yield _unknown(
                    name, "entry of this indicator's breakdown", (*path, "between", index), {**known, "everyone": None}
                )


def _twice(lookup: Lookup) -> Iterator[Problem]:
    """Ids that stand for two things in one list of names."""
    whole: dict[tuple[str, str], Path] = {}
    for kind in (Priority, Outcome, Partner, Evidence, Engagement, Plan, Group, Locality, Service, Ask):
        scope = "priority or outcome" if kind in {Priority, Outcome} else kind.__name__.lower()
        for path, part in lookup.all(kind):
            yield from _seen(whole, scope, part, path)
    for path, indicator in lookup.all(Indicator):
        yield from _seen(whole, f"indicator of {path[:4] if len(path) > 2 else 'the agreement'}", indicator, path)
    for path, action, outcome in lookup.all_actions:
        yield from _seen(
            whole, f"action of {outcome.id if outcome is not None else 'the prevention plan'}", action, path
        )


def _seen(whole: dict[tuple[str, str], Path], scope: str, part: Any, path: Path) -> Iterator[Problem]:
    if not sound(part.id):
        return
    first = whole.setdefault((scope, part.id), path)
    if first != path:
        yield Problem(
            "twice",
            f"the id {part.id} stands here a second time",
            at=(*path, "id"),
            help=f"Give this one another id, such as {part.id}-2, and use it where this one is meant.",
            related=(((*first, "id"), "the first"),),
        )


def _unused(lookup: Lookup, used: set[str]) -> Iterator[Problem]:
    """One finding for each kind of entry, at the first that nothing refers to."""
    for kind, one, several in _UNUSED:
        unused = [
            (path, str(name))
            for path, part in lookup.all(kind)
            if sound(name := getattr(part, "id", HOLE)) and name not in used
        ]
        if unused:
            names = ", ".join(name for _, name in unused)
            yield Problem(
                "unused",
                f"nothing refers to {f'this {one}' if len(unused) == 1 else f'these {several}'}: {names}",
                at=(*unused[0][0], "id"),
            )


RULE = Rule(
    family="references",
    summary="Every id that is referred to exists, exists once, and is there for a purpose.",
    authority="arithmetic",
    sources=(
        Citation("North Lanarkshire 2012", "1.6"),
        Citation("Grampian 2012", "S1 Q6, Q7"),
        Citation("Audit Scotland 2013", "§23"),
    ),
    rationale="Reports, locality plans and reviews refer to these ids for ten years. One that leads nowhere hides a missing indicator, partner or piece of evidence.",
    question="What is meant here?",
    cases={
        "unknown": Case("error", "Write the id of an entry that exists, or add the entry."),
        "twice": Case("error", "Give one of them another id."),
        "unused": Case("advice", "Refer to it where it belongs, or take it out."),
    },
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - {partner: counsil, contribution: Four home care staff for the falls team}  # here
""",
    good="""
contributors:
  - {partner: council, contribution: Four home care staff for the falls team}
""",
    check=check,
    gives_way_to=("unowned-outcome", "unowned-action", "unknown-alias"),
)
