"""An outcome's statement says what changes, for whom or where."""

from collections.abc import Iterator

from soa.language import specificity_of
from soa.model.outcome import What
from soa.model.part import each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[What]) -> Iterator[Problem]:
    """Judge the statement."""
    verdict = specificity_of(subject.part.statement)
    if verdict.value == "vague" and not _says_what_follows(subject.part.statement) and not _is_pictured(subject.part):
        yield Problem(
            "theme", f"“{subject.part.statement}” does not say what will change: {verdict.reason}", at=("statement",)
        )


def _says_what_follows(statement: str) -> bool:
    """Whether the work that a statement names has an end that is no slogan: "..., so that fewer children are in care"."""
    _, _, end = statement.partition(" so that ")
    return end.startswith("fewer ") or (bool(end) and specificity_of(end).value != "vague")


def _is_pictured(what: What) -> bool:
    """Whether what it will look like is said beside it, in words that a stranger could check."""
    return any(
        sound(one.looks_like) and specificity_of(one.looks_like).value == "specific" for one in each(what.success)
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
    gives_way_to=("activity-as-outcome",),
    requirements=("R02", "R22"),
    decided="A plain picture under success makes up for a slogan. A statement that says something of a group in words not known here is left alone. Where a statement is plainly a piece of work, activity-as-outcome says so instead.",
)
