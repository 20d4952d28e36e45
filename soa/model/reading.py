"""Plain data to an agreement: every fault of shape with its path, and a hole in its place, so that every sound part is a real part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from soa.model.agreement import Agreement
from soa.model.part import HOLE, MISSING, Part
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


def read(data: Mapping[str, Any], unread: Collection[Path] = ()) -> Reading:
    """Read an agreement's data; `unread` are the paths that could not be read as text and have been reported."""
    data = without_private(data)
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
    holes = frozenset(tuple(line["loc"]) for line in lines) | frozenset(unread) | meant
    return Reading(with_holes(Agreement, data, holes), tuple(lines), holes, misspelt)


def without_private(data: Any) -> Any:
    """The data without the partnership's own `x-` keys, wherever they stand."""
    if isinstance(data, Mapping):
        return {key: without_private(value) for key, value in data.items() if not key.startswith("x-")}
    if isinstance(data, list):
        return [without_private(item) for item in data]
    return data


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _within(path: Path, unread: Collection[Path]) -> bool:
    return any(path[: len(above)] == above for above in unread)


def _only_seems_short(line: Any) -> bool:
    """Whether a list was called too short only because its faulty items were not counted."""
    return (
        line["type"] == "too_short"
        and isinstance(line["input"], Sequence)
        and len(line["input"]) >= line["ctx"]["min_length"]
    )


def with_holes(cls: type[P], data: Any, faulty: Collection[Path], at: Path = ()) -> P:
    """Build a part out of data whose faults are known, with a hole for each faulty answer; list items keep their index."""
    below = _branches(faulty, at)
    values: dict[str, Any] = {}
    for name, field in cls.model_fields.items():
        path = (*at, name)
        if path in faulty:
            values[name] = HOLE
        elif name not in data:
            values[name] = field.get_default() if not field.is_required() else HOLE
        elif name in below:
            values[name] = _nested(_bare(field.annotation), data[name], faulty, path)
        else:
            values[name] = _adapter(cls, name).validate_python(data[name])
    return cls.model_construct({name for name in data if name in cls.model_fields}, **values)


def _branches(faulty: Collection[Path], at: Path) -> set[str | int]:
    depth = len(at)
    return {path[depth] for path in faulty if len(path) > depth and path[:depth] == at}


def _nested(kind: Any, value: Any, faulty: Collection[Path], at: Path) -> Any:
    """A value with a fault somewhere inside it: a part, or a list."""
    if isinstance(kind, type) and issubclass(kind, Part):
        return with_holes(kind, value, faulty, at) if isinstance(value, Mapping) else HOLE
    if get_origin(kind) is not tuple or not isinstance(value, Sequence):
        return HOLE
    item = get_args(kind)[0]
    below = _branches(faulty, at)
    return tuple(
        HOLE
        if (*at, index) in faulty
        else _nested(item, one, faulty, (*at, index))
        if index in below
        else _item_adapter(item).validate_python(one)
        for index, one in enumerate(value)
    )


def _bare(annotation: Any) -> Any:
    """A field's type without the note that it may be left out."""
    kinds = (
        [kind for kind in get_args(annotation) if kind is not MISSING]
        if MISSING in get_args(annotation)
        else [annotation]
    )
    return kinds[0]


@cache
def _adapter(cls: type[Part], name: str) -> TypeAdapter[Any]:
    field = cls.model_fields[name]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[kind, *field.metadata] if field.metadata else kind)


@cache
def _item_adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
