"""A target is this area's own, and not a national aim taken over unchanged."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from soa.model.agreement import Agreement, Header
from soa.model.measure import Indicator
from soa.model.part import each, sound
from soa.rules._ladders import Ladder, is_share, ladders
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for measures whose only level is the one that was set for all of Scotland."""
    for ladder in ladders(subject.lookup):
        level = _only_level(ladder)
        aim = _aim(ladder.indicator, level, subject.part.agreement) if level is not None else ""
        if aim and not any(sound(part.targets) for part in each(ladder.indicator.breakdown)):
            yield Problem(
                "copied",
                f"the only target here is Scotland's ({aim}): what is right for this area is not said",
                at=(*ladder.at, ladder.steps[-1][0]),
                related=((ladder.start, "the baseline"),) if sound(ladder.baseline) else (),
            )


def _only_level(ladder: Ladder) -> Decimal | None:
    """The one level of a measure's targets; None where there are several, or a reason, and for a place or group."""
    if ladder.start != (*ladder.path, "baseline"):
        return None
    steps = [value for _, value in ladder.steps]
    if any(sound(value.because) or sound(value.to) or not sound(value.value) for value in steps):
        return None
    levels = {value.value for value in steps}
    return levels.pop() if len(levels) == 1 else None


def _aim(indicator: Indicator, level: Decimal, header: Header) -> str:
    """The national aim, in words, that a measure and its level are; empty where there is none of the agreement's time."""
    from soa.reference.national_aims import national_aims  # most measures have several levels

    if not sound(header.starts) or not sound(indicator.unit):
        return ""
    told: list[str] = []
    for aim in national_aims():
        if level != aim.level or not aim.starts <= header.starts.last_day or not header.starts.first_day <= aim.ends:
            continue
        if not (is_share(indicator.unit) if aim.unit == "per cent" else indicator.unit.lower().startswith(aim.unit)):
            continue
        told = told or [word for text in (indicator.name, indicator.definition) if sound(text) for word in _words(text)]
        if any(all(any(word.startswith(known) for word in told) for known in words) for words in aim.words):
            return aim.aim
    return ""


def _words(text: str) -> list[str]:
    return _word().findall(text.lower())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+|[0-9]+")


RULE = Rule(
    family="indicators-and-targets",
    summary="A target is set for this area, from where this area starts, and not copied from a national aim.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§42, note 20"),),
    rationale="A national aim is an average of 32 areas: too easy for some, out of reach for others. Auditors found that national priorities had crowded out what matters locally. Adopting one is fine when it is said why it fits here.",
    question="Why is Scotland's figure the right one for you?",
    cases={
        "copied": Case(
            "advice",
            "Set levels that follow from your own baseline, on the way to the national aim or beyond it; or say with because why the national one is right here.",
        ),
    },
    on=(Agreement,),
    example_of="outcome",
    bad="""
- id: ready
  what:
    statement: More children in Strathbeg talk, walk and play as expected for their age
    success:
      - {by: 2014, looks_like: Every child is seen at home by a health visitor before the age of three}
    factors: [family incomes]
    indicators:
      - id: milestones
        name: Children who reach all expected milestones at the review at 27 to 30 months
        kind: outcome
        definition: Share of children reviewed for whom no concern is recorded
        unit: per cent of children reviewed
        direction: up
        source: ISD Scotland, child health surveillance
        frequency: every year
        measured_over: financial-year
        baseline: {period: 2012-13, value: 71.0, base: 640}
  how:
    - {action: Two more health visitors for Muirton and Kirkhill, owner: nhs-beg, due: 2014-02-28, contributes_to: [milestones], preventive: early}
    - {action: Song and story sessions in all six town libraries, owner: council, due: 2013-12-13, contributes_to: [milestones], preventive: before}
    - {action: Play at home visits by 20 trained volunteers, owner: tsi, due: 2014-10-31, contributes_to: [milestones], preventive: early}
  by_whom:
    lead: nhs-beg
    post: Head of Children's Health
    accountable_to: Strathbeg Partnership Board
  when:
    targets:
      - indicator: milestones
        values:
          - {period: 2016-17, value: 85.0}  # here
    milestones:
      - {milestone: Every family has a named health visitor, by: 2014-02-14}
  risks:
    - {risk: Health visitors cannot be recruited, owner: nhs-beg, response: Three are trained each year}
""",
    good="""
- id: ready
  what:
    statement: More children in Strathbeg talk, walk and play as expected for their age
    success:
      - {by: 2014, looks_like: Every child is seen at home by a health visitor before the age of three}
    factors: [family incomes]
    indicators:
      - id: milestones
        name: Children who reach all expected milestones at the review at 27 to 30 months
        kind: outcome
        definition: Share of children reviewed for whom no concern is recorded
        unit: per cent of children reviewed
        direction: up
        source: ISD Scotland, child health surveillance
        frequency: every year
        measured_over: financial-year
        baseline: {period: 2012-13, value: 71.0, base: 640}
  how:
    - {action: Two more health visitors for Muirton and Kirkhill, owner: nhs-beg, due: 2014-02-28, contributes_to: [milestones], preventive: early}
    - {action: Song and story sessions in all six town libraries, owner: council, due: 2013-12-13, contributes_to: [milestones], preventive: before}
    - {action: Play at home visits by 20 trained volunteers, owner: tsi, due: 2014-10-31, contributes_to: [milestones], preventive: early}
  by_whom:
    lead: nhs-beg
    post: Head of Children's Health
    accountable_to: Strathbeg Partnership Board
  when:
    targets:
      - indicator: milestones
        values:
          - {period: 2014-15, value: 76.0}
          - {period: 2016-17, value: 82.0}
          - {period: 2018-19, value: 88.0}
    milestones:
      - {milestone: Every family has a named health visitor, by: 2014-02-14}
  risks:
    - {risk: Health visitors cannot be recruited, owner: nhs-beg, response: Three are trained each year}
""",
    check=check,
    requirements=("R16", "R23"),
    decided="Only aims whose level and date public pages give are known, and only those a partnership is free to set otherwise: standards that a health board must meet, such as four hours in an emergency department, are left to national-targets-crowd-out. It holds while the aim was in force when the agreement began.",
    gives_way_to=("target-wrong-way", "target-not-stretching"),
)
