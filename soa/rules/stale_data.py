"""A measure starts from a value that was new when the agreement began."""

from collections.abc import Iterator
from datetime import date, timedelta

from soa.model.measure import Indicator, Reading
from soa.model.part import each, sound
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._spans_of_time import interval_in_months, length_in_months, months_later
from soa.source.places import Path

_LENGTH = {"financial-year": 12, "school-year": 12, "calendar-year": 12, "quarter": 3}
"""Months that one value covers; no newer one is known sooner."""


def check(subject: Subject[Indicator]) -> Iterator[Problem]:
    """Hold the day on which the newest value was known against the start of the agreement."""
    indicator, header = subject.part, subject.lookup.agreement.agreement
    newest = _newest(indicator)
    if newest is None or not sound(header.starts) or header.status == "ended" or sound(indicator.not_yet):
        return
    at, reading = newest
    interval = interval_in_months(indicator.frequency) if sound(indicator.frequency) else None
    if interval is None and sound(indicator.frequency):
        return
    lag = length_in_months(indicator.lag) if sound(indicator.lag) else None
    allowed = subject.options["months"]
    if interval is not None:
        covers = max(interval, _LENGTH.get(str(indicator.measured_over), 0))
        allowed = max(allowed, subject.options["intervals"] * covers)
    if interval is None or lag is None:
        allowed = max(allowed, subject.options["years"] * 12)
    end = _end(indicator, reading) + timedelta(days=1)
    if months_later(end, (lag or 0) + allowed) >= header.starts.first_day:
        return
    often = f", and a new one is known {indicator.frequency}" if str(indicator.frequency).startswith("every") else ""
    years = (header.starts.first_day - end).days // 365
    yield Problem(
        "old",
        f"the newest value is for {reading.period}, {years} years before the agreement begins{often}",
        at=(*at, "period"),
    )


def _newest(indicator: Indicator) -> tuple[Path, Reading] | None:
    """The baseline, or a later value of the history."""
    readings: list[tuple[Path, Reading]] = [(("history", n), one) for n, one in enumerate(each(indicator.history))]
    if sound(indicator.baseline):
        readings.append((("baseline",), indicator.baseline))
    if any(not sound(reading) or not sound(reading.period) for _, reading in readings):
        return None
    return max(readings, key=lambda one: (one[1].period.last_day, one[0] == ("baseline",)), default=None)


def _end(indicator: Indicator, reading: Reading) -> date:
    """The last day that a value covers; a school year ends in the summer."""
    last = reading.period.last_day
    if indicator.measured_over == "school-year" and reading.period.form == "financial-year":
        return last.replace(month=7)
    return last


RULE = Rule(
    family="indicators-and-targets",
    summary="The newest value of every measure was new when the agreement began.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§27"),
        Citation("Grampian 2012", "S1 Q1"),
        Citation("North Lanarkshire 2012", "1.5"),
    ),
    rationale="A plan that starts from old figures may aim at what has been reached, or lost, already. Age is counted from the day on which a value became known until the agreement begins, never until today: a baseline is meant to age.",
    question="Is there no newer figure than this?",
    cases={
        "old": Case(
            "warning",
            "Use the newest value there is; where this is the newest, say under frequency how often one is known and under lag how long after its period, or say with not_yet who takes a new reading, and when.",
        ),
    },
    on=(Indicator,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  lag: 8 months
  baseline: {period: 2008-09, value: 23.1}  # here
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  lag: 17 months
  baseline: {period: 2010-11, value: 21.7}
""",
    check=check,
    requirements=("R42",),
    decided="The officer's review goes before the catalogue: the end of the period and its lag are held against the agreement's start, not against today. Where lag is not said, at least three years are allowed; where frequency is said in words that are not plain, nothing is said. Plans that have ended are read as history.",
    options={
        "intervals": Option(
            2, "how many times the time between two values a newest value may be old", least=1, most=20
        ),
        "months": Option(12, "how old any newest value may be when the agreement begins, in months", most=240),
        "years": Option(
            3, "how old a newest value may be where frequency or lag is not said, in years", least=1, most=100
        ),
    },
)
