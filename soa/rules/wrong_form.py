"""Dates, numbers and ids are written in their one form."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Dates, numbers and ids are written in their one form.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="2013/14 and £1.2m are plain to a reader, and can be read in more than one way by a program.",
    question="Which day, which number is meant?",
    cases={
        "value": Case("error", "Write it as the message says."),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013/14  # here
  ends: 2023-02-30  # here
  status: consultation
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-14
  ends: 2023-02-28
  status: consultation
""",
)
