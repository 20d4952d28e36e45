"""What rules about priorities share: which are worked out, from which day age counts, and one finding where all lack the same."""

from collections.abc import Iterator, Sequence
from datetime import date

from soa.model.agreement import Agreement, Header
from soa.model.outcome import Priority
from soa.model.part import sound
from soa.rules._rule import Problem

Numbered = tuple[int, Priority]
"""A priority with its place in the list."""


def settled_on(header: Header) -> date | None:
    """The day against which age is measured: when the agreement was agreed, else submitted, else starts; None if no day can be read."""
    for moment in (header.agreed, header.submitted, header.starts):
        if sound(moment):
            return moment.last_day if moment is not header.starts else moment.first_day
    return None


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; the last of February where there is no such day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def worked_out(agreement: Agreement) -> list[Numbered]:
    """The priorities that do not say honestly that they are still to be worked out."""
    return [
        (index, priority)
        for index, priority in enumerate(agreement.priorities)
        if sound(priority) and not sound(priority.not_yet)
    ]


def each_or_all(case: str, lacking: Sequence[int], asked: int, one: str, every: str) -> Iterator[Problem]:
    """One finding for each priority that lacks something; a single one where every one of several does."""
    if len(lacking) == asked > 1:
        yield Problem(case, every, at=("priorities",))
        return
    for index in lacking:
        yield Problem(case, one, at=("priorities", index))
