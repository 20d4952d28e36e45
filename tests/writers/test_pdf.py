"""The PDF file: tagged and whole for those who do not see it, safe whatever an author writes, the same every time."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from soa.document.blocks import (
    Block,
    Blocks,
    Cell,
    Chart,
    Code,
    CrossReference,
    Document,
    Facts,
    Gap,
    Hole,
    Inlines,
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
    Section,
    Strong,
    Table,
    Text,
)
from soa.document.house import FONTS, House
from soa.writers.pdf import _Sheets, write
from soa.writers.press import Press
from tests.document.made import document
from tests.writers.small import LOGO, small

A4 = (595, 842)


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all, which draws each chart once."""
    return Press(House(name="Glenmore Partnership", logo=LOGO))


@pytest.fixture(scope="module")
def made() -> Document:
    """The whole agreement as a draft."""
    return document(draft=True)


@pytest.fixture(scope="module")
def file(made: Document, press: Press) -> bytes:
    """The same as a PDF file."""
    return write(made, press)


@pytest.fixture(scope="module")
def pdf(file: bytes) -> Iterator[pikepdf.Pdf]:
    """The same, taken apart."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        yield opened


def opened(*blocks: Block, press: Press | None = None, **parts: Any) -> pikepdf.Pdf:
    """A small document with the blocks, as a PDF file taken apart."""
    return pikepdf.open(io.BytesIO(write(small(blocks)._replace(**parts), press or Press())))


def elements(pdf: pikepdf.Pdf, *roles: str) -> list[Any]:
    """The tagged elements of some roles, in their order."""
    found = []

    def take(one: Any) -> None:
        if isinstance(one, pikepdf.Array):
            for inner in one:
                take(inner)
        elif isinstance(one, pikepdf.Dictionary):
            if str(one.get("/S", ""))[1:] in roles:
                found.append(one)
            take(one.get("/K"))

    take(pdf.Root.StructTreeRoot.K)
    return found


def links(pdf: pikepdf.Pdf) -> list[Any]:
    """Every link on every page."""
    return [one for page in pdf.pages for one in page.get("/Annots", [])]


def _of_kind(part: Any, kind: type[Block]) -> list[Any]:
    """Every block of a kind in a document."""
    if isinstance(part, kind):
        return [part]
    return [found for one in part for found in _of_kind(one, kind)] if isinstance(part, tuple) else []


# ---- what the file says of itself ----------------------------------------------------------------------------------


def test_it_is_accessible_and_fit_to_be_kept(pdf: pikepdf.Pdf) -> None:
    """PDF/UA-1 and PDF/A-2a together."""
    with pdf.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == ("1", "2", "A")
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_it_names_its_title_language_and_author(pdf: pikepdf.Pdf, made: Document) -> None:
    """For readers, libraries and screen readers."""
    assert str(pdf.docinfo.Title) == made.title
    assert str(pdf.docinfo.Subject) == made.description
    assert str(pdf.docinfo.Author) == "Glenmore Partnership"
    assert str(pdf.Root.Lang) == "en-GB"


def test_nothing_in_it_runs_or_hides_a_file(pdf: pikepdf.Pdf) -> None:
    """No script, no action but a link to follow, no file inside."""
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            assert not {"/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFile", "/EmbeddedFiles", "/AF"} & set(
                one.keys()
            )
            assert one.get("/S") not in {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"}


def test_the_same_document_gives_the_same_bytes(made: Document, file: bytes) -> None:
    """Another press, in the same style."""
    assert write(made, Press(House(name="Glenmore Partnership", logo=LOGO))) == file


def test_the_day_is_the_presss_or_always_the_same_one() -> None:
    """Nothing of today is in the file."""
    assert str(opened().docinfo.CreationDate) == "D:19800101000000Z"
    assert str(opened(press=Press(date=date(2013, 6, 28))).docinfo.CreationDate) == "D:20130628000000Z"


# ---- the way through it --------------------------------------------------------------------------------------------


def test_the_bookmarks_are_the_listed_sections(pdf: pikepdf.Pdf, made: Document) -> None:
    """Nested as they are, each with its number."""

    def listed(sections: tuple[Section, ...]) -> list[Any]:
        return [(_title(one), listed(one.sections)) for one in sections if one.listed]

    def marked(items: list[Any]) -> list[Any]:
        return [(one.title, marked(one.children)) for one in items]

    with pdf.open_outline() as outline:
        assert marked(outline.root) == listed(made.sections)


def _title(section: Section) -> str:
    words = "".join(str(one.text) for one in section.title if isinstance(one, Text))
    return f"{section.number} {words}".strip()


def test_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    """Each at most one level below the one before."""
    levels = [int(str(one.S)[2]) for one in elements(pdf, "H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(set(levels)) >= 3


def test_every_link_within_leads_somewhere(pdf: pikepdf.Pdf) -> None:
    """From the contents, from the cards of page one, to footnotes and back."""
    names = pdf.Root.Names.Dests
    known = set(pikepdf.NameTree(names).keys())
    inner = [str(one.Dest) for one in links(pdf) if "/Dest" in one and isinstance(one.Dest, pikepdf.String)]
    assert len(inner) > 20
    assert set(inner) <= known
    places = [one.Dest for one in links(pdf) if "/Dest" in one and isinstance(one.Dest, pikepdf.Array)]
    assert places
    assert {place[0].objgen for place in places} <= {page.obj.objgen for page in pdf.pages}


def test_links_out_are_as_the_author_wrote_them() -> None:
    """And each is told in words."""
    pdf = opened(
        Paragraph((Link((Text("here"),), "https://example.org/?a=b&c#(d)"), Link((Text("us"),), "plans/a.pdf")))
    )
    assert [str(one.A.URI) for one in links(pdf) if "/A" in one] == ["https://example.org/?a=b&c#(d)", "plans/a.pdf"]
    assert all("/Contents" in one for one in links(pdf))


def test_a_way_that_leads_nowhere_or_is_too_long_is_words() -> None:
    """Instead of an end to the publication."""
    way = Paragraph(
        (CrossReference((Text("there"),), "nowhere"), Link((Text("far"),), "https://example.org/" + "a" * 3_000))
    )
    pdf = opened(way)
    assert [one for one in links(pdf) if "/A" in one or str(one.get("/Dest")) == "nowhere"] == []


def test_a_footnote_and_its_mark_lead_to_each_other() -> None:
    """Both ways."""
    note = Notes((("n-1", "m-1", (Paragraph((Text("From the census"),)),)),))
    pdf = opened(Paragraph((Text("Said"), NoteMark(1, "n-1", "m-1"))), note)
    mark, back = [one for one in links(pdf) if isinstance(one.Dest, pikepdf.Array)]
    assert float(back.Dest[3]) > float(back.Rect[1])
    assert float(mark.Dest[3]) < float(mark.Rect[1])


# ---- tables and drawings -------------------------------------------------------------------------------------------


def test_every_table_has_its_headings_and_its_caption(pdf: pikepdf.Pdf, made: Document) -> None:
    """A heading for each column, that says so."""
    tables = elements(pdf, "Table")
    assert len(tables) == len(_of_kind(made, Table))
    for table in tables:
        heads = [one for part in table.K if str(part.S) == "/THead" for row in part.K for one in row.K]
        assert heads
        assert all(str(one.S) == "/TH" for one in heads)
        assert all("/Column" in str(one.A) or "Column" in repr(one.A) for one in heads)
    assert len(elements(pdf, "Caption")) >= len([one for one in _of_kind(made, Table) if one.caption])


def test_every_drawing_says_what_it_shows(pdf: pikepdf.Pdf, made: Document) -> None:
    """Each chart its figures, the logo its words."""
    said = [str(one.Alt) for one in elements(pdf, "Figure") if "/Alt" in one]
    assert said == [LOGO.alt, *(chart.says for chart in _of_kind(made, Chart))]


def test_a_picture_without_words_is_left_to_the_eye() -> None:
    """It is no figure that nobody can be told of."""
    pdf = opened(Pictures((LOGO._replace(alt=""), LOGO)))
    assert [str(one.Alt) for one in elements(pdf, "Figure")] == [LOGO.alt]


def test_a_heading_with_a_way_out_is_not_repeated() -> None:
    """A repeated heading is told once, so that it may hold no link: without that the file would not be made."""
    rows = tuple((Cell(((Text(f"Row {at}"),),)),) for at in range(120))
    pdf = opened(Table("Long", ((Strong((Link((Text("here"),), "https://example.org"),)),),), rows))
    assert len([one for one in links(pdf) if "/A" in one]) == 1


def test_a_wide_table_lies_on_its_side(made: Document, pdf: pikepdf.Pdf) -> None:
    """Ten outcomes fit one page, in type that can be read."""
    sizes = [tuple(round(float(side)) for side in page.MediaBox[2:]) for page in pdf.pages]
    assert sizes.count(A4[::-1]) == 1
    assert set(sizes) == {A4, A4[::-1]}
    line: Inlines = (Text("One team for everybody who falls, at whatever hour"),)
    row = (Cell((line,)), Cell((line, line, line), equal=True), Cell((line, line)), Cell((line, line), equal=True))
    ten = Table("All", tuple((Text(word),) for word in ("What", "How", "By whom", "When")), (row,) * 10, spread=True)
    small_one = opened(ten)
    turned = [page for page in small_one.pages if float(page.MediaBox[2]) > float(page.MediaBox[3])]
    assert len(turned) == 1
    assert min(_sizes(turned[0])) >= 8


def _sizes(page: pikepdf.Page) -> list[float]:
    """The sizes of type on a page."""
    return [float(operands[1]) for operands, _ in pikepdf.parse_content_stream(page, "Tf")]


def test_page_one_is_one_page(pdf: pikepdf.Pdf, made: Document) -> None:
    """Whatever the front says stands on it: the contents begin the page after."""
    heads = elements(pdf, "H1")
    in_front = len(made.front.sections) + (made.front.aside is not None)
    pages = [one.Pg.objgen if "/Pg" in one else pdf.pages[0].obj.objgen for one in heads]
    assert in_front > 3
    assert pages[: in_front + 1] == [pdf.pages[0].obj.objgen] * in_front + [pdf.pages[1].obj.objgen]


# ---- whatever an author writes -------------------------------------------------------------------------------------

ATTACKS = (
    "#let x = 1",
    "#panic()",
    "$x$",
    "\\",
    "]",
    "*bold*",
    "_low_",
    "`code`",
    "<label>",
    "@ref",
    "// no remark",
    "/* nor this */",
    "= heading",
    "- item",
    "+ item",
    "~ -- --- ...",
    "'single' \"double\"",
    "#{ { (",
    "https://example.org",
    '"} ] , {"is": "code"',
)


@cache
def _poppler(name: str) -> str:
    found = shutil.which(name)
    if not found and os.environ.get("CI", "").lower() != "true":
        pytest.skip("needs poppler: sudo apt install poppler-utils")
    assert found, "needs poppler: sudo apt install poppler-utils"
    return found


def _text(file: bytes, folder: Path, *options: str) -> str:
    """The words of a file as another program reads them."""
    (folder / "plan.pdf").write_bytes(file)
    command = [_poppler("pdftotext"), *options, str(folder / "plan.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("attack", ATTACKS)
def test_author_text_is_printed_as_it_is(attack: str, tmp_path: Path) -> None:
    """In a paragraph, a heading, a table, a caption, a chart's place: never code, never markup."""
    said: Inlines = (Text(attack),)
    table = Table(attack, (said,), ((Cell((said,)),),))
    blocks: Blocks = (
        Paragraph(said),
        table,
        Facts(((said, (Paragraph(said),)),)),
        Preformatted(attack),
        Paragraph((Code(attack),)),
    )
    made = small(blocks, Section("titled", said), title=attack)
    read = " ".join(_text(write(made, Press()), tmp_path).split())
    assert read.count(attack) >= 9


