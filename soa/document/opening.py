"""What comes before the priorities: forewords, signatures with the partners' logos, the place and its people."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import (
    Block,
    Cell,
    Inlines,
    List,
    Paragraph,
    Picture,
    Pictures,
    Quote,
    Section,
    Table,
    Tag,
    Text,
)
from soa.document.desk import Desk, commas, kept
from soa.model.part import each, sound
from soa.model.partners import Evidence, Locality


def foreword(desk: Desk) -> Section | None:
    """The signatories' words."""
    quotes = tuple(
        Quote(
            (*desk.not_yet(one), *desk.prose(one, "text", f"foreword-{at}")),
            commas(desk.name(one, "person"), desk.name(one, "post"), desk.partner_of(one, "by")),
        )
        for at, one in enumerate(kept(desk.agreement.foreword), 1)
    )
    return Section("foreword", desk.words("foreword-title"), quotes, about=("foreword",)) if quotes else None


def sign_off(desk: Desk) -> Section | None:
    """Who signed, and when, with the logo of every partner that has one."""
    every = kept(desk.agreement.sign_off)
    rows = tuple(
        (
            Cell((desk.partner_of(one, "partner"),)),
            Cell((commas(desk.name(one, "person"), desk.name(one, "body")) or desk.none,)),
            Cell((desk.date(one, "date"),)),
        )
        for one in every
    )
    head = (desk.words("partner"), desk.words("signed-for"), desk.words("date-head"))
    signed = (Table(desk.word("sign-off-caption"), head, rows),) if rows else ()
    notes = tuple(note for one in every for note in desk.not_yet(one))
    logos = tuple(_logos(desk))
    if not rows and not logos:
        return None
    title = desk.words("sign-off-title" if rows else "together-title")
    return Section("sign-off", title, (*signed, *notes, *((Pictures(logos),) if logos else ())), about=("sign_off",))


def _logos(desk: Desk) -> Iterator[Picture]:
    """The partners' logos: a picture of a name, and so its words are the name."""
    for one in kept(desk.agreement.partners):
        picture = desk.pictures.get(one.logo) if sound(one.logo) else None
        if picture is not None and sound(one.name):
            yield picture._replace(alt=text.visible(one.name))


def place(desk: Desk) -> Section | None:
    """Who lives here, and what they need; with the localities, and evidence that no priority names."""
    blocks: list[Block] = []
    here = desk.agreement.place
    if sound(here):
        blocks += desk.not_yet(here)
        blocks += desk.prose(here, "text", "place")
        facts = tuple((Paragraph(desk.theirs(text.sentence(one))),) for one in each(here.facts) if sound(one))
        if facts:
            blocks.append(List(facts))
    localities = kept(desk.agreement.localities)
    if localities:
        blocks.append(_localities(desk, localities))
        blocks += [note for one in localities for note in desk.not_yet(one)]
    named = {ref for at in desk.priorities for ref in each(at.priority.evidence)}
    rest = [one for one in kept(desk.agreement.evidence) if one.id not in named]
    if rest:
        blocks += [Paragraph(desk.words("more-evidence")), *evidence_list(desk, rest)]
    return Section("place", desk.words("place-title"), tuple(blocks), about=("place",)) if blocks else None


def evidence_list(desk: Desk, every: list[Evidence]) -> Iterator[Block]:
    """What was found, each with where it comes from."""
    if every:
        yield List(tuple((Paragraph(_found(desk, one)),) for one in every))
    for one in every:
        yield from desk.not_yet(one)


def _found(desk: Desk, one: Evidence) -> Inlines:
    about = commas(
        desk.name(one, "place"),
        desk.sentence(one, "source"),
        desk.date(one, "date"),
        text.plain(desk.choice("evidence-kind", one.kind)),
        desk.words("latest-available") if one.latest_available is True else (),
    )
    return desk.words("evidence-found", finding=desk.sentence(one, "finding"), about=about)


def _localities(desk: Desk, places: list[Locality]) -> Table:
    rows = []
    for one in places:
        name = desk.name(one, "name")
        poorer = (*name, Text(" "), Tag(desk.word("poorer-outcomes"))) if one.poorer_outcomes is True else name
        parts = desk.listed(one.made_of)
        made_of = parts if text.words_of(parts) != text.words_of(name) else ()
        people = text.plain(desk.say.number(one.population)) if sound(one.population) else desk.none
        plan = desk.lookup.plans.get(one.plan) if sound(one.plan) else None
        plan_name = desk.name(plan, "title") if plan else desk.none
        rows.append(
            (Cell((poorer, made_of) if made_of else (poorer,)), Cell((people,), numeric=True), Cell((plan_name,)))
        )
    head = (desk.words("locality"), desk.words("population"), desk.words("locality-plan"))
    return desk.trimmed(Table(desk.word("localities-caption"), head, tuple(rows)))
