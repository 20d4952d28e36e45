"""Offers the known words nearest to a misspelt one, for every message that asks “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

MAX_OFFERS = 3
MAX_CHOICES = 300  # looked at; more would let a very large file take long over its slips
MAX_LENGTH = 100  # no key, id or name we know is longer; a longer word is prose, not a slip
SHORTEST_PART = 4  # a shorter piece of a name ("of", "and") says nothing about which name is meant
_SHORTEST_SLIP = 3  # in a word no longer than this a slip makes another word as easily
_LONG = 8  # in a word as long as this two slips leave no doubt

_SEPARATORS = str.maketrans(dict.fromkeys("-_.,/'()\u2019", " "))  # the last is the curly apostrophe


def plain(text: str) -> str:
    """The letters of a name as they are compared: lower case, one space, no punctuation, `&` read as “and”."""
    return " ".join(text.casefold().replace("&", " and ").translate(_SEPARATORS).split())


def did_you_mean(word: str, choices: Iterable[str], limit: int = MAX_OFFERS) -> tuple[str, ...]:
    """The choices a writer of `word` may have meant, best first, at most `limit`; () when nothing is near.

    Near is: the same but for case and separators; a slip or two of the keyboard (a letter missing, added, changed,
    or two exchanged; one slip for each three letters, at most three); the words in another order; or one whole word
    or the beginning of a longer name. `choices` keep their order among equals; only the first 300 are looked at.
    """
    wanted = plain(word) if len(word) <= MAX_LENGTH else ""
    if not wanted:
        return ()
    ranked = []
    for place, choice in enumerate(islice(dict.fromkeys(choices), MAX_CHOICES)):
        rank = _rank(wanted, plain(choice))
        if rank is not None:
            ranked.append((rank, place, choice))
    return tuple(choice for _, _, choice in sorted(ranked)[:limit])


def surely_meant(word: str, choices: Iterable[str]) -> str:
    """The one choice that a writer of `word` plainly meant, so that it can be written for them; empty where there is a doubt.

    Sure is: the same but for case and separators, or a slip of the keyboard away (two in a longer word), and no other near.
    """
    near = did_you_mean(word, choices)
    same = [choice for choice in near if plain(choice) == plain(word)]
    if same or len(near) != 1 or len(near[0]) <= _SHORTEST_SLIP:
        return same[0] if len(same) == 1 else ""
    return near[0] if distance(plain(word), plain(near[0]), 1 + (len(near[0]) >= _LONG)) is not None else ""


def _rank(wanted: str, choice: str) -> int | None:
    """How far the choice is from what was written: 0 the same, None out of reach."""
    if wanted == choice:
        return 0
    slips = distance(wanted, choice, _reach(wanted))
    if slips is not None:
        return slips
    parts = choice.split()
    if len(parts) > 1 and sorted(wanted.split()) == sorted(parts):
        return 1
    if len(wanted) < SHORTEST_PART:
        return None
    if choice.startswith(wanted) or wanted.startswith(choice + " "):
        return 4
    return 5 if wanted in parts else None


def _reach(wanted: str) -> int:
    return max(1, min(3, len(wanted) // 3))


def distance(one: str, other: str, reach: int) -> int | None:
    """The fewest single slips that turn one word into the other, or None when it takes more than `reach`.

    A slip adds, drops or changes one letter, or exchanges two neighbours (optimal string alignment).
    """
    if abs(len(one) - len(other)) > reach:
        return None
    one, other = _unlike(one, other)
    above: list[int] = []
    current = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        before, above, current = above, current, [row]
        for column, wanted in enumerate(other, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > reach:
            return None
    return current[-1] if current[-1] <= reach else None


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Both words without the beginning and the end they share, which cost nothing."""
    first = 0
    while one[first : first + 1] == other[first : first + 1] != "":
        first += 1
    one, other = one[first:], other[first:]
    last = 0
    while last < min(len(one), len(other)) and one[-1 - last] == other[-1 - last]:
        last += 1
    return one[: len(one) - last], other[: len(other) - last]