def test_a_letter_that_the_fonts_lack_stops_nothing(tmp_path: Path) -> None:
    """It is named, in words, captions and titles alike."""
    said: Inlines = (Text("日 kept"),)
    made = small((Paragraph(said), Table("日", (said,), ((Cell((said,)),),))), Section("titled", said), title="日 plan")
    read = _text(write(made, Press()), tmp_path)
    assert "[cjk unified ideograph-65e5] kept" in " ".join(read.split())
    assert "日" not in read


def test_words_of_any_length_stay_on_the_page(tmp_path: Path) -> None:
    """Broken anywhere, nothing of them lost, in every kind of block."""
    word = "m" * 400
    said: Inlines = (Text(word),)
    line = Paragraph(said)
    blocks: Blocks = (
        line,
        Paragraph((Code(word), Strong(said), Hole(word))),
        Preformatted(word),
        List(((line,),)),
        Quote((line,), said),
        Table(word, (said, said), ((Cell((said, said)), Cell((said,))),)),
        Facts(((said, (line,)),)),
        Ladder(word, ((word, said),)),
        Note("remark", word, (line,)),
        Gap(word, word),
    )
    made = small(blocks, Section("titled", said))
    file = write(made, Press())
    boxes = _text(file, tmp_path, "-bbox")
    reaches = [float(one.split('xMax="')[1].split('"')[0]) for one in boxes.splitlines() if "<word " in one]
    assert max(reaches) < A4[0] - 40
    assert _text(file, tmp_path).count("m") >= 400 * 21


