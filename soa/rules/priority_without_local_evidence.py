"""A priority rests on evidence of need in this area."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Priority
from soa.model.part import each, sound
from soa.model.partners import Evidence
from soa.rules._grounds import grounds_of, has_testimony
from soa.rules._plain_words import index_of, names_in, says_only
from soa.rules._priorities import each_or_all, settled_on, worked_out, years_before
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_NATIONAL = frozenset(
    "the all of across and in for scotland scottish uk gb united kingdom britain great england wales national nationally whole country europe eu".split()
)


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look at what each priority cites, and at whose and how old it is."""
    lookup = subject.lookup
    day = settled_on(subject.part.agreement)
    oldest = years_before(day, subject.options["years"]) if day else None
    asked, without = 0, []
    for index, priority in worked_out(subject.part):
        grounds = grounds_of(priority, lookup)
        asked += grounds != "unread"
        if grounds == "evidence":
            yield from _weak(priority, lookup, oldest, ("priorities", index, "evidence"))
        elif grounds == "figures":
            yield Problem(
                "no-source",
                "the reason for this priority gives figures, and it is not said where they come from or of when they are",
                at=("priorities", index, "why_here"),
            )
        elif grounds == "nothing":
            without.append(index)
    yield from each_or_all(
        "none",
        without,
        asked,
        "this priority rests on no evidence of need in the area, neither figures nor what people said",
        "no priority rests on evidence of need in the area: none says which evidence it rests on"
        if each(subject.part.evidence)
        else "no priority rests on evidence of need in the area: the agreement lists none",
    )


def _weak(priority: Priority, lookup: Lookup, oldest: date | None, at: Path) -> Iterator[Problem]:
    """What is cited, where all of it is of the whole country, or all of it old."""
    cited = [lookup.evidence.get(str(name)) for name in each(priority.evidence)]
    found = [entry for entry in cited if entry is not None]
    if len(found) != len(cited) or any(sound(entry.not_yet) for entry in found):
        return  # what leads nowhere is said as such, and what is still to come is an honest gap
    if all(_is_national(entry, lookup) for entry in found) and not has_testimony(priority, lookup):
        yield Problem("national", "all the evidence for this priority is about the country as a whole", at=at)
        return
    if oldest and all(
        sound(entry.date) and entry.date.last_day < oldest and entry.latest_available is not True for entry in found
    ):
        newest = max(found, key=lambda entry: entry.date.last_day)
        yield Problem("old", f"the newest evidence for this priority is of {newest.date}", at=at)


def _is_national(entry: Evidence, lookup: Lookup) -> bool:
    """Whether an entry says that it is about the whole country, and gives no figure for a place here."""
    if not sound(entry.place) or not says_only(entry.place, _NATIONAL):
        return False
    header = lookup.agreement.agreement
    places = [locality.name for locality in lookup.localities.values() if sound(locality.name)]
    if sound(header.area):
        places.append(header.area)
    return sound(entry.finding) and not names_in(entry.finding, index_of(places))


RULE = Rule(
    family="priorities",
    summary="Every priority cites evidence of need in this area, with its source and date.",
    authority="guidance",
    sources=(
        Citation("North Lanarkshire 2012", "1.2, 1.5, 1.8"),
        Citation("Grampian 2012", "S1 Q7, S3 Q1"),
        Citation("Audit Scotland 2013", "§44"),
        Citation("Guidance 2012", "evidence, underpinned by disaggregated data"),
    ),
    rationale="The guidance of 2012 wants agreements based on evidence that is broken down for the people and places of the area. A priority chosen on national figures may be somebody else's.",
    question="How do you know that this is what matters most here?",
    cases={
        "none": Case(
            "error",
            "Add an entry under evidence with its finding, place, source and date, and its id here, such as evidence: [ev-falls]; or say with not_yet who will find it, and when.",
        ),
        "no-source": Case(
            "warning",
            "Write the finding under evidence with its source and date, and its id under evidence of this priority.",
        ),
        "national": Case("warning", "Add the figure for this area, or for a part of it, from the same source."),
        "old": Case(
            "advice",
            "Add a newer finding; where there is none, write latest_available: true in the entry.",
            "Is this still so?",
        ),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
priorities:
  - id: fires  # here
    title: Fewer house fires in Muirton
    why_here: Scotland has too many house fires.
    lead: fire
""",
    good="""
soa: 1
evidence:
  - id: ev-fires
    finding: Muirton had 31 house fires in 2012, three times as many for its size as the rest of Strathbeg
    place: Muirton
    source: Fire and rescue incident records
    date: 2012
priorities:
  - id: fires
    title: Fewer house fires in Muirton
    lead: fire
    evidence: [ev-fires]
""",
    check=check,
    requirements=("R16", "R24"),
    decided="The catalogue makes age an error and the review advice, measured against the agreement's own date: the review holds. What people here said, recorded under engagement, is evidence. Figures in why_here without a source are a warning, because the evidence may be sound and only its source is missing.",
    options={
        "years": Option(4, "age of evidence when the agreement was agreed, in years, above which it is old", least=1)
    },
)
