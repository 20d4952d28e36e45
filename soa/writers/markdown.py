"""A document as Markdown: CommonMark with tables, its links within the file those that GitHub makes of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple, assert_never
from unicodedata import category
from urllib.parse import quote

from soa.document.blocks import (
    FEWEST_LISTED,
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
from soa.writers.press import Press

LOWEST_HEADING = 6
BETWEEN = " · "
"""Stands between the lines of a cell."""
_LONGEST_NUMBER = 999_999_999
"""A list's number may have nine figures."""

_MARKUP = re.compile(r"[\\`*_\[\]<|~#$]|&(?=[#\w]|$)")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_LINE_START = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=>|[-+](?:\s|$)|[-=:][-=:\s]*$))")
"""Where a line would otherwise begin a list or a quotation, or make a heading or a table of the line before."""
_RUNS = re.compile("`+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SAFE = "/:?#@!$&'*+,;=~%"
"""What may stand in a link's address as it is, besides letters and figures."""

# Marks of strong and stressed words while a line is put together: no document holds these, which stand for no character.
# The bracket that opens a link is another such mark, because an exclamation mark before it would make a picture of the link.
_STRONG, _NOT_STRONG, _STRESSED, _NOT_STRESSED, _LINK = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
_OPENS = {_STRONG: "**", _STRESSED: "_"}
_CLOSES = {_NOT_STRONG: _STRONG, _NOT_STRESSED: _STRESSED}
_MARKS = frozenset((*_OPENS, *_CLOSES))
_AFTER_OPENING = re.compile(f"([{_STRONG}{_STRESSED}])(\\s+)")
_BEFORE_CLOSING = re.compile(f"(?<!\\s)(\\s+)([{_NOT_STRONG}{_NOT_STRESSED}])")
_EMPTY = re.compile(f"{_STRONG}{_NOT_STRONG}|{_STRESSED}{_NOT_STRESSED}")


def write(document: Document, press: Press) -> bytes:  # noqa: ARG001 - every writer is called alike
    """Write a document as Markdown, in UTF-8; the same document gives the same bytes."""
    parts = [part for part in _Writer(document).whole() if part]
    return ("\n\n".join(parts) + "\n").encode()


def slug(heading: str) -> str:
    """What GitHub calls a heading in a link: small letters, figures, hyphens."""
    kept = (one for one in heading.lower() if one in "- " or category(one) in {"Nd", "Pc"} or category(one)[0] in "LM")
    return "".join(kept).replace(" ", "-")


class _At(NamedTuple):
    """Where inlines stand: in a cell, in a link, and after which letter."""

    in_cell: bool = False
    in_link: bool = False
    after: str = ""


class _Writer:
    """Writes blocks, each a text of several lines, with the words of the document's language."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.slugs: dict[str, str] = {}
        self._taken: dict[str, int] = {}
        self._name_headings()

    # ---- the whole ---------------------------------------------------------------------------------------------

    def whole(self) -> Iterator[str]:
        """The document from its stamps to its last page."""
        document, front = self.document, self.document.front
        for stamp in document.stamps:
            yield _quoted(self._line((Strong((Text(stamp.word),)), Text(f" {stamp.says}"))))
        yield self._line((Text(BETWEEN.join(filter(None, (front.kind, front.place)))),))
        yield f"# {self._one_line((Text(document.title),))}"
        yield self._line((Text(front.period),))
        yield self._line(front.status)
        yield self._line((Strong(front.vision),))
        yield self._line(front.for_whom)
        yield from self._sections(self._first())
        if self._has_contents():
            yield f"## {self._one_line((Text(self.words.contents),))}"
            yield self._contents(document.sections)
        yield from self._sections((*document.sections, document.colophon))

    def _first(self) -> tuple[Section, ...]:
        aside = self.document.front.aside
        return (*self.document.front.sections, *((aside,) if aside else ()))

    def _sections(self, sections: Iterable[Section], level: int = 2) -> Iterator[str]:
        for section in sections:
            yield f"{'#' * min(level, LOWEST_HEADING)} {self._one_line(_titled(section))}"
            yield self._blocks(section.blocks)
            yield from self._sections(section.sections, level + 1)

    def _has_contents(self) -> bool:
        return sum(section.listed for section in self.document.sections) >= FEWEST_LISTED

    def _contents(self, sections: Iterable[Section]) -> str:
        """The listed sections, and the listed ones inside them."""
        return "\n".join(
            f"{indent}- {self._line((*_number(one), CrossReference(one.title, one.anchor)))}"
            for section in sections
            if section.listed
            for indent, one in (("", section), *(("  ", inner) for inner in section.sections if inner.listed))
        )

    # ---- ways within the file ----------------------------------------------------------------------------------

    def _name_headings(self) -> None:
        """Give each heading its name in links, in the order of the file: one that comes again is counted."""
        self._name((Text(self.document.title),), "")
        self._name_all(self._first())
        if self._has_contents():
            self._name((Text(self.words.contents),), "")
        self._name_all((*self.document.sections, self.document.colophon))

    def _name_all(self, sections: Iterable[Section]) -> None:
        for section in sections:
            self._name(_titled(section), section.anchor)
            self._name_all(section.sections)

    def _name(self, title: Inlines, anchor: str) -> None:
        plain = slug(_SPACE.sub(" ", self._said(title)).strip())
        name = plain
        while name in self._taken:
            self._taken[plain] += 1
            name = f"{plain}-{self._taken[plain]}"
        self._taken[name] = 0
        if plain and anchor:
            self.slugs[anchor] = name

    def _said(self, inlines: Inlines) -> str:
        """What a reader reads of inlines, without markup."""
        said = []
        for inline in inlines:
            match inline:
                case Text(text) | Code(text) | Tag(text):
                    said.append(text)
                case Strong(inner) | Emphasis(inner) | Link(inner) | CrossReference(inner) | InLanguage(inner):
                    said.append(self._said(inner))
                case Break():
                    said.append(" ")
                case NoteMark(number):
                    said.append(f"[{number}]")
                case Hole(question):
                    said.append(f"{self.words.missing}: {question}")
                case _:
                    assert_never(inline)
        return "".join(said)

    # ---- inside a line -----------------------------------------------------------------------------------------

    def _line(self, inlines: Inlines) -> str:
        """Running text: a line, or several where there are breaks."""
        lines = [line.strip() for line in _resolved(self._inlines(inlines, _At())).strip().split("\n")]
        return "\\\n".join(_LINE_START.sub(r"\1\\", line) for line in lines)

    def _one_line(self, inlines: Inlines, *, in_cell: bool = False) -> str:
        """The same where there is room for one line alone."""
        return _SPACE.sub(" ", _resolved(self._inlines(inlines, _At(in_cell)))).strip()

    def _inlines(self, inlines: Inlines, at: _At) -> str:
        said = ""
        for inline in inlines:
            before = said.rstrip("".join(_MARKS))[-1:] or at.after
            said += self._inline(inline, at._replace(after=before))
        return said

    def _inline(self, inline: Inline, at: _At) -> str:
        match inline:
            case Text(text):
                return _escaped(text)
            case Strong(inner):
                return _STRONG + self._inlines(inner, at) + _NOT_STRONG
            case Emphasis(inner):
                return _STRESSED + self._inlines(inner, at) + _NOT_STRESSED
            case Code(text):
                return _escaped(text) if at.after == "`" else _code(text, in_cell=at.in_cell)
            case Link(inner, target):
                return self._link(inner, _target(target), at)
            case CrossReference(inner, anchor):
                way = self.slugs.get(anchor)
                return self._link(inner, f"#{way}" if way else "", at)
            case Break():
                return "\n"
            case NoteMark(number):
                return f"\\[{number}\\]"
            case Tag(text):
                return _STRESSED + _escaped(text) + _NOT_STRESSED
            case InLanguage(inner):
                return self._inlines(inner, at)
            case Hole(question):
                return f"{_STRONG}{_escaped(self.words.missing)}:{_NOT_STRONG} {_escaped(question)}"
            case _:
                assert_never(inline)

    def _link(self, inner: Inlines, target: str, at: _At) -> str:
        """Words that lead somewhere; a link inside another is words alone."""
        if at.in_link or not target or not self._said(inner).strip():
            return self._inlines(inner, at)
        said = _resolved(self._inlines(inner, _At(at.in_cell, in_link=True)))
        words = said.strip()
        return said.replace(words, f"{_LINK}{words}]({target})", 1)  # the spaces around the words stay outside

    # ---- blocks ------------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Blocks) -> str:
        """Blocks in their order; of lists that follow one another each has its own mark, so that they stay apart."""
        said = []
        other = False
        before: Block | None = None
        for block in blocks:
            kind = _kind_of_list(block)
            turn = kind != "none" and kind == _kind_of_list(before) and not other
            text = self._block(block, other=turn)
            if text:
                said.append(text)
                before, other = block, turn
        return "\n\n".join(said)

    def _block(self, block: Block, *, other: bool) -> str:
        match block:
            case Paragraph(inner, role):
                return self._line((Strong(inner),) if role == "statement" else inner)
            case List(items, start):
                return _listed([self._blocks(item) for item in items], start, other=other)
            case Quote(inner, by):
                return _quoted(_paragraphs(self._blocks(inner), f"— {self._one_line(by)}" if by else ""))
            case Preformatted(text):
                return _fenced(text)
            case Divider():
                return "***"
            case Notes(items):
                return _listed([self._blocks(inner) for _, _, inner in items], 1, other=other)
            case Table():
                return self._table(block)
            case Facts(items):
                return self._facts(items, other=other)
            case Ladder(caption, rungs):
                steps = [self._line((Strong((Text(by),)), Text(": "), *words)) for by, words in rungs]
                return _paragraphs(self._strong(caption), _listed(steps, None, other=other))
            case Cards(items):
                return _listed([self._card(*one) for one in items], 1, other=other)
            case Pictures(items):
                return _listed([self._line((Text(one.alt),)) for one in items], None, other=other)
            case Chart(title, says, _, remarks):
                shown = (self._line((Text(says),)), *(self._line(one) for one in remarks))
                return _paragraphs(self._strong(title), *shown)
            case Note(_, title, inner):
                return _quoted(_paragraphs(self._strong(title), self._blocks(inner)))
            case Gap(question, help):
                return _quoted(self._line((Hole(question), Text(f" {help}"))))
            case Room(label, lines):
                return _quoted(f"{self._strong(f'{label}:')}{chr(10) * lines}")
            case _:
                assert_never(block)

    def _strong(self, text: str) -> str:
        return self._line((Strong((Text(text),)),))

    def _facts(self, items: tuple[tuple[Inlines, Blocks], ...], *, other: bool) -> str:
        """Terms with what is said of each; a term that comes again has one entry with several answers."""
        said: dict[Inlines, list[Block]] = {}
        for term, blocks in items:
            said.setdefault(term, []).extend(blocks)
        return _listed([self._fact(term, tuple(blocks)) for term, blocks in said.items()], None, other=other)

    def _fact(self, term: Inlines, blocks: Blocks) -> str:
        match blocks:
            case (Paragraph(inner), *rest):
                return _paragraphs(self._line((Strong(term), Text(": "), *inner)), self._blocks(tuple(rest)))
            case _:
                return _paragraphs(self._line((Strong(term),)), self._blocks(blocks))

    def _card(self, _: str, title: Inlines, anchor: str, lines: tuple[Inlines, ...]) -> str:
        named = self._line((Strong((CrossReference(title, anchor),)),))
        return "\\\n".join(filter(None, (named, *(self._line(line) for line in lines))))

    # ---- tables ------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> str:
        heads = [self._one_line(head, in_cell=True) for head in table.head]
        body = [[self._cell(cell) for cell in row] for row in table.rows]
        foot = [[self._cell(cell, strong=True) for cell in row] for row in table.foot]
        width = max(map(len, (heads, *body, *foot)))
        right = [
            bool(table.rows) and all(len(row) > at and row[at].numeric for row in table.rows) for at in range(width)
        ]
        under = ["---:" if numeric else "---" for numeric in right]
        caption = self._strong(table.caption) if table.titled else ""
        rows = [_row(row, width) for row in (heads, under, *body, *foot)]
        return _paragraphs(caption, "\n".join(rows) if width else "")

    def _cell(self, cell: Cell, *, strong: bool = False) -> str:
        lines = ((Strong(line),) if strong else line for line in cell.lines)
        return BETWEEN.join(filter(None, (self._one_line(line, in_cell=True) for line in lines)))


def _kind_of_list(block: Block | None) -> Literal["numbers", "bullets", "none"]:
    """As what kind of list a block is written, if it is."""
    match block:
        case Notes() | Cards():
            return "numbers"
        case List(_, start):
            return "bullets" if start is None else "numbers"
        case Facts() | Ladder() | Pictures():
            return "bullets"
        case _:
            return "none"


def _titled(section: Section) -> Inlines:
    return (*_number(section), *section.title)


def _number(section: Section) -> Inlines:
    return (Text(f"{section.number} "),) if section.number else ()


# ---- text ------------------------------------------------------------------------------------------------------


def _escaped(text: str) -> str:
    """Words, nothing in them markup."""
    return _MARKUP.sub(r"\\\g<0>", _SPACE.sub(" ", text))


def _code(text: str, *, in_cell: bool) -> str:
    """Words between more backticks than stand together in them."""
    text = _SPACE.sub(" ", text)
    if not text.strip():
        return text
    runs = set(map(len, _RUNS.findall(text)))
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return fence + pad + (text.replace("|", "\\|") if in_cell else text) + pad + fence


def _target(target: str) -> str:
    """A link's address in which nothing can end the link."""
    return _ENTITY.sub(r"\\&", quote(target, safe=_SAFE))


def _resolved(line: str) -> str:
    """The line with its marks as Markdown's, where Markdown would read them as marks: at the edges of words."""
    before = ""
    while line != before:
        before = line
        line = _BEFORE_CLOSING.sub(r"\2\1", _AFTER_OPENING.sub(r"\2\1", _EMPTY.sub("", line)))
    signs: dict[int, str] = {}
    opened: list[tuple[str, int]] = []
    for at, one in enumerate(line):
        if one in _OPENS:
            opened.append((one, at))
        elif one in _CLOSES:
            mark, start = opened.pop()
            inside = any(
                mark == outer for outer, outer_start in opened if outer_start in signs or _can_open(line, outer_start)
            )
            if not inside and _can_open(line, start) and _can_close(line, at):
                signs[start] = signs[at] = _OPENS[mark]
    line = "".join(signs.get(at, "") if one in _MARKS else one for at, one in enumerate(line))
    return line.replace(f"!{_LINK}", f"\\!{_LINK}").replace(_LINK, "[")


def _can_open(line: str, at: int) -> bool:
    """Whether a mark stands at the beginning of a word, and not where another ends."""
    while at and line[at - 1] in _OPENS:
        at -= 1
    return not at or (line[at - 1] not in _MARKS and _is_edge(line[at - 1]))


def _can_close(line: str, at: int) -> bool:
    """Whether a mark stands at the end of a word: one that opens right after it will not be written."""
    while at + 1 < len(line) and line[at + 1] in _MARKS:
        at += 1
    return at + 1 == len(line) or _is_edge(line[at + 1])


def _is_edge(letter: str) -> bool:
    return letter.isspace() or letter == _LINK or category(letter)[0] == "P"


# ---- lines -----------------------------------------------------------------------------------------------------


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


def _indented(text: str, first: str, others: str) -> str:
    """Lines behind a mark: the first behind its own."""
    lines = [f"{others}{line}".rstrip() if line or others.strip() else "" for line in text.split("\n")]
    return "\n".join((f"{first}{text.split(chr(10), 1)[0]}".rstrip(), *lines[1:]))


def _quoted(text: str) -> str:
    return _indented(text, "> ", "> ") if text else ""


def _listed(items: list[str], start: int | None, *, other: bool) -> str:
    """A list, numbered where it has a start; `other` takes the other mark."""
    if start is None:
        marks = ["+ " if other else "- "] * len(items)
    else:
        first = min(start, _LONGEST_NUMBER - len(items))
        marks = [f"{first + at}{')' if other else '.'} " for at in range(len(items))]
    apart = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return apart.join(_indented(item, mark, " " * len(mark)) for item, mark in zip(items, marks, strict=True))


def _fenced(text: str) -> str:
    longest = max(map(len, _RUNS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join(cell for cell, _ in zip_longest(cells, range(width), fillvalue=''))} |"
