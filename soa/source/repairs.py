"""Which slip it is that stops the parser: from the parser's words and the lines around to a mend."""

import re
from collections.abc import Callable

from soa.source import layout, pasted
from soa.source.brackets import in_brackets, stray_close
from soa.source.changes import Change
from soa.source.faults import Note
from soa.source.layout import hole
from soa.source.lines import block_end, continued, line_at, preceding
from soa.source.quoting import quote, quote_value
from soa.source.repair import Repair, certain
from soa.source.scan import Trouble
from soa.source.words import line_bounds

_ENTRY_INSIDE = re.compile(r"[\r\n] *(?:- +)*[a-z_][a-z0-9_-]*:(?=[ \r\n])")

_ELISION = re.compile(r"'(?:tis|twas|twill|twere|em|til|till|cause|bout|n|[0-9]0s)\b(?!')", re.IGNORECASE)

Cure = Callable[[str, Trouble], Repair | None]


def repair(text: str, trouble: Trouble) -> Repair | None:
    """Return how to mend ``text`` where the parser stopped, or None where no slip is recognised."""
    cures: tuple[Cure, ...] = (
        _marker,
        _swallowed,
        layout.odd_spaces_at,
        pasted.dash,
        pasted.pasted,
        *_CURES.get(trouble.problem, ()),
        *_ALWAYS,
    )
    for cure in cures:
        found = cure(text, trouble)
        if found is not None and found.changes:
            return found
    return None


def _marker(text: str, trouble: Trouble) -> Repair | None:
    """Pass over a `---` or `...` around nothing, which the parser refuses."""
    line = line_at(text, trouble.at)
    alone = text[line.start : line.stop] in ("...", "---") and not text[: line.start].strip("-. \r\n")
    return Repair((Change(line.start, line.stop, ""),), None) if alone else None


def _swallowed(text: str, trouble: Trouble) -> Repair | None:
    """Recognise a quotation mark that was closed only by one of a later line, with keys in between."""
    for scalar in reversed(trouble.scalars):
        inside = text[scalar.start : scalar.end]
        if scalar.style in ("'", '"') and _ENTRY_INSIDE.search(inside):
            return _close_quote(text, scalar.start)
    return None


def _open_quote(text: str, trouble: Trouble) -> Repair | None:
    return _close_quote(text, trouble.context_at) if "quoted" in trouble.context else None


def _close_quote(text: str, start: int) -> Repair | None:
    """Close a quotation mark at the end of its line, or of the lines that can only belong to the same text."""
    mark = text[start : start + 1]
    if mark not in ("'", '"'):
        return None
    line = line_at(text, start)
    end = continued(text, line, line.indent if line.key else line.column)
    end = max(end, start + 1)
    if start != line.value:
        return None
    if _ELISION.match(text, start):
        whose = f"The text of “{line.key}”" if line.key else "This text"
        return quote(text, start, end, f"{whose} begins with an apostrophe, which opens a quotation for YAML.")
    inner = text[start + 1 : end]
    changes = [Change(end, end, mark)]
    if mark == "'":
        changes = [Change(start + 1 + at, start + 1 + at, "'") for at, one in enumerate(inner) if one == "'"] + changes
    elif '"' in inner or "\\" in inner:
        doubled = [Change(start + 1 + at, start + 1 + at, "'") for at, one in enumerate(inner) if one == "'"]
        changes = [Change(start, start + 1, "'"), *doubled, Change(end, end, "'")]
    message = f"The quotation mark that opens here ({mark}) is never closed."
    note = ("not-yaml", message, "Close it where the text ends")
    bounds = (line.start, max(line.end, end))
    return certain(text, bounds, tuple(changes), note, (start, start + 1))


def _escape(text: str, trouble: Trouble) -> Repair | None:
    """Double a backslash that begins no code in double quotes."""
    at = text.rfind("\\", trouble.context_at, trouble.at + 2)
    if at < 0:
        return None
    message = f"In double quotes a backslash begins a code, and “{text[at : at + 2]}” is none."
    note = ("backslash-in-quotes", message, "Write the backslash twice")
    return certain(text, line_bounds(text, at), (Change(at, at, "\\"),), note, (at, at + 2))


