"""A reading of a draft as a document: page one for the meeting, then everything that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import (
    Block,
    Cell,
    Code,
    Document,
    Facts,
    Front,
    Inlines,
    List,
    Paragraph,
    Section,
    Stamp,
    Table,
    Text,
)
from soa.document.compose import fixed_words, labels_of
from soa.document.desk import Desk, spaced
from soa.document.edition import Edition
from soa.document.front import status
from soa.document.parts import title_of
from soa.document.public import seen_by
from soa.document.rewriting import without_lost_ways
from soa.model.part import sound
from soa.review.asking import long_list
from soa.review.changes import changes_section
from soa.review.gathered import Review
from soa.review.page_one import grid_after, page_one, points_section, words_for
from soa.review.tables import audit_section, claimed_section, coverage_section, cycle_section
from soa.review.wording import TITLE
from soa.rules._rule import DOCUMENTS

PAGES = 2
"""Page one may fill two: five questions want room for their answers."""


def report_of(review: Review) -> Document:
    """The challenge report of a reading; the same reading gives the same document."""
    agreement = review.agreement
    public = seen_by(
        "partners", agreement
    )  # a review is for the partnership, which knows what it keeps from the public
    labels = labels_of(agreement, "en")
    desk = Desk(public, labels, Edition(audience="partners", draft=True), as_of=review.as_of, pictures={})
    header = agreement.agreement
    document = Document(
        title=f"{TITLE}: {title_of(desk)}",
        language=labels.language,
        description=words_for(review).intro,
        stamps=tuple(_stamps(desk)),
        words=fixed_words(labels)._replace(skip="Skip to the report"),
        front=Front(
            place=text.visible(header.area) if sound(header.area) else "",
            kind="",
            period="",
            status=spaced((status(desk, header), _read(review, desk))),
            vision=(),
            for_whom=(Text(words_for(review).intro),),
            sections=page_one(review, desk),
            aside=None,
            pages=PAGES,
        ),
        sections=tuple(_sections(review, desk)),
        colophon=_colophon(review, desk),
    )
    return without_lost_ways(document)


def _read(review: Review, desk: Desk) -> Inlines:
    """Who read it, and of which day."""
    by = f" by {review.by}" if review.by else ""
    return text.plain(f"Read as of {desk.say.day(review.as_of)}{by}.")


def _stamps(desk: Desk) -> Iterator[Stamp]:
    if desk.withheld:
        says = "This report prints entries that are kept from the public. It is for the partnership and those who review its plan."
        yield Stamp("partners", "Not for publication", says)
    if desk.agreement.agreement.fictional is True:
        yield Stamp("fictional", desk.word("stamp-fictional"), desk.word("stamp-fictional-says"))


def _sections(review: Review, desk: Desk) -> Iterator[Section]:
    made = (
        grid_after(review),
        points_section(review, desk),
        long_list(review),
        claimed_section(review, desk),
        coverage_section(review, desk),
        audit_section(review, desk),
        cycle_section(review, desk),
        changes_section(review),
    )
    yield from (section for section in made if section is not None)


# ---- how it was made -----------------------------------------------------------------------------------------------


def _colophon(review: Review, desk: Desk) -> Section:
    """All that the report rests on: whoever has the same gets the same report."""
    made = review.made
    facts = (
        ("Program", (Text(f"soa {made.version}"),)),
        ("Rules", (Code(made.rule_set),)),
        ("Format", (Text(f"soa: {made.format}"),)),
        ("As of", (Text(desk.say.day(review.as_of)),)),
        ("Draft", (Code(made.digest),)),
    )
    same = (
        "The same files, read by the same version of soa as of the same day, give the same report, byte for byte, whoever asks. "
        "It judges nobody: each question rests on a rule, and the rules are the same for every area."
    )
    files = Table(
        "Every file that was read, with its sha256",
        ((Text("File"),), (Text("sha256"),)),
        tuple((Cell((text.plain(name),)), Cell(((Code(known),),))) for name, known in made.files),
        titled=True,
    )
    blocks: list[Block] = [
        Paragraph((Text(same),), "small"),
        Facts(tuple(((Text(term),), (Paragraph(said),)) for term, said in facts)),
        *(Paragraph(text.plain(one), "small") for one in made.remarks),
        files,
        *_documents(review),
    ]
    return Section("colophon", (Text("How this report was made"),), tuple(blocks), listed=False)


def _documents(review: Review) -> Iterator[Block]:
    """The documents that are cited, each once, by their whole names."""
    cited = {source.document for one in review.questions for source in one.sources}
    cited |= {one.source.document for one in review.strengths} | {"Audit Scotland 2013"}
    cited -= {"soa 1", "YAML 1.2"}  # what the file is written in is no source for a meeting
    named = [f"{short}: {DOCUMENTS[short]}" for short in DOCUMENTS if short in cited]
    yield Paragraph((Text("Documents that are cited:"),), "small")
    yield List(tuple((Paragraph(text.plain(one), "small"),) for one in named))
