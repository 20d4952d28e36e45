"""A part file is used once."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A part file is used once.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="The same entries would otherwise stand twice.",
    question="Where does this part belong?",
    cases={"text": Case("error", "Take one of the two out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
evidence: {file: a.yaml}
plans: {file: a.yaml}  # here
""",
    good="""
soa: 1
""",
)
