"""A document as one HTML file that needs nothing from outside: style inside, no script, a strict security policy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from typing import NamedTuple, assert_never

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

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
    Words,
)
from soa.document.house import House
from soa.document.rewriting import rewritten
from soa.writers.drawing import inline
from soa.writers.page_style import data, style
from soa.writers.press import Press

LOWEST_HEADING = 6
LONG_WORD = 28
LONGEST_SHORT = len("30 September 2013")
_LONG = re.compile(rf"(\S{{{LONG_WORD},}})")
_SEAM = re.compile(r"(?<=[/.\-_?&=@,;])(?=\w)")
"""Where an address or a file's name may be broken."""


class Beside(NamedTuple):
    """What a page takes from files beside it, where it is served or lies in a folder."""

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    asks: bool = False
    """Whether its scripts ask the server for more."""


ALONE = Beside()


def write(document: Document, press: Press) -> bytes:
    """Write a document as HTML, in UTF-8; the same document gives the same bytes."""
    return page(document, press)


def page(document: Document, press: Press, beside: Beside = ALONE) -> bytes:
    """A document as a page with its style inside, and what it takes from beside it."""
    writer = Writer(document.words, press)
    looks = style(document, press.house)
    return filled(
        "page.html.jinja",
        writer,
        beside,
        looks,
        document=document,
        title=document.title,
        description=document.description,
        contents=contents_of(document.sections),
    )


def filled(template: str, writer: Writer, beside: Beside, looks: str, **values: object) -> bytes:
    """A template as a page: its values, the house, the page's style and the policy that lets nothing else in."""
    html = (
        _environment()
        .get_template(template)
        .render(
            house=writer.press.house,
            logo=_logo(writer.press.house),
            style=Markup(looks),  # noqa: S704 - our own file, and colours, fonts and quoted words
            policy=policy(beside, looks),
            beside=beside,
            inlines=writer.inlines,
            plain=writer.plain,
            blocks=writer.blocks,
            section=writer.section,
            **values,
        )
    )
    return html.encode()


def policy(beside: Beside, looks: str) -> str:
    """What a browser may load for a page: nothing but what we gave it."""
    digest = b64encode(sha256(looks.encode()).digest()).decode()
    styles = [f"'sha256-{digest}'"] if looks else []
    styles += ["'self'"] if beside.styles else []
    said = ["default-src 'none'", "img-src data:", "font-src data:", f"style-src {' '.join(styles)}"]
    said += ["script-src 'self'"] if beside.scripts else []
    said += ["connect-src 'self'"] if beside.asks else []
    return "; ".join((*said, "base-uri 'none'", "form-action 'none'"))


