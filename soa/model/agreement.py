"""The agreement as a whole: format `soa: 1`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import PlainValidator, WithJsonSchema

from soa.model.governance import Governance
from soa.model.measure import Indicator
from soa.model.outcome import Priority
from soa.model.part import MISSING, Entry, Part, may, must
from soa.model.partners import Assessment, Engagement, Evidence, Locality, Partner, Place, Plan, Service
from soa.model.resources import Ask, Prevention, Resource
from soa.model.scalars import Count, Flag, Moment, Name, Prose, Ref, Sentence, fail, one_of, shown

FORMAT = 1
KINDS_OF_PLAN = ("single-outcome-agreement", "local-outcomes-improvement-plan")
STATUSES = ("draft", "consultation", "submitted", "agreed", "under-review", "ended")


def _format(value: object) -> int:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        if value == FORMAT:
            return FORMAT
        if value > FORMAT:
            message = f"this file is written in format {value}, and this program knows formats up to {FORMAT}"
            fail("newer-format", message, "Install the newest soa-toolkit.")
    return fail(
        "wrong-form", f"the format is {FORMAT}, and this is {shown(value)}", f"Write soa: {FORMAT}", str(FORMAT)
    )


Format = Annotated[int, PlainValidator(_format), WithJsonSchema({"type": "integer", "const": FORMAT})]
KindOfPlan = Annotated[str, *one_of(*KINDS_OF_PLAN)]
Status = Annotated[str, *one_of(*STATUSES)]
Framework = Annotated[str, *one_of("npf-2007", "npf-2011", "npf-2018")]


class Contact(Part):
    """Whom the public can ask."""

    post: Name = must("Post", "The post to ask.", example="Community Planning Manager, Glenmore Council")
    email: Name | MISSING = may("Email", "An email address.", example="planning@glenmore.example")
    telephone: Name | MISSING = may("Telephone", "A telephone number, in quotes.", example="'01632 960100'")
    formats: tuple[Name, ...] | MISSING = may(
        "Formats",
        "Other formats and languages that can be had.",
        example="[large print, BSL, Gaelic]",
        source="officer-review 3.1",
    )
    progress: Name | MISSING = may("Progress", "Where progress can be seen.", example="https://example.org/progress")


class Header(Part):
    """What agreement this is."""

    title: Name = must("Title", "The agreement's title.", example="Glenmore Single Outcome Agreement 2013 to 2023")
    kind: KindOfPlan | MISSING = may(
        "Kind",
        "What kind of plan this is; single-outcome-agreement is taken when left out.",
        example="single-outcome-agreement",
        source="officer-review F25",
    )
    area: Name = must("Area", "A council area's name or code.", example="Glenmore", source="officer-review F28")
    fictional: Flag | MISSING = may(
        "Fictional",
        "true for training: nothing is checked against Scotland's lists, and each page is stamped.",
        example="true",
    )
    starts: Moment = must("Starts", "The first day.", example="2013-04-01", source="North Lanarkshire 2012 1.6")
    ends: Moment = must("Ends", "The last day.", example="2023-03-31", source="North Lanarkshire 2012 1.6")
    status: Status = must(
        "Status",
        "How far the agreement has come.",
        example="draft",
        source="Audit Scotland 2013 §46",
    )
    version: Count | MISSING = may("Version", "A number that rises with each version.", example="3")
    framework: Framework | MISSING = may(
        "Framework",
        "The list of national outcomes that the numbers refer to; by default the one in force at the start.",
        example="npf-2011",
        source="officer-review F23",
    )
    consultation_until: Moment | MISSING = may(
        "Consultation until", "For status consultation: the last day to answer.", example="2013-02-28"
    )
    submitted: Moment | MISSING = may(
        "Submitted", "When it went to the Scottish Government.", example="2013-03-28", source="Audit Scotland 2013 §46"
    )
    agreed: Moment | MISSING = may(
        "Agreed", "When it was agreed.", example="2013-06-12", source="Audit Scotland 2013 §46"
    )
    agreed_by: Name | MISSING = may("Agreed by", "Who agreed it.", example="Glenmore Partnership Board")
    supersedes: Name | MISSING = may(
        "Supersedes", "The agreement that it replaces.", example="Glenmore Single Outcome Agreement 2009 to 2012"
    )
    contact: Contact | MISSING = may("Contact", "Whom the public can ask.", source="officer-review 3.1")


class Foreword(Entry):
    """A signatory's words."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("by",)

    by: Ref = must("By", "The partner whose signatory speaks.", example="council")
    post: Name = must("Post", "The signatory's post.", example="Leader of the Council")
    person: Name | MISSING = may("Person", "The signatory's name.", example="Councillor A Munro")
    text: Prose = must(
        "Text", "The words.", example="Each partner has signed this agreement, and each of us will answer for it."
    )


class NotChosen(Entry):
    """Something that was considered and left out."""

    title: Sentence = must("Title", "What it was.", example="Rural roads", source="Audit Scotland 2013 §12")
    reason: Sentence = must("Reason", "Why it was left out.", example="One body can do this on its own")


