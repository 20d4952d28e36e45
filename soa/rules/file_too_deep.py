"""Part files name further files at most three deep."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Part files name further files at most three deep.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Nobody finds a part that is hidden deeper.",
    question="Where does this part belong?",
    cases={"text": Case("error", "Name the file from the agreement itself.")},
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
priorities: {file: one.yaml}
""",
    good="""
soa: 1
""",
)