def contents_of(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """What the contents of a page name; nothing where it is short."""
    contents = _listed(sections)
    return contents if len(contents) >= FEWEST_LISTED else ()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(data), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _listed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """What the contents name: listed sections, and of those inside them the listed ones."""
    return tuple(
        section._replace(sections=_listed(section.sections), blocks=()) for section in sections if section.listed
    )


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _breakable(text: str) -> Markup:
    """Words, with the places where one that is too long for a narrow column may be broken."""
    if len(text) < LONG_WORD or not _LONG.search(text):
        return escape(text)
    pieces = _LONG.split(text)
    return _joined(_broken(piece) if at % 2 else escape(piece) for at, piece in enumerate(pieces))


def _broken(word: str) -> Markup:
    """A long word: broken at its seams, and anywhere where these are far apart."""
    return Markup("<wbr>").join(
        _fill('<span class="long">{piece}</span>', piece=piece) if len(piece) >= LONG_WORD else escape(piece)
        for piece in _SEAM.split(word)
    )


def _is_short(cell: Cell) -> bool:
    """Whether a cell is a date or a word, better kept on one line."""
    line = cell.lines[0] if len(cell.lines) == 1 else ()
    return len(line) == 1 and isinstance(line[0], Text) and len(line[0].text) <= LONGEST_SHORT


def _logo(house: House) -> Markup:
    """The house's logo; where its name stands beside it, the picture need not say it again."""
    return _picture(house.logo._replace(alt="" if house.name else house.logo.alt)) if house.logo else Markup("")


def _picture(picture: Picture) -> Markup:
    """A picture inside the page: in an `img`, where nothing in it can run."""
    kind = {"svg": "image/svg+xml", "png": "image/png"}[picture.kind]
    template = '<img src="data:{kind};base64,{data}" alt="{alt}" width="{width:.0f}" height="{height:.0f}">'
    data = b64encode(picture.data).decode()
    return _fill(template, kind=kind, data=data, alt=picture.alt, width=picture.width, height=picture.height)


def _fill(template: str, **values: object) -> Markup:
    """A piece of our own HTML, every value escaped unless it is HTML already."""
    return Markup(template).format(**values)  # noqa: S704 - templates are constants of this module


def _without_ways(inline: Inline) -> Inlines:
    """Words that shall stand in a link: no links of their own, and no marks of notes."""
    match inline:
        case Link(inner) | CrossReference(inner):
            return inner
        case NoteMark():
            return ()
        case _:
            return (inline,)


def here(anchor: str) -> str:
    """The way to a place of the same page."""
    return f"#{anchor}"


class Writer:
    """Writes blocks, with the words of the document's language; `way` leads to the anchors that they name."""

    def __init__(self, words: Words, press: Press, way: Callable[[str], str] = here) -> None:
        self.words = words
        self.press = press
        self.way = way

    # ---- inside a line -----------------------------------------------------------------------------------------

    def inlines(self, inlines: Inlines) -> Markup:
        """Inlines in their order."""
        return _joined(self._inline(inline) for inline in inlines)

    def plain(self, inlines: Inlines) -> Markup:
        """The same for words that stand in a link: those inside them are only words."""
        return self.inlines(rewritten(inlines, _without_ways))

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
                return _fill('<a href="{target}" rel="noopener">{inner}</a>', target=target, inner=self.plain(inner))
            case CrossReference(inner, anchor):
                return _fill('<a href="{way}">{inner}</a>', way=self.way(anchor), inner=self.plain(inner))
            case Break():
                return Markup("<br>")
            case NoteMark(number, note, anchor):
                template = '<sup><a id="{anchor}" href="#{note}" role="doc-noteref">{number}</a></sup>'
                return _fill(template, anchor=anchor, note=note, number=number)
            case Tag(text):
                return _fill('<span class="tag">{text}</span>', text=text)
            case InLanguage(inner, language):
                return _fill('<span lang="{language}">{inner}</span>', language=language, inner=self.inlines(inner))
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
            case Pictures(items):
                shown = _joined(_fill("<li>{picture}</li>\n", picture=_picture(one)) for one in items)
                return _fill('<ul class="pictures">\n{inner}</ul>\n', inner=shown)
            case Chart():
                return self._chart(block)
            case Note(kind, title, inner):
                template = '<div class="note note-{kind}"><p class="note-title">{title}</p>\n{inner}</div>\n'
                return _fill(template, kind=kind, title=title, inner=self.blocks(inner))
            case Gap(question, help):
                template = '<p class="gap"><mark class="hole"><b>{missing}:</b> {question}</mark> {help}</p>\n'
                return _fill(template, missing=self.words.missing, question=question, help=help)
            case Room(label, lines):
                empty = Markup("<br>\n") * lines
                return _fill('<div class="room">\n<p>{label}</p>\n{empty}</div>\n', label=label, empty=empty)
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
            '<a href="{way}">{title}</a></p>\n{lines}</li>\n'
        )
        inner = _joined(
            _fill(
                template,
                number=card.number,
                way=self.way(card.anchor),
                title=self.plain(card.title),
                lines=_joined(_fill("<p>{line}</p>\n", line=self.inlines(line)) for line in card.lines),
            )
            for card in cards.items
        )
        return _fill('<ol class="priorities">\n{inner}</ol>\n', inner=inner)

    def _chart(self, chart: Chart) -> Markup:
        drawing = inline(self.press.svg(chart), chart.says)
        remarks = _joined(_fill('<p class="small">{said}</p>\n', said=self.inlines(one)) for one in chart.remarks)
        template = '<figure class="chart">\n<figcaption>{title}</figcaption>\n{drawing}\n{remarks}</figure>\n'
        return _fill(template, title=chart.title, drawing=drawing, remarks=remarks)

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
        heading = self.heading(section)
        return _fill(
            '<section class="{role}" id="{anchor}">\n<h{level}>{heading}</h{level}>\n{blocks}{sections}</section>\n',
            role=section.role,
            anchor=section.anchor,
            level=min(level, LOWEST_HEADING),
            heading=heading,
            blocks=self.blocks(section.blocks),
            sections=_joined(self.section(inner, level + 1) for inner in section.sections),
        )

    def heading(self, section: Section) -> Markup:
        """A section's number and title."""
        number = _fill('<span class="number">{number}</span> ', number=section.number) if section.number else Markup("")
        return number + self.inlines(section.title)
