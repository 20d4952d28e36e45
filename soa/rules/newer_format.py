"""The file is written in a format that this program knows."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file is written in a format that this program knows.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="A newer file may say things that an older program would misread.",
    question="Which version is this?",
    cases={
        "value": Case("error", "Install the newest soa-toolkit."),
    },
    on=(Agreement,),
    example_of="soa",
    bad="""
soa: 2  # here
""",
    good="""
soa: 1
""",
)
