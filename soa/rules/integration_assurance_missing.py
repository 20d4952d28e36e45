"""The partnership has assured itself about health and social care integration."""

from collections.abc import Iterator

from soa.model.governance import Governance
from soa.model.part import sound
from soa.rules._governance import INTEGRATION, SINGLE, answered, open_questions
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_ASSURANCES = {
    "local_priorities": "how it fits local circumstances and priorities (local_priorities)",
    "roles": "who does what (roles)",
    "older_people": "which measures will show better care and outcomes for older people (older_people)",
    "value": "how better value is shown (value)",
    "disputes": "what happens on underperformance or dispute (disputes)",
}


def check(subject: Subject[Governance]) -> Iterator[Problem]:
    """Look for the four assurances and the way disputes are settled."""
    governance = subject.part
    if "integration" in open_questions(governance, subject.lookup.agreement.agreement):
        yield Problem(
            "missing",
            "the partnership does not say how it is sure of health and social care integration",
            at=("integration",),
            help=_advice(list(_ASSURANCES.values())),
        )
        return
    part = governance.integration
    if not sound(part) or sound(part.not_yet):
        return
    missing = [words for name, words in _ASSURANCES.items() if not answered(getattr(part, name))]
    if missing:
        yield Problem(
            "incomplete",
            f"{len(missing)} of the five assurances on health and social care integration are missing"
            if len(missing) > 1
            else f"on health and social care integration it is not said {missing[0].rpartition(' (')[0]}",
            at=("integration",),
            help=_advice(missing),
        )


def _advice(missing: list[str]) -> str:
    return f"Say under integration: {'; '.join(missing)}. For what is not settled write not_yet, with the day by which it will be."


RULE = Rule(
    family="governance",
    summary="The partnership has assured itself that health and social care integration fits its priorities, is clear about roles, and will improve care, outcomes and value.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§66, §67, §68, §79"),
        Citation("East Lothian 2013", "3.7, 3.15"),
    ),
    rationale="The auditors asked each partnership to assure itself on four things, and noted that nobody had said what follows from underperformance or a dispute. It is asked of plans that start while integration was being set up, whatever form that takes: a joint board, a shadow partnership or a lead agency.",
    question="How do you know that the new arrangements for health and social care will serve the priorities in this plan?",
    cases={
        "missing": Case("warning", "Add integration: with the four assurances and the way disputes are settled."),
        "incomplete": Case("warning", "Add what is missing under integration."),
    },
    on=(Governance,),
    example_of="governance",
    bad="""
governance:
  board:
    name: Strathbeg Partnership Board
    joint_accountability: Each partner reports on its own part and answers questions on it in public
  how_decisions_bind:
    - {partner: council, body: Full council}
    - {partner: nhs-beg, body: NHS Beg Board}
  roles:
    elected_members: Set the priorities and question the results
    non_executives: Bring their own boards with them, and question the results
    officers: Deliver, report and advise
  induction: {date: 2013-08-20, who: All members of the board}
  escalation:
    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}
  integration:  # here
    roles: A shadow partnership has been set up
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    good="""
governance:
  board:
    name: Strathbeg Partnership Board
    joint_accountability: Each partner reports on its own part and answers questions on it in public
  how_decisions_bind:
    - {partner: council, body: Full council}
    - {partner: nhs-beg, body: NHS Beg Board}
  roles:
    elected_members: Set the priorities and question the results
    non_executives: Bring their own boards with them, and question the results
    officers: Deliver, report and advise
  induction: {date: 2013-08-20, who: All members of the board}
  escalation:
    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}
  integration:
    local_priorities: Care at home comes first, because two in five people over 75 live alone
    roles: The Chief Officer leads; council and board keep their staff until April 2015
    older_people: [falls.admissions, home.still-home]
    value: The cost of a stay at home is reported beside that of a hospital stay
    disputes: To both chief executives within 14 days, then to the board
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    check=check,
    kinds=(SINGLE,),
    starts=INTEGRATION,
    gives_way_to=("governance-unstated",),
    requirements=("R96",),
    decided="Bound, as the review asks, to agreements that start from 2013 to 2016; a local outcomes improvement plan came after integration. One finding lists whatever is missing.",
)
