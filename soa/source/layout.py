"""Mends of indentation: tabs, lines that stand too far left or right, lines that belong to nothing."""

import re
from itertools import islice

from soa.source.changes import Change
from soa.source.faults import Note
from soa.source.lines import Line, block_end, continued, following, key_like, line_at, preceding
from soa.source.pasted import near
from soa.source.prepare import HOLE, ODD_SPACES
from soa.source.quoting import quote
from soa.source.repair import Repair, certain, likely, shown
from soa.source.scan import Level, Trouble
from soa.source.slips import no_key
from soa.source.words import shortened
from soa.source.wordy import missing_colon

_NO_SPACE = re.compile(r"""([A-Za-z_][\w-]*|"[^"\n]*"|'[^'\n]*'):(?=[^ \t\r\n/:])""")
_LEADING = re.compile(r"[ \t]*")
_ODD_SPACE = re.compile(rf"[ \t]*[{ODD_SPACES}][\s\u200b]*")
_TAB_WIDTHS = (2, 4, 8)
_MOST_LINES = 1_000
_QUESTIONS = ("what", "how", "by_whom", "when")


def tabs(text: str, offset: int) -> Repair | None:
    """Put spaces for the tabs before the text of this line, and of the lines after it that begin so too."""
    line = line_at(text, offset)
    lead = _LEADING.match(text, line.start, line.end)
    if lead is None or "\t" not in lead[0]:
        return _lone_tab(text, offset)
    width = _tab_width(text, line, lead[0])
    changes = [_spaces(line.start, lead[0], width)]
    for below in islice(following(text, line), _MOST_LINES):
        lead = _LEADING.match(text, below.start, below.end)
        if lead is None or "\t" not in lead[0]:
            break
        changes.append(_spaces(below.start, lead[0], width))
    count = len(changes)
    message = "A tab stands at the beginning of this line; YAML is indented with spaces only."
    if count > 1:
        message = f"Tabs stand at the beginning of {count} lines from here on; YAML is indented with spaces only."
    note = ("tab-indent", message, f"Write {width} spaces for each tab")
    first = _LEADING.match(text, line.start)
    end = first.end() if first else line.start + 1
    return certain(text, (line.start, line.end), tuple(changes), note, (line.start, end))


def _tab_width(text: str, line: Line, lead: str) -> int:
    """How wide a tab was meant: so that the line stands level with the one before or after it, where a width does that."""
    level = {other.indent for other in islice(preceding(text, line), 1)}
    level |= {other.indent for other in islice(following(text, line), 1) if "\t" not in text[other.start : other.lead]}
    return next((width for width in _TAB_WIDTHS if _width(lead, width) in level), _TAB_WIDTHS[0])


def _width(lead: str, tab: int) -> int:
    return sum(tab if character == "\t" else 1 for character in lead)


def _spaces(start: int, lead: str, tab: int) -> Change:
    return Change(start, start + len(lead), " " * _width(lead, tab))


def _lone_tab(text: str, offset: int) -> Repair | None:
    """Put one space for a tab that stands behind a dash."""
    at = text.find("\t", max(offset - 1, 0), offset + 2)
    if at < 0:
        return None
    line = line_at(text, at)
    note = ("tab-indent", "A tab stands here where YAML wants a space.", "Write a space for it")
    return certain(text, (line.start, line.end), (Change(at, at + 1, " "),), note, (at, at + 1))


def odd_spaces_at(text: str, trouble: Trouble) -> Repair | None:
    """See ``odd_spaces``, for the line the parser stopped on and the one on which its last text began."""
    return next((found for line in near(text, trouble) if (found := odd_spaces(text, line.start)) is not None), None)


def odd_spaces(text: str, offset: int) -> Repair | None:
    """Put ordinary spaces for the no-break and other wide spaces before the text of a line, and of those beside it."""
    line = line_at(text, offset)
    if _ODD_SPACE.match(text, line.start, line.end) is None:
        return None
    lines = [line]
    for beside in (preceding(text, line), following(text, line)):
        for other in islice(beside, _MOST_LINES):
            if _ODD_SPACE.match(text, other.start, other.end) is None:
                break
            lines.append(other)
    lines.sort()
    leads = [lead for one in lines if (lead := _ODD_SPACE.match(text, one.start, one.end)) is not None]
    changes = tuple(Change(lead.start(), lead.end(), " " * len(lead[0])) for lead in leads)
    message = "This line begins with a special space, which does not indent it."
    if len(leads) > 1:
        message = f"{len(leads)} lines from here on begin with special spaces, which do not indent them."
    first = lines[0]
    words = f"Write ordinary spaces for it: {shown(text, first.start, first.end, changes[:1])}"
    edits = tuple((change.start, change.end, change.new) for change in changes)
    return Repair(changes, Note("tab-indent", message, words, *leads[0].span(), None, (), edits))


