"""Plain data to an agreement: every fault of shape with its path, and a hole in its place, so that every sound part is a real part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from soa.model.agreement import Agreement
from soa.model.part import faults_at, with_holes
from soa.model.slips import key_meant
from soa.source.places import Path

_MOST_OFFERS = 1_000
"""So many unknown keys are compared with those that are known; more have another cause than a slip."""


class Reading(NamedTuple):
    """What came of reading an agreement's data."""

    agreement: Agreement
    """Sound, or with holes."""
    errors: tuple[Any, ...]
    """pydantic's error lines (`type`, `loc`, `input`, `ctx`), faults of the text already reported left out."""
    holes: frozenset[Path]
    """The paths at which a hole stands."""
    misspelt: Mapping[Path, str]
    """Unknown keys, each with the key that is meant; empty where that is not known."""


def read(data: Mapping[str, Any], unread: Collection[Path] = ()) -> Reading:
    """Read an agreement's data; `unread` are the paths that could not be read as text and have been reported."""
    data = without_private(data)
    unread = frozenset(unread)
    try:
        if not unread:
            return Reading(Agreement.model_validate(data), (), frozenset(), {})
        Agreement.model_validate(data)
        lines: list[Any] = []
    except ValidationError as error:
        lines = [
            line
            for line in error.errors(include_url=False)
            if not _within(line["loc"], unread) and not _only_seems_short(line)
        ]
    unknown = [tuple(line["loc"]) for line in lines if line["type"] == "extra_forbidden"]
    misspelt = {
        path: key_meant(path, _at(data, path[:-1])) if number < _MOST_OFFERS else ""
        for number, path in enumerate(unknown)
    }
    meant = frozenset((*path[:-1], key) for path, key in misspelt.items() if key)
    holes = frozenset(tuple(line["loc"]) for line in lines) | unread | meant
    return Reading(with_holes(Agreement, data, faults_at(holes)), tuple(lines), holes, misspelt)


def without_private(data: Any) -> Any:
    """The data without the partnership's own `x-` keys, wherever they stand."""
    if isinstance(data, Mapping):
        return {key: without_private(value) for key, value in data.items() if not str(key).startswith("x-")}
    if isinstance(data, list):
        return [without_private(item) for item in data]
    return data


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _within(path: Path, unread: frozenset[Path]) -> bool:
    return bool(unread) and any(path[:length] in unread for length in range(len(path) + 1))


def _only_seems_short(line: Any) -> bool:
    """Whether a list was called too short only because its faulty items were not counted."""
    return (
        line["type"] == "too_short"
        and isinstance(line["input"], Sequence)
        and len(line["input"]) >= line["ctx"]["min_length"]
    )
