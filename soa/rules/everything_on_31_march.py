"""Dates are those on which work is done, not the end of the financial year by habit."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.scalars import Moment
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count the dates that are the last day of a financial year."""
    dates = [(path, moment) for path, moment in _due_dates(subject.lookup) if sound(moment)]
    march = [path for path, moment in dates if (moment.last_day.month, moment.last_day.day) == (3, 31)]
    limit, least = subject.options["share"], subject.options["dates"]
    if len(dates) >= least and 100 * len(march) > limit * len(dates):
        some = f"all {len(dates)} dates" if len(march) == len(dates) else f"{len(march)} of the {len(dates)} dates"
        yield Problem("most", f"{some} by which work is to be done are 31 March", at=march[0])


def _due_dates(lookup: Lookup) -> Iterator[tuple[Path, Moment]]:
    """The dates of actions not yet done, of their steps, and of milestones."""
    for path, action, _ in lookup.all_actions:
        if action.state in {"done", "stopped"}:
            continue
        if sound(action.due):
            yield (*path, "due"), action.due
        yield from (((*path, "steps", index, "by"), step.by) for index, step in enumerate(each(action.steps)))
    for path, outcome in lookup.all(Outcome):
        for index, one in enumerate(each(outcome.when.milestones)):
            yield (*path, "when", "milestones", index, "by"), one.by


RULE = Rule(
    family="actions",
    summary="Dates of actions and milestones are spread over the year, as the work is.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§19, §36"), Citation("HMIC 2012", "3.3")),
    rationale="When nearly everything is due on the last day of the financial year, the date was often not thought about, and a board has nothing to look at for eleven months.",
    question="Which of these will really be done on the last day of March, and which could be done sooner?",
    cases={
        "most": Case(
            "advice",
            "Write under due the day on which each will be done; for longer work add steps with dates of their own.",
        )
    },
    on=(Agreement,),
    example_of="how",
    bad="""
how:
  - id: classes
    action: Strength and balance classes in eight village halls
    owner: tsi
    due: 2015-03-31  # here
    contributes_to: [admissions]
    preventive: before
    steps:
      - {step: Two halls are open, by: 2014-03-31}
      - {step: Four halls are open, by: 2014-03-31}
  - id: visits
    action: A next-day visit to everyone who falls
    owner: nhs-beg
    due: 2013-14
    contributes_to: [admissions]
    preventive: early
    stops: Two day-hospital sessions a week from January 2014
""",
    good="""
how:
  - id: classes
    action: Strength and balance classes in eight village halls
    owner: tsi
    due: 2015-02-27
    contributes_to: [admissions]
    preventive: before
    steps:
      - {step: Two halls are open, by: 2013-10-14}
      - {step: Four halls are open, by: 2014-03-31}
  - id: visits
    action: A next-day visit to everyone who falls
    owner: nhs-beg
    due: 2013-12-02
    contributes_to: [admissions]
    preventive: early
    stops: Two day-hospital sessions a week from January 2014
""",
    check=check,
    needs=("priorities",),
    requirements=("R05",),
    decided="Periods of measures are left out: figures are kept by financial year, work is not done by it. A date written as a financial year counts as its last day. In a short list it is no pattern, so there must be six dates.",
    options={
        "share": Option(50, "per cent of the dates, above which it is said", most=100),
        "dates": Option(6, "dates that there must be before any share is looked at", least=2),
    },
)
