"""Measures that every Community Planning Partnership can read for its own area from national statistics."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from soa.reference._tables import read_table


class CoreIndicator(NamedTuple):
    """A measure of the Community Planning Outcomes Profile; words are ours, values are not held."""

    id: str
    """`early-mortality`; the ids are ours."""
    name: str
    unit: str
    """`per 100,000 people`."""
    direction: str
    """Which way is better: `up`, `down`, or `context` where the sources disagree."""
    measured_over: str
    """`financial-year`, `school-year` or `calendar-year`."""
    averaged_over: int
    """How many years one value averages; 1 for most."""
    definition: str
    """What is counted, in our words."""
    source: str
    """Who publishes it, and in which series."""
    caution: str
    """What to know before quoting it; empty when nothing stands out."""


@cache
def core_indicators() -> tuple[CoreIndicator, ...]:
    """The 20 measures, in the profile's order."""
    return tuple(
        CoreIndicator(
            id=row["id"],
            name=row["name"],
            unit=row["unit"],
            direction=row["direction"],
            measured_over=row["measured_over"],
            averaged_over=int(row["averaged_over"] or 1),
            definition=row["definition"],
            source=row["source"],
            caution=row["caution"],
        )
        for row in read_table("core_indicators.csv")
    )
