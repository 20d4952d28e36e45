"""Numbers, money and dates in words, as a Scottish council prints them, in the document's language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from soa.document.figures import reach
from soa.document.labels import Labels
from soa.document.text import visible
from soa.model.measure import Indicator, Reading, TargetValue
from soa.model.part import sound
from soa.model.scalars import Moment

_SHARES = {"per cent", "percent", "%", "percentage"}
_POUNDS = re.compile(r"(?:pounds|£|gbp)(?: +(?=(?:a|an|each|for|per) )|$)")
"""Money, and money for each of something: not pounds of sugar."""
_NUMBERS = {"", "number", "count"}


class Say:
    """Says figures and dates with the labels of one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    # ---- dates -------------------------------------------------------------------------------------------------

    def day(self, value: date) -> str:
        """`31 March 2014`."""
        return f"{value.day} {self.labels(f'month-{value.month}')} {value.year}"

    def moment(self, value: Moment) -> str:
        """A date as people say it: `31 March 2014`, `2026`, `2013/14`, `January to March 2014`."""
        match value.form:
            case "day":
                return self.day(value.first_day)
            case "financial-year":
                return value.replace("-", "/")
            case "quarter":
                return f"{self.labels(f'quarter-{value[-1]}')} {value.last_day.year}"
            case _:
                return str(value)

    def period(self, value: Moment, indicator: Indicator) -> str:
        """A value's period, read as its indicator measures: `2012/13`, `school year 2012/13`, `2010/11 to 2012/13`."""
        said = self.moment(value)
        years = indicator.averaged_over
        if sound(years) and years > 1:
            first = value.first_day.year - (years - 1)
            start = f"{first}/{(first + 1) % 100:02d}" if value.form == "financial-year" else str(first)
            return self.labels("from-one-to-another", one=start, other=said)
        if indicator.measured_over == "school-year":
            return self.labels("school-year", year=said)
        return self.labels("survey-of", period=said) if indicator.measured_over == "survey-wave" else said

    # ---- numbers and money -------------------------------------------------------------------------------------

    def number(self, value: Decimal | int) -> str:
        """With separators between thousands, decimals as they were written, and a true minus."""
        return f"{value:,f}".replace("-", "−") if isinstance(value, Decimal) else f"{value:,}".replace("-", "−")

    def pounds(self, value: Decimal | int) -> str:
        """`£410,000`."""
        return f"−£{self.number(-value)}" if value < 0 else f"£{self.number(value)}"

    def rounded_pounds(self, value: int) -> str:
        """`£1.24 million`, `£640,000`: three figures, for a sentence."""
        if abs(value) < 1_000_000:
            return self.pounds(value)
        millions = Decimal(value) / 1_000_000
        places = max(0, 2 - millions.copy_abs().adjusted())
        return self.labels("million", amount=self.pounds(round(millions, places) if places else round(millions)))

    def share(self, part: int, whole: int) -> str:
        """`12.5%`, or empty where there is no whole."""
        return f"{self.number(round(Decimal(part) * 100 / whole, 1).normalize() + 0)}%" if whole > 0 else ""

    # ---- values of a measure -----------------------------------------------------------------------------------

    def amount(self, value: Decimal, unit: str) -> str:
        """A value with its unit: `72%`, `72% of leavers`, `£3,100`, `21.3 per 1,000 people`."""
        said, rest = self.figure(value, unit), unit_words(unit)
        if not rest:
            return said
        return self.labels("share-of", share=said, whole=rest) if is_share(unit.strip().lower()) else f"{said} {rest}"

    def figure(self, value: Decimal, unit: str) -> str:
        """A value as a table shows it beside its measure, whose row names the unit."""
        low = unit.strip().lower()
        if is_share(low):
            return f"{self.number(value)}%"
        return self.pounds(value) if _POUNDS.match(low) else self.number(value)

    def difference(self, value: Decimal, unit: str) -> str:
        """How far two values of a measure lie apart: of two percentages, in percentage points."""
        if is_share(unit.strip().lower()):
            return self.labels("one-point" if value == 1 else "points", count=self.number(value))
        return self.figure(value, unit)

    def level(self, target: TargetValue, indicator: Indicator, *, bare: bool = False) -> str:
        """A target in words: `at most 18.5`, `14.0 to 16.0`, `down 25% (to 375 or fewer)`; empty where it cannot be said."""
        show = self.figure if bare else self.amount
        unit = unit_of(indicator)
        if sound(target.change) and sound(target.change_in):
            return self._change(target, indicator, bare=bare)
        if not sound(target.value):
            return ""
        if sound(target.to):
            return self.labels("from-one-to-another", one=self.figure(target.value, unit), other=show(target.to, unit))
        if indicator.direction == "hold" and sound(indicator.within):
            low, high = target.value - indicator.within, target.value + indicator.within
            return self.labels("from-one-to-another", one=self.figure(low, unit), other=show(high, unit))
        limit = {"up": "at-least", "down": "at-most"}.get(str(indicator.direction))
        said = show(target.value, unit)
        return self.labels(limit, level=said) if limit else said

    def _change(self, target: TargetValue, indicator: Indicator, *, bare: bool) -> str:
        change, unit = target.change, unit_of(indicator)
        if not sound(change):
            return ""
        size = change.copy_abs()
        match target.change_in:
            case "per-cent":
                by = f"{self.number(size)}%"
            case "points":
                by = self.labels("points", count=self.number(size))
            case _:
                by = (self.figure if bare else self.amount)(size, unit)
        said = self.labels("change-up" if change > 0 else "change-down", size=by)
        reached = reach(target, indicator)
        return f"{said} {self.labels('change-to', level=self.figure(reached, unit))}" if reached is not None else said

    def reading(self, value: Reading, indicator: Indicator, *, bare: bool = False) -> str:
        """A measured value in words; words that it is too small a count of people to be shown, where it is."""
        if value.suppressed is True:
            return self.labels("too-few")
        unit = unit_of(indicator)
        return (self.figure if bare else self.amount)(value.value, unit) if sound(value.value) else ""

    def listed(self, words: tuple[str, ...]) -> str:
        """`a, b and c`."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])}{self.labels('and')}{words[-1]}"


def unit_of(indicator: Indicator) -> str:
    """The unit as it was written; empty where there is none that can be read."""
    return indicator.unit if sound(indicator.unit) else ""


def unit_words(unit: str) -> str:
    """What an amount repeats of its unit as it was written: `leavers` of `% of leavers`, `a year` of `pounds a year`, nothing of `pounds`."""
    low = unit.strip().lower()
    if is_share(low):
        rest = low.partition(" of ")[2]
        return visible(unit.strip()[-len(rest) :]) if rest else ""
    if money := _POUNDS.match(low):
        return visible(unit.strip()[money.end() :])
    return "" if low in _NUMBERS else visible(unit)


def is_share(unit: str) -> bool:
    """Whether a unit, in small letters, is a percentage."""
    return unit in _SHARES or unit.startswith(tuple(f"{share} of " for share in _SHARES))
