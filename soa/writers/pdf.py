"""A document as PDF/UA-1 and PDF/A-2a: the blocks go as data to `page.typ`, so that no word of an author's is ever code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from itertools import chain, pairwise
from math import ceil
from typing import Any, Final, NamedTuple, assert_never

from soa.document.blocks import (
    Block,
    Blocks,
    Break,
    Card,
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
    Strong,
    Table,
    Tag,
    Text,
)
from soa.language.letters import published
from soa.writers.press import Press, typefaces

STANDARDS: Final = ["ua-1", "a-2a"]
LAYOUT: Final = "page.typ"
DATA: Final = "document.json"
UNDATED: Final = date(1980, 1, 1)
"""When a file was made that must say so and is not told: the first day that a zip file can name, for all formats."""
LONG_WORD: Final = 28
"""A word of so many letters may be broken anywhere."""
NARROW: Final = 18
"""The same in a narrow column."""
LONG_LINK: Final = 2000
"""A longer address is printed and leads nowhere."""
LONGEST_STRING: Final = 8_000
"""PDF/A takes no more than 32,767 bytes for a bookmark, a description, or what is told of a drawing."""
TALL_CELL: Final = 900
"""A row with a cell of so many letters may be broken by the end of a page."""
TALL_QUOTE: Final = 2000
"""What is quoted in so many letters, with all that says how it is set, may be broken likewise."""
ROOM: Final = 100
"""So many letters fit beside each other in a table."""
WIDE_ROOM: Final = 175
"""The same on a page turned sideways."""
BRIEFEST: Final = len("30 September 2013")
"""A line of so few letters stays whole."""
SMALLEST_SPAN: Final = 0.5
HALF_ROOM: Final = 58
"""The same in half a page's width."""
SMALL_LINES: Final = 18
"""A table of so few lines may stand beside another, or beside its chart."""
AIR: Final = 1.3
SAYS_MISSING: Final = "---------- ----------"
"""As long as the words that stand before the question of a missing answer."""
NARROWEST: Final = 4
WIDEST_WORD: Final = 20
PADDING: Final = 2
"""What stands between two columns, in letters."""
BRIEF: Final = 60
"""Rows' headings of so many letters are set bold."""
FEWEST_BRIEF: Final = 4
BRIEF_TERM: Final = 14
"""Terms of so few letters, so many of them, may stand in two columns if what is said of each is brief."""
LEADS: Final = 200
"""A paragraph of so many letters before one of `LED` stays on its page."""
LED: Final = {"list", "facts", "table", "ladder", "pictures", "quote"}
NARROW_CHART: Final = 350
"""Two charts that are no wider stand side by side in type that can be read."""
UNSIZED: Final = 640.0
"""How wide a drawing is, in CSS pixels, that does not say so."""
DEEPEST: Final = 8
"""Deeper lists and quotations are printed at this depth."""

Data = dict[str, Any]


def write(document: Document, press: Press) -> bytes:
    """Write a document as PDF; the same document gives the same bytes."""
    import typst

    sheets = _Sheets(press)
    made = press.date or UNDATED
    data = sheets.document(document) | {"date": [made.year, made.month, made.day]}
    # the compiler stops at a letter that its fonts lack; JSON's own signs are letters that all of them have
    said = json.dumps(data, ensure_ascii=False)
    said = published(_CONTROL.sub(lambda found: found[1] or "\N{REPLACEMENT CHARACTER}", said))
    here = files(__package__)
    pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stubs do not know of files given by name
        {"main": here.joinpath(LAYOUT).read_bytes(), DATA: said.encode(), **sheets.files},
        format="pdf",
        font_paths=typefaces(),
        pdf_standards=STANDARDS,
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    return pdf


