"""No YAML tags (!name) are used."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="No YAML tags (!name) are used.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Tags ask a program to build something of its own; an agreement is plain text, numbers and dates.",
    question="What is this for?",
    cases={"text": Case("error", "Take the tag out; put the text in quotes if it begins with an exclamation mark.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: !!str Four home care staff for the falls team  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
