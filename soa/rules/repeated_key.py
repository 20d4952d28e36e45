"""A key stands once in its group."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A key stands once in its group.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Of two answers to one question, one would be lost without a word.",
    question="Which of the two is meant?",
    cases={"text": Case("error", "Take one of them out.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
    contribution: Two vans  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
