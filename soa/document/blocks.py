"""What a document is made of: a few kinds of block, the same for every format it is written in."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from soa.source.places import Path

# ---- inside a line ---------------------------------------------------------------------------------------------


class Text(NamedTuple):
    """Plain words."""

    text: str


class Strong(NamedTuple):
    """Words that weigh more."""

    inlines: Inlines


class Emphasis(NamedTuple):
    """Words that are stressed."""

    inlines: Inlines


class Code(NamedTuple):
    """Words to be read letter by letter."""

    text: str


class Link(NamedTuple):
    """A way to another document: http, https, mailto or relative, nothing else."""

    inlines: Inlines
    target: str


class CrossReference(NamedTuple):
    """A way to another place of this document."""

    inlines: Inlines
    anchor: str


class Break(NamedTuple):
    """A new line."""


class NoteMark(NamedTuple):
    """The mark of a footnote: its number, the note's anchor, and the anchor of the mark itself."""

    number: int
    note: str
    anchor: str


class Tag(NamedTuple):
    """A word or two that says what kind of thing this is, such as “Prevention”."""

    text: str


class InLanguage(NamedTuple):
    """Words in another language than the document's: its tag, such as `en-GB`."""

    inlines: Inlines
    language: str


class Hole(NamedTuple):
    """An answer that is missing: the question it leaves open."""

    question: str


Inline: TypeAlias = Text | Strong | Emphasis | Code | Link | CrossReference | Break | NoteMark | Tag | InLanguage | Hole
Inlines: TypeAlias = tuple[Inline, ...]

# ---- blocks ----------------------------------------------------------------------------------------------------


class Paragraph(NamedTuple):
    """Running text; `lead` is larger, `small` a side remark, `statement` the sentence an outcome is."""

    inlines: Inlines
    role: Literal["text", "lead", "small", "statement"] = "text"


class List(NamedTuple):
    """A list; numbered from `start` where that is not None."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


class Quote(NamedTuple):
    """Somebody's words, and who said them."""

    blocks: tuple[Block, ...]
    by: Inlines = ()


class Preformatted(NamedTuple):
    """Text whose line breaks count."""

    text: str


class Divider(NamedTuple):
    """A thought ends here."""


class Notes(NamedTuple):
    """Footnotes: the anchor of each, the anchor of its mark, and its words."""

    items: tuple[tuple[str, str, tuple[Block, ...]], ...]


class Cell(NamedTuple):
    """A cell: its lines, the first the answer, the others remarks on it."""

    lines: tuple[Inlines, ...]
    numeric: bool = False
    equal: bool = False
    """Whether the further lines weigh as much as the first."""
    label: str = ""
    """What a reader of a narrow screen sees before the cell; by default its column's heading."""


class Table(NamedTuple):
    """A table with a caption and a heading for each column; each row's first cell is its heading unless `plain`."""

    caption: str
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Cell, ...], ...]
    form: Literal["cards", "figures"] = "cards"
    """On a narrow screen: one card a row, or figures that scroll sideways."""
    foot: tuple[tuple[Cell, ...], ...] = ()
    """Rows of totals."""
    plain: bool = False
    titled: bool = False
    """Whether the caption says more than the heading just above, so that it must be seen."""
    spread: bool = False
    """Wide enough to want a page of its own, turned sideways."""


class Facts(NamedTuple):
    """Terms and what is said of each."""

    items: tuple[tuple[Inlines, tuple[Block, ...]], ...]


class Ladder(NamedTuple):
    """What it looks like on the way: dates in order, and what people will see by each."""

    caption: str
    rungs: tuple[tuple[str, Inlines], ...]


class Card(NamedTuple):
    """One of the few things said on page one: where to read on, its title, its lines."""

    number: str
    title: Inlines
    anchor: str
    lines: tuple[Inlines, ...]


class Cards(NamedTuple):
    """Cards in their order."""

    items: tuple[Card, ...]


class Picture(NamedTuple):
    """A picture file that was looked at and found sound, its size in CSS pixels, and words for those who do not see it."""

    data: bytes
    kind: Literal["svg", "png"]
    width: float
    height: float
    alt: str


class Pictures(NamedTuple):
    """Pictures side by side, such as the partners' logos."""

    items: tuple[Picture, ...]


class Chart(NamedTuple):
    """A drawing of figures: what it shows in words, figures included, and what to know when looking at it."""

    title: str
    says: str
    """What a reader who does not see it is told: the same figures."""
    spec: str
    """A Vega-Lite specification as JSON, without colours or fonts: those belong to the house."""
    remarks: tuple[Inlines, ...] = ()
    """Such as that a scale does not begin at zero, and where its figures stand as a table."""


class Note(NamedTuple):
    """A remark set apart; `not-yet` is an honest gap with its owner and date."""

    kind: Literal["not-yet", "remark"]
    title: str
    blocks: tuple[Block, ...]


class Gap(NamedTuple):
    """A missing answer, marked where it should stand: the question, and what is wanted."""

    question: str
    help: str = ""


class Room(NamedTuple):
    """Room for a reader to write in: what belongs there, and so many empty lines."""

    label: str
    lines: int = 3


Block: TypeAlias = (
    Paragraph
    | List
    | Quote
    | Preformatted
    | Divider
    | Notes
    | Table
    | Facts
    | Ladder
    | Cards
    | Pictures
    | Chart
    | Note
    | Gap
    | Room
)
Blocks: TypeAlias = tuple[Block, ...]

# ---- the whole -------------------------------------------------------------------------------------------------


class Section(NamedTuple):
    """A section and those inside it: levels follow from nesting, so that no heading skips one."""

    anchor: str
    title: Inlines
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()
    number: str = ""
    """`Priority 1`, `Outcome 1.2`; empty where it has none."""
    listed: bool = True
    """Whether the contents name it."""
    role: Literal["section", "priority", "outcome", "answer"] = "section"
    about: Path = ()
    """The part of the agreement that it prints; empty where it gathers from several."""


class Stamp(NamedTuple):
    """What every page must carry: a short word, and the sentence that explains it."""

    kind: Literal["draft", "fictional", "partners"]
    word: str
    says: str


class Words(NamedTuple):
    """The fixed words that a writer itself needs, in the document's language."""

    contents: str
    skip: str
    missing: str
    """Stands before the question of a missing answer."""
    back_to_text: str
    page: str
    page_of: str
    """“Page {page} of {pages}”, the two left open."""
    scrolls: str
    """Says that a table can be scrolled sideways."""


FEWEST_LISTED = 3
"""A document of fewer sections than these needs no contents."""


class Front(NamedTuple):
    """Page one."""

    place: str
    kind: str
    period: str
    status: Inlines
    vision: Inlines
    for_whom: Inlines
    sections: tuple[Section, ...]
    aside: Section | None
    pages: int = 1
    """So many pages may it fill: where a page's size is known, its type is set smaller to keep to that."""


class Document(NamedTuple):
    """A document, ready to be written in any format."""

    title: str
    language: str
    description: str
    stamps: tuple[Stamp, ...]
    words: Words
    front: Front
    sections: tuple[Section, ...]
    colophon: Section
