"""Plain data, and beside it the offsets at which each key and value stands."""

from decimal import Decimal
from typing import NamedTuple

from soa.source.faults import Note
from soa.source.places import Path

Value = dict[str, "Value"] | list["Value"] | str | int | Decimal | bool | None

Entry = tuple[int, int, int, int, "Branch | None"]
"""Start and end of the key (-1 in a list), start and end of the value, and what is inside the value."""


class Branch:
    """The entries of a mapping or a list, under the same keys or indexes as the data."""

    __slots__ = ("entries",)

    def __init__(self, entries: dict[str, Entry] | list[Entry]) -> None:
        self.entries = entries


class Built(NamedTuple):
    """One file as data.

    ``parts`` are the paths of mappings whose only key is ``file``; ``more`` counts faults beyond those that are listed;
    ``suspects`` are the offsets of texts that YAML allows but hardly anybody means.
    """

    value: Value
    entry: Entry
    notes: tuple[Note, ...] = ()
    unread: frozenset[Path] = frozenset()
    parts: tuple[Path, ...] = ()
    more: int = 0
    suspects: tuple[int, ...] = ()


def child(branch: Branch | None, step: str | int) -> Entry | None:
    """Return the entry under ``step``, or None where there is none."""
    if branch is None:
        return None
    entries = branch.entries
    if isinstance(entries, dict):
        return entries.get(step) if isinstance(step, str) else None
    if isinstance(step, int) and 0 <= step < len(entries):
        return entries[step]
    return None
