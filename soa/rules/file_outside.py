"""Part files lie in the agreement's folder."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Part files lie in the agreement's folder.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="A folder can then be sent, moved and reviewed as a whole.",
    question="Where does this part belong?",
    cases={
        "text": Case("error", "Put the file into the agreement's folder, and name it from there, with forward slashes.")
    },
    on=(Agreement,),
    example_of="evidence",
    bad="""
evidence:
  file: ../evidence.yaml  # here
""",
    good="""
evidence:
  - id: ev-falls
    finding: 375 people aged 65 and over were admitted after a fall in 2012/13
    source: NHS Beg
    date: 2012-13
""",
)
