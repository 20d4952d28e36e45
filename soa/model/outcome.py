"""An outcome and its four answers: what will improve, how, by whom and when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from soa.model.measure import Counted, Indicator, Target
from soa.model.part import MISSING, Condition, Entry, may, must
from soa.model.scalars import Count, Flag, Id, Moment, Name, Number, Prose, Ref, Sentence, one_of

Influence = Annotated[str, *one_of("direct", "partial", "outside")]
ActionState = Annotated[str, *one_of("planned", "under-way", "done", "stopped")]
OutcomeState = Annotated[str, *one_of("live", "stopped")]
Stage = Annotated[str, *one_of("before", "early", "targeted")]
Tackles = Annotated[str, *one_of("causes", "symptoms", "both")]
PilotDecision = Annotated[str, *one_of("stop", "continue", "scale-up")]


class Success(Entry):
    """What people would see at one point on the way."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("by",)

    by: Moment = must("By", "The day or year by which it looks like this.", example="2014")
    looks_like: Sentence = must(
        "Looks like",
        "What people will see, hear or be able to do by then.",
        example="One number to ring and a visit the next day",
        source="HMIC 2012 3.6",
    )


class Driver(Entry):
    """Something that moves the outcome, and who and what bears on it."""

    driver: Sentence = must(
        "Driver", "What moves the outcome.", example="Strength and balance in later life", source="HMIC 2012 3.1"
    )
    actions: tuple[Ref, ...] | MISSING = may("Actions", "The actions that bear on it.", example="[classes]")
    partners: tuple[Ref, ...] | MISSING = may("Partners", "The partners who bear on it.", example="[leisure]")


class What(Entry):
    """The first answer: what will improve, for whom, and how it will be known."""

    statement: Sentence = must(
        "Statement",
        "The change for people or the place, not the work that leads to it.",
        example="People aged 65 and over fall less often, and those who do get home and stay there",
        source="Audit Scotland 2013 §19, §43",
    )
    for_whom: Sentence | MISSING = may(
        "For whom",
        "The people or places it is for.",
        example="People aged 65 and over, most of all in Muirton",
        source="North Lanarkshire 2012 1.8",
    )
    success: tuple[Success, ...] | MISSING = may(
        "Success", "What it looks like on the way, earliest first.", source="HMIC 2012 3.6"
    )
    influence: Influence | MISSING = may(
        "Influence",
        "How far it is in the partnership's hands; partial is taken when left out.",
        example="partial",
        source="North Lanarkshire 2012 1.8",
    )
    factors: tuple[Sentence, ...] | MISSING = may(
        "Factors",
        "What else moves it and is out of the partnership's hands.",
        example="[severe winters]",
        source="Audit Scotland 2013 §24",
    )
    drivers: tuple[Driver, ...] | MISSING = may("Drivers", "The main causes to work on.", source="HMIC 2012 3.1")
    indicators: tuple[Indicator, ...] = must(
        "Indicators",
        "The measures that tell success from failure; at least one of kind outcome.",
        least=1,
        source="HMIC 2012 3.6; Audit Scotland 2013 §24",
    )


class Measure(Entry):
    """An action's own small measure."""

    name: Name = must("Name", "What is counted.", example="Places")
    counted: Counted | MISSING = may("Counted", "What one value counts.", example="in-the-year")
    target: Number = must("Target", "How many.", example="480")
    unit: Name | MISSING = may("Unit", "Of what, where the name does not say.", example="places")
    by: Moment | MISSING = may("By", "By when, where that is not the action's own date.", example="2014-03-31")


class Step(Entry):
    """A dated step of an action."""

    step: Sentence = must("Step", "What will have been done.", example="The two teams share one base")
    by: Moment = must("By", "The day by which it will have been done.", example="2013-12-31")


class Evaluation(Entry):
    """How it will be known whether an action worked."""

    question: Sentence = must(
        "Question",
        "What the evaluation asks.",
        example="Do people who finish a course fall less in the year after?",
        source="HMIC 2012 3.5",
    )
    method: Sentence | MISSING = may(
        "Method", "How it is answered.", example="Their admissions, compared with those of people on the waiting list"
    )
    date: Moment | MISSING = may("Date", "When the answer is known.", example="2015-06-30")


