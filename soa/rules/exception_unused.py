"""An exception silences something."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="exceptions",
    summary="An exception silences something; one that no longer does is taken out.",
    authority="format",
    sources=(Citation("soa 1", "Exceptions"),),
    rationale="An exception that outlives its cause would silence the next weakness at the same place without anybody having weighed it.",
    question="What is this exception still for?",
    cases={
        "idle": Case(
            "warning",
            "Take the comment out; if it is meant for another part, write it on that part's line or on the line above.",
        )
    },
    on=(Agreement,),
    example_of="by_whom",
    bad="""
by_whom:
  lead: hscp  # soa: ignore[unowned-outcome] The post is filled in May  # here
  post: Chief Officer
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
    good="""
# soa: ignore[unowned-outcome] The post is filled in May
by_whom:
  lead: hscp
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
)
