"""The site: the agreement spread over pages, one a priority, a partner and a place, with its figures as data and an index to search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from soa.document import locality, partner, text
from soa.document.blocks import Cell, CrossReference, Document, Inline, Inlines, Picture, Section, Table, Text
from soa.document.compose import compose, labels_of
from soa.document.desk import Desk, OutcomeAt, kept
from soa.document.edition import Edition
from soa.document.labels import Labels
from soa.document.measures import measures_in, start_lines, target_for
from soa.document.open_data import Dataset, open_data
from soa.document.parts import Made
from soa.document.plain import running_text_of
from soa.document.public import public_part, seen_by
from soa.document.rewriting import rewritten
from soa.model.agreement import Agreement
from soa.model.dump import dump
from soa.model.lookup import MeasureOf
from soa.model.measure import Target
from soa.model.part import each, sound

HOME: Final = "index.html"
SEARCH: Final = "search.html"
_AT_HOME: Final = ("foreword", "sign-off", "matrix")
FIGURES: Final = "indicators.html"
_REST: Final = "about.html"

Family = str
"""Pages of a kind: an agreement's `priorities`, `localities` and `partners`; empty for a page of its own kind."""


class Page(NamedTuple):
    """A page of the site, and what stands on it."""

    file: str
    name: Inlines
    """In the navigation."""
    section: Section
    """What it prints: its title heads the page, the sections inside it are the page's; one that only gathers them has no anchor."""
    family: Family = ""
    """The pages of a kind, of which it is one."""
    lists: Family = ""
    """The pages of a kind that it leads to."""
    described: str = ""


class Entry(NamedTuple):
    """A part of the site that a search can find."""

    file: str
    anchor: str
    title: str
    within: str
    """The section around it, or the agreement."""
    words: str


class SiteWords(NamedTuple):
    """The fixed words that a site needs beside those of a document."""

    pages: str
    families: Mapping[str, str]
    """What heads the list of all pages of a kind."""
    downloads: str
    whole: str
    """The name of the agreement among the downloads."""
    data: str
    data_says: str
    kinds: Mapping[str, str]
    """What readers call a kind of file, by its ending."""
    file_of: str
    """“{kind}, {size}”, the two left open."""
    kilobytes: str
    megabytes: str
    """“{size} MB”."""
    search: str
    search_for: str
    found_none: str
    found_one: str
    found: str
    """“{count} parts”."""
    without_script: str


class Site(NamedTuple):
    """A site, ready to be written as files."""

    document: Document
    """The whole agreement: what stands on its page one stands on the first page, its stamps on all."""
    name: str
    """Of the files to download, without an ending."""
    pages: tuple[Page, ...]
    """The first page first, then in the order of the navigation, those of a kind at the end."""
    words: SiteWords
    entries: tuple[Entry, ...]
    data: tuple[Dataset, ...]
    plan: str
    """The agreement as JSON."""

    @property
    def ways(self) -> Mapping[str, str]:
        """The file of each anchor of the agreement."""
        return ways_of(self.document, self.pages)


def site(
    agreement: Agreement,
    edition: Edition,
    *,
    as_of: date,
    digest: str,
    version: str,
    pictures: Mapping[str, Picture],
) -> Site:
    """Spread an agreement over a site; its data are always those that the public may see."""
    document = compose(agreement, edition, as_of=as_of, digest=digest, version=version, pictures=pictures)
    seen = seen_by(edition.audience, agreement)
    labels = labels_of(agreement, edition.language)

    def desk_of(part: str = "agreement", name: str = "") -> Desk:
        return Desk(seen, labels, edition._replace(part=part, of=name), as_of=as_of, pictures=pictures)

    desk = desk_of()
    pages = [*_pages(desk, document)]
    for place in desk.lookup.localities.values():
        made = locality.made(desk_of("locality", str(place.id)))
        pages.append(_own_page(f"locality-{place.id}", desk.name(place, "name"), made, "localities"))
    for body in desk.lookup.partners.values():
        made = partner.made(desk_of("partner", str(body.id)))
        pages.append(_own_page(f"partner-{body.id}", desk.name(body, "name"), made, "partners"))
    ways = ways_of(document, pages)
    pages = [_without_lost_ways(page, ways) for page in pages]
    public = public_part(agreement).agreement
    return Site(
        document=document,
        name=edition.file,
        pages=tuple(pages),
        words=site_words(desk.labels),
        entries=tuple(_entries(document, pages)),
        data=open_data(public),
        plan=dump(public),
    )


