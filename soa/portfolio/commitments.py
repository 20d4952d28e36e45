"""What bodies that serve several areas say in each of them: near-identical promises, and promises of what is stopped elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from soa.language.words import singular
from soa.portfolio.facts import Facts, UndertakingFacts
from soa.reference.areas import area as area_named
from soa.reference.near import plain

NEAR: Final = 0.8
"""Two promises are nearly the same where so much of their words is."""
SHARED: Final = 0.75
"""What is stopped is promised elsewhere where so much of its words stands there."""
COMMON: Final = 200
"""A word in more texts of one body than these leads nowhere: looking through them all would take too long."""
FEWEST_WORDS: Final = 4
"""Fewer words could be anybody's."""
MOST_PLACES: Final = 12
"""Of one promise, so many places are listed."""
MOST_LISTED: Final = 60
"""Of one body."""

_FIGURE: Final = re.compile(r"£?\d[\d,.]*")
_EMPTY: Final = frozenset(
    """
a an and at be by each every for from in into is it its of on or our over that the their them they this to up we where which who whom will with
new more all any both other same local area areas people partner partners year years month months
""".split()
)
"""Words that say nothing of what is promised."""
_STOPPING: Final = frozenset(
    "stop stops stopped stopping close closes closed closing end ends ended ending cut cuts fewer less reduce reduced reduces reducing longer no not"
    " withdraw withdrawn cease ceases".split()
)

Kind = Literal["dates", "figures", "same", "stopped"]


class Promise(NamedTuple):
    """One undertaking in one area."""

    area: str
    file: str
    said: UndertakingFacts


class Alike(NamedTuple):
    """Undertakings of one body in several areas that ought to be looked at together."""

    body: str
    called: str
    kind: Kind
    """What strikes: other dates, other figures, the same words twice, or promised here and stopped there."""
    places: tuple[Promise, ...]
    """In the order of the alphabet; what is stopped comes last."""
    more: int
    """Places that are not listed."""


class Promised(NamedTuple):
    """What was looked at for promises that are alike."""

    promises: int
    """Of bodies that serve several areas, in the newest agreements of all areas."""
    bodies: int
    """How many bodies promise something."""
    shared: int
    """How many of them promise something in two areas or more."""


class _Words(NamedTuple):
    """The words and figures that undertakings consist of, and who says them."""

    words: frozenset[str]
    figures: tuple[str, ...]
    promises: list[Promise]


class Undertakings:
    """Gathers what such bodies undertake in the newest agreement of each area."""

    def __init__(self) -> None:
        self._promises = 0
        self._areas: dict[tuple[str, bool], set[str]] = {}
        self._kept: dict[tuple[str, bool], dict[tuple[frozenset[str], tuple[str, ...]], _Words]] = {}
        self._stopped: dict[tuple[str, bool], list[tuple[frozenset[str], Promise]]] = {}

    def add(self, area: str, file: str, facts: Facts) -> None:
        """Note one area's undertakings."""
        own = _names(area)
        for one in facts.undertakings:
            words, figures = _words(one.words, own)
            promise = Promise(area, file, one)
            key = (one.body, facts.fictional)
            self._promises += 1
            self._areas.setdefault(key, set()).add(file)
            if one.what == "stops":
                if len(words - _STOPPING) >= FEWEST_WORDS - 1:
                    self._stopped.setdefault(key, []).append((words - _STOPPING, promise))
            elif len(words) >= FEWEST_WORDS:
                kept = self._kept.setdefault(key, {})
                kept.setdefault((words, figures), _Words(words, figures, [])).promises.append(promise)

    def promised(self) -> Promised:
        """What was looked at."""
        return Promised(self._promises, len(self._areas), sum(len(areas) > 1 for areas in self._areas.values()))

    def alike(self) -> tuple[Alike, ...]:
        """What ought to be looked at together, body by body in the order of the alphabet; contradictions before mere likeness."""
        found: list[Alike] = []
        for key in sorted(self._kept.keys() | self._stopped.keys()):
            kept = list(self._kept.get(key, {}).values())
            index = _Index(kept)
            of_body = [*_against_stopped(key[0], self._stopped.get(key, ()), kept, index), *_near(key[0], kept, index)]
            order: list[Kind] = ["stopped", "dates", "figures", "same"]
            of_body.sort(key=lambda one: (order.index(one.kind), one.places))
            found += of_body[:MOST_LISTED]
        return tuple(found)


