"""The HTML file: whole in itself, safe whatever an author writes, and ordered for those who listen to it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.blocks import (
    Block,
    Chart,
    Document,
    Front,
    InLanguage,
    Paragraph,
    Picture,
    Pictures,
    Section,
    Stamp,
    Text,
    Words,
)
from soa.document.house import House
from soa.writers.drawing import SHAPES
from soa.writers.html import write
from soa.writers.press import Press
from tests.document.made import first_outcome, html, whole

OURS = frozenset(
    "html head meta title style body a header main nav footer section div p span strong em b code sup br mark h1 h2 h3 h4 ul ol "
    "li dl dt dd table caption thead tbody tfoot tr th td figure figcaption blockquote pre hr img wbr".split()
) | {"svg", *SHAPES}
"""The elements that a document may have: none runs, embeds or asks for anything."""


SPEC = json.dumps(
    {
        "data": {"values": [{"name": "A & <b>", "amount": 3}]},
        "mark": {"type": "bar", "style": ["part-0"]},
        "encoding": {
            "x": {"field": "amount", "type": "quantitative"},
            "y": {"field": "name", "type": "nominal"},
        },
    }
)


def _document(*blocks: Block, stamps: tuple[Stamp, ...] = ()) -> Document:
    """A small document."""
    section = Section("one", (Text("One"),), blocks)
    words = Words("Contents", "Skip", "Missing", "Back", "Page", "Page {page} of {pages}", "Scrolls")
    front = Front("Orran", "A kind", "2013 to 2023", (Text("Agreed."),), (Text("A vision"),), (), (), None)
    colophon = Section("colophon", (Text("Colophon"),), listed=False)
    return Document("A plan", "en-GB", "", stamps, words, front, (section,), colophon)


def written(document: Document, house: House | None = None) -> str:
    """A document as a page."""
    return write(document, Press(house)).decode()


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


@pytest.fixture(scope="module")
def text() -> str:
    """The whole agreement as a page."""
    return html()


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    """The same, taken apart."""
    return Page(text)


def test_the_file_asks_for_nothing_from_outside(text: str, page: Page) -> None:
    """No script, no frame; pictures and fonts are inside, and the only addresses are links to follow."""
    assert {tag for tag, _ in page.elements} <= OURS
    for tag, attrs in page.elements:
        assert not {"srcset", "style", "action", "background"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]
        assert "href" not in attrs or tag == "a"
        assert "src" not in attrs or (tag == "img" and str(attrs["src"]).startswith("data:image/"))
    assert text.count("url(") == text.count("url(data:font/woff2;base64,") == 5
    assert "@import" not in text


def test_the_security_policy_allows_our_style_and_nothing_else(text: str, page: Page) -> None:
    """The hash is that of the style in the file."""
    style = text.split("<style>")[1].split("</style>", maxsplit=1)[0]
    (policy,) = [attrs["content"] for attrs in page.all("meta") if "http-equiv" in attrs]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_headings_skip_no_level(page: Page) -> None:
    """One h1, and each other at most one level below the one before."""
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_anchor_stands_once_and_every_link_within_leads_somewhere(page: Page) -> None:
    """Footnotes and their way back included."""
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {str(attrs["href"])[1:] for attrs in page.all("a") if str(attrs["href"]).startswith("#")} <= set(ids)


def test_every_table_says_what_its_headings_head(page: Page) -> None:
    """`scope` on each, and a caption on all but an author's own."""
    assert page.all("th")
    assert {attrs.get("scope") for attrs in page.all("th")} == {"col", "row"}
    assert len(page.all("caption")) == len(page.all("table")) - 1


def test_the_language_and_the_title_are_named(text: str, page: Page) -> None:
    """British English, the agreement's own title, and the stamp."""
    assert page.all("html")[0]["lang"] == "en-GB"
    assert "<title>Glenmore Single Outcome Agreement 2013 to 2023 – Fictional: for training</title>" in text


def test_a_draft_is_marked_on_screen_and_at_the_head_of_each_printed_page() -> None:
    """The word stands in the page's margin and across it."""
    page = html(draft=True)
    assert '<p class="stamp draft"><strong>Draft</strong>' in page
    assert '@page { @top-center { content: "Draft' in page
    assert 'body::before { content: "Draft' in page
    assert 'content: "Draft' not in html()


def test_what_is_for_the_partners_only_is_marked_too() -> None:
    """On screen, in the browser's title and on every printed page; machines are asked not to list it."""
    page = written(_document(stamps=(Stamp("partners", "For “partners” only", "Not for publication."),)))
    assert '<p class="stamp partners"><strong>For “partners” only</strong> Not for publication.</p>' in page
    assert "<title>A plan – For “partners” only</title>" in page
    assert 'content: "For \\201c partners\\201d  only"; font-size' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "robots" not in written(_document())


def test_a_missing_answer_is_marked() -> None:
    """With the words that say so, and the question."""
    data = whole()
    del first_outcome(data)["by_whom"]
    assert '<mark class="hole"><b>Still to be answered:</b> By whom?</mark>' in html(data, draft=True)


