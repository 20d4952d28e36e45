"""Every answer is of the kind that its key asks for: a text, a number, a date, a list or a group of keys."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Every answer is of the kind that its key asks for: a text, a number, a date, a list or a group of keys.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="Programs that publish, count and compare rely on it.",
    question="What is meant here?",
    cases={
        "value": Case("error", "Write it as the message says."),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: yes  # here
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
  version: third  # here
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
  version: 3
""",
)
