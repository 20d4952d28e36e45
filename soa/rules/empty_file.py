"""The file has something in it."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file has something in it.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="An empty file answers nothing.",
    question="Is this the right file?",
    cases={"text": Case("error", "Begin with soa new AREA, or write soa: 1 on the first line.")},
    on=(Agreement,),
    example_of="file",
    bad="""
# nothing yet
""",
    good="""
soa: 1
""",
)