class _Index:
    """Finds those that share words, without looking at every pair: by their rarest words."""

    def __init__(self, kept: list[_Words]) -> None:
        self._often = Counter(word for one in kept for word in one.words)
        self._by_word: dict[str, list[int]] = {}
        for at, one in enumerate(kept):
            for word in self.rarest(one.words, NEAR):
                self._by_word.setdefault(word, []).append(at)
        self._all: dict[str, list[int]] | None = None
        self._kept = kept

    def rarest(self, words: Iterable[str], share: float) -> list[str]:
        """So many of the rarest words that whoever shares `share` of all of them has one of these."""
        in_order = sorted(words, key=lambda word: (self._often[word], word))
        return in_order[: len(in_order) - int(share * len(in_order) + 0.999) + 1]

    def near(self, at: int) -> Iterator[int]:
        """Those after one that may be nearly the same."""
        lists = (self._by_word[word] for word in self.rarest(self._kept[at].words, NEAR))
        others = {other for found in lists if len(found) <= COMMON for other in found}
        yield from sorted(other for other in others if other > at)

    def with_words(self, words: frozenset[str]) -> list[int]:
        """Those that may hold most of the words."""
        if self._all is None:
            self._all = {}
            for at, one in enumerate(self._kept):
                for word in one.words:
                    self._all.setdefault(word, []).append(at)
        by_word = self._all
        lists = (by_word.get(word, []) for word in self.rarest(words, SHARED))
        return sorted({at for found in lists if len(found) <= COMMON for at in found})


def _near(body: str, kept: list[_Words], index: _Index) -> Iterator[Alike]:
    """Promises that are nearly the same in several areas."""
    root = list(range(len(kept)))

    def top(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for at, one in enumerate(kept):
        for other in index.near(at):
            words = kept[other].words
            if len(one.words & words) >= NEAR * len(one.words | words):
                root[top(other)] = top(at)
    groups: dict[int, list[Promise]] = {}
    figures: dict[int, set[tuple[str, ...]]] = {}
    for at, one in enumerate(kept):
        groups.setdefault(top(at), []).extend(one.promises)
        figures.setdefault(top(at), set()).add(one.figures)
    for at, promises in groups.items():
        if len({promise.file for promise in promises}) < 2:
            continue
        dates = {promise.said.due for promise in promises if promise.said.due}
        amounts = {promise.said.amount for promise in promises if promise.said.amount}
        kind: Kind = "dates" if len(dates) > 1 else "figures" if len(amounts) > 1 or len(figures[at]) > 1 else "same"
        yield _alike(body, kind, sorted(promises))


def _against_stopped(
    body: str, stopped: Iterable[tuple[frozenset[str], Promise]], kept: list[_Words], index: _Index
) -> Iterator[Alike]:
    """What a body promises in one area and stops in another."""
    groups: dict[tuple[int, ...], list[Promise]] = {}
    for words, ends in stopped:
        held = tuple(at for at in index.with_words(words) if len(words & kept[at].words) >= SHARED * len(words))
        if any(promise.file != ends.file for at in held for promise in kept[at].promises):
            groups.setdefault(held, []).append(ends)
    for held, ended in groups.items():
        areas = {one.file for one in ended}
        every = sorted(promise for at in held for promise in kept[at].promises)
        going_on = [one for one in every if one.file not in areas] or every
        made, ends_here = _alike(body, "stopped", going_on), sorted(ended)
        more = max(0, len(ends_here) - MOST_PLACES)
        yield made._replace(places=(*made.places, *ends_here[:MOST_PLACES]), more=made.more + more)


def _alike(body: str, kind: Kind, promises: list[Promise]) -> Alike:
    return Alike(
        body, promises[0].said.called, kind, tuple(promises[:MOST_PLACES]), max(0, len(promises) - MOST_PLACES)
    )


def _words(text: str, own: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a promise that say what it is, without the area's own name, and its figures apart."""
    figures = tuple(_FIGURE.findall(text))
    words = plain(_FIGURE.sub(" ", text)).split()
    return frozenset(singular(word) for word in words if word not in _EMPTY and word not in own), figures


def _names(area: str) -> frozenset[str]:
    """The words of an area's names."""
    known = area_named(area)
    names = (area, *((known.name, known.council, *known.also_known_as) if known else ()))
    return frozenset(word for name in names for word in plain(name).split()) | {"council"}
