"""A pilot has a day on which it is decided whether to stop, continue or scale up."""

from collections.abc import Iterator

from soa.model.lookup import given
from soa.model.outcome import Action
from soa.model.part import sound
from soa.rules._pilots import is_pilot
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Action]) -> Iterator[Problem]:
    """Look for the day of decision, the decision once it is past, and the money that follows from it."""
    action = subject.part
    if action.state == "stopped" or sound(action.not_yet) or not is_pilot(action):
        return
    pilot = action.pilot
    if not given(pilot):
        yield Problem(
            "no-date",
            "this is something tried out, and it is not said when it will be decided what follows",
            at=("action",),
        )
    elif not sound(pilot) or sound(pilot.not_yet) or not sound(pilot.decision_by):
        return
    elif not given(pilot.decision):
        if pilot.decision_by.last_day < subject.as_of:
            yield Problem(
                "no-decision",
                f"a decision on this pilot was due ({pilot.decision_by}), and none is recorded",
                at=("pilot", "decision_by"),
            )
    elif pilot.decision in {"continue", "scale-up"} and not given(pilot.funding):
        yield Problem(
            "no-funding", "this pilot is to go on, and it is not said how it will be paid for", at=("pilot", "decision")
        )


RULE = Rule(
    family="progress",
    summary="A pilot has a day on which it is decided what follows, and then the decision and the money.",
    authority="submission",
    sources=(
        Citation("Grampian 2012", "S3 Q5"),
        Citation("HMIC 2012", "3.5"),
        Citation("Audit Scotland 2013", "§22, §23"),
    ),
    rationale="Pilots follow on pilots when nobody has to decide. A date, a decision and its funding are what turn a trial into a service, or end it.",
    question="When will you decide whether to stop this, keep it or do it everywhere?",
    cases={
        "no-date": Case(
            "advice",
            "Add pilot: with decision_by, the day on which it is decided whether to stop, continue or scale up.",
        ),
        "no-decision": Case(
            "advice", "Write decision: stop, continue or scale-up; or a later decision_by.", "What did you decide?"
        ),
        "no-funding": Case(
            "advice",
            "Add funding: under pilot, with the budget it is paid from afterwards.",
            "Whose ordinary budget will carry this?",
        ),
    },
    on=(Action,),
    example_of="action",
    bad="""
- id: classes
  action: Pilot balance classes in two village halls  # here
  owner: tsi
  due: 2014-06-27
  contributes_to: [admissions]
  preventive: before
""",
    good="""
- id: classes
  action: Pilot balance classes in two village halls
  owner: tsi
  due: 2014-06-27
  contributes_to: [admissions]
  preventive: before
  pilot: {decision_by: 2014-09-30, funding: From the board's ordinary budget for falls}
""",
    check=check,
    needs_today=True,
    requirements=("R117",),
    decided="It looks at today for one of its three cases, so all three keep silent about plans whose period has ended. A word such as pilot inside a name, and trials of software, are left alone.",
)
