"""Names of parts that stay the same when an agreement is moved about: ids and natural keys, never line numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from soa.model.address import LONGEST, NATURAL, names_of
from soa.source.places import Path


class Names:
    """The names of an agreement's parts; every list is gone through once, however many of its entries are named."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._of_lists: dict[int, list[str]] = {}

    def of(self, path: Path) -> str:
        """The name of what stands at a path: `priorities/older-people/outcomes/falls/by_whom`."""
        names: list[str] = []
        data = self._data
        for step in path:
            if isinstance(step, str):
                names.append(step)
                data = data.get(step) if isinstance(data, Mapping) else None
            else:
                known = self._entries(data) if isinstance(data, list) else []
                names.append(known[step] if step < len(known) else "#1")
                data = data[step] if step < len(known) else None
        return "/".join(names)

    def _entries(self, entries: list[Any]) -> list[str]:
        """The names of a list's entries: each its natural one, with a number where that is not the first such."""
        known = self._of_lists.get(id(entries))
        if known is None:
            known = self._of_lists[id(entries)] = names_of(map(_natural, entries))
        return known


def _natural(entry: Any) -> str:
    if isinstance(entry, Mapping):
        key = next((entry[key] for key in NATURAL if isinstance(entry.get(key), (str, int))), "")
        return str(key)[:LONGEST]
    return str(entry)[:LONGEST] if isinstance(entry, (str, int)) else ""


def words_at(path: Path, data: Any) -> str:
    """The text or number that stands at a path; empty for anything else."""
    for step in path:
        if isinstance(step, str) and isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        else:
            return ""
    return "" if data is None or isinstance(data, (Mapping, list)) else str(data)
