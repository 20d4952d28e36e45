"""Reads an agreement and the files it is made of."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from soa.source import files
from soa.source.changes import Changes
from soa.source.decode import decode, printable
from soa.source.faults import MAX_BYTES, MAX_FAULTS, MAX_FILES, Fault, Note
from soa.source.mend import Reading, read_text
from soa.source.nodes import Built, Value, child
from soa.source.places import Path
from soa.source.text import Text, Unit
from soa.source.tree import Source

Read = Callable[[str], bytes | str]

_BEGIN = "Begin the file with `soa: 1` and, on the next line, `agreement:`."
_TOO_LARGE = "Shorten the texts, or move appendices into documents of their own."
_NO_KEY = "Take it out: what stands beside the agreement is a file of that name, and no part of the agreement."

_MOST_NAMES = 100
"""So many names of files beside an agreement are kept free: more than are ever read."""


def load(name: str, read: Read, beside: Callable[[int], str] | None = None) -> Source:
    """Read the agreement file ``name`` and every file it names; never raises for what they hold.

    ``beside`` names files that stand beside the agreement without being named in it, counted from 1: they are read one
    after another until one is not there, and each stands in the data under its own name. ``read`` returns a file's content by its POSIX name relative to the agreement's folder. It may raise
    ``FileNotFoundError``, ``PermissionError`` (the file lies outside of the folder), ``IsADirectoryError`` or another
    ``OSError``: each becomes a fault.
    """
    return _Loader(name, read).run(beside)


class _Loader:
    def __init__(self, name: str, read: Read) -> None:
        self.name = name
        self.read = read
        self.size = 0
        self.units: dict[Path, Unit] = {}
        self.faults: dict[Path, list[Fault]] = {}
        self.unread: set[Path] = set()
        self.more = 0
        self.seen = [files.normal(name)]

    def run(self, beside: Callable[[int], str] | None) -> Source:
        """Read the agreement, then the parts it names, each part's own parts before the next; then what stands beside it."""
        complaint = self._take((), self.name)
        if complaint is not None:
            self._lost((), self.name, complaint)
        data = self.units[()].built.value
        if () not in self.unread:
            data = self._check_root((), "An agreement", _BEGIN)
        besides: list[str] = []
        if isinstance(data, dict):
            self._parts(data)
            besides = self._besides(data, beside) if beside is not None else []
        unread = frozenset({()}) if () in self.unread else frozenset(self.unread)
        faults = self._faults()
        return Source(self.name, data, faults, unread, self.units, self.more, tuple(besides))

    def _check_root(self, path: Path, what_it_is: str, help_: str) -> Value:
        """The keys and values of a whole file; a fault where it holds anything else."""
        data = self.units[path].built.value
        if isinstance(data, dict) or path in self.unread:
            return data
        entry = self.units[path].built.entry
        what = "a list" if isinstance(data, list) else "a single text or value"
        message = f"{what_it_is} is written as keys and values; this file holds {what}."
        end = min(entry[3], entry[2] + 1) if isinstance(data, list) else entry[3]
        note = Note("not-a-mapping", message, help_, entry[2], end, ())
        self.faults[path].append(self.units[path].fault(note, path))
        self.unread.add(path)
        return None

    def _besides(self, data: dict[str, Value], beside: Callable[[int], str]) -> list[str]:
        """Read the files that stand beside the agreement, up to the first that is not there."""
        for name in {beside(number): None for number in range(1, _MOST_NAMES)}.keys() & data.keys():
            self._no_key(data, name)
        names: list[str] = []
        for number in range(1, MAX_FILES + 2):
            name = beside(number)
            outside = False
            try:
                raw = self.read(name)
            except FileNotFoundError:
                break
            except OSError as error:
                complaint: files.Complaint | None = files.unreadable(name, error)
                outside = isinstance(error, PermissionError)
            else:
                complaint = self._accept((name,), name, raw) if number <= MAX_FILES else files.one_too_many(name)
            names.append(name)
            if complaint is not None:
                self._lost((name,), name, complaint)
            data[name] = self._check_root((name,), "A round of review", "Begin the file with `soa: 1`.")
            if outside:  # where all of the folder lies elsewhere, one finding says it
                break
        return names

    def _no_key(self, data: dict[str, Value], name: str) -> None:
        """Take a key out that has the name of a file which may stand beside the agreement, and say so."""
        del data[name]
        entry = child(self.units[()].built.entry[4], name)
        assert entry is not None, "it stands in the text"
        note = Note("unknown-key", f"“{name}” is not a key that is used here.", _NO_KEY, entry[0], entry[1], (name,))
        self.faults[()].append(self.units[()].fault(note, ()))

    def _lost(self, path: Path, name: str, complaint: files.Complaint) -> None:
        """Note that nothing of a file could be read."""
        unit = self.units[path] = _empty_unit(name)
        self.faults[path] = [unit.fault(Note(*complaint, 0, 0, ()), path)]
        self.unread.add(path)

    def _take(self, path: Path, name: str) -> files.Complaint | None:
        """Read one file; return what is wrong with it where it could not be opened or is too large."""
        try:
            raw = self.read(name)
        except OSError as error:
            return files.unreadable(name, error)
        return self._accept(path, name, raw)

    def _accept(self, path: Path, name: str, raw: bytes | str) -> files.Complaint | None:
        """Build what a file holds; return what is wrong where it is too large."""
        data = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
        self.size += len(data)
        if self.size > MAX_BYTES:
            message = f"“{name}” brings the agreement to more than {MAX_BYTES >> 20} MiB, which is more than is read."
            return "too-large", message, _TOO_LARGE
        self._build(path, name, raw, sha256(data).hexdigest())
        return None

    def _build(self, path: Path, name: str, raw: bytes | str, digest: str) -> None:
        decoded = decode(raw)
        text = Text(decoded.text, digest)
        reading = Reading(decoded.text, Built(None, (-1, -1, 0, 0, None), (), frozenset({()})))
        if decoded.readable:
            reading = read_text(printable(decoded.text) if decoded.notes else decoded.text)
        unit = self.units[path] = Unit(name, text, reading.built, reading.mended, reading.changes)
        self.faults[path] = [
            *(unit.fault(note, path, written=True) for note in (*decoded.notes, *reading.notes)),
            *(unit.fault(note, path) for note in reading.built.notes),
        ]
        built = reading.built
        self.unread.update(path + inner for inner in built.unread)

    def _parts(self, data: dict[str, Value]) -> None:
        waiting: list[tuple[Path, tuple[str, ...]]] = [
            (path, (self.seen[0],)) for path in reversed(self.units[()].built.parts) if files.may_be_file(path)
        ]
        while waiting:
            path, around = waiting.pop()
            holder: Any = data
            for step in path[:-1]:
                holder = holder[step]
            named = holder[path[-1]]["file"]
            holder[path[-1]] = None
            complaint = files.complaint(named, around, self.seen, len(around))
            if complaint is None:
                name = files.normal(named)
                self.seen.append(name)
                complaint = self._take(path, name)
            if complaint is not None:
                self._refuse(path, complaint)
                continue
            built = self.units[path].built
            holder[path[-1]] = built.value
            inner = [path + more for more in built.parts if files.may_be_file(path + more)]
            waiting.extend((more, (*around, name)) for more in reversed(inner))

    def _refuse(self, path: Path, complaint: files.Complaint) -> None:
        """Note at the `file:` that names it what is wrong with a file."""
        owner = max((unit for unit in self.units if unit == path[: len(unit)]), key=len)
        entry = self.units[owner].built.entry
        for step in path[len(owner) :]:
            branch = entry[4]
            assert branch is not None, "the path was made while this branch was built"
            entries: Any = branch.entries
            entry = entries[step]
        if entry[4] is not None and isinstance(entry[4].entries, dict):
            entry = entry[4].entries["file"]
        note = Note(*complaint, entry[2], entry[3], path[len(owner) :])
        self.faults[owner].append(self.units[owner].fault(note, owner))
        self.unread.add(path)

    def _faults(self) -> tuple[Fault, ...]:
        found = [fault for path in self.units for fault in sorted(self.faults[path], key=_offset)]
        self.more = max(len(found) - MAX_FAULTS, 0) + sum(unit.built.more for unit in self.units.values())
        return tuple(found[:MAX_FAULTS])


def _offset(fault: Fault) -> int:
    return fault.place.span.start.offset


def _empty_unit(name: str) -> Unit:
    return Unit(name, Text("", sha256(b"").hexdigest()), Built(None, (-1, -1, 0, 0, None)), "", Changes())
