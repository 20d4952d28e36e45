"""Agreements for the tests of the comparison: an example as data that a test may change, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from soa import api
from soa.compare import Comparison, compare
from soa.engine.check import Checked
from soa.source import load

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2013, 6, 30)


@cache
def _data(name: str) -> Any:
    folder = EXAMPLES / name
    return load("soa.yaml", lambda file: (folder / file).read_bytes()).data


def example(name: str = "glenmore") -> Any:
    """An example as plain data, a copy for each test."""
    return deepcopy(_data(name))


def as_text(data: Any) -> str:
    """Data as JSON, which is YAML."""
    return json.dumps(data, default=lambda number: float(number) if isinstance(number, Decimal) else str(number))


def checked(data: Any, *, rules: bool = False, beside: Mapping[str, str] = MappingProxyType({})) -> Checked:
    """The data as an agreement; without `rules` its findings are those of the format alone."""
    texts = {"soa.yaml": data if isinstance(data, str) else as_text(data), **beside}
    return api.check(texts, as_of=AS_OF, **({} if rules else {"rules": {}}))


def compared(old: Any, new: Any, *, rules: bool = False) -> Comparison:
    """Two agreements compared."""
    return compare(checked(old, rules=rules), checked(new, rules=rules))


def outcome(data: Any, name: str) -> Any:
    """An outcome by its id."""
    return next(one for priority in data["priorities"] for one in priority.get("outcomes", ()) if one["id"] == name)


def named(entries: list[Any], name: str) -> Any:
    """An entry of a list by its id."""
    return next(one for one in entries if one.get("id") == name)


def scalars(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every scalar with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from scalars(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from scalars(value, (*path, index))
    else:
        yield path, data


def put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Put a value in place of what stands at a path."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value
