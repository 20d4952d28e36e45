"""A document as a Word file: Word's own styles, tables that are read row by row, and nothing that asks on opening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, assert_never

from markupsafe import Markup

from soa.document.blocks import (
    Block,
    Blocks,
    Break,
    Cards,
    Cell,
    Chart,
    Code,
    CrossReference,
    Divider,
    Document,
    Emphasis,
    Facts,
    Gap,
    Hole,
    InLanguage,
    Inline,
    Inlines,
    Ladder,
    Link,
    List,
    Note,
    NoteMark,
    Notes,
    Paragraph,
    Picture,
    Pictures,
    Preformatted,
    Quote,
    Room,
    Section,
    Stamp,
    Strong,
    Table,
    Tag,
    Text,
    Words,
)
from soa.writers.press import Press
from soa.writers.word_file import WordFile, filled, safe_address, tint

LOWEST_HEADING = 6
DEEPEST_LIST = 8
STEP = 360
"""So much further in begins what is inside a list; lengths are in twentieths of a point, as Word counts."""
TERM = 2600
"""Beside what is said stands its term, so wide; a longer one stands above."""
LETTER = 100
"""A letter of a table is about so wide."""
SIDES = 180
"""The margins of a cell."""
LONGEST_TERM = 24
NARROW_TERM, NARROW_LONGEST_TERM = 1_700, 20
"""The same on page one."""
LONGEST_WORD = 22
LONGEST_SHORT = len("30 September 2013")
LONGEST_LINE = 70
LONGEST_ROW = 2_500
"""A row with more letters may break across pages: it might not fit on one."""
FEWEST_BESIDE = 2
"""So many sections stand in two columns on page one."""
MOST_COLUMNS = 63
"""Word opens no table with more."""
HIGHEST_LOGO = 1.9 * 360_000
WIDEST_LOGO = 5 * 360_000
CHART = 0.82
"""A chart takes so much of the line."""
DOT, TWIP = 9_525, 635
"""A CSS pixel, and a twentieth of a point, in Word's units for pictures."""


NOTHING = Markup("")
_SIDE = '<w:{side} w:val="single" w:sz="4" w:space="4" w:color="7F8A8D"/>'
BOX = filled(
    "<w:pBdr>{sides}</w:pBdr>",
    sides=NOTHING.join(filled(_SIDE, side=side) for side in ("top", "left", "bottom", "right")),
)
"""Around room to write in."""
TIGHT_CELLS = Markup('<w:tblCellMar><w:top w:w="6" w:type="dxa"/><w:bottom w:w="6" w:type="dxa"/></w:tblCellMar>')
"""Of a table that is to fit on one page."""


class _Look(NamedTuple):
    """How words look."""

    style: str = ""
    strong: bool = False
    stressed: bool = False
    language: str = ""


class _At(NamedTuple):
    """Where a block stands."""

    indent: int = 0
    style: str = "Normal"
    """Of its paragraphs."""
    edge: Markup = NOTHING
    """Border and shade of what is set apart."""
    depth: int = 0
    """Of the list that it stands in."""
    page_one: bool = False
    """Whether it must be small enough for page one."""
    keep: bool = False
    """Whether it stays on the page of what follows."""

    def fit(self, style: str) -> str:
        """A style, or what is smaller where there is no room for it."""
        if not self.page_one:
            return style
        return "PageOneCaption" if style == "Caption" else "PageOneText"


PLAIN = _Look()
TOP = _At()
PAGE_ONE = _At(page_one=True)


def write(document: Document, press: Press) -> bytes:
    """Write a document as a Word file; the same document gives the same bytes.

    Raises ValueError where the house's template is not a Word document.
    """
    file = WordFile(press.house, document, press.date)
    return file.finished(_Writer(document.words, press, file).document(document))


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))  # noqa: S704 - `Markup.join` would look at each again


@cache
def _run_properties(look: _Look, style: str) -> Markup:
    inner = filled('<w:rStyle w:val="{style}"/>', style=style) if style else NOTHING
    inner += Markup("<w:b/><w:bCs/>") if look.strong else NOTHING
    inner += Markup("<w:i/><w:iCs/>") if look.stressed else NOTHING
    inner += filled('<w:lang w:val="{tag}"/>', tag=look.language) if look.language else NOTHING
    return filled("<w:rPr>{inner}</w:rPr>", inner=inner) if inner else NOTHING


