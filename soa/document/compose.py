"""An agreement made into a document: its sections in order, each written by a module of its own."""

from __future__ import annotations

from datetime import date

from soa.document import text
from soa.document.blocks import Document, Section, Stamp, Words
from soa.document.closing import (
    annex,
    appendices,
    colophon,
    development_section,
    glossary,
    not_chosen_section,
    not_yet_section,
    plans_section,
    services_section,
)
from soa.document.desk import Desk
from soa.document.front import front
from soa.document.labels import labels_for
from soa.document.opening import foreword, matrix, partners, place, sign_off
from soa.document.outcomes import priority_section
from soa.document.people import asks_section, assessments_section, engagement_section
from soa.document.prevention import prevention_section, stops
from soa.document.public import public_part
from soa.document.resources import resources_section
from soa.document.running import governance_section
from soa.model.agreement import Agreement
from soa.model.part import sound


def compose(agreement: Agreement, *, draft: bool, as_of: date, digest: str, version: str) -> Document:
    """Make an agreement into a document. Never fails: a missing answer is a marked hole that names its question.

    `draft` marks every page; `as_of` decides which year's money is “now”; `digest` and `version` are printed on the last page.
    """
    header = agreement.agreement
    kind = header.kind if sound(header) and sound(header.kind) else ""
    desk = Desk(public_part(agreement), labels_for(kind), draft=draft, as_of=as_of)
    title = text.visible(header.title) if sound(header.title) else desk.word("kind-of-plan")
    return Document(
        title=title,
        language=desk.labels.language,
        description=text.words_of(desk.sentence(desk.agreement, "vision")),
        stamps=_stamps(desk),
        words=_words(desk),
        front=front(desk),
        sections=_sections(desk),
        colophon=colophon(desk, digest, version),
    )


def _sections(desk: Desk) -> tuple[Section, ...]:
    order = (
        foreword(desk),
        sign_off(desk),
        place(desk),
        matrix(desk),
        *(priority_section(desk, at) for at in desk.priorities),
        prevention_section(desk),
        resources_section(desk),
        asks_section(desk),
        stops(desk),
        engagement_section(desk),
        assessments_section(desk),
        partners(desk),
        governance_section(desk),
        services_section(desk),
        not_yet_section(desk),
        not_chosen_section(desk),
        development_section(desk),
        annex(desk),
        plans_section(desk),
        glossary(desk),
        *appendices(desk),
    )
    return tuple(section for section in order if section is not None)


def _stamps(desk: Desk) -> tuple[Stamp, ...]:
    stamps = []
    if desk.draft:
        stamps.append(Stamp("draft", desk.word("stamp-draft"), desk.word("stamp-draft-says")))
    if desk.agreement.agreement.fictional is True:
        stamps.append(Stamp("fictional", desk.word("stamp-fictional"), desk.word("stamp-fictional-says")))
    return tuple(stamps)


def _words(desk: Desk) -> Words:
    return Words(
        contents=desk.word("contents"),
        skip=desk.word("skip"),
        missing=desk.word("missing"),
        back_to_text=desk.word("back-to-text"),
        page=desk.word("page"),
        scrolls=desk.word("scrolls"),
    )
