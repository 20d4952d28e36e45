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
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return start, min(ends, default=len(text))


def corrected(text: str, start: int, end: int, new: str) -> str:
    """Return the line around ``start`` as it reads with ``new`` in place of ``text[start:end]``."""
    before, _ = line_bounds(text, start)
    _, after = line_bounds(text, max(start, end))
    return shortened((text[before:start] + new + text[end:after]).strip())


def shortened(text: str) -> str:
    """Return ``text`` on one line, cut where it is too long to show."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