class _Sheets:
    """The document as the data that `page.typ` lays out: a string is words, anything else says what it is."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self.files: dict[str, bytes] = {}
        """Drawings by the name under which the data speaks of them."""
        self._anchors: dict[str, bool] = {}
        self._depth = 0

    def document(self, document: Document) -> Data:
        """The whole, and beside it every anchor that can be led to."""
        front, words, house = document.front, document.words, self.press.house
        return {
            "title": _short(document.title),
            "language": document.language,
            "description": _short(document.description),
            "house": {
                "name": house.name,
                "logo": self._picture(house.logo) if house.logo else None,
                "colour": house.colour,
                "second": house.second_colour,
                "body": house.fonts.body,
                "headings": house.fonts.headings,
            },
            "stamps": [stamp._asdict() for stamp in document.stamps],
            "words": words._asdict(),
            "front": {
                "about": _words(" · ".join(one for one in (front.kind, front.place) if one)),
                "title": _words(document.title),
                "period": _words(front.period),
                "status": self.inlines(front.status),
                "vision": self.inlines(front.vision),
                "for_whom": self.inlines(front.for_whom),
                "sections": [self.section(one) for one in front.sections],
                "aside": self.section(front.aside) if front.aside else None,
                "pages": front.pages,
            },
            "sections": [self.section(one) for one in document.sections],
            "colophon": self.section(document.colophon),
            "anchors": self._anchors,
        }

    def section(self, section: Section) -> Data:
        """A section with those inside it; one that holds a wide table lies on pages turned sideways."""
        if _length(section.title) > LONGEST_STRING:  # more than a heading can hold is printed below it
            blocks = (Paragraph(section.title), *section.blocks)
            section = section._replace(title=(Text(_short("".join(_said(section.title)))),), blocks=blocks)
        return {
            "anchor": self._anchor(section.anchor),
            "title": self.inlines(section.title),
            "number": section.number,
            "role": section.role,
            "listed": section.listed,
            "wide": any(isinstance(block, Table) and block.spread for block in section.blocks),
            "blocks": self.blocks(section.blocks),
            "sections": [self.section(one) for one in section.sections],
        }

    def _anchor(self, name: str) -> str:
        """An anchor as it can be led to; empty where it stands already."""
        if name in self._anchors:
            return ""
        self._anchors[name] = True
        return name

    # ---- inside a line -----------------------------------------------------------------------------------------

    def inlines(self, inlines: Inlines, room: int = LONG_WORD) -> list[str | Data]:
        """Inlines in their order; a word with more letters than there is room for may be broken anywhere."""
        return [piece for inline in inlines for piece in self._inline(inline, room)]

    def _inline(self, inline: Inline, room: int) -> Iterator[str | Data]:
        match inline:
            case Text(text):
                yield from _words(text, room)
            case Strong(inner):
                yield {"is": "strong", "in": self.inlines(inner, room)}
            case Emphasis(inner):
                yield {"is": "emphasis", "in": self.inlines(inner, room)}
            case Code(text):
                yield {"is": "code", "text": text}
            case Link(inner, target):
                said = self.inlines(inner, room)
                yield from [{"is": "link", "to": target, "in": said}] if len(target) < LONG_LINK else said
            case CrossReference(inner, anchor):
                yield {"is": "reference", "to": anchor, "in": self.inlines(inner, room)}
            case Break():
                yield {"is": "break"}
            case NoteMark(number, note, anchor):
                yield {"is": "mark", "number": str(number), "to": note, "anchor": self._anchor(anchor)}
            case Tag(text):
                yield {"is": "tag", "text": text}
            case InLanguage(inner, language):
                yield {"is": "language", "language": language, "in": self.inlines(inner, room)}
            case Hole(question):
                yield {"is": "hole", "in": _words(question, room)}
            case _:
                assert_never(inline)

    # ---- blocks ------------------------------------------------------------------------------------------------

    def blocks(self, blocks: Blocks) -> list[Data]:
        """Blocks in their order."""
        pieces = [piece for some in self._abreast(blocks) for piece in self._pieces(some)]
        for before, after in pairwise(pieces):
            if before["is"] == "paragraph":
                before["leads"] = after["is"] in LED and len(str(before["in"])) < LEADS
        return pieces

    def _pieces(self, some: Blocks) -> Iterator[Data]:
        """A block, or two that stand side by side."""
        if len(some) == 1:
            yield from self._block(some[0])
        else:
            yield {"is": "pair", "items": [self._half(block) for block in some]}

    def _abreast(self, blocks: Blocks) -> Iterator[Blocks]:
        """The blocks in their order, two of them together where there is room: two charts, two tables, a chart and its table."""
        waiting: Block | None = None
        for block in blocks:
            is_small = self._is_small(block)
            if waiting and is_small and not (isinstance(waiting, Table) and isinstance(block, Chart)):
                yield waiting, block
                waiting = None
                continue
            if waiting:
                yield (waiting,)
            waiting = block if is_small else None
            if not is_small:
                yield (block,)
        if waiting:
            yield (waiting,)

    def _is_small(self, block: Block) -> bool:
        """Whether half the width of a page is enough."""
        if isinstance(block, Chart):
            return _width_of(self.press.svg(block)) <= NARROW_CHART
        return isinstance(block, Table) and not block.spread and len(block.rows) <= SMALL_LINES and _fits_half(block)

    def _half(self, block: Block) -> Data:
        return self._table(block, half=True) if isinstance(block, Table) else next(self._block(block))

    def _block(self, block: Block) -> Iterator[Data]:
        match block:
            case Paragraph(inner, role):
                yield {"is": "paragraph", "role": role, "in": self.inlines(inner), "leads": False}
            case List(items, start):
                asked = [_is_asked(item) for item in items]
                yield from self._nested({"is": "list", "start": start, "asked": asked}, "items", items)
            case Quote(inner, by):
                whole = len(str(inner)) < TALL_QUOTE
                yield from self._nested({"is": "quote", "by": self.inlines(by), "whole": whole}, "items", (inner,))
            case Preformatted(text):
                yield {"is": "preformatted", "text": text}
            case Divider():
                yield {"is": "divider"}
            case Notes(items):
                yield {"is": "notes", "items": [self._note(*item) for item in items]}
            case Table():
                yield self._table(block)
            case Facts(items):
                if items:
                    yield {"is": "facts", "brief": _are_brief(items), "items": self._facts(items)}
            case Ladder(caption, rungs):
                steps = [{"by": _words(by, NARROW), "in": self.inlines(words)} for by, words in rungs]
                yield {"is": "ladder", "caption": _words(caption), "rungs": steps}
            case Cards(items):
                yield {"is": "cards", "items": [self._card(card) for card in items]}
            case Pictures(items):
                yield {"is": "pictures", "items": [self._picture(one) for one in items]}
            case Chart():
                yield self._chart(block)
            case Note(kind, title, inner):
                yield {"is": "note", "kind": kind, "title": _words(title), "blocks": self.blocks(inner)}
            case Gap(question, help):
                yield {"is": "gap", "question": _words(question), "help": _words(help)}
            case Room(label, lines):
                yield {"is": "room", "label": _words(label), "lines": lines}
            case _:
                assert_never(block)

    def _nested(self, block: Data, name: str, items: tuple[Blocks, ...]) -> Iterator[Data]:
        """A block that may hold its own kind; what is too deep stands beside it, because layout counts levels."""
        if self._depth == DEEPEST:
            for inner in items:
                yield from self.blocks(inner)
            return
        self._depth += 1
        yield block | {name: [self.blocks(inner) for inner in items]}
        self._depth -= 1

    def _note(self, anchor: str, mark: str, blocks: Blocks) -> Data:
        """A footnote, at its end the way back."""
        said = self.blocks(blocks)
        back: Data = {"is": "back", "to": mark}
        if said and said[-1]["is"] == "paragraph":
            said[-1]["in"] += [" ", back]
        else:
            said.append({"is": "paragraph", "role": "text", "in": [back], "leads": False})
        return {"anchor": self._anchor(anchor), "blocks": said}

    def _facts(self, items: tuple[tuple[Inlines, Blocks], ...]) -> list[Data]:
        said: dict[Inlines, list[Data]] = {}
        for term, blocks in items:  # a term that comes again has one entry with several answers
            said.setdefault(term, []).extend(self.blocks(blocks))
        return [{"term": self.inlines(term, NARROW), "blocks": blocks} for term, blocks in said.items()]

    def _card(self, card: Card) -> Data:
        lines = [self.inlines(line) for line in card.lines]
        return {
            "number": card.number,
            "title": self.inlines(card.title),
            "to": card.anchor,
            "lines": lines,
            "breakable": sum(map(_length, (card.title, *card.lines))) > TALL_CELL,
        }

    # ---- drawings ----------------------------------------------------------------------------------------------

    def _file(self, data: bytes, kind: str) -> str:
        name = f"drawing-{len(self.files) + 1}.{kind}"
        self.files[name] = data
        return name

    def _picture(self, picture: Picture) -> Data:
        return {
            "file": self._file(picture.data, picture.kind),
            "alt": _short(picture.alt),
            "width": picture.width,
            "height": picture.height,
        }

    def _chart(self, chart: Chart) -> Data:
        svg = self.press.svg(chart)
        return {
            "is": "chart",
            "file": self._file(svg.encode(), "svg"),
            "width": _width_of(svg),
            "title": _words(chart.title),
            "says": _short(chart.says),
            "remarks": [self.inlines(remark) for remark in chart.remarks],
        }

    # ---- tables ------------------------------------------------------------------------------------------------

    def _table(self, table: Table, *, half: bool = False) -> Data:
        widths, span = _widths(table, half=half)
        rooms = [max(NARROWEST, int(width) - PADDING) for width in widths]
        numeric = [
            bool(table.rows) and all(len(row) > at and row[at].numeric for row in table.rows)
            for at in range(len(widths))
        ]
        heads = [*table.head, *[()] * (len(widths) - len(table.head))]
        return {
            "is": "table",
            "caption": _words(table.caption),
            "spread": table.spread,
            "figures": table.form == "figures",
            "bold": not table.plain and _is_brief(table),
            "widths": widths,
            "span": span,
            "numeric": numeric,
            "repeats": not any(_leads_away(head) for head in table.head),
            "head": [self.inlines(head, room) for head, room in zip(heads, rooms, strict=True)],
            "rows": [self._row(row, rooms) for row in table.rows],
            "foot": [self._row(row, rooms) for row in table.foot],
        }

    def _row(self, row: tuple[Cell, ...], rooms: list[int]) -> list[Data]:
        """A row's cells, as many as there are columns; one that is tall lets all be broken by the end of a page."""
        cells = (*row, *[Cell(())] * (len(rooms) - len(row)))
        breakable = any(sum(map(_length, cell.lines)) > TALL_CELL for cell in cells)
        return [
            {
                "lines": [self.inlines(line, room) for line in cell.lines if line],
                "numeric": cell.numeric,
                "equal": cell.equal,
                "breakable": breakable,
            }
            for cell, room in zip(cells, rooms, strict=True)
        ]


