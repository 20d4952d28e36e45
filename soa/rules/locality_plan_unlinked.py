"""A locality that the agreement speaks of has a plan of its own, and the agreement says which."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup, given
from soa.model.measure import Breakdown
from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.model.partners import Locality
from soa.model.texts import public_texts
from soa.rules._plain_words import NameIndex, index_of, names_in
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_SAID = {
    "poorer": "no locality plan is named for {}, where people fare worse",
    "named": "no locality plan is named for {}, of which outcomes speak",
    "none": "no locality plan is named for {}",
}
_ABOUT_PEOPLE = frozenset({"priorities", "indicators", "evidence", "engagement", "prevention", "resources", "services"})
"""Parts of the plan in which a place is more than its name on a list."""
_MOST_NAMED = 12
"""Names that a message gives before it only counts the rest."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """List the localities without a plan: those that outcomes name, or that fare worse, before the others."""
    agreement = subject.part
    yield from _passed_over(subject)
    if agreement.plans is HOLE:
        return
    bare = [
        (index, place)
        for index, place in enumerate(each(agreement.localities))
        if sound(place) and not given(place.plan) and not sound(place.not_yet) and sound(place.name)
    ]
    if not bare:
        return
    named = _named_in_outcomes(index_of(place.name for _, place in bare), subject.lookup)
    asked_by_law = agreement.agreement.kind == "local-outcomes-improvement-plan"
    found: dict[str, list[tuple[int, Locality]]] = {}
    for index, place in bare:
        poorer = asked_by_law and place.poorer_outcomes is True
        case = "poorer" if poorer else "named" if place.name in named else "none"
        found.setdefault(case, []).append((index, place))
    case = next(case for case in _SAID if case in found)
    places = found[case]
    said = _SAID[case].format(_listed(places))
    others = [one for other, more in found.items() if other != case for one in more]
    if others:
        said = f"{said}; nor for {_listed(others)}"
    at: Path = ("localities", places[0][0]) if len(bare) == 1 else ("localities",)
    yield Problem(case, said, at=at)


def _passed_over(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for places that fare worse, and that nothing in the plan is for: no outcome, measure, action, evidence or talk with people names them."""
    agreement = subject.part
    poorer = [
        (index, place)
        for index, place in enumerate(each(agreement.localities))
        if sound(place)
        and place.poorer_outcomes is True
        and sound(place.name)
        and sound(place.id)
        and not sound(place.not_yet)
    ]
    if (
        not poorer
        or not sound(agreement.priorities)
        or any(not sound(one) or sound(one.not_yet) for one in agreement.priorities)
    ):
        return
    names = {place.name: [place.name, *(name for name in each(place.made_of) if sound(name))] for _, place in poorer}
    index = index_of(name for called in names.values() for name in called)
    told: set[str] = set()
    for text in public_texts(agreement):
        if text.section[0] in _ABOUT_PEOPLE:
            told |= names_in(text.text, index)
    measured = {part.of for _, part in subject.lookup.all(Breakdown) if sound(part.of)}
    silent = [(at, place) for at, place in poorer if place.id not in measured and told.isdisjoint(names[place.name])]
    if silent:
        yield Problem(
            "passed-over",
            f"people are said to fare worse in {_listed(silent)}, and no outcome, measure, action, evidence or talk with people names it"
            if len(silent) == 1
            else f"people are said to fare worse in {_listed(silent)}, and no outcome, measure, action, evidence or talk with people names them",
            at=("localities", silent[0][0]),
        )


def _named_in_outcomes(names: NameIndex, lookup: Lookup) -> set[str]:
    """Those localities that an outcome's statement, or for whom it is, names."""
    found: set[str] = set()
    for _, outcome in lookup.all(Outcome):
        for text in (outcome.what.statement, outcome.what.for_whom):
            if sound(text) and outcome.state != "stopped":
                found.update(names_in(text, names))
    return found


def _listed(places: list[tuple[int, Locality]]) -> str:
    """Names as a sentence lists them; with semicolons where a name is a list itself."""
    names = [place.name for _, place in places]
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    if any("," in name or " and " in name for name in names):
        return "; ".join(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


RULE = Rule(
    family="engagement",
    summary="Each locality that the agreement speaks of has a locality plan, and the agreement names it.",
    authority="audit-finding",
    sources=(
        Citation("North Lanarkshire 2012", "1.1, 1.5"),
        Citation("Audit Scotland 2013", "§58"),
        Citation("East Lothian 2013", "3.18"),
        Citation("2015 Act", "s9, s10"),
    ),
    rationale="What is promised for a place is done in that place, by its own plan. Since 2016 the law asks for one wherever people fare significantly worse.",
    question="Which plan does this in that place, and who there has seen it?",
    cases={
        "poorer": Case(
            "warning",
            "Add the plan under plans, and its id here, such as plan: muirton-plan; where it is still to be made, say with not_yet who will make it, and when.",
            "Where is the plan that the law asks for in this place?",
        ),
        "passed-over": Case(
            "warning",
            "Say what is done there and what people there said: a measure broken down for the place, an action, evidence, or engagement that names it.",
            "What in this plan is for the people of that place, and who there was asked?",
        ),
        "named": Case(
            "warning",
            "Add the plan under plans, and its id here, such as plan: muirton-plan; where it is still to be made, say with not_yet who will make it, and when.",
        ),
        "none": Case(
            "advice",
            "Where there is one, add it under plans and its id here, such as plan: muirton-plan.",
        ),
    },
    on=(Agreement,),
    example_of="localities",
    bad="""
localities:
  - {id: muirton, name: Muirton, population: 6100, poorer_outcomes: true}  # here
""",
    good="""
localities:
  - {id: muirton, name: Muirton, population: 6100, poorer_outcomes: true, plan: muirton-plan}
  - id: glen
    name: Glen Beg
    population: 2400
    not_yet: {missing: The plan of the glen, owner: council, due: 2014-03-31}
""",
    check=check,
    requirements=("R105",),
    decided="A place where people fare worse is passed over only where nothing in priorities, measures, evidence, engagement, prevention or resources names it, or the places it is made of. Locality plans are files of their own, which come later: this looks only at what the agreement itself can show. The duty of the 2015 Act is asked of local outcomes improvement plans only, and as a warning, because the plan may exist and only its name be missing.",
)
