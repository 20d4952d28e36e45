"""A document as one HTML file that needs nothing from outside: style inside, no script, a strict security policy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import assert_never

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from soa.document.blocks import (
    Bars,
    Block,
    Blocks,
    Break,
    Cards,
    Cell,
    Code,
    CrossReference,
    Divider,
    Document,
    Emphasis,
    Facts,
    Gap,
    Hole,
    Inline,
    Inlines,
    Ladder,
    Link,
    List,
    Note,
    NoteMark,
    Notes,
    Paragraph,
    Preformatted,
    Quote,
    Section,
    Strong,
    Table,
    Tag,
    Text,
    Trend,
    Words,
)
from soa.writers.charts import bars_chart, trend_chart

LOWEST_HEADING = 6
LONG_WORD = 28
LONGEST_SHORT = len("30 September 2013")
_LONG = re.compile(rf"(\S{{{LONG_WORD},}})")


def write(document: Document) -> bytes:
    """Write a document as HTML, in UTF-8; the same document gives the same bytes."""
    style = _data("page.css") + _stamped(document)
    writer = _Writer(document.words)
    page = _environment().get_template("page.html.jinja")
    html = page.render(
        document=document,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
        inlines=writer.inlines,
        section=writer.section,
        contents=_listed(document.sections),
    )
    return html.encode()


def _stamped(document: Document) -> str:
    """Each stamp's word at the head of every printed page."""
    said = " · ".join(stamp.word for stamp in document.stamps)
    quoted = "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in said)
    return f'\n@page {{ @top-center {{ content: "{quoted}"; }} }}' if said else ""