# ---- what stands side by side --------------------------------------------------------------------------------------


_CONTROL = re.compile(r"(\\\\)|\\(?:u00[01][0-9a-f]|[bf])")
"""A control character as JSON has it; two backslashes are one that stands for itself."""
_SIZE = re.compile(r'^<svg [^>]*?\bwidth="([0-9.]+)"')


def _width_of(svg: str) -> float:
    """How wide a drawing is, in CSS pixels."""
    size = _SIZE.search(svg)
    return float(size[1]) if size else UNSIZED


def _fits_half(table: Table) -> bool:
    """Whether no word is broken in half the width, and few lines come of it."""
    widths, _ = _widths(table, half=True)
    if sum(_needs(table, at).least + PADDING for at in range(_columns(table))) > HALF_ROOM:
        return False
    lines = (
        max(
            (sum(ceil(_length(line) / width) for line in cell.lines) for cell, width in zip(row, widths, strict=False)),
            default=1,
        )
        for row in table.rows
    )
    return sum(lines) <= SMALL_LINES


# ---- words, and how much room they want ----------------------------------------------------------------------------


def _words(text: str, room: int = LONG_WORD) -> list[str | Data]:
    """Words, each that is too long for its place marked as one that may be broken anywhere."""
    if max(map(len, text.split()), default=0) <= room:
        return [text] if text else []
    pieces = re.split(rf"(\S{{{room + 1},}})", text)
    return [{"is": "long", "text": piece} if at % 2 else piece for at, piece in enumerate(pieces) if piece]


