"""A site as files: pages, their style and script, an index to search, the data, and the agreement to download."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

from soa.document.blocks import Document, Section, Text
from soa.document.site import FIGURES, HOME, SEARCH, Page, Site
from soa.document.text import words_of
from soa.writers.data import METADATA, as_csv, as_json, metadata
from soa.writers.html import Beside, Writer, contents_of, filled, here
from soa.writers.markdown import write as write_markdown
from soa.writers.page_style import data, style
from soa.writers.pdf import write as write_pdf
from soa.writers.press import Press
from soa.writers.word import write as write_word

STYLE: Final = "soa.css"
SCRIPT: Final = "site.js"
INDEX: Final = "search-index.js"
_DOWNLOADS: Final[Mapping[str, Callable[[Document, Press], bytes]]] = {
    "pdf": write_pdf,
    "docx": write_word,
    "md": write_markdown,
}
_KILO = 1_000
_MEGA = 1_000_000


class File(NamedTuple):
    """A file to download, as a page names it."""

    name: str
    title: str
    kind: str


class Shelf(NamedTuple):
    """Files to download, under a heading."""

    anchor: str
    title: str
    says: str
    files: tuple[File, ...]


def write(site: Site, press: Press) -> dict[str, bytes]:
    """Every file of a site by its name; the same site gives the same bytes."""
    with ThreadPoolExecutor(2) as pool:  # most of the work is done outside Python
        printed = {
            f"downloads/{site.name}.{suffix}": pool.submit(writer, site.document, press)
            for suffix, writer in _DOWNLOADS.items()
        }
        pages = _Pages(site, press, {name: one.result() for name, one in printed.items()} | _data(site))
        pages.shelves = {HOME: pages.plan_shelf(), FIGURES: pages.figures_shelf()}
        return {**{page.file: pages.page(page) for page in site.pages}, **pages.around(), **pages.files}


def write_around(
    site: Site, press: Press, further: Iterable[Page], files: Mapping[str, bytes], titles: Mapping[str, str]
) -> dict[str, bytes]:
    """A site that is no agreement's: its pages, further ones that its navigation does not name, and files to download by their titles."""
    pages = _Pages(site, press, files)
    pages.shelves = {HOME: pages.shelf(titles)} if titles else {}
    return {
        **{page.file: pages.page(page) for page in site.pages},
        **{page.file: pages.page(page) for page in further},  # one after the other: there may be thousands
        **pages.around(),
        **files,
    }


def _data(site: Site) -> dict[str, bytes]:
    """The agreement, and the tables of its figures."""
    files = {"data/agreement.json": site.plan.encode("utf-8", "replace")}
    for table in site.data:
        files |= {f"data/{table.name}.csv": as_csv(table), f"data/{table.name}.json": as_json(table)}
    files[f"data/{METADATA}"] = metadata(site.data, site.document.title, site.document.language)
    return files


def _index(site: Site) -> bytes:
    """What the search looks through, as a script, because a page in a folder can read nothing else; none of it can end the script."""
    said = json.dumps([list(one) for one in site.entries], separators=(",", ":"))
    return b"window.soaIndex = %s;\n" % said.replace("<", "\\u003c").encode()


class Group(NamedTuple):
    """Pages of a kind that the navigation names together."""

    name: str
    family: str
    pages: tuple[Page, ...]


