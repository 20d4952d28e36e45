"""A comparison as a document, ready for any of the writers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from soa import __version__
from soa.compare.changes import Change
from soa.compare.comparison import Comparison, Version
from soa.compare.findings import FindingBetween
from soa.compare.outline import (
    MOST_FIRST,
    ORDER_IS_NO_CHANGE,
    Group,
    Outline,
    Told,
    findings_of,
    outline_of,
    unread_of,
)
from soa.document import text
from soa.document.blocks import (
    Block,
    Blocks,
    Cell,
    Code,
    Document,
    Emphasis,
    Facts,
    Front,
    Inlines,
    List,
    Note,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from soa.document.compose import fixed_words
from soa.document.labels import ENGLISH_TAG, labels_for
from soa.document.say import Say
from soa.formats.json_v1 import rule_set
from soa.formats.words import sentence
from soa.model.agreement import FORMAT

TITLE = "What has changed"
FOR_WHOM = "For the partnership and those who review its plan. Entries that are kept from the public are compared too."


def document_of(comparison: Comparison, *, as_of: date) -> Document:
    """A comparison as a document; the same comparison gives the same document."""
    outline = outline_of(comparison)
    labels = labels_for("")
    old, new = comparison.old, comparison.new
    return Document(
        title=f"{TITLE}: {text.visible(new.title or old.title or new.name)}",
        language=ENGLISH_TAG,
        description=outline.intro,
        stamps=(),
        words=fixed_words(labels)._replace(skip="Skip to the changes"),
        front=Front(
            place=text.visible(new.area or old.area),
            kind="",
            period="",
            status=(Text(f"From {_called(old)} to {_called(new)}."),),
            vision=(),
            for_whom=(Text(FOR_WHOM),),
            sections=tuple(_front(comparison, outline)),
            aside=None,
        ),
        sections=tuple(_sections(comparison, outline)),
        colophon=_colophon(comparison, Say(labels).day(as_of)),
    )


def _called(version: Version) -> str:
    number = f" (version {version.version})" if version.version else ""
    return f"{text.visible(version.name)}{number}"


# ---- page one ------------------------------------------------------------------------------------------------------


def _front(comparison: Comparison, outline: Outline) -> Iterator[Section]:
    blocks: list[Block] = [*_unread(comparison), Paragraph((Text(outline.intro),), "lead")]
    if comparison.changes:
        head = tuple((Text(name),) for name in ("Where", "Changes", "Less", "More"))
        rows = tuple(
            (
                Cell(((Text(one.title),),)),
                *(Cell(((Text(f"{count:,}" if count else "none"),),), numeric=True) for count in one[1:]),
            )
            for one in outline.tallies
        )
        blocks.append(
            Table("Changes, and with how many of them the plan promises less or more", head, rows, form="figures")
        )
    yield Section("short", (Text("In short"),), tuple(blocks), listed=False)
    if outline.weaker:
        yield _first("weaker", "Where the plan promises less", outline.weaker)
    if outline.warned:
        items = tuple(_item_of(one.says, one) for one in outline.warned[:MOST_FIRST])
        yield Section(
            "warned", (Text("Figures to look at again"),), (List(items), *_and_more(len(outline.warned))), listed=False
        )
    if outline.stronger:
        yield _first("stronger", "Where the plan promises more", outline.stronger)


def _unread(comparison: Comparison) -> Iterator[Block]:
    """What could not be read, and is not compared."""
    for one in unread_of(comparison):
        places = List(tuple((Paragraph(text.plain(place)),) for place in one.places))
        then = (Paragraph(text.plain(one.then)),) if one.then else ()
        yield Note("remark", "Not everything could be read", (Paragraph(text.plain(one.says)), places, *then))


def _first(anchor: str, title: str, changes: Sequence[Change]) -> Section:
    items = tuple((Paragraph(text.plain(one.says)),) for one in changes[:MOST_FIRST])
    return Section(anchor, (Text(title),), (List(items), *_and_more(len(changes))), listed=False)


def _and_more(count: int) -> Blocks:
    left = count - MOST_FIRST
    return (Paragraph((Text(f"And {left:,} more, each in its place below."),), "small"),) if left > 0 else ()


# ---- everything ----------------------------------------------------------------------------------------------------


def _sections(comparison: Comparison, outline: Outline) -> Iterator[Section]:
    if outline.outcomes:
        yield Section("outcomes", (Text("Outcome by outcome"),), (), tuple(_outcomes(outline)))
    if outline.money:
        yield Section("money", (Text("Prevention and money"),), (), tuple(_groups("money", outline.money)))
    if outline.rest:
        yield Section("rest", (Text("Everything else"),), (), tuple(_groups("rest", outline.rest)))
    yield _findings(comparison)
    if comparison.points:
        yield _points(comparison)


def _outcomes(outline: Outline) -> Iterator[Section]:
    for at, one in enumerate(outline.outcomes, 1):
        blocks: list[Block] = (
            [Paragraph((Text("Priority: "), *text.plain(one.priority)), "small")] if one.priority else []
        )
        blocks += [Paragraph((Text(one.remark),))] if one.remark else []
        for group in one.groups:
            blocks += [Paragraph((Strong((Text(group.title),)),)), _list(group.told)]
        yield Section(f"outcome-{at}", text.plain(one.title), tuple(blocks))


def _groups(anchor: str, groups: Sequence[Group]) -> Iterator[Section]:
    for at, group in enumerate(groups, 1):
        yield Section(f"{anchor}-{at}", (Text(group.title),), (_list(group.told),), listed=False)


def _list(told: Sequence[Told]) -> List:
    return List(tuple(_item(one) for one in told))


def _item(told: Told) -> Blocks:
    shown = _words(told.change) if told.words else ()
    blocks = _item_of(told.says, told.change)
    return (*blocks[:1], *shown, *blocks[1:])


def _item_of(says: str, change: Change) -> Blocks:
    warning = (Paragraph((Strong((Text("To look at: "),)), *text.plain(change.warns))),) if change.warns else ()
    return (Paragraph(text.plain(says)), *warning)


def _words(change: Change) -> Iterator[Block]:
    """What went and what came, with the words that differ marked."""
    was = (Text("Was: "), *_marked(change, "gone"))
    now = (Text("Now: "), *_marked(change, "new"))
    yield Paragraph(was, "small")
    yield Paragraph(now, "small")


def _marked(change: Change, kind: str) -> Iterator[Text | Strong | Emphasis]:
    for part, words in change.segments:
        shown = Text(text.visible(words))
        if part == "same":
            yield shown
        elif part == kind:
            yield Emphasis((shown,)) if kind == "gone" else Strong((shown,))


def _findings(comparison: Comparison) -> Section:
    found = findings_of(comparison)
    sections = tuple(
        Section(
            f"findings-{at}",
            (Text(name),),
            (
                List(tuple(_finding(one) for one in listed)),
                *((Paragraph((Text(f"And {more:,} more."),), "small"),) if more else ()),
            ),
            listed=False,
        )
        for at, (name, listed, more) in enumerate(found.groups, 1)
    )
    return Section("findings", (Text("Findings"),), (Paragraph((Text(found.says),)),), sections)


def _finding(one: FindingBetween) -> Blocks:
    finding = one.finding
    where: Inlines = (Text(" "), Code(text.visible(one.about))) if one.about else ()
    said: Inlines = (
        *text.plain(sentence(finding.message)),
        Text(" ("),
        Code(finding.rule),
        Text(f", {finding.severity})"),
        *where,
    )
    return (Paragraph(said),)


def _points(comparison: Comparison) -> Section:
    items = []
    for one in comparison.points:
        blocks: list[Block] = [
            Paragraph((*text.plain(one.question), Text(" "), Code(text.visible(one.id)), Text(f" ({one.state})")))
        ]
        if one.changes:
            blocks.append(Paragraph((Text("May be answered by:"),), "small"))
            blocks.append(List(tuple((Paragraph(text.plain(comparison.changes[at].says)),) for at in one.changes)))
        else:
            blocks.append(Paragraph((Text("Nothing has changed at the part that it is about."),), "small"))
        items.append(tuple(blocks))
    return Section("points", (Text("Points of review that wait for an answer"),), (List(tuple(items)),))


def _colophon(comparison: Comparison, day: str) -> Section:
    facts = (
        ("Program", (Text(f"soa {__version__}"),)),
        ("Rules", (Code(rule_set()),)),
        ("Format", (Text(f"soa: {FORMAT}"),)),
        ("As of", (Text(day),)),
        ("Old", (Text(f"{_called(comparison.old)}, "), Code(comparison.old.digest))),
        ("New", (Text(f"{_called(comparison.new)}, "), Code(comparison.new.digest))),
    )
    items = tuple(((Text(name),), (Paragraph(said),)) for name, said in facts)
    return Section(
        "colophon",
        (Text("How this was made"),),
        (Facts(items), Paragraph((Text(ORDER_IS_NO_CHANGE),), "small")),
        listed=False,
    )
