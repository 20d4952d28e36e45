"""Files of a house style and partners' logos: found in their folder, looked at, and told in a sentence where they will not do."""

import re
import tomllib
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from soa.cli.ends import Refused
from soa.cli.folder import reader
from soa.cli.house import Logos, house_of, logos_of
from soa.config import read as configuration
from soa.config.settings import Style
from soa.document.house import FONTS, LARGEST_TEMPLATE, House, TemplateFault, template
from soa.document.pictures import picture
from soa.front import load, publish
from tests.cli.run import agreement, soa
from tests.document.test_pictures import png, svg
from tests.rules.sound import FRAME, TODAY

GLENMORE = Path(__file__).parents[2] / "examples" / "glenmore"
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "house-style.md"
LOGO = re.compile(r"(  - id: nhs-beg\n)")


def a_word_file() -> bytes:
    file = BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def changed(data: bytes, *, old: bytes = b"", new: bytes = b"", without: str = "", more: str = "") -> bytes:
    """A Word file in which something is otherwise."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            if name != without:
                after.writestr(name, before.read(name).replace(old, new) if old else before.read(name))
        if more:
            after.writestr(more, b"x")
    return out.getvalue()


def with_logo(name: str) -> str:
    """An agreement whose health board has a logo."""
    assert LOGO.search(FRAME)
    return LOGO.sub(lambda found: f"{found[1]}    logo: {name}\n", FRAME)


# ---- the house -------------------------------------------------------------------------------------------------


def test_the_fonts_that_can_be_configured_are_those_that_are_shipped():
    assert tuple(FONTS) == configuration.FONTS


def test_without_a_configuration_the_house_is_soas_own(here):
    assert house_of(Style(), str(here)) == House()


def test_a_house_is_as_configured(here):
    (here / "logos").mkdir()
    (here / "logos" / "ours.svg").write_bytes(svg())
    (here / "house.docx").write_bytes(a_word_file())
    style = Style("West \u202eBeg", "logos/ours.svg", "#0B6B3A", "#8A4B08", "plain", "house.docx")
    shown = "West [U+202E]Beg"
    logo = picture(svg(), shown)
    assert house_of(style, "") == House(shown, logo, "#0b6b3a", "#8a4b08", FONTS["plain"], a_word_file())


def test_the_examples_house_can_be_used():
    style = configuration.read((GLENMORE / "soa.toml").read_text("utf-8")).configuration.settings.style
    house = house_of(style, str(GLENMORE))
    assert house.logo is not None
    assert house.logo.alt == house.name == "Glenmore Partnership"


REFUSALS = [
    ("logo.jpg", b"\xff\xd8\xff\xe0", "this is a JPEG; save it as PNG or SVG"),
    ("logo.svg", svg("<script/>"), "it holds a script; save it as plain SVG without any"),
    ("logos/none.svg", None, "there is no such file (capitals and small letters count)"),
    ("LOGO.svg", None, "there is no such file (capitals and small letters count)"),
    ("logos\\ours.svg", None, "there is no such file; write its name with forward slashes"),
    ("../logo.svg", None, "it lies outside the folder; copy it in"),
    ("/etc/hostname", None, "write where it is from this folder on, such as logos/council.svg"),
    ("C:/logo.svg", None, "write where it is from this folder on, such as logos/council.svg"),
    ("linked.svg", None, "it lies outside the folder; copy it in"),
    ("logos", None, "it cannot be read: it is not a file"),
]


@pytest.fixture
def folder(here):
    """A folder with a logo in it, and one beside it."""
    (here.parent / "logo.svg").write_bytes(svg())
    (here / "logo.svg").write_bytes(svg())
    (here / "logos").mkdir()
    (here / "logos" / "ours.svg").write_bytes(svg())
    (here / "linked.svg").symlink_to(here.parent / "logo.svg")
    return here


@pytest.mark.parametrize(("name", "content", "why"), REFUSALS)
def test_a_logo_of_the_house_that_cannot_be_used_is_one_sentence(folder, name, content, why):
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(Refused) as raised:
        house_of(Style("A", logo=name), str(folder))
    assert str(raised.value) == f"“logo” in [style], {name}: {why}"


def test_a_word_template_is_looked_at(here):
    (here / "house.docx").write_bytes(b"Our styles")
    with pytest.raises(
        Refused, match=r"“word-template” in \[style\], house\.docx: this is not a Word file, or it is damaged"
    ):
        house_of(Style(word_template="house.docx"), str(here))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is not a Word file"),
        (b"PK\x03\x04 and no more", "this is not a Word file"),
        (a_word_file()[:-200], "this is not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Word file (.doc)"),
        (bytes(LARGEST_TEMPLATE + 1), "this is larger than 10 MB"),
        (changed(a_word_file(), more="word/vbaProject.bin"), "it holds macros"),
        (
            changed(a_word_file(), old=b"wordprocessingml.document.main", new=b"wordprocessingml.template.main"),
            "(.dotx)",
        ),
        (
            changed(a_word_file(), old=b"wordprocessingml.document.main", new=b"spreadsheetml.sheet.main"),
            "this is not a Word",
        ),
        (changed(a_word_file(), without="word/styles.xml"), "this is not a Word file"),
        (changed(a_word_file(), without="[Content_Types].xml"), "this is not a Word file"),
    ],
)
def test_what_is_no_word_document_is_refused(data, said):
    with pytest.raises(TemplateFault) as raised:
        template(data)
    assert said in str(raised.value)


def test_a_word_file_that_would_unpack_for_ever_is_refused():
    out = BytesIO()
    with ZipFile(out, "w", compression=8) as file:
        file.writestr("[Content_Types].xml", bytes(10 * LARGEST_TEMPLATE + 1))
    assert len(out.getvalue()) < LARGEST_TEMPLATE
    with pytest.raises(TemplateFault, match="it unpacks to more"):
        template(out.getvalue())


# ---- the partners' logos ---------------------------------------------------------------------------------------


def test_partners_logos_are_known_by_the_names_that_they_have_in_the_agreement(folder):
    (folder / "health.png").write_bytes(png())
    text = with_logo("health.png").replace("{id: tsi, ", "{id: tsi, logo: logos/ours.svg, ")
    found = logos_of(load(text), str(folder))
    assert found.faults == ()
    assert found.pictures == {
        "health.png": picture(png(), "NHS Beg"),
        "logos/ours.svg": picture(svg(), "Strathbeg Voluntary Action"),
    }


def test_without_logos_there_is_nothing_to_tell(folder):
    assert logos_of(load(FRAME), str(folder)) == Logos({}, ())


@pytest.mark.parametrize(("name", "content", "why"), REFUSALS)
def test_a_partners_logo_that_cannot_be_printed_is_told_with_its_partner(folder, name, content, why):
    if content is not None:
        (folder / name).write_bytes(content)
    found = logos_of(load(with_logo(f"'{name}'")), str(folder))
    assert found == Logos({}, (f"the logo of NHS Beg, {name}: {why}",))


def test_the_examples_logos_can_all_be_printed():
    found = logos_of(load(reader(str(GLENMORE))), str(GLENMORE))
    assert found.faults == ()
    assert len(found.pictures) == 10
    assert {f"logos/{path.name}" for path in (GLENMORE / "logos").glob("*.svg")} == {
        *found.pictures,
        "logos/partnership.svg",
    }


def test_the_library_prints_in_a_house_style_and_with_logos():
    house = House("West Beg Partnership", picture(png(), "West Beg Partnership"), colour="#0b6b3a")
    logo = picture(svg(), "NHS Beg")
    page = publish(with_logo("a.svg"), as_of=TODAY, house=house, pictures={"a.svg": logo}).decode()
    plain = publish(with_logo("a.svg"), as_of=TODAY).decode()
    for shown in ("West Beg Partnership", "#0b6b3a", b64encode(png()).decode(), b64encode(logo.data).decode()):
        assert shown in page
        assert shown not in plain


# ---- lint, and the page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "table"), [("soa.toml", "style"), ("pyproject.toml", "tool.soa.style")])
def test_a_slip_in_a_style_is_told_by_lint_at_its_line(here, capsys, file, table):
    agreement(here)
    (here / file).write_text(f'[{table}]\nname = "West Beg"\ncolour = "#ffcc00"\n')
    found = soa(capsys, "lint")
    assert found.code == 2
    assert found.err.startswith(f"soa: {file}:3: “colour” in [{table}] is too pale to be read on white")


def test_lint_does_not_ask_for_the_files_of_a_style(here, capsys):
    agreement(here)
    (here / "soa.toml").write_text('[style]\nname = "West Beg"\nlogo = "none.svg"\nword-template = "none.docx"\n')
    assert soa(capsys, "lint", "--as-of", "2013-06-01").code == 0


def test_the_page_shows_every_key_and_the_refusals_that_are_made(here):
    page = PAGE.read_text("utf-8")
    keys = configuration.TABLES["style"]
    [whole] = [
        one for one in re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if "second-colour" in one
    ]
    assert set(tomllib.loads(whole)["style"]) == set(keys)
    assert configuration.read(whole).faults == ()
    rows = re.findall(r"^\| (.*?) \| (.*?) \|$", page, re.MULTILINE)
    slips = [(row, said) for row, said in rows if re.match("`.* = ", row)]
    assert len(slips) == 5
    for row, said in slips:
        name = "" if row.endswith("no `name`") else "name = 'A'\n"
        [fault] = configuration.read(f"[style]\n{name}{row.split('`')[1]}").faults
        assert fault.message == said
    told = [
        said.replace("&lt;", "<").replace("&gt;", ">") for row, said in rows if row.startswith("is ") or "lies" in row
    ]
    assert len(told) == 21
    assert [one for one in told if one not in _refusals(here)] == []


def _refusals(folder: Path) -> set[str]:
    """What is said of files that will not do."""
    files = [
        *(b"\xff\xd8\xff", b"PK\x03\x04", bytes(1 << 21), png()[:40], png(5000, 400, rows=b""), png(210, 9)),
        svg(opening=""),
        *(svg(one) for one in ("<text/>", "<script/>", '<image href="//a"/>', "<filter/>", "<set/>")),
        *(svg(one) for one in ('<image href="data:image/jpeg;base64,"/>', '<line stroke-dasharray="1"/>')),
    ]
    said = set()
    for number, content in enumerate(files):
        (folder / f"{number}").write_bytes(content)
    for name in (*map(str, range(len(files))), "none.svg", "a\\b.svg", "../0", "/etc"):
        with pytest.raises(Refused) as refused:
            house_of(Style("A", logo=name), str(folder))
        said.add(str(refused.value).split(": ", 1)[1])
    main = b"wordprocessingml.document.main"
    for data in (
        b"\xd0\xcf\x11\xe0",
        changed(a_word_file(), old=main, new=b"wordprocessingml.template.main"),
        changed(a_word_file(), more="word/vbaProject.bin"),
    ):
        with pytest.raises(TemplateFault) as fault:
            template(data)
        said.add(str(fault.value))
    return said
