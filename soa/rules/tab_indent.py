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
    example_of="contributors",
    bad="""
contributors:
  - partner: council
\tcontribution: Four home care staff for the falls team  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
""",
)
