"""The partners, the places, and what the plan rests on: evidence, engagement, other plans."""

from __future__ import annotations

from typing import Annotated, ClassVar

from soa.model.part import MISSING, Entry, may, must
from soa.model.resources import Certainty
from soa.model.scalars import Count, Flag, Id, Moment, Money, Name, Prose, Ref, Sentence, one_of

PARTNER_KINDS = (
    "council", "health-board", "police", "fire", "enterprise", "transport", "third-sector-interface", "third-sector", "special-health-board", "shadow-partnership",
    "integration-joint-board", "lead-agency", "housing-association", "college", "university", "national-park", "community-body", "arms-length-body", "national-body", "private-sector", "other",
)  # fmt: skip
PartnerKind = Annotated[str, *one_of(*PARTNER_KINDS)]
EvidenceKind = Annotated[
    str, *one_of("strategic-assessment", "statistics", "survey", "research", "lived-experience", "evaluation")
]
EngagementLevel = Annotated[str, *one_of("informed", "consulted", "co-designed", "co-delivered")]
AssessmentKind = Annotated[str, *one_of("equality", "environment", "fairer-scotland", "islands", "children")]


class PlanAlignment(Entry):
    """Where a partner's own plan or budget takes account of this agreement."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("plan",)

    plan: Ref = must(
        "Plan", "The partner's plan: an id from plans.", example="health-plan", source="Audit Scotland 2013 §19, §61"
    )
    clause: Sentence = must(
        "Clause", "The part of it that takes account of the priorities.", example="Section 4, older people"
    )
    date: Moment | MISSING = may("Date", "When that was agreed.", example="2013-03-27")


class YearTotal(Entry):
    """A partner's whole spending in the area in one year."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("year",)

    year: Moment = must("Year", "The financial year.", example="2013-14")
    amount: Money = must(
        "Amount", "Whole pounds.", example="183000000", unit="pounds", source="North Lanarkshire 2012 1.3"
    )
    certainty: Certainty | MISSING = may("Certainty", "How certain the amount is.", example="firm")
    basis: Sentence | MISSING = may(
        "Basis", "How the amount was reached.", example="Approved budget, share of the area by population"
    )


class Partner(Entry):
    """A body that is party to the agreement."""

    id: Id = must("Id", "Unique in the agreement; everything else refers to it.", example="council")
    name: Name = must("Name", "The body's full name.", example="Glenmore Council")
    kind: PartnerKind = must(
        "Kind", "What kind of body it is.", example="council", source="Audit Scotland 2013 Appendix 1"
    )
    made_of: tuple[Ref, ...] | MISSING = may(
        "Made of",
        "For a joint body: the partners it is made of.",
        example="[council, nhs-orran]",
        source="officer-review F18",
    )
    legal_from: Moment | MISSING = may("Legal from", "When a joint body becomes a legal person.", example="2015-04-01")
    remit: Sentence | MISSING = may(
        "Remit",
        "What it is for.",
        example="Plans and runs care for adults for the council and the health board",
        source="HMIC 2012 3.1",
    )
    limits: Sentence | MISSING = may(
        "Limits",
        "What it cannot do.",
        example="It cannot borrow, and employs nobody of its own",
        source="HMIC 2012 3.1",
    )
    speaks_for_it: Name | MISSING = may(
        "Speaks for it",
        "The post that speaks for a national or regional body here.",
        example="Local Senior Officer",
        source="Audit Scotland 2013 §32, §40",
    )
    logo: Name | MISSING = may("Logo", "A picture file in the agreement's folder.", example="logos/council.svg")
    signs: Flag | MISSING = may(
        "Signs",
        "Whether it signs the agreement; statutory partners do when left out.",
        example="true",
        source="Audit Scotland 2013 §35",
    )
    plan_alignment: tuple[PlanAlignment, ...] | MISSING = may(
        "Plan alignment",
        "Where its own plans and budget take account of this agreement.",
        source="Audit Scotland 2013 §19, §79",
    )
    total_spend: tuple[YearTotal, ...] | MISSING = may(
        "Total spend",
        "Its whole spending in the area, year by year.",
        source="North Lanarkshire 2012 1.3; Audit Scotland 2013 §47",
    )


class Locality(Entry):
    """A part of the area that the agreement speaks of."""

    id: Id = must("Id", "Unique in the agreement.", example="muirton")
    name: Name = must("Name", "The locality's name.", example="Muirton")
    population: Count | MISSING = may("Population", "How many people live there.", example="6100", unit="people")
    made_of: tuple[Name, ...] | MISSING = may(
        "Made of", "The wards or places it is made of.", example="[Muirton East, Muirton West]"
    )
    poorer_outcomes: Flag | MISSING = may(
        "Poorer outcomes",
        "true where people fare worse than elsewhere in the area.",
        example="true",
        source="Community Empowerment (Scotland) Act 2015 s9",
    )
    plan: Ref | MISSING = may("Plan", "Its locality plan: an id from plans.", example="muirton-plan")


