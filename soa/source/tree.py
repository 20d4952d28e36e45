"""What was read: plain data, faults, and the way from a path to a place."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from soa.source.comments import Comment, comments
from soa.source.faults import Fault
from soa.source.nodes import Entry, Value, child
from soa.source.places import Path, Place
from soa.source.text import Text, Unit
from soa.source.words import line_bounds


class Source:
    """An agreement as it was read, with the files it is made of.

    ``data`` is plain data with every ``file:`` part put in its place; ``faults`` are in reading order; ``unread`` are
    the paths whose value could not be read, was reported, and is None in ``data`` (``()`` if nothing could be read);
    ``texts`` holds every file that was read, by name; ``more`` counts the faults beyond the 1,000 that are listed;
    ``beside`` names the files that are no part of the agreement and were read with it: each stands in ``data`` under its name.
    """

    def __init__(
        self,
        root: str,
        data: Value,
        faults: tuple[Fault, ...],
        unread: frozenset[Path],
        units: Mapping[Path, Unit],
        more: int = 0,
        beside: tuple[str, ...] = (),
    ) -> None:
        self.root = root
        self.data = data
        self.faults = faults
        self.more = more
        self.beside = beside
        self.unread = unread
        self.texts: Mapping[str, Text] = {unit.name: unit.text for unit in units.values()}
        self._units = units

    @property
    def digest(self) -> str:
        """One sha256 over the names and hashes of the agreement's files, whatever their order; what stands beside it is left out."""
        own = sorted(name for name in self.texts if name not in self.beside)
        return sha256("\n".join(f"{self.texts[name].sha256}  {name}" for name in own).encode()).hexdigest()

    def value(self, path: Path) -> Place:
        """Return the place of the value at ``path``, or of the nearest parent that is in the text."""
        spot = self._find(path)
        return spot.unit.place(spot.entry[2], spot.entry[3])

    def key(self, path: Path) -> Place:
        """Return the place of the key at ``path``; for a list item, or where it is absent, see ``head``."""
        return self.head(path)

    def head(self, path: Path) -> Place:
        """Return where to point at what stands at ``path`` as a whole.

        That is its key; for a list item and for the agreement itself the first `key: value` in it; for something
        absent the head of the nearest parent that is in the text.
        """
        spot = self._find(path)
        if spot.named[0] >= 0:
            return spot.keeper.place(spot.named[0], spot.named[1])
        start, end = _first_line(spot.unit.mended, spot.entry)
        return spot.unit.place(start, end)

    def point(self, file: str, offset: int) -> Place:
        """Return the place between two characters of a file that was read."""
        unit = next(unit for unit in self._units.values() if unit.name == file)
        return unit.place(offset, offset, written=True)

    def written(self, place: Place) -> str:
        """Return the text of a place, as it is written; empty where its file was not read."""
        start, end = place.span
        return self.texts[place.file].text[start.offset : end.offset] if place.file in self.texts else ""

    def in_brackets(self, path: Path) -> bool:
        """Tell whether the value at ``path`` stands inside of brackets or braces, where a comma would end it."""
        here = self.value(path).file
        around = (self.value(path[:depth]) for depth in range(len(path) - 1, -1, -1))
        return any(self.written(place)[:1] in ("[", "{") for place in around if place.file == here)

    def comments(self) -> tuple[Comment, ...]:
        """Return every comment with its place, file by file, each file read once more for them."""
        return tuple(comment for unit in self._units.values() for comment in comments(unit))

    def part_starts(self) -> dict[str, dict[int, Path]]:
        """Return by file and line the outermost part whose key or value begins there, for each line on which one does.

        The whole of a part's own file begins on its first line; the agreement as a whole begins nowhere.
        """
        files: dict[str, dict[int, Path]] = {}
        for prefix, unit in self._units.items():
            lines = files.setdefault(unit.name, {})
            waiting: list[tuple[Path, Entry]] = [(prefix, unit.built.entry)]
            while waiting:
                path, (key, _, start, _, branch) = waiting.pop()
                if path:
                    lines.setdefault(unit.place(key if key >= 0 else start, start).span.start.line, path)
                if branch is not None:
                    below = branch.entries
                    pairs = below.items() if isinstance(below, dict) else enumerate(below)
                    waiting += reversed([((*path, step), entry) for step, entry in pairs])
        return files

    def _find(self, path: Path) -> "_Spot":
        first = 1 if path and path[0] in self.beside else 0
        unit = keeper = self._units[path[:first]]
        entry = named = unit.built.entry
        for depth, step in enumerate(path[first:], first + 1):
            below = child(entry[4], step)
            if below is None:
                break
            keeper, entry, named = unit, below, below
            part = self._units.get(path[:depth])
            if part is not None:
                unit, entry = part, part.built.entry
        return _Spot(unit, entry, keeper, named)


class _Spot(NamedTuple):
    """Where a value stands (``entry`` in ``unit``) and where its key stands (``named`` in ``keeper``)."""

    unit: Unit
    entry: Entry
    keeper: Unit
    named: Entry


def _first_line(text: str, entry: Entry) -> tuple[int, int]:
    """Return the first `key: value` of a mapping, the first item of a list, or the whole of anything else."""
    start, end, branch = entry[2:]
    while branch is not None and branch.entries:
        entries = branch.entries
        first = next(iter(entries.values())) if isinstance(entries, dict) else entries[0]
        branch = first[4]
        if first[0] >= 0:
            start = first[0]
            end = first[3] if branch is None else first[1]
            return start, max(min(end, line_bounds(text, start)[1]), start)
        start, end = first[2], first[3]
    return start, end
