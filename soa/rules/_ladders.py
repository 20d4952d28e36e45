"""A measure's start and the levels it is to reach, side by side wherever they stand, for the rules that compare them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from soa.model.lookup import Lookup
from soa.model.measure import Indicator, Reading, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import MISSING, each, sound
from soa.source.places import Path


class Ladder(NamedTuple):
    """The targets of one measure, for everybody or for one place or group of its breakdown."""

    indicator: Indicator
    path: Path
    """Where the indicator is defined."""
    baseline: Reading | MISSING
    start: Path
    """Where the baseline stands, or would."""
    values: tuple[TargetValue, ...]
    at: Path
    """Where the targets stand."""

    @property
    def steps(self) -> list[tuple[int, TargetValue]]:
        """The targets by their place in the file, earliest first; none where a period could not be read or is still to be set."""
        if any(not sound(value) or not sound(value.period) for value in self.values):
            return []
        return sorted(enumerate(self.values), key=lambda step: step[1].period.last_day)

    @property
    def start_value(self) -> Decimal | None:
        """The value to start from, where there is one that can be compared: in a direction, and read without fault."""
        if self.indicator.direction not in {"up", "down"} or not sound(self.baseline):
            return None
        return self.baseline.value if sound(self.baseline.value) else None

    def gain(self, value: TargetValue) -> Decimal | None:
        """How far a target lies on the better side of the baseline at its best end; negative on the other side."""
        start = self.start_value
        level = None if start is None else best_level(value, start, self.indicator.direction)
        if start is None or level is None:
            return None
        return level - start if self.indicator.direction == "up" else start - level


def ladders(lookup: Lookup) -> Iterator[Ladder]:
    """Every row of targets in an agreement, in the order of the file; those of stopped outcomes are history."""
    for index, indicator in enumerate(each(lookup.agreement.indicators)):
        path: Path = ("indicators", index)
        if sound(indicator.targets):
            yield _ladder(indicator, path, indicator.targets, (*path, "targets"))
        yield from _breakdowns(indicator, path)
    for path, outcome in lookup.all(Outcome):
        if outcome.state == "stopped":
            continue
        for index, indicator in enumerate(outcome.what.indicators):
            yield from _breakdowns(indicator, (*path, "what", "indicators", index))
        for number, target in enumerate(each(outcome.when.targets)):
            measure = lookup.measure(target.indicator, outcome)
            if measure is not None and sound(target.values):
                at = (*path, "when", "targets", number, "values")
                yield _ladder(measure.indicator, measure.path, target.values, at)


def _ladder(indicator: Indicator, path: Path, values: tuple[TargetValue, ...], at: Path) -> Ladder:
    return Ladder(indicator, path, indicator.baseline, (*path, "baseline"), values, at)


def _breakdowns(indicator: Indicator, path: Path) -> Iterator[Ladder]:
    for number, part in enumerate(each(indicator.breakdown)):
        if sound(part.targets):
            at: Path = (*path, "breakdown", number)
            yield Ladder(indicator, path, part.baseline, (*at, "baseline"), part.targets, (*at, "targets"))


def best_level(value: TargetValue, baseline: Decimal, direction: str) -> Decimal | None:
    """The level a target asks for at its best end; a change is worked out from the baseline. None where it cannot be."""
    if sound(value.change):
        if value.change_in == "per-cent":
            return baseline + abs(baseline) * value.change / 100
        return baseline + value.change
    if not sound(value.value):
        return None
    ends = [value.value, *([value.to] if sound(value.to) else [])]
    return max(ends) if direction == "up" else min(ends)


def in_figures(number: Decimal) -> str:
    """A level as people write it: `40`, `18.5`, `1,400`."""
    return f"{number.normalize():,f}"


def is_share(unit: object) -> bool:
    """Whether a unit counts in hundredths of a whole, so that 100 is all there is."""
    return isinstance(unit, str) and unit.lower().lstrip().startswith(("per cent", "percent", "%"))
