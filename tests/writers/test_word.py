"""The Word file: Word's own structure, safe whatever an author writes, and nothing that asks on opening."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pikepdf
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from soa.document.blocks import (
    Block,
    Cell,
    Chart,
    InLanguage,
    Link,
    List,
    NoteMark,
    Notes,
    Paragraph,
    Pictures,
    Section,
    Table,
    Text,
)
from soa.document.house import House
from soa.writers import press
from soa.writers.press import Press
from soa.writers.word import write
from tests.document.made import document
from tests.writers.small import BLOCKS, INLINES, LOGO, small

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PRESS = Press()

SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr "
    "tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num",
    "styles": "docDefaults latentStyles style",
    "body": "p tbl sdt sectPr",
}
"""In which order Word wants what stands in an element: it calls a file broken that has another."""
FREE = {"body": {"p", "tbl", "sdt"}, "tbl": set(), "sectPr": set()}
"""What may stand in any order among itself."""


class Read:
    """A Word file taken apart."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.docx = docx.Document(BytesIO(data))
        self.xml = {name: ET.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))}
        self.body = self.xml["word/document.xml"]

    def all(self, name: str) -> list[ET.Element]:
        return list(self.body.iter(W + name))

    @property
    def words(self) -> str:
        return "".join(one.text or "" for one in self.all("t"))

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each, the level by way of what its style is based on."""
        found = []
        for paragraph in self.docx.paragraphs:
            style = paragraph.style
            while style is not None and not (style.name or "").removeprefix("Heading ").isdigit():
                style = style.base_style
            if style is not None:
                found.append((int((style.name or "").removeprefix("Heading ")), paragraph.text))
        return found


@cache
def whole_file() -> bytes:
    """The whole agreement as a Word file."""
    return write(document(draft=True), PRESS)


@pytest.fixture(scope="module")
def whole() -> Read:
    """The same, taken apart."""
    return Read(whole_file())


def of(*blocks: Block, house: House | None = None) -> Read:
    """A small document of these blocks, taken apart."""
    return Read(write(small(blocks), Press(house)))


def test_headings_are_words_own_and_skip_no_level(whole: Read) -> None:
    """The title is a title; each heading is at most one level below the one before."""
    levels = [level for level, _ in whole.headings]
    assert levels[0] == 1
    assert max(levels) >= 3
    assert all(after - before <= 1 for before, after in pairwise(levels))
    (title,) = [one.text for one in whole.docx.paragraphs if one.style.name == "Title"]
    assert title == document().title


def test_a_section_deeper_than_word_has_headings_has_the_lowest() -> None:
    """Eight levels down it is a Heading 6."""
    inner = Section("s8", (Text("Eight"),))
    for level in range(7, 0, -1):
        inner = Section(f"s{level}", (Text(str(level)),), (), (inner,))
    read = Read(write(small((), inner), PRESS))
    assert [level for level, words in read.headings if words in {"6", "7", "Eight"}] == [6, 6, 6]


def test_every_table_has_a_header_row_that_repeats_and_rows_that_stay_whole(whole: Read) -> None:
    """And its first column is its rows' headings, but in an author's own table."""
    tables = whole.all("tbl")
    assert tables
    for table in tables:
        first, *rest = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert not [row for row in rest if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *rest))
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert look.get(f"{W}firstRow") == "1"
        is_authors = table.find(f"{W}tblPr/{W}tblCaption") is None
        assert look.get(f"{W}firstColumn") == ("0" if is_authors else "1")
    assert len([table for table in tables if table.find(f"{W}tblPr/{W}tblCaption") is None]) == 1


def test_a_caption_that_repeats_the_heading_is_only_heard() -> None:
    """The others are seen above the table."""
    table = Table("Who signed", ((Text("Name"),),), ((Cell(((Text("Ann"),),)),),))
    read = of(table, table, table._replace(caption="More", titled=True))
    assert [one.text for one in read.docx.paragraphs if one.style.name == "Caption"] == ["Who signed", "More"]
    assert [one.get(f"{W}val") for one in read.all("tblCaption")] == ["Who signed", "Who signed", "More"]


def test_columns_fill_the_page_and_no_more(whole: Read) -> None:
    """The widths of each table come to the width of a line, on end or sideways."""
    rooms = {11906 - 2 * 1077, 16838 - 2 * 1077}
    for table in whole.all("tbl"):
        widths = [int(one.get(f"{W}w", "0")) for one in table.iter(f"{W}gridCol")]
        assert sum(widths) in rooms
        assert min(widths) > 300


@pytest.mark.parametrize("columns", [1, 40, 63, 90])
def test_a_table_of_many_columns_opens_in_word(columns: int) -> None:
    """Word takes 63 at most: what is beyond stands in the last one."""
    row = tuple(Cell(((Text(f"c{at}"),),)) for at in range(columns))
    read = of(Table("", tuple((Text(f"h{at}"),) for at in range(columns)), (row,), plain=True))
    assert len(read.all("gridCol")) == min(columns, 63)
    assert all(f"c{at}" in read.words and f"h{at}" in read.words for at in range(columns))


def test_a_row_longer_than_a_page_may_break() -> None:
    """All others stay whole."""
    rows = tuple((Cell(((Text("x" * length),),)),) for length in (10, 100_000))
    read = of(Table("", ((Text("h"),),), rows, plain=True))
    whole_rows = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in read.all("tr")]
    assert whole_rows == [True, True, False]


def test_drawings_have_words_for_those_who_do_not_see_them(whole: Read) -> None:
    """Charts say their figures, logos their names, and each has a number of its own."""
    drawn = list(whole.body.iter(f"{WP}docPr"))
    assert drawn
    assert all(one.get("descr") for one in drawn)
    assert len({one.get("id") for one in drawn}) == len(drawn)
    read = of(BLOCKS[Pictures], BLOCKS[Chart])
    assert [one.get("descr") for one in read.body.iter(f"{WP}docPr")] == ["Thistle", "Merlins went from 3 to 5."]


def test_no_drawing_is_wider_than_the_page(whole: Read) -> None:
    """A line is 17 cm wide."""
    assert all(int(one.get("cx", "0")) <= (11906 - 2 * 1077) * 635 for one in whole.body.iter(f"{WP}extent"))


def test_the_house_s_logo_and_name_are_there() -> None:
    """On page one, and as the author."""
    read = of(house=House(name="Glenmore Partnership", logo=LOGO))
    assert next(read.body.iter(f"{WP}docPr")).get("descr") == "Thistle"
    assert read.docx.core_properties.author == "Glenmore Partnership"


def test_title_language_and_status_are_in_the_file(whole: Read) -> None:
    """For what lists files, and for who reads aloud."""
    about = whole.docx.core_properties
    assert about.title == document().title
    assert about.language == "en-GB"
    assert "Draft" in str(about.content_status)
    assert about.created == about.modified == datetime(1980, 1, 1, tzinfo=UTC)
    dated = docx.Document(BytesIO(write(small(()), Press(date=date(2013, 9, 1))))).core_properties
    assert dated.created == dated.modified == datetime(2013, 9, 1, tzinfo=UTC)
    languages = {one.get(f"{W}val") for one in whole.xml["word/styles.xml"].iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_words_in_another_language_say_so() -> None:
    """A reader aloud changes its voice."""
    read = of(Paragraph((Text("one "), InLanguage((Text("dhà"),), "gd"))))
    (run,) = [run for run in read.all("r") if run.findtext(f"{W}t") == "dhà"]
    lang = run.find(f"{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == "gd"


def test_the_contents_carry_their_entries_and_lead_to_them(whole: Read) -> None:
    """Two levels of what is listed, each a way to a place that is there."""
    (contents,) = whole.all("sdt")
    entries = ["".join(one.text or "" for one in link.iter(f"{W}t")) for link in contents.iter(f"{W}hyperlink")]
    named = [part for part in document(draft=True).sections if part.listed]
    assert len(entries) == sum(1 + sum(inner.listed for inner in part.sections) for part in named)
    assert entries
    assert set(entries) <= {words for _, words in whole.headings}


def test_every_way_within_leads_somewhere(whole: Read) -> None:
    """Bookmarks have names and numbers of their own, as Word wants them."""
    marks = whole.all("bookmarkStart")
    names = [mark.get(f"{W}name", "") for mark in marks]
    assert len(set(names)) == len(names)
    assert len({mark.get(f"{W}id") for mark in marks}) == len(names)
    assert all(len(name) <= 40 and name.replace("_", "a").isalnum() for name in names)
    led_to = {link.get(f"{W}anchor") for link in whole.all("hyperlink")} - {None}
    assert led_to
    assert led_to <= set(names)


def test_notes_and_their_marks_lead_to_each_other() -> None:
    """The note is a numbered item after the text; the arrow back says where it leads."""
    read = of(Paragraph((Text("Waders"), INLINES[NoteMark])), BLOCKS[Notes])
    there, back = [link for link in read.all("hyperlink") if "".join(link.itertext()) in {"7", "↩"}]
    assert back.get(f"{W}tooltip") == "Back"
    places = {mark.get(f"{W}name"): nth for nth, mark in enumerate(read.all("bookmarkStart"))}
    assert places[back.get(f"{W}anchor")] < places[there.get(f"{W}anchor")]


def test_lists_have_real_numbers_and_each_begins_where_it_should() -> None:
    """Two numbered lists, one with dots inside the first."""
    dots = List(((Paragraph((Text("dot"),)),),))
    first = List(((Paragraph((Text("a"),)), dots), (Paragraph((Text("b"),)),)), 3)
    read = of(first, List(((Paragraph((Text("c"),)),),), 1))
    numbering = read.xml["word/numbering.xml"]
    kinds = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    numbers = {one.get(f"{W}numId"): kinds[one[0].get(f"{W}val")] for one in numbering.iter(f"{W}num")}
    said = {}
    for paragraph in read.all("p"):
        how = paragraph.find(f"{W}pPr/{W}numPr")
        if how is not None:
            level, number = (one.get(f"{W}val", "") for one in how)
            at = numbers[number].findall(f"{W}lvl")[int(level)]
            said["".join(paragraph.itertext())] = (number, level, at[0].get(f"{W}val"), at[1].get(f"{W}val"))
    assert [said[word][1:] for word in ("a", "dot", "b", "c")] == [
        ("0", "3", "decimal"),
        ("1", "1", "bullet"),
        ("0", "3", "decimal"),
        ("0", "1", "decimal"),
    ]
    assert said["a"][0] == said["b"][0] != said["c"][0]
    assert [one.style.name for one in read.docx.paragraphs if one.text in {"a", "dot"}] == [
        "List Number",
        "List Bullet",
    ]


def test_a_wide_table_turns_its_page_and_the_next_stands_upright() -> None:
    """Two in a row leave no empty page between them."""
    wide = Table("Wide", ((Text("h"),),), ((Cell(((Text("x"),),)),),), spread=True)
    upright = Section("upright", (Text("Upright"),), (Paragraph((Text("text"),)),))
    turning = (Section(name, (Text(name),), (wide,)) for name in ("one", "two"))
    read = Read(write(small((Paragraph((Text("text"),)),), *turning, upright), PRESS))
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in read.all("sectPr")]  # type: ignore[union-attr]
    assert turned[-3:] == ["landscape", "landscape", None]
    assert turned.count("landscape") == 2
    assert not [
        row for row in read.all("p") if row.find(f"{W}pPr/{W}sectPr") is not None and len(row) == len(row[0]) == 1
    ]


def test_the_file_asks_nothing_on_opening(whole: Read) -> None:
    """No fields to be brought up to date, and no other than pages and contents."""
    for name, xml in whole.xml.items():
        assert not list(xml.iter(f"{W}updateFields")), name
        assert not [one for one in xml.iter() if one.get(f"{W}dirty") or one.get(f"{W}fldLock")], name
    assert {said.split()[0] for said in fields(whole)} == {"PAGE", "NUMPAGES", "TOC"}
    assert not list(whole.xml["word/settings.xml"].iter(f"{W}attachedTemplate"))


def fields(read: Read) -> Iterator[str]:
    """What each field of the file says."""
    for xml in read.xml.values():
        yield from (one.get(f"{W}instr", "") for one in xml.iter(f"{W}fldSimple"))
        yield from (one.text or "" for one in xml.iter(f"{W}instrText"))


def test_every_page_bears_the_stamps_and_its_number(whole: Read) -> None:
    """At the head of the first page and of the others; the draft's word across them too."""
    heads = [xml for name, xml in whole.xml.items() if name.startswith("word/header")]
    feet = [xml for name, xml in whole.xml.items() if name.startswith("word/footer")]
    assert len(heads) == len(feet) == 2
    for head in heads:
        assert "Draft · Fictional" in "".join(head.itertext())
        assert "PowerPlusWaterMark" in ET.tostring(head, "unicode")
    for foot in feet:
        assert "".join(foot.itertext()) == "Page 1 of 1"
    sections = whole.all("sectPr")
    assert len(sections[0].findall(f"{W}headerReference")) == 2
    assert sections[0].find(f"{W}titlePg") is not None


