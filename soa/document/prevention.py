"""The prevention plan: what is done and by whom, what each partner spends, and how it will be known to work."""

from __future__ import annotations

from soa.document import say, text
from soa.document.blocks import (
    Block,
    Blocks,
    Cell,
    Facts,
    Hole,
    Inlines,
    List,
    Paragraph,
    Section,
    Table,
    Text,
)
from soa.document.desk import Desk, kept
from soa.document.measures import shared_table
from soa.document.resources import spend_table
from soa.model.outcome import Action, Outcome
from soa.model.part import sound
from soa.model.resources import Prevention

STAGES = ("before", "early", "targeted")
EVIDENCE = ("decisive_shift", "improving_outcomes", "reducing_future_need", "controlling_costs")


def prevention_section(desk: Desk) -> Section:
    """The prevention plan, its parts in sections of their own."""
    plan = desk.agreement.prevention
    title = desk.words("prevention-title")
    if not sound(plan):
        blocks = desk.gap(desk.agreement, "prevention")
        parts = (_actions(desk), _spend(desk))
    else:
        blocks = (*desk.not_yet(plan), *desk.prose(plan, "statement", "prevention-statement"))
        parts = (_actions(desk), _spend(desk), _evidence(desk, plan), _savings(desk, plan))
    return Section("prevention", title, blocks, tuple(part for part in parts if part is not None))


def _actions(desk: Desk) -> Section | None:
    """The actions that prevent, in a table for each stage, those that come before the need first."""
    found = [(action, outcome) for _, action, outcome in desk.lookup.preventive_actions]
    blocks: list[Block] = []
    for stage in (*STAGES, ""):
        rows = tuple(_row(desk, *pair) for pair in found if _stage(pair[0]) == stage)
        head = tuple(desk.words(key) for key in ("what-we-will-do", "who", "by-when"))
        caption = desk.word(f"stage-long-{stage}") if stage else desk.word("stage-own")
        blocks += [Table(caption, head, rows, titled=True)] if rows else []
    blocks += [note for action, outcome in found if outcome is None for note in desk.not_yet(action)]
    title = desk.words("prevention-actions")
    return Section("prevention-actions", title, tuple(blocks), listed=False) if blocks else None


def _stage(action: Action) -> str:
    """When in the life of a problem an action comes; empty where it does not say."""
    return str(action.preventive) if sound(action.preventive) else ""


def _row(desk: Desk, action: Action, outcome: Outcome | None) -> tuple[Cell, ...]:
    at = next((at for at in desk.outcomes if at.outcome is outcome), None)
    lines: list[Inlines] = [desk.sentence(action, "action")]
    if at is not None:
        lines.append(desk.way_to(at))
    return (
        Cell(tuple(lines)),
        Cell((desk.partner_of(action, "owner"),)),
        Cell((desk.actions_due(action) or (Hole(desk.word("question-due")),),)),
    )


def _spend(desk: Desk) -> Section | None:
    resources = [one for one in kept(desk.agreement.resources) if one.preventive is True]
    blocks = tuple(spend_table(desk, resources, desk.word("prevention-spend-caption")))
    return Section("prevention-spend", desk.words("prevention-spend"), blocks, listed=False) if blocks else None


def _evidence(desk: Desk, plan: Prevention) -> Section:
    know = plan.how_we_will_know
    title = desk.words("how-we-will-know")
    blocks: list[Block] = []
    if not sound(know):
        blocks += desk.gap(plan, "how_we_will_know")
    else:
        blocks += desk.not_yet(know)
        items: list[tuple[Inlines, Blocks]] = []
        for field in EVIDENCE:
            refs = getattr(know, field)
            said = _measures(desk, refs) if sound(refs) else (Paragraph(desk.hole(know, field)),)
            items.append((desk.words(f"evidence-{field}"), said or (Paragraph((Text(desk.word("none")),)),)))
        blocks.append(Facts(tuple(items)))
    own = [measure for measure in desk.lookup.measures.values() if measure.outcome is None]
    used = {str(one.use) for at in desk.outcomes for one in at.outcome.what.indicators if sound(one) and sound(one.use)}
    own = [measure for measure in own if str(measure.indicator.id) not in used]
    blocks += shared_table(desk, own, desk.word("shared-caption"))
    return Section("shared-measures", title, tuple(blocks), listed=False)


def _measures(desk: Desk, refs: tuple[str, ...]) -> Blocks:
    """One measure a line: their names have commas of their own."""
    found = [measure for ref in refs if sound(ref) and (measure := desk.lookup.measure(ref)) is not None]
    named = tuple((Paragraph(desk.measure(measure)),) for measure in found)
    return (List(named),) if len(named) > 1 else named[0] if named else ()


def _savings(desk: Desk, plan: Prevention) -> Section | None:
    rows = tuple(
        (
            Cell((desk.date(one, "from_year"),)),
            Cell(
                (text.plain(say.pounds(one.amount)) if sound(one.amount) else desk.hole(one, "amount"),), numeric=True
            ),
            Cell((desk.sentence(one, "assumes"),)),
            Cell((desk.sentence(one, "goes_to"),)),
        )
        for one in kept(plan.savings)
    )
    if not rows:
        return None
    head = tuple(desk.words(key) for key in ("from-year", "saving", "assumes", "goes-to"))
    notes = tuple(note for one in kept(plan.savings) for note in desk.not_yet(one))
    return Section(
        "savings", desk.words("savings-title"), (Table(desk.word("savings-caption"), head, rows), *notes), listed=False
    )


def stops(desk: Desk) -> Section | None:
    """What will be done less, or closed, to make room."""
    rows = tuple(_stop(desk, action, outcome) for _, action, outcome in desk.lookup.all_actions if sound(action.stops))
    head = (desk.words("less-of"), desk.words("to-make-room-for"))
    table = Table(desk.word("stops-caption"), head, rows)
    return Section("less-of", desk.words("stops-title"), (table,)) if rows else None


def _stop(desk: Desk, action: Action, outcome: Outcome | None) -> tuple[Cell, Cell]:
    at = next((at for at in desk.outcomes if at.outcome is outcome), None)
    room: list[Inlines] = [desk.sentence(action, "action")]
    if at is not None:
        room.append(desk.way_to(at))
    return Cell((desk.sentence(action, "stops"),)), Cell(tuple(room))
