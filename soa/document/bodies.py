"""The bodies that are party to the agreement, and the part that each plays."""

from __future__ import annotations

from soa.document.blocks import Block, Cell, Inlines, Section, Table, Text
from soa.document.desk import Desk, commas, kept
from soa.model.outcome import Action, Outcome
from soa.model.part import each, sound
from soa.model.partners import Partner


def partners(desk: Desk) -> Section:
    """The bodies that are party to the agreement."""
    rows = tuple(_partner(desk, one) for one in kept(desk.agreement.partners))
    blocks: tuple[Block, ...] = desk.gap(desk.agreement, "partners")
    if rows:
        head = (desk.words("partner"), desk.words("part-played"), desk.words("own-plans"))
        blocks = (*blocks, desk.trimmed(Table(desk.word("partners-caption"), head, rows)))
    notes = tuple(note for one in kept(desk.agreement.partners) for note in desk.not_yet(one))
    return Section("partners", desk.words("partners-title"), (*blocks, *notes), about=("partners",))


def _partner(desk: Desk, one: Partner) -> tuple[Cell, ...]:
    lines: list[Inlines] = [desk.name(one, "name")]
    kind = desk.choice("partner", one.kind)
    if kind:
        lines.append((Text(kind),))
    made_of = desk.partners(one.made_of)
    if made_of:
        lines.append(desk.words("made-of", partners=made_of))
    if sound(one.speaks_for_it):
        lines.append(desk.words("speaks-for-it", post=desk.name(one, "speaks_for_it")))
    if sound(one.legal_from):
        lines.append(desk.words("legal-from", date=desk.date(one, "legal_from")))
    part = _part_played(desk, one)
    plans = [
        commas(desk.name(plan, "title"), desk.sentence(item, "clause"), desk.date(item, "date"))
        for item in kept(one.plan_alignment)
        if sound(item.plan) and (plan := desk.lookup.plans.get(item.plan))
    ]
    return Cell(tuple(lines)), Cell(tuple(part) or (desk.none,)), Cell(tuple(plans) or (desk.none,))


def _part_played(desk: Desk, one: Partner) -> list[Inlines]:
    """What a partner is for, leads, does and gives here, and what it cannot do."""
    led = [at for at in desk.outcomes if at.outcome.by_whom.lead == one.id]
    acts = [at for at in desk.outcomes if at not in led and _acts_in(at.outcome, one)]
    gives = any(resource.partner == one.id for resource in kept(desk.agreement.resources))
    part = [desk.sentence(one, "remit")] if sound(one.remit) else []
    for (several, single), outcomes in (
        (("leads-outcomes", "leads-outcomes-one"), led),
        (("acts-in-outcomes", "acts-in-outcomes-one"), acts),
    ):
        if outcomes:
            numbers = desk.together(desk.number_of(at) for at in outcomes)
            part.append(desk.words(several if len(outcomes) > 1 else single, outcomes=numbers))
    if not part and any(_does(action, one) for action in kept(desk.agreement.prevention.actions)):
        part.append(desk.words("acts-in-prevention"))
    if not part and gives:
        part.append(desk.words("gives"))
    if sound(one.limits):
        part.append(desk.words("limits", limits=desk.sentence(one, "limits")))
    return part


def _acts_in(outcome: Outcome, one: Partner) -> bool:
    """Whether a partner does something for an outcome, or contributes to it."""
    contributors = {each_one.partner for each_one in kept(outcome.by_whom.contributors)}
    return one.id in contributors or any(_does(action, one) for action in kept(outcome.how))


def _does(action: Action, one: Partner) -> bool:
    return action.owner == one.id or one.id in each(action.partners)
