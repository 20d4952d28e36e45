"""The partnership has looked at itself, not long ago, and something follows."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Header
from soa.model.governance import Governance
from soa.model.part import sound
from soa.rules._governance import answered, open_questions
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject


def check(subject: Subject[Governance]) -> Iterator[Problem]:
    """Compare its date with the agreement's own, and look for what follows."""
    governance = subject.part
    header = subject.lookup.agreement.agreement
    if "self-evaluation" in open_questions(governance, header):
        yield Problem(
            "none", "it is not said when the partnership last looked at its own working", at=("self_evaluation",)
        )
        return
    part, day = governance.self_evaluation, _day(header)
    if not sound(part) or sound(part.not_yet) or not sound(part.date) or day is None:
        return
    done, years = part.date.last_day, subject.options["years"]
    if (done.year + years, done.month, done.day) < (day.year, day.month, day.day):
        yield Problem(
            "old",
            f"the partnership last looked at its own working on {part.date}, more than {years} years before this agreement",
            at=("self_evaluation", "date"),
        )
    elif done <= day and not answered(part.improvements):
        yield Problem(
            "nothing-follows",
            f"nothing is said to follow from the self-evaluation of {part.date}",
            at=("self_evaluation",),
        )


def _day(header: Header) -> date | None:
    """The day against which age is measured: when it was agreed, else submitted, else its start."""
    for moment in (header.agreed, header.submitted, header.starts):
        if sound(moment):
            return moment.first_day
    return None


RULE = Rule(
    family="governance",
    summary="The partnership has looked at its own working in the two years before, and improvements with owner and date follow.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§79, Exhibit 3"),
        Citation("East Lothian 2013", "3.11, 3.12"),
    ),
    rationale="The auditors asked each partnership for effective self-evaluation, so that it can improve where it is weak. Age is measured against the agreement's own dates, never against today; one that is planned for a day to come is fine.",
    question="When did you last look hard at how you work together, and what did you change?",
    cases={
        "none": Case(
            "warning",
            "Add self_evaluation: with its date and what follows (improvements); for one still to come give its date, or write not_yet.",
        ),
        "old": Case("warning", "Give the date of the next one, or write not_yet with who will see to it by when."),
        "nothing-follows": Case("warning", "Add improvements: with finding, action, owner and due."),
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
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
  self_evaluation:
    date: 2009-05-01  # here
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
  self_evaluation:
    date: 2012-11-20
    covers: [leadership, governance, service delivery]
    improvements:
      - {finding: Little challenge at board, action: A report card for each partner, owner: council, due: 2013-09-30}
""",
    check=check,
    gives_way_to=("governance-unstated",),
    requirements=("R126",),
    options={
        "years": Option(2, "years before the agreement within which the last self-evaluation should lie", most=20)
    },
)
