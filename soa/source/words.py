"""Helpers for messages: quoting a text as YAML, and showing the corrected line."""

import re

_SHOWN = 160
_AFTER_CLOSING = re.compile(r"$|[\s,.;:)]")


def quoted(text: str) -> str:
    """Return ``text`` as a quoted YAML scalar on one line, in double quotes where that needs no escape."""
    line = " ".join(text.split())
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    return "'" + line.replace("'", "''") + "'"


def unwrapped(text: str) -> str:
    """Return ``text`` without the quotes around it, if they were meant to enclose all of it."""
    mark = text[:1]
    inner = text[1:-1]
    if len(text) < 3 or mark not in "\"'" or text[-1] != mark:
        return text
    at = inner.find(mark)
    closes = at > 0 and not inner[at - 1].isspace() and _AFTER_CLOSING.match(inner, at + 1)
    return text if closes else inner


def line_bounds(text: str, offset: int) -> tuple[int, int]:
    """Return where the line with ``offset`` begins and where it ends, without its line end."""
    start = text.rfind("\n", 0, offset) + 1
    start = max(start, text.rfind("\r", start, offset) + 1)
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    inner = text.find("\r", offset, end)
    return start, end if inner < 0 else inner


def corrected(text: str, start: int, end: int, new: str) -> str:
    """Return the line around ``start`` as it reads with ``new`` in place of ``text[start:end]``."""
    before = max(line_bounds(text, start)[0], start - _SHOWN)
    after = min(line_bounds(text, max(start, end))[1], end + _SHOWN)
    return shortened((text[before:start] + new + text[end:after]).strip())


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut where it is too long to show."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
