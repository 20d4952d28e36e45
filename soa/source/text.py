"""One file's text: its lines, and the way back from the text that was read to the text that was written."""

import re
from bisect import bisect_right
from typing import NamedTuple

from soa.source.changes import Changes
from soa.source.faults import Fault, Note
from soa.source.nodes import Branch, Built, child
from soa.source.places import Edit, Path, Place, Position, Span

_LINE_END = re.compile(r"\r\n?|\n")


class Text(NamedTuple):
    """A file as it was read: decoded, without byte order mark, its line ends as they are; and the raw bytes' digest."""

    text: str
    sha256: str


class Unit:
    """A file that was read: its name, its texts, and what was built of it."""

    def __init__(self, name: str, text: Text, built: Built, mended: str, changes: Changes) -> None:
        self.name = name
        self.text = text
        self.built = built
        self.mended = mended
        self._changes = changes
        self._starts: list[int] | None = None
        self._orders: dict[int, tuple[list[int], list[tuple[int, int, str | int]]]] = {}

    def position(self, offset: int) -> Position:
        """Return line and column of an offset into the written text."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text.text))]
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def place(self, start: int, end: int, *, written: bool = False) -> Place:
        """Return the place of a stretch of the mended text, or of the ``written`` one."""
        first = min(start if written else self._changes.original(start), len(self.text.text))
        last = min(max(end if written else self._changes.original(end), first), len(self.text.text))
        return Place(self.name, Span(self.position(first), self.position(last)))

    def fault(self, note: Note, prefix: Path, *, written: bool = False) -> Fault:
        """Return ``note`` with places instead of offsets, for a file that stands at ``prefix`` of the agreement."""

        def place(start: int, end: int) -> Place:
            return self.place(start, end, written=written)

        inner = note.path
        if inner is None:
            inner = self.path_at(self._changes.forward(note.start) if written else note.start)
        related = tuple((place(start, end), words) for start, end, words in note.related)
        edits = tuple(Edit(place(start, end), text) for start, end, text in note.edits)
        return Fault(note.rule, note.message, note.help, place(note.start, note.end), prefix + inner, related, edits)

    def path_at(self, offset: int) -> Path:
        """Return the path of the innermost value whose key or value holds ``offset`` of the mended text."""
        path: list[str | int] = []
        branch = self.built.entry[4]
        while branch is not None:
            step = self._step_at(branch, offset)
            if step is None:
                break
            path.append(step)
            entry = child(branch, step)
            if entry is None or offset < entry[2]:
                break
            branch = entry[4]
        return tuple(path)

    def _step_at(self, branch: Branch, offset: int) -> str | int | None:
        """Return under what key or index of ``branch`` an offset stands; the order of its entries is kept for next time."""
        known = self._orders.get(id(branch))
        if known is None:
            entries = branch.entries
            pairs = entries.items() if isinstance(entries, dict) else enumerate(entries)
            order = sorted((entry[0] if entry[0] >= 0 else entry[2], entry[3], step) for step, entry in pairs)
            known = self._orders[id(branch)] = ([start for start, _, _ in order], order)
        starts, order = known
        index = bisect_right(starts, offset) - 1
        return order[index][2] if index >= 0 and offset <= order[index][1] else None
