"""Texts that say nothing in particular, for rules that ask what a text names: unknown words always count as something."""

from collections.abc import Container, Iterable, Mapping

from soa.language.words import pieces, singular


def says_only(text: str, known: Container[str], names: Container[str] = ()) -> bool:
    """Whether a text has words, and each of them is among the known ones, as it stands or in the singular, or in a name."""
    told = [small for small, _, _ in pieces(text) if small[0].isalnum()]
    return bool(told) and all(word in known or singular(word) in known or word in names for word in told)


def mentions(text: str, known: Container[str]) -> bool:
    """Whether any word of a text is among the known ones, as it stands or in the singular."""
    return any(small in known or singular(small) in known for small, _, _ in pieces(text))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of some names, in small letters."""
    return frozenset(small for name in names for small, _, _ in pieces(name))


NameIndex = Mapping[str, list[tuple[tuple[str, ...], str]]]
"""Names by their first word in small letters, each with all its words."""


def index_of(names: Iterable[str]) -> NameIndex:
    """Names made ready to be looked for in many texts."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in names:
        told = tuple(small for small, _, _ in pieces(name))
        if told:
            found.setdefault(told[0], []).append((told, name))
    return found


def names_in(text: str, index: NameIndex) -> set[str]:
    """Those names that a text has in it as whole words, whatever their case."""
    told = tuple(small for small, _, _ in pieces(text))
    return {
        name
        for at, word in enumerate(told)
        for words, name in index.get(word, ())
        if told[at : at + len(words)] == words
    }
