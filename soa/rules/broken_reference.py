"""Every id that is referred to exists, and exists once."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from soa.model.agreement import Agreement
from soa.model.governance import Group
from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Gap, Indicator
from soa.model.outcome import Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, Service
from soa.model.resources import Ask
from soa.rules import _references as ids
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_MOST_OFFERS = 100
"""So many broken references are compared with every id there is; more have another cause than a slip."""
_SHORTEST_SLIP = 3
"""In an id no longer than this a slip makes another word as easily."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Follow every reference, and look for ids that stand twice."""
    unknown = 0
    for kind, key, what, names in ids.REFERENCES:
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
                if name not in known and not _may_be_hidden(name, names, outcome, subject.lookup):
                    unknown += 1
                    yield _unknown(name, what, (*path, key, *step), known, offer=unknown <= _MOST_OFFERS)
    yield from _gaps(subject.lookup)
    yield from _twice(subject.lookup)


def _outcome_of(path: Path, lookup: Lookup) -> Outcome | None:
    """The outcome a part stands in."""
    if len(path) < 4 or path[0] != "priorities" or path[2] != "outcomes":
        return None
    outcomes = lookup.agreement.priorities[int(path[1])].outcomes
    outcome = outcomes[int(path[3])]
    return outcome if sound(outcome) else None


def _may_be_hidden(name: str, names: ids.Names, outcome: Outcome | None, lookup: Lookup) -> bool:
    """Whether what is meant may stand where something could not be read: then that has been reported already."""
    agreement = lookup.agreement
    if names in {ids.measures, ids.actions, ids.shown_by, ids.led_to}:
        named = lookup.outcomes.get(name.split(".", maxsplit=1)[0]) if "." in name else outcome
        if named is not None and (_has_holes(named.what.indicators) or _has_holes(named.how)):
            return True
        return _has_holes(agreement.indicators) or _any_holes(lookup)
    if names in {ids.outcomes, ids.served}:
        return _any_holes(lookup)
    return _has_holes(_LISTS[names](agreement))


_LISTS: dict[ids.Names, Callable[[Agreement], Any]] = {
    ids.partners: lambda agreement: agreement.partners,
    ids.signatories: lambda agreement: agreement.partners,
    ids.asks: lambda agreement: agreement.asks,
    ids.evidence: lambda agreement: agreement.evidence,
    ids.engagement: lambda agreement: agreement.engagement,
    ids.plans: lambda agreement: agreement.plans,
    ids.services: lambda agreement: agreement.services,
    ids.shared: lambda agreement: agreement.indicators,
    ids.groups: lambda agreement: agreement.governance.groups if sound(agreement.governance) else agreement.governance,
    ids.priorities: lambda agreement: agreement.priorities,
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
    near = _near(name, known) if offer else ()
    listed = (
        f"The ids there are: {', '.join(list(known)[:12])}{'…' if len(known) > 12 else ''}."
        if known
        else f"There is no {what} in this agreement yet."
    )
    return Problem(
        "unknown",
        f"“{name}” is not the id of any {what}",
        at=at,
        help=f"Did you mean {near[0]}?" if near else listed,
        write=near[0] if len(near) == 1 and _is_certain(name, near[0], known) else "",
    )


def _near(name: str, known: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids that may be meant, best first: those spelt nearly so, else those of entries with such a name or title."""
    from soa.reference.near import did_you_mean  # only a broken reference needs it

    near = did_you_mean(name, tuple(known))
    if near:
        return near
    titles: dict[str, str] = {}
    for known_id, part in known.items():
        if _title(part):
            titles.setdefault(_title(part), known_id)
    return tuple(dict.fromkeys(titles[title] for title in did_you_mean(name, tuple(titles))))


def _is_certain(name: str, near: str, known: Mapping[str, Any]) -> bool:
    """Whether the one id that is near is surely meant: the same but for case and signs, one slip away, or by its whole name."""
    from soa.reference.near import distance, plain

    if plain(name) in {plain(near), plain(_title(known[near]))}:
        return True
    return len(near) > _SHORTEST_SLIP and distance(plain(name), plain(near), 1) is not None


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


RULE = Rule(
    family="references",
    summary="Every id that is referred to exists, and exists once.",
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
    requirements=("R10", "R46", "R76"),
    decided="Entries that nothing refers to are the rule unused-entry. An id is offered to be written where one is near and plainly meant.",
)
