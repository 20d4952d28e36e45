"""Mends of a text kept as a list, and the way between the written text and the mended one."""

from bisect import bisect_right
from typing import NamedTuple


class Change(NamedTuple):
    """What stands from ``start`` to ``end`` is read as ``new``."""

    start: int
    end: int
    new: str


class Changes:
    """Changes in order that do not overlap, in offsets of the written text."""

    __slots__ = ("_mended", "_written", "all")

    def __init__(self, changes: tuple[Change, ...] = ()) -> None:
        self.all = changes
        self._written = [change.start for change in changes]
        self._mended: list[int] = []
        shift = 0
        for change in changes:
            self._mended.append(change.start + shift)
            shift += len(change.new) - (change.end - change.start)

    def original(self, offset: int) -> int:
        """Return where ``offset`` of the mended text stands in the written text."""
        index = bisect_right(self._mended, offset) - 1
        if index < 0:
            return offset
        change, start = self.all[index], self._mended[index]
        if offset < start + len(change.new):
            return min(change.start + offset - start, change.end)
        return change.end + offset - start - len(change.new)

    def forward(self, offset: int) -> int:
        """Return where ``offset`` of the written text stands in the mended text."""
        index = bisect_right(self._written, offset) - 1
        if index < 0:
            return offset
        change, start = self.all[index], self._mended[index]
        if offset < change.end:
            return start
        return start + len(change.new) + offset - change.end

    def then(self, edits: tuple[Change, ...]) -> "Changes":
        """Return these changes followed by ``edits``, which are in order and in offsets of the mended text."""
        left = list(reversed(self.all))
        result: list[Change] = []
        shift = 0
        for edit in edits:
            while left and _ends_before(left[-1], edit, shift):
                shift += _growth(left[-1])
                result.append(left.pop())
            first, before = edit.start - shift, ""
            last = None
            while left and last is None and _overlaps(left[-1], edit, shift):
                old = left.pop()
                start = old.start + shift
                if start < edit.start:
                    first, before = old.start, old.new[: edit.start - start]
                if start + len(old.new) > edit.end:
                    last = old.end
                    left.append(Change(last, last, old.new[edit.end - start :]))
                    shift = edit.end - last
                else:
                    shift += _growth(old)
            result.append(Change(first, edit.end - shift if last is None else last, before + edit.new))
        return Changes((*result, *reversed(left)))


def _growth(change: Change) -> int:
    return len(change.new) - (change.end - change.start)


def _ends_before(old: Change, edit: Change, shift: int) -> bool:
    return old.start + shift + len(old.new) <= edit.start


def _overlaps(old: Change, edit: Change, shift: int) -> bool:
    return old.start + shift < edit.end
