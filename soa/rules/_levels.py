"""What an agreement says of a measure period by period: its values, and the levels it is to reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from soa.model.measure import Reading, TargetValue
from soa.model.part import MISSING, sound
from soa.model.scalars import Moment
from soa.source.places import Path


class Level(NamedTuple):
    """What a measure is, or is to be, in one period."""

    period: Moment
    low: Decimal
    high: Decimal
    """As `low`, but for a range."""
    is_target: bool
    provisional: bool
    at: Path


def values(readings: Iterable[tuple[Path, Reading | MISSING]]) -> Iterator[Level]:
    """The values among readings, each with its path; those that are suppressed or could not be read are none."""
    for at, one in readings:
        if sound(one) and sound(one.period) and sound(one.value) and one.suppressed is not True:
            yield Level(one.period, one.value, one.value, False, one.provisional is True, (*at, "value"))


def targets(wanted: Sequence[TargetValue], at: Path, start: Reading | MISSING) -> Iterator[Level]:
    """The levels that targets ask for, a change worked out from the start; those for which it cannot be are left out."""
    for index, one in enumerate(wanted):
        if not sound(one) or not sound(one.period):
            continue
        if sound(one.value):
            low, high = sorted((one.value, one.to if sound(one.to) else one.value))
            yield Level(one.period, low, high, True, False, (*at, index, "value"))
        elif sound(one.change) and sound(one.change_in) and sound(start) and sound(start.value):
            level = start.value * (100 + one.change) / 100 if one.change_in == "per-cent" else start.value + one.change
            yield Level(one.period, level, level, True, False, (*at, index, "change"))


def spoken(level: Level) -> str:
    """A level as people write it: `18.5`, `14.0 to 16.0`."""
    low, high = (f"{number:f}" for number in (_short(level.low), _short(level.high)))
    return low if low == high else f"{low} to {high}"


def _short(number: Decimal) -> Decimal:
    """A number as it was written, or one that was worked out to two places."""
    return number if int(number.as_tuple().exponent) >= -4 else round(number, 2)