def test_what_is_no_draft_has_no_mark_across_its_pages() -> None:
    """Nor its word."""
    read = Read(write(document(), PRESS))
    heads = [ET.tostring(xml, "unicode") for name, xml in read.xml.items() if name.startswith("word/header")]
    assert not [head for head in heads if "PowerPlusWaterMark" in head or "Draft" in head]


@pytest.mark.parametrize("name", sorted(SEQUENCES))
def test_elements_stand_in_the_order_that_word_demands(whole: Read, name: str) -> None:
    """In every part of the file, the samples of each block included."""
    order = SEQUENCES[name].split()
    samples = of(*BLOCKS.values(), Paragraph(tuple(INLINES.values())), house=House(logo=LOGO))
    seen = 0
    for xml in (*whole.xml.values(), *samples.xml.values()):
        for element in xml.iter(W + name):
            children = [child.tag.removeprefix(W) for child in element if child.tag.startswith(W)]
            children = [child for child in children if not child.startswith(("bookmark", "move"))]
            seen += 1
            assert set(children) <= set(order)
            places = [0 if child in FREE.get(name, set()) else order.index(child) for child in children]
            assert places == sorted(places), children
    assert seen


def test_a_cell_ends_with_a_paragraph_and_no_two_tables_touch(whole: Read) -> None:
    """Word calls the one broken and makes one table of the other."""
    assert all(cell[-1].tag == f"{W}p" for cell in whole.all("tc"))
    (body,) = whole.all("body")
    assert not [1 for one, after in pairwise(body) if one.tag == after.tag == f"{W}tbl"]


