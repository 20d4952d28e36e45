"""The first page: the areas, what is asked most, what could not be read, and how to read the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from soa.document.blocks import Block, Blocks, Cell, Code, Facts, Inlines, List, Paragraph, Section, Text
from soa.portfolio.leaves import ON_A_PAGE, joined, link, paragraph, table, term
from soa.portfolio.portfolio import AreaPlans, Portfolio
from soa.portfolio.practice import Asked, Weakness
from soa.portfolio.shared_pages import PRACTICE, place_of
from soa.portfolio.words import counted, plain

AREAS: Final = "areas"
MOST_ASKED: Final = 5
_MOST_TROUBLES: Final = 100
_FEW: Final = 12
"""So many areas are a list of one line each."""


def home_sections(portfolio: Portfolio) -> tuple[Section, ...]:
    """What stands on the first page."""
    return (*_areas(portfolio), *_asked(portfolio), *_troubles(portfolio), _how_to_read())


def by_letter(areas: Sequence[AreaPlans]) -> Iterator[tuple[str, str, list[AreaPlans]]]:
    """The areas by their first letters, each with its place on the page of all areas where they are many."""
    letters = groupby(areas, key=lambda area: area.name[:1].upper() or "–")
    for nth, (letter, some) in enumerate(letters, 1):
        yield letter, f"{AREAS}-{nth}", list(some)


def _areas(portfolio: Portfolio) -> Iterator[Section]:
    """The ways to all areas; where they are very many, to their letters."""
    if not portfolio.areas:
        return
    made: Block
    if len(portfolio.areas) <= _FEW:
        made = List(tuple((Paragraph(_way(area)),) for area in portfolio.areas))
    else:
        items = (
            term(letter, _ways(some) if len(portfolio.areas) <= ON_A_PAGE else _way_to(place, some))
            for letter, place, some in by_letter(portfolio.areas)
        )
        made = Facts(tuple(items))
    yield Section("home-areas", plain("The areas"), (made,))


def _ways(areas: Iterable[AreaPlans]) -> Inlines:
    return joined([_way(area) for area in areas])


def _way(area: AreaPlans) -> Inlines:
    """The way to an area's page; one that was read only in part says so."""
    return (*link(area.name, f"{area.file}.html"), *((Text(" (read in part)"),) if area.current.unread else ()))


def _way_to(place: str, areas: Sequence[AreaPlans]) -> Inlines:
    """The way to a letter on the page of all areas."""
    return link(counted(len(areas), "area"), f"{AREAS}.html#{place}")


def _asked(portfolio: Portfolio) -> Iterator[Section]:
    """The questions that most areas are asked, each with the way to what others have answered."""
    every = [(one, asked) for one in portfolio.weaknesses for asked in one.asked]
    commonest = sorted(every, key=lambda found: -len(found[1].areas))[:MOST_ASKED]
    if commonest:
        items = tuple(_question(one, asked, len(portfolio.areas)) for one, asked in commonest)
        rest = Paragraph((*link("All questions", f"{PRACTICE}.html"), Text(", and what areas have answered well")))
        yield Section("home-asked", plain("What is asked most"), (List(items), rest))


def _question(one: Weakness, asked: Asked, total: int) -> Blocks:
    way = link(asked.question, f"{PRACTICE}.html#{place_of(one)}")
    return (
        Paragraph(way),
        paragraph(f"{one.title}. Asked of {counted(len(asked.areas), 'area')} of {total:,}.", "small"),
    )


def _troubles(portfolio: Portfolio) -> Iterator[Section]:
    """The folders whose agreement could not be read, and those that were read only in part."""
    if portfolio.troubles:
        words = "Nothing of these is counted anywhere on this site."
        rows = [(Cell(((Code(one.root or "."),),)), one.reasons) for one in portfolio.troubles]
        made = _reasons(("Folder", "Why"), "Folders whose agreement could not be read", rows)
        yield Section("not-read", plain("What could not be read"), (paragraph(words), *made))
    partly = [
        (Cell((link(area.name, f"{area.file}.html"), (Code(plan.root or "."),))), plan.unread)
        for area in portfolio.areas
        for plan in (area.current, *area.earlier)
        if plan.unread
    ]
    if partly:
        words = (
            "What could be read of these is counted. What stands at the places below is not, so that an answer may seem to be "
            "missing that is there: ask for files that can be read before you ask anything else."
        )
        made = _reasons(("Area", "Why"), "Agreements that were read only in part", partly)
        yield Section("read-in-part", plain("What was read only in part"), (paragraph(words), *made))


def _reasons(head: Sequence[str], caption: str, rows: Sequence[tuple[Cell, Sequence[str]]]) -> Iterator[Block]:
    yield table(
        caption,
        head,
        (
            (place, Cell(tuple(plain(reason) for reason in reasons), equal=True))
            for place, reasons in rows[:_MOST_TROUBLES]
        ),
    )
    if len(rows) > _MOST_TROUBLES:
        others = counted(len(rows) - _MOST_TROUBLES, "more folder")
        yield paragraph(f"And {others}: portfolio.json lists all of them.", "small")


def _how_to_read() -> Section:
    said = (
        "Each agreement was judged by itself, by the same rules. Areas stand in the order of the alphabet, and nothing here ranks them.",
        "Of each area only the newest agreement is looked at; earlier rounds are on the area’s own page.",
        "What an agreement keeps from the public is not here. Counts of very few people are left out, as in the agreements themselves.",
        "A question is where a conversation begins. Whether it is a fair one, only the area can say.",
    )
    return Section("how-to-read", plain("How to read this"), (List(tuple((paragraph(one),) for one in said)),))
