"""Lines are indented with spaces."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Lines are indented with spaces.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="YAML does not allow tabs there, because programs show them in different widths.",
    question="How far is this line meant to be indented?",
    cases={"text": Case("error", "Use spaces; most editors can put them for the Tab key.")},
    on=(Agreement,),
    example_of="evidence",
    bad="""
evidence:
  - id: ev-falls
\tfinding: 375 people aged 65 and over were admitted after a fall in 2012/13  # here
    source: NHS Beg
    date: 2012-13
""",
    good="""
evidence:
  - id: ev-falls
    finding: 375 people aged 65 and over were admitted after a fall in 2012/13
    source: NHS Beg
    date: 2012-13
""",
)
