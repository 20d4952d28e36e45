"""What an agreement keeps from the public, so that no question or answer of a portfolio tells it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from soa.model.lookup import walk
from soa.model.part import Entry, Part, sound
from soa.reference.near import plain

if TYPE_CHECKING:
    from soa.document.public import Public
    from soa.model.agreement import Agreement
    from soa.source.places import Path

BEGINNING: Final = 24
"""A text is known by so many of its first letters: a finding may quote no more."""
_FEWEST: Final = 4
"""Shorter words say nothing of what they stand in."""
_SMALLEST: Final = 1_000
"""Smaller numbers stand in many a sentence by chance."""
_PERSON: Final = "person"


class Secrets:
    """The entries marked `public: false`, the words that only they hold, and the names of persons."""

    def __init__(self, agreement: Agreement, public: Public) -> None:
        self._paths = frozenset(
            found.path for found in walk(agreement) if isinstance(found.part, Entry) and found.part.public is False
        )
        inside = (found.part for found in walk(agreement) if self.holds(found.path)) if self._paths else ()
        hidden = {words for part in inside for words in _words(part)} | {plain(name) for name in public.names}
        said = "\n".join(words for found in walk(public.agreement) for words in _words(found.part)) if hidden else ""
        persons = {plain(name) for found in walk(agreement) for name in _persons(found.part)}
        only = {words for words in hidden if words[:BEGINNING] not in said} | persons
        self._words = tuple(sorted({words[:BEGINNING] for words in only if len(words) >= _FEWEST}))

    def holds(self, path: Path) -> bool:
        """Whether a part, or one that it stands in, is kept from the public."""
        return any(path[:length] in self._paths for length in range(len(path) + 1))

    def told(self, words: str) -> bool:
        """Whether words tell what only such a part says, or name a person."""
        said = plain(words)
        return any(one in said for one in self._words)


def _words(part: Part) -> Iterator[str]:
    """The words and large numbers of a part, as they are compared."""
    for name, value in part.__dict__.items():
        if name in part.model_fields_set and name != _PERSON:
            for one in value if type(value) is tuple else (value,):
                yield from _known_by(name, one)


def _known_by(name: str, value: object) -> Iterator[str]:
    """What a value can be known by in a sentence: one word of it alone, or a small number, stands in many."""
    if isinstance(value, str):
        if " " in value or name in {"name", "title", "id"}:
            yield plain(value)
    elif isinstance(value, Decimal) and abs(value) >= _SMALLEST:
        yield plain(f"{value:,f}")
    elif type(value) is int and abs(value) >= _SMALLEST:
        yield plain(f"{value:,}")


def _persons(part: Any) -> Iterator[str]:
    name = getattr(part, _PERSON, None)
    if isinstance(name, str) and sound(name):
        yield name
