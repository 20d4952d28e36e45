"""Levels that the government set for all of Scotland, and that a partnership may be tempted to copy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from soa.reference._tables import listed, read_table


class NationalAim(NamedTuple):
    """A level for all of Scotland, and by when it was to be reached."""

    id: str
    """`stillbirths`; the ids are ours."""
    aim: str
    """In our words, with its figure."""
    words: tuple[tuple[str, ...], ...]
    """How a measure of it is known: all the words of one of these, each as a word begins, in small letters."""
    unit: str
    """How the unit begins."""
    level: Decimal
    starts: date
    ends: date
    """The day by which it was to be reached."""


@cache
def national_aims() -> tuple[NationalAim, ...]:
    """The six aims; their origin is in SOURCES.md."""
    return tuple(
        NationalAim(
            id=row["id"],
            aim=row["aim"],
            words=tuple(tuple(words.split()) for words in listed(row["words"])),
            unit=row["unit"],
            level=Decimal(row["level"]),
            starts=date.fromisoformat(row["starts"]),
            ends=date.fromisoformat(row["ends"]),
        )
        for row in read_table("national_aims.csv")
    )
