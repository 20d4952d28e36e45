"""What each partner does or gives is said, in words that could be checked."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Contributor, Outcome, Priority
from soa.model.part import HOLE, MISSING, each, sound
from soa.model.partners import Partner
from soa.model.resources import Resource
from soa.rules._references import lead_nowhere, partners
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._taking_part import acting, bodies_behind, givers, leading, parts_may_be_hidden, with_members
from soa.source.places import Path

_VAGUE = frozenset("""
support supports supporting supportive input inputs engage engages engaging engagement participate participates participating
participation contribute contributes contributing contribution involve involved involvement assist assists assistance help helps
commitment commits committed work works working together partnership joint jointly active actively full fully member attend attends
attendance represent represents representing third sector voluntary interests views role play plays key important collaborate collaborates collaboration cooperate co-operate cooperates co-operates cooperation co-operation
""".split())  # fmt: skip
_SMALL = frozenset(
    "the a an of and & in on to at for with by from its their our all as required needed necessary appropriate where when this outcome priority is are be will".split()
)
_MAIN = frozenset({"council", "health-board", "police", "fire", "enterprise"})
"""Kinds of body of which anybody would expect that they give something."""
_SEVERAL = 2
_HIDES = ("observer", "observes", "consulted")


class _Added(NamedTuple):
    """A contributor's entry, and who acts and gives beside it."""

    path: Path
    contributor: Contributor
    outcome: str
    priority: str
    acting: set[str]
    owning: set[str]


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for partners without a part, for parts that say nothing, and for any part that could be followed."""
    lookup = subject.lookup
    giving = givers(lookup)
    added = list(_contributors(lookup))
    vague = [one for one in added if _is_vague(one, giving)]
    yield from _saying_nothing("vague", vague, lookup)
    yield from _saying_nothing(
        "helper", [one for one in added if one not in vague and _only_helps(one, giving)], lookup
    )
    yield from _from_one_alone(lookup)
    if parts_may_be_hidden(lookup):
        return
    yield from _without_a_part(lookup, giving)
    enough = len(added) >= subject.options["contributors"] and not vague
    if enough and not any(_can_be_followed(one, lookup, giving) for one in added):
        yield Problem(
            "untracked",
            "no contributor's part is tied to a measure, an action or a resource, so nobody could see whether it was kept",
            at=added[0].path,
        )


def _contributors(lookup: Lookup) -> Iterator[_Added]:
    """Every contributor to an outcome that is still pursued."""
    for path, outcome in lookup.all(Outcome):
        if outcome.state == "stopped" or not each(outcome.by_whom.contributors):
            continue
        priority = lookup.agreement.priorities[int(path[1])]
        beside = with_members(acting(outcome.how), lookup)
        owning = with_members([action.owner for action in outcome.how], lookup)
        for index, one in enumerate(each(outcome.by_whom.contributors)):
            if sound(one) and sound(one.partner):
                at = (*path, "by_whom", "contributors", index)
                yield _Added(at, one, str(outcome.id), str(priority.id), beside, owning)


def _without_a_part(lookup: Lookup, giving: dict[str, set[str]]) -> Iterator[Problem]:
    """Partners who lead nothing, do nothing, give nothing and add nothing; a joint body and its members stand for each other."""
    parts: list[Priority | Outcome] = [part for _, part in lookup.all(Priority)]
    parts += [part for _, part in lookup.all(Outcome)]
    names = {name for part in parts for name in leading(part)}
    names |= acting(tuple(action for _, action, _ in lookup.all_actions))
    names |= {one.partner for _, one in lookup.all(Contributor)}
    names |= {name for found in giving.values() for name in found}
    names |= {ask.of for ask in each(lookup.agreement.asks) if sound(ask.response)}
    names |= {service.provider for service in each(lookup.agreement.services)}
    names |= lookup.bodies(name for name in names if name)
    idle = [
        name
        for name, partner in lookup.partners.items()
        if name not in names and names.isdisjoint(each(partner.made_of)) and not _looks_on(partner)
    ]
    if idle and not lead_nowhere(lookup, partners):
        one = len(idle) == 1
        yield Problem(
            "no-part",
            f"nothing is said of what {lookup.called(idle)} does or gives"
            if one
            else f"nothing is said of what these partners do or give: {lookup.called(idle)}",
            at=("partners",),
        )


def _looks_on(partner: Partner) -> bool:
    """Whether a body is an observer, or one that was consulted, or has still to say what its part is."""
    if sound(partner.not_yet) or partner.signs is False or partner.signs is HOLE:
        return True
    return sound(partner.remit) and any(word in partner.remit.lower() for word in _HIDES)


def _from_one_alone(lookup: Lookup) -> Iterator[Problem]:
    """Where every figure of money, people and time is one partner's, those who give none though they take part."""
    lines = each(lookup.agreement.resources)
    if not lines or any(not sound(line) or line.partner is HOLE or sound(line.not_yet) for line in lines):
        return
    if (
        any(outcome.by_whom.contributors is HOLE for _, outcome in lookup.all(Outcome))
        or lookup.agreement.partners is HOLE
    ):
        return
    giving = {name for line in lines if _is_given(line) for name in bodies_behind(line)}
    if len(giving) != 1 or any(lookup.bodies(giving) - giving):
        return
    told = {
        one.partner
        for _, one in lookup.all(Contributor)
        if sound(one.contribution) and not _says_nothing(one.contribution)
    }
    others = [
        name
        for name, partner in lookup.partners.items()
        if partner.kind in _MAIN and name not in giving | told and not _looks_on(partner)
    ]
    if len(others) >= _SEVERAL:
        yield Problem(
            "from-one",
            f"all the money, staff and time that is named with a figure is given by {lookup.called(giving)}; nothing is said of what these put in: {lookup.called(others)}",
            at=("resources",),
        )


