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
  indicators: []  # here
""",
    good="""
what:
  statement: People aged 65 and over fall less often
  indicators:
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      unit: per 1,000 people aged 65 and over
      direction: down
      baseline: {period: 2012-13, value: 21.3}
""",
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