# ---- which page has what -------------------------------------------------------------------------------------------


def _pages(desk: Desk, document: Document) -> Iterator[Page]:
    """The agreement's own pages: each of its sections stands on one of them."""
    left = {section.anchor: section for section in document.sections}

    def taken(*anchors: str) -> tuple[Section, ...]:
        return tuple(left.pop(anchor) for anchor in anchors if anchor in left)

    def page(file: str, name: Inlines, sections: tuple[Section, ...], lists: Family = "") -> Iterator[Page]:
        if len(sections) == 1:  # a page of one section is that section
            yield Page(file, name, sections[0], lists=lists)
        elif sections:
            yield Page(file, name, Section("", name, (), sections), lists=lists)

    home = Section("", text.plain(document.title), (), taken(*_AT_HOME))
    yield Page(HOME, desk.words("site-home"), home, described=document.description)
    for section in [one for one in document.sections if one.role == "priority"]:
        (priority,) = taken(section.anchor)
        yield Page(f"{section.anchor}.html", section.title, priority, family="priorities")
    places = taken("place")
    if not places and desk.lookup.localities:
        places = (Section("place", desk.words("place-title")),)
    yield from page("place.html", desk.words("site-place"), places, "localities")
    yield from page("prevention.html", desk.words("site-prevention"), taken("prevention", "less-of"))
    yield from page("resources.html", desk.words("site-resources"), taken("resources", "asks"))
    yield from page("people.html", desk.words("site-people"), taken("engagement", "assessments"))
    yield from page("governance.html", desk.words("site-governance"), taken("accountability", "governance"))
    yield from page("partners.html", desk.words("site-partners"), taken("partners"), "partners")
    figures = (*_measures(desk), *taken("data-gaps", "figures", "definitions"))
    yield Page(FIGURES, desk.words("site-indicators"), Section("", desk.words("site-indicators"), (), figures))
    rest = (*left.values(), document.colophon._replace(listed=True))
    yield Page(_REST, desk.words("site-about"), Section("", desk.words("site-about"), (), rest))


def _own_page(anchor: str, name: Inlines, made: Made, family: Family) -> Page:
    """The page of a partner or a locality."""
    sections = tuple(section._replace(listed=True) for section in made.sections)
    section = Section(anchor, text.plain(made.title), (), sections)
    return Page(f"{anchor}.html", name or section.title, section, family, described=made.description)


def _without_lost_ways(page: Page, ways: Mapping[str, str]) -> Page:
    """The page in which a way to what no page has is only words."""
    known = {*ways, *(found.anchor for found in _all((page.section,)))}

    def change(inline: Inline) -> Inlines:
        return inline.inlines if isinstance(inline, CrossReference) and inline.anchor not in known else (inline,)

    return page._replace(section=rewritten(page.section, change))