class Pilot(Entry):
    """An action tried out: the day of decision, and then the decision."""

    decision_by: Moment = must(
        "Decision by",
        "The day by which it is decided whether to stop, continue or scale up.",
        example="2014-12-31",
        source="Grampian 2012 S3 Q5",
    )
    decision: PilotDecision | MISSING = may("Decision", "What was decided.", example="scale-up")
    funding: Sentence | MISSING = may(
        "Funding", "How it is paid for afterwards.", example="From the leisure trust's ordinary budget"
    )


class Action(Entry):
    """Part of the second answer: one thing that will be done."""

    CONDITIONS: ClassVar[tuple[Condition, ...]] = (
        Condition("standing", (True,), then=("review",), otherwise=("due",)),
    )

    id: Id | MISSING = may(
        "Id", "Needed only when something refers to the action; unique within the outcome.", example="classes"
    )
    action: Sentence = must(
        "Action",
        "What will be done, where and for whom.",
        example="Strength and balance classes, first in Muirton and Easter Burn",
        source="Audit Scotland 2013 §19, §36",
    )
    owner: Ref = must(
        "Owner",
        "The one partner who answers for it: an id from partners.",
        example="leisure",
        source="HMIC 2012 1.7, 3.3",
    )
    post: Name | MISSING = may("Post", "The post that answers for it.", example="Area Manager")
    partners: tuple[Ref, ...] | MISSING = may("Partners", "The others who take part.", example="[tsi]")
    starts: Moment | MISSING = may("Starts", "When it begins.", example="2013-09-01")
    due: Moment | MISSING = may("Due", "When it is done.", example="2017-03-31", source="Audit Scotland 2013 §19, §36")
    standing: Flag | MISSING = may(
        "Standing", "true for a standing service that has no end; it then needs review.", example="true"
    )
    review: Moment | MISSING = may("Review", "When a standing service is next reviewed.", example="2015-03-31")
    state: ActionState | MISSING = may(
        "State", "How far it has come; planned is taken when left out.", example="planned"
    )
    steps: tuple[Step, ...] | MISSING = may("Steps", "Dated steps on the way.", source="Glasgow 2012 S1 Q7")
    contributes_to: tuple[Ref, ...] | MISSING = may(
        "Contributes to",
        "The indicators it is meant to move.",
        example="[admissions]",
        source="North Lanarkshire 2012 1.7",
    )
    tackles: Tackles | MISSING = may(
        "Tackles", "What it works on.", example="causes", source="North Lanarkshire 2012 1.3"
    )
    preventive: Stage | MISSING = may(
        "Preventive",
        "Makes it part of the prevention plan, and says at which stage it helps.",
        example="before",
        source="Audit Scotland 2013 §15",
    )
    measure: Measure | MISSING = may("Measure", "The action's own small measure.")
    joins_up: tuple[Ref, ...] | MISSING = may(
        "Joins up",
        "The services (ids) that it brings together.",
        example="[falls-team, community-alarm]",
        source="Glasgow 2012 S1 Q7",
    )
    planned_in: Ref | MISSING = may(
        "Planned in",
        "The plan (id) that it already stands in.",
        example="leisure-plan",
        source="Audit Scotland 2013 §12",
    )
    difference: Sentence | MISSING = may(
        "Difference",
        "What this agreement changes about work already planned.",
        example="Moved from the town hall to eight village halls",
        source="Audit Scotland 2013 §12, §42",
    )
    stops: Sentence | MISSING = may(
        "Stops",
        "What is done less, or closed, to make room for it.",
        example="Two day-centre sessions a week from January 2014",
        source="officer-review F21",
    )
    depends_on: tuple[Ref, ...] | MISSING = may(
        "Depends on", "The actions that must be done first.", example="[base]", source="Grampian 2012 S1 Q5"
    )
    pilot: Pilot | MISSING = may(
        "Pilot", "For something tried out: when it is decided what follows.", source="Grampian 2012 S3 Q5"
    )
    evaluation: Evaluation | MISSING = may(
        "Evaluation", "How it will be known whether it worked.", source="HMIC 2012 1.7, 3.5"
    )


