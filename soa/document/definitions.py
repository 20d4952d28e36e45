"""The technical annex: what exactly each measure counts, where it comes from, and how others fare."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import Block, Facts, Inlines, Paragraph, Section, Text
from soa.document.desk import Desk, commas, ended, kept, spaced
from soa.document.measures import measures_in
from soa.document.say import unit_of
from soa.model.lookup import MeasureOf
from soa.model.measure import Comparison, Indicator
from soa.model.part import each, sound
from soa.reference import core_indicators


def annex(desk: Desk) -> Section | None:
    """What exactly each measure counts."""
    measures: dict[int, tuple[str, MeasureOf]] = {}
    for at in desk.outcomes:
        for measure in measures_in(desk, at.outcome):
            measures.setdefault(id(measure.indicator), (at.number, measure))
    for measure in desk.lookup.measures.values():
        measures.setdefault(id(measure.indicator), ("", measure))
    items = tuple(
        ((*desk.name(measure.indicator, "name"), *((Text(f" ({number})"),) if number else ())), tuple(blocks))
        for number, measure in measures.values()
        if (blocks := list(_definition(desk, measure)))
    )
    return Section("definitions", desk.words("definitions-title"), (Facts(items),)) if items else None


def _definition(desk: Desk, measure: MeasureOf) -> Iterator[Block]:
    indicator = measure.indicator
    if sound(indicator.definition):
        yield Paragraph(desk.sentence(indicator, "definition"))
    lines = spaced(_technical(desk, measure))
    if lines:
        yield Paragraph(lines, "small")
    for one in kept(indicator.comparisons):
        said = _compared(desk, one, indicator)
        if said:
            yield Paragraph(said, "small")
        yield from desk.not_yet(one)


def _technical(desk: Desk, measure: MeasureOf) -> Iterator[Inlines]:
    indicator = measure.indicator
    yield desk.words("unit-is", unit=desk.name(indicator, "unit")) if sound(indicator.unit) else ()
    yield desk.words("source-is", source=desk.sentence(indicator, "source")) if sound(indicator.source) else ()
    collector = desk.partner(indicator.collector)
    yield desk.words("collected-by", partner=collector) if collector else ()
    yield desk.words("how-often", often=desk.name(indicator, "frequency")) if sound(indicator.frequency) else ()
    if sound(indicator.averaged_over) and indicator.averaged_over > 1:
        yield desk.words("averaged", years=str(indicator.averaged_over))
    if sound(indicator.counted):
        yield desk.words(f"count-{indicator.counted}")
    yield desk.words("lag", lag=desk.name(indicator, "lag")) if sound(indicator.lag) else ()
    yield from _baseline(desk, indicator)
    if sound(indicator.gap) and sound(indicator.gap.by):
        yield desk.words("groups-by", by=desk.theirs(text.plain(_drawn_by(indicator.gap.by))))
    other = desk.lookup.measure(indicator.stands_for, measure.outcome) if sound(indicator.stands_for) else None
    yield desk.words("stands-for", measure=desk.measure(other)) if other else ()
    if sound(indicator.national_target):
        yield desk.words("national-target", target=desk.name(indicator, "national_target"))
    names = {core.id: core.name for core in core_indicators()} if sound(indicator.core) else {}
    core = desk.theirs(text.plain(names.get(str(indicator.core), indicator.core)))
    yield desk.words("core-is", name=core) if names else ()


def _baseline(desk: Desk, indicator: Indicator) -> Iterator[Inlines]:
    """What the starting figure rests on."""
    start = indicator.baseline
    if not sound(start):
        return
    if sound(start.base):
        yield desk.words("base", base=desk.say.number(start.base))
    if sound(start.numerator) and sound(start.denominator):
        above, below = (desk.say.number(one) for one in (start.numerator, start.denominator))
        yield desk.words("divided", numerator=above, denominator=below)


def _drawn_by(name: str) -> str:
    """How fifths are drawn: the index by its own name."""
    return name.replace("simd-", "SIMD ")


def _compared(desk: Desk, one: Comparison, indicator: Indicator) -> Inlines:
    unit = unit_of(indicator)
    value = desk.say.amount(one.value, unit) if sound(one.value) else ""
    period = desk.say.period(one.period, indicator) if sound(one.period) else ""
    figure = commas(desk.amount(value, indicator) if value else (), text.plain(period), desk.sentence(one, "source"))
    said = [ended(desk.sentence(one, field)) for field in ("definition", "context", "lesson")]
    action = desk.served(each((one.action,)))
    if action:
        said.append(desk.words("compared-led-to", action=action))
    if not figure and not any(said):
        return ()
    area = desk.name(one, "with_area")
    opening = desk.words("compared" if figure else "compared-way", area=area, said=figure)
    return spaced((opening, *said))
