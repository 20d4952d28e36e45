"""Elected members, non-executives and officers each know what they are there for."""

from collections.abc import Iterator
from itertools import combinations

from soa.model.governance import Governance
from soa.model.part import sound
from soa.rules._governance import answered, open_questions
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_ROLES = {"elected_members": "elected members", "non_executives": "non-executives", "officers": "officers"}
_ELSEWHERE = frozenset({"part", "section", "chapter", "annex", "appendix", "schedule", "paragraph", "page", "clause"})


def check(subject: Subject[Governance]) -> Iterator[Problem]:
    """Look for the three roles, for two that read alike, and for an induction."""
    governance = subject.part
    roles = governance.roles
    if "roles" in open_questions(governance, subject.lookup.agreement.agreement):
        yield Problem(
            "missing",
            "it is not said what elected members, non-executives and officers are each there for",
            at=("roles",),
        )
    if not sound(roles):
        return
    texts = {name: " ".join(text.lower().split()) for name in _ROLES if sound(text := getattr(roles, name))}
    for one, other in combinations(texts, 2):
        if texts[one] == texts[other] and _ELSEWHERE.isdisjoint(texts[one].replace(",", " ").split()):
            yield Problem(
                "same",
                f"the same is said of {_ROLES[one]} and of {_ROLES[other]}",
                at=("roles", other),
                related=(((*subject.path, "roles", one), "said here first"),),
            )
            return
    if not answered(governance.induction) and not sound(governance.not_yet) and not sound(roles.not_yet):
        yield Problem("no-induction", "no induction of the board's members is dated", at=("induction",))


RULE = Rule(
    family="governance",
    summary="It is said what elected members, non-executives and officers are each there for, and when they learn it.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §34, §79"),
        Citation("East Lothian 2013", "3.6, 3.14, 4.2"),
    ),
    rationale="Many councillors and non-executives told auditors that they were unclear about their role, which weakens leadership and challenge. Roles that are held in another document may be named by that document and its part.",
    question="What is a councillor at this table for, that a chief executive is not?",
    cases={
        "missing": Case(
            "warning",
            "Add roles: with elected_members, non_executives and officers, one sentence each; where there are none of a kind, say so.",
        ),
        "same": Case("warning", "Say what each of them does that the others do not."),
        "no-induction": Case(
            "advice",
            "Add induction: with the date of the last or next one, and who takes part.",
            "When do those who join the board learn what they are there for?",
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
    elected_members: Contribute to discussion
    non_executives: Contribute to discussion  # here
    officers: Deliver, report and advise
  escalation:
    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}
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
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    check=check,
    gives_way_to=("governance-unstated",),
    requirements=("R91", "R127"),
    decided="A missing induction is advice, and not said where the roles themselves are in question.",
)
