"""An agreement made into one of its documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from soa.document import agreement as whole
from soa.document import committee, locality, partner, summary, text
from soa.document.blocks import Document, Picture, Stamp, Words
from soa.document.closing import colophon
from soa.document.desk import Desk
from soa.document.edition import Audience, Edition, Language
from soa.document.front import front
from soa.document.labels import Labels, labels_for
from soa.document.parts import Made, title_of
from soa.document.public import seen_by
from soa.document.rewriting import without_lost_ways
from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.part import sound

_PARTS: Mapping[str, Callable[[Desk], Made]] = {
    "agreement": lambda desk: Made(
        title_of(desk), text.words_of(desk.sentence(desk.agreement, "vision")), front(desk), whole.sections(desk)
    ),
    "summary": summary.made,
    "committee": committee.made,
    "partner": partner.made,
    "locality": locality.made,
}
"""What makes each part of `soa.document.edition.PARTS`."""


def compose(
    agreement: Agreement,
    edition: Edition,
    *,
    as_of: date,
    digest: str,
    version: str,
    pictures: Mapping[str, Picture],
) -> Document:
    """Make an agreement into one of its documents: a missing answer is a marked hole that names its question.

    `as_of` decides which year's money is “now”; `digest` and `version` are printed on the last page; `pictures` are the
    logos by name. Raises KeyError where the edition is about a partner or locality that the agreement does not have.
    """
    labels = labels_of(agreement, edition.language)
    desk = Desk(seen_by(edition.audience, agreement), labels, edition, as_of=as_of, pictures=pictures)
    made = _PARTS[edition.part](desk)
    document = Document(
        title=made.title,
        language=desk.labels.language,
        description=made.description,
        stamps=_stamps(desk),
        words=fixed_words(desk.labels),
        front=made.front,
        sections=made.sections,
        colophon=colophon(desk, digest, version),
    )
    # a shorter document speaks of outcomes that only the whole one prints
    return document if edition.part == "agreement" else without_lost_ways(document)


def labels_of(agreement: Agreement, language: Language) -> Labels:
    """The fixed words for an agreement: those of its kind of plan."""
    header = agreement.agreement
    return labels_for(header.kind if sound(header) and sound(header.kind) else "", language)


def ids_of(agreement: Agreement, part: str, audience: Audience = "public") -> tuple[str, ...]:
    """The ids that an edition of a part can be about, in the order of the file; none for a part that is about the whole."""
    lookup = Lookup(seen_by(audience, agreement).agreement)
    by_part: Mapping[str, Callable[[], Mapping[str, object]]] = {
        "partner": lambda: lookup.partners,
        "locality": lambda: lookup.localities,
    }
    return tuple(by_part[part]()) if part in by_part else ()


def _stamps(desk: Desk) -> tuple[Stamp, ...]:
    stamps = []
    if desk.edition.draft:
        stamps.append(Stamp("draft", desk.word("stamp-draft"), desk.word("stamp-draft-says")))
    if desk.edition.audience == "partners":
        stamps.append(Stamp("partners", desk.word("stamp-partners"), desk.word("stamp-partners-says")))
    if desk.agreement.agreement.fictional is True:
        stamps.append(Stamp("fictional", desk.word("stamp-fictional"), desk.word("stamp-fictional-says")))
    return tuple(stamps)


def fixed_words(labels: Labels) -> Words:
    """The words that a writer itself needs, for this and any other document."""
    return Words(
        contents=labels("contents"),
        skip=labels("skip"),
        missing=labels("missing"),
        back_to_text=labels("back-to-text"),
        page=labels("page"),
        page_of=labels("page-of", page="{page}", pages="{pages}"),
        scrolls=labels("scrolls"),
    )
