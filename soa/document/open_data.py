"""The agreement as open data: tables with one observation a row, under ids that stay, public fields only.

Names and descriptions of columns are those of a data dictionary, in English whatever the document's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from soa.document import figures
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.scalars import Moment

Value = str | Decimal | int | bool | None
"""A cell; None where the agreement does not say."""


class Column(NamedTuple):
    """A column: its name in the file, its title, what stands in it, and of what kind."""

    name: str
    title: str
    says: str
    kind: Literal["string", "decimal", "integer", "boolean", "date"] = "string"


class Dataset(NamedTuple):
    """A table of open data."""

    name: str
    """Of its file, without an ending."""
    title: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that tell one row from every other."""
    rows: tuple[tuple[Value, ...], ...]
    refers: tuple[tuple[str, str, str], ...] = ()
    """Columns that name a row of another table: the column, the table, and its column."""


class _Measured(NamedTuple):
    """An indicator with the outcome in which it stands, and its id in the whole agreement."""

    name: str
    indicator: Indicator
    outcome: Outcome | None
    priority: str
    targets: tuple[TargetValue, ...]


EVERYONE = "everyone"

_INDICATOR = Column("indicator", "Indicator", "The indicator's id: outcome and indicator, or the id of a shared one.")
_GROUP = Column("group", "Group", f"The locality, fifth or group of people; “{EVERYONE}” for all.")
_PERIOD = (
    Column("period", "Period", "As the agreement writes it: a year, a financial year, a quarter or a day."),
    Column("period_start", "First day", "The first day of the period, all years of an average included.", "date"),
    Column("period_end", "Last day", "The last day of the period.", "date"),
)


def open_data(agreement: Agreement) -> tuple[Dataset, ...]:
    """The tables of a public agreement: its indicators, what was measured, and the targets."""
    measured = tuple(_measured(agreement))
    return (_indicators(measured), _values(measured), _targets(measured))


def _measured(agreement: Agreement) -> Iterator[_Measured]:
    lookup = Lookup(agreement)
    for priority in agreement.priorities:
        for outcome in priority.outcomes if sound(priority) else ():
            for indicator in outcome.what.indicators if sound(outcome) else ():
                if not sound(indicator) or sound(indicator.use) or not sound(indicator.id) or not sound(outcome.id):
                    continue
                target = lookup.target(str(indicator.id), outcome)
                values = target.values if target is not None else each(indicator.targets)
                name = f"{outcome.id}.{indicator.id}"
                yield _Measured(name, indicator, outcome, _said(priority.id) or "", tuple(values))
    for indicator in each(agreement.indicators):
        if sound(indicator) and sound(indicator.id):
            yield _Measured(str(indicator.id), indicator, None, "", tuple(each(indicator.targets)))


def _said(value: Any) -> Any:
    """What the agreement says, or nothing."""
    return (value if isinstance(value, (Decimal, int)) else str(value)) if sound(value) else None


# ---- one row an indicator ------------------------------------------------------------------------------------------

_DEFINED = (
    Column("name", "Name", "What is measured."),
    Column("kind", "Kind", "How people fare (outcome), what is delivered (output), how it is done (process), what is put in (input)."),
    Column("unit", "Unit", "What it is counted in."),
    Column("direction", "Direction", "Which way is better: up, down, hold; context where there is no target."),
    Column("definition", "Definition", "What exactly is counted."),
    Column("source", "Source", "Where the figures come from."),
    Column("frequency", "Frequency", "How often a new value is known."),
    Column("averaged_over", "Averaged over", "Over so many years each value is an average.", "integer"),
    Column("level", "Area", "The area that the figure is for, where it is wider or smaller than the council's."),
)  # fmt: skip


def _indicators(measured: Iterable[_Measured]) -> Dataset:
    columns = (
        _INDICATOR._replace(says="The indicator's id."),
        Column("priority", "Priority", "The id of the priority; empty for a shared indicator."),
        Column("outcome", "Outcome", "The id of the outcome; empty for a shared indicator."),
        *_DEFINED,
        Column("lead", "Lead", "The id of the partner that leads the outcome."),
    )
    rows = tuple(
        (
            one.name,
            one.priority or None,
            _said(one.outcome.id) if one.outcome else None,
            *(_said(getattr(one.indicator, column.name)) for column in _DEFINED),
            _said(one.outcome.by_whom.lead) if one.outcome and sound(one.outcome.by_whom) else None,
        )
        for one in measured
    )
    return Dataset(
        "indicators", "Indicators", "One row an indicator, with its definition.", columns, ("indicator",), rows
    )


