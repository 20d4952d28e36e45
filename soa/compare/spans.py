"""How far apart two dates are, in words."""

from __future__ import annotations

from datetime import timedelta

from soa.model.scalars import Moment


def apart(one: Moment, other: Moment) -> str:
    """`1 year`, `3 months`, `1 year and 3 months`, `17 days`: by the last day of each; empty for the same day."""
    first, last = sorted((one.last_day, other.last_day))
    if first == last:
        return ""
    months = 12 * (last.year - first.year) + last.month - first.month
    whole = first.day == last.day or ((first + timedelta(1)).day == 1 and (last + timedelta(1)).day == 1)
    if not whole:
        days = (last - first).days
        if days < 45:
            return _number(days, "day")
        months = max(1, round(days / 30.44))
    years, rest = divmod(months, 12)
    said = " and ".join(
        part for part in (_number(years, "year") if years else "", _number(rest, "month") if rest else "") if part
    )
    return said if whole else f"about {said}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
