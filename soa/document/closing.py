"""What comes at the end: what the plan does not say yet, what was not chosen, definitions, words, and how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from soa.document import say, text
from soa.document.blocks import Block, Cell, CrossReference, Facts, Inlines, Paragraph, Section, Table, Text
from soa.document.desk import Desk, kept
from soa.document.front import web_link
from soa.document.measures import measures_in
from soa.model.agreement import CoreNotUsed
from soa.model.lookup import MeasureOf
from soa.model.measure import Indicator
from soa.model.part import NotYet, Part, sound
from soa.model.texts import public_texts
from soa.reference import core_indicators
from soa.reference.glossary import Abbreviation, abbreviations
from soa.source.places import Path


def not_yet_section(desk: Desk) -> Section | None:
    """Every honest gap of the plan, with its owner and date."""
    rows = []
    for (path, part), (_, gap) in zip(_holders(desk), desk.lookup.all(NotYet), strict=True):
        rows.append(
            (
                Cell((desk.sentence(gap, "missing"),)),
                Cell((_where(desk, path, part),)),
                Cell((desk.partner_of(gap, "owner"),)),
                Cell((desk.date(gap, "due"),)),
            )
        )
    if not rows:
        return None
    head = tuple(desk.words(key) for key in ("not-said", "in-part", "who-settles", "by-when"))
    table: Block = Table(desk.word("not-yet-caption"), head, tuple(rows))
    return Section("not-yet", desk.words("not-yet-title"), (Paragraph(desk.words("not-yet-opening")), table))


def _holders(desk: Desk) -> Iterator[tuple[Path, Part]]:
    """The parts that say something is still to come, in the order of their gaps."""
    parts = {path: part for found in desk.lookup.by_type.values() for path, part in found}
    for path, _ in desk.lookup.all(NotYet):
        yield path[:-1], parts.get(path[:-1], desk.agreement)


def _where(desk: Desk, path: Path, part: Part) -> Inlines:
    """Where a part is printed: the priority or outcome around it, or the section of its key."""
    if path[:1] == ("priorities",) and isinstance(path[1], int) and sound(desk.agreement.priorities):
        priority = desk.agreement.priorities[path[1]]
        at = next((at for at in desk.priorities if at.priority is priority), None)
        if at is not None and len(path) > 3 and isinstance(path[3], int):
            outcome = priority.outcomes[path[3]]
            one = next((one for one in at.outcomes if one.outcome is outcome), None)
            if one is not None:
                return desk.way_to(one)
        if at is not None:
            return (CrossReference((Text(desk.word("priority-number", number=at.number)),), at.anchor),)
    key = str(path[0]) if path else ""
    return desk.words(f"part-{key.replace('_', '-')}") if key else text.plain(type(part).__name__)


def not_chosen_section(desk: Desk) -> Section | None:
    """What was considered and left out."""
    items = tuple(
        (desk.sentence(one, "title"), (Paragraph(desk.sentence(one, "reason")), *desk.not_yet(one)))
        for one in kept(desk.agreement.not_chosen)
    )
    return Section("not-chosen", desk.words("not-chosen-title"), (Facts(items),)) if items else None


def development_section(desk: Desk) -> Section | None:
    """What was agreed for later."""
    every = kept(desk.agreement.development_plan)
    rows = tuple(
        (Cell((desk.sentence(one, "point"),)), Cell((desk.partner_of(one, "owner"),)), Cell((desk.date(one, "due"),)))
        for one in every
    )
    if not rows:
        return None
    head = (desk.words("point"), desk.words("who"), desk.words("by-when"))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    table: Block = Table(desk.word("development-caption"), head, rows)
    return Section("development", desk.words("development-title"), (table, *notes))


# ---- definitions ---------------------------------------------------------------------------------------------------


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
        if (blocks := list(_definition(desk, measure.indicator)))
    )
    if not items:
        return None
    return Section("definitions", desk.words("definitions-title"), (Facts(items),))


def _definition(desk: Desk, indicator: Indicator) -> Iterator[Block]:
    if sound(indicator.definition):
        yield Paragraph(text.sentence(indicator.definition))
    lines = [line for line in _technical(desk, indicator) if line]
    if lines:
        joined: Inlines = ()
        for line in lines:
            joined += (*((Text(" "),) if joined else ()), *line)
        yield Paragraph(joined, "small")
    for one in kept(indicator.comparisons):
        value = say.amount(one.value, indicator.unit if sound(indicator.unit) else "") if sound(one.value) else ""
        period = say.period(one.period, indicator) if sound(one.period) else ""
        said = ", ".join(word for word in (value, period) if word)
        area = desk.name(one, "with_area")
        rest = desk.sentence(one, "lesson") or desk.sentence(one, "context")
        if said or rest:
            yield Paragraph((*desk.words("compared", area=area, said=text.plain(said)), Text(" "), *rest), "small")


def _technical(desk: Desk, indicator: Indicator) -> Iterator[Inlines]:
    yield desk.words("unit-is", unit=text.plain(indicator.unit)) if sound(indicator.unit) else ()
    yield desk.words("source-is", source=text.sentence(indicator.source)) if sound(indicator.source) else ()
    collector = desk.partner(indicator.collector)
    yield desk.words("collected-by", partner=collector) if collector else ()
    yield desk.words("how-often", often=text.plain(indicator.frequency)) if sound(indicator.frequency) else ()
    if sound(indicator.averaged_over) and indicator.averaged_over > 1:
        yield desk.words("averaged", years=str(indicator.averaged_over))
    yield desk.words("lag", lag=text.plain(indicator.lag)) if sound(indicator.lag) else ()
    base = indicator.baseline.base if sound(indicator.baseline) else None
    yield desk.words("base", base=say.number(base)) if isinstance(base, int) else ()


# ---- words, appendices, how it was made ----------------------------------------------------------------------------


def services_section(desk: Desk) -> Section | None:
    """The strategic map: who offers what, where."""
    rows = tuple(
        (
            Cell((desk.name(one, "name"),)),
            Cell((desk.partner_of(one, "provider"),)),
            Cell((desk.name(one, "place") or (Text(desk.word("none")),),)),
            Cell((desk.name(one, "group") or (Text(desk.word("none")),),)),
        )
        for one in kept(desk.agreement.services)
    )
    head = tuple(desk.words(key) for key in ("service", "provider", "where", "for-whom-head"))
    return (
        Section(
            "services", desk.words("services-title"), (desk.trimmed(Table(desk.word("services-caption"), head, rows)),)
        )
        if rows
        else None
    )


def plans_section(desk: Desk) -> Section | None:
    """Other documents that the agreement refers to."""
    rows = []
    for one in kept(desk.agreement.plans):
        title: list[Inlines] = [desk.name(one, "title")]
        if sound(one.link):
            title.append(web_link(one.link))
        none: Inlines = (Text(desk.word("none")),)
        rows.append(
            (Cell(tuple(title)), Cell((desk.partner(one.owner) or none,)), Cell((desk.date(one, "date") or none,)))
        )
    head = (desk.words("document"), desk.words("whose"), desk.words("date-head"))
    return (
        Section(
            "plans", desk.words("plans-title"), (desk.trimmed(Table(desk.word("plans-caption"), head, tuple(rows))),)
        )
        if rows
        else None
    )


def glossary(desk: Desk) -> Section | None:
    """Words and abbreviations, in order of the alphabet: the agreement's own, and those of Scotland's that it uses and leaves unexplained."""
    own = [
        (str(one.term), (desk.name(one, "term"), (Paragraph(desk.sentence(one, "means")),)))
        for one in kept(desk.agreement.glossary)
    ]
    ours = [
        (one.term, (text.plain(one.term), (Paragraph(text.plain(one.explained)),)))
        for one in _used(desk, {term for term, _ in own})
    ]
    items = tuple(item for _, item in sorted((*own, *ours), key=lambda one: one[0].casefold()))
    return Section("glossary", desk.words("glossary-title"), (Facts(items),)) if items else None


def _used(desk: Desk, explained: set[str]) -> Iterator[Abbreviation]:
    """The abbreviations of Scotland's public bodies that the public will meet in the agreement, without those it explains itself."""
    written = {word for one in public_texts(desk.agreement) for word in re.findall(r"[A-Z][\w&/]*[A-Z]", one.text)}
    return (one for term, one in abbreviations().items() if term in written and term not in explained)


