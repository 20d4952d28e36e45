"""What each audience may see: the public not what is marked `public: false`, the partners all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from soa.document.edition import Audience
from soa.model.agreement import Agreement
from soa.model.lookup import walk
from soa.model.part import HOLE, MISSING, Entry, Part, sound
from soa.source.places import Path

P = TypeVar("P", bound=Part)


class Public(NamedTuple):
    """What one audience sees of an agreement."""

    agreement: Agreement
    withheld: int
    """How many entries are not public: left out for the public, printed for partners."""
    names: frozenset[str]
    """The ids of what was left out: nothing that refers to them may print them."""
    paths: dict[int, Path]
    """Where each part that is left stands in the agreement as it was written, by the part's identity."""


def seen_by(audience: Audience, agreement: Agreement) -> Public:
    """What an audience sees of an agreement."""
    return public_part(agreement) if audience == "public" else _everything(agreement)


def public_part(agreement: Agreement) -> Public:
    """Leave out every entry that is marked, with all below it."""
    sieve = _Sieve()
    kept = sieve.kept(agreement, ())
    names = frozenset(name for top in sieve.gone for name in _ids(top))
    return Public(kept, len(sieve.gone), names.difference(_ids(kept)), sieve.paths)


def _everything(agreement: Agreement) -> Public:
    parts = list(walk(agreement))
    marked = sum(isinstance(found.part, Entry) and found.part.public is False for found in parts)
    return Public(agreement, marked, frozenset(), {id(found.part): found.path for found in parts})


def _ids(part: Part) -> Iterator[str]:
    for _, below in walk(part):
        name = getattr(below, "id", HOLE)
        if sound(name):
            yield str(name)


class _Sieve:
    """Takes out what is marked, and remembers where everything else stood."""

    def __init__(self) -> None:
        self.gone: list[Part] = []
        self.paths: dict[int, Path] = {}

    def kept(self, part: P, path: Path) -> P:
        """The part without what is marked below it: the same part where nothing is."""
        changed: dict[str, Any] = {}
        for name in part.model_fields_set:
            value = part.__dict__[name]
            if isinstance(value, Part):
                new = self._answer(part, name, value, (*path, name))
            elif type(value) is tuple:
                new = self._list(value, (*path, name))
            else:
                continue
            if new is not value:
                changed[name] = new
        found = part.model_copy(update=changed) if changed else part
        self.paths[id(found)] = path
        return found

    def _list(self, values: tuple[Any, ...], path: Path) -> tuple[Any, ...]:
        new = tuple(
            self.kept(item, (*path, at)) if isinstance(item, Part) else item
            for at, item in enumerate(values)
            if not self._marked(item)
        )
        return values if len(new) == len(values) and all(map(_same, new, values)) else new

    def _answer(self, part: Part, name: str, value: Part, path: Path) -> Any:
        """A single entry: left out, it is absent where it may be, and a hole where it must not."""
        if not self._marked(value):
            return self.kept(value, path)
        return HOLE if type(part).model_fields[name].is_required() else MISSING

    def _marked(self, item: object) -> bool:
        if isinstance(item, Entry) and item.public is False:
            self.gone.append(item)
            return True
        return False


def _same(one: object, other: object) -> bool:
    return one is other
