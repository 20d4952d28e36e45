"""An exception's day has not passed."""

from soa.model.agreement import Agreement
from soa.rules._rule import Case, Citation, Rule

RULE = Rule(
    family="exceptions",
    summary="An exception that was claimed until a day is settled by that day.",
    authority="format",
    sources=(Citation("soa 1", "Exceptions"),),
    rationale="A day in an exception is a promise. When it has passed, the exception goes on silencing, because nothing turns red by the calendar alone; but that the day has passed is said.",
    question="You said that this would be settled by now; is it?",
    cases={"overdue": Case("warning", "Mend what it silences and take it out, or agree a new day and write that.")},
    on=(Agreement,),
    example_of="by_whom",
    bad="""
# soa: ignore[unowned-outcome] The post is filled in May (until 2013-05-31)  # here
by_whom:
  lead: hscp
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
    good="""
# soa: ignore[unowned-outcome] The post is filled in September (until 2013-09-30)
by_whom:
  lead: hscp
  contributors:
    - {partner: council, contribution: Four home care staff for the falls team}
""",
    needs_today=True,
)
