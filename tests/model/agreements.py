"""Agreements made from the model: small sound ones in which one part is written out, and broken variants of them."""

import json
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from hypothesis import strategies as st
from pydantic import TypeAdapter

from soa.model.agreement import Agreement
from soa.model.part import Entry, Part, requirements
from soa.model.schema import item_kind, kind_of, parts
from soa.source.places import Path

MOMENTS = (
    2014,
    "2014",
    "2013-14",
    "1999-00",
    "2013-14 Q4",
    "2014-03-31",
    "2012-02-29",
    Decimal("2014.0"),
    "1900",
    2199,
)
TEXTS = (
    "Older people fall less",
    "Còmhla nas fheàrr, 2013: £1 👵",
    " x ",
    "*much* [more](https://example.org)",
    "no",
    "-",
)
PROSE = (*TEXTS, "One.\n\nTwo.", "- a\n- b\n", "\n\nlate")
IDS = ("a", "falls", "older-people-2", "x" * 60)
NUMBERS = (0, 12, -3, Decimal("21.3"), Decimal("80.0"), Decimal("-0.5"), 10**14)
JUNK: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 1899, 2200, 2014, Decimal("1.5"), Decimal("1.0"), 10**15, 10**14 - 1, Decimal("0.1234567890123456"), Decimal("1E+20"),
    "", " ", "\n", "\t\n", "a\nb", "a\n", "a\r", "\u00a0", "\u2028", "\x0b", "\x85", "A", "a-", "a--b", "1a", "x" * 61, "é", "falls\n", "outcome", "Outcome",
    "2014-02-30", "2013-15", "1999-99", "2013-14 Q5", "2013-14 Q4\n", "2013-15 Q1", "2014-13-01", "2014-00-10", "２０１４", "2014-3-1", "1899", "2013/14", "72%", "1,200", "true", "none",
    [], {}, [None], [[]], ["a"], ["a", "b"], ["a", "b", "c"], [""], {"a": 1}, {"x-a": None}, [{}], {"id": "a"},
)  # fmt: skip
"""Values of every kind: each is wrong in some places and right in others."""

junk = (
    st.sampled_from(JUNK)
    | st.text(st.characters(codec="utf-8"), max_size=3)
    | st.from_regex(r"(18|19|2[0-2])[0-9]{2}(-[0-3][0-9]){0,2}( Q[0-5])?", fullmatch=True)
    | st.integers(-(10**16), 10**16)
    | st.decimals(-(10**9), 10**9, places=2)
)

NEW_KEYS = ("nmae", "ID", "id ", "", "x", "X-note", "not-yet", "not_yet", "public", "x-note", "x-")


class Variant(NamedTuple):
    """A broken agreement, and the value that was touched."""

    data: dict[str, Any]
    path: Path


def _text_of(scalar: dict[str, Any]) -> tuple[Any, ...]:
    if "enum" in scalar:
        return tuple(scalar["enum"])
    texts = {"moment": MOMENTS, "prose": PROSE, "id": IDS}
    return texts.get(scalar["x-soa-text"], TEXTS)


@cache
def samples(kind: Any) -> tuple[Any, ...]:
    """Sound values of a scalar type."""
    scalar = TypeAdapter(kind).json_schema()
    match scalar["type"]:
        case "boolean":
            return (False, True)
        case "integer":
            every = (1, 0, 7, Decimal("3.0"), -5, 10**15 - 1)
            least = scalar.get("minimum", -(10**15))
            return (1,) if "const" in scalar else tuple(one for one in every if one >= least)
        case "number":
            return NUMBERS
    return _text_of(scalar)


def value(kind: Any) -> Any:
    """The plainest sound value of a type."""
    if get_origin(kind) is tuple:
        return [value(get_args(kind)[0])]
    if isinstance(kind, type) and issubclass(kind, Part):
        return deepcopy(_smallest(kind))
    return samples(kind)[0]


def _of(cls: type[Part], name: str) -> Any:
    field = cls.model_fields[name]
    found = value(kind_of(field))
    least = max((note.min_length for note in field.metadata if hasattr(note, "min_length")), default=1)
    return found * least if isinstance(found, list) else found


@cache
def _smallest(cls: type[Part]) -> dict[str, Any]:
    return settled(cls, {name: _of(cls, name) for name, field in cls.model_fields.items() if field.is_required()})


