"""What a plan covers: who leads, who gives what, where the money goes, which national outcomes it serves, and who was heard."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from soa.document import figures
from soa.model.address import Addresses
from soa.model.lookup import Lookup
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import each, sound
from soa.model.partners import Engagement
from soa.model.resources import Resource
from soa.reference.national import framework_on, national_outcomes, policy_priorities


class Lead(NamedTuple):
    """A partner that leads, and what; without a partner, what nobody leads."""

    partner: str
    """Its name; empty where nobody is named."""
    outcomes: tuple[str, ...]
    """Addresses, in the order of the plan."""
    posts: tuple[str, ...]
    """The posts that answer for them, each once."""


class Contribution(NamedTuple):
    """What a partner brings."""

    partner: str
    leads: tuple[str, ...]
    """Outcomes, by address."""
    actions: tuple[str, ...]
    """The actions that it owns, by address."""
    contributes: tuple[str, ...]
    """Outcomes in which it takes part without leading them, by address."""
    pounds: int
    """Over all years."""
    gives: tuple[str, ...]
    """What it gives besides money: `people`, `building`."""


class Funded(NamedTuple):
    """What a priority can count on."""

    priority: str
    """Its address."""
    title: str
    pounds: int
    """For this priority alone, over all years."""
    shared: int
    """What it has together with other priorities."""
    preventive: int
    """Of both, what is marked as preventive."""
    partners: tuple[str, ...]
    """Who gives, whatever it is."""
    gives: tuple[str, ...]
    """What is given besides money."""


class Touched(NamedTuple):
    """A national outcome or policy priority, and the plan's priorities that serve it."""

    key: str
    title: str
    priorities: tuple[str, ...]
    """Addresses; none where nothing serves it, which need not be a fault."""


class Heard(NamedTuple):
    """One occasion on which people were asked, and what came of it."""

    about: str
    """Its address."""
    group: str
    place: str
    said: str
    led_to: tuple[str, ...]
    """What changed, as the plan names it."""
    no_change_because: str
    priorities: tuple[str, ...]
    """The priorities that rest on it, by address."""


class Coverage(NamedTuple):
    """All of it."""

    leads: tuple[Lead, ...]
    contributions: tuple[Contribution, ...]
    """One for every partner, in the order of the plan, those that bring nothing included."""
    funded: tuple[Funded, ...]
    prevention_alone: int
    """Pounds for the prevention plan as a whole and no priority."""
    framework: str
    """The list of national outcomes: `npf-2011`."""
    national_outcomes: tuple[Touched, ...]
    policy_priorities: tuple[Touched, ...]
    """The six of 2012; none where the plan is of another time and names none."""
    heard: tuple[Heard, ...]
    unheard: tuple[str, ...]
    """Priorities that rest on nothing that communities said, by address."""


_ROUND_OF_2012 = ("2012-12-04", "2015-12-31")
"""Single Outcome Agreements that start between these days were asked to address the six policy priorities."""


def coverage_of(lookup: Lookup, addresses: Addresses) -> Coverage:
    """What an agreement covers, in the order of the plan; holes are passed over, and never counted as answers."""
    return _Coverage(lookup, addresses).whole()


