"""Which faults of shape have one right answer, and the edit that writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from soa.model.scalars import Number
from soa.model.slips import part_at
from soa.source import Source
from soa.source.places import Edit, Path, Place

_NO_TEXT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|true|false")
"""An answer that in quotes would be a text."""

_PER_CENT = re.compile(r"%|per[ -]?cent|p\.c\.", re.IGNORECASE)
_IN_THOUSANDS = re.compile(r"(?:k|m|bn|million|thousand|billion)\.?", re.IGNORECASE)


def edits_of_shape(path: Path, write: str, place: Place, source: Source, *, of_key: bool) -> tuple[Edit, ...]:
    """The edit that writes `write` in place of a key, or of the value at a path; none where that is not certain or would touch more.

    Quotes stay where the answer may have them.
    """
    there = source.written(place)
    quote = there[:1] if there[:1] in {"'", '"'} else ""
    if of_key:
        return (Edit(place, f"{quote}{write}{quote}"),) if there == f"{quote}{path[-1]}{quote}" else ()
    value = _at(path, source.data)
    if source.value(path) != place or not on_one_line(there) or not _is_certain(path, value, source.data):
        return ()
    if not isinstance(value, str):  # a number where a text is wanted: as it is written, figure for figure
        return (Edit(place, f"'{there}'"),)
    return (Edit(place, write if _NO_TEXT.fullmatch(write) else f"{quote}{write}{quote}"),)


def on_one_line(written: str) -> bool:
    """Whether a scalar stands where it is read, on one line: no reference, and no longer text that may have a comment in it."""
    return bool(written) and written[0] not in "*|>" and "\n" not in written and "\r" not in written


def _is_certain(path: Path, value: Any, data: Any) -> bool:
    """Whether a figure means what its plain form says: `72%` where per cent is the unit, `1.2m` where pounds or people are counted."""
    if not isinstance(value, str) or not any(character.isdigit() for character in value):
        return True
    if _PER_CENT.search(value):
        return bool(_PER_CENT.search(_unit_at(path, data)))
    return not (_is_measured(path) and _IN_THOUSANDS.search(value))


def _is_measured(path: Path) -> bool:
    """Whether a number in an indicator's unit is wanted, which may itself be thousands or millions."""
    from soa.model.schema import kind_of  # only a faulty file needs it

    owner = part_at(path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner is not None else None
    return field is not None and kind_of(field) == Number


def _unit_at(path: Path, data: Any) -> str:
    """The unit of the figure at a path: of the indicator that it stands in, or that its target names; empty where that is not known."""
    for depth in range(len(path) - 1, -1, -1):
        around = _at(path[:depth], data)
        if not isinstance(around, Mapping):
            continue
        if path[depth] == "change":
            return str(around.get("change_in", ""))
        if "unit" in around:
            return str(around["unit"])
        if "indicator" in around and path[depth] == "values":
            return _unit_of(around["indicator"], path, data)
    return ""


def _unit_of(name: Any, path: Path, data: Any) -> str:
    """The unit of the indicator that has this id: of the same outcome, or shared."""
    for where in ((*path[:4], "what", "indicators"), ("indicators",)):
        listed = _at(where, data)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, Mapping) and one.get("id") == name:
                return str(one.get("unit", ""))
    return ""


def _at(path: Path, data: Any) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
