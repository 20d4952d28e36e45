"""The priorities and their outcomes: for each the four answers, in words a resident uses."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import figures, say, text
from soa.document.actions import actions_table
from soa.document.blocks import (
    Block,
    Blocks,
    Cell,
    Facts,
    Gap,
    Hole,
    Inlines,
    Ladder,
    List,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)
from soa.document.desk import Desk, OutcomeAt, PriorityAt, kept
from soa.document.front import gap_sentence, group_name
from soa.document.measures import breakdown_table, measures_in, measures_table, target_for, trend
from soa.model.outcome import ByWhom, Outcome, Priority, What
from soa.model.part import each, sound
from soa.reference.national import framework_on, national_outcomes, policy_priorities


def priority_section(desk: Desk, at: PriorityAt) -> Section:
    """A section for one priority, with one inside it for each outcome."""
    blocks = (*desk.not_yet(at.priority), *_about(desk, at.priority, at.anchor))
    unread = len(at.priority.outcomes) - len(at.outcomes) if sound(at.priority.outcomes) else 1
    gaps = tuple(
        Gap(desk.word("question-outcomes"), desk.word("gap-help"))
        for _ in range(unread)
        if not sound(at.priority.not_yet)
    )
    return Section(
        at.anchor,
        desk.sentence(at.priority, "title"),
        (*blocks, *gaps),
        tuple(outcome_section(desk, one) for one in at.outcomes),
        number=desk.word("priority-number", number=at.number),
        role="priority",
    )


def _about(desk: Desk, priority: Priority, anchor: str) -> Iterator[Block]:
    for field, key in (("why_here", "why-here"), ("added_value", "added-value")):
        body = desk.prose(priority, field, f"{anchor}-{key}")
        if body:
            yield Note("remark", desk.word(key), body)
    items = [(desk.words(key), (Paragraph(said),)) for key, said in _facts(desk, priority) if said]
    if items:
        yield Facts(tuple(items))
    evidence = [found for ref in each(priority.evidence) if sound(ref) and (found := desk.lookup.evidence.get(ref))]
    if evidence:
        rows = tuple(
            (
                Cell((desk.sentence(one, "finding"),)),
                Cell((desk.sentence(one, "source"),)),
                Cell((desk.date(one, "date"),)),
            )
            for one in evidence
        )
        head = (desk.words("what-we-found"), desk.words("source-head"), desk.words("date-head"))
        yield Table(desk.word("evidence-caption"), head, rows)


def _facts(desk: Desk, priority: Priority) -> Iterator[tuple[str, Inlines]]:
    yield "led-by", desk.partner_of(priority, "lead")
    yield "serves-vision", desk.sentence(priority, "serves_vision")
    through = priority.delivered_through
    if sound(through):
        body = desk.partner_of(through, "body")
        yield "delivered-through", (*body, Text(". "), *desk.sentence(through, "oversight"))
    yield "national-outcomes", _national(desk, priority)
    titles = {one.id: one.title for one in policy_priorities()}
    named = (text.plain(titles.get(ref, ref)) for ref in each(priority.policy_priorities) if sound(ref))
    yield "policy-priorities", desk.together(named)
    yield (
        "heard-from",
        desk.together(
            desk.sentence(found, "group")
            for ref in each(priority.engagement)
            if sound(ref) and (found := desk.lookup.engagement.get(ref))
        ),
    )


def _national(desk: Desk, priority: Priority) -> Inlines:
    header = desk.agreement.agreement
    if sound(header.framework):
        name = header.framework
    elif sound(header.starts):
        name = framework_on(header.starts.first_day)
    else:
        return ()
    by_number = {one.number: one.text for one in national_outcomes(name)}
    found = [by_number[number] for number in each(priority.national_outcomes) if sound(number) and number in by_number]
    return text.plain("; ".join(one.rstrip(".") for one in found))


# ---- an outcome ----------------------------------------------------------------------------------------------------


def outcome_section(desk: Desk, at: OutcomeAt) -> Section:
    """An outcome under its four headings."""
    outcome = at.outcome
    answers = (
        ("what", _what(desk, at)),
        ("how", _how(desk, at)),
        ("by-whom", _by_whom(desk, outcome)),
        ("when", _when(desk, at)),
    )
    sections = [
        Section(f"{at.anchor}-{key}", desk.words(f"answer-{key}"), tuple(blocks), listed=False, role="answer")
        for key, blocks in answers
    ]
    risks = _risks(desk, outcome)
    if risks:
        title = desk.words("risks-title")
        sections.append(Section(f"{at.anchor}-risks", title, risks, listed=False, role="answer"))
    return Section(
        at.anchor,
        desk.sentence(outcome.what, "statement") if sound(outcome.what) else (Hole(desk.word("question-what")),),
        tuple(_opening(desk, outcome)),
        tuple(sections),
        number=desk.word("outcome-number", number=at.number),
        role="outcome",
    )


def _opening(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    if outcome.state == "stopped":
        because = desk.sentence(outcome, "stopped_because")
        yield Note("remark", desk.word("stopped"), (Paragraph(because),) if because else ())
    yield from desk.not_yet(outcome)
    links = [
        (desk.words(key), (Paragraph(said),))
        for key, said in (
            ("also-serves", desk.served(outcome.also_serves)),
            ("leads-to", desk.served(outcome.leads_to)),
        )
        if said
    ]
    if links:
        yield Facts(tuple(links))


def _what(desk: Desk, at: OutcomeAt) -> Iterator[Block]:
    outcome, what = at.outcome, at.outcome.what
    if not sound(what):
        yield from desk.gap(outcome, "what")
        return
    yield from desk.not_yet(what)
    if sound(what.for_whom):
        yield Paragraph(desk.words("for-whom", people=desk.sentence(what, "for_whom")))
    rungs = tuple(
        (say.moment(one.by) if sound(one.by) else "", desk.sentence(one, "looks_like")) for one in kept(what.success)
    )
    if rungs:
        yield Ladder(desk.word("ladder"), rungs)
    caption = desk.word("measures-caption", number=at.number)
    yield from measures_table(desk, outcome, caption)
    if not sound(what.indicators):
        yield from desk.gap(what, "indicators")
    yield from _by_group(desk, outcome)
    yield from _beyond_us(desk, what)


def _by_group(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    for measure in measures_in(desk, outcome):
        yield from trend(desk, measure, target_for(desk, outcome, measure))
    for measure in measures_in(desk, outcome):
        target = target_for(desk, outcome, measure)
        refs = [part.of for part in each(measure.indicator.breakdown) if sound(part) and sound(part.of)]
        yield from breakdown_table(desk, measure, {ref: group_name(desk, ref) for ref in refs})
        gap = figures.gap_of(measure, target)
        if gap is not None:
            yield Paragraph(gap_sentence(desk, measure, gap))


def _beyond_us(desk: Desk, what: What) -> Iterator[Block]:
    drivers = tuple((Paragraph(desk.sentence(one, "driver")),) for one in kept(what.drivers))
    if drivers:
        yield Paragraph(desk.words("drivers"))
        yield List(drivers)
    factors = tuple((Paragraph(text.sentence(one)),) for one in each(what.factors) if sound(one))
    if sound(what.influence) and what.influence == "outside":
        yield Paragraph(desk.words("outside-our-hands"))
    if factors:
        yield Paragraph(desk.words("factors"))
        yield List(factors)


def _how(desk: Desk, at: OutcomeAt) -> Iterator[Block]:
    outcome = at.outcome
    yield from desk.gap(outcome, "how")
    yield from actions_table(desk, list(outcome.how), desk.word("actions-caption", number=at.number))


def _by_whom(desk: Desk, outcome: Outcome) -> Iterator[Block]:
    who = outcome.by_whom
    if not sound(who):
        yield from desk.gap(outcome, "by_whom")
        return
    yield from desk.not_yet(who)
    yield Facts(tuple((desk.words(key), (Paragraph(said),)) for key, said in _lead(desk, who) if said))
    others = tuple(
        (desk.partner(one.partner), (Paragraph(desk.sentence(one, "contribution")),))
        for one in kept(who.contributors)
        if desk.partner(one.partner)
    )
    if others:
        yield Paragraph(desk.words("others-part"))
        yield Facts(others)


def _lead(desk: Desk, who: ByWhom) -> Iterator[tuple[str, Inlines]]:
    lead = desk.partner_of(who, "lead")
    yield "led-by", (*lead, Text(", "), *text.plain(who.post)) if sound(who.post) else lead
    yield "employer", desk.partner(who.employer)
    if sound(who.deputy):
        deputy = desk.partner_of(who.deputy, "partner")
        post = desk.name(who.deputy, "post")
        yield "deputy", (*deputy, Text(", "), *post) if post else deputy
    groups = (
        {one.id: one for one in kept(desk.agreement.governance.groups) if sound(one.id)}
        if sound(desk.agreement.governance)
        else {}
    )
    if sound(who.group) and who.group in groups:
        yield "run-by-group", desk.name(groups[who.group], "name")
    yield "answers-to", _answers_to(desk, who)
    if sound(who.delivered_through):
        body = desk.partner_of(who.delivered_through, "body")
        yield "delivered-through", (*body, Text(". "), *desk.sentence(who.delivered_through, "oversight"))


def _answers_to(desk: Desk, who: ByWhom) -> Inlines:
    if sound(who.accountable_to):
        return text.plain(who.accountable_to)
    governance = desk.agreement.governance
    if not sound(governance) or not sound(governance.board) or not sound(governance.board.name):
        return ()
    return text.plain(governance.board.name)


def _when(desk: Desk, at: OutcomeAt) -> Blocks:
    when = at.outcome.when
    if not sound(when):
        return desk.gap(at.outcome, "when")
    blocks: list[Block] = [*desk.not_yet(when)]
    steps = sorted(
        (one for one in kept(when.milestones)), key=lambda one: one.by.last_day.toordinal() if sound(one.by) else 0
    )
    if steps:
        rungs = tuple((say.moment(one.by) if sound(one.by) else "", desk.sentence(one, "milestone")) for one in steps)
        blocks.append(Ladder(desk.word("milestones"), rungs))
    levels = tuple(_levels(desk, at))
    if levels:
        blocks.append(Facts(levels))
    if not steps and not levels:
        blocks += desk.gap(when, "targets")
    return tuple(blocks)


def _levels(desk: Desk, at: OutcomeAt) -> Iterator[tuple[Inlines, Blocks]]:
    """For each measure its levels in one sentence: the same figures as in the table, said aloud."""
    for measure in measures_in(desk, at.outcome):
        target = target_for(desk, at.outcome, measure)
        values = target.values if target is not None else each(measure.indicator.targets)
        dated = [one for one in values if sound(one) and sound(one.period)]
        said = [
            desk.word("level-by", level=level, by=say.period(one.period, measure.indicator))
            for nth, one in enumerate(dated)
            if (level := say.level(one, measure.indicator, bare=nth > 0))  # the unit once
        ]
        if said:
            lag = measure.indicator.lag
            known = f" {desk.word('known-after', lag=lag)}" if sound(lag) else ""
            yield desk.name(measure.indicator, "name"), (Paragraph(text.plain(f"{say.listed(tuple(said))}.{known}")),)


def _risks(desk: Desk, outcome: Outcome) -> Blocks:
    rows = tuple(
        (
            Cell((desk.sentence(one, "risk"),)),
            Cell((desk.sentence(one, "response"),)),
            Cell((desk.partner_of(one, "owner"),)),
        )
        for one in kept(outcome.risks)
    )
    if not rows:
        return ()
    head = (desk.words("risk"), desk.words("response"), desk.words("who-watches"))
    notes = [note for one in kept(outcome.risks) for note in desk.not_yet(one)]
    return (Table(desk.word("risks-caption"), head, rows), *notes)