class Place(Entry):
    """Who lives here, and what they need."""

    text: Prose = must(
        "Text",
        "A short picture of the area, its people and their needs.",
        example="Glenmore has 92,000 people, two in five of them in Kirkton. One in five is 65 or over.",
        source="Community Empowerment (Scotland) Act 2015 s6(2)(d)",
    )
    facts: tuple[Sentence, ...] | MISSING = may(
        "Facts",
        "The figures that matter most, one a line.",
        example="['One person in five is 65 or over', 'Men in Muirton die nine years earlier than men in Inverorran']",
    )


class Evidence(Entry):
    """One finding about the area that a priority rests on."""

    id: Id = must("Id", "Unique in the agreement.", example="ev-falls")
    finding: Sentence = must(
        "Finding",
        "What was found, with its figure.",
        example="375 people aged 65 and over were admitted after a fall in 2012/13",
        source="North Lanarkshire 2012 1.2, 1.5",
    )
    place: Name | MISSING = may("Place", "The area it describes.", example="Glenmore and its six localities")
    source: Sentence = must("Source", "Where it comes from.", example="ISD Scotland, SMR01")
    date: Moment = must("Date", "What it describes, or when it was published.", example="2012-13")
    kind: EvidenceKind | MISSING = may(
        "Kind", "What kind of evidence it is.", example="statistics", source="Grampian 2012 S1 Q2"
    )
    latest_available: Flag | MISSING = may(
        "Latest available", "true where older evidence is still the newest there is.", example="true"
    )


class Plan(Entry):
    """Another document that the agreement refers to."""

    id: Id = must("Id", "Unique in the agreement.", example="leisure-plan")
    title: Name = must("Title", "Its title.", example="Leisure Trust Business Plan 2013 to 2016")
    owner: Ref | MISSING = may("Owner", "The partner whose plan it is.", example="leisure")
    date: Moment | MISSING = may("Date", "When it was published.", example="2013-02-14")
    link: Name | MISSING = may(
        "Link", "A web address: https, http, mailto or relative.", example="https://example.org/plan"
    )


class Engagement(Entry):
    """One occasion on which people were asked: what they said, and what changed."""

    id: Id = must("Id", "Unique in the agreement.", example="eng-falls")
    group: Sentence = must(
        "Group",
        "Who was asked, and how many.",
        example="184 people over 70 and their families",
        source="Audit Scotland 2013 §55, §56",
    )
    place: Name | MISSING = may("Place", "Where.", example="Muirton, Easter Burn and Kirkton")
    method: Sentence | MISSING = may("Method", "How.", example="Kitchen-table talks run by volunteers")
    date: Moment = must("Date", "When.", example="2012-11-30")
    level: EngagementLevel | MISSING = may(
        "Level",
        "How far people took part.",
        example="co-designed",
        source="Audit Scotland 2013 §57",
    )
    standards: Name | MISSING = may(
        "Standards",
        "The standards followed.",
        example="National Standards for Community Engagement",
        source="North Lanarkshire 2012 1.4",
    )
    heard: Sentence | MISSING = may(
        "Heard", "What people said.", example="People would rather ring one number than three", source="HMIC 2012 1.4"
    )
    led_to: tuple[Ref, ...] | MISSING = may(
        "Led to",
        "What changed: the ids of actions, outcomes or priorities.",
        example="[falls.classes]",
        source="Audit Scotland 2013 §56",
    )
    no_change_because: Sentence | MISSING = may(
        "No change because",
        "Why nothing changed, where nothing did.",
        example="A second bus a day was asked for, and there is no money for it before 2015",
    )
    fed_back: Moment | MISSING = may(
        "Fed back", "When people were told what became of it.", example="2013-02-10", source="Grampian 2012 S1 Q8"
    )


class Assessment(Entry):
    """An assessment of the agreement: what it found, and what changed."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("kind",)

    kind: AssessmentKind = must(
        "Kind",
        "What kind of assessment it is.",
        example="equality",
        source="North Lanarkshire 2012 1.1",
    )
    covers: Sentence | MISSING = may(
        "Covers",
        "What was assessed, structures and processes included.",
        example="The whole agreement, and how the board works",
    )
    date: Moment = must("Date", "When.", example="2013-02-20")
    who: Name | MISSING = may("Who", "Who made it.", example="Glenmore Council, Equalities Officer")
    found: Sentence = must("Found", "What it found.", example="Two of the halls cannot be reached in a wheelchair")
    led_to: Sentence | MISSING = may(
        "Led to", "What was changed.", example="Classes start in the six halls that can; ramps are built by 2014"
    )
    link: Name | MISSING = may("Link", "Where it can be read.", example="https://example.org/assessment")


class Service(Entry):
    """A service on the strategic map: who offers what, where, for whom."""

    id: Id = must("Id", "Unique among the services.", example="falls-team")
    name: Name = must("Name", "The service.", example="Joint falls team", source="Grampian 2012 S1 Q4")
    provider: Ref = must("Provider", "The partner who offers it.", example="hscp")
    place: Name | MISSING = may("Place", "Where.", example="All six localities")
    group: Name | MISSING = may("Group", "For whom.", example="People aged 65 and over")