def test_long_texts_and_tables_go_on_from_page_to_page(tmp_path: Path) -> None:
    """A paragraph of 100,000 letters, one without a space, a cell as long, 500 rows."""
    long: Inlines = (Text("word " * 20_000),)
    rows = tuple((Cell(((Text(f"Row {at}"),),)), Cell(((Text("1.5"),),), numeric=True)) for at in range(500))
    blocks: Blocks = (
        Paragraph(long),
        Paragraph((Text("n" * 100_000),)),
        Table("Tall", ((Text("A"),),), ((Cell((long,)),),), plain=True),
        Table("Long", ((Text("Head of all"),), (Text("B"),)), rows),
    )
    read = _text(write(small(blocks), Press()), tmp_path)
    assert read.count("word") == 40_000
    assert read.count("n") >= 100_000
    assert all(f"Row {at}\n" in read for at in range(500))
    assert read.count("Head of all") > 5


def test_lists_in_lists_are_all_printed(tmp_path: Path) -> None:
    """As deep as an author may go."""
    blocks: Blocks = (Paragraph((Text("innermost"),)),)
    for at in range(20):
        blocks = (List(((Paragraph((Text(f"level{at}"),)), *blocks),)),) if at % 2 else (Quote(blocks),)
    read = _text(write(small(blocks), Press()), tmp_path)
    assert "innermost" in read
    assert all(f"level{at}" in read for at in range(1, 20, 2))


