"""A target is set on a figure for the agreement's own area, or it is said why a wider one is used."""

from collections.abc import Iterator

from soa.model.agreement import Agreement, Header
from soa.model.lookup import given
from soa.model.part import sound
from soa.rules._ladders import ladders
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_WIDER = {
    "health-board": "the whole health board's area",
    "police-division": "the whole police division",
    "college-region": "the whole college region",
    "scotland": "all of Scotland",
}
_SAME = {
    "police-division": {"City of Edinburgh", "Dumfries and Galloway", "Fife"},
    "college-region": {"City of Edinburgh", "Dumfries and Galloway", "Fife", "Glasgow City", "Scottish Borders", "West Lothian"},
}  # fmt: skip
"""Council areas that are a division or region by themselves: divisions of Police Scotland from 2013, regions of the colleges' reform of 2013."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for measures with targets whose figures describe a wider area; each is reported once."""
    told: set[Path] = set()
    for ladder in ladders(subject.lookup):
        indicator = ladder.indicator
        if ladder.path in told or not sound(indicator.level) or indicator.level not in _WIDER:
            continue
        told.add(ladder.path)
        if (
            given(indicator.why_wider)
            or sound(indicator.not_yet)
            or indicator.direction == "context"
            or _same_area(subject.part.agreement, indicator.level)
        ):
            continue
        yield Problem(
            "wider",
            f"a target is set on a figure for {_WIDER[indicator.level]}: what is done here may not show in it",
            at=(*ladder.path, "level"),
            related=((ladder.at, "the targets"),),
        )


def _same_area(header: Header, level: str) -> bool:
    """Whether the wider area is this council area alone, as NHS Fife's is Fife."""
    from soa.reference import area, areas  # most agreements have no such figure

    here = area(header.area) if sound(header.area) and header.fictional is not True else None
    if here is None:
        return False
    if level == "health-board":
        return sum(one.health_board == here.health_board for one in areas()) == 1
    return here.name in _SAME.get(level, ())


RULE = Rule(
    family="indicators-and-targets",
    summary="A target is set on a figure for this area, or it is said why a figure for a wider area is used.",
    authority="practice",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§24, §53")),
    rationale="Many national figures stop at the health board or at Scotland. Such a figure can move without anything having changed here, and stand still although much has.",
    question="If things get better here and worse next door, what would this figure show?",
    cases={
        "wider": Case(
            "warning",
            "Use a figure for the council area, or a local one beside it; where there is none, say why under why_wider.",
        ),
    },
    on=(Agreement,),
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
  level: health-board  # here
  baseline: {period: 2012-13, value: 21.3}
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
  level: health-board
  why_wider: The survey is too small to give a figure for Strathbeg alone
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    requirements=("R38",),
    decided="Only what level says is judged, not the words of a source. A level that is the council area itself, such as NHS Fife for Fife, is not wider. Shares of bigger budgets are left to the rules on resources.",
)
