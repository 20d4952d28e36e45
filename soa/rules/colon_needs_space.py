"""A colon after a key is followed by a space."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A colon after a key is followed by a space.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Without the space, key and answer are read as one text.",
    question="Is this a key and its answer?",
    cases={"text": Case("error", "Put a space after the colon.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution:Four home care staff for the falls team  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
