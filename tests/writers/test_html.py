"""The HTML file: whole in itself, safe whatever an author writes, and ordered for those who listen to it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.writers import WRITERS
from tests.document.made import first_outcome, html, whole

OURS = frozenset(
    "html head meta title style body a header main nav footer section div p span strong em b code sup br mark h1 h2 h3 h4 ul ol "
    "li dl dt dd table caption thead tbody tfoot tr th td figure figcaption blockquote pre hr svg rect line polyline circle text".split()
)
"""The elements that a document may have: none runs, embeds or asks for anything."""


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
    """No script, no picture, no font, no frame; the only addresses are links to follow."""
    assert {tag for tag, _ in page.elements} <= OURS
    for tag, attrs in page.elements:
        assert not {"src", "srcset", "style", "action", "background"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]
        assert "href" not in attrs or tag == "a"
    assert "url(" not in text
    assert "@import" not in text


def test_the_security_policy_allows_our_style_and_nothing_else(text: str, page: Page) -> None:
    """The hash is that of the style in the file."""
    style = text.split("<style>")[1].split("</style>", maxsplit=1)[0]
    (policy,) = [attrs["content"] for attrs in page.all("meta") if "http-equiv" in attrs]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


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
    assert 'class="is-draft is-fictional soa"' in page
    assert '@page { @top-center { content: "Draft' not in html()


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


def test_another_format_is_not_offered() -> None:
    """HTML is the first."""
    assert set(WRITERS) == {"html"}


KEPT = {"id", "status", "kind", "area", "unit"}


def _everywhere(value: Any, attack: str, key: str = "") -> Any:
    """The attack at the end of every text that may hold any."""
    if isinstance(value, dict):
        return {name: _everywhere(one, attack, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_everywhere(one, attack, key) for one in value]
    is_free = isinstance(value, str) and " " in value and key not in KEPT
    return value + attack if is_free else value
