"""Where something stands in a file: positions, spans, places, and edits of them."""

from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way from the agreement to a part of it: keys of mappings, indexes of lists."""


class Position(NamedTuple):
    """A point in a text, in Unicode code points: line and column from 1, offset from 0 after any byte order mark."""

    line: int
    column: int
    offset: int


class Span(NamedTuple):
    """A stretch of a text; the end is exclusive."""

    start: Position
    end: Position


class Place(NamedTuple):
    """A stretch of a named file; the name is POSIX and relative to the agreement's folder."""

    file: str
    span: Span


class Edit(NamedTuple):
    """Put ``text`` in place of what stands at ``place``."""

    place: Place
    text: str
