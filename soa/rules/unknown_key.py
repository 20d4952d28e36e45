"""Every key is one that the format knows, or begins with x-."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Every key is one that the format knows, or begins with x-.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="A misspelt key would lose its answer without a word.",
    question="What is meant here?",
    cases={
        "misspelt": Case("error", "Write the key as it is spelt in docs/format.md."),
        "barred": Case("error", "Keep one of the two keys."),
        "unknown": Case("error", "Take it out, or let it begin with x- if it is the partnership’s own."),
    },
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contributon: Four home care staff for the falls team  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
    x-minute: "14"
""",
)
