"""An outcome has at least one indicator."""

from soa.model.outcome import What
from soa.rules._rule import Case, Citation, Claim, Rule

RULE = Rule(
    family="indicators-and-targets",
    summary="Every outcome has at least one indicator.",
    authority="audit-recommendation",
    sources=(Citation("HMIC 2012", "3.6"), Citation("Audit Scotland 2013", "§19, §24, §27")),
    rationale="Without a measure nobody can tell success from failure. A stand-in, said to be one, is better than none.",
    question="How will you, and we, know whether it got better?",
    cases={
        "none": Case(
            "error",
            "Add at least one indicator: what is counted, its kind, unit, direction and baseline. If it must first be developed, give its id and name, and not_yet with owner and date.",
        ),
    },
    on=(What,),
    example_of="what",
    bad="""
what:
  statement: People aged 65 and over fall less often
  success:
    - {by: 2014, looks_like: One number to ring and a visit the next day}
  factors: [severe winters]
  indicators: []  # here
""",
    good="""
what:
  statement: People aged 65 and over fall less often
  success:
    - {by: 2014, looks_like: One number to ring and a visit the next day}
  factors: [severe winters]
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      definition: Stays that began as an emergency with a falls code, by area of residence
      unit: per 1,000 people aged 65 and over
      direction: down
      source: ISD Scotland, SMR01
      frequency: every year
      baseline: {period: 2012-13, value: 21.3}
""",
    requirements=("R02", "R41"),
    decided="A measure still to be developed is excused by not_yet with its owner and date. An outcome that was stopped keeps its four answers, and so its indicators.",
    claims=(
        Claim(
            What,
            "indicators",
            ("missing", "words"),
            "none",
            "this outcome has no indicator: nobody will know whether it got better",
        ),
    ),
)