def _quote_here(text: str, trouble: Trouble) -> Repair | None:
    """Put the value in quotes whose line the parser stopped on."""
    line = line_at(text, trouble.at)
    if trouble.at < line.value and not (line.key and line.lead <= trouble.at):
        return None
    return quote_value(text, trouble.at)


def _quote_context(text: str, trouble: Trouble) -> Repair | None:
    """Put the value in quotes at which the parser began to read something else than text."""
    line = line_at(text, trouble.context_at)
    if trouble.context_at == line.value:
        return quote_value(text, trouble.context_at)
    return None


def _colon(text: str, trouble: Trouble) -> Repair | None:
    line = line_at(text, trouble.at)
    if trouble.at > line.value:
        return quote_value(text, trouble.at)
    return None


def _trailing(text: str, trouble: Trouble) -> Repair | None:
    """Mend what stands behind a value that seemed to be over."""
    line = line_at(text, trouble.at)
    if not text[line.start : trouble.at].strip(" "):
        return None
    closed = stray_close(text, trouble.at)
    if closed is not None:
        return closed
    if trouble.at > line.value:
        return quote_value(text, trouble.at)
    return None


def _keyless(text: str, trouble: Trouble) -> Repair | None:
    line = line_at(text, trouble.context_at)
    if text[line.start : trouble.context_at].strip(" -"):
        return None
    return layout.odd_spaces(text, line.start) or layout.no_colon(text, line)


def _tab(text: str, trouble: Trouble) -> Repair | None:
    line = line_at(text, trouble.at)
    near = text[trouble.at : trouble.at + 1] == "\t" or "\t" in text[line.start : line.lead]
    return layout.tabs(text, trouble.at) if near else None


def _tag_handle(text: str, trouble: Trouble) -> Repair | None:
    at = trouble.context_at if text[trouble.context_at : trouble.context_at + 1] == "!" else trouble.at
    found = re.compile(r"![^\s,\[\]{}]* ?").match(text, at)
    if found is None:
        return None
    message = f"“{found[0].strip()}” is a YAML tag, which this format does not have; it is ignored."
    help_ = f"Delete “{found[0].strip()}”. If it belongs to the text, put the whole text in quotes."
    change = Change(at, found.end(), "")
    end = at + len(found[0].rstrip())
    return Repair((change,), Note("yaml-tag", message, help_, at, end, None, (), ((at, found.end(), ""),)))


def _after_end(text: str, trouble: Trouble) -> Repair | None:
    """Mend what stands behind the end of the agreement: lines further left than its first, or something more."""
    line = line_at(text, trouble.at)
    first = trouble.closed[-1] if trouble.closed else None
    if first is not None and not first.flow and first.column > line.column and line.key:
        return _first_indented(text, first.start, line.start, first.column - line.column, line.key)
    message = "The agreement is already over here, and nothing from here on is read."
    help_ = "Delete what follows, or move it before the end of the agreement."
    return Repair((Change(trouble.at, len(text), ""),), Note("second-document", message, help_, trouble.at, line.stop))


def _first_indented(text: str, start: int, end: int, by: int, key: str) -> Repair:
    line = line_at(text, start)
    changes = []
    place = line.start
    while place < end:
        one = line_at(text, place)
        if one.column >= by:
            changes.append(Change(one.start, one.start + by, ""))
        place = one.end + (2 if text.startswith("\r\n", one.end) else 1)
    message = f"The first line is indented by {by}, further than “{key}”, which stands beside it."
    note = ("not-yaml", message, "Begin it at the very left")
    return certain(text, (line.start, line.end), tuple(changes), note, (line.start, line.start + by))


def _give_up(text: str, trouble: Trouble) -> Repair | None:
    return give_up(text, trouble, 0)


