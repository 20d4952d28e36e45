"""Numbers, money and dates in words, as a Scottish council prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from soa.model.measure import Indicator, Reading, TargetValue
from soa.model.part import sound
from soa.model.scalars import Moment

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("April to June", "July to September", "October to December", "January to March")
_SHARES = {"per cent", "percent", "%", "percentage"}
_POUNDS = {"pounds", "£", "gbp"}
_NUMBERS = {"", "number", "count"}


def day(value: date) -> str:
    """`31 March 2014`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: Moment) -> str:
    """A date as people say it: `31 March 2014`, `2026`, `2013/14`, `January to March 2014`."""
    match value.form:
        case "day":
            return day(value.first_day)
        case "financial-year":
            return value.replace("-", "/")
        case "quarter":
            return f"{_QUARTERS[int(value[-1]) - 1]} {value.last_day.year}"
        case _:
            return str(value)


def period(value: Moment, indicator: Indicator) -> str:
    """A value's period, read as its indicator measures: `2012/13`, `school year 2012/13`, `2010/11 to 2012/13`."""
    said = moment(value)
    years = indicator.averaged_over
    if sound(years) and years > 1:
        first = value.first_day.year - (years - 1)
        start = f"{first}/{(first + 1) % 100:02d}" if value.form == "financial-year" else str(first)
        return f"{start} to {said}"
    if indicator.measured_over == "school-year":
        return f"school year {said}"
    return f"survey {said}" if indicator.measured_over == "survey-wave" else said


def number(value: Decimal | int) -> str:
    """With separators between thousands, decimals as they were written, and a true minus."""
    return f"{value:,f}".replace("-", "−") if isinstance(value, Decimal) else f"{value:,}".replace("-", "−")


def pounds(value: Decimal | int) -> str:
    """`£410,000`."""
    return f"−£{number(-value)}" if value < 0 else f"£{number(value)}"


def rounded_pounds(value: int) -> str:
    """`£1.24 million`, `£640,000`: three figures, for a sentence."""
    if abs(value) < 1_000_000:
        return pounds(value)
    millions = Decimal(value) / 1_000_000
    places = max(0, 2 - millions.copy_abs().adjusted())
    return f"{pounds(round(millions, places)) if places else pounds(round(millions))} million"


def share(part: int, whole: int) -> str:
    """`12.5%`, or empty where there is no whole."""
    return f"{number(round(Decimal(part) * 100 / whole, 1).normalize() + 0)}%" if whole > 0 else ""


def amount(value: Decimal, unit: str) -> str:
    """A value with its unit: `72%`, `72% of leavers`, `£3,100`, `21.3 per 1,000 people`."""
    said = figure(value, unit)
    low = unit.strip().lower()
    if _share_of(low) or low in _POUNDS or low in _NUMBERS:
        rest = low.partition(" of ")[2]
        return f"{said} of {unit.strip()[-len(rest) :]}" if _share_of(low) and rest else said
    return f"{said} {unit}"


def figure(value: Decimal, unit: str) -> str:
    """A value as a table shows it beside its measure, whose row names the unit."""
    low = unit.strip().lower()
    if _share_of(low):
        return f"{number(value)}%"
    return pounds(value) if low in _POUNDS else number(value)


def difference(value: Decimal, unit: str) -> str:
    """How far two values of a measure lie apart: of two percentages, in percentage points."""
    if _share_of(unit.strip().lower()):
        return f"{number(value)} percentage point{'' if value == 1 else 's'}"
    return figure(value, unit)


def _share_of(unit: str) -> bool:
    return unit in _SHARES or unit.startswith(tuple(f"{share} of " for share in _SHARES))


def level(target: TargetValue, indicator: Indicator, *, bare: bool = False) -> str:
    """A target in words: `at most 18.5`, `14.0 to 16.0`, `down 25% (to 375 or fewer)`; empty where it cannot be said."""
    show = figure if bare else amount
    unit = indicator.unit if sound(indicator.unit) else ""
    if sound(target.change) and sound(target.change_in):
        return _change(target, indicator, bare=bare)
    if not sound(target.value):
        return ""
    if sound(target.to):
        return f"{figure(target.value, unit)} to {show(target.to, unit)}"
    limit = {"up": "at least ", "down": "at most "}.get(str(indicator.direction), "")
    if indicator.direction == "hold" and sound(indicator.within):
        return f"{figure(target.value - indicator.within, unit)} to {show(target.value + indicator.within, unit)}"
    return limit + show(target.value, unit)


def _change(target: TargetValue, indicator: Indicator, *, bare: bool) -> str:
    change, unit = target.change, indicator.unit if sound(indicator.unit) else ""
    if not sound(change):
        return ""
    way = "up" if change > 0 else "down"
    size = change.copy_abs()
    match target.change_in:
        case "per-cent":
            said = f"{way} {number(size)}%"
        case "points":
            said = f"{way} {number(size)} percentage points"
        case _:
            said = f"{way} {(figure if bare else amount)(size, unit)}"
    reached = reach(target, indicator)
    return f"{said} (to {figure(reached, unit)})" if reached is not None else said


def reach(target: TargetValue, indicator: Indicator) -> Decimal | None:
    """The level that a target means: as written, or worked out from the baseline; None where neither can be."""
    if sound(target.value):
        return target.value
    baseline = indicator.baseline
    if not sound(target.change) or not sound(baseline) or not sound(baseline.value):
        return None
    if target.change_in == "per-cent":
        exact = baseline.value * (100 + target.change) / 100
        return round(exact, max(0, -int(baseline.value.as_tuple().exponent)))
    return baseline.value + target.change


def reading(value: Reading, indicator: Indicator, too_few: str, *, bare: bool = False) -> str:
    """A measured value in words, `too_few` where it is too small a count of people to be shown."""
    if value.suppressed is True:
        return too_few
    unit = indicator.unit if sound(indicator.unit) else ""
    return (figure if bare else amount)(value.value, unit) if sound(value.value) else ""


def listed(words: tuple[str, ...]) -> str:
    """`a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
