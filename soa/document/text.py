"""What an author wrote, parsed once into inlines and blocks: it can become neither markup nor script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from soa.document.blocks import (
    Block,
    Blocks,
    Break,
    Cell,
    Code,
    CrossReference,
    Divider,
    Emphasis,
    InLanguage,
    Inline,
    Inlines,
    Link,
    List,
    NoteMark,
    Notes,
    Paragraph,
    Preformatted,
    Quote,
    Strong,
    Table,
    Text,
)
from soa.language.letters import published

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_\[\]<>&!~^\n]")
"""A line without any of these is plain words, which needs no parser."""
_SCHEME = re.compile(r"[^/?#]*:")
_ALLOWED = ("http:", "https:", "mailto:")
MAX_NESTING = 8
"""Deeper lists and quotations are printed at this depth."""
DEEPEST_READ = 100
"""What is nested deeper is printed as it was written: the parser leaves out what it does not reach."""


def visible(text: str) -> str:
    """The text with each character that cannot be shown replaced by its name in brackets, the same in every format."""
    return published(text)


def plain(text: object) -> Inlines:
    """A name or a number as it stands: nothing in it is markup."""
    shown = visible(str(text))
    return (Text(shown),) if shown else ()


def sentence(text: object) -> Inlines:
    """One line with inline Markdown: emphasis, links, code."""
    shown = visible(str(text)).strip()
    if not _MARKUP.search(shown):
        return (Text(shown),) if shown else ()
    return _merged(_inlines(_tree(_parser().parseInline(shown)).children, ""))


def prose(text: object, anchor: str) -> Blocks:
    """Block Markdown; `anchor` makes the footnotes' anchors unique in the document."""
    shown = visible(str(text).replace("\r\n", "\n").replace("\r", "\n"))
    tokens = _parser().parse(shown)
    if any(token.level >= DEEPEST_READ - 1 for token in tokens):
        return (Preformatted(shown.strip("\n")),)
    return tuple(_blocks(_tree(tokens).children, anchor))


def words_of(inlines: Inlines) -> str:
    """The words alone, for a place that can show nothing else."""
    said = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text):
                said.append(text)
            case Strong(inner) | Emphasis(inner) | Link(inner) | CrossReference(inner) | InLanguage(inner):
                said.append(words_of(inner))
            case Break():
                said.append(" ")
            case _:
                pass
    return "".join(said)


def safe_target(target: str) -> str:
    """A link's target where it may stand: http, https, mailto or relative; else empty."""
    target = target.strip()
    if any(letter <= " " or letter == "\x7f" for letter in target):
        return ""  # browsers drop tabs and line breaks, so that a scheme could hide behind one
    said = unquote(target)  # nor may one hide behind percent signs, from whoever undoes them
    scheme = _SCHEME.match(said)
    if scheme and scheme[0].lower() not in _ALLOWED:
        return ""
    # `//host` and `\\host` look relative and are not
    return "" if not target or said.startswith(("//", "\\", "/\\")) else target


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST_READ}).enable("table")
    return parser.use(footnote_plugin, inline=False)


class _Node:
    """A piece of parsed Markdown with the pieces inside it."""

    __slots__ = ("attrs", "children", "content", "kind", "meta")

    def __init__(self, token: Token | None = None) -> None:
        self.kind = token.type.removesuffix("_open") if token else "root"
        self.content = token.content if token else ""
        self.attrs = token.attrs if token else {}
        self.meta = token.meta if token else {}
        self.children: list[_Node] = []


def _tree(tokens: list[Token]) -> _Node:
    """The tokens nested: in a loop, because a text can open more than Python can follow down."""
    root = _Node()
    _nest(tokens, root)
    return root


_DEEPENS = {"blockquote", "bullet_list", "ordered_list", "strong", "em", "link"}


