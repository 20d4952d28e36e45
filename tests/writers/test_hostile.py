"""An agreement whose every answer is an attack, in every format: shown as words, laid out, and nothing done."""

from __future__ import annotations

import re
import shutil
import subprocess
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pikepdf
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from soa.document.blocks import Document
from soa.document.compose import compose
from soa.document.edition import Edition
from soa.document.text import DEEPEST_READ, prose, safe_target
from soa.model.reading import read
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.document.made import AS_OF, WHOLE, agreement, whole, words
from tests.writers.read_back import READERS, of_document

ATTACKS = (
    "<script>window.owned=1;alert(1)</script>",
    '<img src=x onerror="window.owned=1;alert(1)"> <iframe src=//evil.example></iframe>',
    '"><svg onload=alert(1)><style>*{display:none}</style>',
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#10;script:alert(1)) [d](data:text/html,x) [e](file:///etc/passwd)",
    "<javascript:alert(1)> <https://glenmore.example/ok> ![picture](https://evil.example/pixel.png)",
    '#read("/etc/passwd") #panic() $ x^2 $ @label <label> *[#eval("1")] \\#let x = 1 `#raw` /*comment //',
    '=HYPERLINK("http://evil.example","x") +1+1 -2 @SUM(1)',
    '{ INCLUDETEXT "C:\\\\secret" } { DDEAUTO c:\\\\x "calc" } { TOC }',
    '</w:t></w:r><w:r><w:instrText>DDEAUTO</w:instrText></w:r> <w:fldSimple w:instr="DDE"/>',
    "{{ 7*7 }} {% for x in y %} ${7*7} %s {0} {page} {pages}",
    "&lt;script&gt; &amp;#60; &#x202E; &#0; &copy; ]]> <![CDATA[ x ]]> <!-- c --> <?php x ?>",
    "漢字 العربية 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👩‍👩‍👧‍👦 ẁ Ŵŷ àèìòù \u202eliwe\u202c \u2028 \ufeff",
    "control \x01\x07\x08\x0b\x0c\x1b[31m\x7f\x9b end",
    "W" * 400,
    "| a | b | \\| c ~~strike~~ ~~~ ``` # hash ## two",
    "**bold *it _und `code` [^1] [^note]: x [ref]: http://x  \\",
    "//evil.example/x [a](//evil.example) [b](\\\\\\\\evil\\share) [c](/\\evil) [d](https://a@b:80@c/'onx=1)",
    '[x](https://glenmore.example/?q="onmouseover=alert(1)"&a=<b>) [m](mailto:a@b.example?subject=x%0ACc:all)',
    f"[long](https://glenmore.example/{'a' * 5000})",
)
BLOCKS = (
    "# Heading\n\n<div>\n\nhtml block\n\n</div>\n\n<script>\nalert(1)\n</script>\n\n```html\n<script>alert(1)</script>\n```\n\n~~~\n#panic()\n~~~",
    "x[^a] y[^a]\n\n[^a]: note <b>one</b> [l](javascript:x)\n\n    more",
    f"|{'|'.join(f'h{at}' for at in range(12))}|\n|{'---|' * 12}\n|{'<b>x</b>|' * 12}",
    "\n".join("> " * depth + f"quoted{depth}\n" for depth in range(1, 30)),
    "\n".join("  " * depth + f"- item{depth}" for depth in range(30)),
)
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\ufeff]")
SAFE = re.compile(r"(https?|mailto):")
EDITIONS = (
    Edition(draft=True),
    Edition("summary"),
    Edition("committee"),
    Edition("partner", "council"),
    Edition("locality", "muirton"),
)
PLACES = [(edition, suffix) for edition in EDITIONS for suffix in WRITERS]


