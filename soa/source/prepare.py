"""Makes a text fit for the parser without moving anything: one character stands in for one, and is given back later."""

import re
from itertools import islice
from typing import NamedTuple

from soa.source.faults import MAX_FAULTS, Note

HOLE = "\uf8ff"
"""What stands, while a mended text is read, for a value that could not be read."""

ODD_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANK = re.compile(r"^[ \t]*\t[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)|%[^\r\n]*(?:\r\n?|\n|\Z))*")
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_VERSION = re.compile(r"%YAML[ \t]+1\.[0-9]+[ \t]*(#.*)?")
MASKED_COLON = "\uf8fe"
MASKED_QUESTION = "\uf8fd"
_KNOWN = {ord(MASKED_COLON): ":", ord(MASKED_QUESTION): "?"}
_MASKED = "\x85\u2028\u2029" + HOLE + MASKED_COLON + MASKED_QUESTION


class Prepared(NamedTuple):
    """A text of the same length, the characters to give back (by code point), and what was wrong at its head."""

    text: str
    restored: dict[int, str]
    notes: tuple[Note, ...] = ()


def prepare(text: str) -> Prepared:
    """Return ``text`` as the parser, which is of YAML 1.1, has to see it in order to read it as YAML 1.2.

    Characters that end a line for it but not in YAML 1.2 are masked, and so are the colon of an address and the
    question mark at the end of a text, at which it would stop inside of braces; tabs on blank lines become spaces, and
    directives comments.
    """
    restored = dict(_KNOWN)
    notes: tuple[Note, ...] = ()
    if not text.isascii():
        for character in _MASKED:
            if character in text:
                text = text.replace(character, _mask(text, restored, character))
    if "\t" in text:
        text = _BLANK.sub(lambda blank: " " * len(blank[0]), text)
    if "{" in text or "[" in text:
        if "://" in text:
            text = text.replace("://", MASKED_COLON + "//")
        if any(end in text for end in ("?,", "?}", "?]")):
            for end in ",}]":
                text = text.replace(f"?{end}", MASKED_QUESTION + end)
    if "%" in text and (head := _HEAD.match(text)) is not None and "%" in head[0]:
        text, notes = _without_directives(text, head.end())
    return Prepared(text, restored, notes)


def odd_spaces_in(text: str) -> bool:
    """Tell whether a text holds spaces that YAML does not take for spaces."""
    return not text.isascii() and any(space in text for space in ODD_SPACES)


def give_back(note: Note, restored: dict[int, str]) -> Note:
    """Return ``note`` with the characters of the written text in its words."""
    edits = tuple((start, end, new.translate(restored)) for start, end, new in note.edits)
    return note._replace(message=note.message.translate(restored), help=note.help.translate(restored), edits=edits)


def _mask(text: str, restored: dict[int, str], character: str) -> str:
    """Return a character of private use that the text does not hold, to stand for ``character``."""
    code = next(code for code in range(0xF8FC, 0xE000, -1) if code not in restored and chr(code) not in text)
    restored[code] = character
    return chr(code)


def _without_directives(text: str, end: int) -> tuple[str, tuple[Note, ...]]:
    notes = []
    for found in islice(_DIRECTIVE.finditer(text, 0, end), MAX_FAULTS):
        if not _VERSION.fullmatch(found[0]):
            message = (
                f"“{found[0][:40]}” is a directive to YAML readers, which this format does not have; it is ignored."
            )
            edit = (found.start(), found.end(), "")
            place = found.start(), found.end()
            notes.append(Note("yaml-directive", message, "Delete this line.", *place, (), (), (edit,)))
    return _DIRECTIVE.sub(lambda found: "#" + found[0][1:], text[:end]) + text[end:], tuple(notes)
