"""What a planner means by a number or a date that is not written as the file writes it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from soa.model.scalars import FIRST_YEAR, LAST_YEAR

_LONGEST = 60  # no figure or date is longer; a longer text is prose, and would take the patterns long

_FIGURES = r"(?:[0-9]{1,3}(?:[,_ ][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
"""A number, its thousands set apart or not; a comma before any other count of figures may be a decimal point, or a slip."""
_NUMBER = rf"£?\s*-?\s*{_FIGURES}\s*(?:%|per cent|percent|(?:k|m|bn|million|thousand|billion)\b)?"
_amount = re.compile(
    rf"(?P<pounds>£?)\s*(?P<sign>-?)\s*(?P<number>{_FIGURES})\s*(?P<unit>%|per cent|percent|k|m|bn|million|thousand|billion)?\.?",
    re.IGNORECASE,
)
_TIMES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_AT_LEAST = r"at least|more than|greater than|over|above|no fewer than|no less than|not less than|minimum(?: of)?|>=?|≥"
_AT_MOST = r"at most|less than|fewer than|under|below|no more than|not more than|up to|maximum(?: of)?|<=?|≤"
_ABOUT = r"approx\.?|approximately|about|around|circa|ca?\.|roughly|~"
_bound = re.compile(
    rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT}))\s*(?P<number>{_NUMBER})"
    rf"|(?P<first>{_NUMBER})\s*(?:(?P<more>or more|or above|or over|or higher|\+)|(?P<less>or less|or fewer|or below|or under|or lower))",
    re.IGNORECASE,
)
_beyond = re.compile(r"more|greater|over|above|less|fewer|under|below|[<>](?!=)", re.IGNORECASE)
_range = re.compile(
    rf"(?:from\s+|between\s+)?(?P<first>{_NUMBER})\s*(?:to|and|-|–|—)\s*(?P<second>{_NUMBER})", re.IGNORECASE
)

_years = re.compile(r"(?P<first>[0-9]{4})\s*[/–-]\s*(?P<second>[0-9]{4}|[0-9]{2})")
_quarter = re.compile(r"(?:(?P<years>.+?)[\s,]+q(?P<after>[1-4])|q(?P<before>[1-4])[\s,]+(?P<of>.+))", re.IGNORECASE)
_day_first = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})")
_year_first = re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})")
_in_words = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[a-z]+)\.?,?\s+(?P<year>[0-9]{4})", re.IGNORECASE
)
_month_first = re.compile(
    r"(?P<month>[a-z]+)\.?\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})", re.IGNORECASE
)
_month_alone = re.compile(
    r"(?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?)?(?P<month>[a-z]+)\.?,?\s+(?P<year>[0-9]{4})", re.IGNORECASE
)
_month_in_figures = re.compile(
    r"(?P<year>[0-9]{4})[-/.](?P<month>0[1-9]|1[0-2])|(?P<first>[0-9]{1,2})[/.](?P<last>[0-9]{4})"
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class Figures(NamedTuple):
    """The figure or figures in a text of words and figures, such as `at least 27` or `18.5 to 17`."""

    first: Decimal
    second: Decimal | None = None
    """The far end of a range."""
    limit: str = ""
    """`least`, `most`, or neither."""
    beyond: bool = False
    """Whether the figure itself is not enough, as in `more than 24`."""


def number_meant(text: str, *, money: bool = False) -> Decimal | None:
    """The number a planner means by `72%`, `1,200`, `£1.2m` or `640k`; None where the text is something else."""
    found = _amount.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found:
        return None
    unit = (found["unit"] or "").lower()
    try:
        number = Decimal(found["sign"] + found["number"].replace(",", "").replace("_", "").replace(" ", ""))
    except ArithmeticError:
        return None
    number = number.scaleb(_TIMES.get(unit, 0))
    if not money:
        return number
    whole = number.to_integral_value()
    return whole if number == whole and unit not in {"%", "per cent", "percent"} else None


def figures_meant(text: str, *, money: bool = False) -> Figures | None:
    """The figures in `at least 27`, `27 or more`, `<18.5`, `approx. 30` or `18.5 to 17`; None where it is none of these."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if found := _bound.fullmatch(text):
        number = number_meant(found["number"] or found["first"], money=money)
        limit = "least" if found["least"] or found["more"] else "most" if found["most"] or found["less"] else ""
        return Figures(number, None, limit, bool(_beyond.match(text))) if number is not None else None
    if found := _range.fullmatch(text):
        first, second = (number_meant(found[end], money=money) for end in ("first", "second"))
        return Figures(first, second) if first is not None and second is not None else None
    return None


def moment_meant(text: str) -> str:
    """The moment a planner means by `2013/14`, `Q4 2013/14`, `31.3.14` or `31 March 2014`; empty where that is not certain."""
    text = text.strip()
    if len(text) > _LONGEST:
        return ""
    if years := _years_meant(text):
        return years
    if quarter := _quarter.fullmatch(text):
        years = _years_meant((quarter["years"] or quarter["of"]).strip())
        return f"{years} Q{quarter['after'] or quarter['before']}" if years else ""
    if day := _day_first.fullmatch(text) or _year_first.fullmatch(text):
        return _day(_year(day["year"]), int(day["month"]), int(day["day"]))
    if (day := _in_words.fullmatch(text) or _month_first.fullmatch(text)) and (month := _month(day["month"])):
        return _day(int(day["year"]), month, int(day["day"]))
    return ""


def day_to_check(text: str) -> str:
    """A day that may be meant, and that only the writer knows: the last of `March 2014`, or `03/31/2017` with the month first."""
    text = text.strip()
    if len(text) > _LONGEST:
        return ""
    if (day := _day_first.fullmatch(text)) and int(day["month"]) > 12:
        return _day(_year(day["year"]), int(day["day"]), int(day["month"]))
    if (found := _month_alone.fullmatch(text)) and (month := _month(found["month"])):
        return _last_of(int(found["year"]), month)
    if found := _month_in_figures.fullmatch(text):
        return _last_of(int(found["year"] or found["last"]), int(found["month"] or found["first"]))
    return ""


def _years_meant(text: str) -> str:
    """A financial year as the file writes it, whose second figure is the next year; empty for anything else."""
    slip = _years.fullmatch(text)
    if slip and int(slip["second"]) % 100 == (int(slip["first"]) + 1) % 100:
        return f"{slip['first']}-{slip['second'][-2:]}"
    return ""


def _year(text: str) -> int:
    """A year in two figures is one of this century: plans look forward."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(word: str) -> int:
    """The number of a month by its name, or the three or four letters it begins with; 0 for another word."""
    word = word.lower()
    short = len(word) in {3, 4}
    return next(
        (number for number, name in enumerate(_MONTHS, 1) if word == name or (short and name.startswith(word))), 0
    )


def _last_of(year: int, month: int) -> str:
    return _day(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else ""
    except ValueError:
        return ""
