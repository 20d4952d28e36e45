"""Money, staff and buildings; the prevention plan; and what is asked of others."""

from __future__ import annotations

from typing import Annotated, ClassVar

from soa.model.outcome import Action
from soa.model.part import MISSING, Condition, Entry, may, must
from soa.model.scalars import Count, Flag, Id, Moment, Money, Name, Number, Prose, Ref, Sentence, one_of

ResourceKind = Annotated[str, *one_of("money", "people", "building", "equipment", "volunteer-time")]
Held = Annotated[str, *one_of("own", "aligned", "pooled")]
Source = Annotated[str, *one_of("mainstream", "change-fund", "grant", "capital", "in-kind")]
Certainty = Annotated[str, *one_of("firm", "indicative", "estimate")]


class ResourceYear(Entry):
    """What is given in one year."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("year",)

    year: Moment = must("Year", "The financial year.", example="2013-14")
    amount: Money | MISSING = may("Amount", "Whole pounds.", example="410000", unit="pounds")
    of_total: Money | MISSING = may(
        "Of total",
        "The whole budget that the amount is part of.",
        example="23600000",
        unit="pounds",
        source="Audit Scotland 2013 §15",
    )
    whole_time: Number | MISSING = may(
        "Whole time",
        "Posts, counted as whole-time.",
        example="2.5",
        unit="whole-time posts",
        source="Audit Scotland 2013 §49",
    )
    hours: Count | MISSING = may("Hours", "Hours, for volunteers' time.", example="3000", unit="hours")
    certainty: Certainty | MISSING = may(
        "Certainty", "How certain the amount is.", example="firm", source="North Lanarkshire 2012 1.1"
    )
    basis: Sentence | MISSING = may(
        "Basis",
        "How the amount was reached.",
        example="Share of board spend by population aged 65 and over",
        source="Grampian 2012 S1 Q5",
    )
    prices: Name | MISSING = may(
        "Prices",
        "Whose prices, where that is not the year's own.",
        example="2012-13 prices",
        source="Audit Scotland 2013 §4 note 2",
    )


class Share(Entry):
    """One partner's share of a pooled amount."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "An id from partners.", example="nhs-orran")
    amount: Money = must("Amount", "Whole pounds, over the years given.", example="900000", unit="pounds")


