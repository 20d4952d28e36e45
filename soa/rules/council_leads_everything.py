"""The lead of outcomes is shared among the partners."""

from collections import Counter
from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome, Priority
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._signatories import STATUTORY
from soa.rules._taking_part import leading

_ISLANDS = frozenset({"Na h-Eileanan Siar", "Orkney Islands", "Shetland Islands"})


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count the outcomes that one council leads."""
    lookup = subject.lookup
    outcomes = [outcome for _, outcome in lookup.all(Outcome) if outcome.state != "stopped"]
    councils = {name for name, partner in lookup.partners.items() if partner.kind == "council"}
    led = Counter(lead for outcome in outcomes if (lead := outcome.by_whom.lead) in councils)
    if not led or len(outcomes) < subject.options["outcomes"]:
        return
    council, count = led.most_common(1)[0]
    if count * 100 <= len(outcomes) * subject.options["share"] or _few_on_an_island(subject):
        return
    others = _leading_nothing(lookup)
    yield Problem(
        "council",
        f"{lookup.called([council])} leads {count} of {len(outcomes)} outcomes"
        + (f", and these lead none: {lookup.called(others)}" if others else ""),
        at=("priorities",),
    )


def _leading_nothing(lookup: Lookup) -> list[str]:
    """Statutory partners that lead neither an outcome nor a priority, be it through a joint body."""
    parts: list[Priority | Outcome] = [
        *(part for _, part in lookup.all(Priority)),
        *(part for _, part in lookup.all(Outcome)),
    ]
    names = {name for part in parts for name in leading(part) if name}
    leads = names | lookup.bodies(names)
    return [
        name
        for name, partner in lookup.partners.items()
        if partner.kind in STATUTORY and partner.kind != "council" and name not in leads
    ]


def _few_on_an_island(subject: Subject[Agreement]) -> bool:
    """Whether this is one of the three island areas, with few partners who could lead."""
    header, partners = subject.part.agreement, subject.lookup.partners
    if len(partners) > subject.options["island-partners"] or not sound(header.area) or header.fictional is True:
        return False
    from soa.reference import area  # the lists are read only where they are asked

    found = area(header.area)
    return found is not None and found.name in _ISLANDS


RULE = Rule(
    family="ownership",
    summary="The lead of outcomes is shared: the council does not lead nearly all of them.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§10, §31, §38, §79"),
        Citation("Grampian 2012", "S1 Q1"),
        Citation("HMIC 2012", "1.1"),
        Citation("East Lothian 2013", "3.5"),
    ),
    rationale="Community planning has been seen as a council-led exercise; the body best placed should lead each theme. Much of what agreements are about, such as schools and housing, is the council's own duty, so the limit is high. A health and social care partnership counts as itself, and convening the partnership is not counted at all.",
    question="Which of these would another partner be better placed to lead?",
    cases={
        "council": Case(
            "warning",
            "Look at the outcomes one by one, and write as lead the partner best placed to move each; the council can still contribute.",
        )
    },
    on=(Agreement,),
    example_of="another",
    bad="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  rank: 2
  not_yet: {missing: The actions and targets of this priority, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      by_whom: {lead: council, post: Head of Schools}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: apprentices
      by_whom: {lead: council, post: Head of Personnel}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: buses
      by_whom: {lead: council, post: Head of Transport}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: firms
      by_whom: {lead: council, post: Head of Economic Development}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
""",
    good="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: tsi
  rank: 2
  not_yet: {missing: The actions and targets of this priority, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      by_whom: {lead: council, post: Head of Schools}
      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}
    - id: apprentices
      by_whom: {lead: nhs-beg, post: Director of Human Resources}
      not_yet: {missing: What will improve, owner: nhs-beg, due: 2013-06-30}
    - id: volunteers
      by_whom: {lead: tsi, post: Convener}
      not_yet: {missing: What will improve, owner: tsi, due: 2013-06-30}
""",
    check=check,
    requirements=("R82", "R84"),
    decided="The catalogue begins at three outcomes, the review at five: five. Priorities are not counted beside their outcomes, so that there is one finding. A lead that came to the council for a stated reason, and an island council with few partners, are not asked about: the first is recorded as an exception, the second is known by the area and the number of partners.",
    options={
        "share": Option(67, "per cent of the outcomes that one council may lead", most=100),
        "outcomes": Option(5, "outcomes from which they are counted", least=1),
        "island-partners": Option(6, "partners up to which an island area is not asked"),
    },
)