def _nest(tokens: list[Token], root: _Node) -> None:
    """Hang the tokens below a node; beyond the deepest level what is opened goes into what is open."""
    open_nodes = [(root, 0)]
    for token in tokens:
        parent, depth = open_nodes[-1]
        if token.nesting < 0:
            open_nodes.pop()
            continue
        if token.type == "inline":
            _nest(token.children or [], parent)  # inline tokens hold no inline tokens: one level down
            continue
        node = _Node(token)
        deeper = depth + (node.kind in _DEEPENS)
        if deeper > MAX_NESTING:
            node = parent
        else:
            parent.children.append(node)
        if token.nesting > 0:
            open_nodes.append((node, min(deeper, MAX_NESTING)))


def _blocks(nodes: list[_Node], anchor: str) -> Iterator[Block]:
    for node in nodes:
        match node.kind:
            case "paragraph" | "heading":
                words = _merged(_inlines(node.children, anchor))
                yield Paragraph((Strong(words),) if node.kind == "heading" else words)
            case "bullet_list":
                yield List(_items(node, anchor))
            case "ordered_list":
                yield List(_items(node, anchor), int(node.attrs.get("start", 1)))
            case "blockquote":
                yield Quote(tuple(_blocks(node.children, anchor)))
            case "fence" | "code_block":
                yield Preformatted(node.content.rstrip("\n"))
            case "hr":
                yield Divider()
            case "table":
                yield _table(node, anchor)
            case "footnote_block":
                yield Notes(tuple(_notes(node, anchor)))
            case _:
                yield from _blocks(node.children, anchor)


def _items(node: _Node, anchor: str) -> tuple[Blocks, ...]:
    return tuple(tuple(_blocks(item.children, anchor)) for item in node.children)


def _table(node: _Node, anchor: str) -> Table:
    rows = [
        [_merged(_inlines(cell.children, anchor)) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    body = tuple(tuple(Cell((cell,)) for cell in row) for row in rows[1:])
    return Table("", tuple(rows[0]), body, form="figures", plain=True)


def _notes(node: _Node, anchor: str) -> Iterator[tuple[str, str, Blocks]]:
    for note in node.children:
        number = int(note.meta.get("id", 0)) + 1
        yield f"{anchor}-note-{number}", f"{anchor}-mark-{number}", tuple(_blocks(note.children, anchor))


def _inlines(nodes: list[_Node], anchor: str) -> Iterator[Inline]:
    for node in nodes:
        match node.kind:
            case "text":
                yield Text(node.content)
            case "strong":
                yield Strong(_merged(_inlines(node.children, anchor)))
            case "em":
                yield Emphasis(_merged(_inlines(node.children, anchor)))
            case "code_inline":
                yield Code(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "link":
                yield from _link(node, anchor)
            case "image" | "html_inline":
                yield Text(node.content)
            case "footnote_ref":
                yield from _mark(node, anchor)
            case "footnote_anchor":
                pass
            case _:
                yield from _inlines(node.children, anchor)


def _link(node: _Node, anchor: str) -> Iterator[Inline]:
    target = safe_target(str(node.attrs.get("href", "")))
    words = _merged(_inlines(node.children, anchor))
    if target and words_of(words).strip():
        yield Link(words, target)
    else:
        yield from words


def _mark(node: _Node, anchor: str) -> Iterator[Inline]:
    """A footnote's mark; only its first use can be returned to."""
    number = int(node.meta.get("id", 0)) + 1
    again = int(node.meta.get("subId", 0))
    yield NoteMark(number, f"{anchor}-note-{number}", f"{anchor}-mark-{number}" + (f"-{again + 1}" if again else ""))


def _merged(inlines: Iterator[Inline]) -> Inlines:
    """Neighbouring words as one; an entity such as `&#x202E;` has become a character, which may not be one to show."""
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + inline.text)
        elif inline != Text(""):
            merged.append(inline)
    return tuple(Text(visible(inline.text)) if isinstance(inline, Text) else inline for inline in merged)
