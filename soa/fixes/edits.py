"""Edits of files: which can be made together, and the bytes that come of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from soa.source.decode import encoding_of
from soa.source.places import Edit

_LINE_END = re.compile(r"\r\n?|\n")


def together(groups: Iterable[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """The groups of edits that can be made at once, the first of those that touch the same words; none is made in half."""
    taken: dict[str, _Taken] = {}
    made: list[tuple[Edit, ...]] = []
    for group in groups:
        if all(adds_lines(edit) and not edit.text.endswith("\n") for edit in group):
            made.append(group)  # entries of one list, which may follow one another
            continue
        stretches = [(edit.place.file, edit.place.span.start.offset, edit.place.span.end.offset) for edit in group]
        if any(file in taken and taken[file].meets(start, end) for file, start, end in stretches):
            continue
        for file, start, end in stretches:
            taken.setdefault(file, _Taken()).add(start, end)
        made.append(group)
    return made


def adds_lines(edit: Edit) -> bool:
    """Whether an edit puts in lines, and changes none that stands there."""
    return edit.place.span.start == edit.place.span.end and "\n" in edit.text


class _Taken:
    """The stretches of a file that are to be changed, which share no character, in order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with one of these, or the place where both put something in."""
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and (self._starts[at] == start or self._starts[at] < end):
            return True
        return at > 0 and start < self._ends[at - 1]

    def add(self, start: int, end: int) -> None:
        """Keep a stretch that meets none of these."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)


def can_be_changed(content: bytes) -> bool:
    """Whether a file would come back byte for byte where nothing is changed in it: it is all of one encoding."""
    mark, encoding = encoding_of(content)
    try:
        return mark + content[len(mark) :].decode(encoding).encode(encoding) == content
    except UnicodeError:
        return False


def changed(files: Mapping[str, bytes], edits: Iterable[Edit]) -> dict[str, bytes]:
    """The files with the edits made: in their own encoding, with their own line ends. Raises UnicodeError for a file that cannot be changed."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, []).append(edit)
    new = dict(files)
    for name, wanted in by_file.items():
        mark, encoding = encoding_of(files[name])
        text = files[name][len(mark) :].decode(encoding)
        new[name] = mark + _edited(text, wanted).encode(encoding)
    return new


def _edited(text: str, edits: Iterable[Edit]) -> str:
    found = _LINE_END.search(text)
    line_end = found[0] if found else "\n"
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.place.span):
        start, end = edit.place.span.start.offset, edit.place.span.end.offset
        pieces += [text[done:start], edit.text.replace("\n", line_end)]
        done = end
    return "".join([*pieces, text[done:]])
