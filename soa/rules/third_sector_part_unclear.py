"""The third sector is a partner with a part of its own."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import ByWhom, Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.partners import Partner
from soa.rules._plain_words import mentions, says_only, words_of
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._taking_part import acting, givers, leading, parts_may_be_hidden

_KINDS = ("third-sector-interface", "third-sector", "community-body")
_NAMED_SO = frozenset("voluntary volunteer volunteering third-sector charity charities charitable cvs".split())
_TOKEN = frozenset(
    """
a an the and or of for in on at to by with from as is are was be been being will may can its their it they all any each
consult consulted consulting consultation represent represented represents representing representation representative
represented invite invited invites invitation inform informed attend attends attended attending attendance member members
membership sit sits sitting seat view opinion comment input voice voluntary third sector group meeting board forum
partnership partner committee agreement plan kept up date through where when appropriate relevant regularly opportunity
opportunities have has had given asked involve involved involvement engage engaged engagement support supports
supporting supported
""".split()
)
"""Words of a part that is to be there, and not to do anything."""
_PRESENT = frozenset(
    "consult consulted consulting consultation represent represented represents representing representation representative invite invited invites invitation inform informed sit sits seat voice view comment".split()
)
_IN_KIND = frozenset("volunteer volunteers volunteering unpaid".split())


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for a third sector partner, then for what it does, then for what that costs."""
    lookup = subject.lookup
    partners = subject.part.partners
    if partners is HOLE or any(not sound(partner) or partner.kind is HOLE for partner in partners):
        return
    bodies = {str(partner.id): (index, partner) for index, partner in enumerate(partners) if _is_third_sector(partner)}
    if not bodies:
        yield Problem(
            "none",
            "no third sector body is among the partners: neither the interface nor any other",
            at=("partners",),
        )
        return
    if parts_may_be_hidden(lookup):
        return
    if bodies.keys() & _with_a_part(lookup):
        yield from _unpaid(bodies, lookup)
    elif any(name in bodies and mentions(said, _PRESENT) for name, said in _contributions(lookup)):
        index = next(iter(bodies.values()))[0]
        yield Problem(
            "no-part",
            f"{lookup.called(bodies)} {'is' if len(bodies) == 1 else 'are'} to be consulted or represented, and lead{'s' if len(bodies) == 1 else ''} and own{'s' if len(bodies) == 1 else ''} nothing",
            at=("partners", index),
        )


def _is_third_sector(partner: Partner) -> bool:
    return partner.kind in _KINDS or (
        partner.kind == "other" and sound(partner.name) and mentions(partner.name, _NAMED_SO)
    )


def _with_a_part(lookup: Lookup) -> set[str]:
    """The partners who lead, act, give, or contribute something that can be named."""
    found: set[str] = set()
    for _, priority in lookup.all(Priority):
        found.update(leading(priority))
    for _, outcome in lookup.all(Outcome):
        found.update(leading(outcome))
    found.update(acting(tuple(action for _, action, _ in lookup.all_actions)))
    found.update(*givers(lookup).values())
    found.update(str(service.provider) for service in each(lookup.agreement.services))
    names = words_of(partner.name for partner in lookup.partners.values() if sound(partner.name))
    found.update(name for name, said in _contributions(lookup) if not says_only(said, _TOKEN, names))
    return found


def _contributions(lookup: Lookup) -> Iterator[tuple[str, str]]:
    for _, whom in lookup.all(ByWhom):
        for one in each(whom.contributors):
            if sound(one.contribution):
                yield one.partner, one.contribution


def _unpaid(bodies: dict[str, tuple[int, Partner]], lookup: Lookup) -> Iterator[Problem]:
    """Third sector actions to which no money, staff or time is given, where the agreement says what others give."""
    resources = each(lookup.agreement.resources)
    gives = {name for line in resources for name in (line.partner, line.paid_through, line.accountable_body)}
    gives |= {share.partner for line in resources for share in each(line.shares)}
    if not resources or HOLE in gives or not gives.isdisjoint(bodies):
        return
    preventive = {
        str(action.owner) for _, action, _ in lookup.preventive_actions
    }  # asked for by prevention-spend-missing
    owned = [
        (path, action)
        for path, action, _ in lookup.all_actions
        if action.owner in bodies and action.owner not in preventive
    ]
    paid = [(path, action) for path, action in owned if sound(action.action) and not mentions(action.action, _IN_KIND)]
    if owned and len(paid) == len(owned):
        owners = {str(action.owner) for _, action in owned}
        yield Problem(
            "no-resource",
            f"{lookup.called(owners)} own{'s' if len(owners) == 1 else ''} actions here, and no money, staff or volunteers' time is named for them",
            at=("partners", bodies[min(owners, key=lambda name: bodies[name][0])][0]),
            related=tuple((path, "one of its actions") for path, _ in owned[:3]),
        )


RULE = Rule(
    family="engagement",
    summary="A third sector body is a partner, and has a part in the work.",
    authority="submission",
    sources=(
        Citation("Grampian 2012", "S1 Q4"),
        Citation("Glasgow 2012", "S1 Q5, Q7"),
        Citation("North Lanarkshire 2012", "1.8"),
        Citation("HMIC 2012", "1.4"),
        Citation("Guidance 2012", "third sector reflected in prevention plans"),
    ),
    rationale="Charities and community groups do much of the preventive work, and reach people whom public bodies do not. To be consulted or represented is no part in it: a partner leads, owns or gives something.",
    question="What do charities and community groups here do under this agreement, and who pays for it?",
    cases={
        "none": Case(
            "warning",
            "Add the third sector interface, or another third sector body, to partners, and say what it does.",
        ),
        "no-part": Case(
            "warning",
            "Give it an action it owns, an outcome it leads, or a contribution that can be counted, such as “Befriending for 200 older people”.",
        ),
        "no-resource": Case(
            "advice",
            "Add to resources what its work rests on: a grant, a contract with paid_through, or kind: volunteer-time with hours.",
            "Who pays for this, and until when?",
        ),
    },
    on=(Agreement,),
    example_of="partners",
    bad="""
partners:  # here
  - id: council
    name: Strathbeg Council
    kind: council
    plan_alignment: [{plan: council-plan, clause: The budget for 2013/14 carries the amounts below, date: 2013-04-11}]
  - id: nhs-beg
    name: NHS Beg
    kind: health-board
    plan_alignment: [{plan: nhs-plan, clause: Section 4 takes over the falls targets, date: 2013-04-24}]
  - {id: tsi, name: Strathbeg Leisure Limited, kind: other}
  - {id: hscp, name: Strathbeg Health and Social Care Partnership, kind: shadow-partnership, made_of: [council, nhs-beg]}
""",
    good="""
partners:
  - id: council
    name: Strathbeg Council
    kind: council
    plan_alignment: [{plan: council-plan, clause: The budget for 2013/14 carries the amounts below, date: 2013-04-11}]
  - id: nhs-beg
    name: NHS Beg
    kind: health-board
    plan_alignment: [{plan: nhs-plan, clause: Section 4 takes over the falls targets, date: 2013-04-24}]
  - {id: tsi, name: Strathbeg Voluntary Action, kind: third-sector-interface}
  - {id: hscp, name: Strathbeg Health and Social Care Partnership, kind: shadow-partnership, made_of: [council, nhs-beg]}
""",
    check=check,
    requirements=("R99",),
    decided="The interface or any other third sector body will do, as the review asks; a community trust is one, and a housing association is not taken for one. One that is listed and does nothing at all, or is only said to support, is left to partner-contribution-unstated, which lists every such partner once.",
)
