"""Spans of time that are written in words: how often a figure is known, and how long after its period."""

import re
from datetime import date, timedelta
from functools import cache

_WORDS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS_IN = {"year": 12, "quarter": 3, "month": 1}
_OFTEN = {
    "annual": 12, "yearly": 12, "biennial": 24, "quarterly": 3, "monthly": 1, "weekly": 1, "daily": 1,
    "every week": 1, "each week": 1, "every day": 1, "each day": 1, "every other year": 24, "every second year": 24,
    "twice a year": 6, "twice yearly": 6, "half-yearly": 6, "six-monthly": 6, "once a year": 12, "termly": 4, "every term": 4,
}  # fmt: skip
"""Months between two values."""


def interval_in_months(text: str) -> int | None:
    """The months between two values in `every two years` or `quarterly`; the longest of several, None where it is not plain."""
    small = text.lower()
    found = [months for words, months in _OFTEN.items() if re.search(rf"(?<![\w-]){words}", small)]
    found += [
        (_number(number) if number else 1) * _MONTHS_IN[unit]
        for number, unit in _every().findall(small)
        if not number or _number(number)
    ]
    return max(found, default=None)


def length_in_months(text: str) -> int | None:
    """The months in `8 months`, `a year` or `six weeks`, begun ones counted whole; None where it is not plain."""
    found = _length().fullmatch(text.strip().lower())
    number = _number(found[1]) if found else 0
    if not found or not number:
        return None
    if found[2] in {"day", "week"}:
        return -(-number * (7 if found[2] == "week" else 1) // 30)
    return number * _MONTHS_IN[found[2]]


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month; at most some thousand years."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return months_later(day - timedelta(days=1), months)


def _number(text: str) -> int:
    """A small number in figures or words; 0 for anything else."""
    if text.isdecimal():
        return int(text) if len(text) < 3 else 0
    text = "a" if text in {"an", "one"} else text
    return _WORDS.index(text) + 1 if text in _WORDS else 0


@cache
def _every() -> re.Pattern[str]:
    return re.compile(r"\b(?:every|each)\s+(?:(\w+)\s+)?(year|quarter|month)s?\b")


@cache
def _length() -> re.Pattern[str]:
    return re.compile(r"(?:about |around |some |up to )?(\w+) (year|quarter|month|week|day)s?(?: later| after.*)?")
