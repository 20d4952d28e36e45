"""The wording of what can be wrong in a text that the parser accepts."""

import re
from decimal import Decimal

from soa.source.faults import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Note
from soa.source.nodes import Entry, Value
from soa.source.places import Path
from soa.source.words import corrected, line_bounds, quoted, shortened

_PROPERTY = re.compile(r"(?:&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*)")
_GAP = re.compile(r"(?:[ \t\r\n]+|(?<=\s)#[^\r\n]*)*")
_LONG = 2_000
_COMMA = re.compile(r"\s*,\s*")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,\s?[0-9]{3})+")
_FIGURE = re.compile(r"[-£]*[0-9][0-9.,\s]*(?:%|k|m|bn)?", re.IGNORECASE)
"""A figure with a comma that is no comma between thousands: a decimal point may be meant, or a figure is missing."""
_CUT = re.compile(r"[ \t]+(?=#[^\W_])")
_MAY_CUT = re.compile(r"[ \t]#[^\W_]")
_NOTE = re.compile(
    r"(?<![ \t])(?:[ \t]+#(?:[ \t]|$)|[ \t]*$)"
)  # from where blanks begin: long runs of them are read once
_SPLIT_FILES = "Move parts of the agreement into files of their own and name each with `file:`."


def empty_file() -> Note:
    """Return the fault of a file that says nothing."""
    return Note(
        "empty-file",
        "This file is empty.",
        "Write the agreement here, or start from the one that `soa new` makes.",
        0,
        0,
    )


def second_document(start: int) -> Note:
    """Return the fault of a second `---`."""
    message = "A second document begins here, and nothing from here on is read."
    return Note(
        "second-document", message, "Delete this line, or put what follows into a file of its own.", start, start + 3
    )


def merge_key(start: int, end: int, path: Path) -> Note:
    """Return the fault of a merge key."""
    message = "“<<” copies the keys of another entry to this place, which this format does not have."
    return Note("merge-key", message, "Write the copied keys out here.", start, end, path)


def no_key(text: str, start: int, path: Path | None) -> Note:
    """Return the fault of a value without a key."""
    left, right = line_bounds(text, start)
    message = "There is no key before this colon, so that what follows belongs to nothing."
    help_ = "Write the key before the colon, or delete the line."
    return Note("complex-key", message, help_, start, min(start + 1, max(right, left)), path)


def complex_key(start: int, end: int, path: Path) -> Note:
    """Return the fault of a key that is a list or a mapping."""
    message = "A key is one word or text; here a whole list or a set of keys stands in the place of a key."
    help_ = "Write a plain key such as `title:`; text that begins with “[”, “{” or “?” belongs in quotes."
    return Note("complex-key", message, help_, start, end, path)


def repeated_key(key: str, start: int, end: int, first: Entry, path: Path) -> Note:
    """Return the fault of a key that stands twice in one place."""
    message = f"“{shortened(key)}” stands here a second time; only the first is read."
    help_ = "Keep one of the two, or join what they say under one key."
    return Note("repeated-key", message, help_, start, end, path, ((first[0], first[1], "it stands here first"),))


def after_properties(text: str, start: int, end: int) -> int:
    """Return where a value begins that has an anchor or a tag before it."""
    place = start
    while (found := _PROPERTY.match(text, place, end)) and found.end() > place:
        gap = _GAP.match(text, found.end(), end)
        place = gap.end() if gap else found.end()
    return place


def tag(text: str, start: int, end: int, value: int, path: Path) -> Note:
    """Return the fault of a YAML tag before a value that itself begins at ``value``."""
    at = text.find("!", start, end)
    found = _PROPERTY.match(text, at, end)
    stop = found.end() if found else at + 1
    name = text[at:stop]
    if value >= end and not name.startswith("!!"):
        message = f"“{name}” is read as a YAML tag, because it begins with “!”."
        return needs_quotes(text, at, stop, message, path)
    gap = len(text[stop:end]) - len(text[stop:end].lstrip(" "))
    help_ = f"Delete “{name}”. If it belongs to the text, put the whole text in quotes."
    message = f"“{name}” is a YAML tag, which this format does not have; it is ignored."
    return Note("yaml-tag", message, help_, at, stop, path, (), ((at, stop + gap, ""),))


def tag_text(text: str, start: int, end: int) -> str:
    """Return the text that was meant where only a tag stands."""
    return text[text.find("!", start, end) : end]


def needs_quotes(text: str, start: int, end: int, message: str, path: Path | None) -> Note:
    """Return the fault of a text that YAML reads as something else because it is not in quotes."""
    new = quoted(text[start:end])
    help_ = f"Put the text in quotes: {corrected(text, start, end, new)}"
    return Note("text-needs-quotes", message, help_, start, end, path, (), ((start, end, new),))


