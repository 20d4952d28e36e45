"""Named tuples as JSON and back, exactly: what goes from one process or machine to another, and into the cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_Unpack = Callable[[Any], Any]


def packed(value: Any) -> bytes:
    """A value made of named tuples, tuples, texts, numbers and yes or no; the same value gives the same bytes."""
    return json.dumps(_plain(value), separators=(",", ":")).encode()  # ASCII: halves of characters survive it too


def unpacked(kind: type[T], data: bytes) -> T:
    """The value of that kind that was packed. Raises ValueError where the bytes are no such thing."""
    wanted: Any = kind
    value: T = _reader(wanted)(json.loads(data))
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Decimal) else value


@cache
def _reader(kind: Any) -> _Unpack:
    """What makes a value of a kind out of its plain form."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _maybe(next(one for one in get_args(kind) if one is not NoneType))
    if origin is Literal:
        return _text
    if origin is tuple:
        read = _reader(get_args(kind)[0])
        return lambda data: tuple(read(one) for one in _checked(list, data))
    if kind is Decimal:
        return _decimal
    if kind is str:
        return _text
    if hasattr(kind, "_fields"):
        return _named(kind)
    return lambda data: _checked(kind, data)


def _maybe(kind: Any) -> _Unpack:
    read = _reader(kind)
    return lambda data: None if data is None else read(data)


def _named(kind: Any) -> _Unpack:
    hints = get_type_hints(kind)
    readers = [_reader(hints[name]) for name in kind._fields]

    def read(data: Any) -> Any:
        return kind(*(reader(one) for reader, one in zip(readers, _checked(list, data), strict=True)))

    return read


def _text(data: Any) -> str:
    """A text; the same text of two agreements is kept once."""
    return intern(_checked(str, data))


def _decimal(data: Any) -> Decimal:
    try:
        return Decimal(_checked(str, data))
    except InvalidOperation:
        raise ValueError(f"no number: {data!r}") from None


def _checked(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{kind.__name__} is wanted, and this is {data!r}")
    return data