def appendices(desk: Desk) -> list[Section]:
    """More for those who want it."""
    return [
        Section(
            f"appendix-{at}",
            desk.name(one, "title"),
            (*desk.not_yet(one), *desk.prose(one, "text", f"appendix-{at}")),
            number=desk.word("appendix-number", number=str(at)),
        )
        for at, one in enumerate(kept(desk.agreement.appendices), 1)
    ]


def _core_name(desk: Desk, one: CoreNotUsed) -> Inlines:
    """A core indicator by its name; by its id where Scotland's list does not know it."""
    names = {core.id: core.name for core in core_indicators()}
    return text.plain(names[one.core]) if one.core in names else desk.name(one, "core")


def colophon(desk: Desk, digest: str, version: str) -> Section:
    """How the document was made, and what was left out of it."""
    blocks: list[Block] = [Paragraph(desk.words("made-by", version=version, digest=digest), "small")]
    if desk.withheld:
        key = "withheld-one" if desk.withheld == 1 else "withheld"
        blocks.append(Paragraph(desk.words(key, count=str(desk.withheld)), "small"))
    unsaid = [one for one in kept(desk.agreement.core_not_used) if sound(one.reason)]
    if unsaid:
        blocks.append(Paragraph(desk.words("core-not-used"), "small"))
        items = tuple((_core_name(desk, one), (Paragraph(desk.sentence(one, "reason"), "small"),)) for one in unsaid)
        blocks.append(Facts(items))
    return Section("colophon", desk.words("colophon-title"), tuple(blocks), listed=False)
