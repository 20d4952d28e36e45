"""The page in a real browser: no barrier that axe-core knows, nothing cut off, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.document.made import first_outcome, html, whole

pytestmark = [pytest.mark.chromium, pytest.mark.node]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class View(NamedTuple):
    """How somebody looks at the page."""

    name: str
    width: int
    scheme: Any = "light"
    media: Any = "screen"


VIEWS = (
    View("desk", 1280),
    View("dark", 1280, "dark"),
    View("phone", 320),
    View("phone at night", 320, "dark"),
    View("print", 794, media="print"),
)


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


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole agreement, and a draft with holes, as files."""
    folder = tmp_path_factory.mktemp("published")
    made = {"agreed": html(), "draft": _draft()}
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture(params=VIEWS, ids=[view.name for view in VIEWS])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An open page of that size, colour scheme and medium."""
    how: View = request.param
    page = browser.new_page(viewport={"width": how.width, "height": 900}, color_scheme=how.scheme)
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


@pytest.mark.parametrize("name", ["agreed", "draft"])
def test_nothing_is_wider_than_the_screen(name: str, files: dict[str, Path], view: Page) -> None:
    """Only tables of figures scroll, in a box of their own."""
    view.goto(files[name].as_uri())
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
    assert mark == ['"DRAFT · FICTIONAL"', "fixed"]
