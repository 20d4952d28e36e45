"""The file holds one agreement."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file holds one agreement.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A line of three dashes begins another document; what follows it would not be read.",
    question="Is this line meant to be here?",
    cases={"text": Case("error", "Take the line of dashes out, or put what follows into a file of its own.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
---
soa: 1
""",
    good="""
soa: 1
""",
)
