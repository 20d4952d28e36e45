"""The words of a document, and those that a reader finds in the file made of it: to be compared, whatever the format.

Words are what is said, not how it is set: furniture that a format adds is left out (contents, running heads, page numbers,
headings repeated for narrow screens, captions that nobody sees because a heading just above says the same), and so are
stops, colons, brackets and dashes between the parts of a block. What stands for a drawing or a picture counts as words.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from itertools import pairwise, zip_longest
from typing import Any, Final, assert_never
from xml.etree import ElementTree as ET

import pikepdf
from markdown_it import MarkdownIt

from soa.document.blocks import (
    Block,
    Break,
    Cards,
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

APART = " "
_HYPHENS = re.compile("[-\xad\u2010\u2011]")
"""Where a word goes on, or was broken at the end of a line."""
_WORD = re.compile(r"\w+|[^\w\s.,:;·—–()\[\]↩•]")
"""A word, or a sign that is not between words."""


def as_words(text: str) -> list[str]:
    """A text as a sequence of words."""
    return _WORD.findall(unicodedata.normalize("NFC", _HYPHENS.sub("", text)))


# ---- the document ----------------------------------------------------------------------------------------------


def of_document(document: Document) -> list[str]:
    """Every word that a writer is given, in order."""
    front = document.front
    aside = (front.aside,) if front.aside else ()
    said = [
        *(part for stamp in document.stamps for part in (stamp.word, stamp.says)),
        front.kind,
        front.place,
        document.title,
        front.period,
        *(_inlines(part, document) for part in (front.status, front.vision, front.for_whom)),
        *(_section(part, document) for part in (*front.sections, *aside, *document.sections, document.colophon)),
    ]
    return as_words(APART.join(said))


def _section(section: Section, document: Document) -> str:
    inner = (_section(one, document) for one in section.sections)
    return APART.join((section.number, _inlines(section.title, document), _blocks(section.blocks, document), *inner))


def _blocks(blocks: Iterable[Block], document: Document) -> str:
    return APART.join(APART.join(_block(block, document)) for block in blocks)


def _block(block: Block, document: Document) -> Iterator[str]:
    def line(inlines: Inlines) -> str:
        return _inlines(inlines, document)

    match block:
        case Paragraph(inner):
            yield line(inner)
        case List(items):
            yield from (_blocks(item, document) for item in items)
        case Quote(inner, by):
            yield from (_blocks(inner, document), line(by))
        case Preformatted(text):
            yield text
        case Divider():
            pass
        case Notes(items):
            yield from (_blocks(inner, document) for _, _, inner in items)
        case Table():
            yield block.caption if block.titled else ""
            yield from (line(head) for head in block.head)
            yield from (line(one) for row in (*block.rows, *block.foot) for cell in row for one in cell.lines)
        case Facts(items):
            said: dict[Inlines, list[str]] = {}
            for term, inner in items:  # a term that comes again is said once
                said.setdefault(term, [line(term)]).append(_blocks(inner, document))
            yield from (one for answers in said.values() for one in answers)
        case Ladder(caption, rungs):
            yield caption
            yield from (part for by, words in rungs for part in (by, line(words)))
        case Cards(items):
            yield from (line(one) for card in items for one in (card.title, *card.lines))
        case Pictures(items):
            yield from (one.alt for one in items)
        case Chart(title, says, _, remarks):
            yield from (title, says, *(line(one) for one in remarks))
        case Note(_, title, inner):
            yield from (title, _blocks(inner, document))
        case Gap(question, help):
            yield from (document.words.missing, question, help)
        case Room(label):
            yield label
        case _:
            assert_never(block)


def _inlines(inlines: Inlines, document: Document) -> str:
    return "".join(_inline(inline, document) for inline in inlines)


def _inline(inline: Inline, document: Document) -> str:
    match inline:
        case Text(text) | Code(text) | Tag(text):
            return text
        case Strong(inner) | Emphasis(inner) | Link(inner) | CrossReference(inner) | InLanguage(inner):
            return _inlines(inner, document)
        case Break():
            return APART
        case NoteMark(number):
            return f" {number} "
        case Hole(question):
            return f"{document.words.missing} {question}"
        case _:
            assert_never(inline)


# ---- HTML ------------------------------------------------------------------------------------------------------

_RUNS_ON: Final = frozenset(("a", "b", "strong", "em", "i", "code", "mark", "wbr"))
"""Elements that do not part words; nor does a span without a class that sets it apart."""
_SPANS_THAT_PART: Final = frozenset(("remark", "line", "by", "number"))
_UNREAD: Final = frozenset(("style", "script", "nav", "head"))
_VOID: Final = frozenset(("br", "hr", "img", "meta", "link", "wbr", "input"))


class _Page(HTMLParser):
    """What is read of a page, by the eye or aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden: list[bool] = []
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        kinds = frozenset(has.get("class", "").split())
        if tag == "table":
            self._titled = "titled" in kinds
        hidden = any(self._hidden)
        if not hidden and tag in {"img", "svg"}:
            self.said.append(f" {has.get('alt', has.get('aria-label', ''))} ")
        if tag not in _RUNS_ON and not (tag == "span" and not kinds & _SPANS_THAT_PART):
            self.said.append(APART)
        if tag not in _VOID:
            aside = has.get("aria-hidden") == "true" or has.get("role") == "doc-backlink" or "skip" in kinds
            unseen = tag == "caption" and not self._titled
            self._hidden.append(tag in _UNREAD or tag == "svg" or aside or unseen)
            self._tags = [*getattr(self, "_tags", []), tag]

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self._tags.pop() == tag
        self._hidden.pop()
        if tag not in _RUNS_ON and tag != "span":
            self.said.append(APART)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not any(self._hidden):
            self.said.append(data)


