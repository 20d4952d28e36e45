"""An exception gives its reason."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="exceptions",
    summary="An exception gives its reason, because it is put before the reviewer.",
    authority="format",
    sources=(Citation("soa 1", "Exceptions"),),
    rationale="Exceptions are printed, not hidden: whoever reads the review sees the reason. Without one the exception does not hold.",
    question="Why should this point not be held against the plan?",
    cases={
        "none": Case(
            "error", "Write the reason behind the bracket, such as # soa: ignore[no-baseline] First survey in May."
        )
    },
    on=(Agreement,),
    example_of="by_whom",
    bad="""
by_whom:
  lead: hscp  # soa: ignore[unowned-outcome]  # here
  post: Chief Officer
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
    good="""
# soa: ignore[unowned-outcome] The post is filled on 1 May 2013 (until 2023-05-31)
by_whom:
  lead: hscp
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
)
