"""Every comment of a file with its place, found in the gaps between what the parser reports."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from soa.source.parser import CParser, ScalarEvent, StreamEndEvent, YAMLError
from soa.source.places import Place
from soa.source.text import Unit

_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*", re.MULTILINE)


class Comment(NamedTuple):
    """A comment: its text from the `#` to the end of the line, its place, and whether anything stands before it."""

    text: str
    place: Place
    trailing: bool


def comments(unit: Unit) -> Iterator[Comment]:
    """Yield the comments of ``unit``; a `#` inside a quoted, plain or block text is none."""
    text = unit.mended
    if "#" not in text:
        return
    for start, end in _gaps(text):
        for match in _COMMENT.finditer(text, start, end):
            if start and match.start() == start and not text[start - 1].isspace():
                continue
            line = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
            place = unit.place(match.start(), match.end())
            written = unit.text.text[place.span.start.offset : place.span.end.offset]
            yield Comment(written, place, not text[line : match.start()].isspace() and line != match.start())


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``text`` between scalars; the header of a block scalar is gap, its body is not."""
    next_event = CParser(text).get_event
    done = 0
    try:
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                if event.style in ("|", ">"):
                    start = _header_end(text, start)
                yield done, start
                done = max(end, start)
            elif kind is StreamEndEvent:
                yield done, len(text)
                return
    except YAMLError:
        return


def _header_end(text: str, start: int) -> int:
    """Return the end of the line with the `|` or `>`, which may stand behind an anchor on a line before."""
    found = _HEADER.search(text, start)
    return found.end() if found else start


_HEADER = re.compile(r"[|>][0-9+-]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
