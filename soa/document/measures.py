"""An outcome's measures: one row each, from where it starts to each level it is to reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from soa.document import text
from soa.document.blocks import Block, Cell, Hole, Inlines, Table, Tag, Text
from soa.document.desk import Desk, last_day
from soa.model.lookup import MeasureOf
from soa.model.measure import Indicator, Reading, Target, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import MISSING, each, sound
from soa.model.scalars import Moment

MOST_COLUMNS = 4
"""With more periods than this, a measure's targets stand below each other in one column."""


def measures_in(desk: Desk, outcome: Outcome) -> list[MeasureOf]:
    """An outcome's measures, shared ones looked up; those that cannot be found are left out."""
    found: list[MeasureOf] = []
    for indicator in outcome.what.indicators:
        if not sound(indicator):
            continue
        if not sound(indicator.use):
            found.append(MeasureOf((), indicator, outcome))
        elif shared := desk.lookup.measure(indicator.use):
            found.append(shared)
    return found


def target_for(desk: Desk, outcome: Outcome, measure: MeasureOf) -> Target | None:
    """What an outcome's `when` sets for one of its measures, by whichever of its names."""
    if not sound(measure.indicator.id):
        return None
    name = str(measure.indicator.id)
    owner = measure.outcome
    names = [name] if owner is None or owner is outcome else []
    if owner is not None and sound(owner.id):
        names.append(f"{owner.id}.{name}")
    return next((found for ref in names if (found := desk.lookup.target(ref, outcome))), None)


class _Row:
    """One measure with its targets by period."""

    def __init__(self, desk: Desk, measure: MeasureOf, target: Target | None) -> None:
        self.indicator = measure.indicator
        self.target = target
        values = target.values if target is not None else each(self.indicator.targets)
        self.values: tuple[TargetValue, ...] = tuple(one for one in values if sound(one) and sound(one.period))
        self.desk = desk

    def level(self, value: TargetValue) -> tuple[Inlines, ...]:
        """A target's lines: the level, and why where it says."""
        said = self.desk.say.level(value, self.indicator, bare=True)
        lines: tuple[Inlines, ...] = ((Text(said),) if said else self.desk.hole(value, "value"),)
        return (*lines, self.desk.sentence(value, "because")) if sound(value.because) else lines


def measures_table(desk: Desk, outcome: Outcome, caption: str) -> Iterator[Block]:
    """The table of an outcome's measures, and what is still to come for each."""
    rows = [_Row(desk, measure, target_for(desk, outcome, measure)) for measure in measures_in(desk, outcome)]
    yield from table_of(desk, rows, caption)
    for row in rows:
        yield from desk.not_yet(row.indicator)
        yield from desk.not_yet(row.target)


def shared_table(desk: Desk, measures: list[MeasureOf], caption: str) -> Iterator[Block]:
    """The table of shared measures, with their own targets."""
    rows = [_Row(desk, measure, None) for measure in measures]
    yield from table_of(desk, rows, caption)
    for row in rows:
        yield from desk.not_yet(row.indicator)


def table_of(desk: Desk, rows: list[_Row], caption: str) -> Iterator[Block]:
    """One row a measure; a column a period where they are few, else all targets in one."""
    if not rows:
        return
    periods = _periods(desk, rows)
    spread = 0 < len(periods) <= MOST_COLUMNS
    heads = tuple(desk.words("target-for", period=said) for said in periods) if spread else (desk.words("targets"),)
    head = (desk.words("measure"), desk.words("where-we-start"), *heads)
    yield Table(
        caption,
        head,
        tuple(_cells(desk, row, periods if spread else ()) for row in rows),
    )


def _periods(desk: Desk, rows: list[_Row]) -> tuple[str, ...]:
    """The periods of all rows in order of time, as they are printed."""
    found: dict[str, Moment] = {}
    for row in rows:
        for value in row.values:
            found.setdefault(desk.say.period(value.period, row.indicator), value.period)
    return tuple(sorted(found, key=lambda said: (found[said].last_day, said)))


def _cells(desk: Desk, row: _Row, periods: tuple[str, ...]) -> tuple[Cell, ...]:
    first = Cell((desk.name(row.indicator, "name"), *_about(desk, row.indicator)))
    start = Cell(start_lines(desk, row.indicator))
    if not periods:
        lines = tuple(line for value in row.values for line in _dated(desk, row, value))
        return first, start, Cell(lines or (_none(desk, row),), equal=True)
    by_period = {desk.say.period(value.period, row.indicator): value for value in row.values}
    if not by_period:
        blank = (Cell(((Text(desk.word("none")),),)),) * (len(periods) - 1)
        return first, start, Cell((_none(desk, row),)), *blank
    cells = (
        Cell(row.level(by_period[said])) if said in by_period else Cell(((Text(desk.word("none")),),))
        for said in periods
    )
    return first, start, *cells


