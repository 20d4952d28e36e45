"""Wordings: what two texts say in common, whatever the order of their words, and how a moment is printed."""

import re
from functools import cache

from soa.language.words import pieces, singular

_LITTLE = frozenset(
    """
a an the and or of for in on at to by with from into over our their its his her who which that this these those there fewer less it they
is are be been being was were has have had do does as all each every more most some any not no than then so up out we
people person who will can
""".split()
)
"""Words that a comparison of two texts passes over."""
_ENDINGS = ("ing", "ed", "er")
_LEAST, _MOST = 3, 5


@cache
def any_case(pattern: str) -> re.Pattern[str]:
    """A pattern in capitals and small letters alike, compiled when a text first needs it."""
    return re.compile(pattern, re.IGNORECASE)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry a text: `Parenting classes` and `Classes for parents` give the same."""
    return frozenset(_stem(small) for small, _, _ in pieces(text) if small[0].isalnum() and small not in _LITTLE)


def _stem(word: str) -> str:
    word = singular(word)
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) >= len(one) + _LEAST), "")
    return (word.removesuffix(ending).rstrip("e") or word)[:_MOST]


def proper(text: str) -> frozenset[str]:
    """The names and numbers in a text, in small letters: words with a capital, the first one aside, and figures."""
    return frozenset(
        small
        for index, (small, start, _) in enumerate(pieces(text))
        if any(letter.isdigit() for letter in small) or (index and text[start].isupper())
    )


def printed(moment: str) -> str:
    """A financial year as people print it, `2013/14`; any other moment as it is written."""
    return moment.replace("-", "/") if len(moment) == len("2013-14") else moment
