"""A target can be compared with its baseline: both cover the same kind of period, and are counted in the same way."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.agreement import Agreement
from soa.model.measure import Indicator
from soa.model.part import MISSING, sound
from soa.rules._ladders import Ladder, ladders
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_PERIOD = {"year": "a calendar year", "financial-year": "a financial or school year", "quarter": "a quarter"}


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Hold the periods of the targets, and what the definition says of the years between, against the baseline."""
    told: set[Path] = set()
    for ladder in ladders(subject.lookup):
        yield from _periods(ladder)
        if ladder.path not in told and (year := _year_of_change(ladder)):
            told.add(ladder.path)
            yield Problem(
                "definition",
                f"the way of counting changes in {year}: the baseline is counted in one way, and the target in another",
                at=(*ladder.path, "definition"),
                related=((ladder.start, "the baseline"), (ladder.at, "the targets")),
            )


def _periods(ladder: Ladder) -> Iterator[Problem]:
    """The first target whose period is of another kind than the baseline's, where the measure does not say which is right."""
    if ladder.indicator.measured_over is not MISSING or not sound(ladder.baseline) or not sound(ladder.baseline.period):
        return
    first = ladder.baseline.period
    for index, value in ladder.steps:
        if first.form in _PERIOD and value.period.form in _PERIOD and value.period.form != first.form:
            yield Problem(
                "period",
                f"the baseline ({first}) covers {_PERIOD[first.form]}, and this target ({value.period}) {_PERIOD[value.period.form]}",
                at=(*ladder.at, index, "period"),
                related=(((*ladder.start, "period"), "the baseline"),),
            )
            return


def _year_of_change(ladder: Ladder) -> int | None:
    """The year from which a definition counts otherwise, where it lies between the baseline and the last target."""
    definition = ladder.indicator.definition
    if not sound(definition) or "20" not in definition or not ladder.steps or not sound(ladder.baseline):
        return None
    until, since = _until().search(definition), _since().search(definition)
    if until is None or since is None or not sound(ladder.baseline.period) or not _same(ladder.indicator, since):
        return None
    year = int(since[1])
    return year if ladder.baseline.period.last_day.year < year <= ladder.steps[-1][1].period.last_day.year else None


def _same(indicator: Indicator, since: re.Match[str]) -> bool:
    """Whether the words are about how it is counted, and not about whom: `children born since 2015` are the latter."""
    before = str(indicator.definition)[: since.start()].rstrip().rsplit(" ", 1)[-1].lower()
    return before not in {"born", "built", "opened", "registered", "founded", "started", "arrived"}


@cache
def _until() -> re.Pattern[str]:
    return re.compile(r"\b(?:until|till|before|up to|to the end of)\s+(?:\w+\s+){0,2}(20\d\d)\b", re.IGNORECASE)


@cache
def _since() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|since|after|as of)\s+(?:\w+\s+){0,2}(20\d\d)\b", re.IGNORECASE)


RULE = Rule(
    family="indicators-and-targets",
    summary="A baseline and its targets cover the same kind of period and are counted in the same way.",
    authority="submission",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§24")),
    rationale="A calendar year against a financial year, or a wait over 28 days against one over 14, is not progress but arithmetic. Like can only be compared with like.",
    question="Are these two counted in the same way?",
    cases={
        "period": Case(
            "warning",
            "Say with measured_over what one value covers, and write the periods of the baseline and of every target in its form.",
        ),
        "definition": Case(
            "warning",
            "Count the baseline again by the new definition; or make two indicators of it, each with its own baseline and targets.",
        ),
    },
    on=(Agreement,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Older people who are well enough to go home and still in hospital
  kind: outcome
  definition: People who have waited over 28 days until March 2015, and over 14 days from April 2015  # here
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, delayed discharge census
  frequency: every year
  baseline: {period: 2012-13, value: 21.3}
""",
    good="""
- id: admissions
  name: Older people who are well enough to go home and still in hospital
  kind: outcome
  definition: People who have waited over 14 days, counted again for the years before April 2015
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, delayed discharge census
  frequency: every year
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    requirements=("R40", "R48"),
    decided="What one file can show: periods of two kinds where measured_over does not settle it (impossible-dates says where it does), and a definition that names both the years before and the years after a change. Level, unit and averaging are said once for a measure, so they cannot differ; a baseline that was provisional and then revised shows only when two versions are compared.",
    gives_way_to=("impossible-dates",),
)
