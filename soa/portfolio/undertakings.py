"""What bodies that serve many areas undertake in one of them: the same body has the same id in every area."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.portfolio.facts import UndertakingFacts
from soa.portfolio.words import said
from soa.reference import statutory_partners
from soa.reference.near import plain

if TYPE_CHECKING:
    from soa.model.lookup import Lookup
    from soa.model.outcome import Action
    from soa.model.partners import Partner
    from soa.model.resources import Resource
    from soa.reference import Area

WIDER: Final = frozenset(
    ("police", "fire", "enterprise", "transport", "health-board", "special-health-board", "national-body")
)
"""Kinds of partner that serve more than one area."""

_Address = Callable[[Any], str]


def undertakings_of(lookup: Lookup, address: _Address, area: Area | None) -> Iterator[UndertakingFacts]:
    """What each of them says it will do, stop, give or contribute, in the order of the agreement."""
    bodies = {name: body_of(partner, lookup, area) for name, partner in lookup.partners.items()}
    for _, action, outcome in lookup.all_actions:
        if sound(action.owner) and bodies.get(str(action.owner)):
            yield from _of_action(bodies[str(action.owner)], action, outcome, lookup, address)
    for _, outcome in lookup.all(Outcome):
        for part in each(outcome.by_whom.contributors) if sound(outcome.by_whom) else ():
            if sound(part) and sound(part.partner) and bodies.get(str(part.partner)):
                called = lookup.called([str(part.partner)])
                yield UndertakingFacts(
                    bodies[str(part.partner)],
                    called,
                    "part",
                    _id(outcome),
                    address(part),
                    said(part.contribution),
                    "",
                    "",
                )
    for resource in each(lookup.agreement.resources):
        if sound(resource) and sound(resource.partner) and bodies.get(str(resource.partner)) and sound(resource.what):
            yield _of_resource(bodies[str(resource.partner)], resource, lookup, address)


def body_of(partner: Partner, lookup: Lookup, area: Area | None) -> str:
    """The id of the body that a partner is, the same in every area; empty where it serves this area alone."""
    if not sound(partner.kind) or partner.kind not in WIDER or not sound(partner.name):
        return ""
    name = plain(partner.name)
    header = lookup.agreement.agreement
    if area is not None:
        on = header.starts.first_day if sound(header.starts) else date.max
        alike = [one for one in statutory_partners(area, on) if one.kind == partner.kind]
        named = [one.id for one in alike if plain(one.name) in name or name in plain(one.name)]
        if named or (len(alike) == 1 and partner.kind in {"police", "fire", "enterprise"}):
            return (named or [alike[0].id])[0]
    return name.replace(" ", "-")


def _of_action(
    body: str, action: Action, outcome: Outcome | None, lookup: Lookup, address: _Address
) -> Iterator[UndertakingFacts]:
    if action.state == "stopped":
        return
    called = lookup.called([str(action.owner)])
    due = str(action.due) if sound(action.due) else ""
    if sound(action.action):
        yield UndertakingFacts(
            body, called, "action", _id(outcome), address(action), said(action.action), due, _measure(action)
        )
    if sound(action.stops):
        yield UndertakingFacts(body, called, "stops", _id(outcome), address(action), said(action.stops), due, "")


def _of_resource(body: str, resource: Resource, lookup: Lookup, address: _Address) -> UndertakingFacts:
    amounts = [year.amount for year in each(resource.years) if sound(year) and sound(year.amount)]
    years = [str(year.year) for year in each(resource.years) if sound(year) and sound(year.year)]
    amount = f"£{sum(amounts):,}" if amounts else ""
    called = lookup.called([str(resource.partner)])
    last = years[-1] if years else ""
    return UndertakingFacts(body, called, "money", "", address(resource), said(resource.what), last, amount)


def _measure(action: Action) -> str:
    """An action's own measure as a figure with its unit."""
    measure = action.measure
    if not sound(measure) or not sound(measure.target):
        return ""
    unit = measure.unit if sound(measure.unit) else measure.name if sound(measure.name) else ""
    return f"{measure.target:,f} {unit}".strip()


def _id(outcome: Outcome | None) -> str:
    return str(outcome.id) if outcome is not None and sound(outcome.id) else ""