def may_cut(text: str) -> bool:
    """Tell whether ``text`` has a hash sign that may cut a text short."""
    return "#" in text and _MAY_CUT.search(text) is not None


def cut(text: str, start: int, end: int, path: Path) -> Note | None:
    """Return the fault of a plain text from ``start`` to ``end`` that a hash sign cuts short, or None if none does."""
    found = _CUT.match(text, end)
    if found is None:
        return None
    at = found.end()
    right = line_bounds(text, at)[1]
    note = _NOTE.search(text, at, right)
    stop = note.start() if note is not None else right
    message = f"“{shortened(text[at:stop])}” is left out: after a space, # begins a note that is not part of the text."
    whole = corrected(text, start, stop, quoted(text[start:stop]))
    help_ = f"If it is a note, write a space after the #; if not, put the whole text in quotes: {whole}"
    return Note("comment-cuts-text", message, help_, at, stop, path)


def bare_anchor(text: str, start: int, end: int, path: Path) -> Note:
    """Return the fault of an anchor that nothing refers to, with nothing behind it."""
    message = f"“{text[start:end]}” is read as a YAML anchor, because it begins with “&”."
    return needs_quotes(text, start, end, message, path)


def unknown_alias(text: str, start: int, end: int, path: Path) -> Note:
    """Return the fault of a reference to nothing, or of text that begins with a star."""
    name = text[start:end]
    message = (
        f"“{name}” is read as a YAML alias, because it begins with “*”; nothing is marked “&{name[1:]}” before it."
    )
    new = quoted(name)
    help_ = f"If it is text, put it in quotes: {corrected(text, start, end, new)}"
    return Note("unknown-alias", message, help_, start, end, path, (), ((start, end, new),))


def alias_loop(name: str, start: int, end: int, path: Path) -> Note:
    """Return the fault of an alias inside of what it stands for."""
    message = f"“*{name}” stands inside of what it stands for itself, and would never end."
    return Note("alias-loop", message, "Write out here what is meant.", start, end, path)


def alias_too_big(name: str, start: int, end: int, path: Path) -> Note:
    """Return the fault of aliases that multiply."""
    message = f"“*{name}” repeats so much that the agreement would grow beyond {MAX_NODES:,} entries."
    return Note("alias-too-big", message, "Write each part once, without aliases.", start, end, path)


def too_deep(start: int) -> Note:
    """Return the fault of nesting without end."""
    message = f"More than {MAX_DEPTH} levels stand inside each other here; nothing of this file is read."
    return Note(
        "too-large", message, "Check the brackets on this line: an agreement needs about 12 levels.", start, start + 1
    )


def too_many_nodes(start: int) -> Note:
    """Return the fault of a file with too many entries."""
    message = f"This file holds more than {MAX_NODES:,} entries; the limit is passed here, and nothing of it is read."
    return Note("too-large", message, _SPLIT_FILES, start, start + 1)


def long_scalar(start: int, path: Path) -> Note:
    """Return the fault of one very long text."""
    message = f"This text is longer than {MAX_SCALAR:,} characters, and is not read."
    return Note("too-large", message, "Check that its quotes are closed, and shorten it.", start, start + 1, path)


def comma(text: str, value: Value, entry: Entry, start: int, end: int, path: Path) -> tuple[str | int, Note] | None:
    """Return text cut by a comma in braces as it was meant, and the fault; None if that is not what happened."""
    whole = entry[2]
    if end - whole > _LONG:
        return None
    if entry[4] is not None or not isinstance(value, str | int | Decimal) or isinstance(value, bool):
        return None
    if text[whole] in "\"'*&!|>" or not _COMMA.fullmatch(text, entry[3], start):
        return None
    raw = text[whole:end]
    if _GROUPED.fullmatch(raw):
        number = re.sub(r"[,\s]", "", raw)
        help_ = f"Write the number without commas: {corrected(text, whole, end, number)}"
        message = f"Inside braces a comma ends the number, so that “{raw}” is read as two things."
        return int(number), Note("text-needs-quotes", message, help_, whole, end, path, (), ((whole, end, number),))
    if _FIGURE.fullmatch(raw):
        message = f"Inside braces a comma ends the number, so that “{raw}” is read as two things."
        help_ = "Write the number with a point for its decimals, and without commas."
        return " ".join(raw.split()), Note("text-needs-quotes", message, help_, whole, end, path)
    message = (
        f"Inside braces a comma ends the text, so that “{shortened(text[start:end])}” is read as a key of its own."
    )
    return " ".join(raw.split()), needs_quotes(text, whole, end, message, path)
