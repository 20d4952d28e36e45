"""The round's timetable is held."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from soa.model.agreement import Agreement, Header
from soa.model.lookup import given
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_OF_2013: Mapping[str, date] = MappingProxyType({"submitted": date(2013, 4, 1), "agreed": date(2013, 6, 28)})
_BEFORE = {"submitted": ("draft", "consultation"), "agreed": ("draft", "consultation", "submitted")}
_DONE = {"submitted": "submitted to the Scottish Government", "agreed": "agreed"}


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the two dates with the round's; a date that is missing is asked for only in a round that is configured."""
    header = subject.part.agreement
    own = subject.settings.timetable
    for key, day in (own or _days_of(header)).items():
        moment = getattr(header, key, None)
        if moment is None:
            continue
        if sound(moment) and moment.first_day > day:
            yield Problem(
                "late",
                f"this was {_DONE[key]} on {moment}, after the day set for this round ({day})",
                at=("agreement", key),
            )
            return  # a draft that came late is agreed late
        if own and not given(moment) and header.status in _BEFORE[key] and day < subject.as_of:
            yield Problem(
                "passed",
                f"this was to be {_DONE[key]} by {day}, the day set for this round, and is not yet",
                at=("agreement", "status"),
            )
            return


def _days_of(header: Header) -> Mapping[str, date]:
    """The days of 2013 for a Single Outcome Agreement of that round; none for any other plan."""
    of_2013 = sound(header.starts) and header.starts.first_day.year == 2013
    single = not given(header.kind) or header.kind == "single-outcome-agreement"
    return _OF_2013 if of_2013 and single else {}


RULE = Rule(
    family="progress",
    summary="The agreement is submitted and agreed by the days set for its round.",
    authority="guidance",
    sources=(
        Citation("Guidance 2012", "the timetable, as Audit Scotland 2013 §46 reports it"),
        Citation("Audit Scotland 2013", "§46"),
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("North Lanarkshire 2012", "1.8"),
    ),
    rationale="For the first round drafts were due on 1 April 2013, and agreement by 28 June 2013. Later rounds set their own days, in the configuration; a day that was put off is set there too.",
    question="Was this in time, and if not, who agreed to the delay?",
    cases={
        "late": Case(
            "warning",
            "Check the date; where a later day was granted, set it as the round's own under timetable in the configuration.",
        ),
        "passed": Case(
            "warning",
            "Write the date when it is done; where a later day was granted, set it under timetable in the configuration.",
        ),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
  submitted: 2013-05-09  # here
""",
    good="""
agreement:
  title: Strathbeg Single Outcome Agreement 2013 to 2023
  area: Strathbeg
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: submitted
  submitted: 2013-03-28
""",
    check=check,
    needs_today=True,
    requirements=("R134",),
    decided="The days of 2013 judge recorded dates only: to remind a draft of a day that is long past would help nobody. In a round whose days are configured a day that has passed is said. Reports that are overdue belong to the later files of progress.",
)