def no_space(text: str, line: Line, start: int) -> Repair | None:
    """Put the space that is missing after a key's colon."""
    found = _NO_SPACE.match(text, start, line.end)
    if found is None:
        return None
    at = found.end()
    odd = text[at] == "\u00a0"
    message = f"A space is missing after “{found[0]}”, so that it is not read as a key."
    if odd:
        message = f"After “{found[0]}” stands a no-break space, which YAML does not take for a space."
    change = Change(at, at + 1, " ") if odd else Change(at, at, " ")
    note = ("colon-needs-space", message, "Write a space after the colon")
    return certain(text, (line.start, line.end), (change,), note, (found.start(), at))


def deeper(text: str, trouble: Trouble) -> Repair | None:
    """Mend a line that stands below a text and deeper, and has a colon: a key indented too far, or more of the text."""
    if not trouble.scalars:
        return None
    scalar = trouble.scalars[-1]
    above, line = line_at(text, scalar.start), line_at(text, trouble.at)
    if above.start == line.start or not scalar.start < trouble.at:
        return None
    spaced = no_space(text, above, scalar.start)
    if spaced is None and not above.key and scalar.start == above.lead:
        spaced = missing_colon(text, above)
    if spaced is not None:
        return spaced
    if not above.key and scalar.start == above.lead and above.lead == above.start + above.column:
        return no_colon(text, above)
    body = text[line.start : line.stop].lstrip()
    if body.startswith("- ") and above.key:
        return _text_and_list(text, above, line)
    if key_like(line.key) and above.key and line.column > above.indent:
        return _too_deep(text, above, line)
    end = line.stop
    for below in following(text, line):
        if below.column <= above.column or below.key:
            break
        end = below.stop
    whose = f"The text of “{shortened(above.key)}”" if above.key else "This text"
    message = f"{whose} has a colon in it on a later line, which makes YAML take what stands before it for a key."
    return quote(text, scalar.start, end, message)


def _too_deep(text: str, above: Line, line: Line) -> Repair:
    message = (
        f"This line is indented further than “{above.key}” above it, which has its text on its own line "
        f"and can hold no keys."
    )
    help_ = f"Begin “{line.key}:” below the “{above.key[:1]}” of “{above.key}”, in column {above.indent + 1}."
    return likely(_shift(text, line, above.indent), message, help_, (line.lead, line.lead + len(line.key)))


def _text_and_list(text: str, above: Line, line: Line) -> Repair:
    message = f"“{above.key}” has a text on its own line and a list below it; it can only have one of the two."
    help_ = f"Put the text of “{above.key}” under a key of its own, or make it the first item of the list."
    end = block_end(text, above, above.indent)
    return hole(text, above.value, end, message, help_, (line.start + line.column, line.stop))


def misplaced(text: str, trouble: Trouble) -> Repair | None:
    """Move a key or list item to the column where others of its kind begin."""
    line = line_at(text, trouble.at)
    if text[line.start : trouble.at].strip(" "):
        return None
    column = line.column
    dashed = (
        text.startswith("-", line.start + column) and text[line.start + column + 1 : line.start + column + 2] in " \r\n"
    )
    if text.startswith(":", line.start + column):
        start = line.start + column
        return Repair((Change(start, block_end(text, line, column), ""),), no_key(text, start, None))
    if not dashed and not line.key:
        return no_colon(text, line)
    candidates = [
        level for level in (*trouble.levels, *trouble.closed) if level.mapping is not dashed and not level.flow
    ]
    wanted = _nearest(text, line, column, candidates, dashed=dashed)
    if not dashed and wanted is not None:
        wanted = _beside_its_kind(text, line, candidates, wanted)
    if wanted is None or wanted == column:
        return _belongs_nowhere(text, line, dashed=dashed)
    what = "list item" if dashed else "key"
    message = (
        f"This {what} begins in column {column + 1}, where nothing else begins: YAML cannot tell what it belongs to."
    )
    help_ = f"Begin it in column {wanted + 1}, where the others of its kind begin."
    start = line.start + column
    end = line.lead + len(line.key) if line.key else line.stop
    return likely(_shift(text, line, wanted), message, help_, (start, max(end, start + 1)))


def _nearest(text: str, line: Line, column: int, levels: list[Level], *, dashed: bool) -> int | None:
    columns = {level.column for level in levels if level.column >= 0}
    if dashed:
        above = next(preceding(text, line), None)
        if above is not None and above.key and above.value >= above.stop:
            columns.add(above.indent)
    return min(columns, key=lambda other: (abs(other - column), -other), default=None)


def _beside_its_kind(text: str, line: Line, levels: list[Level], wanted: int) -> int:
    """Return the column of the questions an outcome answers for one of them, or of the key above lines as far left."""
    columns = {level.column for level in levels if level.column >= 0}
    if line.key in _QUESTIONS:
        for above in islice(preceding(text, line), _MOST_LINES):
            if above.key in _QUESTIONS and above.indent in columns:
                return above.indent
    if line.value >= line.stop and _alone(text, line):
        return max((column for column in columns if column < line.column), default=wanted)
    return wanted