def of_html(file: bytes, _: Document) -> list[str]:
    """Text, and what stands for drawings and pictures."""
    page = _Page()
    page.feed(file.decode())
    page.close()
    return as_words("".join(page.said))


# ---- Markdown --------------------------------------------------------------------------------------------------


def markdown(text: str) -> list[Any]:
    """Markdown as a reader of CommonMark with tables takes it: the tokens, deeper ones beside their parents."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 1000}).enable("table")
    return parser.parse(text)


def of_markdown(file: bytes, document: Document) -> list[str]:
    """The text of every token, the contents left out."""
    said: list[str] = []
    in_contents = False
    for before, token in pairwise(markdown(file.decode())):
        words = "".join(_of_token(one) for one in token.children or [])
        if token.type == "inline" and before.type == "heading_open" and before.tag in {"h1", "h2"}:
            in_contents = as_words(words) == as_words(document.words.contents)
        if not in_contents:
            said.append(words if token.type == "inline" else token.content)
    return as_words(APART.join(said))


def _of_token(token: Any) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return APART
    assert token.type not in {"image", "html_inline", "html_block"}
    return str(token.content)


# ---- PDF -------------------------------------------------------------------------------------------------------

_PART_NOTHING: Final = frozenset(("/Span", "/Strong", "/Em", "/Link", "/Code", "/Quote", "/Reference", "/Annot"))
"""Structure elements inside a line."""
_CODE: Final = re.compile(r"<([0-9A-Fa-f]+)>")
_TABLES: Final = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def of_pdf(file: bytes, document: Document) -> list[str]:
    """The text and the alternatives of the tagged elements, in the order of the tags: what a screen reader says."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        pages = {page.objgen: _marked(page) for page in pdf.pages}
        said: list[str] = []
        _tagged(pdf.Root.StructTreeRoot.K, None, pages, _Furniture(document), said)
        return as_words("".join(said))


class _Furniture:
    """Words that a file may add, known by what the document says."""

    def __init__(self, document: Document) -> None:
        tables = list(_tables(document))
        titled = {one.caption for one in tables if one.titled}
        self.captions = {tuple(as_words(one.caption)) for one in tables if one.caption not in titled}
        self.contents, self.back = (
            tuple(as_words(one)) for one in (document.words.contents, document.words.back_to_text)
        )

    def is_one(self, role: str, above: str, beside: list[str], words: str) -> bool:
        """Whether an element is a heading of the contents, a way back, a caption that says nothing new, a card's number."""
        said = tuple(as_words(words))
        return (
            (role == "/Caption" and "/Figure" not in beside and said in self.captions)
            or (role == "/Link" and said == self.back)
            or (role == "/H1" and said == self.contents)
            or (role == "/Span" and above == "/Div" and words.isdigit())
        )


def _tables(part: Any) -> Iterator[Table]:
    if isinstance(part, Table):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _tables(one)