class Resource(Entry):
    """What one partner puts in, for which priorities or outcomes."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)
    CONDITIONS: ClassVar[tuple[Condition, ...]] = (Condition("kind", ("money",), then=("years",)),)

    id: Id | MISSING = may("Id", "Needed only when something refers to it.", example="falls-money")
    partner: Ref = must(
        "Partner", "Who gives it: an id from partners.", example="nhs-orran", source="Audit Scotland 2013 §47, §49"
    )
    serves: tuple[Ref, ...] = must(
        "Serves",
        "The priorities or outcomes that it serves; prevention for the plan as a whole.",
        example="[older-people]",
        least=1,
        source="Audit Scotland 2013 §13, §49",
    )
    kind: ResourceKind = must(
        "Kind",
        "What is given.",
        example="money",
        source="Audit Scotland 2013 §49",
    )
    what: Sentence | MISSING = may(
        "What", "What it is, where that is not plain.", example="Six nurses for the falls team"
    )
    held: Held | MISSING = may("Held", "How it is held.", example="own", source="Audit Scotland 2013 §21")
    source: Source | MISSING = may(
        "Source",
        "What kind of budget it comes from.",
        example="mainstream",
        source="Audit Scotland 2013 §22, §49",
    )
    ring_fenced: Flag | MISSING = may(
        "Ring-fenced", "true where it may be spent on nothing else.", example="true", source="Glasgow 2012 S1 Q4"
    )
    preventive: Flag | MISSING = may(
        "Preventive",
        "true makes it part of the prevention plan's spend.",
        example="true",
        source="Audit Scotland 2013 §15, §29",
    )
    budget_holder: Name | MISSING = may(
        "Budget holder", "The post that answers for it.", example="Chief Officer", source="HMIC 2012 1.8"
    )
    expects: Sentence | MISSING = may(
        "Expects",
        "The return that is expected.",
        example="Sixty-five fewer stays a year by 2016/17",
        source="HMIC 2012 1.8",
    )
    benefits_to: tuple[Ref, ...] | MISSING = may(
        "Benefits to", "Partners who gain where this one pays.", example="[council]", source="Audit Scotland 2013 §49"
    )
    years: tuple[ResourceYear, ...] | MISSING = may("Years", "What is given, year by year.", least=1)
    shares: tuple[Share, ...] | MISSING = may("Shares", "For a pooled amount: each partner's share.")
    accountable_body: Ref | MISSING = may(
        "Accountable body", "For a pooled amount: who holds it.", example="nhs-orran", source="HMIC 2012 1.3"
    )
    agreement: Sentence | MISSING = may(
        "Agreement",
        "For a pooled amount: the agreement it rests on.",
        example="Partnership agreement of 12 March 2013, section 5",
        source="HMIC 2012 1.3",
    )
    paid_through: Ref | MISSING = may(
        "Paid through",
        "The partner that spends it, so that it is not counted twice.",
        example="leisure",
        source="officer-review F19",
    )
    ends: Moment | MISSING = may(
        "Ends", "When a fund ends.", example="2015-03-31", source="Audit Scotland 2013 §26, §49"
    )
    after: Sentence | MISSING = may(
        "After",
        "What follows when the fund ends.",
        example="Both budgets take on half each from April 2015",
        source="Audit Scotland 2013 §49",
    )


class HowWeWillKnow(Entry):
    """The four kinds of evidence that the prevention plan works, as indicator ids."""

    decisive_shift: tuple[Ref, ...] = must(
        "A decisive shift",
        "Indicators that show money and effort moving to prevention.",
        example="[prevention-share]",
        least=1,
        source="Audit Scotland 2013 §15, §29",
    )
    improving_outcomes: tuple[Ref, ...] = must(
        "Improving outcomes",
        "Indicators that show people faring better.",
        example="[falls.admissions]",
        least=1,
        source="Audit Scotland 2013 §15, §29",
    )
    reducing_future_need: tuple[Ref, ...] = must(
        "Reducing future need",
        "Indicators that show demand falling.",
        example="[falls.hip]",
        least=1,
        source="Audit Scotland 2013 §15, §29",
    )
    controlling_costs: tuple[Ref, ...] = must(
        "Controlling costs",
        "Indicators that show costs held and savings released.",
        example="[bed-cost]",
        least=1,
        source="Audit Scotland 2013 §15, §29",
    )


class Saving(Entry):
    """A saving that is claimed, and what it rests on."""

    amount: Money = must(
        "Amount", "Whole pounds a year.", example="310000", unit="pounds a year", source="North Lanarkshire 2012 3.2"
    )
    from_year: Moment = must("From year", "The year from which it arrives.", example="2016-17")
    assumes: Sentence = must(
        "Assumes",
        "What has to happen for it to arrive.",
        example="65 fewer stays of 12 days at the board's direct cost",
    )
    goes_to: Sentence = must(
        "Goes to", "Who receives it, and what becomes of it.", example="The falls team in the mainstream budget"
    )
    payback_years: Number | MISSING = may(
        "Payback", "For early-years savings: after how many years.", example="8", unit="years", source="HMIC 2012 3.2"
    )
    performance_kept_by: Sentence | MISSING = may(
        "Performance kept by",
        "How the service is kept up meanwhile.",
        example="The ward keeps its nurses until admissions have fallen for a year",
        source="Grampian 2012 S3 Q7",
    )


class Prevention(Entry):
    """The specific plan for prevention: its actions and money are those marked preventive, and any of its own."""

    statement: Prose = must(
        "Statement",
        "What the partners prevent together, for whom, and what moves.",
        example="The partners move money from hospital beds to strength, balance and safe homes.",
        source="Audit Scotland 2013 §15, §29",
    )
    actions: tuple[Action, ...] | MISSING = may(
        "Actions", "Actions of the plan that belong to no outcome.", source="Audit Scotland 2013 §15"
    )
    how_we_will_know: HowWeWillKnow = must(
        "How we will know",
        "The four kinds of evidence: a decisive shift, improving outcomes, reducing future need, controlling costs.",
        source="Audit Scotland 2013 §15, §29",
    )
    savings: tuple[Saving, ...] | MISSING = may(
        "Savings", "Savings that are claimed.", source="North Lanarkshire 2012 3.2"
    )


class Ask(Entry):
    """What others are asked to do, government included."""

    id: Id = must("Id", "Unique among the asks.", example="ask-housing")
    of: Ref = must(
        "Of",
        "A partner's id, scottish-government, or a national body.",
        example="scottish-government",
        source="Audit Scotland 2013 §11, §62",
    )
    ask: Sentence = must("Ask", "What is asked.", example="Let councils lend to housing associations for adaptations")
    why: Sentence | MISSING = may(
        "Why", "What cannot be done without it.", example="Four hundred homes wait for a handrail or a level shower"
    )
    serves: tuple[Ref, ...] | MISSING = may("Serves", "The priorities or outcomes it serves.", example="[falls]")
    by: Moment | MISSING = may("By", "By when an answer is needed.", example="2014-03-31")
    response: Sentence | MISSING = may(
        "Response", "What was answered.", example="A scheme will be put to consultation in 2014"
    )
    response_date: Moment | MISSING = may("Response date", "When it was answered.", example="2013-11-12")
