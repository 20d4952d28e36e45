"""Where the words to choose from are fixed, one of them stands."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Where the words to choose from are fixed, one of them stands.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="A closed list is what lets agreements be counted and compared.",
    question="Which of these is meant?",
    cases={
        "value": Case("error", "Write one of the words listed."),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: drafft  # here
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: draft
""",
)
