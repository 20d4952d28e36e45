"""Changes all words of a document alike, wherever they stand: ways that lead nowhere, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from soa.document.blocks import CrossReference, Document, Inline, Inlines, Section

T = TypeVar("T")


def rewritten(part: T, change: Callable[[Inline], Inlines]) -> T:
    """A section, block or document in which each inline stands as `change` makes it, the innermost first."""
    return cast("T", _rewritten(part, change))


def _rewritten(part: Any, change: Callable[[Inline], Inlines]) -> Any:
    if not isinstance(part, tuple):
        return part
    if hasattr(part, "_fields"):
        items = [_rewritten(item, change) for item in part]
        same = all(new is old for new, old in zip(items, part, strict=True))
        return part if same else type(part)(*items)
    items = []
    for item in part:
        new = _rewritten(item, change)
        items += change(new) if isinstance(new, Inline) else (new,)
    same = len(items) == len(part) and all(new is old for new, old in zip(items, part, strict=True))
    return part if same else tuple(items)


def without_lost_ways(document: Document) -> Document:
    """The document in which a way to a place that it does not have is only words."""
    known = {section.anchor for section in _sections(document)}

    def change(inline: Inline) -> Inlines:
        lost = isinstance(inline, CrossReference) and inline.anchor not in known
        return inline.inlines if lost and isinstance(inline, CrossReference) else (inline,)

    return rewritten(document, change)


def _sections(document: Document) -> Iterator[Section]:
    front = document.front
    open_ = [*front.sections, *((front.aside,) if front.aside else ()), *document.sections, document.colophon]
    while open_:
        section = open_.pop()
        yield section
        open_ += section.sections
