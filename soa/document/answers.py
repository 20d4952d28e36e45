"""The four answers of an outcome, and what could stop it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from soa.document import drawn, figures, text
from soa.document.actions import actions_table
from soa.document.blocks import Block, Blocks, CrossReference, Facts, Inlines, Ladder, List, Paragraph, Text
from soa.document.desk import Desk, OutcomeAt, commas, ended, kept, last_day, spaced
from soa.document.gaps import gap_sentence, group_words
from soa.document.measures import breakdown_table, measures_in, measures_table, target_for
from soa.model.lookup import MeasureOf
from soa.model.measure import TargetValue
from soa.model.outcome import ByWhom, Contributor, Driver, Outcome, Risk, What
from soa.model.part import each, sound

# ---- what will get better ------------------------------------------------------------------------------------------


def what(desk: Desk, at: OutcomeAt) -> Iterator[Block]:
    """For whom, what it will look like, and how it is measured."""
    outcome, answer = at.outcome, at.outcome.what
    if not sound(answer):
        yield from desk.gap(outcome, "what")
        return
    yield from desk.not_yet(answer)
    if sound(answer.for_whom):
        yield Paragraph(desk.words("for-whom", people=desk.sentence(answer, "for_whom")))
    rungs = tuple(
        (desk.say.moment(one.by) if sound(one.by) else "", desk.sentence(one, "looks_like"))
        for one in kept(answer.success)
    )
    if rungs:
        yield Ladder(desk.word("ladder"), rungs)
    yield from measures_table(desk, outcome, desk.word("measures-caption", number=at.number))
    if not sound(answer.indicators):
        yield from desk.gap(answer, "indicators")
    yield from _charts_and_groups(desk, outcome)
    yield from _beyond_us(desk, answer, outcome)


def _charts_and_groups(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    for measure in measures_in(desk, outcome):
        target = target_for(desk, outcome, measure)
        # the chart of a gap shows everyone too
        chart = drawn.gap_trend(desk, measure, target) or drawn.trend(desk, measure, target)
        if chart:
            yield chart
        refs = [part.of for part in each(measure.indicator.breakdown) if sound(part) and sound(part.of)]
        yield from breakdown_table(desk, measure, {ref: group_words(desk, ref) for ref in refs})
        gap = figures.gap_of(measure, target)
        if gap is not None:
            yield Paragraph(gap_sentence(desk, measure, gap))


def _beyond_us(desk: Desk, answer: What, outcome: Outcome) -> Iterator[Block]:
    drivers = tuple((Paragraph(_driver(desk, one, outcome)),) for one in kept(answer.drivers))
    if drivers:
        yield Paragraph(desk.words("drivers"))
        yield List(drivers)
    factors = tuple((Paragraph(desk.theirs(text.sentence(one))),) for one in each(answer.factors) if sound(one))
    if sound(answer.influence) and answer.influence == "outside":
        yield Paragraph(desk.words("outside-our-hands"))
    if factors:
        yield Paragraph(desk.words("factors"))
        yield List(factors)


def _driver(desk: Desk, one: Driver, outcome: Outcome) -> Inlines:
    bears = desk.partners(one.partners) or desk.served(one.actions, outcome)
    said = desk.sentence(one, "driver")
    return desk.words("driver-borne-by", driver=said, who=bears) if bears else said


# ---- what we will do, and who is responsible -----------------------------------------------------------------------


def how(desk: Desk, at: OutcomeAt) -> Iterator[Block]:
    """The actions, the first due first, and the money for nothing else."""
    yield from desk.gap(at.outcome, "how")
    actions = sorted(at.outcome.how, key=lambda one: last_day(one.due))
    yield from actions_table(desk, actions, desk.word("actions-caption", number=at.number), at.outcome)
    money = _money(desk, at.outcome)
    if money:
        yield Paragraph(money)


def _money(desk: Desk, outcome: Outcome) -> Inlines:
    """What is put in for this outcome and nothing else, year by year."""
    own = [one for one in kept(desk.agreement.resources) if sound(outcome.id) and one.serves == (outcome.id,)]
    years = figures.money_by_year(own)
    if not years:
        return ()
    amounts = tuple(
        desk.word("amount-in", amount=desk.say.rounded_pounds(one.total), year=desk.say.moment(one.year))
        for one in years
    )
    section: Inlines = (CrossReference(desk.words("resources-title"), "resources"),)
    return desk.words("money-here", amounts=desk.say.listed(amounts), section=section)


def by_whom(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    """Who leads, to whom it answers, and the others' parts."""
    who = outcome.by_whom
    if not sound(who):
        yield from desk.gap(outcome, "by_whom")
        return
    yield from desk.not_yet(who)
    yield Facts(tuple((desk.words(key), (Paragraph(said),)) for key, said in _lead(desk, who) if said))
    others = [(one, partner) for one in kept(who.contributors) if (partner := desk.partner(one.partner))]
    if others:
        yield Paragraph(desk.words("others-part"))
        yield Facts(tuple((partner, (Paragraph(_part(desk, one, outcome)),)) for one, partner in others))
    for one, _ in others:
        yield from desk.not_yet(one)


