"""A document of a few blocks, and a sample of each kind of block and inline."""

from __future__ import annotations

import json
from typing import Any

from soa.document.blocks import (
    Block,
    Blocks,
    Break,
    Card,
    Cards,
    Cell,
    Chart,
    Code,
    CrossReference,
    Divider,
    Document,
    Emphasis,
    Facts,
    Front,
    Gap,
    Hole,
    InLanguage,
    Inline,
    Ladder,
    Link,
    List,
    Note,
    NoteMark,
    Notes,
    Paragraph,
    Picture,
    Pictures,
    Preformatted,
    Quote,
    Room,
    Section,
    Stamp,
    Strong,
    Table,
    Tag,
    Text,
    Words,
)

WORDS = Words(
    contents="Contents",
    skip="Skip",
    missing="Missing",
    back_to_text="Back",
    page="Page",
    page_of="{page} of {pages}",
    scrolls="Scrolls",
)
LOGO = Picture(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>', "svg", 8, 8, "Thistle"
)


def small(blocks: Blocks, *sections: Section, title: str = "Small plan") -> Document:
    """A document with one section that holds the blocks, and others after it."""
    return Document(
        title=title,
        language="en-GB",
        description="",
        stamps=(Stamp("draft", "Draft", "Not yet agreed."),),
        words=WORDS,
        front=Front(
            place="Muirton",
            kind="Plan",
            period="2013 to 2023",
            status=(Text("Agreed"),),
            vision=(Text("Better lives"),),
            for_whom=(Text("For all"),),
            sections=(Section("first", (Text("First things"),)),),
            aside=None,
        ),
        sections=(Section("here", (Text("Here"),), blocks), *sections),
        colophon=Section("colophon", (Text("How it was made"),)),
    )


INLINES: dict[type[Any], Inline] = {
    Text: Text("heather"),
    Strong: Strong((Text("bracken"),)),
    Emphasis: Emphasis((Text("rowan"),)),
    Code: Code("birch"),
    Link: Link((Text("juniper"),), "https://example.org/a_b?c=d&copy=e#(f)"),
    CrossReference: CrossReference((Text("gorse"),), "here"),
    Break: Break(),
    NoteMark: NoteMark(7, "note-7", "mark-7"),
    Tag: Tag("Myrtle"),
    InLanguage: InLanguage((Text("fraoch"),), "gd"),
    Hole: Hole("Which moss?"),
}
"""A sample of each kind of inline."""

_CELLS = (Cell(((Text("Redshank"),), (Text("remarked"),))), Cell(((Text("41.5"),),), numeric=True))
_SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "width": 100,
    "height": 100,
    "data": {"values": [{"x": 2013, "y": 3}, {"x": 2014, "y": 5}]},
    "mark": {"type": "bar", "style": []},
    "encoding": {"x": {"field": "x", "type": "ordinal"}, "y": {"field": "y", "type": "quantitative"}},
}
BLOCKS: dict[type[Any], Block] = {
    Paragraph: Paragraph((Text("Curlew calls"),)),
    List: List(((Paragraph((Text("lapwing"),)),), (Paragraph((Text("plover"),)),)), 3),
    Quote: Quote((Paragraph((Text("An eagle came"),)),), (Text("A keeper"),)),
    Preformatted: Preformatted("snipe  snipe\n  dunlin"),
    Divider: Divider(),
    Notes: Notes((("note-7", "mark-7", (Paragraph((Text("A dotterel"),)),)),)),
    Table: Table(
        "Wader counts",
        ((Text("Wader"),), (Text("Counted"),)),
        (_CELLS,),
        foot=((Cell(((Text("Total"),),)), _CELLS[1]),),
        titled=True,
    ),
    Facts: Facts((((Text("Ptarmigan"),), (Paragraph((Text("white in winter"),)),)),)),
    Ladder: Ladder("Rising steps", (("2014", (Text("Grouse return"),)),)),
    Cards: Cards((Card("1", (Text("Osprey nests"),), "here", ((Text("two more"),),)),)),
    Pictures: Pictures((LOGO,)),
    Chart: Chart(
        "Merlins by year",
        "Merlins went from 3 to 5.",
        json.dumps(_SPEC),
        ((Text("Small numbers"),),),
    ),
    Note: Note("remark", "A word on kites", (Paragraph((Text("They are back"),)),)),
    Gap: Gap("Which harrier?", "Say it here."),
    Room: Room("Your own sighting", 2),
}
"""A sample of each kind of block."""
