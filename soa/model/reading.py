"""Plain data to an agreement: every fault of shape with its path, and a hole in its place, so that every sound part is a real part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from soa.model.agreement import Agreement
from soa.model.part import Part, faults_at, with_holes
from soa.model.review import Round, is_round
from soa.model.slips import key_meant
from soa.source.places import Path

P = TypeVar("P", bound=Part)

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
    rounds: Mapping[str, Round]
    """The rounds of review beside it by the name of their file, sound or with holes; those that could not be read are left out."""


def read(data: Mapping[str, Any], unread: Collection[Path] = ()) -> Reading:
    """Read an agreement's data; `unread` are the paths that could not be read as text and have been reported."""
    own = {key: value for key, value in data.items() if not is_round((key,))}
    agreement = _read(Agreement, without_private(own), frozenset(unread), ())
    if len(own) == len(data):
        return Reading(agreement.part, agreement.errors, agreement.holes, agreement.misspelt, {})
    rounds = {
        name: _read(Round, without_private(data[name]), frozenset(unread), (name,))
        for name in data
        if name not in own and (name,) not in unread
    }
    every: tuple[_Read[Any], ...] = (agreement, *rounds.values())
    return Reading(
        agreement.part,
        tuple(line for one in every for line in one.errors),
        agreement.holes.union(*(one.holes for one in every)),
        {path: key for one in every for path, key in one.misspelt.items()},
        {name: one.part for name, one in rounds.items()},
    )


class _Read(NamedTuple, Generic[P]):
    """One file's part as it was read; paths as the agreement's data hold them."""

    part: P
    errors: tuple[Any, ...]
    holes: frozenset[Path]
    misspelt: Mapping[Path, str]


def _read(cls: type[P], data: Any, unread: frozenset[Path], at: Path) -> _Read[P]:
    """Read the data of one file, which stands at a path."""
    depth = len(at)
    below = frozenset(path[depth:] for path in unread if path[:depth] == at) if depth else unread
    try:
        if not below:
            return _Read(cls.model_validate(data), (), frozenset(), {})
        cls.model_validate(data)
        lines: list[Any] = []
    except ValidationError as error:
        lines = [
            line
            for line in error.errors(include_url=False)
            if not _within(line["loc"], below) and not _only_seems_short(line)
        ]
    unknown = [tuple(line["loc"]) for line in lines if line["type"] == "extra_forbidden"]
    misspelt = {
        path: key_meant((*at, *path), _at(data, path[:-1])) if number < _MOST_OFFERS else ""
        for number, path in enumerate(unknown)
    }
    meant = frozenset((*path[:-1], key) for path, key in misspelt.items() if key)
    holes = frozenset(tuple(line["loc"]) for line in lines) | below | meant
    part = with_holes(cls, data, faults_at(holes))
    if not depth:
        return _Read(part, tuple(lines), holes, misspelt)
    return _Read(
        part,
        tuple({**line, "loc": (*at, *line["loc"])} for line in lines),
        frozenset((*at, *path) for path in holes),
        {(*at, *path): key for path, key in misspelt.items()},
    )


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
