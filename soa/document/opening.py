"""What comes before the priorities: forewords, signatures, the place, its people, and the matrix of outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import say, text
from soa.document.blocks import (
    Block,
    Cell,
    CrossReference,
    Gap,
    Hole,
    Inlines,
    List,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Tag,
    Text,
)
from soa.document.desk import Desk, OutcomeAt, kept
from soa.document.measures import measures_in, target_for
from soa.model.outcome import Action, Outcome
from soa.model.part import each, sound
from soa.model.partners import Partner

MOST_ACTIONS = 2
"""An outcome's row in the matrix names so many actions and says how many more there are."""


def foreword(desk: Desk) -> Section | None:
    """The signatories' words."""
    quotes = tuple(
        Quote(
            (*desk.not_yet(one), *desk.prose(one, "text", f"foreword-{at}")),
            _comma(desk.name(one, "person"), desk.name(one, "post"), desk.partner_of(one, "by")),
        )
        for at, one in enumerate(kept(desk.agreement.foreword), 1)
    )
    return Section("foreword", desk.words("foreword-title"), quotes) if quotes else None


def _comma(*parts: Inlines) -> Inlines:
    joined: Inlines = ()
    for part in parts:
        if part:
            joined += (*((Text(", "),) if joined else ()), *part)
    return joined


def sign_off(desk: Desk) -> Section | None:
    """Who signed, and when."""
    rows = tuple(
        (
            Cell((desk.partner_of(one, "partner"),)),
            Cell((_comma(desk.name(one, "person"), desk.name(one, "body")) or (Text(desk.word("none")),),)),
            Cell((desk.date(one, "date"),)),
        )
        for one in kept(desk.agreement.sign_off)
    )
    if not rows:
        return None
    head = (desk.words("partner"), desk.words("signed-for"), desk.words("date-head"))
    blocks: tuple[Block, ...] = (Table(desk.word("sign-off-caption"), head, rows),)
    notes = tuple(note for one in kept(desk.agreement.sign_off) for note in desk.not_yet(one))
    return Section("sign-off", desk.words("sign-off-title"), (*blocks, *notes))


def place(desk: Desk) -> Section | None:
    """Who lives here, and what they need; with the localities."""
    blocks: list[Block] = []
    here = desk.agreement.place
    if sound(here):
        blocks += desk.not_yet(here)
        blocks += desk.prose(here, "text", "place")
        facts = tuple((Paragraph(text.sentence(one)),) for one in each(here.facts) if sound(one))
        if facts:
            blocks.append(List(facts))
    localities = _localities(desk)
    if localities:
        blocks.append(localities)
    return Section("place", desk.words("place-title"), tuple(blocks)) if blocks else None


def _localities(desk: Desk) -> Table | None:
    places = kept(desk.agreement.localities)
    if not places:
        return None
    rows = []
    for one in places:
        name = desk.name(one, "name")
        poorer = (*name, Text(" "), Tag(desk.word("poorer-outcomes"))) if one.poorer_outcomes is True else name
        parts = say.listed(tuple(str(part) for part in kept(one.made_of)))
        made_of = text.plain(parts) if parts != text.words_of(name) else ()
        people = text.plain(say.number(one.population)) if sound(one.population) else (Text(desk.word("none")),)
        plan = desk.lookup.plans.get(one.plan) if sound(one.plan) else None
        plan_name = desk.name(plan, "title") if plan else (Text(desk.word("none")),)
        rows.append(
            (Cell((poorer, made_of) if made_of else (poorer,)), Cell((people,), numeric=True), Cell((plan_name,)))
        )
    head = (desk.words("locality"), desk.words("population"), desk.words("locality-plan"))
    return desk.trimmed(Table(desk.word("localities-caption"), head, tuple(rows)))


def partners(desk: Desk) -> Section:
    """The bodies that are party to the agreement."""
    rows = tuple(_partner(desk, one) for one in kept(desk.agreement.partners))
    blocks: tuple[Block, ...] = desk.gap(desk.agreement, "partners")
    if rows:
        head = (desk.words("partner"), desk.words("part-played"), desk.words("own-plans"))
        blocks = (*blocks, desk.trimmed(Table(desk.word("partners-caption"), head, rows)))
    notes = tuple(note for one in kept(desk.agreement.partners) for note in desk.not_yet(one))
    return Section("partners", desk.words("partners-title"), (*blocks, *notes))


