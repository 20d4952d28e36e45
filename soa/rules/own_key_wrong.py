"""A key of the partnership's own is as the partnership's own schema asks."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="format",
    summary="A key of the partnership's own, which begins with x-, is as the schema asks that its configuration names.",
    authority="format",
    sources=(Citation("soa 1", "Scalars"),),
    rationale="What begins with x- belongs to the partnership. Where it has written a JSON Schema for such keys, they are held against it, and against nothing else.",
    question="Is this the form that you have agreed on?",
    cases={"value": Case("error", "Write it as the partnership's schema for its own keys asks.")},
    on=(Agreement,),
    example_of="contributors",
    bad="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
    x-minute: fourteen  # here
""",
    good="""
contributors:
  - partner: council
    contribution: Four home care staff for the falls team
    x-minute: "14"
""",
)
