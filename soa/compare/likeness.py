"""How alike two entries are by their words and by what else they say, and which of many belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

ALIKE = 0.55
"""From here two entries of one list are taken for the same.

A sentence stays above it when a third of its words change, and in the example of Glenmore no two different outcomes, measures,
actions or risks come near it (the nearest at 0.49: two measures of fires). Sisters that differ in one word do, such as “Primary
pupils who write …” and “Secondary pupils who write …” in Moray's: should one come as the other goes, the report says that it
took them for the same by their words.
"""
VERY_ALIKE = 0.75
"""From here two entries that stand in different places are taken for one that moved."""
AKIN = 0.3
"""From here one outcome may have come from another: said as a possibility, and never taken for granted."""
HOPELESS = 0.15
"""Below this an id that stayed the same is believed only where nothing else fits."""

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an and are as at be been by for from has have in into is it its of on or so than that the their them they this to was were which who will with".split()
)
_COMMON = 40
"""A word that so many entries share does not bring two of them together."""
_NEAREST = 8
"""So many entries, those that share most, are looked at closely for each: all pairs of two long lists would take minutes."""


class Said(NamedTuple):
    """What one entry says: the words that it is known by, and everything else in it."""

    words: Counter[str]
    rest: Counter[str]


def said(words: str, rest: Iterable[str]) -> Said:
    """An entry's words without the small ones, and the rest of it as texts."""
    return Said(Counter(tokens(words)), Counter(rest))


def tokens(text: str) -> list[str]:
    """The words of a text in small letters; all of them where there are only small ones."""
    every = _WORD.findall(text.lower())
    return [word for word in every if word not in _SMALL] or every


def likeness(old: Said, new: Said, weight: Mapping[str, float]) -> float:
    """From 0 to 1. Words weigh most; of what else is said the rare weighs more than what every entry says."""
    if not old.words or not new.words:
        return _shared(old.rest, new.rest, weight)
    words = _shared(old.words, new.words, weight)
    if not old.rest and not new.rest:
        return words
    rest = _shared(old.rest, new.rest, weight)
    return max(0.75 * words + 0.25 * rest, 0.4 * words + 0.6 * rest)


def weights(entries: Iterable[Said]) -> dict[str, float]:
    """How much each word and text weighs: the less, the more entries of one agreement have it."""
    found: Counter[str] = Counter()
    for one in entries:
        found.update({*one.words, *one.rest})
    return {word: 1 / number for word, number in found.items()}


def weights_of(old: Iterable[Said], new: Iterable[Said]) -> dict[str, float]:
    """The same for two agreements: a word is as rare as it is where it is more common."""
    found = weights(old)
    for word, weight in weights(new).items():
        found[word] = min(weight, found.get(word, 1.0))
    return found


def pairs(
    old: Sequence[Said], new: Sequence[Said], weight: Mapping[str, float], least: float
) -> list[tuple[int, int, float]]:
    """Which entries belong together, each at most once, the most alike first; those less alike than `least` stay apart."""
    where = places(new)
    found: list[tuple[float, int, int]] = []
    for at, one in enumerate(old):
        for other in near(one, where, weight):
            score = likeness(one, new[other], weight)
            if score >= least:
                found.append((-score, at, other))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    chosen: list[tuple[int, int, float]] = []
    for score, at, other in sorted(found):
        if at not in taken_old and other not in taken_new:
            taken_old.add(at)
            taken_new.add(other)
            chosen.append((at, other, -score))
    return chosen


def places(entries: Iterable[Said]) -> dict[str, list[int]]:
    """By word and text the places of the entries that say it."""
    where: dict[str, list[int]] = {}
    for at, one in enumerate(entries):
        for word in {*one.words, *one.rest}:
            where.setdefault(word, []).append(at)
    return where


def near(one: Said, where: Mapping[str, Sequence[int]], weight: Mapping[str, float]) -> list[int]:
    """The entries that share most with one, in their order."""
    shared: dict[int, float] = {}
    for word in sorted({*one.words, *one.rest}):
        others = where.get(word, ())
        if len(others) <= _COMMON:
            worth = weight.get(word, 1.0)
            for other in others:
                shared[other] = shared.get(other, 0.0) + worth
    return sorted(nsmallest(_NEAREST, shared, key=lambda other: (-shared[other], other)))


def _shared(old: Counter[str], new: Counter[str], weight: Mapping[str, float]) -> float:
    """How much of what both say is the same, by weight (Dice's measure)."""
    whole = sum(number * weight.get(word, 1.0) for side in (old, new) for word, number in side.items())
    same = sum(min(number, new[word]) * weight.get(word, 1.0) for word, number in old.items() if word in new)
    return 2 * same / whole if whole else 0.0