def _partner(desk: Desk, one: Partner) -> tuple[Cell, ...]:
    lines: list[Inlines] = [desk.name(one, "name")]
    kind = desk.choice("partner", one.kind)
    if kind:
        lines.append((Text(kind),))
    made_of = desk.partners(one.made_of)
    if made_of:
        lines.append(desk.words("made-of", partners=made_of))
    if sound(one.speaks_for_it):
        lines.append(desk.words("speaks-for-it", post=text.plain(one.speaks_for_it)))
    part = _part_played(desk, one)
    plans = [
        _comma(desk.name(plan, "title"), desk.sentence(item, "clause"))
        for item in kept(one.plan_alignment)
        if sound(item.plan) and (plan := desk.lookup.plans.get(item.plan))
    ]
    none: Inlines = (Text(desk.word("none")),)
    return Cell(tuple(lines)), Cell(tuple(part) or (none,)), Cell(tuple(plans) or (none,))


def _part_played(desk: Desk, one: Partner) -> list[Inlines]:
    """What a partner is for, leads, does and gives here, and what it cannot do."""
    led = [at for at in desk.outcomes if at.outcome.by_whom.lead == one.id]
    acts = [at for at in desk.outcomes if at not in led and _acts_in(at.outcome, one)]
    gives = any(resource.partner == one.id for resource in kept(desk.agreement.resources))
    part = [desk.sentence(one, "remit")] if sound(one.remit) else []
    for key, outcomes in (("leads-outcomes", led), ("acts-in-outcomes", acts)):
        if outcomes:
            part.append(desk.words(key, outcomes=desk.together(desk.way_to(at) for at in outcomes)))
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


# ---- the matrix ----------------------------------------------------------------------------------------------------


def matrix(desk: Desk) -> Section:
    """All outcomes at a glance: what, how, by whom, when."""
    head = tuple(desk.words(f"answer-{key}") for key in ("what", "how", "by-whom", "when"))
    rows = tuple(_row(desk, at) for at in desk.outcomes)
    blocks: tuple[Block, ...] = (
        (Table(desk.word("matrix-caption"), head, rows, spread=True),)
        if rows
        else (Gap(desk.word("question-outcomes"), desk.word("gap-help")),)
    )
    return Section("matrix", desk.words("matrix-title"), blocks)


def _row(desk: Desk, at: OutcomeAt) -> tuple[Cell, ...]:
    outcome = at.outcome
    number: Inlines = (CrossReference((Text(at.number),), at.anchor), Text(" "))
    stopped: Inlines = (Text(" "), Tag(desk.word("stopped"))) if outcome.state == "stopped" else ()
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
    for nth, action in enumerate(actions[:MOST_ACTIONS], 1):
        said = desk.sentence(action, "action")
        more = len(actions) - MOST_ACTIONS if nth == MOST_ACTIONS else 0
        yield (*said, Text(", "), *desk.words("and-more-actions", count=str(more))) if more > 0 else said


def _who(desk: Desk, at: OutcomeAt) -> Iterator[Inlines]:
    who = at.outcome.by_whom
    if not sound(who):
        yield _waits(desk, at, "by_whom")
        return
    yield (Strong(desk.partner_of(who, "lead")),) if sound(who.lead) else desk.partner_of(who, "lead")
    if sound(who.post):
        yield text.plain(who.post)


def _when(desk: Desk, at: OutcomeAt) -> Iterator[Inlines]:
    """The last level of the first measure that has one, else the first milestone."""
    if not sound(at.outcome.when):
        yield _waits(desk, at, "when")
        return
    for measure in measures_in(desk, at.outcome):
        target = target_for(desk, at.outcome, measure)
        values = [one for one in target.values if sound(one) and sound(one.period)] if target else []
        level = say.level(values[-1], measure.indicator) if values else ""
        if level:
            yield desk.words(
                "level-of-by",
                name=desk.name(measure.indicator, "name"),
                level=(Strong((Text(level),)),),
                by=say.period(values[-1].period, measure.indicator),
            )
            return
    steps = sorted((one for one in kept(at.outcome.when.milestones) if sound(one.by)), key=lambda one: one.by.last_day)
    if steps:
        first = steps[0]
        yield (*desk.sentence(first, "milestone"), Text(", "), *desk.words("by-date", date=say.moment(first.by)))
    else:
        yield (Text(desk.word("to-be-settled")),) if sound(at.outcome.when.not_yet) else _waits(desk, at, "when")
