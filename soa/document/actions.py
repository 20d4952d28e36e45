"""What will be done: one row an action, who answers for it, by when, and what there is to know about it."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document.blocks import Block, Cell, Gap, Hole, Inlines, Table, Tag, Text
from soa.document.desk import Desk, commas, ended, kept, spaced
from soa.model.outcome import Action, Evaluation, Outcome, Pilot
from soa.model.part import each, sound


def actions_table(desk: Desk, actions: list[Action], caption: str, outcome: Outcome | None = None) -> Iterator[Block]:
    """A table of actions, and what is still to come for each."""
    readable = [action for action in actions if sound(action)]
    if readable:
        head = (desk.words("what-we-will-do"), desk.words("who"), desk.words("by-when"))
        yield Table(caption, head, tuple(_row(desk, action, outcome) for action in readable))
    for _ in range(len(actions) - len(readable)):
        yield Gap(desk.word("question-how"), desk.word("gap-help"))
    for action in readable:
        yield from desk.not_yet(action)


def _row(desk: Desk, action: Action, outcome: Outcome | None) -> tuple[Cell, ...]:
    stage = desk.choice("stage", action.preventive)
    said = desk.sentence(action, "action")
    first: Inlines = (*said, Text(" "), Tag(stage)) if stage else said
    who: list[Inlines] = [desk.partner_of(action, "owner")]
    if sound(action.post):
        who.append(desk.name(action, "post"))
    others = desk.partners(action.partners)
    if others:
        who.append(desk.words("with-partners", partners=others))
    return Cell((first, *about_action(desk, action, outcome))), Cell(tuple(who)), Cell(_when(desk, action))


def _when(desk: Desk, action: Action) -> tuple[Inlines, ...]:
    due = desk.actions_due(action) or (Hole(desk.word("question-due")),)
    lines: list[Inlines] = [due]
    if sound(action.starts):
        lines.append(desk.words("from", date=desk.say.moment(action.starts)))
    if sound(action.state) and action.state != "planned":
        lines.append((Text(desk.choice("state", action.state)),))
    return tuple(lines)


def about_action(desk: Desk, action: Action, outcome: Outcome | None) -> Iterator[Inlines]:
    """What there is to know about an action, a line each."""
    if sound(action.measure):
        yield _measure(desk, action)
    for step in kept(action.steps):
        yield desk.words("step", step=desk.sentence(step, "step"), by=desk.date(step, "by"))
    moves = desk.served(action.contributes_to, outcome)
    if moves:
        yield desk.words("moves", measures=moves)
    if sound(action.difference):
        yield desk.words("difference", what=desk.sentence(action, "difference"))
    plan = desk.lookup.plans.get(action.planned_in) if sound(action.planned_in) else None
    if plan is not None:
        yield desk.words("planned-in", plan=desk.name(plan, "title"))
    if sound(action.pilot):
        yield _pilot(desk, action.pilot)
    after = desk.served(action.depends_on, outcome)
    if after:
        yield desk.words("depends-on", actions=after)
    joined = [service for ref in each(action.joins_up) if sound(ref) and (service := desk.lookup.services.get(ref))]
    if joined:
        yield desk.words("joins-up", services=desk.together(desk.name(one, "name") for one in joined))
    if sound(action.evaluation):
        yield _evaluation(desk, action.evaluation)


def _pilot(desk: Desk, pilot: Pilot) -> Inlines:
    decision = desk.choice("pilot", pilot.decision)
    key = "pilot-decided" if decision else "pilot"
    said = desk.words(key, date=desk.date(pilot, "decision_by"), decision=decision)
    return (
        spaced((said, desk.words("pilot-paid", how=desk.sentence(pilot, "funding"))), ". ")
        if sound(pilot.funding)
        else said
    )


def _evaluation(desk: Desk, evaluation: Evaluation) -> Inlines:
    said = desk.words("evaluation", question=desk.sentence(evaluation, "question"))
    how = commas(desk.sentence(evaluation, "method"), desk.date(evaluation, "date"))
    return spaced((said, ended(how)))


def _measure(desk: Desk, action: Action) -> Inlines:
    measure = action.measure
    if not sound(measure):
        return ()
    unit = measure.unit if sound(measure.unit) else ""
    target = (
        desk.amount(desk.say.amount(measure.target, unit), measure)
        if sound(measure.target)
        else desk.hole(measure, "target")
    )
    key = f"counted-{measure.counted}" if sound(measure.counted) else "counted"
    said = desk.words(key, name=desk.name(measure, "name"), target=target)
    return (*said, Text(" "), *desk.words("by-date", date=desk.say.moment(measure.by))) if sound(measure.by) else said
