"""What comes at the end: what was not chosen, what comes next, other documents, words, and how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import Block, Cell, Facts, Paragraph, Section, Table
from soa.document.desk import Desk, kept
from soa.document.front import web_link
from soa.document.labels import labels_for
from soa.model.part import sound
from soa.model.texts import public_texts
from soa.reference.glossary import Abbreviation, abbreviations


def not_chosen_section(desk: Desk) -> Section | None:
    """What was considered and left out."""
    items = tuple(
        (desk.sentence(one, "title"), (Paragraph(desk.sentence(one, "reason")), *desk.not_yet(one)))
        for one in kept(desk.agreement.not_chosen)
    )
    return (
        Section("not-chosen", desk.words("not-chosen-title"), (Facts(items),), about=("not_chosen",)) if items else None
    )


def development_section(desk: Desk) -> Section | None:
    """What was agreed for later."""
    every = kept(desk.agreement.development_plan)
    rows = tuple(
        (Cell((desk.sentence(one, "point"),)), Cell((desk.partner_of(one, "owner"),)), Cell((desk.date(one, "due"),)))
        for one in every
    )
    if not rows:
        return None
    head = (desk.words("point"), desk.words("who"), desk.words("by-when"))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    table: Block = Table(desk.word("development-caption"), head, rows)
    return Section("development", desk.words("development-title"), (table, *notes), about=("development_plan",))


# ---- words, appendices, how it was made ----------------------------------------------------------------------------


def services_section(desk: Desk) -> Section | None:
    """The strategic map: who offers what, where."""
    every = kept(desk.agreement.services)
    if not every:
        return None
    rows = tuple(
        (
            Cell((desk.name(one, "name"),)),
            Cell((desk.partner_of(one, "provider"),)),
            Cell((desk.name(one, "place") or desk.none,)),
            Cell((desk.name(one, "group") or desk.none,)),
        )
        for one in every
    )
    head = tuple(desk.words(key) for key in ("service", "provider", "where", "for-whom-head"))
    table = desk.trimmed(Table(desk.word("services-caption"), head, rows))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    return Section("services", desk.words("services-title"), (table, *notes), about=("services",))


def plans_section(desk: Desk) -> Section | None:
    """Other documents that the agreement refers to."""
    every = kept(desk.agreement.plans)
    if not every:
        return None
    rows = tuple(
        (
            Cell((desk.name(one, "title"), *((web_link(one.link),) if sound(one.link) else ()))),
            Cell((desk.partner(one.owner) or desk.none,)),
            Cell((desk.date(one, "date") or desk.none,)),
        )
        for one in every
    )
    head = (desk.words("document"), desk.words("whose"), desk.words("date-head"))
    table = desk.trimmed(Table(desk.word("plans-caption"), head, rows))
    notes = tuple(note for one in every for note in desk.not_yet(one))
    return Section("plans", desk.words("plans-title"), (table, *notes), about=("plans",))


def glossary(desk: Desk) -> Section | None:
    """Words and abbreviations, in order of the alphabet: the agreement's own, and those of Scotland's that it uses and leaves unexplained."""
    own = [
        (str(one.term), (desk.name(one, "term"), (Paragraph(desk.sentence(one, "means")),)))
        for one in kept(desk.agreement.glossary)
    ]
    ours = [
        (one.term, (desk.theirs(text.plain(one.term)), (Paragraph(desk.theirs(text.plain(one.explained))),)))
        for one in _used(desk, {term for term, _ in own})
    ]
    items = tuple(item for _, item in sorted((*own, *ours), key=lambda one: one[0].casefold()))
    return Section("glossary", desk.words("glossary-title"), (Facts(items),), about=("glossary",)) if items else None


def _used(desk: Desk, explained: set[str]) -> Iterator[Abbreviation]:
    """The abbreviations of Scotland's public bodies that the public will meet in the agreement, without those it explains itself."""
    written = {word for one in public_texts(desk.agreement) for word in re.findall(r"[A-Z][\w&/]*[A-Z]", one.text)}
    return (one for term, one in abbreviations().items() if term in written and term not in explained)


def appendices(desk: Desk) -> list[Section]:
    """More for those who want it."""
    return [
        Section(
            f"appendix-{at}",
            desk.name(one, "title"),
            (*desk.not_yet(one), *desk.prose(one, "text", f"appendix-{at}")),
            number=desk.word("appendix-number", number=str(at)),
            about=desk.path(one),
        )
        for at, one in enumerate(kept(desk.agreement.appendices), 1)
    ]


def colophon(desk: Desk, digest: str, version: str) -> Section:
    """How the document was made, and what was left out of it."""
    blocks: list[Block] = [Paragraph(desk.words("made-by", version=version, digest=digest), "small")]
    if desk.withheld:
        several, single = (
            ("withheld", "withheld-one")
            if desk.edition.audience == "public"
            else ("not-public-printed", "not-public-printed-one")
        )
        key = single if desk.withheld == 1 else several
        blocks.append(Paragraph(desk.words(key, count=str(desk.withheld)), "small"))
    if desk.labels.unchecked:
        key = "labels-unchecked"
        blocks.append(Paragraph(desk.words(key), "small"))
        blocks.append(Paragraph(desk.theirs(labels_for("").inlines(key)), "small"))
    return Section("colophon", desk.words("colophon-title"), tuple(blocks), listed=False)
