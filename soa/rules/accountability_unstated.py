"""It is said to whom each lead answers, and how the partners answer together."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.outcome import ByWhom
from soa.model.part import sound
from soa.rules._governance import open_questions
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for the partners' joint answer, and for leads that answer to themselves."""
    governance = subject.part.governance
    if sound(governance) and "accountability" in open_questions(governance, subject.part.agreement):
        yield Problem(
            "not-together",
            "it is not said how the partners answer together, beside each for itself",
            at=("governance", "board"),
        )
    to_themselves = [(path, part) for path, part in subject.lookup.all(ByWhom) if _answers_to_itself(part, subject)]
    if to_themselves:
        first = to_themselves[0][0]
        leads = subject.lookup.called({part.lead for _, part in to_themselves})
        others: list[tuple[Path, str]] = [((*path, "accountable_to"), "here too") for path, _ in to_themselves[1:]]
        yield Problem(
            "to-itself",
            f"{leads} leads this outcome, and answers for it only to itself"
            if not others
            else f"in {len(to_themselves)} outcomes the lead answers only to itself: {leads}",
            at=(*first, "accountable_to"),
            related=tuple(others),
        )


def _answers_to_itself(part: ByWhom, subject: Subject[Agreement]) -> bool:
    """Whether the body named is the lead, and nobody else; a committee of it may answer to the board besides."""
    partner = subject.lookup.partners.get(part.lead) if sound(part.lead) else None
    if partner is None or not sound(part.accountable_to):
        return False
    named = part.accountable_to.strip().casefold().removeprefix("the ")
    return named in {str(partner.id), str(partner.name).casefold().removeprefix("the ")}


RULE = Rule(
    family="governance",
    summary="It is said to whom each lead answers, and how the partners answer together.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§13, §36, §79"),
        Citation("HMIC 2012", "1.1"),
        Citation("Glasgow 2012", "S1 Q2"),
    ),
    rationale="Partners were seldom held to account for their part, and the auditors asked for clarity on who is accountable to whom, for what and by when. The board is taken as the body that leads answer to unless another is named.",
    question="To whom do you answer for this, and how do you all answer together?",
    cases={
        "not-together": Case(
            "warning",
            "Add joint_accountability: under board, such as “Each partner reports on its own part and answers questions on it in public”.",
        ),
        "to-itself": Case(
            "warning", "Name the body that can question the lead, or leave accountable_to out: then it is the board."
        ),
    },
    on=(Agreement,),
    example_of="by_whom",
    bad="""
by_whom:
  lead: nhs-beg
  post: Director of Public Health
  accountable_to: NHS Beg  # here
""",
    good="""
by_whom:
  lead: nhs-beg
  post: Director of Public Health
  accountable_to: Strathbeg Partnership Board, each May and November
""",
    check=check,
    gives_way_to=("governance-unstated",),
    requirements=("R87", "R88"),
    decided="The catalogue fires on an outcome without accountable_to; the format says that the board stands for it, so only a lead that is named as its own judge is asked about, once for the agreement.",
)