def settled(cls: type[Part], data: dict[str, Any]) -> dict[str, Any]:
    """The same part with what its conditions ask for, and without what they forbid."""
    while True:
        required, _, barred = requirements(cls, data)
        missing = [name for name in required if name not in data]
        if not missing and not barred:
            return data
        data = {name: one for name, one in data.items() if name not in {key for key, _ in barred}}
        data |= {name: _of(cls, name) for name in missing if name not in {key for key, _ in barred}}


@cache
def routes() -> dict[type[Part], tuple[tuple[type[Part], str], ...]]:
    """For every type of part the keys that lead to one, each with the type in which it stands."""
    found: dict[type[Part], tuple[tuple[type[Part], str], ...]] = {Agreement: ()}
    for cls in parts():
        for name, field in cls.model_fields.items():
            kind = item_kind(field)
            if isinstance(kind, type) and issubclass(kind, Part):
                found.setdefault(kind, (*found[cls], (cls, name)))
    return found


def whole(cls: type[Part], data: dict[str, Any]) -> tuple[dict[str, Any], Path]:
    """The smallest agreement around a part, and where the part stands in it."""
    path: Path = ()
    for parent, name in reversed(routes()[cls]):
        listed = get_origin(kind_of(parent.model_fields[name])) is tuple
        around = {**_smallest(parent), name: [data] if listed else data}
        data, path = settled(parent, around), (name, *((0,) if listed else ()), *path)
    return data, path


@st.composite
def sound_parts(draw: st.DrawFn, cls: type[Part]) -> dict[str, Any]:
    """Sound data of a part, any of its keys written."""
    data: dict[str, Any] = {}
    for name, field in cls.model_fields.items():
        if not field.is_required() and draw(st.booleans()):
            continue
        item, plainest = item_kind(field), _of(cls, name)
        if isinstance(item, type) and issubclass(item, Part):
            data[name] = plainest
        elif isinstance(plainest, list):
            data[name] = [draw(st.sampled_from(samples(item))) for _ in plainest]
        else:
            data[name] = draw(st.sampled_from(samples(item)))
        if isinstance(plainest, list) and not field.metadata and draw(st.booleans()):
            data[name].append(value(item))
    if issubclass(cls, Entry) and "not_yet" in data:
        _, excused, _ = requirements(cls, data)
        for name in sorted(excused & data.keys()):
            if draw(st.booleans()):
                del data[name]
    return settled(cls, data)


@st.composite
def agreements(draw: st.DrawFn) -> tuple[dict[str, Any], type[Part], Path]:
    """A small sound agreement, the type of the part in it that is written out, and where that stands."""
    cls = draw(st.sampled_from(tuple(parts())))
    data, path = whole(cls, draw(sound_parts(cls)))
    return data, cls, path


@st.composite
def variants(draw: st.DrawFn, data: dict[str, Any], cls: type[Part], at: Path) -> Variant:
    """The agreement with one value changed, taken away or added, most often in the part that is written out."""
    copy = deepcopy(data)
    whole_part = draw(st.integers(0, 3)) == 0
    path = at if whole_part else draw(st.sampled_from([place for place in paths(copy) if place[: len(at)] == at]))
    here = at_path(copy, path)
    doing = draw(st.sampled_from(("replace", "replace", "take", "add", "add")))
    if doing == "add" and isinstance(here, dict):
        names = tuple(cls.model_fields) if path == at else ()
        name = draw(st.sampled_from((*NEW_KEYS, *names)))
        known = name in names and draw(st.booleans())
        here[name] = _of(cls, name) if known else draw(junk)
        return Variant(copy, (*path, name))
    if doing == "add" and isinstance(here, list):
        here.insert(draw(st.integers(0, len(here))), draw(junk))
        return Variant(copy, path)
    if not path:
        return Variant(copy, path)
    holder = at_path(copy, path[:-1])
    if doing == "take":
        del holder[path[-1]]
    else:
        holder[path[-1]] = draw(junk)
    return Variant(copy, path)


def paths(data: Any, at: Path = ()) -> Iterator[Path]:
    """Every place in the data."""
    yield at
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, one in entries:
        yield from paths(one, (*at, step))


def at_path(data: Any, path: Path) -> Any:
    """What stands at a place."""
    for step in path:
        data = data[step]
    return data


def as_json(data: Any) -> Any:
    """The data as a program reads it that knows JSON's numbers only."""
    return json.loads(json.dumps(data, default=float))
