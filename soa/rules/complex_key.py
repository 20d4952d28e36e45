"""Keys are plain words."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Keys are plain words.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A list or group as a key has no meaning here.",
    question="What is the key?",
    cases={"text": Case("error", "Write a plain word before the colon.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
    ? [x-a, x-b]  # here
    : nothing
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