def _short(text: str) -> str:
    """A text where a file has room for so many letters."""
    return text if len(text) <= LONGEST_STRING else f"{text[: LONGEST_STRING - 1]}…"


def _said(inlines: Inlines) -> Iterator[str]:
    """The words in inlines, for counting letters."""
    for inline in inlines:
        match inline:
            case Text(text) | Code(text) | Tag(text):
                yield text
            case Hole(question):
                yield f"{SAYS_MISSING} {question}"
            case Strong(inner) | Emphasis(inner) | Link(inner) | CrossReference(inner) | InLanguage(inner):
                yield from _said(inner)
            case Break() | NoteMark():
                yield " "
            case _:
                assert_never(inline)


def _leads_away(inlines: Inlines) -> bool:
    """Whether inlines hold a link: a repeated heading, which is told once to those who do not see it, may hold none."""
    return any(
        isinstance(inline, (Link, CrossReference, NoteMark))
        or (isinstance(inline, (Strong, Emphasis, InLanguage)) and _leads_away(inline.inlines))
        for inline in inlines
    )


def _length(inlines: Inlines) -> int:
    return sum(map(len, _said(inlines)))


def _is_asked(item: Blocks) -> bool:
    """Whether something is asked with room for its answer, which is to stand below it on the same page."""
    said = sum(_length(block.inlines) for block in item if isinstance(block, Paragraph))
    return any(isinstance(block, Room) for block in item) and said < TALL_QUOTE