@cache
def _data(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8").replace("\r\n", "\n").strip()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_data), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _listed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """What the contents name: listed sections, and of those inside them the listed ones."""
    return tuple(
        section._replace(sections=_listed(section.sections), blocks=()) for section in sections if section.listed
    )


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _breakable(text: str) -> Markup:
    """Words, each too long for a narrow column marked as one that may be broken anywhere."""
    if len(text) < LONG_WORD or not _LONG.search(text):
        return escape(text)
    pieces = _LONG.split(text)
    return _joined(
        _fill('<span class="long">{piece}</span>', piece=piece) if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )


def _is_short(cell: Cell) -> bool:
    """Whether a cell is a date or a word, better kept on one line."""
    line = cell.lines[0] if len(cell.lines) == 1 else ()
    return len(line) == 1 and isinstance(line[0], Text) and len(line[0].text) <= LONGEST_SHORT


def _fill(template: str, **values: object) -> Markup:
    """A piece of our own HTML, every value escaped unless it is HTML already."""
    return Markup(template).format(**values)  # noqa: S704 - templates are constants of this module


class _Writer:
    """Writes blocks, with the words of the document's language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    # ---- inside a line -----------------------------------------------------------------------------------------

    def inlines(self, inlines: Inlines) -> Markup:
        """Inlines in their order."""
        return _joined(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text):
                return _breakable(text)
            case Strong(inner):
                return _fill("<strong>{inner}</strong>", inner=self.inlines(inner))
            case Emphasis(inner):
                return _fill("<em>{inner}</em>", inner=self.inlines(inner))
            case Code(text):
                return _fill("<code>{text}</code>", text=text)
            case Link(inner, target):
                return _fill('<a href="{target}" rel="noopener">{inner}</a>', target=target, inner=self.inlines(inner))
            case CrossReference(inner, anchor):
                return _fill('<a href="#{anchor}">{inner}</a>', anchor=anchor, inner=self.inlines(inner))
            case Break():
                return Markup("<br>")
            case NoteMark(number, note, anchor):
                template = '<sup><a id="{anchor}" href="#{note}" role="doc-noteref">{number}</a></sup>'
                return _fill(template, anchor=anchor, note=note, number=number)
            case Tag(text):
                return _fill('<span class="tag">{text}</span>', text=text)
            case Hole(question):
                template = '<mark class="hole"><b>{missing}:</b> {question}</mark>'
                return _fill(template, missing=self.words.missing, question=question)
            case _:
                assert_never(inline)

    # ---- blocks ------------------------------------------------------------------------------------------------

    def blocks(self, blocks: Blocks) -> Markup:
        """Blocks in their order."""
        return _joined(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph(inner, role):
                opening = Markup("<p>") if role == "text" else _fill('<p class="{role}">', role=role)
                return opening + self.inlines(inner) + Markup("</p>\n")
            case List(items, start):
                return self._list(items, start)
            case Quote(inner, by):
                return self._quote(inner, by)
            case Preformatted(text):
                return _fill('<pre tabindex="0">{text}</pre>\n', text=text)
            case Divider():
                return Markup("<hr>\n")
            case Notes(items):
                return self._notes(items)
            case Table():
                return self._table(block)
            case Facts(items):
                return self._facts(items)
            case Ladder():
                return self._ladder(block)
            case Cards():
                return self._cards(block)
            case Bars():
                return bars_chart(block)
            case Trend():
                return trend_chart(block)
            case Note(kind, title, inner):
                template = '<div class="note note-{kind}"><p class="note-title">{title}</p>\n{inner}</div>\n'
                return _fill(template, kind=kind, title=title, inner=self.blocks(inner))
            case Gap(question, help):
                template = '<p class="gap"><mark class="hole"><b>{missing}:</b> {question}</mark> {help}</p>\n'
                return _fill(template, missing=self.words.missing, question=question, help=help)
            case _:
                assert_never(block)

    def _list(self, items: tuple[Blocks, ...], start: int | None) -> Markup:
        inner = _joined(_fill("<li>{item}</li>\n", item=self._item(item)) for item in items)
        if start is None:
            return _fill("<ul>\n{inner}</ul>\n", inner=inner)
        opening = _fill('<ol start="{start}">\n', start=start) if start != 1 else Markup("<ol>\n")
        return opening + inner + Markup("</ol>\n")

    def _item(self, blocks: Blocks) -> Markup:
        """A list item: a single paragraph needs no element of its own."""
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph):
            return self.inlines(first.inlines) + self.blocks(blocks[1:])
        return self.blocks(blocks)

    def _quote(self, blocks: Blocks, by: Inlines) -> Markup:
        quote = _fill("<blockquote>\n{inner}</blockquote>\n", inner=self.blocks(blocks))
        if not by:
            return quote
        template = '<figure class="quote">\n{quote}<figcaption>{by}</figcaption>\n</figure>\n'
        return _fill(template, quote=quote, by=self.inlines(by))

    def _notes(self, items: tuple[tuple[str, str, Blocks], ...]) -> Markup:
        template = '<li id="{anchor}">{inner} <a href="#{mark}" role="doc-backlink" aria-label="{back}">↩</a></li>\n'
        inner = _joined(
            _fill(template, anchor=anchor, mark=mark, inner=self._item(blocks), back=self.words.back_to_text)
            for anchor, mark, blocks in items
        )
        return _fill('<ol class="footnotes">\n{inner}</ol>\n', inner=inner)

    def _facts(self, items: tuple[tuple[Inlines, Blocks], ...]) -> Markup:
        said: dict[Markup, Markup] = {}
        for term, blocks in items:  # a term that comes again has one entry with several answers
            name = self.inlines(term)
            said[name] = said.get(name, Markup("")) + _fill("<dd>{said}</dd>", said=self._item(blocks))
        inner = _joined(_fill("<div><dt>{term}</dt>{said}</div>\n", term=term, said=one) for term, one in said.items())
        return _fill('<dl class="facts">\n{inner}</dl>\n', inner=inner) if items else Markup("")

    def _ladder(self, ladder: Ladder) -> Markup:
        rungs = _joined(
            _fill('<li><span class="by">{by}</span> <span>{words}</span></li>\n', by=by, words=self.inlines(words))
            for by, words in ladder.rungs
        )
        caption = _fill('<p class="caption">{caption}</p>\n', caption=ladder.caption) if ladder.caption else ""
        return _fill('<div class="ladder">{caption}<ol>\n{rungs}</ol></div>\n', caption=caption, rungs=rungs)

    def _cards(self, cards: Cards) -> Markup:
        template = (
            '<li><p class="card-title"><span class="card-number" aria-hidden="true">{number}</span> '
            '<a href="#{anchor}">{title}</a></p>\n{lines}</li>\n'
        )
        inner = _joined(
            _fill(
                template,
                number=card.number,
                anchor=card.anchor,
                title=self.inlines(card.title),
                lines=_joined(_fill("<p>{line}</p>\n", line=self.inlines(line)) for line in card.lines),
            )
            for card in cards.items
        )
        return _fill('<ol class="priorities">\n{inner}</ol>\n', inner=inner)

    # ---- tables ------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> Markup:
        heads = tuple(self.inlines(head) for head in table.head)
        numeric = [
            bool(table.rows) and all(len(row) > at and row[at].numeric for row in table.rows)
            for at in range(len(heads))
        ]
        head = _joined(
            _fill('<th scope="col"{kind}>{head}</th>', head=one, kind=Markup(' class="number"') if number else "")
            for one, number in zip(heads, numeric, strict=True)
        )
        rows = _joined(self._row(row, heads, table) for row in table.rows)
        foot = _joined(self._row(row, heads, table) for row in table.foot)
        caption = _fill("<caption>{caption}</caption>\n", caption=table.caption) if table.caption else ""
        inner = _fill(
            '<table class="{kind}">\n{caption}<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n{foot}</table>\n',
            kind=table.form + (" spread" if table.spread else "") + (" titled" if table.titled else ""),
            caption=caption,
            head=head,
            rows=rows,
            foot=_fill("<tfoot>\n{foot}</tfoot>\n", foot=foot) if table.foot else "",
        )
        if table.form == "cards":
            return inner
        template = '<div class="scrolls" role="group" tabindex="0" aria-label="{label}">\n{inner}</div>\n'
        label = f"{table.caption}. {self.words.scrolls}" if table.caption else self.words.scrolls
        return _fill(template, label=label, inner=inner)

    def _row(self, row: tuple[Cell, ...], heads: tuple[Markup, ...], table: Table) -> Markup:
        cells = []
        for at, cell in enumerate(row):
            first, *rest = cell.lines or ((),)
            kind = "line" if cell.equal else "remark"
            template = '<span class="{kind}">{line}</span>'
            remarks = _joined(_fill(template, kind=kind, line=self.inlines(line)) for line in rest if line)
            inner = self.inlines(first) + remarks
            if at == 0 and not table.plain:
                cells.append(_fill('<th scope="row">{inner}</th>', inner=inner))
                continue
            label = cell.label or (heads[at].striptags() if at < len(heads) and table.form == "cards" else "")
            marks = ("number",) if cell.numeric else ("short",) if _is_short(cell) else ()
            template = "<td{label}{kind}><div>{inner}</div></td>" if label else "<td{label}{kind}>{inner}</td>"
            cells.append(
                _fill(
                    template,
                    label=_fill(' data-label="{label}"', label=label) if label else "",
                    kind=_fill(' class="{kind}"', kind=marks[0]) if marks else "",
                    inner=inner,
                )
            )
        return _fill("<tr>{cells}</tr>\n", cells=_joined(cells))

    # ---- sections ----------------------------------------------------------------------------------------------

    def section(self, section: Section, level: int = 2) -> Markup:
        """A section under a heading of its level, with those inside it one level lower."""
        heading = self.inlines(section.title)
        if section.number:
            heading = _fill('<span class="number">{number}</span> ', number=section.number) + heading
        return _fill(
            '<section class="{role}" id="{anchor}">\n<h{level}>{heading}</h{level}>\n{blocks}{sections}</section>\n',
            role=section.role,
            anchor=section.anchor,
            level=min(level, LOWEST_HEADING),
            heading=heading,
            blocks=self.blocks(section.blocks),
            sections=_joined(self.section(inner, level + 1) for inner in section.sections),
        )