class Deputy(Entry):
    """Who stands in for the lead."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "The deputy's partner: an id from partners.", example="homes")
    post: Name | MISSING = may("Post", "The deputy's post.", example="Head of Housing")


class DeliveredThrough(Entry):
    """Another body through which the outcome is delivered, and how the partnership oversees it."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("body",)

    body: Ref = must("Body", "The body: an id from partners.", example="hscp", source="Audit Scotland 2013 §66")
    oversight: Sentence = must(
        "Oversight",
        "How the partnership oversees it.",
        example="Performance report to the Partnership Board each May and November",
    )


class Contributor(Entry):
    """A partner's part in the outcome, beyond its actions and resources."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "An id from partners.", example="sas")
    contribution: Sentence = must(
        "Contribution",
        "What it does or gives: a number, a service, an action.",
        example="Crews book a next-day visit instead of conveying",
        source="Audit Scotland 2013 §11, §47",
    )
    shown_by: tuple[Ref, ...] | MISSING = may(
        "Shown by",
        "The indicators or actions by which it can be followed.",
        example="[stayed-home]",
        source="Glasgow 2012 S1 Q7",
    )


class ByWhom(Entry):
    """The third answer: the one partner who leads, its post, and the others' parts."""

    lead: Ref = must(
        "Lead",
        "Exactly one partner: an id from partners.",
        example="hscp",
        source="Audit Scotland 2013 §31; Glasgow 2012 S1 Q2, Q7",
    )
    post: Name | MISSING = may(
        "Post",
        "The post that answers for the outcome, not a person.",
        example="Chief Officer",
        source="HMIC 2012 1.7, 3.3",
    )
    employer: Ref | MISSING = may(
        "Employer", "The partner who employs the post, where that is not the lead.", example="nhs-orran"
    )
    person: Name | MISSING = may("Person", "Who holds the post; never published.", example="M Sinclair")
    deputy: Deputy | MISSING = may("Deputy", "Who stands in for the lead.")
    group: Ref | MISSING = may(
        "Group",
        "The group (governance.groups) that runs it.",
        example="older-people-group",
        source="East Lothian 2013 3.13",
    )
    accountable_to: Name | MISSING = may(
        "Accountable to",
        "Whom the lead answers to, where that is not the board.",
        example="Partnership Board",
        source="Audit Scotland 2013 §36",
    )
    delivered_through: DeliveredThrough | MISSING = may(
        "Delivered through", "Another body through which it is delivered.", source="Audit Scotland 2013 §66"
    )
    contributors: tuple[Contributor, ...] | MISSING = may(
        "Contributors",
        "The other partners' parts, where no action or resource says them already.",
        source="Audit Scotland 2013 §11, §39, §47",
    )


class Milestone(Entry):
    """Something that will have happened by a day, yes or no."""

    milestone: Sentence = must(
        "Milestone", "What will have happened.", example="One falls route open in all six localities"
    )
    by: Moment = must("By", "The day by which it will have happened.", example="2014-03-31")


class When(Entry):
    """The fourth answer: the levels to be reached, by when, and the milestones on the way."""

    CONDITIONS: ClassVar[tuple[Condition, ...]] = (Condition("milestones", otherwise=("targets",)),)

    targets: tuple[Target, ...] | MISSING = may(
        "Targets", "For each indicator the levels it is to reach.", least=1, source="Audit Scotland 2013 §19, §44"
    )
    milestones: tuple[Milestone, ...] | MISSING = may(
        "Milestones", "What will have happened by when, yes or no.", least=1, source="HMIC 2012 1.5"
    )


class Risk(Entry):
    """What could stop the outcome, who watches it, and what is done about it."""

    id: Id | MISSING = may(
        "Id", "Needed only when something refers to the risk; unique within the outcome.", example="fund-ends"
    )
    risk: Sentence = must(
        "Risk",
        "What could go wrong.",
        example="The Change Fund ends before the classes are proved",
        source="Grampian 2012 S1 Q2, Q7",
    )
    owner: Ref = must("Owner", "The partner who watches it: an id from partners.", example="hscp")
    response: Sentence = must(
        "Response", "What is done about it.", example="Mainstream cost in both budgets by January 2015"
    )


