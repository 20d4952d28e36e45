"""The first year of an agreement, for rules that ask what it brings."""

from datetime import date
from typing import NamedTuple

from soa.model.agreement import Header
from soa.model.part import sound
from soa.model.scalars import Moment


class FirstYear(NamedTuple):
    """From one day until before another."""

    starts: date
    ends: date

    def may_hold(self, moment: Moment) -> bool:
        """Whether a moment may lie in it: `2014` may, where it ends in March 2014."""
        return moment.last_day >= self.starts and moment.first_day < self.ends


def first_year(header: Header, months: int = 12) -> FirstYear | None:
    """The first so many months of an agreement; None where the start could not be read.

    An agreement that starts in `2016` may start on the last day of it. One that was agreed more than a year after its
    start is a later version of itself, and is judged from the day it was agreed.
    """
    if not sound(header.starts):
        return None
    first, last = header.starts.first_day, header.starts.last_day
    latest = last if header.starts.form == "year" else first
    if sound(header.agreed) and header.agreed.first_day > _later(latest, 12):
        first = latest = header.agreed.last_day
    return FirstYear(first, _later(latest, months))


def end_of_first_year(header: Header, months: int = 12) -> date | None:
    """The first day after the first so many months; None where the start could not be read."""
    first = first_year(header, months)
    return first.ends if first else None


def _later(day: date, months: int) -> date:
    """The same day so many months later; the first of the next month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return _later(day.replace(day=1), months + 1)
