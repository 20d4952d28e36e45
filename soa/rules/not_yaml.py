"""The file is YAML."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="The file is YAML.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Nothing can be checked or published where the text cannot be read.",
    question="Where does this text begin and end?",
    cases={"text": Case("error", "Put the text right as the message says.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: "Four home care staff
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
