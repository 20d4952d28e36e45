"""Reads from the shipped fonts which characters every document can show, and renews the list of them.

Renew it after a change of the fonts: `.venv/bin/python -m tests.language.letters_of_fonts`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import category, normalize

from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "soa" / "writers" / "fonts"
LIST = ROOT / "soa" / "language" / "letters.txt"
WIDEST = "SourceSans3-*.ttf"
"""The family that the others fall back on."""


def _of(pattern: str) -> frozenset[int]:
    """The characters that each of some fonts has."""
    return frozenset.intersection(*(frozenset(TTFont(file).getBestCmap()) for file in FONTS.glob(pattern)))


@cache
def letters() -> frozenset[str]:
    """The characters of the widest family in each of its styles.

    An accent that stands alone must be in every font, because it is set in the font of the letter that it stands on. A
    letter may be composed of others. A character that changes how others look is none.
    """
    widest, every = _of(WIDEST), _of("*.ttf")
    own = {chr(one) for one in widest if category(chr(one))[0] != "M" or one in every}
    own = {one for one in own if category(one) != "Cf" and normalize("NFC", one) == one}
    composed = (normalize("NFC", chr(code)) for code in range(0xA0, 0xD800) if set(normalize("NFD", chr(code))) <= own)
    return frozenset(own | {"\t", "\n"} | {one for one in composed if len(one) == 1})


def _ranges(characters: frozenset[str]) -> Iterator[str]:
    codes = sorted(map(ord, characters))
    starts = [codes[0], *(after for before, after in pairwise(codes) if after != before + 1)]
    ends = [*(before for before, after in pairwise(codes) if after != before + 1), codes[-1]]
    yield from (f"{one:X}" if one == last else f"{one:X}-{last:X}" for one, last in zip(starts, ends, strict=True))


def listed() -> str:
    """The list as it is kept: first and last of each range, in hexadecimal figures."""
    return textwrap.fill(" ".join(_ranges(letters())), 118, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    LIST.write_text(listed(), "ascii")
