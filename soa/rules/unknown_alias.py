"""An alias (*name) stands for something that was named before (&name)."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="An alias (*name) stands for something that was named before (&name).",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Without it the answer is empty.",
    question="What does this stand for?",
    cases={"text": Case("error", "Write the answer out, or put the text in quotes if it begins with a star.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: *council  # here
    contribution: Four home care staff for the falls team
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
