"""An action has a date by which it is done."""

from soa.model.outcome import Action
from soa.rules._rule import Case, Citation, Claim, Rule

RULE = Rule(
    family="actions",
    summary="Every action has a date by which it is done, or a review date if it is a standing service.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§19, §36"), Citation("HMIC 2012", "3.3")),
    rationale="“Ongoing” is no date: nobody can say that it is late. A service without an end is standing, and has a review.",
    question="By when will this have been done?",
    cases={
        "none": Case(
            "error",
            "Add due: with a day (2014-03-31), a financial year (2013-14) or a quarter (2013-14 Q4); for a standing service write standing: true and review: with a date.",
        ),
        "not-a-date": Case(
            "error",
            "Write a day (2014-03-31), a financial year (2013-14) or a quarter (2013-14 Q4); for a standing service write standing: true and review: with a date.",
        ),
        "no-review": Case("error", "Add review: with the day on which the service is next looked at."),
    },
    on=(Action,),
    example_of="action",
    bad="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  due: ongoing  # here
  preventive: before
""",
    good="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  standing: true
  review: 2015-03-31
  preventive: before
""",
    claims=(
        Claim(Action, "due", ("missing",), "none", "this action has no date"),
        Claim(Action, "due", ("words",), "not-a-date", "{value} is no date: nobody can say that it is late"),
        Claim(Action, "review", ("missing", "words"), "no-review", "this standing service has no date of review"),
    ),
    requirements=("R05",),
    decided="A start without an end is no date, and a standing service is dated by its review.",
)
