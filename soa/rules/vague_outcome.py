"""An outcome's statement says what changes, for whom or where."""

from collections.abc import Iterator

from soa.language import specificity_of
from soa.model.outcome import What
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[What]) -> Iterator[Problem]:
    """Judge the statement."""
    verdict = specificity_of(subject.part.statement)
    if verdict.value == "vague":
        yield Problem(
            "theme", f"“{subject.part.statement}” does not say what will change: {verdict.reason}", at=("statement",)
        )


RULE = Rule(
    family="outcomes",
    summary="An outcome's statement says what will change, and for whom or where.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§19, §43"), Citation("HMIC 2012", "1.5")),
    rationale="A slogan cannot be reached or missed. The statement names a condition that can be seen to change; the indicators then measure it.",
    question="How would a stranger see that this has come about?",
    cases={
        "theme": Case(
            "warning",
            "Name the condition that will change and whose it is, such as “Fewer young people leave school without a job or a place to learn”.",
        )
    },
    on=(What,),
    example_of="what",
    bad="""
what:
  statement: A thriving, inclusive place  # here
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      unit: per 1,000 people aged 65 and over
      direction: down
      baseline: {period: 2012-13, value: 21.3}
""",
    good="""
what:
  statement: Fewer people aged 65 and over in Strathbeg are admitted to hospital after a fall
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      unit: per 1,000 people aged 65 and over
      direction: down
      baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    needs=("statement",),
)
