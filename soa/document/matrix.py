"""Every outcome at a glance, on one page: what will get better, what will be done, who is responsible, by when."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import Block, Cell, Gap, Hole, Inlines, Section, Strong, Table, Text
from soa.document.desk import Desk, OutcomeAt, kept, spaced
from soa.document.measures import measures_in, target_for
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Action
from soa.model.part import sound

MOST_ACTIONS = 2
"""An outcome's row names so many actions and says how many more there are."""
LONGEST_LEVEL = 24
MOST_LETTERS = 210
"""A second action is named where both together are no longer: ten outcomes are to fit one page."""


def matrix(desk: Desk) -> Section:
    """Every outcome in one row."""
    head = tuple(desk.words(f"answer-{key}") for key in ("what", "how", "by-whom", "when"))
    rows = tuple(_row(desk, at) for at in desk.outcomes)
    blocks: tuple[Block, ...] = (
        (Table(desk.word("matrix-caption"), head, rows, spread=True),)
        if rows
        else (Gap(desk.word("question-outcomes"), desk.word("gap-help")),)
    )
    return Section("matrix", desk.words("matrix-title"), blocks, about=("priorities",))


def _row(desk: Desk, at: OutcomeAt) -> tuple[Cell, ...]:
    outcome = at.outcome
    number = (*desk.number_of(at), Text(" "))
    stopped = (Text(f" ({desk.word('stopped')})"),) if outcome.state == "stopped" else ()
    statement = desk.sentence(outcome.what, "statement") if sound(outcome.what) else _hole(desk, "what")
    return (
        Cell(((*number, *statement, *stopped),)),
        Cell(tuple(_how(desk, at)), equal=True),
        Cell(tuple(_who(desk, at))),
        Cell(tuple(_when(desk, at)), equal=True),
    )


def _hole(desk: Desk, question: str) -> Inlines:
    return (Hole(desk.word(f"question-{question}")),)


def _waits(desk: Desk, at: OutcomeAt, question: str) -> Inlines:
    """An answer that is to come, or one that is missing."""
    return (Text(desk.word("to-be-settled")),) if sound(at.outcome.not_yet) else _hole(desk, question)


def _how(desk: Desk, at: OutcomeAt) -> Iterator[Inlines]:
    actions: list[Action] = [one for one in at.outcome.how if sound(one) and one.state != "stopped"]
    if not actions:
        yield _waits(desk, at, "how")
        return
    said = [desk.sentence(action, "action") for action in actions[:MOST_ACTIONS]]
    if sum(len(text.words_of(one)) for one in said) > MOST_LETTERS:
        del said[1:]
    yield from said[:-1]
    more = len(actions) - len(said)
    yield (*said[-1], Text(", "), *desk.words("and-more-actions", count=str(more))) if more else said[-1]


def _who(desk: Desk, at: OutcomeAt) -> Iterator[Inlines]:
    who = at.outcome.by_whom
    if not sound(who):
        yield _waits(desk, at, "by_whom")
        return
    yield (Strong(desk.partner_of(who, "lead")),) if sound(who.lead) else desk.partner_of(who, "lead")
    if sound(who.post):
        yield desk.name(who, "post")


def _when(desk: Desk, at: OutcomeAt) -> Iterator[Inlines]:
    """The first and the last level of the outcome's main measure, else its first milestone."""
    if not sound(at.outcome.when):
        yield _waits(desk, at, "when")
        return
    measures = sorted(measures_in(desk, at.outcome), key=lambda one: one.indicator.kind != "outcome")
    for measure in measures:
        target = target_for(desk, at.outcome, measure)
        values = [one for one in target.values if sound(one) and sound(one.period)] if target else []
        levels = [said for one in values if (said := _level(desk, one, measure.indicator))]
        if levels:
            name = desk.name(measure.indicator, "name")
            statement = desk.sentence(at.outcome.what, "statement")
            if text.words_of(name).casefold() != text.words_of(statement).casefold():
                yield name
            yield spaced((levels[0], *levels[1:][-1:]), ", ")
            return
    steps = sorted((one for one in kept(at.outcome.when.milestones) if sound(one.by)), key=lambda one: one.by.last_day)
    if steps:
        first = steps[0]
        yield (*desk.sentence(first, "milestone"), Text(", "), *desk.words("by-date", date=desk.say.moment(first.by)))
    else:
        yield (Text(desk.word("to-be-settled")),) if sound(at.outcome.when.not_yet) else _waits(desk, at, "when")


def _level(desk: Desk, value: TargetValue, indicator: Indicator) -> Inlines:
    """A level and its date; a long unit is left to the table of measures."""
    level = desk.say.level(value, indicator)
    if len(level) > LONGEST_LEVEL:
        level = desk.say.level(value, indicator, bare=True)
    by = desk.say.period(value.period, indicator)
    return desk.words("level-by", level=(Strong(desk.amount(level, indicator)),), by=by) if level else ()
