"""Names of parts that stay the same when an agreement is moved about: ids and natural keys, never line numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from soa.source.places import Path

_NATURAL = (
    "id",
    "use",
    "indicator",
    "partner",
    "of",
    "by",
    "core",
    "with_area",
    "period",
    "year",
    "term",
    "plan",
    "kind",
    "title",
    "action",
    "milestone",
    "driver",
    "step",
    "risk",
    "point",
    "trigger",
    "finding",
    "name",
)
"""Keys that tell an entry of a list from its neighbours, best first."""

_LONGEST = 40


def part_name(path: Path, data: Any) -> str:
    """The name of what stands at a path: `priorities/older-people/outcomes/falls/by_whom`."""
    names: list[str] = []
    for step in path:
        if isinstance(step, str):
            names.append(step)
            data = data.get(step) if isinstance(data, Mapping) else None
        else:
            entries = data if isinstance(data, list) else []
            data = entries[step] if step < len(entries) else None
            names.append(_entry_name(entries, step))
    return "/".join(names)


def _entry_name(entries: list[Any], index: int) -> str:
    name = _natural(entries[index]) if index < len(entries) else ""
    before = sum(_natural(entry) == name for entry in entries[:index])
    return f"{name}#{before + 1}" if before or not name else name


def _natural(entry: Any) -> str:
    if isinstance(entry, Mapping):
        key = next((entry[key] for key in _NATURAL if isinstance(entry.get(key), (str, int))), "")
        return str(key)[:_LONGEST]
    return str(entry)[:_LONGEST] if isinstance(entry, (str, int)) else ""


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