def _words(inlines: Inlines, missing: str = "") -> str:
    """The words alone, to know how much room they want; what marks a hole is not to be broken."""
    said = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text) | Tag(text):
                said.append(text)
            case Strong(inner) | Emphasis(inner) | Link(inner) | CrossReference(inner) | InLanguage(inner):
                said.append(_words(inner, missing))
            case Break():
                said.append("\n")
            case Hole(question):
                said.append(f"{missing.replace(' ', '-')} {question}")
            case NoteMark(number):
                said.append(str(number))
            case _:
                assert_never(inline)
    return "".join(said)


class _Writer:
    """Writes blocks as the paragraphs and tables of a Word file."""

    def __init__(self, words: Words, press: Press, file: WordFile) -> None:
        self.words = words
        self.press = press
        self.file = file
        self._bookmarks: dict[str, int] = {}
        self._drawings = 0

    # ---- inside a line -----------------------------------------------------------------------------------------

    def inlines(self, inlines: Inlines, look: _Look = PLAIN) -> Markup:
        """Inlines in their order."""
        return _joined(self._inline(inline, look) for inline in inlines)

    def _run(self, text: str, look: _Look = PLAIN) -> Markup:
        how = _run_properties(look, self.file.style(look.style) if look.style else "")
        return filled('<w:r>{how}<w:t xml:space="preserve">{text}</w:t></w:r>', how=how, text=text)

    def _inline(self, inline: Inline, look: _Look) -> Markup:
        match inline:
            case Text(text):
                return self._run(text, look)
            case Strong(inner):
                return self.inlines(inner, look._replace(strong=True))
            case Emphasis(inner):
                return self.inlines(inner, look._replace(stressed=True))
            case Code(text):
                return self._run(text, look._replace(style="Code"))
            case Link(inner, target):
                return self._link(self.inlines(inner, look._replace(style="Hyperlink")), target)
            case CrossReference(inner, anchor):
                return self._way(self.inlines(inner, look._replace(style="Hyperlink")), anchor)
            case Break():
                return Markup("<w:r><w:br/></w:r>")
            case NoteMark(number, note, anchor):
                mark = self._run(str(number), look._replace(style="FootnoteReference"))
                return self._marked(anchor, self._way(mark, note))
            case Tag(text):
                return self._run("\u00a0".join(text.split()), look._replace(style="Tag", strong=False))
            case InLanguage(inner, language):
                return self.inlines(inner, look._replace(language=language))
            case Hole(question):
                marked = look._replace(style="Hole")
                missing = self._run(f"{self.words.missing}:", marked._replace(strong=True))
                return missing + self._run(f" {question}", marked)
            case _:
                assert_never(inline)

    def _link(self, inner: Markup, target: str) -> Markup:
        """A way out of the document; words alone where Word could not follow it."""
        address = safe_address(target)
        if not address:
            return inner
        return filled(
            '<w:hyperlink r:id="{id}" w:history="1">{inner}</w:hyperlink>', id=self.file.link(address), inner=inner
        )

    def _way(self, inner: Markup, anchor: str, hint: str = "") -> Markup:
        """A way to a place of this document."""
        tooltip = filled(' w:tooltip="{hint}"', hint=hint) if hint else NOTHING
        template = '<w:hyperlink w:anchor="{name}"{tooltip} w:history="1">{inner}</w:hyperlink>'
        return filled(template, name=f"_{self._bookmark(anchor)}", tooltip=tooltip, inner=inner)

    def _bookmark(self, anchor: str) -> int:
        """The number of an anchor: Word takes no names longer than 40 letters."""
        return self._bookmarks.setdefault(anchor, len(self._bookmarks) + 1)

    def _marked(self, anchor: str, inner: Markup) -> Markup:
        """A place that can be led to."""
        number = self._bookmark(anchor)
        template = '<w:bookmarkStart w:id="{number}" w:name="_{number}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
        return filled(template, number=number, inner=inner)

    # ---- paragraphs --------------------------------------------------------------------------------------------

    def _paragraph(
        self,
        inner: Markup,
        style: str,
        at: _At = TOP,
        *,
        keep: bool = False,
        numbering: Markup = NOTHING,
        tabs: Markup = NOTHING,
        hanging: int = 0,
        aligned: str = "",
    ) -> Markup:
        """A paragraph in a style; what is said of it beyond its style stands in the order that Word demands."""
        name = self.file.style(style)
        indent = at.indent + hanging
        apart = (
            Markup("<w:keepNext/>") if keep or at.keep else NOTHING,
            numbering,
            at.edge,
            tabs,
            filled('<w:ind w:left="{left}" w:hanging="{hanging}"/>', left=indent, hanging=hanging)
            if hanging
            else filled('<w:ind w:left="{left}"/>', left=indent)
            if indent
            else NOTHING,
            filled('<w:jc w:val="{aligned}"/>', aligned=aligned) if aligned else NOTHING,
        )
        template = '<w:p><w:pPr><w:pStyle w:val="{name}"/>{apart}</w:pPr>{inner}</w:p>'
        return filled(template, name=name, apart=_joined(apart), inner=inner)

    # ---- blocks ------------------------------------------------------------------------------------------------

    def blocks(self, blocks: Blocks, at: _At = TOP, *, headed: bool = False) -> Markup:
        """Blocks in their order; `headed` where a heading stands just above."""
        return _joined(self._block(block, at, headed=headed and nth == 0) for nth, block in enumerate(blocks))

    def _block(self, block: Block, at: _At, *, headed: bool = False) -> Markup:
        match block:
            case Paragraph(inner, role):
                own = {"text": at.style, "lead": "Lead", "small": "Small", "statement": "Statement"}[role]
                return self._paragraph(self.inlines(inner), at.fit(own), at)
            case List(items, start):
                return self._list(items, start, at)
            case Quote(inner, by):
                inside = self.blocks(inner, at._replace(indent=at.indent + 284, style="Quote"))
                return inside + (self._paragraph(self.inlines(by), "QuoteSource", at) if by else NOTHING)
            case Preformatted(text):
                lines = Markup("<w:r><w:br/></w:r>").join(self._run(line) for line in text.split("\n"))
                return self._paragraph(lines, "Preformatted", at)
            case Divider():
                return self._paragraph(NOTHING, "Divider", at)
            case Notes(items):
                return self._notes(items, at)
            case Table():
                return self._table(block, at, headed=headed)
            case Facts(items):
                return self._facts(items, at)
            case Ladder(caption, rungs):
                title = self._paragraph(self._run(caption), at.fit("Caption"), at) if caption else NOTHING
                return (
                    title
                    + _joined(self._beside((Text(by),), words, at.fit("Rung"), at) for by, words in rungs)
                    + self._after(at)
                )
            case Cards(items):
                return _joined(self._card(card.number, card.title, card.anchor, card.lines, at) for card in items)
            case Pictures(items):
                shown = Markup('<w:r><w:t xml:space="preserve">   </w:t></w:r>').join(map(self._picture, items))
                return self._paragraph(shown, "Picture", at)
            case Chart():
                return self._chart(block, at)
            case Note(kind, title, inner):
                return self._note(kind, title, inner, at)
            case Gap(question, help):
                said = self.inlines((Hole(question), *((Text(f" {help}"),) if help else ())))
                return self._paragraph(said, at.style, at)
            case Room(label, lines):
                return self._room(label, lines, at)
            case _:
                assert_never(block)

    def _room(self, label: str, lines: int, at: _At) -> Markup:
        """A box to type in: Word draws one border around paragraphs that are alike."""
        inside = at._replace(edge=BOX, keep=False)
        said = self._run(label)
        return (
            self._paragraph(said, at.fit("Small"), inside, keep=True)
            + self._paragraph(NOTHING, at.fit("Small"), inside, keep=True) * (lines - 1)
            + self._paragraph(NOTHING, at.fit("Small"), inside)
            + self._after(at)
        )

    def _after(self, at: _At) -> Markup:
        """A little room: Word would run two tables together, and gives a table none."""
        return self._paragraph(NOTHING, "AfterTable", at._replace(edge=NOTHING, keep=False))

    def _item(self, blocks: Blocks, style: str, at: _At, numbering: Markup, ending: Markup = NOTHING) -> Markup:
        """A list's item: its first paragraph bears the number."""
        first = blocks[0] if blocks else None
        inside = at._replace(indent=at.indent + STEP, depth=at.depth + 1)
        inner, rest = (first.inlines, blocks[1:]) if isinstance(first, Paragraph) else ((), blocks)
        own = self.inlines(inner) + ending
        return self._paragraph(own, style, at, numbering=numbering, hanging=STEP) + self.blocks(rest, inside)

    def _list(self, items: tuple[Blocks, ...], start: int | None, at: _At) -> Markup:
        level = min(at.depth, DEEPEST_LIST)
        numbering = self.file.numbering(start, level)
        style = "ListBullet" if start is None else "ListNumber"
        asks = at._replace(keep=True)  # a question stays with the room for its answer
        return _joined(
            self._item(item, style, asks if any(isinstance(one, Room) for one in item) else at, numbering)
            for item in items
        )

    def _notes(self, items: tuple[tuple[str, str, Blocks], ...], at: _At) -> Markup:
        """Footnotes, where the text ends that they belong to, with a way back from each."""
        numbering = self.file.numbering(1, 0)
        inside = at._replace(depth=0, style="FootnoteText")
        written = []
        for anchor, mark, blocks in items:
            arrow = self._run("↩", _Look(style="Hyperlink"))
            back = self._run(" ") + self._way(arrow, mark, self.words.back_to_text)
            ending = self._marked(anchor, NOTHING) + (back if len(blocks) < 2 else NOTHING)
            written.append(self._item(blocks, "FootnoteText", inside, numbering, ending))
            if len(blocks) > 1:
                written.append(self._paragraph(back, "FootnoteText", inside._replace(indent=at.indent + STEP)))
        return _joined(written)

    def _beside(self, term: Inlines, said: Inlines, style: str, at: _At) -> Markup:
        """A term and what is said of it beside it; a long term stands above."""
        how = self.inlines(term, _Look(strong=True))
        wide, longest = (NARROW_TERM, NARROW_LONGEST_TERM) if at.page_one else (TERM, LONGEST_TERM)
        if len(_words(term)) > longest:
            above = self._paragraph(how, style, at, keep=True)
            return above + self._paragraph(self.inlines(said), style, at._replace(indent=at.indent + STEP))
        tab = filled('<w:tabs><w:tab w:val="left" w:pos="{at}"/></w:tabs>', at=at.indent + wide)
        inner = how + Markup("<w:r><w:tab/></w:r>") + self.inlines(said)
        return self._paragraph(inner, style, at, tabs=tab, hanging=wide)

    def _facts(self, items: tuple[tuple[Inlines, Blocks], ...], at: _At) -> Markup:
        said: dict[Inlines, Blocks] = {}
        for term, blocks in items:  # a term that comes again has one entry with several answers
            said[term] = said.get(term, ()) + blocks
        written = []
        for term, blocks in said.items():
            first, rest = (blocks[0], blocks[1:]) if blocks else (None, ())
            further = TERM if len(_words(term)) <= LONGEST_TERM else STEP
            inside = at._replace(indent=at.indent + further, style="Fact")
            if isinstance(first, Paragraph):
                written += [self._beside(term, first.inlines, at.fit("Fact"), at), self.blocks(rest, inside)]
            else:
                alone = self._paragraph(self.inlines(term, _Look(strong=True)), "Fact", at, keep=bool(blocks))
                written += [alone, self.blocks(blocks, inside)]
        return _joined(written)

    def _card(self, number: str, title: Inlines, anchor: str, lines: tuple[Inlines, ...], at: _At) -> Markup:
        mark = self._run(number, _Look(style="CardNumber")) + Markup("<w:r><w:tab/></w:r>")
        head = self._paragraph(mark + self._way(self.inlines(title), anchor), "CardTitle", at._replace(indent=0))
        return head + _joined(self._paragraph(self.inlines(line), "CardLine") for line in lines)

    def _note(self, kind: str, title: str, blocks: Blocks, at: _At) -> Markup:
        house = self.press.house
        line = {"not-yet": "double", "remark": "single"}[kind]
        edge = filled(
            '<w:pBdr><w:left w:val="{line}" w:sz="{size}" w:space="8" w:color="{colour}"/></w:pBdr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>',
            line=line,
            size=8 if kind == "not-yet" else 24,
            colour=house.second_colour[1:],
            fill=tint(house.second_colour, 0.07),
        )
        inside = at._replace(indent=at.indent + 227, style="NoteText", edge=edge)
        return self._paragraph(self._run(title), "NoteTitle", inside) + self.blocks(blocks, inside) + self._after(at)

    # ---- drawings ----------------------------------------------------------------------------------------------

    def _drawing(self, data: bytes, width: float, height: float, alt: str) -> Markup:
        """A picture in the line, its width and height in Word's units, with words for those who do not see it."""
        self._drawings += 1
        return filled(
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{name}" descr="{alt}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            width=max(1, round(width)),
            height=max(1, round(height)),
            number=self._drawings,
            name=f"picture-{self._drawings}",
            alt=alt,
            id=self.file.picture(data),
        )

    def _picture(self, picture: Picture) -> Markup:
        """A logo, no larger than a logo should be."""
        wide, high = max(picture.width, 1) * DOT, max(picture.height, 1) * DOT
        fits = min(1, HIGHEST_LOGO / high, WIDEST_LOGO / wide)
        return self._drawing(self.press.as_png(picture), wide * fits, high * fits, picture.alt)

    def _chart(self, chart: Chart, at: _At) -> Markup:
        data = self.press.png(chart)
        wide, high = (dots * DOT / 2 for dots in _size(data))
        room = (self.file.room - at.indent) * TWIP * (1 if at.page_one else CHART)
        fits = min(1, room / wide)
        title = self._paragraph(self._run(chart.title), at.fit("Caption"), at)
        drawing = self._drawing(data, wide * fits, high * fits, chart.says)
        remarks = _joined(self._paragraph(self.inlines(one), at.fit("Small"), at) for one in chart.remarks)
        return title + self._paragraph(drawing, "Picture", at, keep=bool(chart.remarks)) + remarks

    # ---- tables ------------------------------------------------------------------------------------------------

    def _table(self, table: Table, at: _At, *, headed: bool) -> Markup:
        table = _narrowed(table)
        room = (self.file.room_sideways if table.spread else self.file.room) - at.indent
        widths = _widths(table, room, self.words.missing)
        numeric = [
            bool(table.rows) and all(len(row) > nth and row[nth].numeric for row in table.rows)
            for nth in range(len(widths))
        ]
        head = tuple(Cell((one,)) for one in table.head)
        caption = ""
        if table.caption and (table.titled or not headed):
            caption = self._paragraph(self._run(table.caption), "Caption", at)
        look = '<w:tblLook w:val="{bits}" w:firstRow="1" w:lastRow="{last}" w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        bits = 0x0620 + (0x0080 if not table.plain else 0) + (0x0040 if table.foot else 0)
        return filled(
            '{caption}<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{room}" w:type="dxa"/>{indent}'
            '<w:tblLayout w:type="fixed"/>{tight}{look}{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{after}',
            caption=caption,
            style=self.file.style("AgreementTable"),
            room=sum(widths),
            indent=filled('<w:tblInd w:w="{indent}" w:type="dxa"/>', indent=at.indent) if at.indent else "",
            tight=TIGHT_CELLS if table.spread else NOTHING,
            look=filled(look, bits=f"{bits:04X}", last=int(bool(table.foot)), first=int(not table.plain)),
            named=filled('<w:tblCaption w:val="{caption}"/>', caption=table.caption) if table.caption else "",
            grid=_joined(filled('<w:gridCol w:w="{wide}"/>', wide=wide) for wide in widths),
            rows=self._row(head, widths, numeric, table, kind="head")
            + _joined(self._row(row, widths, numeric, table, kind="body") for row in table.rows)
            + _joined(self._row(row, widths, numeric, table, kind="foot") for row in table.foot),
            after=self._after(at),
        )

    def _row(self, row: tuple[Cell, ...], widths: list[int], numeric: list[bool], table: Table, *, kind: str) -> Markup:
        padded = (*row, *(Cell(()),) * (len(widths) - len(row)))
        letters = max(len(_words(line)) for cell in padded for line in (cell.lines or ((),)))
        whole = Markup("<w:cantSplit/>") if letters < LONGEST_ROW else NOTHING
        again = Markup("<w:tblHeader/>") if kind == "head" else NOTHING
        cells = _joined(
            self._cell(
                cell,
                wide,
                style="Heading"
                if kind == "head"
                else "RowHeading"
                if kind == "foot" or (nth == 0 and not table.plain)
                else "Text",
                size="Wide" if table.spread else "Table",
                right=number if kind == "head" else cell.numeric,
            )
            for nth, (cell, wide, number) in enumerate(zip(padded, widths, numeric, strict=True))
        )
        return filled("<w:tr><w:trPr>{whole}{again}</w:trPr>{cells}</w:tr>", whole=whole, again=again, cells=cells)

    def _cell(self, cell: Cell, wide: int, *, style: str, size: str, right: bool) -> Markup:
        first, *rest = cell.lines or ((),)
        further = size + ("Text" if cell.equal else "Remark")
        aligned = "right" if right else ""
        lines = self._paragraph(self.inlines(first), size + style, aligned=aligned) + _joined(
            self._paragraph(self.inlines(line), further, aligned=aligned) for line in rest if line
        )
        bottom = Markup('<w:vAlign w:val="bottom"/>') if style == "Heading" else NOTHING
        template = '<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{bottom}</w:tcPr>{lines}</w:tc>'
        return filled(template, wide=wide, bottom=bottom, lines=lines)

    # ---- the whole ---------------------------------------------------------------------------------------------

    def document(self, document: Document) -> Markup:
        """Page one, the contents, the sections, and how it was made."""
        return (
            self._front(document)
            + self._contents(document.sections)
            + _joined(self._section(section) for section in document.sections)
            + self._section(document.colophon)
        )

    def _front(self, document: Document) -> Markup:
        front = document.front
        logo = self.press.house.logo
        kicker = " · ".join(one for one in (front.kind, front.place) if one)
        head = (
            _joined(map(self._stamp, document.stamps)),
            self._paragraph(self._picture(logo), "Picture") if logo else "",
            self._paragraph(self._run(kicker), "Kicker"),
            self._paragraph(self._run(document.title), "Title"),
            self._paragraph(self._run(front.period), "Subtitle") if front.period else "",
            self._paragraph(self.inlines(front.status), "Status") if front.status else "",
            self._paragraph(self.inlines(front.vision), "Vision") if front.vision else "",
            self._paragraph(self.inlines(front.for_whom), "Status") if front.for_whom else "",
        )
        if not front.sections and not front.aside:
            return NOTHING.join(head)  # a short document goes on below its title
        across = next((nth for nth, one in enumerate(front.sections) if not _is_wide(one)), len(front.sections))
        above = NOTHING.join(head) + _joined(map(self._page_one, front.sections[:across]))
        rest, aside = front.sections[across:], (front.aside,) if front.aside else ()
        if len(rest) < FEWEST_BESIDE or any(map(_is_wide, rest)):
            return above + _joined(map(self._page_one, (*rest, *aside))) + self.file.section("first")
        self.file.columns = 2
        beside = _joined(map(self._page_one, rest))
        self.file.columns = 1
        return (
            above
            + self.file.section("first")
            + beside
            + self.file.section("columns")
            + _joined(map(self._page_one, aside))
            + self.file.section("under")
        )

    def _stamp(self, stamp: Stamp) -> Markup:
        said = self._run(stamp.word, _Look(strong=True)) + self._run(f" {stamp.says}")
        return self._paragraph(said, "Stamp")

    def _page_one(self, section: Section) -> Markup:
        heading = self._paragraph(self._heading(section), "PageOneHeading")
        return (
            heading
            + self.blocks(section.blocks, PAGE_ONE, headed=True)
            + _joined(map(self._page_one, section.sections))
        )

    def _heading(self, section: Section) -> Markup:
        number = self._run(section.number, _Look(style="HeadingNumber")) if section.number else NOTHING
        gap = self._run("\u2002") if section.number else NOTHING
        return self._marked(section.anchor, number + gap + self.inlines(section.title))

    def _section(self, section: Section, level: int = 1) -> Markup:
        """A section under a heading of its level; turned sideways where a table wants it."""
        sideways = any(isinstance(block, Table) and block.spread for block in section.blocks)
        heading = self._paragraph(self._heading(section), f"Heading{min(level, LOWEST_HEADING)}")
        own = heading + self.blocks(section.blocks, headed=True)
        if sideways:
            own = self.file.section("upright") + own + self.file.section("sideways")
        return own + _joined(self._section(inner, level + 1) for inner in section.sections)

    def _contents(self, sections: tuple[Section, ...]) -> Markup:
        """The contents, with their entries in place; Word adds page numbers when it is asked to update them."""
        entries = [self._entry(section, level) for section, level in _listed(sections)]
        if not entries:
            return NOTHING
        begin = Markup(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = Markup('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        lines = [
            self._paragraph(
                (begin if nth == 0 else NOTHING) + inner + (end if nth == len(entries) - 1 else NOTHING), style
            )
            for nth, (inner, style) in enumerate(entries)
        ]
        return filled(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
            "</w:sdtPr><w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>",
            title=self._paragraph(self._run(self.words.contents), "TOCHeading"),
            lines=_joined(lines),
        )

    def _entry(self, section: Section, level: int) -> tuple[Markup, str]:
        words = self._run(f"{section.number}\u2002") if section.number else NOTHING
        return self._way(words + self.inlines(section.title), section.anchor), f"TOC{level}"


def _is_wide(section: Section) -> bool:
    """Whether a section of page one needs the width of the page."""
    return any(isinstance(block, Cards | Ladder | List | Table) for block in section.blocks)


def _listed(sections: tuple[Section, ...], level: int = 1) -> Iterator[tuple[Section, int]]:
    """What the contents name, two levels of it."""
    for section in sections:
        if section.listed:
            yield section, level
            if level == 1:
                yield from _listed(section.sections, level + 1)


def _narrowed(table: Table) -> Table:
    """The table as Word can open it: what is beyond its last column stands in that."""
    last = MOST_COLUMNS - 1
    if max(map(len, (table.head, *table.rows, *table.foot))) <= MOST_COLUMNS:
        return table

    def narrow(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        beyond = tuple(line for cell in row[last:] for line in cell.lines)
        return (*row[:last], Cell(beyond, equal=True)) if beyond else row

    spoken = tuple(inline for head in table.head[last:] for inline in (*head, Text(" ")))
    return table._replace(
        head=(*table.head[:last], spoken), rows=tuple(map(narrow, table.rows)), foot=tuple(map(narrow, table.foot))
    )


def _widths(table: Table, room: int, missing: str) -> list[int]:
    """A width for each column: what must not break fits, and the rest of the room goes to those that say most."""
    count = max(map(len, (table.head, *table.rows, *table.foot)))
    least, most, said, longest = [0] * count, [0] * count, [1] * count, [0] * count
    for row in (tuple(Cell((one,)) for one in table.head), *table.rows, *table.foot):
        for nth, cell in enumerate(row):
            for line in cell.lines:
                words = _words(line, missing)
                must = len(words) if len(words) <= LONGEST_SHORT else max(map(len, words.split()), default=0)
                least[nth] = max(least[nth], min(must, LONGEST_WORD))
                most[nth] = max(most[nth], min(len(words), LONGEST_LINE))
                said[nth] += len(words)
            longest[nth] = max(longest[nth], sum(len(_words(line, missing)) for line in cell.lines))
    narrow, wide = ([letters * LETTER + SIDES for letters in column] for column in (least, most))
    if sum(narrow) >= room:
        return _shared(room, narrow)
    if sum(wide) <= room:
        return _shared(room, wide)
    rows = len(table.rows) + len(table.foot)
    said = [letters + most_said * rows // 2 for letters, most_said in zip(said, longest, strict=True)]
    widths = narrow
    for _ in range(count):  # what is wide enough leaves its share to the others
        open_columns = [letters if now < end else 0 for letters, now, end in zip(said, widths, wide, strict=True)]
        more = _shared(room - sum(widths), open_columns)
        widths = [min(now + extra, end) for now, extra, end in zip(widths, more, wide, strict=True)]
    return _shared(room, widths)


def _shared(room: int, weights: list[int]) -> list[int]:
    """The room in shares, to the last bit of it."""
    whole = sum(weights) or 1
    shares = [room * weight // whole for weight in weights]
    shares[weights.index(max(weights))] += room - sum(shares)
    return shares


_PNG = re.compile(rb"\x89PNG\r\n\x1a\n....IHDR(....)(....)", re.DOTALL)


def _size(data: bytes) -> tuple[int, int]:
    """The dots of a PNG across and down."""
    found = _PNG.match(data)
    assert found
    return int.from_bytes(found[1]), int.from_bytes(found[2])
