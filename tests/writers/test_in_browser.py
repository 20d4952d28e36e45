"""The page in a real browser: no barrier that axe-core knows, nothing cut off, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from soa.document.blocks import (
    Card,
    Cards,
    Cell,
    Code,
    Facts,
    Front,
    Gap,
    Ladder,
    Link,
    List,
    Note,
    Paragraph,
    Picture,
    Pictures,
    Preformatted,
    Quote,
    Section,
    Table,
    Tag,
    Text,
)
from soa.document.house import House
from soa.writers.html import write
from soa.writers.press import Press
from tests.document.made import document, first_outcome, html, whole

pytestmark = [pytest.mark.chromium, pytest.mark.node]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class View(NamedTuple):
    """How somebody looks at the page."""

    name: str
    width: int
    scheme: Any = "light"
    media: Any = "screen"
    dots: float = 1


VIEWS = (
    View("desk", 1280),
    View("dark", 1280, "dark"),
    View("phone", 320),
    View("phone at night", 320, "dark"),
    View("at 200 %", 640, dots=2),
    View("print", 794, media="print"),
)


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}"><rect width="{0}" height="{1}"/></svg>'
WIDE = Picture(DRAWN.format(900, 60).encode(), "svg", 900, 60, "A wide logo")
TALL = Picture(DRAWN.format(50, 400).encode(), "svg", 50, 400, "A tall logo")


def _draft() -> str:
    data = whole()
    del (
        first_outcome(data)["by_whom"],
        first_outcome(data)["how"][0]["owner"],
        data["vision"],
        data["governance"]["board"],
    )
    data["not_chosen"][0]["reason"] = "Llanfair" * 40  # a word longer than any screen is wide
    data["partners"][1]["name"] = "Orran" * 30
    return html(data, draft=True)


def _hostile() -> str:
    """Everything that could burst a page: words, paragraphs and tables longer than anybody means to write."""
    long, address = "Llanfair" * 50, f"https://glenmore.example/{'plans/' * 40}{'x' * 90}"
    cells = (
        Cell(((Text(long),), (Text(address),))),
        Cell(((Link((Text(address),), address),),)),
        Cell(((Text("1"),),), numeric=True),
    )
    head = ((Text(long),), (Text("Two"),), (Text("Three"),))
    flat = Table("A long table", head, (cells,) * 500)
    blocks = (
        Paragraph((Text("word " * 20_000),)),
        Paragraph((Text("x" * 100_000),)),
        Paragraph((Text(address), Code(long))),
        Preformatted(long),
        List(((Paragraph((Text(long),)),),)),
        Facts((((Text(long),), (Paragraph((Text(address),)),)),)),
        Ladder(long, ((long, (Text(long),)),)),
        Cards((Card("1", (Text(long),), "a", ((Text(address),),)),)),
        Note("remark", long, (Paragraph((Tag(long),)),)),
        Gap(long, long),
        Quote((Paragraph((Text(long),)),), (Text(long),)),
        Pictures((WIDE, TALL)),
        flat._replace(form="figures"),
        flat._replace(spread=True),
    )
    made = document()
    parts = tuple(Section(f"s{at}", (Text(long),), blocks if at == 1 else (), number=long) for at in range(3))
    words = (Text(long),)
    front = Front(long, long, long, words, words, words, parts[2:], None)
    hostile = made._replace(title=long, front=front, sections=(*parts[:2], parts[0]._replace(anchor="s3")))
    return write(hostile, Press(House(name=long, logo=WIDE))).decode()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole agreement, and a draft with holes, as files."""
    folder = tmp_path_factory.mktemp("published")
    made = {"agreed": html(), "draft": _draft(), "hostile": _hostile()}
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture(params=VIEWS, ids=[view.name for view in VIEWS])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An open page of that size, colour scheme and medium."""
    how: View = request.param
    page = browser.new_page(
        viewport={"width": how.width, "height": 900}, color_scheme=how.scheme, device_scale_factor=how.dots
    )
    page.emulate_media(media=how.media, color_scheme=how.scheme)
    yield page
    page.close()


@pytest.mark.parametrize("name", ["agreed", "draft"])
def test_axe_finds_no_barrier(name: str, files: dict[str, Path], view: Page, node_modules: Path) -> None:
    """WCAG 2.2 AA and axe-core's best practices."""
    view.goto(files[name].as_uri())
    view.evaluate((node_modules / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = view.evaluate("(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert found["passes"]


@pytest.mark.parametrize("name", ["agreed", "draft", "hostile"])
def test_nothing_is_wider_than_the_screen(name: str, files: dict[str, Path], view: Page) -> None:
    """Only tables of figures scroll, in a box of their own."""
    view.goto(files[name].as_uri())
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 1280, 2400])
def test_a_stamp_begins_where_the_words_below_it_begin(width: int, files: dict[str, Path], browser: Browser) -> None:
    """However wide the screen."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(files["draft"].as_uri())
    edges = page.evaluate(
        "[...document.querySelectorAll('.stamp strong, h1')].map((one) => one.getBoundingClientRect().left)"
    )
    page.close()
    assert len(edges) == 3
    assert len(set(edges)) == 1


def test_nothing_is_fetched_and_nothing_complained_of(files: dict[str, Path], browser: Browser) -> None:
    """The file is all there is, and its policy lets its own style through."""
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(files["agreed"].as_uri())
    styled = page.evaluate("getComputedStyle(document.querySelector('.skip')).position")
    page.close()
    assert asked == [files["agreed"].as_uri()]
    assert said == []
    assert styled == "absolute"


def test_the_skip_link_leads_past_the_head_of_the_page(files: dict[str, Path], browser: Browser) -> None:
    """It is the first thing that the keyboard reaches, and it can be seen there."""
    page = browser.new_page()
    page.goto(files["agreed"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "plan"
    page.close()


def test_the_printed_pages_of_a_draft_are_marked(files: dict[str, Path], browser: Browser) -> None:
    """On paper the word stands across each page: it is fixed, and print repeats what is fixed."""
    page = browser.new_page()
    page.goto(files["draft"].as_uri())
    on_screen = page.evaluate("getComputedStyle(document.body, '::before').content")
    page.emulate_media(media="print")
    mark = page.evaluate("(({content, position}) => [content, position])(getComputedStyle(document.body, '::before'))")
    page.close()
    assert on_screen == "none"
    assert mark == ['"Draft · Fictional: for training"', "fixed"]


def test_the_keyboard_reaches_every_line_of_the_contents_and_shows_where_it_is(
    files: dict[str, Path], browser: Browser
) -> None:
    """In the order in which they stand; the way back is never blocked."""
    page = browser.new_page()
    page.goto(files["agreed"].as_uri())
    wanted = page.evaluate("[...document.querySelectorAll('nav a')].map((a) => a.hash)")
    page.evaluate("document.querySelector('nav a').focus()")
    reached = []
    for _ in wanted:
        reached.append(page.evaluate("document.activeElement.hash"))
        ring = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert ring == ["solid", "3px"]
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert reached == wanted
    assert page.evaluate("document.activeElement.hash") == wanted[-1]
    page.close()


def test_no_picture_is_distorted(files: dict[str, Path], view: Page) -> None:
    """However narrow its place, a logo keeps its form."""
    view.goto(files["hostile"].as_uri())
    shown = view.evaluate(
        "[...document.images].map((one) => [one.clientWidth / one.clientHeight, one.naturalWidth / one.naturalHeight])"
    )
    assert len(shown) == 3
    for as_shown, as_drawn in shown:
        assert as_shown == pytest.approx(as_drawn, rel=0.1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_take_the_colours_of_the_page(scheme: Any, files: dict[str, Path], browser: Browser) -> None:
    """No word or mark of a drawing keeps a colour that was meant for white paper, and all fonts are the page's."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(files["agreed"].as_uri())
    named = page.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement("i"));
          return ["ink", "soft", "line", "sheet", "accent", "second"].map((name) => {
            probe.style.color = `var(--${name})`;
            return getComputedStyle(probe).color;
          });
        }"""
    )
    used = page.evaluate(
        """() => {
          const marks = [...document.querySelectorAll("figure.chart svg :is(path, line, rect, text)")];
          const looks = marks.flatMap((one) => { const {fill, stroke} = getComputedStyle(one); return [fill, stroke]; });
          return [...new Set(looks)].filter((one) => one !== "none");
        }"""
    )
    fonts = page.evaluate(
        "[...new Set([...document.querySelectorAll('svg text')].map((one) => getComputedStyle(one).fontFamily.split(',')[0]))]"
    )
    page.close()
    assert used
    assert set(used) <= set(named)
    assert fonts == ["SoaSans"]


def test_the_fonts_of_the_house_are_shown(files: dict[str, Path], browser: Browser) -> None:
    """The policy lets them through, and the browser can read them."""
    page = browser.new_page()
    page.goto(files["agreed"].as_uri())
    loaded = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family))"
    )
    page.close()
    assert set(loaded) == {"SoaSans", "SoaSerif"}


def test_with_forced_colours_charts_are_drawn_in_them(files: dict[str, Path], browser: Browser) -> None:
    """Whoever chose the system's colours gets them, in drawings too."""
    page = browser.new_page(forced_colors="active")
    page.goto(files["agreed"].as_uri())
    ink, word, mark, link = page.evaluate(
        """() => [
          getComputedStyle(document.body).color,
          getComputedStyle(document.querySelector(".chart text")).fill,
          getComputedStyle(document.querySelector(".chart [fill='#0c4f58']")).fill,
          getComputedStyle(document.querySelector("nav a")).color,
        ]"""
    )
    page.close()
    assert word == ink
    assert mark == link


def test_the_plan_at_a_glance_prints_on_a_page_turned_sideways(files: dict[str, Path], browser: Browser) -> None:
    """One of them, the others upright."""
    page = browser.new_page()
    page.goto(files["draft"].as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    with pikepdf.open(BytesIO(printed)) as pdf:
        sizes = [[float(side) for side in one.MediaBox[2:]] for one in pdf.pages]
    assert [width > height for width, height in sizes].count(True) == 1
