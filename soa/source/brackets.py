"""Mends inside of braces and brackets: what is not closed, and text that needs quotes there."""

import re
from typing import NamedTuple

from soa.source.changes import Change
from soa.source.lines import following, line_at
from soa.source.prepare import MASKED_COLON, MASKED_QUESTION
from soa.source.quoting import quote
from soa.source.repair import Repair, certain, likely, shown
from soa.source.scan import Trouble
from soa.source.words import line_bounds, shortened

_CLOSES = {"[": "]", "{": "}"}
_NEXT_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s"']+)(\s+)(?:[a-z_][a-z0-9_]*|"[^"]*"|'[^']*'):\s""")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[^\s:,"'][^:,]*?)\s*:(?=\s)\s*""")
_LIMIT = 20_000
_NOTE = re.compile(r"(?<=\s)#")
_QUESTION = re.compile(r"(?<=[^\s,\[\]{}])\?|(?<=[^\s,\[\]{}] )\?|\?(?=[^\s,\[\]{}])")
_COLON = re.compile(r"(?<=[^\s\"'\]}]):(?=[^\s,\[\]{}])|(?<=\s):(?=[^\s,\[\]{}])")


class Piece(NamedTuple):
    """What stands between two commas."""

    start: int
    end: int


class Group(NamedTuple):
    """A pair of brackets: its pieces, and where it is closed (-1 if it is not)."""

    pieces: tuple[Piece, ...]
    close: int


def in_brackets(text: str, trouble: Trouble) -> Repair | None:
    """Return how to mend what stopped the parser inside of brackets."""
    opened = _opening(text, trouble)
    if opened is None:
        return None
    unread = _unread(text, opened, trouble.at)
    if unread is not None:
        return unread
    outermost = next((level.start for level in trouble.levels if level.flow), opened)
    end = _reach(text, opened, min(outermost, opened))
    group = split(text, opened, end)
    if group.close < 0:
        return _close(text, opened, end)
    at = trouble.at
    index = next((i for i, piece in enumerate(group.pieces) if piece.start <= at <= piece.end), None)
    if index is None:
        return None
    piece = group.pieces[index]
    if not text[piece.start : piece.end].strip():
        return _extra_comma(text, piece, last=index == len(group.pieces) - 1)
    return _piece(text, text[opened], group.pieces, index)


def _unread(text: str, opened: int, at: int) -> Repair | None:
    """Mask colons and question marks inside of words: they are YAML, but the parser, of YAML 1.1, stops at them."""
    if text[at : at + 1] not in (":", "?"):
        return None
    start, end = line_bounds(text, at)
    start = max(start, opened)
    marks = [Change(m.start(), m.end(), MASKED_COLON) for m in _COLON.finditer(text, start, end)]
    marks += [Change(m.start(), m.end(), MASKED_QUESTION) for m in _QUESTION.finditer(text, start, end)]
    return Repair(tuple(sorted(marks)), None) if any(mark.start == at for mark in marks) else None


def _opening(text: str, trouble: Trouble) -> int | None:
    """Return the bracket the parser was inside of."""
    at = trouble.context_at
    if text[at : at + 1] in _CLOSES and "flow" in trouble.context:
        return at
    inner = trouble.levels[-1] if trouble.levels else None
    return inner.start if inner is not None and inner.flow and text[inner.start : inner.start + 1] in _CLOSES else None


def _reach(text: str, opened: int, outermost: int) -> int:
    """Return how far a bracket can reach: to the next line that stands no deeper than the line on which the ``outermost`` around it is opened."""
    line, first = line_at(text, opened), line_at(text, outermost)
    end = line.end
    if outermost == first.start:
        return min(len(text), opened + _LIMIT)
    for below in following(text, line):
        if below.column <= first.column and text[below.start + below.column] not in "]}":
            break
        end = below.end
        if end - opened > _LIMIT:
            break
    return end


def split(text: str, opened: int, end: int) -> Group:
    """Return the pieces between the bracket at ``opened`` and the one that closes it, before ``end``."""
    pieces: list[Piece] = []
    depth, start, mark, before, noted = 0, opened + 1, "", ",", -1
    for at in range(opened, end):
        character = text[at]
        if at < noted:
            continue
        if not mark and character == "#" and text[at - 1 : at].isspace():
            noted = line_bounds(text, at)[1]
            if not text[start:at].strip():
                start = noted
            continue
        if mark:
            mark = "" if character == mark else mark
        elif character in "\"'" and before in ",:[{":
            mark = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                return Group((*pieces, Piece(start, at)), at)
        elif character == "," and depth == 1:
            pieces.append(Piece(start, at))
            start = at + 1
        if not character.isspace():
            before = character
    return Group((*pieces, Piece(start, end)), -1)


def _close(text: str, opened: int, end: int) -> Repair:
    """Close a bracket at the end of the lines it can reach."""
    stop = max(line_at(text, end).stop, opened + 1)
    mark = text[opened]
    what = "list" if mark == "[" else "set of keys"
    message = f"The “{mark}” that opens a {what} here is never closed by “{_CLOSES[mark]}”."
    changes = (Change(stop, stop, _CLOSES[mark]),)
    line = shown(text, line_bounds(text, opened)[0], line_bounds(text, end)[1], changes)
    return likely(changes, message, f"Write “{_CLOSES[mark]}” where it ends: {line}", (opened, opened + 1))


def _extra_comma(text: str, piece: Piece, *, last: bool) -> Repair:
    start, end = (piece.start - 1, piece.end) if last else (piece.start, piece.end + 1)
    bounds = line_bounds(text, start)
    note = ("not-yaml", "Nothing stands between two commas here.", "Delete one of them")
    return certain(text, bounds, (Change(start, end, ""),), note, (min(start, piece.start), piece.end + 1))


def _piece(text: str, mark: str, pieces: tuple[Piece, ...], index: int) -> Repair | None:
    """Put the text of one piece in quotes, or the comma that is missing after it."""
    piece = pieces[index]
    start, end = piece
    key = _KEY.match(text, start, end) if mark == "{" else None
    if key is not None:
        start = key.end()
        missing = _NEXT_KEY.match(text, start, end)
        if missing is not None:
            return _missing_comma(text, missing.end(1))
        for further in pieces[index + 1 :]:
            if (
                re.search(r":(?:\s|$)", text[further.start : further.end])
                or not text[further.start : further.end].strip()
            ):
                break
            end = further.end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    noted = _NOTE.search(text, start, end)
    end = start + len(text[start : noted.start() if noted else end].rstrip())
    if start >= end:
        return None
    whose = f"The text of “{shortened(key[1])}”" if key is not None else "This text"
    return quote(text, start, end, f"{whose} holds a character that means something else inside of {_kind(mark)}.")


def _missing_comma(text: str, at: int) -> Repair:
    note = ("not-yaml", "A comma is missing here, before the next key.", "Write a comma between the two")
    return certain(text, line_bounds(text, at), (Change(at, at, ","),), note, (at, at + 1))


def _kind(mark: str) -> str:
    return "braces" if mark == "{" else "brackets"


def stray_close(text: str, at: int) -> Repair | None:
    """Return the repair for a bracket or comma too many at the end of a line."""
    line = line_at(text, at)
    rest = text[at : line.stop].rstrip()
    if not rest or rest.strip("]},"):
        return None
    what = "a comma" if rest == "," else f"“{rest}”"
    note = ("not-yaml", f"There is {what} too many at the end of this line.", "Delete it")
    return certain(text, (line.start, line.end), (Change(at, at + len(rest), ""),), note, (at, at + len(rest)))
