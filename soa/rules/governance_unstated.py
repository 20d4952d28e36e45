"""The agreement says how the partnership is run and held to account."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import HOLE, sound
from soa.rules._governance import QUESTIONS, open_questions, questions_for
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Ask all that is open at once, where there is no governance or only a stub of it."""
    governance, header = subject.part.governance, subject.part.agreement
    if governance is HOLE:
        return
    if not sound(governance):
        if _says_what_improves(subject.part):
            yield Problem(
                "absent",
                "nothing is said of how the partnership is run and held to account",
                at=("governance",),
                help=_advice(questions_for(header)),
            )
        return
    asked = open_questions(governance, header)
    if len(asked) >= subject.options["questions"]:
        yield Problem(
            "stub",
            f"governance leaves {len(asked)} questions open that a reader will ask",
            at=("governance",),
            help=_advice(asked),
        )


def _says_what_improves(agreement: Agreement) -> bool:
    """Whether any outcome is stated yet: a plan without one has other questions first."""
    return any(sound(outcome.what.statement) for priority in agreement.priorities for outcome in priority.outcomes)


def _advice(asked: tuple[str, ...]) -> str:
    listed = "; ".join(QUESTIONS[name] for name in asked)
    return f"Say under governance: {listed}. For what is not settled write not_yet, with an owner and a day."


RULE = Rule(
    family="governance",
    summary="The agreement says how the partnership is run and held to account.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§13, §31-§37, §66-§68, §79"),
        Citation("East Lothian 2013", "3.3, 3.6, 3.11, 3.13"),
        Citation("HMIC 2012", "1.1"),
    ),
    rationale="Auditors found that governance and accountability were weak, so that no partner faced any consequence for staying away. Where little or nothing is written the questions are asked together, once, and the rules that ask them one by one give way.",
    question="Who runs this partnership, who answers to whom, and what happens when a partner does not do what it said?",
    cases={
        "absent": Case("warning", "Add governance: with the board, and the answers to these questions."),
        "stub": Case("warning", "Answer them under governance."),
    },
    on=(Agreement,),
    example_of="governance",
    bad="""
governance:  # here
  board: {name: Strathbeg Partnership Board, meets: every quarter}
""",
    good="""
governance:
  board: {name: Strathbeg Partnership Board, meets: every quarter}
  not_yet: {missing: The scheme of governance, owner: council, due: 2013-09-30}
""",
    check=check,
    requirements=("R87", "R88", "R89", "R90", "R91", "R92", "R96", "R126"),
    decided="The review asks for one finding where governance is “absent or a stub”. A stub is taken to be one that leaves three or more of the six questions open (five for plans that are not asked about integration). While no outcome is stated yet, governance that is absent is not asked for.",
    options={"questions": Option(3, "open questions, from which they are asked in one finding", least=1, most=6)},
)
