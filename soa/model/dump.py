"""An agreement as text: JSON, which is YAML, with one answer on a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from soa.model.part import HOLE, Part


def dump(part: Part) -> str:
    """A part with all below it, numbers as they were written, holes left out; an agreement reads back from it."""
    return "".join(_lines(part, "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Part):
        given = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
        entries = [(f"{json.dumps(name)}: ", one) for name, one in given.items() if one is not HOLE]
        yield from _within("{", "}", entries, indent)
    elif isinstance(value, tuple):
        yield from _within("[", "]", [("", one) for one in value if one is not HOLE], indent)
    elif isinstance(value, Decimal):
        yield f"{value:f}"
    else:
        yield json.dumps(value, ensure_ascii=False)


def _within(opening: str, closing: str, entries: list[tuple[str, object]], indent: str) -> Iterator[str]:
    yield opening
    for number, (key, value) in enumerate(entries):
        yield f"{',' * (number > 0)}\n{indent}  {key}"
        yield from _lines(value, f"{indent}  ")
    yield f"\n{indent}{closing}" if entries else closing
