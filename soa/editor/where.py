"""What stands at a place of a text: the way from an offset to a part of the agreement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from soa.source import Source
from soa.source.places import Path, Place


def holds(place: Place, file: str, offset: int) -> bool:
    """Whether a place of a file holds an offset; an empty one holds the point at which it is."""
    start, end = place.span
    return place.file == file and start.offset <= offset < max(end.offset, start.offset + 1)


def key_at(source: Source, file: str, offset: int, line: int) -> Path | None:
    """The path of the key that holds an offset, which stands on a line (from 1) of a file; None where no key does."""
    starts = source.part_starts().get(file, {})
    lines = sorted(starts)
    found = bisect_right(lines, line) - 1
    if found < 0:
        return None
    path: Path | None = starts[lines[found]]
    while path is not None:
        if isinstance(path[-1], str) and holds(source.key(path), file, offset):
            return path
        path = next((below for below in _below(source, path) if _covers(source, below, file, offset)), None)
    return None


def _below(source: Source, path: Path) -> Iterator[Path]:
    """The paths right below one."""
    value = value_at(source.data, path)
    steps: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return ((*path, step) for step in steps)


def _covers(source: Source, path: Path, file: str, offset: int) -> bool:
    """Whether a part, its key included, holds an offset."""
    head, value = source.head(path), source.value(path)
    if isinstance(path[-1], str) and holds(head, file, offset):
        return True
    return value.file == file and value.span.start.offset <= offset <= value.span.end.offset


def value_at(data: Any, path: Path) -> Any:
    """What stands at a path of plain data; None where nothing does."""
    for step in path:
        if isinstance(step, str) and isinstance(data, dict):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        else:
            return None
    return data