class Outcome(Entry):
    """An outcome: exactly four answers, and what could go wrong."""

    id: Id = must("Id", "Unique in the agreement.", example="falls")
    state: OutcomeState | MISSING = may(
        "State", "Whether it is still pursued; a stopped outcome keeps its four answers.", example="stopped"
    )
    stopped_because: Sentence | MISSING = may(
        "Stopped because", "Why it is no longer pursued.", example="The national scheme now does this work"
    )
    also_serves: tuple[Ref, ...] | MISSING = may(
        "Also serves",
        "Other priorities that it serves; printed once, never counted twice.",
        example="[muirton]",
        source="officer-review F15",
    )
    leads_to: tuple[Ref, ...] | MISSING = may(
        "Leads to", "Longer outcomes that this one serves.", example="[independence]", source="Glasgow 2012 S1 Q7"
    )
    what: What = must("What", "What will improve?", source="Audit Scotland 2013 §19")
    how: tuple[Action, ...] = must(
        "How", "How will it be done? The actions.", least=1, source="Audit Scotland 2013 §19"
    )
    by_whom: ByWhom = must("By whom", "Who answers for it?", source="Audit Scotland 2013 §19")
    when: When = must("When", "By when? Targets and milestones.", source="Audit Scotland 2013 §19")
    risks: tuple[Risk, ...] | MISSING = may("Risks", "What could stop it.", source="Grampian 2012 S1 Q7")


class Priority(Entry):
    """One of the few things that this partnership will do together."""

    id: Id = must("Id", "Unique in the agreement.", example="older-people")
    title: Sentence = must(
        "Title",
        "The change, for whom or where; not a theme.",
        example="Older people fall less, get home sooner and are looked after by carers who can keep going",
        source="Audit Scotland 2013 §12, §42",
    )
    why_here: Prose | MISSING = may(
        "Why here",
        "Why it matters most here, and why this partnership can make a difference.",
        example="Falls bring more people over 65 into hospital here than anything else. Most could be prevented.",
        source="Audit Scotland 2013 §12, §19; Glasgow 2012 S3 Q5",
    )
    added_value: Prose | MISSING = may(
        "Added value",
        "What happens that partners working alone would not achieve.",
        example="No partner can do this alone. The council has the halls, the board the therapists.",
        source="Audit Scotland 2013 §12, §26, §43",
    )
    serves_vision: Sentence | MISSING = may(
        "Serves the vision",
        "How it serves the vision.",
        example="People who do not fall stay in the places they are proud of",
        source="Grampian 2012 S1 Q7",
    )
    lead: Ref = must(
        "Lead",
        "The one partner who leads the priority: an id from partners.",
        example="hscp",
        source="HMIC 2012 1.1; Audit Scotland 2013 §31",
    )
    rank: Count | MISSING = may(
        "Rank", "1 comes first; no two alike.", example="1", source="Audit Scotland 2013 §12, §42"
    )
    tackles: Tackles | MISSING = may(
        "Tackles", "What it works on.", example="causes", source="North Lanarkshire 2012 1.3"
    )
    national_outcomes: tuple[Count, ...] | MISSING = may(
        "National outcomes",
        "The main national outcomes it serves, by their number in the framework.",
        example="[15]",
        source="North Lanarkshire 2012 1.7",
    )
    policy_priorities: tuple[Ref, ...] | MISSING = may(
        "Policy priorities",
        "Which of the six policy priorities of 2012 it serves, for agreements of that round.",
        example="[older-people]",
        source="Audit Scotland 2013 §79",
    )
    evidence: tuple[Ref, ...] | MISSING = may(
        "Evidence",
        "The local evidence it rests on: ids from evidence.",
        example="[ev-falls]",
        source="North Lanarkshire 2012 1.2; Audit Scotland 2013 §44",
    )
    engagement: tuple[Ref, ...] | MISSING = may(
        "Engagement",
        "What communities said about it: ids from engagement.",
        example="[eng-falls]",
        source="Audit Scotland 2013 §56",
    )
    delivered_through: DeliveredThrough | MISSING = may(
        "Delivered through",
        "Another body through which the whole priority is delivered.",
        source="Audit Scotland 2013 §66",
    )
    outcomes: tuple[Outcome, ...] = must(
        "Outcomes", "What will be different.", least=1, source="Audit Scotland 2013 §19"
    )