def _tagged(element: Any, page: Any, pages: dict[Any, dict[int, str]], furniture: _Furniture, said: list[str]) -> None:
    if isinstance(element, int):
        said.append(pages[page].get(element, ""))
    elif isinstance(element, pikepdf.Array):
        for one in element:
            _tagged(one, page, pages, furniture, said)
    elif "/MCID" in element:
        said.append(pages[element.Pg.objgen if "/Pg" in element else page].get(int(element.MCID), ""))
    elif "/S" in element:
        role = str(element.S)
        page = element.Pg.objgen if "/Pg" in element else page
        above = str(element.P.get("/S", ""))
        if role == "/TOC" or (role == "/Lbl" and above == "/LI"):
            return
        inner: list[str] = []
        if "/Alt" in element and role == "/Figure":
            inner.append(str(element.Alt))
        elif "/K" in element:
            _tagged(element.K, page, pages, furniture, inner)
        words = "".join(inner)
        beside = [str(one.get("/S", "")) for one in _kids(element.P)]
        if not furniture.is_one(role, above, beside, words):
            said.append(words if role in _PART_NOTHING and not _is_mark(role, words) else f" {words} ")


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [one for one in every if isinstance(one, pikepdf.Dictionary)]


def _is_mark(role: str, words: str) -> bool:
    """Whether a link is the mark of a footnote."""
    return role == "/Link" and words.isdigit()


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page's content; artifacts such as running heads have no number."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    said: dict[int, str] = {}
    open_marks: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        match str(operator):
            case "BDC":
                known = operands[1] if "/MCID" in operands[1] else {}
                open_marks.append(int(known["/MCID"]) if known else None)
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case _:
                mark = next((one for one in reversed(open_marks) if one is not None), None)
                strings = operands[0] if str(operator) == "TJ" else [operands[0]]
                codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
                if mark is not None:
                    text = "".join(
                        letters.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2)
                    )
                    said[mark] = said.get(mark, "") + text
    return said


def _letters(font: Any) -> dict[int, str]:
    """What each glyph of a font stands for."""
    known: dict[int, str] = {}
    for kind, lines in _TABLES.findall(font.ToUnicode.read_bytes().decode("latin-1")):
        codes = iter(_CODE.findall(lines))
        for first in codes:
            if kind == "bfchar":
                known[int(first, 16)] = bytes.fromhex(next(codes)).decode("utf-16-be")
            else:
                start, last, letter = (int(one, 16) for one in (first, next(codes), next(codes)))
                known.update((code, chr(letter + code - start)) for code in range(start, last + 1))
    return known


# ---- Word ------------------------------------------------------------------------------------------------------

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def of_word(file: bytes, document: Document) -> list[str]:
    """The text of the document's main part in order, with the alternatives of its drawings."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    furniture = _Furniture(document)
    said: list[str] = []
    _written(root, furniture, said)
    return as_words("".join(said))


def _written(element: ET.Element, furniture: _Furniture, said: list[str]) -> None:
    match element.tag.removeprefix(_W):
        case "t" | "delText":
            said.append(element.text or "")
        case "tab" | "br" | "cr":
            said.append(APART)
        case "noBreakHyphen":
            said.append("-")
        case "p" | "tc":
            said.append(APART)
            _written_within(element, furniture, said)
            said.append(APART)
        case "sdt" if element.find(f".//{_W}docPartGallery") is not None:
            pass  # the contents
        case "r" if element.find(f"./{_W}rPr/{_W}rStyle[@{_W}val='CardNumber']") is not None:
            pass
        case "r" if element.find(f"./{_W}rPr/{_W}rStyle[@{_W}val='FootnoteReference']") is not None:
            said.append(APART)
            _written_within(element, furniture, said)
            said.append(APART)
        case _ if element.tag == _ALT:
            said.append(f" {element.get('descr', '')} ")
        case _:
            _written_within(element, furniture, said)


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"./{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _written_within(element: ET.Element, furniture: _Furniture, said: list[str]) -> None:
    for one, after in zip_longest(element, element[1:]):
        of_table = after is not None and after.tag == f"{_W}tbl" and _style(one) == "Caption"
        if not (of_table and tuple(as_words("".join(one.itertext()))) in furniture.captions):
            _written(one, furniture, said)


READERS: Final[dict[str, Callable[[bytes, Document], list[str]]]] = {
    "html": of_html,
    "md": of_markdown,
    "pdf": of_pdf,
    "docx": of_word,
}
"""What reads the words of a file back, by its ending."""
