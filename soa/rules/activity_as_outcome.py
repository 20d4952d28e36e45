"""An outcome's statement says what will be different, not what partners will do."""

from collections.abc import Iterator

from soa.model.outcome import What
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._undertakings import is_work


def check(subject: Subject[What]) -> Iterator[Problem]:
    """Judge the statement by how it opens, and by whether a change follows."""
    statement = subject.part.statement
    if is_work(statement):
        yield Problem(
            "activity",
            f"“{statement}” says what partners will do, and not what will be different for anybody",
            at=("statement",),
        )


RULE = Rule(
    family="outcomes",
    summary="An outcome's statement is a change for people or the place, not a piece of work.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§43"), Citation("HMIC 2012", "1.5")),
    rationale="Auditors found that partnerships tended to say what they would do and not what would come of it. Work can be finished while nothing has changed for anybody; it belongs under how.",
    question="When you have done this, what will be different, and for whom?",
    cases={
        "activity": Case(
            "warning",
            "Write under statement what will be different and for whom, such as “More lone parents hold jobs that last a year”, and move the work to how.",
        )
    },
    on=(What,),
    example_of="what",
    bad="""
what:
  statement: Implement the joint strategy for older people  # here
  factors: [severe winters]
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      definition: Stays that began as an emergency with a falls code
      unit: per 1,000 people aged 65 and over
      direction: down
      source: ISD Scotland, SMR01
      frequency: every year
      baseline: {period: 2012-13, value: 21.3}
""",
    good="""
what:
  statement: Fewer people aged 65 and over in Strathbeg are admitted to hospital after a fall
  factors: [severe winters]
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      definition: Stays that began as an emergency with a falls code
      unit: per 1,000 people aged 65 and over
      direction: down
      source: ISD Scotland, SMR01
      frequency: every year
      baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    needs=("statement",),
    requirements=("R03", "R28"),
    decided="It speaks only where the statement is plainly the partners' work (a task, a name of work, what a partner will do, a paper that is put in place, a way of working together) and no change or purpose for anybody follows: “Provide childcare so that more parents can work” is left alone, and so is whatever begins with the people it is about.",
)
