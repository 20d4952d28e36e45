"""The partnership's own `x-` keys, held against the partnership's own JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from soa.engine.shape import ShapeFault
from soa.source.places import Path

_PREFIX = "x-"


def faults_of_own_keys(data: object, schema: Mapping[str, Any]) -> Iterator[ShapeFault]:
    """What is wrong with the `x-` keys: the schema is asked about those of each mapping, as one object.

    Raises what the schema brings about: RecursionError where it never ends, referencing.exceptions.Unresolvable where it
    refers to what is not in it.
    """
    from jsonschema import Draft202012Validator
    from referencing import Registry

    validator = Draft202012Validator(dict(schema), registry=Registry())
    for path, own in _own_keys(data):
        for error in sorted(
            validator.iter_errors(_plain(own)), key=lambda error: (list(map(str, error.path)), error.message)
        ):
            at = (*path, *(step for step in error.path))
            name = next((str(step) for step in error.path), "") or next(iter(own))
            said = f"“{name}” is not as the partnership's own schema asks: {error.message[:200]}"
            yield ShapeFault("own-key-wrong", "value", said, "", at if error.path else (*path, name))


def unresolved(schema: Mapping[str, Any]) -> str:
    """The first reference of a schema to what is not in it; empty where there is none, or where parts have names of their own."""
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    resolver = Registry().with_resource("", DRAFT202012.create_resource(schema)).resolver()
    waiting: list[object] = [schema]
    references: list[str] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            if "$id" in value:
                return ""
            waiting += reversed(list(value.values()))
            references += [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        elif isinstance(value, list):
            waiting += reversed(value)
    for reference in references:
        try:
            resolver.lookup(reference)
        except Unresolvable:
            return reference
    return ""


def _own_keys(data: object) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every mapping that has `x-` keys, with its path; what stands below such a key is its own."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            own = {key: one for key, one in value.items() if key.startswith(_PREFIX)}
            if own:
                yield path, own
            waiting += [((*path, key), one) for key, one in value.items() if key not in own]
        elif isinstance(value, list):
            waiting += [((*path, index), one) for index, one in enumerate(value)]


def _plain(value: object) -> object:
    """The value as JSON knows it: numbers as they are held here are decimals."""
    from decimal import Decimal

    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return (int(value) if value == value.to_integral_value() else float(value)) if isinstance(value, Decimal) else value
