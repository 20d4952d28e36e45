"""The abbreviations of community planning in Scotland, explained in our own words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from soa.reference._tables import read_table


class Abbreviation(NamedTuple):
    """A few capitals that public bodies use, and what they mean."""

    term: str
    """As it is written: `SIMD`."""
    stands_for: str
    """The words that it shortens."""
    means: str
    """What these are, in a sentence for people who have not met them."""

    @property
    def explained(self) -> str:
        """What it stands for, and what that is, as an entry of a glossary."""
        return f"{self.stands_for[:1].upper()}{self.stands_for[1:]}. {self.means}"


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Every one that we explain, by its term, in the order of the alphabet."""
    return {
        row["term"]: Abbreviation(row["term"], row["stands_for"], row["means"]) for row in read_table("glossary.csv")
    }
