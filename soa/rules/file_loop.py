"""No part file names itself, or one that leads back to it."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="No part file names itself, or one that leads back to it.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="It would have no end.",
    question="Where does this part belong?",
    cases={"text": Case("error", "Take the line out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
evidence: {file: soa.yaml}  # here
""",
    good="""
soa: 1
""",
)