def give_up(text: str, trouble: Trouble, outwards: int) -> Repair | None:
    """Leave out the entry on whose line the parser stopped, or the one ``outwards`` levels around it."""
    line = line_at(text, min(trouble.at, max(len(text) - 1, 0)))
    if not text[line.start : line.end].strip():
        line = next(preceding(text, line), line)
    message, help_ = _explained(trouble)
    at = min(max(trouble.at, line.start), max(line.stop, line.start))
    place = (at, max(line.stop, at + 1))
    for _ in range(outwards):
        column = line.column
        found = next((above for above in preceding(text, line) if above.column < column or above.column == 0), None)
        if found is None:
            return None
        line = found
    end = block_end(text, line, line.indent if line.key else line.column)
    if line.key or line.lead > line.start + line.column:
        return hole(text, line.value, max(end, line.value), message, help_, place)
    start = line.start + line.column
    return Repair((Change(start, max(end, start), ""),), Note("not-yaml", message, help_, *place))


def _explained(trouble: Trouble) -> tuple[str, str]:
    """Return a sentence for what the parser said, and what to try."""
    help_ = "Look at this line and the one above: quotes, brackets, the colon after a key, and the spaces at the left."
    for part, message in _SENTENCES:
        if part in trouble.problem or part in trouble.context:
            return message, help_
    return "This cannot be read as YAML.", help_


_SENTENCES = (
    ("quoted scalar", "A quotation mark is opened and not closed, or closed too early."),
    ("flow", "Something is wrong inside of these brackets or braces."),
    ("block scalar", "The longer text that begins with “|” or “>” is not indented as one block."),
    ("expected key", "A key is expected here, and something else stands here."),
    ("'-' indicator", "A list item is expected here, and something else stands here."),
    ("expected ':'", "A colon is missing here, after the key."),
    ("mapping values", "A colon stands here where no key can be."),
    ("sequence entries", "A list cannot begin here."),
    ("anchor", "What begins with “&” here cannot be read."),
    ("alias", "What begins with “*” here cannot be read."),
    ("tag", "What begins with “!” here cannot be read."),
    ("any token", "This character cannot begin a text; put the text in quotes."),
)

_ALWAYS: tuple[Cure, ...] = (_give_up,)

_CURES: dict[str, tuple[Cure, ...]] = {
    "mapping values are not allowed in this context": (_tab, layout.deeper, _colon),
    "block sequence entries are not allowed in this context": (layout.list_after_key, _quote_here),
    "mapping keys are not allowed in this context": (_quote_here,),
    "found character that cannot start any token": (_tab, in_brackets, _quote_here),
    "found a tab character that violates indentation": (_tab,),
    "found a tab character where an indentation space is expected": (_tab,),
    "could not find expected ':'": (_tab, in_brackets, _keyless),
    "found unexpected end of stream": (_open_quote,),
    "found unexpected document indicator": (_open_quote,),
    "found unknown escape character": (_escape,),
    "did not find expected hexdecimal number": (_escape,),
    "found invalid Unicode character escape code": (_escape,),
    "did not find expected comment or line break": (_quote_context,),
    "found an indentation indicator equal to 0": (_quote_context,),
    "did not find expected alphabetic or numeric character": (in_brackets, _quote_context),
    "did not find expected tag URI": (in_brackets, _quote_context),
    "did not find expected whitespace or line break": (in_brackets, _quote_context),
    "did not find the expected '>'": (in_brackets, _quote_context),
    "did not find expected '!'": (in_brackets, _quote_context),
    "found undefined tag handle": (_tag_handle,),
    "did not find expected key": (_tab, _trailing, layout.odd_spaces_at, layout.misplaced),
    "did not find expected '-' indicator": (_tab, _trailing, layout.odd_spaces_at, layout.misplaced),
    "did not find expected ',' or ']'": (in_brackets,),
    "did not find expected ',' or '}'": (in_brackets,),
    "found unexpected ':'": (in_brackets,),
    "did not find expected node content": (in_brackets, _quote_here),
    "did not find expected <document start>": (_trailing, _after_end),
}
