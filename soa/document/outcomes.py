"""The priorities and their outcomes, in words a resident uses."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import drawn, text
from soa.document.answers import by_whom, how, risks, what, when
from soa.document.blocks import Block, Facts, Gap, Hole, Inlines, Note, Paragraph, Section
from soa.document.desk import Desk, OutcomeAt, PriorityAt, ended, kept, spaced
from soa.document.opening import evidence_list
from soa.model.outcome import Outcome, Priority
from soa.model.part import each, sound
from soa.reference.national import framework_on, national_outcomes, policy_priorities


def priority_section(desk: Desk, at: PriorityAt) -> Section:
    """A section for one priority, with one inside it for each outcome."""
    unread = len(at.priority.outcomes) - len(at.outcomes) if sound(at.priority.outcomes) else 1
    gaps = tuple(
        Gap(desk.word("question-outcomes"), desk.word("gap-help"))
        for _ in range(unread)
        if not sound(at.priority.not_yet)
    )
    chart = drawn.timeline(desk, at)
    return Section(
        at.anchor,
        desk.sentence(at.priority, "title"),
        (*desk.not_yet(at.priority), *_about(desk, at.priority, at.anchor), *gaps, *((chart,) if chart else ())),
        tuple(outcome_section(desk, one) for one in at.outcomes),
        number=desk.word("priority-number", number=at.number),
        role="priority",
        about=desk.path(at.priority),
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
        yield Paragraph(desk.words("evidence-caption"))
        yield from evidence_list(desk, evidence)


def _facts(desk: Desk, priority: Priority) -> Iterator[tuple[str, Inlines]]:
    yield "led-by", desk.partner_of(priority, "lead")
    yield "serves-vision", desk.sentence(priority, "serves_vision")
    yield "works-on", text.plain(desk.choice("tackles", priority.tackles))
    through = priority.delivered_through
    if sound(through):
        body = desk.partner_of(through, "body")
        yield "delivered-through", spaced((ended(body), desk.sentence(through, "oversight")))
    yield "national-outcomes", _national(desk, priority)
    titles = {one.id: one.title for one in policy_priorities()}
    named = (desk.theirs(text.plain(titles.get(ref, ref))) for ref in each(priority.policy_priorities) if sound(ref))
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
    return desk.theirs(text.plain("; ".join(one.rstrip(".") for one in found)))


# ---- an outcome ----------------------------------------------------------------------------------------------------


def outcome_section(desk: Desk, at: OutcomeAt) -> Section:
    """An outcome under its four headings, and what could stop it."""
    outcome, path = at.outcome, desk.path(at.outcome)
    answers = (
        ("what", "what", what(desk, at)),
        ("how", "how", how(desk, at)),
        ("by-whom", "by_whom", by_whom(desk, outcome)),
        ("when", "when", when(desk, at)),
    )
    sections = [
        Section(
            f"{at.anchor}-{key}",
            desk.words(f"answer-{key}"),
            tuple(blocks),
            listed=False,
            role="answer",
            about=(*path, field),
        )
        for key, field, blocks in answers
    ]
    stoppers = tuple(risks(desk, outcome))
    if stoppers:
        title = desk.words("risks-title")
        about = (*path, "risks")
        sections.append(Section(f"{at.anchor}-risks", title, stoppers, listed=False, role="answer", about=about))
    return Section(
        at.anchor,
        desk.sentence(outcome.what, "statement") if sound(outcome.what) else (Hole(desk.word("question-what")),),
        tuple(_opening(desk, outcome)),
        tuple(sections),
        number=desk.word("outcome-number", number=at.number),
        role="outcome",
        about=path,
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
            ("told-us", spaced(_heard(desk, outcome), "; ")),
        )
        if said
    ]
    if links:
        yield Facts(tuple(links))


def _heard(desk: Desk, outcome: Outcome) -> Iterator[Inlines]:
    """What people said that led to this outcome or to one of its actions."""
    if not sound(outcome.id):
        return
    for one in kept(desk.agreement.engagement):
        if sound(one.heard) and any(str(ref).partition(".")[0] == outcome.id for ref in each(one.led_to)):
            yield desk.words("told-by", heard=desk.sentence(one, "heard"), group=desk.sentence(one, "group"))