ATTACKS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1))",
    "<!-- ",
    "]]>",
    "&lt;script&gt;",
    "{missing}{0}",
    "%s %(a)s",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_author_text_never_becomes_markup(attack: str) -> None:
    """In every text of the agreement at once, names and prose alike."""
    page = Page(html(_everywhere(whole(), attack), draft=True))
    assert {tag for tag, _ in page.elements} <= OURS
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert not [attrs for attrs in page.all("a") if str(attrs.get("href")).lower().startswith("javascript")]
    assert len(page.all("style")) == 1


@given(st.text(max_size=40))
def test_any_name_is_printed_as_it_was_written(name: str) -> None:
    """Letters, quotation marks, brackets of every script."""
    data = whole()
    data["partners"][0]["name"] = f"A{name}Z".replace("\r", " ").replace("\n", " ")
    page = Page(html(data, draft=True))
    assert {tag for tag, _ in page.elements} <= OURS


def test_the_same_document_gives_the_same_bytes() -> None:
    """Drawn twice by two presses."""
    assert html() == html()


def test_a_chart_is_one_picture_to_whoever_listens() -> None:
    """Its words are said once, and no mark in it has a name or part of its own."""
    chart = Chart("Falls & more", 'From "21" to <15>.', SPEC, ((Text("Begins at 10."),),))
    text = written(_document(chart))
    page = Page(text)
    (svg,) = page.all("svg")
    assert svg["role"] == "img"
    assert svg["aria-label"] == 'From "21" to <15>.'
    assert page.all(*SHAPES)
    assert not [
        name for attrs in page.all(*SHAPES) for name in attrs if name == "class" or name.startswith(("aria", "role"))
    ]
    assert "<figcaption>Falls &amp; more</figcaption>" in text
    assert '<p class="small">Begins at 10.</p>' in text
    assert "A &amp; &lt;b&gt;" in text


def test_pictures_stand_in_a_row_with_their_words() -> None:
    """Inside the file, with their size and an alternative."""
    logo = Picture(b"<svg/>", "svg", 120, 40.4, 'The "Council"')
    text = written(_document(Pictures((logo, logo._replace(kind="png", alt="NHS")))))
    assert Page(text).all("img") == [
        {"src": "data:image/svg+xml;base64,PHN2Zy8+", "alt": 'The "Council"', "width": "120", "height": "40"},
        {"src": "data:image/png;base64,PHN2Zy8+", "alt": "NHS", "width": "120", "height": "40"},
    ]


def test_the_house_heads_the_page() -> None:
    """The logo is not said again where the name stands beside it."""
    logo = Picture(b"<svg/>", "svg", 120, 40, "Orran")
    named = written(_document(), House(name="Orran Together", logo=logo))
    assert Page(named).all("img")[0]["alt"] == ""
    assert "<span>Orran Together</span></p>" in named
    assert Page(written(_document(), House(logo=logo))).all("img")[0]["alt"] == "Orran"
    assert 'class="house"' not in written(_document())


def test_words_of_another_language_say_so() -> None:
    """For voices and for hyphens."""
    text = written(_document(Paragraph((InLanguage((Text("Good morning"),), "en-GB"),))))
    assert '<span lang="en-GB">Good morning</span>' in text


def test_a_long_address_breaks_at_its_seams_and_a_long_word_anywhere() -> None:
    """Short words are left alone."""
    text = written(
        _document(Paragraph((Text(f"See https://glenmore.example/plans/falls-2013.html or {'x' * 40}, and/or"),)))
    )
    assert (
        f'See https://<wbr>glenmore.<wbr>example/<wbr>plans/<wbr>falls-<wbr>2013.<wbr>html or <span class="long">{"x" * 40},</span> and/or'
        in text
    )


@pytest.mark.parametrize(("sections", "listed"), [(0, False), (2, False), (3, True)])
def test_contents_only_where_there_is_something_to_find(sections: int, listed: bool) -> None:
    """At least three sections that they would name."""
    made = _document()
    one = made.sections[0]
    every = tuple(one._replace(anchor=f"s{at}") for at in range(sections))
    text = written(made._replace(sections=(*every, one._replace(anchor="unlisted", listed=False))))
    assert ('<nav aria-labelledby="contents">' in text) == listed
    assert 'href="#unlisted"' not in text


def test_page_one_with_nothing_on_it() -> None:
    """No empty paragraph or list stands where an answer would."""
    bare = Front("", "", "", (), (), (), (), None)
    text = written(_document()._replace(front=bare))
    for kind in ("front", "opening", "kicker", "period", "status", "vision", "aside"):
        assert f'class="{kind}"' not in text
    assert "<h1>A plan</h1>" in text


def test_page_one_with_a_place_only() -> None:
    """What separates is there only where there are two."""
    bare = Front("Orran", "", "", (), (Text("A vision"),), (), (), None)
    text = written(_document()._replace(front=bare))
    assert '<p class="kicker">Orran</p>' in text
    assert '<div class="opening">\n<p class="vision">A vision</p>\n</div>' in text


KEPT = {"id", "status", "kind", "area", "unit"}


def _everywhere(value: Any, attack: str, key: str = "") -> Any:
    """The attack at the end of every text that may hold any."""
    if isinstance(value, dict):
        return {name: _everywhere(one, attack, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_everywhere(one, attack, key) for one in value]
    is_free = isinstance(value, str) and " " in value and key not in KEPT
    return value + attack if is_free else value
