"""What people said, what changed, and when they were told stand beside every occasion on which they were asked."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.model.partners import Engagement
from soa.rules._plain_words import says_only
from soa.rules._priorities import settled_on
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject

_SHALLOW = ("informed", "consulted")
_APPROVAL = frozenset(
    """
a agree agreed agreement all an and approach approval approve approved are broad broadly by comment comments content
direction draft everyone feedback for from general generally good happy in majority most mostly of our outcome outcomes
overall people plan plans positive positively priorities priority proposals public residents respondents response
responses selected set strong strongly support supported supportive that the their there these they this to vision
was we welcome welcomed were with
""".split()
)
"""Words of approval and of what was approved."""
_DAYS_OF_A_MONTH = 31


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Go through the entries that are old enough to have come to something."""
    if subject.part.engagement is HOLE:
        return
    entries = [(index, entry) for index, entry in enumerate(each(subject.part.engagement)) if sound(entry)]
    day = settled_on(subject.part.agreement)
    ripe = [(index, entry) for index, entry in entries if _is_ripe(entry, day, subject.options["months"])]
    silent = [(index, entry) for index, entry in ripe if _is_silent(entry)]
    untold = [(index, entry) for index, entry in ripe if not _is_silent(entry) and not given(entry.fed_back)]
    if len(silent) == 1:
        yield _found("no-effect", f"of this engagement it is not said {_lacks(silent)}", silent)
    elif silent:
        yield _found("no-effect", f"of these engagements it is not said {_lacks(silent)}: {_ids(silent)}", silent)
    if len(untold) == 1:
        yield _found(
            "not-fed-back", "it is not said when the people who were asked were told what became of it", untold
        )
    elif untold:
        said = f"of these engagements it is not said when the people who were asked were told what became of it: {_ids(untold)}"
        yield _found("not-fed-back", said, untold)
    pleased = [(index, entry) for index, entry in entries if sound(entry.heard) and says_only(entry.heard, _APPROVAL)]
    pleased = [one for one in pleased if one not in silent]
    if pleased:
        which = "" if len(pleased) == 1 else f": {_ids(pleased)}"
        yield _found(
            "approval-only",
            f"what was heard is that people agreed, and nothing that they wanted otherwise{which}",
            pleased,
        )
    if entries and all(entry.level in _SHALLOW for _, entry in entries):
        yield Problem(
            "only-consulted",
            "people were informed and consulted, and nowhere did they help to shape a plan or to carry it out",
            at=("engagement",),
        )


def _is_ripe(entry: Engagement, day: date | None, months: int) -> bool:
    """Whether it lies long enough before the agreement to have come to something, and makes no promise of an answer."""
    if sound(entry.not_yet) or not sound(entry.date) or day is None:
        return False
    return (day - entry.date.last_day).days > months * _DAYS_OF_A_MONTH


def _is_silent(entry: Engagement) -> bool:
    return not given(entry.heard) or not _is_answered(entry)


def _is_answered(entry: Engagement) -> bool:
    return given(entry.no_change_because) or entry.led_to is HOLE or bool(each(entry.led_to))


def _lacks(silent: list[tuple[int, Engagement]]) -> str:
    """What is left unsaid, in the order of the questions."""
    lacks = {
        "what people said": any(not given(entry.heard) for _, entry in silent),
        "what changed": any(not _is_answered(entry) for _, entry in silent),
        "when they were told": any(not given(entry.fed_back) for _, entry in silent),
    }
    said = [one for one, lacking in lacks.items() if lacking]
    return " or ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def _ids(entries: list[tuple[int, Engagement]]) -> str:
    return ", ".join(str(entry.id) or "one whose id cannot be read" for _, entry in entries)


def _found(case: str, said: str, entries: list[tuple[int, Engagement]]) -> Problem:
    if len(entries) == 1:
        return Problem(case, said, at=("engagement", entries[0][0]))
    return Problem(
        case, said, at=("engagement",), related=tuple((("engagement", index), "one of these") for index, _ in entries)
    )


RULE = Rule(
    family="engagement",
    summary="For every occasion on which people were asked it is said what they said, what changed, and when they were told.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§56, §57, §58"),
        Citation("HMIC 2012", "1.4"),
        Citation("Grampian 2012", "S1 Q8"),
        Citation("North Lanarkshire 2012", "1.9"),
    ),
    rationale="Auditors found that partnerships consult often, and rarely show what it changed. Saying why nothing changed is an answer too. Most of the work so far is consultation; services designed with communities are still few.",
    question="What did people tell you that you did not want to hear, and what changed?",
    cases={
        "no-effect": Case(
            "warning",
            "Add heard:, and led_to: with the ids of what changed, or no_change_because: with the reason; then fed_back: with the day on which people were told.",
        ),
        "not-fed-back": Case(
            "warning",
            "Add fed_back: with the day on which people were told; where that is still to come, say with not_yet who will tell them, and when.",
            "When did you go back and tell them?",
        ),
        "approval-only": Case(
            "advice",
            "Add to heard what people asked for, or were unhappy with, in their own words.",
            "What did people tell you that you did not want to hear?",
        ),
        "only-consulted": Case(
            "warning",
            "Where people helped to shape or to carry out a part of it, write level: co-designed or co-delivered; else plan one part in that way.",
            "Which part of this will people here help to shape, or do themselves?",
        ),
    },
    on=(Agreement,),
    example_of="engagement",
    bad="""
engagement:
  - {id: eng-falls, group: The citizens' panel, method: Survey, date: 2012-10-30, level: co-designed}  # here
""",
    good="""
engagement:
  - id: eng-falls
    group: 31 tenants of Muirton
    method: Evenings in the hall, led by tenants
    date: 2012-10-30
    level: co-designed
    heard: Repairs matter less than lighting on paths
    no_change_because: Lights on paths cost more than the agreement has; they are in the roads plan for 2015
    fed_back: 2013-01-15
""",
    check=check,
    requirements=("R100", "R102", "R103", "R104"),
    decided="Whether an answer is due is measured against the day of agreement, and never against today: what was asked less than three months before it may still come to something. Entries that lack the same are one finding that lists them. An entry with its own not_yet is an honest gap.",
    options={"months": Option(3, "time between asking people and telling them what became of it, in months")},
)
