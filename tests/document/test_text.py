"""What an author wrote becomes words, emphasis and links, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.blocks import (
    Code,
    CrossReference,
    Emphasis,
    InLanguage,
    Link,
    List,
    NoteMark,
    Notes,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from soa.document.text import plain, prose, safe_target, sentence, visible, words_of


def test_a_sentence_keeps_emphasis_code_and_links() -> None:
    """Inline Markdown."""
    assert sentence("a **b** *c* `d` [e](https://f.example/)") == (
        Text("a "),
        Strong((Text("b"),)),
        Text(" "),
        Emphasis((Text("c"),)),
        Text(" "),
        Code("d"),
        Text(" "),
        Link((Text("e"),), "https://f.example/"),
    )


def test_a_name_has_no_markup() -> None:
    """Stars in a name are stars."""
    assert plain("A *star* <b>") == (Text("A *star* <b>"),)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>bold</b>", "a &amp; b <br> c", "![x](y.png)"])
def test_html_and_images_are_words(text: str) -> None:
    """Nothing but words comes of them."""
    assert all(isinstance(inline, Text) for inline in sentence(text))
    (paragraph,) = prose(text, "x")
    assert isinstance(paragraph, Paragraph)
    assert words_of(paragraph.inlines) == words_of(sentence(text)) != ""


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example",
        "\\\\elsewhere",
        "/\\elsewhere",
        "",
        "java\tscript:alert(1)",
    ],
)
def test_a_link_elsewhere_than_allowed_is_no_link(target: str) -> None:
    """Only its words stay."""
    assert safe_target(target) == ""
    links = [one for one in sentence(f"[words](<{target}>)") if isinstance(one, Link)]
    # the parser writes backslashes and tabs as %5C and %09, which lead nowhere but down from here
    assert all(one.target.lstrip("/").startswith(("%5C", "java%09")) for one in links)


@pytest.mark.parametrize(
    "target", ["https://a.example/b?c=d", "http://a.example", "mailto:a@b.example", "other.html", "#x"]
)
def test_a_link_that_is_allowed_stays(target: str) -> None:
    """Http, https, mailto and relative."""
    assert sentence(f"[words]({target})") == (Link((Text("words"),), target),)


def test_prose_keeps_paragraphs_lists_tables_quotations_and_footnotes() -> None:
    """Block Markdown."""
    text = "One[^a].\n\n- two\n- three\n\n3. four\n\n| a | b |\n|---|---|\n| c | d |\n\n> five\n\n[^a]: six\n"
    first, bullets, numbers, table, quote, notes = prose(text, "here")
    assert first == Paragraph((Text("One"), NoteMark(1, "here-note-1", "here-mark-1"), Text(".")))
    assert isinstance(bullets, List)
    assert len(bullets.items) == 2
    assert isinstance(numbers, List)
    assert numbers.start == 3
    assert isinstance(table, Table)
    assert table.rows[0][1].lines == ((Text("d"),),)
    assert isinstance(quote, Quote)
    assert notes == Notes((("here-note-1", "here-mark-1", (Paragraph((Text("six"),)),)),))


def test_a_heading_in_prose_is_a_strong_line() -> None:
    """The document's headings are its own."""
    assert prose("# Loud", "x") == (Paragraph((Strong((Text("Loud"),)),)),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x07b", "a[U+0007]b"), ("\u202eabc", "[U+202E]abc"), ("\U0001f475", "[older woman]"), ("e\u0300", "è")],
)
def test_what_cannot_be_shown_is_named(text: str, shown: str) -> None:
    """In names, sentences and prose alike."""
    assert visible(text) == shown
    assert plain(text) == sentence(text) == (Text(shown),)
    assert prose(text, "x") == (Paragraph((Text(shown),)),)
    assert prose(f"`{text}`", "x") == (Paragraph((Code(shown),)),)


@pytest.mark.parametrize("entity", ["&#x202E;", "&#8238;"])
def test_no_entity_brings_in_what_cannot_be_shown(entity: str) -> None:
    """Markdown makes a character of it only when it is parsed; in code it stays as it was written."""
    assert sentence(f"a{entity}") == (Text("a[U+202E]"),)
    assert prose(f"*a{entity}* [b{entity}](c)", "x") == (
        Paragraph((Emphasis((Text("a[U+202E]"),)), Text(" "), Link((Text("b[U+202E]"),), "c"))),
    )
    assert sentence(f"`{entity}`") == (Code(entity),)


def test_the_words_of_what_leads_elsewhere_count() -> None:
    """A way within the document, and words in another language."""
    inner = (Text("words"),)
    assert words_of((CrossReference(inner, "here"), InLanguage(inner, "gd"), Strong(inner))) == "wordswordswords"


@given(st.text(alphabet=st.sampled_from("ab*_`[]()<>!&#|-\n >1.^:\\~\t"), max_size=60))
def test_any_text_becomes_blocks(text: str) -> None:
    """Whatever the markup, parsing ends and loses no link to an unsafe target."""
    prose(text, "x")
    assert isinstance(words_of(sentence(text)), str)


def test_deep_nesting_ends() -> None:
    """A thousand quotations in each other are no trouble."""
    assert prose(">" * 1000 + " x", "x")
    assert words_of(sentence("*" * 4000 + "x" + "*" * 4000)) == "x"
    assert prose("\n".join("  " * depth + "- x" for depth in range(300)), "x")
