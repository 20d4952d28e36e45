"""The portfolio as a site: what stands where, and how many areas are on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

from soa.document.blocks import Blocks, Document, Front, List, Paragraph, Section, Stamp, Text
from soa.document.compose import fixed_words
from soa.document.labels import ENGLISH_TAG, labels_for
from soa.document.plain import running_text_of
from soa.document.site import Entry, Page, Site, site_words
from soa.portfolio.area_page import area_page, kind_of
from soa.portfolio.home import AREAS, by_letter, home_sections
from soa.portfolio.leaves import ON_A_PAGE, area_cell, cell, further, link, page, pages_of, paragraph, table
from soa.portfolio.portfolio import AreaPlans, Portfolio
from soa.portfolio.shared_pages import (
    FAIR,
    bodies_page,
    body_pages,
    measure_pages,
    measures_page,
    practice_page,
)
from soa.portfolio.standing import subjects
from soa.portfolio.words import SAY, counted, plain

if TYPE_CHECKING:
    from soa.writers.press import Press

TITLE: Final = "Community planning across areas"
_VISION: Final = "Where each area’s agreement stands, what to ask of it, and what areas can learn from each other"
_MOST_SEARCHED: Final = 1_500
"""Characters of one area's page that a search looks through."""


def written(
    portfolio: Portfolio,
    press: Press,
    *,
    as_of: date,
    version: str,
    files: Mapping[str, bytes],
    titles: Mapping[str, str],
) -> dict[str, bytes]:
    """Every file of the site by its name; `files` are those to download, and `titles` what they are called."""
    from soa.writers.site import write_around

    looked_at = [(subject, *pages_of(subject, portfolio.areas)) for subject in subjects(portfolio)]
    site = _site(portfolio, [made for _, made, _ in looked_at], as_of, version)
    more = chain(
        further((subject, parts) for subject, _, parts in looked_at),
        measure_pages(portfolio),
        body_pages(portfolio),
        (area_page(area) for area in portfolio.areas),
    )
    return write_around(site, press, more, files, titles)


def _site(portfolio: Portfolio, looked_at: Sequence[Page], as_of: date, version: str) -> Site:
    """The pages that the navigation names, around a document that holds what all of them share."""
    document = _document(portfolio, as_of, version)
    labels = labels_for("")
    words = site_words(labels)._replace(
        families={},
        data="The same as data",
        data_says="For a spreadsheet or a program: public facts only, a row for each thing.",
    )
    pages = (
        Page("index.html", plain("Home"), Section("", plain(TITLE)), described=_VISION),
        _areas(portfolio),
        *looked_at,
        practice_page(portfolio),
        measures_page(portfolio),
        bodies_page(portfolio),
        _about(document.colophon),
    )
    return Site(
        document=document,
        name="portfolio",
        pages=pages,
        words=words,
        entries=tuple(_entries(portfolio, pages)),
        data=(),
        plan="",
    )


def _document(portfolio: Portfolio, as_of: date, version: str) -> Document:
    labels = labels_for("")
    made_up = [area for area in portfolio.areas if area.current.fictional]
    stamps = (
        (
            Stamp(
                "fictional",
                labels("stamp-fictional"),
                "These places, their people and their figures are made up, for training.",
            ),
        )
        if made_up and len(made_up) == len(portfolio.areas)
        else ()
    )
    return Document(
        title=TITLE,
        language=ENGLISH_TAG,
        description=_VISION,
        stamps=stamps,
        words=fixed_words(labels),
        front=Front(
            place=_how_many(portfolio),
            kind="Portfolio",
            period=f"As of {SAY.day(as_of)}",
            status=(),
            vision=plain(_VISION),
            for_whom=(),
            sections=home_sections(portfolio),
            aside=None,
        ),
        sections=(),
        colophon=_colophon(portfolio, as_of, version),
    )


def _how_many(portfolio: Portfolio) -> str:
    areas = counted(len(portfolio.areas), "area")
    rounds = portfolio.agreements - len(portfolio.areas)
    return f"{areas}, {counted(rounds, 'earlier round')} beside them" if rounds else areas


def _colophon(portfolio: Portfolio, as_of: date, version: str) -> Section:
    agreements = counted(portfolio.agreements, "agreement")
    blocks: Blocks = (
        paragraph(
            f"Made by soa {version} as of {SAY.day(as_of)} from {agreements}. The same agreements, read as of the same day by the "
            "same version, give the same pages."
        ),
        paragraph(
            "The newest agreement of an area is the one that starts last; of those with the same start the one with the highest "
            "version, then the one that has come furthest, then the one whose folder’s name comes last."
        ),
        paragraph(FAIR),
        paragraph(
            "A question is put by a rule, and an answer’s mark rests on such rules; soa explain says of each what it looks for and "
            "on whose authority."
        ),
    )
    return Section("colophon", plain("How this was made"), blocks, listed=False)


def _about(colophon: Section) -> Page:
    return Page("about.html", plain("About"), Section("", plain("About"), (), (colophon._replace(listed=True),)))


# ---- the areas -----------------------------------------------------------------------------------------------------


def _areas(portfolio: Portfolio) -> Page:
    """Every area with the way to its page; by their first letters where there are many."""
    if len(portfolio.areas) <= ON_A_PAGE:
        rows = (
            (
                area_cell(area),
                cell(area.current.title, kind_of(area.current)),
                cell(f"{len(area.earlier)}" if area.earlier else "–", numeric=True),
            )
            for area in portfolio.areas
        )
        made = table("Areas and their newest agreements", ("Area", "Agreement", "Earlier rounds"), rows)
        return page(AREAS, "Areas", (made,))
    sections = (Section(place, plain(letter), (_names(areas),)) for letter, place, areas in by_letter(portfolio.areas))
    return page(AREAS, "Areas", (), tuple(sections))


def _names(areas: Sequence[AreaPlans]) -> List:
    return List(tuple((Paragraph(link(area.name, f"{area.file}.html")),) for area in areas))


# ---- the search ----------------------------------------------------------------------------------------------------


def _entries(portfolio: Portfolio, pages: Iterable[Page]) -> Iterator[Entry]:
    """What a search looks through: the pages that the navigation names, and each area's outcomes."""
    for made in pages:
        title = "".join(inline.text for inline in made.name if isinstance(inline, Text))
        words = running_text_of((made.section,))
        yield Entry(made.file, "", title, TITLE, " ".join(words.split())[:_MOST_SEARCHED])
    for comparison in portfolio.comparisons:
        yield Entry(f"{comparison.file}.html", "", comparison.name, "Measures", comparison.definition)
    for area in portfolio.areas:
        words = ". ".join(outcome.statement for outcome in area.current.facts.outcomes)
        yield Entry(f"{area.file}.html", "", area.name, "Areas", f"{area.current.title}. {words}"[:_MOST_SEARCHED])
