"""What Scotland's government set for the whole country: the national outcomes, and the six priorities of 2012."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from soa.reference._tables import read_table

FRAMEWORKS = ("npf-2007", "npf-2011", "npf-2018")
_FROM = (date.min, date(2011, 12, 14), date(2018, 6, 11))  # the first day of each


class NationalOutcome(NamedTuple):
    """One outcome of a National Performance Framework."""

    framework: str
    """`npf-2007`, `npf-2011` or `npf-2018`."""
    number: int
    """Its place in the framework's list, from 1; the published lists carry no numbers."""
    title: str
    """The one or two words that npf-2018 gives it (`Communities`); empty in the older frameworks."""
    text: str
    """As published, beginning with “We” or “Our”."""


class PolicyPriority(NamedTuple):
    """One of the six priorities that the guidance of December 2012 asks agreements to address."""

    id: str
    """`older-people`; the ids are ours."""
    number: int
    """Its place in the list, from 1."""
    title: str
    """`Outcomes for older people`."""


@cache
def national_outcomes(framework: str) -> tuple[NationalOutcome, ...]:
    """The outcomes of a framework in its order: 15 for `npf-2007`, 16 for `npf-2011`, 11 for `npf-2018`.

    Raises `ValueError` for any other name.
    """
    if framework not in FRAMEWORKS:
        raise ValueError(f"no framework {framework!r}; there are {', '.join(FRAMEWORKS)}")
    return tuple(
        NationalOutcome(framework, int(row["number"]), row["short_title"], row["text"])
        for row in read_table("national_outcomes.csv")
        if row["framework"] == framework
    )


def framework_on(day: date) -> str:
    """The framework in force on a day, the default for an agreement that starts then."""
    return max((start, name) for start, name in zip(_FROM, FRAMEWORKS, strict=True) if start <= day)[1]


@cache
def policy_priorities() -> tuple[PolicyPriority, ...]:
    """The six national priorities of December 2012, in the order of the published list."""
    return tuple(
        PolicyPriority(row["id"], int(row["number"]), row["title"]) for row in read_table("policy_priorities.csv")
    )