def _belongs_nowhere(text: str, line: Line, *, dashed: bool) -> Repair:
    start = line.start + line.column
    if dashed:
        message = "A list item stands here among keys; it belongs to no list."
        help_ = "Write the key of the list on a line above it, such as `outcomes:`, or take away the dash."
        end = block_end(text, line, line.column)
        return likely((Change(start, end, ""),), message, help_, (start, line.stop))
    message = f"“{line.key}” stands where a list item is expected: its line has no dash."
    return certain(
        text,
        (line.start, line.end),
        (Change(start, start, "- "),),
        ("not-yaml", message, "Write a dash before it, or indent it so that it belongs to the item above"),
        (start, line.lead + len(line.key)),
    )


def _shift(text: str, line: Line, column: int) -> tuple[Change, ...]:
    """Move ``line`` so that it begins in ``column``, and with it the lines after it that stand as it does or deeper."""
    by = column - line.column
    moved = [line]
    if not _alone(text, line):
        for below in islice(following(text, line), _MOST_LINES):
            if below.column < line.column:
                break
            moved.append(below)
    if by > 0:
        return tuple(Change(one.start, one.start, " " * by) for one in moved)
    return tuple(Change(one.start, one.start - by, "") for one in moved)


def _alone(text: str, line: Line) -> bool:
    """Tell whether only ``line`` stands wrong: what is below it does not stand as it would if both had been moved."""
    below = next(following(text, line), None)
    if below is None or not below.key:
        return False
    if line.lead > line.start + line.column:
        return below.column > line.column and below.column != line.indent and below.indent == below.column
    if line.value < line.stop:
        return below.column > line.column
    return below.column == line.column and below.indent == below.column


def no_colon(text: str, line: Line) -> Repair:
    """Mend a line with words but no key: a space or colon is missing, or it goes on with the text above."""
    start = line.lead
    spaced = no_space(text, line, start) or missing_colon(text, line)
    if spaced is not None:
        return spaced
    words = text[start : line.stop]
    place = (start, max(line.stop, start + 1))
    below = next(following(text, line), None)
    if key_like(words) and below is not None and (below.column >= line.column or below.key):
        note = ("not-yaml", f"The colon after “{words}” is missing.", "Write a colon after the key")
        return certain(text, (line.start, line.end), (Change(line.stop, line.stop, ":"),), note, place)
    above = next(preceding(text, line), None)
    if above is not None and not words.startswith(("- ", "#", "%", "---")):
        column = above.indent + 2 if above.key else above.column
        if above.column >= 0 and column > line.column and not _ends_open(text, above):
            owner = f"“{shortened(above.key)}”" if above.key else "the text above"
            message = f"This line has no key, and is not indented far enough to go on with {owner}."
            help_ = f"Begin it in column {column + 1} if it goes on with the line above; otherwise write its key and a colon."
            return likely((Change(line.start, line.start + line.column, " " * column),), message, help_, place)
    message = "This line has no key: nothing on it ends with a colon."
    help_ = "Write a key and a colon before the text, or indent it below the key that it belongs to."
    return likely((Change(line.start + line.column, line.end, ""),), message, help_, place)


def _ends_open(text: str, above: Line) -> bool:
    """Tell whether the line above has a key but no text that could go on."""
    return bool(above.key) and text[above.value : above.value + 1] in ("", "\n", "\r", "[", "{", '"', "'")


def hole(
    text: str, start: int, end: int, message: str, help_: str, place: tuple[int, int], rule: str = "not-yaml"
) -> Repair:
    """Give up on ``text[start:end]``: it is read as nothing, and known as unread."""
    before = " " if text[start - 1 : start] not in ("", " ", "\n", "\r") else ""
    return Repair((Change(start, end, f"{before}{HOLE}"),), Note(rule, message, help_, *place))


def list_after_key(text: str, trouble: Trouble) -> Repair | None:
    """Mend `key: - item`: a list begins on the line below its key."""
    line = line_at(text, trouble.at)
    at = trouble.at
    after = text[at + 1 : line.stop].strip()
    if not line.key or at < line.value or not after or after[0].isdigit():
        return None
    below = next(following(text, line), None)
    more = below is not None and text.startswith("- ", below.start + below.column) and below.column >= line.indent
    if not more and after[0].isupper() and " " in after and ": " not in after:
        return None  # Several words that begin as a sentence does: a text with a dash before it.
    message = f"The list of “{line.key}” begins on the same line as its key."
    help_ = f"Begin the list on the line below: - {shortened(after)}"
    stop = continued(text, line, line.indent)
    return likely((Change(at, at, "\n" + " " * (at - line.start)),), message, help_, (at, max(stop, at + 1)))