def _part(desk: Desk, one: Contributor, outcome: Outcome) -> Inlines:
    said = desk.sentence(one, "contribution")
    shown = desk.served(one.shown_by, outcome)
    return spaced((ended(said), desk.words("part-shown-by", measures=shown))) if shown else said


def _lead(desk: Desk, who: ByWhom) -> Iterator[tuple[str, Inlines]]:
    yield "led-by", commas(desk.partner_of(who, "lead"), desk.name(who, "post") if sound(who.post) else ())
    yield "employer", desk.partner(who.employer)
    if sound(who.deputy):
        yield "deputy", commas(desk.partner_of(who.deputy, "partner"), desk.name(who.deputy, "post"))
    governance = desk.agreement.governance
    groups = {one.id: one for one in kept(governance.groups) if sound(one.id)} if sound(governance) else {}
    if sound(who.group) and who.group in groups:
        yield "run-by-group", desk.name(groups[who.group], "name")
    yield "answers-to", answers_to(desk, who)
    if sound(who.delivered_through):
        body = desk.partner_of(who.delivered_through, "body")
        yield "delivered-through", spaced((ended(body), desk.sentence(who.delivered_through, "oversight")))


def answers_to(desk: Desk, who: ByWhom) -> Inlines:
    """Whom a lead answers to: the board, where nobody else is named."""
    if sound(who.accountable_to):
        return desk.name(who, "accountable_to")
    governance = desk.agreement.governance
    if not sound(governance) or not sound(governance.board) or not sound(governance.board.name):
        return ()
    return desk.name(governance.board, "name")


# ---- by when -------------------------------------------------------------------------------------------------------


def when(desk: Desk, at: OutcomeAt) -> Blocks:
    """The milestones; the levels stand once, in the table of measures."""
    answer = at.outcome.when
    if not sound(answer):
        return desk.gap(at.outcome, "when")
    blocks: list[Block] = [*desk.not_yet(answer)]
    steps = sorted(kept(answer.milestones), key=lambda one: last_day(one.by))
    if steps:
        rungs = tuple(
            (desk.say.moment(one.by) if sound(one.by) else "", desk.sentence(one, "milestone")) for one in steps
        )
        blocks.append(Ladder(desk.word("milestones"), rungs))
    levels = _levels(desk, at)
    if levels:
        blocks.append(Paragraph(levels))
    if not steps and not levels:
        waits = Paragraph((Text(desk.word("to-be-settled")),))
        blocks += desk.gap(answer, "targets") or (() if blocks else (waits,))
    return tuple(blocks)


def _levels(desk: Desk, at: OutcomeAt) -> Inlines:
    """From when until when there are levels to reach, with a way to their table."""
    periods = _periods(desk, at)
    if not periods:
        return ()
    first, last = (said for _, said in (periods[0], periods[-1]))
    table: Inlines = (CrossReference((Text(desk.word("table-of-measures")),), f"{at.anchor}-what"),)
    key = "levels-stand" if first != last else "level-stands"
    return desk.words(key, table=table, first=first, last=last)


def _periods(desk: Desk, at: OutcomeAt) -> list[tuple[date, str]]:
    """Every period that has a level, in order."""
    return sorted(
        (one.period.last_day, desk.say.period(one.period, measure.indicator))
        for measure in measures_in(desk, at.outcome)
        for one in _values(desk, at, measure)
        if sound(one) and sound(one.period) and desk.say.level(one, measure.indicator)
    )


def last_date(desk: Desk, at: OutcomeAt) -> Inlines:
    """The last date that an outcome names: of its levels and milestones."""
    steps = [(one.by.last_day, desk.say.moment(one.by)) for one in kept(at.outcome.when.milestones) if sound(one.by)]
    dates = sorted([*_periods(desk, at), *steps])
    return (Text(dates[-1][1]),) if dates else ()


def _values(desk: Desk, at: OutcomeAt, measure: MeasureOf) -> tuple[TargetValue, ...]:
    target = target_for(desk, at.outcome, measure)
    return target.values if target is not None else each(measure.indicator.targets)


# ---- what could stop us --------------------------------------------------------------------------------------------


def risks(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    """Each risk, what is done about it, and who watches it."""
    every = kept(outcome.risks)
    if every:
        yield Facts(tuple((desk.sentence(one, "risk"), (Paragraph(_answer(desk, one)),)) for one in every))
    for one in every:
        yield from desk.not_yet(one)


def _answer(desk: Desk, one: Risk) -> Inlines:
    watched = desk.words("watched-by", partner=desk.partner_of(one, "owner"))
    return spaced((ended(desk.sentence(one, "response")), watched))
