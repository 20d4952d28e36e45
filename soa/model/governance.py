"""Who answers to whom: the board, the groups, and what happens when something goes wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar

from soa.model.part import MISSING, Entry, may, must
from soa.model.scalars import Count, Id, Moment, Name, Ref, Sentence, one_of

ObjectiveDecision = Annotated[str, *one_of("drop", "keep", "adopt")]


class BoardMember(Entry):
    """A seat on the board."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "The partner that the member speaks for.", example="council")
    post: Name = must("Post", "The member's post.", example="Leader of the Council")
    person: Name | MISSING = may(
        "Person", "The member's name; printed for elected members only.", example="Councillor A Munro"
    )


class Board(Entry):
    """The partnership's board."""

    name: Name = must("Name", "The board's name.", example="Glenmore Partnership Board")
    meets: Name | MISSING = may("Meets", "How often.", example="every quarter")
    members: tuple[BoardMember, ...] | MISSING = may(
        "Members", "Who sits on it.", source="Audit Scotland 2013 §31, §35"
    )
    joint_accountability: Sentence | MISSING = may(
        "Joint accountability",
        "How the partners answer together, beside each for itself.",
        example="The board answers as one to the Scottish Government; each member also answers to its own body",
        source="HMIC 2012 1.1; Audit Scotland 2013 §13",
    )


class Binding(Entry):
    """How the board's decisions bind one partner."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "An id from partners.", example="nhs-orran", source="Audit Scotland 2013 §31, §35")
    body: Name = must("Body", "The partner's own body that decides.", example="NHS Orran Board")
    delegation: Sentence | MISSING = may(
        "Delegation", "What its member may agree to without it.", example="Within the agreed budget"
    )
    limit: Sentence | MISSING = may("Limit", "Where that ends.", example="£50,000")


class Considered(Entry):
    """A partner's own body that considered the agreement."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "An id from partners.", example="council", source="Audit Scotland 2013 §35, §79")
    body: Name = must("Body", "The body.", example="Full council")
    date: Moment = must("Date", "When.", example="2013-03-21")


class Group(Entry):
    """A group beneath the board."""

    id: Id = must("Id", "Unique in the agreement.", example="older-people-group")
    name: Name = must(
        "Name", "The group's name.", example="Older People's Partnership", source="East Lothian 2013 3.13"
    )
    parent: Ref | MISSING = may("Parent", "The group above it; without it, the board.", example="delivery-group")
    chair: Name | MISSING = may("Chair", "The post that chairs it.", example="Chief Officer")


class Roles(Entry):
    """What each kind of member is there for."""

    elected_members: Sentence = must(
        "Elected members",
        "What they do.",
        example="Speak for the area, set the direction and challenge results",
        source="Audit Scotland 2013 §34, §79",
    )
    non_executives: Sentence = must(
        "Non-executives",
        "What they do.",
        example="Challenge, and bring the board of their own body with them",
        source="Audit Scotland 2013 §34, §79",
    )
    officers: Sentence = must(
        "Officers",
        "What they do.",
        example="Do what was agreed, and report on it",
        source="Audit Scotland 2013 §34, §79",
    )


class Induction(Entry):
    """The last induction or joint training."""

    date: Moment = must("Date", "When.", example="2013-05-16", source="East Lothian 2013 3.14")
    who: Sentence = must(
        "Who", "For whom, and about what.", example="All board members, on roles and on reading statistics"
    )


class Escalation(Entry):
    """What happens when something goes wrong."""

    trigger: Sentence = must(
        "Trigger",
        "What sets it off.",
        example="Two reports off track",
        source="Audit Scotland 2013 §36; Grampian 2012 S1 Q3",
    )
    to: Name = must("To", "Whom it goes to.", example="Partnership Board")
    within_days: Count = must("Within days", "How soon.", example="30", unit="days")


