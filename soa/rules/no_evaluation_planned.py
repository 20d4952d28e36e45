"""Work that is tried out has a plan for finding out whether it worked."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.measure import Comparison
from soa.model.part import sound
from soa.rules._pilots import is_pilot
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """List the pilots that have no evaluation and were learnt from nobody."""
    learnt = {one.action for _, one in subject.lookup.all(Comparison) if sound(one.action)}
    known = {path: name for name, (path, _, _) in subject.lookup.actions.items()}
    silent = [
        (path, action)
        for path, action, _ in subject.lookup.all_actions
        if is_pilot(action)
        and not given(action.evaluation)
        and action.state != "stopped"
        and known.get(path) not in learnt
        and sound(action.action)
    ]
    if silent:
        named = ", ".join(f"“{action.action}”" for _, action in silent)
        yield Problem("pilots", f"it is not said how it will be known whether this worked: {named}", at=silent[0][0])


RULE = Rule(
    family="actions",
    summary="Pilots say how it will be known whether they worked.",
    authority="submission",
    sources=(
        Citation("HMIC 2012", "1.4, 1.7, 3.5"),
        Citation("Audit Scotland 2013", "§23"),
        Citation("North Lanarkshire 2012", "1.5"),
    ),
    rationale="A pilot is done to learn something. Where the question is put at the start, the figures to answer it can still be collected; afterwards it is too late.",
    question="How will you know whether it worked, and whom will you compare with?",
    cases={
        "pilots": Case(
            "advice",
            "Add evaluation: with a question, a method and a date, such as “Do repeat calls fall more than on like streets?”.",
        )
    },
    on=(Agreement,),
    example_of="action",
    bad="""
- id: classes  # here
  action: Pilot balance classes in two village halls
  owner: tsi
  due: 2014-06-27
  contributes_to: [admissions]
  preventive: before
  pilot: {decision_by: 2014-09-30}
""",
    good="""
- id: classes
  action: Pilot balance classes in two village halls
  owner: tsi
  due: 2014-06-27
  contributes_to: [admissions]
  preventive: before
  pilot: {decision_by: 2014-09-30}
  evaluation:
    question: Do people who finish a course fall less in the year after?
    method: Their admissions, compared with those of people on the waiting list
    date: 2014-08-29
""",
    check=check,
    requirements=("R116",),
    decided="Only pilots are asked, in one finding: the format has no cost of an action, and words alone do not tell a new service. Work taken over from a place it was learnt from (comparisons, lesson) is not asked again.",
    review_only=True,
)