class _Pages:
    """Writes the pages, each with the same head and foot."""

    def __init__(self, site: Site, press: Press, files: Mapping[str, bytes]) -> None:
        self.site = site
        self.press = press
        self.files = files
        self.ways = site.ways
        self.menu = tuple(_menu(site))
        self.shelves: Mapping[str, Shelf] = {}

    def page(self, page: Page) -> bytes:
        """A page with what stands on it."""
        site, section = self.site, page.section
        of = page.family or page.lists
        return self._filled(
            page.file,
            words_of(page.name),
            section.sections,
            Beside((STYLE,), (SCRIPT,)),
            anchors=frozenset(_anchors((section,))),
            heading=section,
            anchor=section.anchor,
            printed=section.blocks,
            description=page.described,
            of=page.family,
            listing=page.lists,
            family=tuple(one for one in site.pages if of and one.family == of),
            family_name=site.words.families.get(of, ""),
            shelves=(self.shelves[page.file],) if page.file in self.shelves else (),
        )

    def around(self) -> dict[str, bytes]:
        """The page to search from, and what all pages share."""
        site = self.site
        return {
            SEARCH: self._search(),
            STYLE: f"{style(site.document, self.press.house)}\n{data('site.css')}\n".encode(),
            SCRIPT: f"{data('site.js')}\n".encode(),
            INDEX: _index(site),
        }

    def _search(self) -> bytes:
        """The page to search from."""
        name = self.site.words.search
        heading = Section("", (Text(name),))
        return self._filled(SEARCH, name, (), Beside((STYLE,), (INDEX, SCRIPT)), heading=heading)

    def _filled(
        self,
        file: str,
        name: str,
        sections: tuple[Section, ...],
        beside: Beside,
        *,
        heading: Section,
        anchors: frozenset[str] = frozenset(),
        **values: object,
    ) -> bytes:
        document = self.site.document
        writer = Writer(document.words, self.press, lambda anchor: self._way(anchor, file, anchors))
        nothing = dict.fromkeys(("anchor", "printed", "description", "of", "listing", "family", "shelves"), ())
        return filled(
            "site.html.jinja",
            writer,
            beside,
            "",
            **nothing
            | {
                "document": document,
                "file": file,
                "title": document.title if file == HOME else f"{name} – {document.title}",
                "words": self.site.words,
                "menu": self.menu,
                "heading": writer.heading(heading),
                "sections": sections,
                "contents": contents_of(sections),
                "colophon": self._way(document.colophon.anchor, file, anchors),
            }
            | values,
        )

    def _way(self, anchor: str, file: str, anchors: frozenset[str]) -> str:
        """The way to an anchor: on the page itself, else on the page that prints that part of the agreement."""
        if anchor in anchors or self.ways.get(anchor, file) == file:
            return here(anchor)
        return f"{self.ways[anchor]}#{anchor}"

    # ---- what can be downloaded --------------------------------------------------------------------------------

    def plan_shelf(self) -> Shelf:
        """The whole agreement as documents."""
        words = self.site.words
        names = [name for name in self.files if name.startswith("downloads/")]
        return Shelf("downloads", words.downloads, "", tuple(self._file(name, words.whole) for name in names))

    def figures_shelf(self) -> Shelf:
        """The agreement and its figures as data."""
        titles = {"data/agreement.json": self.site.words.whole}
        for table in self.site.data:
            titles |= {f"data/{table.name}.{suffix}": table.title for suffix in ("csv", "json")}
        return self.shelf(titles)

    def shelf(self, titles: Mapping[str, str]) -> Shelf:
        """Files of data, by their names."""
        words = self.site.words
        files = tuple(self._file(name, title) for name, title in titles.items())
        return Shelf("data", words.data, words.data_says, files)

    def _file(self, name: str, title: str) -> File:
        words, size = self.site.words, len(self.files[name])
        said = (
            words.megabytes.format(size=f"{size / _MEGA:.1f}")
            if size >= _MEGA
            else words.kilobytes.format(size=f"{max(size // _KILO, 1)}")
        )
        return File(name, title, words.file_of.format(kind=words.kinds[name.rpartition(".")[2]], size=said))


def _menu(site: Site) -> Iterable[Page | Group]:
    """The pages that the navigation names; those of partners and places are named by the page that lists them."""
    priorities = tuple(page for page in site.pages if page.family == "priorities")
    for page in site.pages:
        if not page.family:
            yield page
        elif page in priorities[:1]:
            yield Group(site.words.families["priorities"], "priorities", priorities)


def _anchors(sections: Iterable[Section]) -> Iterable[str]:
    """The anchors of sections, and of those inside them."""
    for section in sections:
        yield section.anchor
        yield from _anchors(section.sections)
