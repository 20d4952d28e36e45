"""Mends of what a word processor or the hand puts for YAML's own marks: dashes, bullets, lists and tables."""

import re
from itertools import islice

from soa.source.changes import Change
from soa.source.faults import Note
from soa.source.lines import Line, following, line_at, preceding
from soa.source.quoting import quote_changes
from soa.source.repair import Repair, shown
from soa.source.scan import Trouble
from soa.source.words import shortened

_BULLETS = "–—−‐‑•‣▪●◦·*"
_ENTRY = re.compile(rf"( *)([{_BULLETS}][ \t\xa0]*|-)(?=[a-z_][a-z0-9_-]*:(?:[ \t\xa0\r\n]|\Z))")
_BESIDE = re.compile(rf"( *)([{_BULLETS}][ \t\xa0]*|-)(?=\w)")
_LISTED = re.compile(rf"[ \t]*[{_BULLETS}][ \t\xa0]*(?=\w)")
_TABLE = re.compile(r"[ \t]*(?:\|.*\||[^\s#][^\t]*\t)")
_MOST_LINES = 1_000
_MOST_ABOVE = 50


def near(text: str, trouble: Trouble) -> tuple[Line, ...]:
    """Return the lines that may be the cause: where the parser stopped, and where what it was reading began."""
    lines = [line_at(text, trouble.at)]
    if "simple key" in trouble.context:
        lines.append(line_at(text, trouble.context_at))
    last = trouble.scalars[-1] if trouble.scalars else None
    if last is not None and not last.style and last.start < lines[0].start:
        lines.append(line_at(text, last.start))
    return tuple(lines)


def dash(text: str, trouble: Trouble) -> Repair | None:
    """Put `- ` for a bullet, a long dash or a dash without its space before an entry of a list, and those beside it."""
    for line in near(text, trouble):
        found = _ENTRY.match(text, line.start, line.end)
        if found is None and _dashed_beside(text, line):
            found = _BESIDE.match(text, line.start, line.end)
        if found is not None and not _below_text(text, line):
            return _dashes(text, line, found[2].rstrip(" \t\xa0"))
    return None


def _below_text(text: str, line: Line) -> bool:
    """Tell whether the lines of this column stand below a key that has its text on its own line."""
    for above in islice(preceding(text, line), _MOST_LINES):
        if above.column == line.column and text.startswith("- ", above.start + above.column):
            return False
        entry = _BESIDE.match(text, above.start, above.end) is not None
        if above.column < line.column or (above.column == line.column and not entry):
            return above.value < above.stop
    return line.column == 0


def _dashed_beside(text: str, line: Line) -> bool:
    """Tell whether the entry before the line begins in its column with a dash."""
    for above in islice(preceding(text, line), _MOST_LINES):
        if above.column <= line.column:
            return above.column == line.column and text.startswith("- ", above.start + above.column)
    return False


def _dashes(text: str, line: Line, mark: str) -> Repair:
    lines = [line]
    for beside in (preceding(text, line), following(text, line)):
        for other in islice(beside, _MOST_LINES):
            if other.column < line.column:
                break
            if other.column == line.column and _marked(text, other, mark):
                lines.append(other)
    lines.sort()
    changes = tuple(_as_dash(text, one) for one in lines)
    first = lines[0]
    place = first.start + first.column
    wrong = "the space is missing" if mark == "-" else f"“{mark}” stands for it"
    where = "here" if len(lines) == 1 else f"on {len(lines)} lines from here on"
    message = f"An entry of a list begins with a dash and a space; {where} {wrong}."
    words = shown(text, first.start, first.end, changes[:1])
    edits = tuple((change.start, change.end, change.new) for change in changes)
    return Repair(changes, Note("not-yaml", message, f"Write: {words}", place, place + len(mark), None, (), edits))


def _marked(text: str, line: Line, mark: str) -> bool:
    found = _BESIDE.match(text, line.start, line.end)
    return found is not None and found[2].startswith(mark)


def _as_dash(text: str, line: Line) -> Change:
    found = _BESIDE.match(text, line.start, line.end)
    assert found is not None, "only lines that match are taken"
    return Change(found.start(2), found.end(2), "- ")


def pasted(text: str, trouble: Trouble) -> Repair | None:
    """Take a list with bullets, or a table, that stands below a text for the rest of this text."""
    context = line_at(text, trouble.context_at)
    for line in (*near(text, trouble), context):
        for shape, what in ((_LISTED, "list"), (_TABLE, "table")):
            first = _first(text, line, shape)
            if first is not None:
                return _as_text(text, first, shape, what)
    return None


def _first(text: str, line: Line, shape: re.Pattern[str]) -> Line | None:
    """Return the first line of the list or table that begins on ``line``, around it, or right below it."""
    first = line if _stands(text, line, shape) else None
    if first is None:
        below = next(following(text, line), None)
        return below if line.key and below is not None and _stands(text, below, shape) else None
    for above in islice(preceding(text, line), _MOST_ABOVE):
        if not _stands(text, above, shape):
            break
        first = above
    return first


def _stands(text: str, line: Line, shape: re.Pattern[str]) -> bool:
    """Tell whether a line is of a list or table; a key with a tab before its answer is neither."""
    if text.startswith("- ", line.start + line.column) or (shape is _TABLE and line.key):
        return False
    return shape.match(text, line.start, line.end) is not None


def _as_text(text: str, first: Line, shape: re.Pattern[str], what: str) -> Repair | None:
    owner = next(preceding(text, first), None)
    if owner is None or not owner.key or text[owner.value : owner.value + 1] in ("|", ">"):
        return None
    last, count = first, 1
    for below in islice(following(text, first), _MOST_LINES):
        if not _stands(text, below, shape):
            break
        last, count = below, count + 1
    start = owner.value if owner.value < owner.stop else first.start + first.column
    changes = quote_changes(text, start, last.stop)
    if text[start] in "\"'[{":
        changes = (Change(first.start + first.column, last.stop, ""),)
    elif start > owner.stop:
        # A text of its own has to stand deeper than its key, or it would be read as a key.
        opening = changes[0]
        changes = (opening._replace(new=" " * (owner.indent + 1) + opening.new), *changes[1:])
    key = shortened(owner.key)
    message = f"A {what} cannot stand here by itself; YAML cannot tell that it belongs to “{key}”."
    column = owner.indent + 3
    help_ = f"Write “{key}: |-”, and below it the text and the {what}, each line begun in column {column}."
    if what == "table":
        help_ += " Figures belong under indicators."
    place = (first.start + first.column, last.stop if count == 1 else first.stop)
    return Repair(changes, Note("not-yaml", message, help_, *place))
