"""What pages are put together from: links between them, small tables, and long ones that are spread over several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from soa.document import charts
from soa.document.blocks import Blocks, Cell, Chart, Inlines, Link, List, Paragraph, Section, Strong, Table, Text
from soa.document.site import Page
from soa.portfolio.portfolio import AreaPlans
from soa.portfolio.words import counted, plain

ON_A_PAGE: Final = 40
"""So many areas stand on one page and in one chart; with more their tables are spread over several pages, without charts."""
MOST_NAMED: Final = 6
"""Of a list of areas in a cell; the others are counted."""


class Subject(NamedTuple):
    """One thing that is looked at across all areas: what is said of all of them, and what of some."""

    file: str
    name: str
    says: str
    whole: Blocks
    some: Callable[[Sequence[AreaPlans]], Blocks]


def page(file: str, name: str, blocks: Blocks = (), sections: tuple[Section, ...] = (), says: str = "") -> Page:
    """A page that the navigation names."""
    return Page(f"{file}.html", plain(name), Section(file, plain(name), blocks, sections), described=says)


def pages_of(subject: Subject, areas: Sequence[AreaPlans]) -> tuple[Page, tuple[tuple[str, Sequence[AreaPlans]], ...]]:
    """A subject's page, and where its areas do not fit, the further pages: their files, and the areas on each."""
    opening: Blocks = (paragraph(subject.says, "lead"), *subject.whole)
    if len(areas) <= ON_A_PAGE:
        made = page(subject.file, subject.name, (*opening, *(subject.some(areas) if areas else ())), says=subject.says)
        return made, ()
    parts = tuple(
        (f"{subject.file}-{nth}.html", areas[start : start + ON_A_PAGE])
        for nth, start in enumerate(range(0, len(areas), ON_A_PAGE), 1)
    )
    ways = List(tuple((Paragraph(link(_from_to(some), file)),) for file, some in parts))
    section = Section(f"{subject.file}-areas", plain("Area by area"), (ways,))
    made = page(subject.file, subject.name, opening, (section,), subject.says)
    return made._replace(lists=subject.file), parts


def leaf(subject: Subject, file: str, areas: Sequence[AreaPlans]) -> Page:
    """A further page of a subject, with some of its areas."""
    name = plain(f"{subject.name}: {_from_to(areas)}")
    back = Paragraph((*link(subject.name, f"{subject.file}.html"), Text(" for all areas")))
    tables = (block for block in subject.some(areas) if not isinstance(block, Chart))
    section = Section(file.removesuffix(".html"), name, (back, *tables))
    return Page(file, name, section, family=subject.file)


def _from_to(areas: Sequence[AreaPlans]) -> str:
    return areas[0].name if len(areas) == 1 else f"{areas[0].name} to {areas[-1].name}"


# ---- small things --------------------------------------------------------------------------------------------------


def paragraph(words: str, role: str = "text") -> Paragraph:
    """A paragraph of our own words."""
    return Paragraph(plain(words), "lead" if role == "lead" else "small" if role == "small" else "text")


def link(words: str, target: str) -> Inlines:
    """A way to another page of the site."""
    return (Link(plain(words), target),)


def cell(*lines: str, numeric: bool = False) -> Cell:
    """A cell of plain words: the answer, and remarks on it."""
    return Cell(tuple(plain(line) for line in lines), numeric=numeric)


def area_cell(area: AreaPlans) -> Cell:
    """An area's name with the way to its page; one that is made up, or was read only in part, says so."""
    remarks = [
        *(["made up, for training"] if area.current.fictional else []),
        *(["read in part"] if area.current.unread else []),
    ]
    return Cell((link(area.name, f"{area.file}.html"), *(plain(remark) for remark in remarks)))


def table(caption: str, head: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table of ours."""
    return Table(caption, tuple(plain(one) for one in head), tuple(rows))


def named(areas: Sequence[tuple[str, str]], most: int = MOST_NAMED) -> Inlines:
    """Areas with the ways to their pages, in the order of the alphabet; of many the first, and how many others."""
    said: list[Inlines] = [link(name, f"{file}.html") for name, file in areas[:most]]
    if len(areas) > most:
        said.append(plain(counted(len(areas) - most, "more area")))
    return joined(said)


def joined(said: Sequence[Inlines]) -> Inlines:
    """Things one after another, as a sentence lists them."""
    whole: Inlines = ()
    for at, one in enumerate(said):
        whole += (*((Text(" and " if at == len(said) - 1 else ", "),) if at else ()), *one)
    return whole


def term(words: str, *said: Inlines) -> tuple[Inlines, Blocks]:
    """A term and what is said of it."""
    return plain(words), tuple(Paragraph(one) for one in said)


def strong(words: str) -> Inlines:
    """Words that weigh more."""
    return (Strong(plain(words)),)


# ---- charts --------------------------------------------------------------------------------------------------------


def fields(columns: Sequence[str], rows: Iterable[tuple[str, Sequence[tuple[int, int]]]], *, share: bool) -> str:
    """A field for each column and row: so many out of so many, written beside a bar; `share` draws the part, not the number."""
    bars = [
        charts.Bar(
            name,
            tuple(
                charts.Part("", _length(number, total, share=share), f"{number:,} of {total:,}" if total else "–")
                for number, total in values
            ),
        )
        for name, values in rows
    ]
    return charts.side_by_side(columns, bars)


def _length(number: int, total: int, *, share: bool) -> Decimal:
    if not share:
        return Decimal(number)
    return Decimal(number * 1000 // total) if total else Decimal(0)


def further(subjects: Iterable[tuple[Subject, tuple[tuple[str, Sequence[AreaPlans]], ...]]]) -> Iterator[Page]:
    """All further pages of some subjects, each made when it is wanted."""
    for subject, parts in subjects:
        for file, areas in parts:
            yield leaf(subject, file, areas)