def _dated(desk: Desk, row: _Row, value: TargetValue) -> Iterator[Inlines]:
    level, *why = row.level(value)
    yield desk.words("level-by", level=level, by=desk.say.period(value.period, row.indicator))
    yield from why


def _none(desk: Desk, row: _Row) -> Inlines:
    """Why a measure has no target: it sets the scene, it is to come, or it was forgotten."""
    if row.indicator.direction == "context":
        return (Text(desk.word("sets-the-scene")),)
    waived = row.target is not None and sound(row.target.not_yet)
    if waived or sound(row.indicator.not_yet):
        return (Text(desk.word("to-be-settled")),)
    return (Hole(desk.word("question-targets")),)


def _about(desk: Desk, indicator: Indicator) -> Iterator[Inlines]:
    """The unit, the source, and whose figure it is."""
    unit = desk.name(indicator, "unit")
    kind = desk.choice("indicator", indicator.kind)
    # how people fare is the rule and goes without saying
    yield (*unit, *((Text(" "), Tag(kind)) if kind and indicator.kind != "outcome" else ()))
    if sound(indicator.source):
        yield desk.words("source", source=desk.sentence(indicator, "source"))
    if sound(indicator.level) and indicator.level != "council-area":
        why = desk.sentence(indicator, "why_wider") if sound(indicator.why_wider) else ()
        wider = desk.words("figure-for", area=desk.choice("level", indicator.level))
        yield (*wider, Text(" "), *why) if why else wider


def start_lines(desk: Desk, indicator: Indicator) -> tuple[Inlines, ...]:
    """Where a measure starts: the value, its period, and what to know about it."""
    baseline = indicator.baseline
    if baseline is MISSING:
        return ((Text(desk.word("none")),),) if indicator.direction == "context" else (_no_start(desk, indicator),)
    if not sound(baseline):
        return (desk.hole(indicator, "baseline"),)
    value = desk.say.reading(baseline, indicator, bare=True)
    first: Inlines = (Text(value),) if value else desk.hole(baseline, "value")
    lines = (first, *_about_reading(desk, baseline, indicator))
    return (
        *lines,
        *(
            desk.words("held-because", why=desk.sentence(indicator, "because"))
            for _ in (1,)
            if sound(indicator.because)
        ),
    )


def _no_start(desk: Desk, indicator: Indicator) -> Inlines:
    if sound(indicator.not_yet):
        return (Text(desk.word("to-be-settled")),)
    return (Hole(desk.word("question-baseline")),)


def _about_reading(desk: Desk, reading: Reading, indicator: Indicator) -> Iterator[Inlines]:
    said = [desk.say.period(reading.period, indicator)] if sound(reading.period) else []
    if reading.provisional is True:
        said.append(desk.word("provisional"))
    if sound(reading.margin):
        said.append(desk.word("margin", margin=desk.say.number(reading.margin)))
    if said:
        yield (Text(", ".join(said)),)


# ---- by place and group --------------------------------------------------------------------------------------------


def breakdown_table(desk: Desk, measure: MeasureOf, name_of: Mapping[str, Inlines]) -> Iterator[Block]:
    """The same measure for each place, fifth or group."""
    indicator = measure.indicator
    parts = [part for part in each(indicator.breakdown) if sound(part) and sound(part.of) and part.of in name_of]
    if not parts:
        return
    periods: dict[str, Moment] = {}
    for part in parts:
        for value in each(part.targets):
            if sound(value) and sound(value.period):
                periods.setdefault(desk.say.period(value.period, indicator), value.period)
    order = sorted(periods, key=lambda said: last_day(periods[said]))
    rows = []
    for part in parts:
        levels = {
            desk.say.period(value.period, indicator): desk.say.level(value, indicator, bare=True)
            for value in each(part.targets)
            if sound(value) and sound(value.period)
        }
        start = Cell(_start_of_part(desk, part.baseline, indicator))
        cells = (Cell(((Text(levels.get(said) or desk.word("none")),),)) for said in order)
        rows.append((Cell((name_of[part.of],)), start, *cells))
    head = (
        desk.words("group"),
        desk.words("where-we-start"),
        *(desk.words("target-for", period=said) for said in order),
    )
    caption = desk.word("breakdown-caption", name=text.words_of(desk.name(indicator, "name")))
    yield Table(caption, head, tuple(rows))


def _start_of_part(desk: Desk, baseline: Reading, indicator: Indicator) -> tuple[Inlines, ...]:
    if not sound(baseline):
        return ((Text(desk.word("to-be-settled")),),)
    value = desk.say.reading(baseline, indicator, bare=True)
    return ((Text(value),) if value else desk.hole(baseline, "value"), *_about_reading(desk, baseline, indicator))