# ---- every page ----------------------------------------------------------------------------------------------------


def test_every_page_carries_the_stamps_and_its_number(file: bytes, made: Document, tmp_path: Path) -> None:
    """At its head in words; all but the first with the title."""
    pages = _text(file, tmp_path, "-layout").split("\f")[:-1]
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        head = page.strip().splitlines()[0] if number > 1 else page
        assert all(stamp.word in page for stamp in made.stamps)
        assert f"Page {number} of {len(pages)}" in page
        assert (made.title in head) == (number > 0 and made.title in page)


def test_an_agreed_plan_carries_none(tmp_path: Path) -> None:
    """Neither word nor watermark."""
    read = _text(write(small(())._replace(stamps=()), Press()), tmp_path)
    assert "raft" not in read
    assert "RAFT" not in read


def test_what_is_missing_is_marked_in_words(tmp_path: Path) -> None:
    """A hole within a line and a gap of its own."""
    read = _text(write(small((Paragraph((Hole("By whom?"),)), Gap("By when?", "Say a date."))), Press()), tmp_path)
    assert "Missing: By whom?" in read
    assert "Missing: By when? Say a date." in read


def test_another_program_finds_the_tags(file: bytes, tmp_path: Path) -> None:
    """Poppler sees headings, tables, lists and figures where they are."""
    (tmp_path / "plan.pdf").write_bytes(file)
    command = [_poppler("pdfinfo"), "-struct", str(tmp_path / "plan.pdf")]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    roles = {line.split()[0].rstrip(":") for line in found.splitlines() if line.strip()}
    assert {
        "H1",
        "H2",
        "H3",
        "P",
        "L",
        "LI",
        "Table",
        "TH",
        "TD",
        "Caption",
        "Figure",
        "Link",
        "TOC",
        "TOCI",
        "BlockQuote",
    } <= roles