def _are_brief(items: tuple[tuple[Inlines, Blocks], ...]) -> bool:
    """Whether several terms and what is said of each are so short that they can stand in two columns."""
    return len(items) >= FEWEST_BRIEF and all(
        _length(term) <= BRIEF_TERM
        and len(blocks) == 1
        and isinstance(blocks[0], Paragraph)
        and _length(blocks[0].inlines) <= BRIEF
        for term, blocks in items
    )


def _is_brief(table: Table) -> bool:
    """Whether the rows' headings are names rather than sentences."""
    lengths = [_length(row[0].lines[0]) for row in table.rows if row and row[0].lines]
    return sum(lengths) <= BRIEF * len(lengths)


def _columns(table: Table) -> int:
    return max([len(table.head), *(len(row) for row in (*table.rows, *table.foot))])


def _widths(table: Table, *, half: bool = False) -> tuple[list[float], float]:
    """How many letters wide each column is, and how much of the page's width all of them want.

    Each column has its longest word and its figures whole, then room by how much stands in it.
    """
    columns = _columns(table)
    room = (WIDE_ROOM if table.spread else HALF_ROOM if half else ROOM) - PADDING * columns
    needs = [_needs(table, at) for at in range(columns)]
    most = sum(need.most for need in needs)
    span = 1.0 if table.spread or half else min(1.0, max(SMALLEST_SPAN, AIR * most / room))
    return [round(width + PADDING, 2) for width in _shared(room * span, needs)], round(span, 3)


class _Need(NamedTuple):
    """A column's room in letters: its least, its most, and its weight beside the others."""

    least: int
    most: int
    weight: float


def _needs(table: Table, at: int) -> _Need:
    cells = [row[at] for row in (*table.rows, *table.foot) if at < len(row)]
    head = "".join(_said(table.head[at])) if at < len(table.head) else ""
    said = [["".join(_said(line)) for line in cell.lines] for cell in cells]
    words = [word for line in (head, *chain.from_iterable(said)) for word in line.split()]
    whole = [lines[0] for lines in said if lines and len(lines[0]) <= BRIEFEST]
    least = max(NARROWEST, *(min(len(one), WIDEST_WORD) for one in ("", *words, *whole)))
    if cells and all(cell.numeric for cell in cells):  # what is remarked on a figure stands below it, on short lines
        said = [lines[:1] for lines in said]
    most = max(least, ceil(len(head) / 2), *(len(line) for line in ("", *chain.from_iterable(said))))
    lengths = [sum(map(len, lines)) for lines in said] or [0]
    return _Need(least, most, (max(lengths) * sum(lengths) / len(lengths)) ** 0.5)


def _shared(room: float, needs: list[_Need]) -> list[float]:
    """The room shared among columns: each gets its least, none more than its most while another wants some."""
    widths = [float(need.least) for need in needs]
    spare = room - sum(widths)
    if spare <= 0:
        return [room * width / sum(widths) for width in widths]
    waiting = {at for at, need in enumerate(needs) if need.most > need.least and need.weight}
    while waiting and spare > 0:
        share = spare / sum(needs[at].weight for at in waiting)
        full = {at for at in waiting if widths[at] + needs[at].weight * share >= needs[at].most}
        for at in full or waiting:
            gain = needs[at].most - widths[at] if full else needs[at].weight * share
            widths[at] += gain
            spare -= gain
        waiting = waiting - full if full else set()
    return [width + max(spare, 0) * width / sum(widths) for width in widths]
