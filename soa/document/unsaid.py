"""What the plan says honestly that it does not say yet, and what cannot be measured yet."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import Block, Cell, CrossReference, Facts, Inlines, Paragraph, Section, Table
from soa.document.desk import Desk, OutcomeAt, PriorityAt, kept
from soa.document.measures import measures_in
from soa.model.agreement import CoreNotUsed
from soa.model.measure import Breakdown, Comparison, Gap, Indicator, Reading, Target, TargetValue
from soa.model.part import NotYet, Part, sound
from soa.reference import core_indicators
from soa.source.places import Path

DATA = (Indicator, Target, TargetValue, Reading, Breakdown, Comparison, Gap)
"""What is missing from one of these is a gap in the figures."""

_Row = tuple[Cell, Cell, Cell, Cell]


def not_yet_section(desk: Desk) -> Section | None:
    """Every honest gap of the plan but those in the figures, with its owner and date."""
    rows = tuple(_row(desk, *found) for found in _holders(desk) if not isinstance(found[1], DATA))
    has_data = any(isinstance(part, DATA) for _, part, _ in _holders(desk))
    if not rows:
        return None
    head = tuple(desk.words(key) for key in ("not-said", "in-part", "who-settles", "by-when"))
    table: Block = Table(desk.word("not-yet-caption"), head, rows)
    way: Inlines = (CrossReference(desk.words("data-gaps-title"), "data-gaps"),)
    others = (Paragraph(desk.words("not-yet-others", section=way)),) if has_data else ()
    return Section("not-yet", desk.words("not-yet-title"), (Paragraph(desk.words("not-yet-opening")), table, *others))


def data_gaps_section(desk: Desk) -> Section | None:
    """What the figures do not tell: not yet, for so few people, or for this place; and core indicators that are not used."""
    rows = (
        *(_row(desk, *found) for found in _holders(desk) if isinstance(found[1], DATA)),
        *_silent(desk),
    )
    head = tuple(desk.words(key) for key in ("not-said", "in-part", "who-settles", "by-when"))
    table = (desk.trimmed(Table(desk.word("data-gaps-caption"), head, rows)),) if rows else ()
    blocks = (*table, *_core_not_used(desk))
    return Section("data-gaps", desk.words("data-gaps-title"), blocks) if blocks else None


def _holders(desk: Desk) -> Iterator[tuple[Path, Part, NotYet]]:
    """The parts that say something is still to come, each with its gap, in the order of the file."""
    parts = {path: part for found in desk.lookup.by_type.values() for path, part in found}
    for path, gap in desk.lookup.all(NotYet):
        yield path[:-1], parts.get(path[:-1], desk.agreement), gap


def _row(desk: Desk, path: Path, part: Part, gap: NotYet) -> _Row:
    return (
        Cell((desk.sentence(gap, "missing"), *_measure(desk, path, part))),
        Cell((_where(desk, path),)),
        Cell((desk.partner_of(gap, "owner"),)),
        Cell((desk.date(gap, "due"),)),
    )


def _measure(desk: Desk, path: Path, part: Part) -> tuple[Inlines, ...]:
    """The measure whose target is still to come."""
    if not isinstance(part, Target) or not sound(part.indicator):
        return ()
    at = _outcome(desk, path)
    measure = desk.lookup.measure(part.indicator, at.outcome if at else None)
    return (desk.name(measure.indicator, "name"),) if measure else ()


def _where(desk: Desk, path: Path) -> Inlines:
    """Where a part is printed: the priority or outcome around it, or the section of its key."""
    outcome, priority = _outcome(desk, path), _priority(desk, path)
    if outcome is not None:
        return desk.way_to(outcome)
    if priority is not None:
        return desk.way_to_priority(priority)
    key = str(path[0]) if path else "agreement"
    return desk.words(f"part-{key.replace('_', '-')}")


def _priority(desk: Desk, path: Path) -> PriorityAt | None:
    """The priority that a path leads into."""
    if path[:1] != ("priorities",) or not isinstance(path[1], int):
        return None
    priority = desk.agreement.priorities[path[1]]
    return next((at for at in desk.priorities if at.priority is priority), None)


def _outcome(desk: Desk, path: Path) -> OutcomeAt | None:
    """The outcome that a path leads into."""
    at = _priority(desk, path)
    if at is None or len(path) <= 3 or not isinstance(path[3], int):
        return None
    outcome = at.priority.outcomes[path[3]]
    return next((one for one in at.outcomes if one.outcome is outcome), None)


def _silent(desk: Desk) -> Iterator[_Row]:
    """Measures whose figures are for another area, or for too few people to be shown."""
    for at in desk.outcomes:
        for measure in measures_in(desk, at.outcome):
            if measure.outcome is not at.outcome and measure.outcome is not None:
                continue
            one = measure.indicator
            for said in _shortcomings(desk, one):
                yield (
                    Cell((desk.name(one, "name"), said)),
                    Cell((desk.way_to(at),)),
                    Cell((desk.none,)),
                    Cell((desk.none,)),
                )


def _shortcomings(desk: Desk, one: Indicator) -> Iterator[Inlines]:
    if sound(one.level) and one.level not in {"council-area", "locality"}:
        yield desk.words("figure-for", area=desk.choice("level", one.level))
    if sound(one.baseline) and one.baseline.suppressed is True:
        yield desk.words("too-few-at-start")


def _core_not_used(desk: Desk) -> Iterator[Block]:
    every = kept(desk.agreement.core_not_used)
    if not every:
        return
    yield Paragraph(desk.words("core-not-used"))
    yield Facts(
        tuple((_core_name(desk, one), (Paragraph(desk.sentence(one, "reason")), *desk.not_yet(one))) for one in every)
    )


def _core_name(desk: Desk, one: CoreNotUsed) -> Inlines:
    """A core indicator by its name; by its id where Scotland's list does not know it."""
    names = {core.id: core.name for core in core_indicators()}
    return desk.theirs(text.plain(names[one.core])) if one.core in names else desk.name(one, "core")
