"""Bytes to text: byte order marks, encodings, and the characters that no YAML may hold."""

import re
from functools import cache
from typing import NamedTuple

from soa.source.faults import Note

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ALLOWED = "\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_SOUND = re.compile(f"[{_ALLOWED}]*")
_ESCAPED = re.compile("[\udc80-\udcff]")
_BINARY_SHARE = 20
_BINARY_LEAST = 8
_MOST_EDITS = 1_000
_SAVE = "Open the file in your editor and save it as UTF-8 (in Notepad: Save as, then Encoding: UTF-8)."
_RETYPE = "Delete it, or type the words again: it often comes along when text is pasted from another program."


@cache
def _forbidden() -> re.Pattern[str]:
    """Every character that no YAML may hold; hardly any file needs it, and it takes long to compile."""
    return re.compile(f"[^{_ALLOWED}]")


class Decoded(NamedTuple):
    """A text, what was wrong with its bytes, and whether it is text at all."""

    text: str
    notes: tuple[Note, ...]
    readable: bool


def decode(raw: bytes | str) -> Decoded:
    """Return the text of ``raw`` without its byte order mark.

    A byte that is not UTF-8 is read as Windows would read it (cp1252) and noted, so that the rest of the file can
    still be judged. A file that is mostly control characters is not text, and not read any further.
    """
    if isinstance(raw, str):
        return _without_controls(raw.removeprefix("\ufeff"), ())
    return _without_controls(*_decode_bytes(raw))


def encoding_of(raw: bytes) -> tuple[bytes, str]:
    """Return the byte order mark with which ``raw`` begins, and the encoding that it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if raw.startswith(mark)), (b"", "utf-8"))


def printable(text: str) -> str:
    """Return ``text`` with a space for each character that YAML forbids; every other character keeps its place."""
    return _forbidden().sub(" ", text)


def _decode_bytes(raw: bytes) -> tuple[str, tuple[Note, ...]]:
    mark, encoding = encoding_of(raw)
    body = raw[len(mark) :]
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _decode_mixed(body)
        start = len(body[: error.start].decode(encoding, "replace"))
        message = f"This file says that it is {encoding[:6].upper()}, but is not, from here on"
        return body.decode(encoding, "replace"), (Note("not-text", message, _SAVE, start, start + 1),)


def _decode_mixed(body: bytes) -> tuple[str, tuple[Note, ...]]:
    """Decode UTF-8 with some bytes of another encoding in it, and note the first of these."""
    escaped = body.decode("utf-8", "surrogateescape")
    places = [match.start() for match in _ESCAPED.finditer(escaped)]
    text = _ESCAPED.sub(_windows, escaped)
    start = places[0]
    shown = f", probably meant as “{text[start]}”" if text[start].isprintable() else ""
    others = f" There {'is 1' if len(places) == 2 else f'are {len(places) - 1}'} more." if len(places) > 1 else ""
    message = f"The byte 0x{ord(escaped[start]) - 0xDC00:02X} on this line is not UTF-8{shown}.{others}"
    return text, (Note("not-text", message, _SAVE, start, start + 1),)


def _windows(escaped: re.Match[str]) -> str:
    byte = bytes([ord(escaped[0]) - 0xDC00])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return "\ufffd"


def _without_controls(text: str, notes: tuple[Note, ...]) -> Decoded:
    """Note each kind of forbidden character once, unless there are so many that this is no text."""
    if _SOUND.fullmatch(text):
        return Decoded(text, notes, True)
    total = len(text) - len(_forbidden().sub("", text))
    if (total >= _BINARY_LEAST and total * _BINARY_SHARE > len(text)) or not printable(text).strip():
        first = next(_forbidden().finditer(text)).start()
        message = "This is not a text file: it holds bytes that stand for no character, such as NUL."
        help_ = "Check that this is the right file. " + _SAVE
        return Decoded(text, (Note("not-text", message, help_, first, first + 1),), False)
    found: dict[str, list[int]] = {}
    for match in _forbidden().finditer(text):
        found.setdefault(match[0], []).append(match.start())
    return Decoded(text, notes + tuple(_control(code, places) for code, places in found.items()), True)


def _control(character: str, places: list[int]) -> Note:
    first = places[0]
    others = f" There {'is 1' if len(places) == 2 else f'are {len(places) - 1}'} more." if len(places) > 1 else ""
    message = f"An invisible character (U+{ord(character):04X}) stands here; it is no part of any text.{others}"
    edits = tuple((place, place + 1, "") for place in places[:_MOST_EDITS])
    related = tuple((place, place + 1, "here too") for place in places[1:11])
    return Note("not-text", message, _RETYPE, first, first + 1, None, related, edits)
