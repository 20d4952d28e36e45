"""The words of an indicator agree with its kind."""

from collections.abc import Iterator

from soa.language import kind_of
from soa.model.measure import Indicator
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_MEANING = {
    "outcome": "how people or the place fare",
    "output": "what services produce or whom they reach",
    "process": "how it is gone about",
    "input": "what is put in",
}


def check(subject: Subject[Indicator]) -> Iterator[Problem]:
    """Compare the kind that is marked with what the words say, where they say it plainly."""
    part = subject.part
    if sound(part.use) or sound(part.national_target) or sound(part.core):
        return
    verdict = kind_of(part.name, part.unit)
    if verdict.value == "unsure" or (verdict.value == "outcome") == (part.kind == "outcome"):
        return
    yield Problem(
        "words-differ",
        f"this is marked as {part.kind} ({_MEANING[part.kind]}), and its words say otherwise: {verdict.reason}",
        at=("kind",),
        help=f"If that is what is counted, write kind: {verdict.value}; if not, say in the name what is.",
        related=(((*subject.path, "name"), "the words"),),
    )


RULE = Rule(
    family="indicators-and-targets",
    summary="The words of an indicator agree with the kind it is marked as.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§43, §53"), Citation("HMIC 2012", "1.5")),
    rationale="Counting work done and calling it an outcome hides that nothing is measured of people's lives. Where officers could honestly differ, nothing is said.",
    question="Is this about people's lives, or about what you do?",
    cases={"words-differ": Case("warning", "Write the kind that the words say, or say in the name what is counted.")},
    on=(Indicator,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Waiting time for an assessment after a fall
  kind: outcome  # here
  unit: days
  direction: down
  baseline: {period: 2012-13, value: 28}
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  unit: per 1,000 people aged 65 and over
  direction: down
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    needs=("name", "kind", "unit"),
)