# ---- one row a value -----------------------------------------------------------------------------------------------


def _values(measured: Iterable[_Measured]) -> Dataset:
    columns = (
        _INDICATOR,
        _GROUP,
        *_PERIOD,
        Column("value", "Value", "In the indicator's unit; empty where the count is too small to be shown.", "decimal"),
        Column("baseline", "Baseline", "Whether the targets start from this value.", "boolean"),
        Column("provisional", "Provisional", "Whether the value may still change.", "boolean"),
        Column("suppressed", "Too few to show", "Whether the count of people is too small to be shown.", "boolean"),
        Column("margin", "Margin", "How far the value may lie from the truth, either way.", "decimal"),
    )
    rows = tuple(row for one in measured for row in _readings(one))
    return Dataset(
        "values",
        "Values",
        "One row a measured value: where each indicator starts, and its history.",
        columns,
        ("indicator", "group", "period"),
        _once(rows, (0, 1, 2)),
        (("indicator", "indicators", "indicator"),),
    )


def _readings(one: _Measured) -> Iterator[tuple[Value, ...]]:
    indicator = one.indicator
    starts = [(EVERYONE, indicator.baseline, True)]
    starts += [(EVERYONE, reading, False) for reading in each(indicator.history)]
    starts += [
        (str(part.of), part.baseline, True) for part in each(indicator.breakdown) if sound(part) and sound(part.of)
    ]
    for group, reading, is_baseline in starts:
        if not sound(reading) or not sound(reading.period):
            continue
        hidden = reading.suppressed is True
        yield (
            one.name,
            group,
            *_period(reading.period, indicator),
            _said(reading.value),  # the format allows none where it is hidden
            is_baseline,
            reading.provisional is True,
            hidden,
            None if hidden else _said(reading.margin),
        )


# ---- one row a target ----------------------------------------------------------------------------------------------


def _targets(measured: Iterable[_Measured]) -> Dataset:
    columns = (
        _INDICATOR,
        _GROUP,
        *_PERIOD,
        Column("value", "Level", "The level to be reached, in the indicator's unit: as written, or worked out from a change.", "decimal"),
        Column("to", "To", "The far end, where a range was agreed.", "decimal"),
        Column("change", "Change", "The change from the baseline, where a change was agreed.", "decimal"),
        Column("change_in", "Change in", "What the change is counted in: per-cent, points or units."),
    )  # fmt: skip
    rows = tuple(row for one in measured for row in _levels(one))
    return Dataset(
        "targets",
        "Targets",
        "One row a target: which level, by when.",
        columns,
        ("indicator", "group", "period"),
        _once(rows, (0, 1, 2)),
        (("indicator", "indicators", "indicator"),),
    )


def _levels(one: _Measured) -> Iterator[tuple[Value, ...]]:
    groups: list[tuple[str, Iterable[TargetValue]]] = [(EVERYONE, one.targets)]
    groups += [
        (str(part.of), each(part.targets)) for part in each(one.indicator.breakdown) if sound(part) and sound(part.of)
    ]
    for group, values in groups:
        for target in values:
            if not sound(target) or not sound(target.period):
                continue
            level = figures.reach(target, one.indicator) if group == EVERYONE else target.value
            said = (_said(level) if level is not None else None, _said(target.to), _said(target.change))
            yield (one.name, group, *_period(target.period, one.indicator), *said, _said(target.change_in))


def _period(period: Moment, indicator: Indicator) -> tuple[str, str, str]:
    first = period.first_day
    years = indicator.averaged_over
    if sound(years) and years > 1:
        first = first.replace(year=first.year - (years - 1), day=min(first.day, 28) if first.month == 2 else first.day)
    return str(period), first.isoformat(), period.last_day.isoformat()


def _once(rows: Iterable[tuple[Value, ...]], key: tuple[int, ...]) -> tuple[tuple[Value, ...], ...]:
    """The rows without those whose key has been before: the first is the one that counts."""
    found: dict[tuple[Value, ...], tuple[Value, ...]] = {}
    for row in rows:
        found.setdefault(tuple(row[at] for at in key), row)
    return tuple(found.values())
