"""An honest gap is filled before the agreement takes its next step."""

from collections.abc import Iterator

from soa.model.part import NotYet, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_STEPS = ("agreed", "submitted")


def check(subject: Subject[NotYet]) -> Iterator[Problem]:
    """Compare the day with those on which the agreement was submitted and agreed."""
    due = subject.part.due
    header = subject.lookup.agreement.agreement
    for step in _STEPS:
        moment = getattr(header, step)
        if sound(moment) and due.last_day < moment.first_day:
            yield Problem(
                "open",
                f"this was to be settled by {due}, and the agreement was {step} on {moment} without it: {subject.part.missing}",
                at=("due",),
                related=((("agreement", step), f"it was {step} here"),),
            )
            return


RULE = Rule(
    family="references",
    summary="What was to be settled by a day is settled, or has a new day, when the agreement is submitted or agreed.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§27, §53"), Citation("soa 1", "not_yet")),
    rationale="A gap with an owner and a day is honest, and never stops an agreement. A gap whose day was over when the agreement was submitted or agreed says something that is no longer true.",
    question="This was to be settled before you agreed: what became of it?",
    cases={"open": Case("error", "Write the answer and take not_yet out; or agree a new day, after that step.")},
    on=(NotYet,),
    example_of="action",
    bad="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  contributes_to: [admissions]
  preventive: before
  not_yet: {missing: The date of the last class, owner: tsi, due: 2013-02-28}  # here
""",
    good="""
- id: classes
  action: Strength and balance classes in eight village halls
  owner: tsi
  contributes_to: [admissions]
  preventive: before
  not_yet: {missing: The date of the last class, owner: tsi, due: 2013-09-30}
""",
    check=check,
    needs=("due", "missing"),
    requirements=("R39",),
    decided="The review has not-yet-overdue turn into an error at the next change of status. Rules that look at today are never errors, so this half, which compares the agreement's own dates, is a rule of its own; not-yet-overdue gives way to it.",
)
