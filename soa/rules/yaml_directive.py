"""The file is plain YAML 1.2, without directives."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file is plain YAML 1.2, without directives.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Other versions read the same words differently.",
    question="Why does the file begin so?",
    cases={"text": Case("error", "Take the line that begins with % out.")},
    on=(Agreement,),
    example_of="file",
    bad="""
%YAML 9.9
---
soa: 1
""",
    good="""
soa: 1
""",
)
