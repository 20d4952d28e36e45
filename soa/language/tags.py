"""Gives each word or set phrase of a text its class and, where it may be a verb, its plain form."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from soa.language import conditions, doings, things
from soa.language.words import Word, verb, words


class Tag(NamedTuple):
    """A word or set phrase, its class, its form as a verb, and its place.

    ``text`` is as written, in small letters, ``lemma`` in its plain form; in both a phrase is joined by ``_``.
    ``kind`` is the class as a noun (``condition``, ``person`` ...), empty when unknown. ``base`` and ``form``
    are its plain form and form (``base``, ``s``, ``ed``, ``ing``) as a known verb, empty when it is none.
    """

    text: str
    lemma: str
    kind: str
    base: str
    form: str
    start: int
    end: int


# Where a word is in several classes, the first of these counts.
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


def _nouns() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for name, members in reversed(_CLASSES):
        table.update(dict.fromkeys(members, name))
    return table


def _phrases(nouns: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    starts: dict[str, list[tuple[str, ...]]] = {}
    for noun in nouns:
        if "_" in noun:
            parts = tuple(noun.split("_"))
            starts.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=lambda parts: (-len(parts), parts))) for first, found in starts.items()}


NOUNS = _nouns()
"""Each noun or noun phrase (joined by ``_``) with its first class."""

_PHRASES = _phrases(NOUNS)


def tag(text: str) -> list[Tag]:
    """The words and set phrases of ``text`` in order, each with its class."""
    found = words(text)
    lemmas = [word.lemma if "-" not in word.lemma else _joined(word.lemma) for word in found]
    tags: list[Tag] = []
    at = 0
    while at < len(found):
        lemma = lemmas[at]
        size = _phrase_size(lemmas, at) if lemma in _PHRASES else 1
        if size > 1:
            tags.append(_phrase(found[at : at + size], "_".join(lemmas[at : at + size])))
        else:
            word = found[at]
            base, form = verb(word.text, doings.VERBS)
            tags.append(Tag(word.text, lemma, NOUNS.get(lemma, ""), base, form, word.start, word.end))
        at += size
    return tags


def _phrase(found: list[Word], lemma: str) -> Tag:
    return Tag("_".join(word.text for word in found), lemma, NOUNS[lemma], "", "", found[0].start, found[-1].end)


def _phrase_size(lemmas: list[str], at: int) -> int:
    for parts in _PHRASES[lemmas[at]]:
        if tuple(lemmas[at : at + len(parts)]) == parts:
            return len(parts)
    return 1


def _joined(lemma: str) -> str:
    """A hyphenated word that is not itself known, but known written as one, is taken as that."""
    joined = lemma.replace("-", "")
    return joined if joined in NOUNS and lemma not in NOUNS else lemma
