"""The way between our places, in code points, and an editor's positions, in units of its encoding."""

from __future__ import annotations

import re
from bisect import bisect_right

from soa.source.places import Position, Span

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark: a character of an editor's text, and none of the text that is read."""

_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of one text as an editor counts them: from 0, and in each from 0 in units of `utf-8`, `utf-16` or `utf-32`."""

    def __init__(self, text: str, encoding: str = "utf-16", *, marked: bool = False) -> None:
        """`text` is without a byte order mark; `marked` says that the editor's has one."""
        self.text = text
        self._encoding = encoding
        self._mark = _units(MARK, encoding) if marked else 0
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def written(self, position: Position) -> tuple[int, int]:
        """The line and the character of a position."""
        offset = min(position.offset, len(self.text))
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return line, _units(before, self._encoding) + (0 if line else self._mark)

    def offset(self, line: int, character: int) -> int:
        """The offset of a line and character; what lies beyond the end of a line or text is its end."""
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        stop = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        body = self.text[start:stop].rstrip("\r\n")
        left = character - (0 if line else self._mark)
        for index, one in enumerate(body):
            if left <= 0:
                return start + index
            left -= _units(one, self._encoding)
        return start + len(body)

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets."""
        return Span(self.position(start), self.position(end))

    def start_of(self, line: int) -> int:
        """The offset at which a line begins; lines are counted from 1 here, as in places."""
        return self._starts[line - 1]

    @property
    def line_end(self) -> str:
        """The line end with which the text is written."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"


def _units(text: str, encoding: str) -> int:
    """How many units of an encoding a text takes."""
    if encoding == "utf-32" or (encoding == "utf-16" and text.isascii()):
        return len(text)
    if encoding == "utf-16":
        return len(text) + sum(one > "\uffff" for one in text)
    return len(text.encode("utf-8", "surrogatepass"))
