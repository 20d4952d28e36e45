"""Mends of a line that begins with a key of the format and goes on without its colon."""

import re

from soa.source.changes import Change
from soa.source.lines import Line
from soa.source.repair import Repair, certain

_SIGN = re.compile(r"([a-z_][a-z0-9_]*)([ \t]*[=;]|[ \t]*[：∶])(?=[ \t]|$)[ \t]*")
_WORD = re.compile(r"([a-z_]+)[ \t]+(?=\S)")

KEYS = frozenset(
    "action agreement amount area basis date definition direction due email employer ends finding group hours id "
    "indicator kind lead name numerator denominator owner partner period population post question reason "
    "response risk source starts statement status title unit value version vision year".split()
)
"""Keys that are written with their answer on the same line; a line may hardly begin with one and be text."""


def missing_colon(text: str, line: Line) -> Repair | None:
    """Put the colon that is missing between a key and its answer, or stands there as another sign."""
    found = _SIGN.match(text, line.lead, line.stop)
    sign = found[2].strip() if found is not None else ""
    if found is not None and (sign != ";" or "_" in found[1] or found[1] in KEYS):
        message = f"“{sign}” stands behind “{found[1]}” where a colon is wanted."
        return _colon(text, line, found[1], found.end(1), found.end(), message)
    found = _WORD.match(text, line.lead, line.stop)
    if found is None or found[1] not in KEYS:
        return None
    rest = text[found.end() : line.stop]
    if (" " in rest and rest[0].islower()) or ": " in rest:
        return None
    message = f"The colon after “{found[1]}” is missing, so that it is not read as a key."
    return _colon(text, line, found[1], found.end(1), found.end(), message)


def _colon(text: str, line: Line, key: str, start: int, end: int, message: str) -> Repair:
    new = ": " if end < line.stop else ":"
    note = ("not-yaml", message, "Write a colon")
    bounds = (line.start, line.end)
    return certain(text, bounds, (Change(start, end, new),), note, (line.lead, line.lead + len(key)))
