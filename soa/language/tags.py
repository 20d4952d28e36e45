"""Gives each word or set phrase of a text its class and, where it may be a verb, its plain form."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from soa.language import conditions, doings, things
from soa.language.words import pieces, singular, verb


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


def _phrases(nouns: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """For each first word of a phrase, how many words its phrases have, the longest first."""
    sizes: dict[str, set[int]] = {}
    for noun in nouns:
        if "_" in noun:
            sizes.setdefault(noun[: noun.index("_")], set()).add(noun.count("_") + 1)
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


NOUNS = _nouns()
"""Each noun or noun phrase (joined by ``_``) with its first class."""

_PHRASES = _phrases(NOUNS)


def tag(text: str) -> list[Tag]:
    """The words and set phrases of ``text`` in order, each with its class."""
    found = pieces(text)
    lemmas = [_plain(piece[0]) for piece in found]
    tags: list[Tag] = []
    at, verbs = 0, doings.VERBS
    while at < len(found):
        lemma = lemmas[at]
        phrase = _phrase_at(lemmas, at) if lemma in _PHRASES else ""
        size = phrase.count("_") + 1
        if phrase:
            words = found[at : at + size]
            tags.append(
                Tag("_".join(word[0] for word in words), phrase, NOUNS[phrase], "", "", words[0][1], words[-1][2])
            )
        else:
            text_here, start, end = found[at]
            tags.append(Tag(text_here, lemma, _class(lemma), *verb(text_here, verbs), start, end))
        at += size
    return tags


def _class(lemma: str) -> str:
    return NOUNS.get(lemma, "") or ("person" if lemma.endswith("-year-old") else "")


def _phrase_at(lemmas: list[str], at: int) -> str:
    """The longest phrase that begins at ``at``, or nothing."""
    for size in _PHRASES[lemmas[at]]:
        phrase = "_".join(lemmas[at : at + size])
        if phrase in NOUNS and phrase.count("_") == size - 1:
            return phrase
    return ""


def _plain(word: str) -> str:
    lemma = singular(word)
    return _joined(lemma) if "-" in lemma else lemma


def _joined(lemma: str) -> str:
    """A hyphenated word that is not itself known, but known written as one, is taken as that."""
    joined = lemma.replace("-", "")
    return joined if joined in NOUNS and lemma not in NOUNS else lemma