class _Coverage:
    """Gathers from one agreement."""

    def __init__(self, lookup: Lookup, addresses: Addresses) -> None:
        self.lookup = lookup
        self.agreement = lookup.agreement
        self.of = addresses.of
        self.outcomes: list[tuple[str, Outcome]] = [(self.of(path), one) for path, one in lookup.all(Outcome)]
        self.priorities: list[tuple[str, Priority]] = [(self.of(path), one) for path, one in lookup.all(Priority)]
        self.resources: list[Resource] = [one for _, one in lookup.all(Resource)]

    def whole(self) -> Coverage:
        """Every table."""
        return Coverage(
            tuple(self.leads()),
            tuple(self.contributions()),
            tuple(self.funded()),
            sum(amount for one, amount in self.amounts() if not self.served(one)),
            self.framework(),
            tuple(self.national()),
            tuple(self.policy()),
            tuple(self.heard()),
            tuple(address for address, one in self.priorities if not each(one.engagement)),
        )

    def name(self, ref: object) -> str:
        """A partner's name; its id where the plan has no such partner."""
        return self.lookup.called([str(ref)]) if sound(ref) and ref else ""

    # ---- who leads, and who does what ------------------------------------------------------------------------------

    def leads(self) -> Iterable[Lead]:
        """Who leads what, in the order in which the plan names its partners; what nobody leads comes last."""
        led: dict[str, list[tuple[str, Outcome]]] = {}
        for address, outcome in self.outcomes:
            lead = outcome.by_whom.lead
            led.setdefault(str(lead) if sound(lead) else "", []).append((address, outcome))
        named = [ref for ref in (*self.lookup.partners, *led) if ref in led and ref]
        for ref in dict.fromkeys((*named, *([""] if "" in led else []))):
            posts = dict.fromkeys(str(one.by_whom.post) for _, one in led[ref] if sound(one.by_whom.post))
            yield Lead(self.name(ref), tuple(address for address, _ in led[ref]), tuple(posts))

    def contributions(self) -> Iterable[Contribution]:
        """What each partner brings."""
        leads: dict[str, list[str]] = {}
        takes_part: dict[str, list[str]] = {}
        for address, outcome in self.outcomes:
            lead = outcome.by_whom.lead
            leads.setdefault(str(lead), []).append(address)
            others = dict.fromkeys(ref for ref in _parts_in(outcome) if ref != lead)
            for ref in others:
                takes_part.setdefault(ref, []).append(address)
        actions: dict[str, list[str]] = {}
        for path, action, _ in self.lookup.all_actions:
            actions.setdefault(str(action.owner), []).append(self.of(path))
        pounds: dict[str, int] = {}
        gives: dict[str, dict[str, None]] = {}
        for resource, amount in self.amounts():
            pounds[str(resource.partner)] = pounds.get(str(resource.partner), 0) + amount
        for resource in self.resources:
            if sound(resource.kind) and resource.kind != "money":
                gives.setdefault(str(resource.partner), {})[resource.kind] = None
        for ref, partner in self.lookup.partners.items():
            yield Contribution(
                _said(partner.name) or ref,
                tuple(leads.get(ref, ())),
                tuple(actions.get(ref, ())),
                tuple(takes_part.get(ref, ())),
                pounds.get(ref, 0),
                tuple(gives.get(ref, ())),
            )

    # ---- money ---------------------------------------------------------------------------------------------------

    def amounts(self) -> Iterable[tuple[Resource, int]]:
        """Every amount of money, each counted once."""
        return ((resource, amount) for resource, _, amount in figures.amounts(self.resources))

    def served(self, resource: Resource) -> tuple[str, ...]:
        """The priorities that a resource serves, itself or through an outcome, by address, each once."""
        return tuple(dict.fromkeys(self.home[ref] for ref in each(resource.serves) if sound(ref) and ref in self.home))

    @cached_property
    def home(self) -> dict[str, str]:
        """The address of the priority that an id of a priority or outcome belongs to."""
        homes: dict[str, str] = {}
        for address, priority in self.priorities:
            ids = (priority.id, *(one.id for one in priority.outcomes if sound(one)))
            for one in ids:
                if sound(one):
                    homes.setdefault(str(one), address)
        return homes

    def funded(self) -> Iterable[Funded]:
        """What each priority can count on; what serves several is counted for each as shared."""
        mine: dict[str, list[tuple[Resource, int, bool]]] = {}
        for one in self.resources:
            served = self.served(one)
            pounds = sum(amount for _, _, amount in figures.amounts([one]))
            for address in served:
                mine.setdefault(address, []).append((one, pounds, len(served) == 1))
        for address, priority in self.priorities:
            given = mine.get(address, [])
            partners = dict.fromkeys(str(one.partner) for one, _, _ in given if sound(one.partner))
            others = dict.fromkeys(str(one.kind) for one, _, _ in given if sound(one.kind) and one.kind != "money")
            yield Funded(
                address,
                _said(priority.title),
                sum(pounds for _, pounds, alone in given if alone),
                sum(pounds for _, pounds, alone in given if not alone),
                sum(pounds for one, pounds, _ in given if one.preventive is True),
                tuple(map(self.name, partners)),
                tuple(others),
            )

    # ---- what the whole country asks -------------------------------------------------------------------------------

    def framework(self) -> str:
        """The list of national outcomes that the plan refers to."""
        header = self.agreement.agreement
        if sound(header.framework):
            return str(header.framework)
        return framework_on(header.starts.first_day) if sound(header.starts) else ""

    def national(self) -> Iterable[Touched]:
        """Every national outcome of the framework."""
        framework = self.framework()
        served = [(address, each(one.national_outcomes)) for address, one in self.priorities]
        for one in national_outcomes(framework) if framework else ():
            touching = tuple(address for address, numbers in served if one.number in numbers)
            yield Touched(str(one.number), one.text, touching)

    def policy(self) -> Iterable[Touched]:
        """The six policy priorities, where they were asked of the plan or it names any."""
        served = [(address, each(one.policy_priorities)) for address, one in self.priorities]
        header = self.agreement.agreement
        first, last = _ROUND_OF_2012
        asked = (
            header.kind != "local-outcomes-improvement-plan"
            and sound(header.starts)
            and first <= header.starts.first_day.isoformat() <= last
        )
        if asked or any(names for _, names in served):
            for one in policy_priorities():
                yield Touched(one.id, one.title, tuple(address for address, names in served if one.id in names))

    # ---- communities -----------------------------------------------------------------------------------------------

    def heard(self) -> Iterable[Heard]:
        """Who was asked, what they said, and what came of it."""
        resting: dict[str, list[str]] = {}
        for address, priority in self.priorities:
            for ref in each(priority.engagement):
                resting.setdefault(str(ref), []).append(address)
        for path, one in self.lookup.all(Engagement):
            yield Heard(
                self.of(path),
                _said(one.group),
                _said(one.place),
                _said(one.heard),
                tuple(str(ref) for ref in each(one.led_to) if sound(ref)),
                _said(one.no_change_because),
                tuple(resting.get(str(one.id), ())),
            )


def _said(text: object) -> str:
    return str(text) if sound(text) else ""


def _parts_in(outcome: Outcome) -> Iterable[str]:
    """The partners that do or give something in an outcome, by id."""
    yield from (str(one.partner) for one in each(outcome.by_whom.contributors) if sound(one) and sound(one.partner))
    actions: list[Action] = [one for one in outcome.how if sound(one)]
    for action in actions:
        yield from (str(ref) for ref in (action.owner, *each(action.partners)) if sound(ref))