@pytest.mark.parametrize("fonts", FONTS.values(), ids=FONTS)
def test_each_house_prints_in_its_fonts(fonts: Any) -> None:
    """The shipped ones and no others, all inside the file."""
    pdf = opened(Paragraph((Text("Fàilte gu Ŵyl"),)), press=Press(House(fonts=fonts)))
    names = {
        str(one.BaseFont).split("+")[1].split("-")[0]
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "+" in str(one.get("/BaseFont"))
    }
    assert names == {name.replace(" ", "") for name in fonts}


def test_a_logo_stands_on_page_one() -> None:
    """As large as there is room for, with the house's name."""
    logo = Picture(LOGO.data, "svg", 2_000, 10, "Wide logo")
    pdf = opened(press=Press(House(name="Orran Partnership", logo=logo)))
    (figure,) = elements(pdf, "Figure")
    assert str(figure.Alt) == "Wide logo"
    (box,) = (one.BBox for one in figure.A if "/BBox" in one)
    assert 100 < float(box[2]) - float(box[0]) < 130


# ---- what stands side by side --------------------------------------------------------------------------------------


def _table(rows: int, words: str = "12.5%") -> Table:
    return Table("Figures", ((Text("Period"),), (Text("Level"),)), ((Cell(((Text(words),),)),) * 2,) * rows)


def _laid(*blocks: Block) -> list[Any]:
    """What blocks become: for each its kind, for a pair the kinds of both."""
    pieces = _Sheets(Press()).blocks(blocks)
    return [[one["is"] for one in piece["items"]] if piece["is"] == "pair" else piece["is"] for piece in pieces]


def test_two_charts_or_small_tables_or_a_chart_and_its_table_stand_side_by_side(made: Document) -> None:
    """As wide as half a page at the most; a table never before a chart that is another's."""
    trend = next(chart for chart in _of_kind(made, Chart) if "main-dashed" in chart.spec)
    wide = next(chart for chart in _of_kind(made, Chart) if '"bar"' in chart.spec)
    assert _laid(trend, trend, trend) == [["chart", "chart"], "chart"]
    assert _laid(trend, _table(3), trend) == [["chart", "table"], "chart"]
    assert _laid(_table(3), trend) == ["table", "chart"]
    assert _laid(_table(3), _table(3)) == [["table", "table"]]
    assert _laid(wide, wide) == ["chart", "chart"]
    assert _laid(trend, _table(40)) == ["chart", "table"]
    assert _laid(trend, _table(3, "word " * 60)) == ["chart", "table"]
    assert _laid(trend, Paragraph((Text("Between"),)), trend) == ["chart", "paragraph", "chart"]


def test_brief_facts_stand_in_two_columns_and_others_in_one() -> None:
    """Four or more, none of them long."""
    brief = tuple(((Text(f"Term {nth}"),), (Paragraph((Text("Said"),)),)) for nth in range(4))
    long = ((Text("Term"),), (Paragraph((Text("Said " * 30),)),))
    sheets = _Sheets(Press())
    said = [sheets.blocks((Facts(items),))[0]["brief"] for items in (brief, brief[:3], (*brief, long))]
    assert said == [True, False, False]