def test_every_number_that_is_used_is_known(whole: Read) -> None:
    """Of styles, lists, links and pictures."""
    styles = {one.get(f"{W}styleId") for one in whole.xml["word/styles.xml"].iter(f"{W}style")}
    used = {one.get(f"{W}val") for xml in whole.xml.values() for tag in STYLED for one in xml.iter(W + tag)}
    assert used <= styles
    ways = {one.get("Id") for one in whole.xml["word/_rels/document.xml.rels"]}
    asked = {one.get(R + key) for one in whole.body.iter() for key in ("id", "embed")} - {None}
    assert asked
    assert asked <= ways


STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
ATTACKS = (
    "<w:fldSimple w:instr='DDEAUTO c:\\\\cmd.exe'/>",
    '{ HYPERLINK "http://evil.example" }',
    "</w:t></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>",
    "]]><x/>",
    "&lt;&amp;amp;",
    '" w:anchor="x',
    "{text}{0}%s",
    "<!-- --",
    "\x00\x01\x0b\ud800\uffff",
    "a" * 400,
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_author_text_never_becomes_markup_or_a_field(attack: str) -> None:
    """In the title, headings, captions, cells, links, alternatives and everywhere else at once."""
    made = spoilt(small((*BLOCKS.values(), Paragraph(tuple(INLINES.values())))), attack)
    read = Read(write(made, PRESS))
    plain = Read(write(small((*BLOCKS.values(), Paragraph(tuple(INLINES.values())))), PRESS))
    assert {one.tag for xml in read.xml.values() for one in xml.iter()} == {
        one.tag for xml in plain.xml.values() for one in xml.iter()
    }
    assert sorted(fields(read)) == sorted(fields(plain))
    seen = "".join(letter if letter.isprintable() else "\ufffd" for letter in attack)
    assert read.words.count(seen) > 20


def spoilt(value: Any, attack: str, key: str = "") -> Any:
    """The value with the attack at the end of each text of it that a reader sees."""
    kept = {"spec", "language", "kind", "role", "form", "target", "page_of", "anchor", "note"}
    if isinstance(value, str):
        return value if key in kept else value + attack
    if hasattr(value, "_fields"):
        return type(value)(*(spoilt(one, attack, name) for name, one in zip(value._fields, value, strict=True)))
    return tuple(spoilt(one, attack, key) for one in value) if isinstance(value, tuple) else value


@settings(max_examples=25)
@given(st.lists(st.text(max_size=60), max_size=9))
def test_any_text_is_shown_as_it_was_written(texts: list[str]) -> None:
    """Letters and signs of every script; what XML cannot hold as a mark."""
    words = of(*(Paragraph((Text(f"[{text}]"),)) for text in texts)).words
    for text in texts:
        shown = "".join("\ufffd" if unfit(letter) else letter for letter in text)
        shown = shown.replace("\r\n", "\n").replace("\r", "\n")  # as XML has it
        assert f"[{shown}]" in words


def unfit(letter: str) -> bool:
    """Whether XML cannot hold a letter."""
    return (letter < " " and letter not in "\t\n\r") or "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"


@pytest.mark.parametrize(
    ("target", "held"),
    [
        ("https://example.org/a b?x=[1]&y=%zz", "https://example.org/a%20b?x=%5B1%5D&y=%25zz"),
        ("https://example.org/?a=b&c=d#e", "https://example.org/?a=b&c=d#e"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("files/plan.pdf", "files/plan.pdf"),
        ("https://[bad/", ""),
        ("https://a<b>/", ""),
        ("https://example.org:99999999/", ""),
        ("https://example.org/" + "a" * 3_000, ""),
    ],
)
def test_an_address_is_one_that_word_can_hold_or_none(target: str, held: str) -> None:
    """Word calls a file broken for an address that it cannot read; the words stay."""
    read = of(Paragraph((Link((Text("here it is"),), target),)))
    links = [
        one.get("Target") for one in read.xml["word/_rels/document.xml.rels"] if one.get("TargetMode") == "External"
    ]
    assert links == ([held] if held else [])
    assert "here it is" in read.words


def test_the_same_document_gives_the_same_bytes(whole: Read) -> None:
    """No time is in the file, and none of the machine."""
    assert write(document(draft=True), Press()) == whole_file()
    assert {entry.date_time for entry in whole.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert whole.entries[0].filename == "[Content_Types].xml"


def template(*, header: str = "Their header") -> bytes:
    """A partnership's own Word file."""
    made = docx.Document()
    made.add_paragraph("Text of the template that must not be printed")
    heading = made.styles["Heading 1"]
    heading.font.name = "Comic Sans MS"
    heading.element.set(f"{W}styleId", "Berschrift1")
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(200), Mm(280), Mm(31)
    if header:
        section.header.paragraphs[0].text = header
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_template_s_styles_page_and_header_are_used() -> None:
    """Under whatever id the template has them; its text is not, and the stamps are added."""
    read = of(*BLOCKS.values(), house=House(template=template()))
    styles = {one.get(f"{W}styleId"): one for one in read.xml["word/styles.xml"].iter(f"{W}style")}
    used = {one.get(f"{W}val") for one in read.all("pStyle")}
    assert "Berschrift1" in used
    assert "Heading1" not in used
    fonts = styles["Berschrift1"].find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.get(f"{W}ascii") == "Comic Sans MS"
    assert used <= set(styles)
    size, margins = (next(read.body.iter(W + tag)) for tag in ("pgSz", "pgMar"))
    assert abs(int(size.get(f"{W}w", "0")) - 11339) < 3
    assert abs(int(margins.get(f"{W}left", "0")) - 1757) < 3
    assert "must not be printed" not in read.words
    (head,) = ["".join(xml.itertext()) for name, xml in read.xml.items() if name.startswith("word/header")]
    assert "Their header" in head
    assert "Draft" in head
    defaults = read.xml["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults is not None
    assert defaults.get(f"{W}val") == "en-GB"


def test_a_template_without_header_gets_ours() -> None:
    """The title and the stamps, and the number of the page."""
    read = of(house=House(template=template(header="")))
    heads = ["".join(xml.itertext()) for name, xml in read.xml.items() if name.startswith("word/header")]
    assert sorted(heads) == ["Draft", "Small plan  ·  Draft"]


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken", template()[:4_000]])
def test_a_template_that_is_no_word_file_is_refused_in_words(data: bytes) -> None:
    """Never with a traceback of somebody else's."""
    with pytest.raises(ValueError, match=r"the Word template is not a Word document"):
        write(small(()), Press(House(template=data)))


@pytest.mark.libreoffice
@pytest.mark.parametrize("with_template", [False, True])
def test_libreoffice_prints_it_with_the_same_headings(libreoffice: str, tmp_path: Path, *, with_template: bool) -> None:
    """The bookmarks of the PDF are the headings of the file."""
    data = write(document(draft=True), Press(House(template=template()))) if with_template else whole_file()
    (tmp_path / "plan.docx").write_bytes(data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [
        libreoffice,
        "--headless",
        home,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with pikepdf.open(tmp_path / "plan.pdf") as pdf, pdf.open_outline() as outline:
        titles = [" ".join(title.split()) for title in named(outline.root)]
    assert titles == [" ".join(words.split()) for _, words in Read(data).headings]


def named(items: Any) -> Iterator[str]:
    """The titles of an outline, in order."""
    for item in items:
        yield item.title
        yield from named(item.children)


# ---- fonts, and short documents ------------------------------------------------------------------------------------


def test_the_house_s_fonts_are_in_the_file_masked_as_word_wants_it() -> None:
    """So that it looks alike where a reader has not got them."""
    read = of()
    ways = {one.get("Id"): one.get("Target") for one in read.xml["word/_rels/fontTable.xml.rels"]}
    held = [one for one in read.xml["word/fontTable.xml"].iter() if one.tag.startswith(f"{W}embed")]
    shipped = {path.read_bytes() for path in Path(press.__file__).parent.glob("fonts/*.ttf")}
    assert len(held) == 5
    for one in held:
        masked = read.parts[f"word/{ways[one.get(f'{R}id')]}"]
        key = UUID(one.get(f"{W}fontKey")).bytes[::-1] * 2
        assert masked not in shipped
        assert bytes(byte ^ other for byte, other in zip(masked, key, strict=False)) + masked[32:] in shipped
    assert [one.tag for one in read.xml["word/settings.xml"]][:2] == [f"{W}zoom", f"{W}embedTrueTypeFonts"]


def test_a_document_without_page_one_goes_on_below_its_title_and_bears_head_and_foot() -> None:
    """No empty contents, no page for a title alone; header and footer on every page."""
    short = small((Paragraph((Text("At once"),)),))
    short = short._replace(
        front=short.front._replace(sections=(), aside=None),
        sections=tuple(one._replace(listed=False) for one in short.sections),
    )
    read = Read(write(short, Press()))
    (only,) = read.all("sectPr")
    assert {one.tag for one in only} >= {f"{W}headerReference", f"{W}footerReference"}
    assert not read.all("sdt")
