"""Nothing stands inside itself."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Nothing stands inside itself.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="An alias inside what it stands for has no end.",
    question="What does this stand for?",
    cases={"text": Case("error", "Write the answer out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: &all
  again: *all  # here
""",
    good="""
soa: 1
""",
)
