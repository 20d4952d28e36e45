"""Every way of spoiling one answer of a sound agreement."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from soa.engine.check import Checked, check
from soa.source import load
from soa.source.places import Path
from tests.rules.sound import FRAME, TODAY

SOUND: dict[str, Any] = load("soa.yaml", lambda _: FRAME).data

JUNK: dict[str, Any] = {
    "nothing": None,
    "a number": 5,
    "a word": "x",
    "an empty list": [],
    "an empty mapping": {},
    "true": True,
    "no such day": "2013-02-30",
    "a list of junk": [None, 5, "x", [], {"x": 1}],
    "a mapping of junk": {"x": 5, "id": [1], "statement": None},
}
LEFT_OUT, MISSPELT = "left out", "misspelt"
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


class Spoilt(NamedTuple):
    """An agreement in which one answer is spoilt."""

    path: Path
    how: str
    data: dict[str, Any]


def paths(data: Any, at: Path = ()) -> Iterator[Path]:
    """Every path below some data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield (*at, step)
        yield from paths(value, (*at, step))


def spoilt() -> Iterator[Spoilt]:
    """Each answer in turn spoilt in two ways, so that all ways come round; in the long run in every way.

    An answer is replaced by each sort of junk, left out, and put under a misspelt key.
    """
    ways = (*JUNK, LEFT_OUT, MISSPELT)
    for number, path in enumerate(paths(SOUND)):
        for how in ways if LONG else (ways[number % len(ways)], ways[(number + len(ways) // 2) % len(ways)]):
            made, part = _copy(path)
            if how in JUNK:
                part[path[-1]] = JUNK[how]
            elif how == LEFT_OUT:
                del part[path[-1]]
            elif isinstance(path[-1], str):
                part[f"{path[-1]}z"] = part.pop(path[-1])
            else:
                continue
            yield Spoilt(path, how, made)


def _copy(path: Path) -> tuple[dict[str, Any], Any]:
    made = copy.deepcopy(SOUND)
    part: Any = made
    for step in path[:-1]:
        part = part[step]
    return made, part


def as_text(data: Any, **how: Any) -> str:
    """Data as JSON, which is YAML too."""
    return json.dumps(data, default=lambda value: float(value) if isinstance(value, Decimal) else str(value), **how)


def checked_data(data: Any, today: date = TODAY) -> Checked:
    """Check an agreement given as data."""
    text = as_text(data)
    return check(load("soa.yaml", lambda _: text), as_of=today)