def _leaves(part: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where texts stand in data."""
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [path] if isinstance(part, str) else [leaf for key, one in pairs for leaf in _leaves(one, (*path, key))]


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


@cache
def _hostile() -> Any:
    """The whole agreement, each answer that takes any words an attack, with a word by which it can be found."""
    data = whole()
    refs = set(re.findall(r"\bid: ([a-z-]+)", WHOLE.read_text())) | {"scottish-government"}
    sound = len(read(data).errors)
    for number, path in enumerate(_leaves(data)):
        *above, last = path
        part = _at(data, tuple(above))
        was = part[last]
        if was.split(".")[-1] in refs or "policy_priorities" in path:
            continue
        attack = ATTACKS[number % len(ATTACKS)]
        part[last] = f"{attack} Kite{number}"
        if len(read(data).errors) > sound:
            part[last] = was
    data["place"]["text"] += "\n\n" + "\n\n".join(BLOCKS)
    data["foreword"][1]["text"] = "word " * 20_000
    rows = "\n".join(f"| row{at} | {at} | words |" for at in range(500))
    data["appendices"].append({"title": "Rows", "text": f"| a | b | c |\n|---|---|---|\n{rows}"})
    return data


@cache
def _document(edition: Edition) -> Document:
    made = agreement(deepcopy(_hostile()))
    return compose(made, edition, as_of=AS_OF, digest="d" * 64, version="1.2.3", pictures={})


@cache
def _press() -> Press:
    return Press()


@cache
def _file(edition: Edition, suffix: str) -> bytes:
    return WRITERS[suffix](_document(edition), _press())


def _shown(place: Any) -> str:
    return f"{place.part}" if isinstance(place, Edition) else str(place)


# ---- every format --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("edition", "suffix"), PLACES, ids=_shown)
def test_every_attack_is_words_in_every_format(edition: Edition, suffix: str) -> None:
    """What is said in the document is read back from the file, no more and no less."""
    document = _document(edition)
    said = of_document(document)
    assert READERS[suffix](_file(edition, suffix), document) == said
    assert {"script", "Kite3"} & set(said)
    if edition.part == "agreement":
        assert sum(word.startswith("Kite") for word in said) > 200
        assert {f"quoted{depth}" for depth in range(1, 30)} | {f"item{depth}" for depth in range(30)} <= set(said)
        assert {"script", "panic", "INCLUDETEXT", "instrText", "HYPERLINK", "W" * 400, "row499"} <= set(said)


@pytest.mark.parametrize("edition", EDITIONS, ids=_shown)
def test_no_character_reaches_a_document_that_turns_or_hides_text(edition: Edition) -> None:
    """Controls and turns of direction are named in brackets; tabs and line breaks of quoted text stay."""
    assert not ODD.search(words(_document(edition)))


# ---- a page in a browser -------------------------------------------------------------------------------------------

LOOK = """() => ({
  owned: window.owned ?? null, scripts: document.scripts.length, frames: frames.length,
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  handlers: [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
    attribute => /^on|^style$|^srcdoc$/.test(attribute.name))).length,
  fetched: [...document.images].filter(one => !one.src.startsWith('data:')).length,
  links: [...document.links].map(one => one.getAttribute('href')).filter(one => !/^(#|https?:|mailto:)/.test(one)),
  seen: [...document.querySelectorAll('h1, h2, p, td, li')].filter(one => one.innerText.includes('Kite')).length,
})"""


@pytest.mark.parametrize("edition", EDITIONS, ids=_shown)
def test_a_browser_runs_nothing_and_fetches_nothing(browser: Browser, edition: Edition) -> None:
    """On a telephone: no dialog, no request, no complaint, nothing that sticks out, and words to be seen."""
    file = _file(edition, "html")
    page = browser.new_page(viewport={"width": 320, "height": 700})
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: events.append(message.text))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("data:") else events.append(request.url))
    page.route("**/*", lambda route: route.fulfill(body=file, content_type="text/html"))
    page.goto("https://page.test/")
    found = page.evaluate(LOOK)
    page.close()
    assert events == ["https://page.test/"]
    assert found.pop("seen") > 5
    assert found == dict.fromkeys(("scripts", "frames", "handlers", "fetched"), 0) | {
        "owned": None,
        "wide": False,
        "links": [],
    }


# ---- a file read back ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS, ids=_shown)
def test_a_pdf_does_nothing_and_keeps_its_words_on_the_page(edition: Edition, tmp_path: Path) -> None:
    """Its only actions lead to places in it, to the web, or to a letter."""
    file = _file(edition, "pdf")
    with pikepdf.open(BytesIO(file)) as pdf:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        for one in pdf.objects:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not {"/JS", "/JavaScript", "/EmbeddedFile", "/EmbeddedFiles"} & set(one.keys())
        actions = [mark["/A"] for page in pdf.pages for mark in page.get("/Annots", []) if "/A" in mark]
        assert {str(one.S) for one in actions} <= {"/URI", "/GoTo"}
        assert all(SAFE.match(str(one.URI)) for one in actions if one.S == "/URI")
    poppler = shutil.which("pdftotext")
    if poppler is None:
        pytest.skip("needs pdftotext")
    (tmp_path / "plan.pdf").write_bytes(file)
    said = subprocess.run([poppler, "-bbox", str(tmp_path / "plan.pdf"), "-"], capture_output=True, check=True).stdout
    for page in re.findall(rb'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', said, re.DOTALL):
        wide, high = float(page[0]), float(page[1])
        for word in re.findall(rb'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', page[2]):
            left, top, right, bottom = map(float, word)
            assert -1 <= left <= right <= wide + 1
            assert -1 <= top <= bottom <= high + 1


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("edition", EDITIONS, ids=_shown)
def test_a_word_file_has_no_field_but_ours(edition: Edition) -> None:
    """Nor an object, a macro, or a way to anywhere but the web and letters."""
    with ZipFile(BytesIO(_file(edition, "docx"))) as file:
        assert file.testzip() is None
        parts = {name: ET.fromstring(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}
        assert not [name for name in file.namelist() if not name.endswith((".xml", ".rels", ".png", ".odttf"))]
    every = [one for part in parts.values() for one in part.iter()]
    assert {one.text for one in every if one.tag == f"{W}instrText"} <= {' TOC \\o "1-2" \\h \\z '}
    assert {one.get(f"{W}instr") for one in every if one.tag == f"{W}fldSimple"} <= {" PAGE ", " NUMPAGES "}
    assert not {f"{W}altChunk", f"{W}object", f"{W}control", f"{W}attachedTemplate"} & {one.tag for one in every}
    ways = [str(one.get("Target")) for one in every if one.get("TargetMode") == "External"]
    assert all(map(SAFE.match, ways))


@pytest.mark.parametrize("edition", EDITIONS, ids=_shown)
@pytest.mark.parametrize("dialect", ["commonmark", "default"])
def test_markdown_is_read_without_a_tag_of_the_authors(edition: Edition, dialect: str) -> None:
    """By a reader who lets HTML through."""
    reader = MarkdownIt(dialect, {"html": True, "linkify": False, "maxNesting": 1000}).enable("table")
    tokens = reader.parse(_file(edition, "md").decode())
    every = [one for token in tokens for one in (token, *(token.children or ()))]
    assert not {one.type for one in every} & {"html_block", "html_inline", "image"}
    links = [str(one.attrs["href"]) for one in every if one.type == "link_open"]
    assert links or edition.of
    assert all(link.startswith("#") or SAFE.match(link) for link in links)


# ---- author text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * depth + f"- deep{depth}" for depth in range(60)),
        "\n\n".join("> " * depth + f"deep{depth}" for depth in range(60)),
        "\n\n".join("   " * depth + f"1. deep{depth}" for depth in range(60)),
        f"{'> - ' * (DEEPEST_READ * 2)}deep0 {' '.join(f'deep{at}' for at in range(60))}",
    ],
)
def test_no_word_is_lost_however_deep_it_stands(text: str) -> None:
    """Beyond what can be laid out it stands at the deepest level, or as it was written."""
    said = words(prose(text, "x"))
    assert {f"deep{depth}" for depth in range(60)} <= set(re.findall(r"\w+", said))


@pytest.mark.parametrize(
    "target",
    [
        "javascript%3Aalert(1)",
        "java%0Ascript:alert(1)",
        "%6Aavascript:x",
        "%5C%5Cevil%5Cshare",
        "/%5Cevil",
        "%2F%2Fevil.example",
        "x:y",
        "C:/Windows",
        "1:2",
    ],
)
def test_percent_signs_hide_no_way_out(target: str) -> None:
    """Some programs undo them before they follow a link."""
    assert safe_target(target) == ""


@pytest.mark.parametrize(
    "target", ["https://a.example/x:y", "plan.pdf?at=10:30", "a/b:c", "#x:y", "mailto:a@b.example"]
)
def test_a_colon_further_on_is_no_scheme(target: str) -> None:
    """A time in a question, for one."""
    assert safe_target(target) == target


@pytest.mark.parametrize("field", ["title", "vision"])
def test_what_is_longer_than_a_pdf_can_name_is_printed_all_the_same(field: str) -> None:
    """A bookmark, a title and a description have their limits; the words themselves have none."""
    data = whole()
    place = data["priorities"][0] if field == "title" else data
    place[field] = "wordy " * 6_000
    made = compose(agreement(data), Edition("summary"), as_of=AS_OF, digest="", version="1", pictures={})
    assert READERS["pdf"](_file_of(made), made).count("wordy") >= 6_000


def _file_of(document: Document) -> bytes:
    return WRITERS["pdf"](document, _press())


def test_a_control_character_stops_no_pdf() -> None:
    """Wherever it comes from: the engine knows no glyph for it."""
    made = _document(Edition("summary"))
    assert _file_of(made._replace(description="a\x01b", words=made.words._replace(page_of="\x02\x7f {page} \\u0001")))
