"""It is said what happens when a partner falls behind or stays away."""

from collections.abc import Iterator
from itertools import pairwise

from soa.model.governance import Governance
from soa.model.part import sound
from soa.rules._governance import open_questions
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject

_CLAUSES = frozenset({"clause", "section", "part", "schedule", "paragraph"})


def check(subject: Subject[Governance]) -> Iterator[Problem]:
    """Look for a step; a signed agreement that is named with its clause will do."""
    governance = subject.part
    if "escalation" in open_questions(governance, subject.lookup.agreement.agreement) and not _elsewhere(governance):
        yield Problem(
            "none", "it is not said what happens when a partner falls behind or does not take part", at=("escalation",)
        )


def _elsewhere(governance: Governance) -> bool:
    """Whether the partners' joint answer names a document and the clause in it."""
    told = governance.board.joint_accountability
    words = told.lower().replace(",", " ").split() if sound(told) else []
    return any(one in _CLAUSES and other[:1].isdigit() for one, other in pairwise(words))


RULE = Rule(
    family="governance",
    summary="It is said what happens when a partner falls behind or does not take part: to whom it goes, and how soon.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§13, §33, §36"),
        Citation("Grampian 2012", "S1 Q3, Q6, Q9"),
    ),
    rationale="Auditors found no consequences for not taking part fully, and little challenge even where a partner was plainly falling behind. A route that is agreed beforehand is easier to use than one that has to be found.",
    question="Who will ring whom, and how soon, when a partner does not do what it promised?",
    cases={
        "none": Case(
            "warning",
            "Add escalation: with at least one step: trigger, to (whom it goes) and within_days; or name the partnership agreement and its clause under joint_accountability.",
        ),
        "words": Case(
            "warning", "Write a list of steps: trigger (what sets it off), to (whom it goes) and within_days."
        ),
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
  escalation: Issues will be discussed as they arise  # here
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
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
    - {trigger: Still off track after six months, to: Chief executives of all partners, within_days: 30}
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    check=check,
    claims=(
        Claim(
            Governance,
            "escalation",
            ("words",),
            "words",
            "{value} does not say to whom it goes, or how soon",
        ),
    ),
    gives_way_to=("governance-unstated",),
    requirements=("R92",),
    decided="The format lets escalation be a list of steps only. A route held in a signed partnership agreement is accepted where joint_accountability names the clause.",
)
