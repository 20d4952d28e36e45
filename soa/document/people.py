"""What people said and what others are asked for: engagement, asks, assessments."""

from __future__ import annotations

from soa.document import text
from soa.document.blocks import Block, Cell, Inlines, Section, Table, Text
from soa.document.desk import Desk, commas, kept, spaced
from soa.document.front import web_link
from soa.model.part import sound
from soa.model.partners import Engagement
from soa.model.resources import Ask


def engagement_section(desk: Desk) -> Section | None:
    """Who was asked, what they said, what changed, and when they were told."""
    every = kept(desk.agreement.engagement)
    if not every:
        return None
    head = tuple(desk.words(key) for key in ("asked-whom", "heard", "changed", "fed-back"))
    table: Block = Table(desk.word("engagement-caption"), head, tuple(_asked(desk, one) for one in every))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    return Section("engagement", desk.words("engagement-title"), (table, *notes), about=("engagement",))


def _asked(desk: Desk, one: Engagement) -> tuple[Cell, ...]:
    about = commas(
        desk.sentence(one, "method"),
        desk.name(one, "place"),
        desk.date(one, "date"),
        text.plain(desk.choice("asked", one.level)),
    )
    lines: list[Inlines] = [desk.sentence(one, "group"), about]
    if sound(one.standards):
        lines.append(desk.words("standards", standards=desk.name(one, "standards")))
    changed = spaced((desk.served(one.led_to), desk.sentence(one, "no_change_because")), ". ")
    return (
        Cell(tuple(lines)),
        Cell((desk.sentence(one, "heard") or desk.none,)),
        Cell((changed or desk.none,)),
        Cell((desk.date(one, "fed_back") or desk.none,)),
    )


def asks_section(desk: Desk) -> Section | None:
    """What the partnership needs from others."""
    every = kept(desk.agreement.asks)
    if not every:
        return None
    head = tuple(desk.words(key) for key in ("ask", "asked-of", "answer-by"))
    table: Block = Table(desk.word("asks-caption"), head, tuple(_ask(desk, one) for one in every))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    return Section("asks", desk.words("asks-title"), (table, *notes), about=("asks",))


def _ask(desk: Desk, one: Ask) -> tuple[Cell, ...]:
    lines: list[Inlines] = [desk.sentence(one, "ask")]
    if sound(one.why):
        lines.append(desk.sentence(one, "why"))
    serves = desk.served(one.serves)
    if serves:
        lines.append(desk.words("for-serves", what=serves))
    by = desk.date(one, "by") or desk.none
    answer: list[Inlines] = [by]
    if sound(one.response):
        date = desk.date(one, "response_date")
        said = desk.sentence(one, "response")
        answer.append((*desk.words("answered", date=date), Text(" "), *said) if date else said)
    return Cell(tuple(lines)), Cell((desk.partner_of(one, "of"),)), Cell(tuple(answer))


def assessments_section(desk: Desk) -> Section | None:
    """What assessments found, and what was changed."""
    every = kept(desk.agreement.assessments)
    if not every:
        return None
    rows = []
    for one in every:
        kind = desk.choice("assessment", one.kind)
        lines: list[Inlines] = [(Text(kind),) if kind else desk.hole(one, "kind"), desk.date(one, "date")]
        lines += [said for said in (desk.sentence(one, "covers"), desk.name(one, "who")) if said]
        if sound(one.link):
            lines.append(web_link(one.link))
        changed = desk.sentence(one, "led_to") or desk.none
        rows.append((Cell(tuple(lines)), Cell((desk.sentence(one, "found"),)), Cell((changed,))))
    head = tuple(desk.words(key) for key in ("assessment", "found", "changed"))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    table: Block = Table(desk.word("assessments-caption"), head, tuple(rows))
    return Section("assessments", desk.words("assessments-title"), (table, *notes), about=("assessments",))
