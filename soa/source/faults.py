"""What is wrong with a file before its meaning is looked at, and the limits on its size."""

from typing import NamedTuple

from soa.source.places import Edit, Path, Place

MAX_DEPTH = 100
MAX_NODES = 250_000
MAX_FILES = 20
MAX_NESTING = 3
MAX_SCALAR = 1 << 20
MAX_BYTES = 5 << 20
MAX_FAULTS = 1_000


class Fault(NamedTuple):
    """One thing that stops a text from being read as written, in plain words, with its place."""

    rule: str
    message: str
    help: str
    place: Place
    path: Path
    related: tuple[tuple[Place, str], ...] = ()
    edits: tuple[Edit, ...] = ()


class Note(NamedTuple):
    """A fault while one file is being read: places are offsets into the text as it is being read, mended or not."""

    rule: str
    message: str
    help: str
    start: int
    end: int
    path: Path | None = None
    related: tuple[tuple[int, int, str], ...] = ()
    edits: tuple[tuple[int, int, str], ...] = ()