class Integration(Entry):
    """The partnership's assurance on health and social care integration."""

    local_priorities: Sentence | MISSING = may(
        "Local priorities",
        "How it fits local circumstances and priorities.",
        example="Care at home comes first, because two in five people over 75 live alone",
        source="Audit Scotland 2013 §67",
    )
    roles: Sentence | MISSING = may(
        "Roles",
        "Who does what.",
        example="The Chief Officer leads; council and board keep their staff",
        source="Audit Scotland 2013 §67",
    )
    older_people: tuple[Ref, ...] | MISSING = may(
        "Older people",
        "The indicators that show better care and outcomes.",
        example="[falls.admissions]",
        source="Audit Scotland 2013 §67",
    )
    value: Sentence | MISSING = may(
        "Value",
        "How better value is shown.",
        example="Cost and result of each stay at home, beside those of a hospital stay",
        source="Audit Scotland 2013 §67",
    )
    disputes: Sentence | MISSING = may(
        "Disputes",
        "What happens on underperformance or dispute.",
        example="Chief executives meet within 14 days; then an outside mediator",
        source="Audit Scotland 2013 §68",
    )


class Improvement(Entry):
    """What self-evaluation found, and what is done about it."""

    finding: Sentence = must("Finding", "What was found.", example="Little challenge at board")
    action: Sentence = must("Action", "What is done about it.", example="A report card for each partner")
    owner: Ref = must("Owner", "The partner who answers for it.", example="council")
    due: Moment = must("Due", "By when.", example="2013-09-30")


class SelfEvaluation(Entry):
    """The partnership's look at itself."""

    date: Moment = must("Date", "When.", example="2012-11-20", source="Audit Scotland 2013 §79, Exhibit 3")
    covers: tuple[Name, ...] | MISSING = may("Covers", "What it looked at.", example="[leadership, governance]")
    improvements: tuple[Improvement, ...] | MISSING = may(
        "Improvements", "What follows from it.", source="East Lothian 2013 3.11, 3.12"
    )


class OtherObjective(Entry):
    """An objective of a partner or group that this agreement does not support, for its next review."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("partner",)

    partner: Ref = must("Partner", "Whose objective it is.", example="police", source="Grampian 2012 S1 Q6, Q7")
    objective: Sentence = must("Objective", "The objective.", example="Fewer police stations open to the public")
    reason: Sentence = must(
        "Reason", "Why it is not supported here.", example="It works against an outcome on feeling safe"
    )
    decision: ObjectiveDecision | MISSING = may("Decision", "What is to become of it.", example="keep")


class Governance(Entry):
    """How the partnership is run and held to account."""

    board: Board = must("Board", "The board.", source="Audit Scotland 2013 §31, §35")
    how_decisions_bind: tuple[Binding, ...] | MISSING = may(
        "How decisions bind",
        "For each partner: which body decides, what is delegated, and the limit.",
        source="Audit Scotland 2013 §35",
    )
    considered_by: tuple[Considered, ...] | MISSING = may(
        "Considered by",
        "The partners' own bodies that considered the agreement, with dates.",
        source="Audit Scotland 2013 §19, §35, §79",
    )
    groups: tuple[Group, ...] | MISSING = may(
        "Groups", "The groups beneath the board.", source="East Lothian 2013 3.13"
    )
    roles: Roles | MISSING = may(
        "Roles",
        "What elected members, non-executives and officers are there for.",
        source="Audit Scotland 2013 §34, §79",
    )
    induction: Induction | MISSING = may(
        "Induction", "The last induction or joint training.", source="East Lothian 2013 3.14"
    )
    escalation: tuple[Escalation, ...] | MISSING = may(
        "Escalation", "What happens when something goes wrong.", source="Audit Scotland 2013 §36"
    )
    integration: Integration | MISSING = may(
        "Integration", "Assurance on health and social care integration.", source="Audit Scotland 2013 §66-§68"
    )
    self_evaluation: SelfEvaluation | MISSING = may(
        "Self-evaluation", "The partnership's look at itself, and what follows.", source="Audit Scotland 2013 §79"
    )
    other_objectives: tuple[OtherObjective, ...] | MISSING = may(
        "Other objectives",
        "Objectives of partners or groups that the agreement does not support.",
        source="Grampian 2012 S1 Q6, Q7",
    )