def _is_given(line: Resource) -> bool:
    """Whether a line says how much: an amount, posts or hours, or a building or equipment by name."""
    if sound(line.kind) and line.kind in {"building", "equipment"} and sound(line.what):
        return True
    return any(
        not sound(year)
        or sound(year.not_yet)
        or any(one is not MISSING for one in (year.amount, year.whole_time, year.hours))
        for year in each(line.years)
    )


def _saying_nothing(case: str, vague: list[_Added], lookup: Lookup) -> Iterator[Problem]:
    """Parts that say no more than that a partner supports or attends, all in one finding."""
    if not vague:
        return
    first, *others = vague
    names = lookup.called({one.contributor.partner for one in vague})
    yield Problem(
        case,
        f"what these partners do or give is not said in words that could be checked: {names}"
        if others
        else f"“{first.contributor.contribution}” does not say what {names} does or gives",
        at=(*first.path, "contribution"),
        related=tuple(((*one.path, "contribution"), "and here") for one in others),
    )


def _is_vague(added: _Added, giving: dict[str, set[str]]) -> bool:
    """Whether an entry says nothing, and neither what it is shown by, an action nor a resource says it instead."""
    elsewhere = added.contributor.partner in added.acting or added.contributor.partner in giving.get(added.outcome, ())
    return not elsewhere and _is_empty(added.contributor)


def _only_helps(added: _Added, giving: dict[str, set[str]]) -> bool:
    """Whether an entry says nothing, and its partner only takes part in what others do."""
    partner = added.contributor.partner
    if partner in added.owning or partner in giving.get(added.outcome, ()) or partner in giving.get(added.priority, ()):
        return False
    return partner in added.acting and _is_empty(added.contributor)


def _is_empty(one: Contributor) -> bool:
    told = sound(one.contribution) and not sound(one.not_yet) and not each(one.shown_by)
    return told and _says_nothing(one.contribution)


def _says_nothing(text: str) -> bool:
    """Whether a contribution has nothing but words of good will, or of presence at a meeting."""
    words = [word.strip(".,;:()") for word in text.lower().split()]
    return set(words) <= _VAGUE | _SMALL or bool(_presence().fullmatch(text.strip(" .")))


@cache
def _presence() -> re.Pattern[str]:
    return re.compile(
        r"(?:attend(?:s|ing)?|attendance at|(?:is )?(?:a )?member(?:ship)? of|sits on|(?:is )?represented on|representation on)"
        r"\b[^,;0-9]{0,80}\b(?:group|groups|board|boards|meeting|meetings|partnership|forum|committee|network|panel)",
        re.IGNORECASE,
    )


def _can_be_followed(added: _Added, lookup: Lookup, giving: dict[str, set[str]]) -> bool:
    """Whether a contributor's part is tied to an indicator or action, or it acts or gives beside it."""
    one = added.contributor
    if each(one.shown_by) or sound(one.not_yet):
        return True
    bodies = with_members([one.partner], lookup)
    beside = (added.acting, giving.get(added.outcome, set()), giving.get(added.priority, set()))
    return any(not bodies.isdisjoint(names) for names in beside)


RULE = Rule(
    family="ownership",
    summary="Each partner's part is stated, in words that could be checked.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§11, §36, §39, §47, §51"),
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("HMIC 2012", "1.1, 3.1"),
    ),
    rationale="A partner whose part is not stated cannot be held to it, nor thanked for it. A number, a service, an action or a line under resources is enough; “support” is not.",
    question="What does each of you, national bodies included, put in here?",
    cases={
        "no-part": Case(
            "warning",
            "Say what each of them leads, does (an action), gives (a resource) or adds (contributors); for a body that only looks on write signs: false.",
        ),
        "vague": Case("warning", "Say a number, a service or an action, such as “Two nurses, two days a week”."),
        "helper": Case(
            "advice",
            "Say a number, a service or an action, such as “Two nurses, two days a week”: that it takes part is said by the action already.",
        ),
        "from-one": Case(
            "warning",
            "Add to resources what each of the others gives: money, staff, a building or time, by year; an estimate will do.",
            "What do the rest of you put in?",
        ),
        "untracked": Case(
            "advice",
            "Add shown_by: with the indicator or action by which the part can be followed.",
            "In a year, how will we see that you kept your part?",
        ),
    },
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - {partner: council, contribution: Support}  # here
""",
    good="""
contributors:
  - {partner: council, contribution: Four home care staff for the falls team, shown_by: [visits]}
""",
    check=check,
    requirements=("R85", "R86"),
    decided="One finding lists all partners without a part, as the review asks, and one all parts that say nothing. A partner that takes part in an action, and whose own entry says nothing, is advice. That all figures are one partner's is asked where two or more of the main public bodies give none, in money, people or time. Having no part is not asked while an answer that could tell is unread or still to come.",
    gives_way_to=("missing-what-how-who-when",),
    options={
        "contributors": Option(2, "contributors from which it is asked whether any part can be followed", least=1)
    },
)
