"""What the public may see: the agreement without the entries that are marked `public: false`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from soa.model.agreement import Agreement
from soa.model.lookup import walk
from soa.model.part import HOLE, MISSING, Entry, Part, sound

P = TypeVar("P", bound=Part)


class Public(NamedTuple):
    """The public part of an agreement."""

    agreement: Agreement
    withheld: int
    """How many entries were left out."""
    names: frozenset[str]
    """The ids of what was left out: nothing that refers to them may print them."""


def public_part(agreement: Agreement) -> Public:
    """Leave out every entry that is marked, with all below it."""
    gone: list[Part] = []
    kept = _kept(agreement, gone)
    names = frozenset(name for top in gone for name in _ids(top))
    return Public(kept, len(gone), names.difference(_ids(kept)))


def _ids(part: Part) -> Iterator[str]:
    for _, below in walk(part):
        name = getattr(below, "id", HOLE)
        if sound(name):
            yield str(name)


def _kept(part: P, gone: list[Part]) -> P:
    changed: dict[str, Any] = {}
    for name in part.model_fields_set:
        value = part.__dict__[name]
        if isinstance(value, Part):
            new = _answer(part, name, value, gone)
        elif type(value) is tuple:
            new = tuple(
                _kept(item, gone) if isinstance(item, Part) else item for item in value if not _marked(item, gone)
            )
            new = value if len(new) == len(value) and all(map(_same, new, value)) else new
        else:
            continue
        if new is not value:
            changed[name] = new
    return part.model_copy(update=changed) if changed else part


def _answer(part: Part, name: str, value: Part, gone: list[Part]) -> Any:
    """A single entry: left out, it is absent where it may be, and a hole where it must not."""
    if not _marked(value, gone):
        return _kept(value, gone)
    return HOLE if type(part).model_fields[name].is_required() else MISSING


def _marked(item: object, gone: list[Part]) -> bool:
    if isinstance(item, Entry) and item.public is False:
        gone.append(item)
        return True
    return False


def _same(one: object, other: object) -> bool:
    return one is other
