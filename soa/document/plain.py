"""Words for everybody: abbreviations spelled out, and a document's words as running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from soa.document.blocks import (
    Blocks,
    Break,
    Card,
    Cell,
    Code,
    CrossReference,
    Document,
    Hole,
    Inline,
    Inlines,
    NoteMark,
    Section,
    Tag,
    Text,
)
from soa.document.desk import Desk, kept
from soa.reference.glossary import abbreviations

_SHORT = re.compile(r"[A-Z][\w&/]*[A-Z0-9]")
"""An abbreviation: a capital first and a capital or a figure last."""
_FAMILIAR = frozenset({"NHS", "GP"})
"""Shorter than their long form, and known better."""


def long_forms(desk: Desk) -> Mapping[str, str]:
    """What abbreviations stand for: as the agreement's own glossary says, where it spells one out; else as Scotland's does."""
    known = {term: one.stands_for for term, one in abbreviations().items()}
    for one in kept(desk.agreement.glossary):
        if _SHORT.fullmatch(str(one.term)):
            # “Information Services Division, which keeps the figures”: the words before the comma spell out ISD
            spelled = re.split(r"[,;:.(]| which | that ", str(one.means), maxsplit=1)[0].strip()
            initials = "".join(word[0] for word in re.findall(r"\w+", spelled))
            if _letters(initials) == _letters(str(one.term)):
                known[str(one.term)] = spelled
    return {term: long for term, long in known.items() if term not in _FAMILIAR}


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalpha() and letter not in "OA")


def spelled_out(desk: Desk) -> Callable[[Inline], Inlines]:
    """Replaces abbreviations by what they stand for, but not inside the partners' names."""
    longs = long_forms(desk)
    names = sorted({str(one.name) for one in kept(desk.agreement.partners) if kept((one.name,))}, key=len, reverse=True)
    terms = sorted(longs, key=len, reverse=True)
    wanted = "|".join(f"(?<!\\w){re.escape(name)}(?!\\w)" for name in (*names, *terms) if name)
    pattern = re.compile(wanted)

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Text):
            return (Text(pattern.sub(lambda found: longs.get(found[0], found[0]), inline.text)),)
        return (inline,)

    return change


# ---- running text --------------------------------------------------------------------------------------------------


def running_text(document: Document) -> str:
    """What a document says to its readers, without headings and colophon: one line a paragraph, item or cell."""
    front = document.front
    lines = [_line(front.vision), _line(front.for_whom)]
    aside = (front.aside,) if front.aside else ()
    return "\n".join([*filter(None, lines), running_text_of((*front.sections, *document.sections, *aside))])


def running_text_of(sections: Iterable[Section]) -> str:
    """The same of some sections."""
    return "\n".join(line for section in sections for line in _section(section) if line)


def _section(section: Section) -> Iterator[str]:
    yield from _lines(section.blocks)
    for inner in section.sections:
        yield from _section(inner)


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: tuple[Any, ...]) -> Iterator[str]:
    """The lines of a block; of a table its cells, of a drawing what it says."""
    for item in block:
        yield from _inside(item)


def _inside(item: Any) -> Iterator[str]:
    if not isinstance(item, tuple):
        return
    if isinstance(item, (Cell, Card)):
        for line in item.lines:
            yield _line(line)
    elif hasattr(item, "_fields"):
        yield from _block(item)
    elif any(isinstance(one, Inline) for one in item):
        yield _line(item)
    else:
        for one in item:
            yield from _inside(one)


def _line(inlines: Iterable[Inline]) -> str:
    """Inlines as plain words."""
    return "".join(_words(one) for one in inlines).strip()


def _words(inline: Inline) -> str:
    match inline:
        case Text(said) | Code(said):
            return said
        case Break():
            return " "
        case NoteMark() | Tag():
            return ""
        case Hole(question):
            return question
        case CrossReference(inner):
            return "".join(_words(one) for one in inner)
        case _:
            return "".join(_words(one) for one in inline.inlines)
