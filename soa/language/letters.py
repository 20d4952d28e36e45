"""The letters that every published document can show: those of the shipped fonts; others are published by their names."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import groupby

_NOT_PLAIN = re.compile(r"[^\t\n -~]")
"""A text without any of these has nothing to be looked at."""
_MOST_NAMED = 24
"""So many characters of a run are named; more would tell a reader nothing."""


def lacking(text: str) -> tuple[str, ...]:
    """The characters of a text that cannot be published as they are, each once, in order."""
    return _lacking(_composed(text)) if set(text) - _single() else ()


def published(text: str) -> str:
    """The text as every format shows it: what the fonts lack is named in brackets."""
    if not _NOT_PLAIN.search(text):
        return text
    composed = _composed(text)
    odd = frozenset(_lacking(composed))
    if not odd:
        return composed
    return "".join(
        in_brackets("".join(run)) if is_odd else "".join(run) for is_odd, run in groupby(composed, odd.__contains__)
    )


def in_brackets(characters: str) -> str:
    """What stands for characters that follow one another: `[older woman]`."""
    names = [name_of(one) for one in characters[:_MOST_NAMED]]
    return f"[{', '.join(names)}{', …' if len(characters) > _MOST_NAMED else ''}]"


def name_of(character: str) -> str:
    """The name of a character in small letters; its number where it has no name, or a name that explains nothing."""
    from unicodedata import category, name

    known = "" if category(character).startswith("C") else name(character, "")
    return known.lower() or f"U+{ord(character):04X}"


def _composed(text: str) -> str:
    """The text with each letter and its accents as one character, and without what leaves no trace."""
    from unicodedata import normalize

    return normalize("NFC", _spaces().sub(" ", _traceless().sub("", text)))


@cache
def _traceless() -> re.Pattern[str]:
    """Characters that join or part others, or say how they look, and leave no trace of their own."""
    return re.compile(
        "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
    )


@cache
def _spaces() -> re.Pattern[str]:
    """Spaces and line ends that the fonts lack: a space does as well."""
    return re.compile("[\u1680\u2000-\u2006\u2008\u2028\u2029\u205f\u3000]")


def _lacking(composed: str) -> tuple[str, ...]:
    odd = set(composed) - _printed()
    return tuple(one for one in dict.fromkeys(composed) if one in odd) if odd else ()


@cache
def _single() -> frozenset[str]:
    """The printed characters that stand for themselves: an accent may make another character of the one before."""
    return _printed() - frozenset(map(chr, range(0x300, 0x370)))


@cache
def _printed() -> frozenset[str]:
    """The characters that the fonts have; `tests/language/letters_of_fonts.py` says which those are, and renews the list."""
    with open(os.path.join(os.path.dirname(__file__), "letters.txt"), encoding="ascii") as file:
        ranges = [line.partition("-") for line in file.read().split()]
    return frozenset(
        chr(code) for first, _, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)
    )
