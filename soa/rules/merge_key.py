"""Each entry says its own answers."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="Each entry says its own answers.",
    authority="format",
    sources=(Citation("soa 1", "Reading the file"),),
    rationale="Merge keys (<<) hide what an entry says, and programs differ in how they read them.",
    question="What does this entry say?",
    cases={"text": Case("error", "Write the keys out.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    <<: {contribution: Four home care staff for the falls team}  # here
    contribution: Four home care staff for the falls team
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
