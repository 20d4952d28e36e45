"""Mends of text that needs quotes: what to insert, and the words for it."""

import re

from soa.source.changes import Change
from soa.source.lines import Line, continued, key_like, line_at
from soa.source.repair import Repair, certain
from soa.source.words import line_bounds, shortened, unwrapped

_PUT = "Put the text in quotes"

_MAY_BE_NO_TEXT = re.compile(r"[\[{].*(?:[,\n\r]|:(?=\s|$))", re.DOTALL)
"""A list or a set of keys in which something is wrong may begin so; quotes round it would make it a text."""

_FIRST = {
    "@": "begins with “@”, which YAML keeps for itself",
    "`": "begins with “`”, which YAML keeps for itself",
    "%": "begins with “%”, which YAML keeps for itself",
    "*": "begins with “*”, which YAML takes for a reference",
    "&": "begins with “&”, which YAML takes for a mark",
    "!": "begins with “!”, which YAML takes for a tag",
    "|": "begins with “|”, which YAML takes for the start of a longer text",
    ">": "begins with “>”, which YAML takes for the start of a longer text",
    "[": "begins with “[”, which YAML takes for the start of a list",
    "{": "begins with “{”, which YAML takes for the start of a set of keys",
    "]": "begins with “]”, which YAML takes for the end of a list",
    "}": "begins with “}”, which YAML takes for the end of a set of keys",
    ",": "begins with a comma, which YAML takes for the end of an item",
    "?": "begins with “? ”, which YAML takes for the start of a key",
    "-": "begins with “- ”, which YAML takes for a list",
    '"': "goes on after its closing quotation mark",
    "'": "goes on after its closing quotation mark",
}


def quote_changes(text: str, start: int, end: int) -> tuple[Change, ...]:
    """Return the changes that put ``text[start:end]`` in quotes, as few as possible so that places stay exact."""
    raw = text[start:end]
    inner = unwrapped(raw)
    wrapped = inner is not raw and inner != raw
    first, last = (start, end) if not wrapped else (start + 1, end - 1)
    mark = "'" if '"' in inner or "\\" in inner else '"'
    doubled = [Change(at, at, "'") for at in range(first, last) if mark == "'" and text[at] == "'"]
    return (Change(start, first, mark), *doubled, Change(last, end, mark))


def quote(text: str, start: int, end: int, message: str) -> Repair:
    """Return the repair that puts ``text[start:end]`` in quotes."""
    changes = quote_changes(text, start, end)
    bounds = (line_bounds(text, start)[0], line_bounds(text, end)[1])
    found = certain(text, bounds, changes, ("text-needs-quotes", message, _PUT), (start, end))
    if _MAY_BE_NO_TEXT.match(text, start, end) and found.note is not None:
        return found._replace(note=found.note._replace(edits=()))
    return found


def quote_value(text: str, offset: int) -> Repair | None:
    """Return the repair that puts in quotes what the key or dash on the line of ``offset`` says."""
    line = line_at(text, offset)
    start = line.value
    key = line.key
    if key and not key_like(key) and line.lead > line.start + line.column:
        start, key = line.lead, ""
    if start >= line.stop:
        return None
    end = continued(text, line, line.indent if key else line.column)
    return quote(text, start, end, message_for(text, line, start, key))


def message_for(text: str, line: Line, start: int, key: str) -> str:
    """Return why the text at ``start`` cannot be read without quotes."""
    whose = f"The text of “{shortened(key)}”" if key else "This text"
    character = text[start : start + 1]
    rest = text[start : line.stop]
    if (": " in rest and character not in "\"'[{") or rest.endswith(":"):
        return f"{whose} has a colon in it, which makes YAML take what stands before the colon for a key."
    return f"{whose} {_FIRST.get(character, 'cannot be read without quotes')}."
