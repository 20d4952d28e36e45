"""Gives each word or set phrase of a text its class, by looking it up in the vocabulary."""

from collections.abc import Iterable
from typing import NamedTuple

from soa.language import conditions, doings, things
from soa.language.words import verb, words


class Tag(NamedTuple):
    """A word or set phrase with its class (``condition``, ``person`` ...; empty when unknown) and its place."""

    text: str
    lemma: str
    kind: str
    start: int
    end: int


_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("measure", things.MEASURE),
    ("condition", conditions.STRONG),
    ("staff", things.STAFF),
    ("person", things.PERSON),
    ("money", things.MONEY),
    ("contact", things.CONTACT),
    ("paper", things.PAPER),
    ("product", things.PRODUCT),
    ("facility", things.FACILITY),
    ("org", things.ORG),
    ("place", things.PLACE),
    ("service", things.SERVICE),
    ("change", things.CHANGE),
)


def _nouns() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, members in reversed(_CLASSES):
        for word in members:
            table[word] = name
    return table


NOUNS = _nouns()
"""Each noun or noun phrase (joined by ``_``) with its first class."""

_VERB_SETS = (doings.FEEL, doings.LIVE, doings.SERVE, doings.MAKE, doings.RUN, doings.PAY, doings.CHANGE, doings.EVENT)
VERBS = frozenset(word for members in _VERB_SETS for word in members) | {"have", "be", "exclude"}


def _phrases(nouns: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    starts: dict[str, list[tuple[str, ...]]] = {}
    for noun in nouns:
        if "_" in noun:
            parts = tuple(noun.split("_"))
            starts.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in starts.items()}


_PHRASES = _phrases(NOUNS)


def tag(text: str) -> list[Tag]:
    """The words and set phrases of ``text`` in order, each with its class."""
    found = words(text)
    lemmas = [_plain(word.lemma) for word in found]
    tags: list[Tag] = []
    at = 0
    while at < len(found):
        size = _phrase_size(lemmas, at) if lemmas[at] in _PHRASES else 1
        lemma = lemmas[at] if size == 1 else "_".join(lemmas[at : at + size])
        last = found[at + size - 1]
        small = found[at].text if size == 1 else "_".join(word.text for word in found[at : at + size])
        tags.append(Tag(small, lemma, NOUNS.get(lemma, ""), found[at].start, last.end))
        at += size
    return tags


def _phrase_size(lemmas: list[str], at: int) -> int:
    for parts in _PHRASES[lemmas[at]]:
        if tuple(lemmas[at : at + len(parts)]) == parts:
            return len(parts)
    return 1


def _plain(lemma: str) -> str:
    """A hyphenated word that is not itself known is looked up joined, then by its last part."""
    if "-" not in lemma or lemma in NOUNS:
        return lemma
    joined = lemma.replace("-", "")
    return joined if joined in NOUNS else lemma


def verb_of(item: Tag) -> tuple[str, str]:
    """The plain form and the form (``base``, ``s``, ``ed``, ``ing``) of a known verb; empty when it is none."""
    return verb(item.text, VERBS)
