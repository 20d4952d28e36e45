"""A part file that is named exists."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A part file that is named exists.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="What it says is missing from the agreement.",
    question="Where is this part?",
    cases={
        "text": Case("error", "Check the name, capital letters included; it is relative to the agreement's folder.")
    },
    on=(Agreement,),
    example_of="evidence",
    bad="""
evidence:
  file: evidnce.yaml  # here
""",
    good="""
evidence:
  - id: ev-falls
    finding: 375 people aged 65 and over were admitted after a fall in 2012/13
    source: NHS Beg
    date: 2012-13
""",
)
