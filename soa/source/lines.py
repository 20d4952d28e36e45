"""What a line of YAML looks like to its author: indentation, dashes, key, text and comment."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from soa.source.words import line_bounds

_ENTRY = re.compile(
    r"""(?P<lead>[ \t]*(?:-[ \t]+)*)"""
    r"""(?:(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'\[\]{}#&*!|>%@`,?:-][^:\n]*|[?-][^\s:][^:\n]*)"""
    r""":(?=[ \t\xa0]|$)[ \t\xa0]*)?"""
)
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*$")
_KEY_LIKE = re.compile(r"[a-z_][a-z0-9_-]*")


class Line(NamedTuple):
    """A line taken apart; all numbers are offsets into the text, and ``value`` to ``stop`` is what the key says."""

    start: int
    end: int
    lead: int
    key: str
    column: int
    value: int
    stop: int

    @property
    def indent(self) -> int:
        """Return how far the first key or text stands from the left, dashes included."""
        return self.lead - self.start


def line_at(text: str, offset: int) -> Line:
    """Take apart the line that holds ``offset``; ``key`` is empty where no `key:` begins it."""
    start, end = line_bounds(text, offset)
    body = text[start:end]
    found = _ENTRY.match(body)
    assert found is not None, "every part of the pattern may be empty"
    lead = start + found.end("lead")
    if found["key"]:
        key, value = found["key"].strip("\"' \t"), start + found.end()
    else:
        key, value = "", lead
    column = len(body) - len(body.lstrip(" "))
    return Line(start, end, lead, key, column, value, max(start + len(uncommented(body)), value))


def uncommented(body: str) -> str:
    """Return a line without the comment and the blanks at its end, if no quotes make this doubtful."""
    if "#" not in body:
        return body.rstrip()
    place = 0
    mark = ""
    for place, character in enumerate(body):
        if mark:
            mark = "" if character == mark else mark
        elif character in "\"'" and (place == 0 or body[place - 1] in " \t[{,:("):
            mark = character
        elif character == "#" and (place == 0 or body[place - 1] in " \t"):
            return body[:place].rstrip()
    return body.rstrip() if not mark else _COMMENT.sub("", body).rstrip()


def key_like(text: str) -> bool:
    """Tell whether ``text`` looks like a key of an agreement rather than like words."""
    return _KEY_LIKE.fullmatch(text) is not None


def following(text: str, line: Line) -> Iterator[Line]:
    """Yield the lines after ``line``, blank ones left out."""
    place = line.end
    while (place := _next_start(text, place)) < len(text):
        below = line_at(text, place)
        place = below.end
        if text[below.start : below.end].strip():
            yield below


def preceding(text: str, line: Line) -> Iterator[Line]:
    """Yield the lines before ``line``, the nearest first, blank ones and comments left out."""
    place = line.start
    while place > 0:
        above = line_at(text, place - 2 if text[place - 2 : place] == "\r\n" else place - 1)
        place = above.start
        body = text[above.start : above.end].strip()
        if body and not body.startswith("#"):
            yield above


def continued(text: str, line: Line, indent: int) -> int:
    """Return where the text that begins on ``line`` ends: further lines belong to it that are deeper than ``indent``."""
    stop = line.stop
    for below in following(text, line):
        body = text[below.start : below.stop].strip()
        if below.column <= indent or below.key or body.startswith("- ") or not body:
            break
        stop = below.stop
    return stop


def block_end(text: str, line: Line, indent: int) -> int:
    """Return where the lines end that stand below ``line`` and deeper than ``indent``."""
    end = line.end
    for below in following(text, line):
        body = text[below.start : below.end].lstrip(" ")
        dashed = below.column == indent and body.startswith(("- ", "-\n")) and bool(line.key)
        if below.column <= indent and not dashed:
            break
        end = below.end
    return end


def _next_start(text: str, end: int) -> int:
    """Return where the line after the one that ends at ``end`` begins."""
    if text.startswith("\r\n", end):
        return end + 2
    return end + 1