def ways_of(document: Document, pages: Iterable[Page]) -> dict[str, str]:
    """The file of each anchor of the agreement; the pages of partners and places are for themselves."""
    front = document.front
    ways = {section.anchor: HOME for section in _all((*front.sections, *((front.aside,) if front.aside else ())))}
    for page in pages:
        if page.family in {"", "priorities"}:
            ways |= {section.anchor: page.file for section in _all((page.section,)) if section.anchor}
    return ways


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections, and those inside them."""
    for section in sections:
        yield section
        yield from _all(section.sections)


# ---- the indicators ------------------------------------------------------------------------------------------------


def _measures(desk: Desk) -> tuple[Section, ...]:
    """Every measure once: the outcomes that it serves, where it starts and where it is to go."""
    found: dict[int, tuple[MeasureOf, list[OutcomeAt], Target | None]] = {}
    for at in desk.outcomes:
        for measure in measures_in(desk, at.outcome):
            target = target_for(desk, at.outcome, measure)
            found.setdefault(id(measure.indicator), (measure, [], target))[1].append(at)
    for measure in desk.lookup.measures.values():
        found.setdefault(id(measure.indicator), (measure, [], None))
    rows = tuple(_row(desk, *one) for one in found.values())
    if not rows:
        return ()
    head = tuple(desk.words(key) for key in ("measure", "outcome", "where-we-start", "site-last-target"))
    table = Table(desk.word("site-measures-caption"), head, rows)
    return (Section("measures", desk.words("site-measures-title"), (table,)),)


def _row(desk: Desk, measure: MeasureOf, outcomes: list[OutcomeAt], target: Target | None) -> tuple[Cell, ...]:
    indicator = measure.indicator
    values = kept(target.values if target is not None else each(indicator.targets))
    level = desk.say.level(values[-1], indicator, bare=True) if values else ""
    period = desk.say.period(values[-1].period, indicator) if values and sound(values[-1].period) else ""
    last = desk.words("level-by", level=level, by=period) if level and period else (Text(desk.word("none")),)
    numbers = desk.together(desk.number_of(at) for at in outcomes)
    return (
        Cell((desk.measure(measure), desk.name(indicator, "unit"))),
        Cell((numbers or desk.words("stage-own"),)),
        Cell(start_lines(desk, indicator)),
        Cell((last,)),
    )


# ---- words ---------------------------------------------------------------------------------------------------------


def _entries(document: Document, pages: Iterable[Page]) -> Iterator[Entry]:
    """What a search looks through, section by section."""
    front = document.front
    home = document.title
    yield Entry(HOME, "", home, home, text.words_of((*front.vision, Text(" "), *front.for_whom)))
    yield from _found(HOME, home, (*front.sections, *((front.aside,) if front.aside else ())))
    for page in pages:
        sections = page.section.sections if page.file == HOME else (page.section,)
        yield from _found(page.file, home, sections)


def _found(file: str, within: str, sections: Iterable[Section]) -> Iterator[Entry]:
    for section in sections:
        title = " ".join(one for one in (section.number, text.words_of(section.title)) if one)
        words = running_text_of((section._replace(sections=()),))
        yield Entry(file, section.anchor, title, within, " ".join(words.split()))
        yield from _found(file, title, section.sections)


def site_words(labels: Labels) -> SiteWords:
    """The words that a site needs, for this and any other site."""
    return SiteWords(
        pages=labels("site-pages"),
        families={
            "priorities": labels("site-priorities"),
            "localities": labels("site-localities"),
            "partners": labels("site-partner-pages"),
        },
        downloads=labels("site-downloads"),
        whole=labels("site-whole-plan"),
        data=labels("site-data"),
        data_says=labels("site-data-says"),
        kinds={
            "pdf": labels("site-kind-pdf"),
            "docx": labels("site-kind-docx"),
            "md": labels("site-kind-md"),
            "csv": labels("site-kind-csv"),
            "json": labels("site-kind-json"),
        },
        file_of=labels("site-file", kind="{kind}", size="{size}"),
        kilobytes=labels("site-kilobytes", size="{size}"),
        megabytes=labels("site-megabytes", size="{size}"),
        search=labels("site-search"),
        search_for=labels("site-search-for"),
        found_none=labels("site-found-none"),
        found_one=labels("site-found-one"),
        found=labels("site-found", count="{count}"),
        without_script=labels("site-without-script"),
    )
