"""An honest gap is filled by the day it names."""

from collections.abc import Iterator

from soa.model.part import NotYet
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[NotYet]) -> Iterator[Problem]:
    """Compare the day with today."""
    if subject.part.due.last_day < subject.as_of:
        yield Problem(
            "overdue",
            f"this was to be settled by {subject.part.due}, and is not yet: {subject.part.missing}",
            at=("due",),
        )


RULE = Rule(
    family="references",
    summary="What was said to be settled by a day is settled by then.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§27, §53"),),
    rationale="A gap that is said honestly, with an owner and a day, is no fault. Left open past its day it is, while the plan is live.",
    question="This was to be settled by now: what became of it?",
    cases={
        "overdue": Case(
            "warning", "Write the answer and take not_yet out; or agree a new day, and say so to the board."
        )
    },
    on=(NotYet,),
    example_of="action",
    bad="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  preventive: before
  not_yet: {missing: The date of the last class, owner: tsi, due: 2013-05-31}  # here
""",
    good="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  preventive: before
  not_yet: {missing: The date of the last class, owner: tsi, due: 2014-05-31}
""",
    check=check,
    needs=("due", "missing"),
    needs_today=True,
    gives_way_to=("not-yet-carried-over",),
    requirements=("R39",),
    decided="A warning while the plan is live, as the review asks; what is still open when the status changes is the error of not-yet-carried-over.",
)
