"""Which characters documents can show, and what stands for the others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.catalogue import ENGLISH
from soa.language.letters import _composed, lacking, name_of, published
from tests.language.letters_of_fonts import FONTS, LIST, letters, listed


def test_the_list_is_what_the_shipped_fonts_have() -> None:
    """Renewed with: .venv/bin/python -m tests.language.letters_of_fonts."""
    assert LIST.read_text("ascii") == listed()


@pytest.mark.parametrize(
    "text",
    [
        "Àird nam Murchan, Dùn Èideann, Òban, Ùig, Ìle",
        "Tŷ Ŵyn, Âr, Łódź, Çeşme, Iași, Þórr, Ō",
        "Ελλάδα, Украина",
        "“£5” – ‘6 °C’ … ½ m² → 7 % ≥ 8",
        "10\u202f000\xa0people\u2009or so\tand\nmore",
    ],
)
def test_what_people_write_here_is_published_as_it_is(text: str) -> None:
    """English, Gaelic, Scots, Welsh and the languages of many neighbours."""
    assert lacking(text) == ()
    assert published(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a \U0001f475 b", "a [older woman] b"),
        ("\U0001f475\U0001f3fd\u200d\U0001f467", "[older woman, emoji modifier fitzpatrick type-4, girl]"),
        ("\u05d0", "[hebrew letter alef]"),
        ("\u4e2d", "[cjk unified ideograph-4e2d]"),
        ("a\x07b", "a[U+0007]b"),
        ("\u202eabc\u2066", "[U+202E]abc[U+2066]"),
        ("\uf0b7 item", "[U+F0B7] item"),
        ("\ufffe\ud800", "[U+FFFE, U+D800]"),
        ("\u4e2d" * 30, f"[{', '.join(['cjk unified ideograph-4e2d'] * 24)}, …]"),
    ],
)
def test_what_cannot_be_shown_is_named(text: str, shown: str) -> None:
    """One pair of brackets for what follows one another."""
    assert published(text) == shown
    assert lacking(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("co\xadoperate\u200b\u200d\ufeff\u2060", "cooperate"),
        ("\u2615\ufe0f", "\u2615"),
        ("a\u2003b\u3000c\u2028d", "a b c d"),
        ("e\u0300 \u1ecd\u0301", "è \u1ecd\u0301"),
    ],
    ids=["joiners", "selector", "spaces", "accents"],
)
def test_what_leaves_no_trace_goes_and_accents_join_their_letters(text: str, shown: str) -> None:
    """Nothing is lost by it, and no finding is made of it."""
    assert published(text) == shown
    assert lacking(text) == ()


@given(st.text(max_size=20))
def test_everything_published_can_be_shown(text: str) -> None:
    """Whatever is pasted; and a finding is made exactly where something is named."""
    shown = published(text)
    assert lacking(shown) == ()
    assert set(shown) <= letters()
    assert published(shown) == shown
    assert all(name_of(one) in shown for one in lacking(text)[:1])
    assert bool(lacking(text)) == (published(text) != _composed(text))


def test_every_label_can_be_shown() -> None:
    """Our own words too."""
    assert [key for key, words in ENGLISH.items() if lacking(words)] == []


def test_every_character_on_the_list_is_set_in_each_font_and_style_that_documents_use() -> None:
    """By the PDF engine, with no other fonts, under the standards that forbid a missing one: alone, and accented."""
    import typst

    shown = sorted(letters() - {"\t", "\n"})
    accents = [one for one in shown if unicodedata.category(one) == "Mn"]
    words = [*shown, *(unicodedata.normalize("NFC", base + one) for base in "aeiouyAEIOUYnsc" for one in accents)]
    said = "".join(f"\\u{{{ord(one):x}}}" for word in words if not lacking(word) for one in f"a{word} ")
    body = "".join(
        f'#text(font: "{font}", weight: "{weight}", style: "{style}")[#"{said}"]\n\n'
        for font in ("Source Sans 3", "Source Serif 4", "Atkinson Hyperlegible Next")
        for weight in ("regular", "bold")
        for style in ("normal", "italic")
    )
    head = '#set document(title: "Letters")\n#set text(lang: "en")\n= Letters\n'
    pdf = typst.compile(
        f"{head}{body}".encode(),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
    )
    assert pdf.startswith(b"%PDF")
