"""The prevention plan: what is done and by whom, what each partner spends, and how it will be known to work."""

from __future__ import annotations

from soa.document import drawn, text
from soa.document.actions import actions_table
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
from soa.model.resources import Prevention, Saving

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
    return Section(
        "prevention", title, blocks, tuple(part for part in parts if part is not None), about=("prevention",)
    )


def _actions(desk: Desk) -> Section | None:
    """The actions that prevent, those that come before the need first; then the plan's own, which stand nowhere else."""
    found = [(action, outcome) for _, action, outcome in desk.lookup.preventive_actions]
    blocks: list[Block] = []
    for stage in STAGES:
        rows = tuple(
            _row(desk, action, outcome)
            for action, outcome in found
            if outcome is not None and action.preventive == stage
        )
        head = tuple(desk.words(key) for key in ("what-we-will-do", "who", "by-when"))
        blocks += [Table(desk.word(f"stage-long-{stage}"), head, rows, titled=True)] if rows else []
    own = [action for action, outcome in found if outcome is None]
    if own:
        blocks += [
            one._replace(titled=True) if isinstance(one, Table) else one
            for one in actions_table(desk, own, desk.word("stage-own"))
        ]
    title = desk.words("prevention-actions")
    about = ("prevention", "actions")
    return Section("prevention-actions", title, tuple(blocks), listed=False, about=about) if blocks else None


def _row(desk: Desk, action: Action, outcome: Outcome) -> tuple[Cell, ...]:
    return (
        Cell((_action(desk, action, outcome),)),
        Cell((desk.partner_of(action, "owner"),)),
        Cell((desk.actions_due(action) or (Hole(desk.word("question-due")),),)),
    )


def _spend(desk: Desk) -> Section | None:
    resources = [one for one in kept(desk.agreement.resources) if one.preventive is True]
    chart = drawn.prevention_spend(desk)
    blocks = (*((chart,) if chart else ()), *spend_table(desk, resources, desk.word("prevention-spend-caption")))
    title = desk.words("prevention-spend")
    return Section("prevention-spend", title, blocks, listed=False, about=("resources",)) if blocks else None


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
            items.append((desk.words(f"evidence-{field}"), said or (Paragraph(desk.none),)))
        blocks.append(Facts(tuple(items)))
    own = [measure for measure in desk.lookup.measures.values() if measure.outcome is None]
    used = {str(one.use) for at in desk.outcomes for one in at.outcome.what.indicators if sound(one) and sound(one.use)}
    own = [measure for measure in own if str(measure.indicator.id) not in used]
    blocks += shared_table(desk, own, desk.word("shared-caption"))
    about = ("prevention", "how_we_will_know")
    return Section("shared-measures", title, tuple(blocks), listed=False, about=about)


def _measures(desk: Desk, refs: tuple[str, ...]) -> Blocks:
    """One measure a line: their names have commas of their own."""
    found = [measure for ref in refs if sound(ref) and (measure := desk.lookup.measure(ref)) is not None]
    named = tuple((Paragraph(desk.measure(measure)),) for measure in found)
    return (List(named),) if len(named) > 1 else named[0] if named else ()


def _savings(desk: Desk, plan: Prevention) -> Section | None:
    every = kept(plan.savings)
    head = tuple(desk.words(key) for key in ("from-year", "saving", "assumes", "goes-to"))
    table = Table(desk.word("savings-caption"), head, tuple(_saving(desk, one) for one in every))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    about = ("prevention", "savings")
    title = desk.words("savings-title")
    return Section("savings", title, (table, *notes), listed=False, about=about) if every else None


def _saving(desk: Desk, one: Saving) -> tuple[Cell, ...]:
    amount = text.plain(desk.say.pounds(one.amount)) if sound(one.amount) else desk.hole(one, "amount")
    pays = desk.words("payback", years=desk.say.number(one.payback_years)) if sound(one.payback_years) else ()
    keeps = desk.sentence(one, "performance_kept_by")
    rests = (desk.sentence(one, "assumes"), desk.words("kept-up-by", how=keeps) if keeps else ())
    return (
        Cell((desk.date(one, "from_year"),)),
        Cell(tuple(line for line in (amount, pays) if line), numeric=True),
        Cell(tuple(line for line in rests if line)),
        Cell((desk.sentence(one, "goes_to"),)),
    )


def stops(desk: Desk) -> Section | None:
    """What will be done less, or closed, to make room."""
    rows = tuple(_stop(desk, action, outcome) for _, action, outcome in desk.lookup.all_actions if sound(action.stops))
    head = (desk.words("less-of"), desk.words("to-make-room-for"))
    table = Table(desk.word("stops-caption"), head, rows)
    return Section("less-of", desk.words("stops-title"), (table,)) if rows else None


def _stop(desk: Desk, action: Action, outcome: Outcome | None) -> tuple[Cell, Cell]:
    return Cell((desk.sentence(action, "stops"),)), Cell((_action(desk, action, outcome),))


def _action(desk: Desk, action: Action, outcome: Outcome | None) -> Inlines:
    """An action, and in brackets the number of its outcome with a way to it."""
    said = desk.sentence(action, "action")
    at = next((at for at in desk.outcomes if at.outcome is outcome), None)
    return said if at is None else (*said, Text(" ("), *desk.number_of(at), Text(")"))