class CoreNotUsed(Entry):
    """A national core indicator that is not used, and why."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("core",)

    core: Ref = must("Core indicator", "Its id.", example="fuel-poverty", source="North Lanarkshire 2012 1.6, 1.9")
    reason: Sentence = must("Reason", "Why it is not used.", example="The survey gives no figure for Glenmore")


class SignOff(Entry):
    """A partner's signature."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must(
        "Partner",
        "An id from partners, or scottish-government.",
        example="council",
        source="Audit Scotland 2013 §35, §46",
    )
    body: Name | MISSING = may("Body", "The body that decided.", example="Full council")
    date: Moment = must("Date", "When.", example="2013-06-12")
    person: Name | MISSING = may("Person", "Who signed.", example="Councillor A Munro")


class DevelopmentPoint(Entry):
    """Something agreed for later when the agreement was signed."""

    point: Sentence = must(
        "Point",
        "What is to be worked out.",
        example="How the health board's share of prevention is counted",
        source="officer-review F8",
    )
    owner: Ref = must("Owner", "The partner who answers for it.", example="council")
    due: Moment = must("Due", "By when.", example="2013-12-31")


class Appendix(Entry):
    """More for those who want it."""

    title: Name = must("Title", "Its title.", example="How the priorities were chosen")
    text: Prose = must(
        "Text",
        "The text.",
        example="Twelve themes were scored by need, by what partners can change, and by what people said.",
    )


class Term(Entry):
    """A word or abbreviation, and what it means."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("term",)

    term: Name = must("Term", "The word or abbreviation.", example="SMR01", source="North Lanarkshire 2012 1.1, 1.3")
    means: Sentence = must(
        "Means", "What it means, in plain words.", example="The national record of stays in general hospitals"
    )


class Agreement(Part):
    """A Community Planning Partnership's agreement: what will improve, how, by whom and when, with a plan for prevention."""

    soa: Format = must("Format", "The version of this format: 1.", example="1")
    agreement: Header = must("Agreement", "What agreement this is.")
    vision: Sentence = must(
        "Vision",
        "What all of it is for, in one sentence.",
        example="People in Glenmore live longer, healthier lives in places they are proud of",
        source="Grampian 2012 S1 Q7; Audit Scotland 2013 Exhibit 3",
    )
    foreword: tuple[Foreword, ...] | MISSING = may("Foreword", "The signatories' words.", source="officer-review F24")
    place: Place | MISSING = may(
        "Place", "Who lives here, and what they need.", source="Community Empowerment (Scotland) Act 2015 s6(2)(d)"
    )
    localities: tuple[Locality, ...] | MISSING = may(
        "Localities",
        "The parts of the area that the agreement speaks of.",
        source="North Lanarkshire 2012 1.1; Community Empowerment (Scotland) Act 2015 s9",
    )
    partners: tuple[Partner, ...] = must(
        "Partners", "The bodies that are party to it.", least=1, source="Audit Scotland 2013 Appendix 1"
    )
    evidence: tuple[Evidence, ...] | MISSING = may(
        "Evidence", "What the priorities rest on.", source="Audit Scotland 2013 §44"
    )
    plans: tuple[Plan, ...] | MISSING = may("Plans", "Other documents that it refers to.", source="officer-review F22")
    indicators: tuple[Indicator, ...] | MISSING = may(
        "Indicators",
        "Measures shared by several outcomes, or used by the prevention plan.",
        source="officer-review F13",
    )
    core_not_used: tuple[CoreNotUsed, ...] | MISSING = may(
        "Core indicators not used",
        "National core indicators that are not used, with the reason.",
        source="North Lanarkshire 2012 1.6",
    )
    not_chosen: tuple[NotChosen, ...] | MISSING = may(
        "Not chosen", "What was considered and left out.", source="Audit Scotland 2013 §12, §42"
    )
    priorities: tuple[Priority, ...] = must(
        "Priorities",
        "The few things that the partners will do together.",
        least=1,
        source="Audit Scotland 2013 §12, §42",
    )
    prevention: Prevention = must(
        "Prevention", "The specific plan for prevention.", source="Audit Scotland 2013 §15, §29"
    )
    resources: tuple[Resource, ...] | MISSING = may(
        "Resources", "What each partner puts in.", source="Audit Scotland 2013 §47, §49"
    )
    asks: tuple[Ask, ...] | MISSING = may(
        "Asks",
        "What others are asked to do, government included.",
        source="Audit Scotland 2013 §11, §62; officer-review F7",
    )
    engagement: tuple[Engagement, ...] | MISSING = may(
        "Engagement", "Who was asked, what they said, what changed.", source="Audit Scotland 2013 §54-§58"
    )
    assessments: tuple[Assessment, ...] | MISSING = may(
        "Assessments", "Equality, environment and other assessments.", source="North Lanarkshire 2012 1.1"
    )
    governance: Governance | MISSING = may(
        "Governance", "Who answers to whom.", source="Audit Scotland 2013 §19, §31-§37"
    )
    services: tuple[Service, ...] | MISSING = may(
        "Services", "The strategic map: who offers what, where.", source="Grampian 2012 S1 Q4"
    )
    sign_off: tuple[SignOff, ...] | MISSING = may(
        "Sign-off", "Who signed, and when.", source="Audit Scotland 2013 §35, §46"
    )
    development_plan: tuple[DevelopmentPoint, ...] | MISSING = may(
        "Development plan", "What was agreed for later when it was signed.", source="officer-review F8"
    )
    appendices: tuple[Appendix, ...] | MISSING = may(
        "Appendices", "More for those who want it.", source="officer-review F24"
    )
    glossary: tuple[Term, ...] | MISSING = may(
        "Glossary", "Words and abbreviations.", source="North Lanarkshire 2012 1.1, 1.3"
    )
