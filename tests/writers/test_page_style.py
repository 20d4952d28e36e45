"""The page's style: the house's colours can be read on everything, and its fonts have the letters of Scotland's languages."""

from __future__ import annotations

import re
from importlib.resources import files
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from soa.config.colours import AA, contrast
from soa.document.catalogue import ENGLISH
from soa.document.house import FONTS, House
from soa.writers.page_style import DUSKY, PALE, data, style
from tests.document.made import document

HOUSE_COLOURS = (
    st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}").filter(lambda one: contrast(one, "#ffffff") >= AA)
)
LETTERS = "ÀÈÌÒÙàèìòùÁÉÍÓÚáéíóúÂÊÎÔÛŴŶâêîôûŵŷÄËÏÖÜẄŸäëïöüẅÿẀẁẂẃßñçłąęśźż£€–—‘’“”…•·½¼≥≤−×"
"""Gaelic, Welsh, Scots, Polish and what their texts are set with."""
FILES = sorted(one.name for one in files("soa.writers").joinpath("webfonts").iterdir() if one.name.endswith(".woff2"))
SHIPPED = document()


def _named(said: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): ?(#[0-9a-f]{6})", said))


@given(HOUSE_COLOURS, HOUSE_COLOURS)
def test_the_colours_of_the_house_are_read_on_everything_by_day_and_night(colour: str, second: str) -> None:
    """Against paper, sheet and tint; and words on the colour itself."""
    said = style(SHIPPED, House(colour=colour, second_colour=second))
    day = _named(said.split(":root{--accent", 2)[1].join(["--accent", ""]))
    night = _named("--accent" + said.split(":root{--accent", 2)[2].split("}", 1)[0])
    neutral_day, neutral_night = (
        _named(part.split("}", 1)[0]) for part in (data("page.css").split(":root {")[at] for at in (1, 2))
    )
    for house, neutral, behind in ((day, neutral_day, PALE), (night, neutral_night, DUSKY)):
        for name in ("accent", "second"):
            for under in (neutral["paper"], neutral["sheet"], neutral["tint"], behind):
                assert contrast(house[name], under) >= AA
        assert contrast(neutral["on-accent"], house["accent"]) >= AA


def test_words_and_marks_of_the_page_are_read_on_what_they_stand_on() -> None:
    """Ink and soft ink on every ground, and what is missing on its own; by day and by night."""
    for at in (1, 2):
        named = _named(data("page.css").split(":root {")[at].split("}", 1)[0])
        for under in ("paper", "sheet", "tint"):
            assert min(contrast(named[ink], named[under]) for ink in ("ink", "soft")) >= AA
        assert contrast(named["hole-ink"], named["hole"]) >= AA


def test_charts_take_the_page_s_colours() -> None:
    """Each colour that a drawing is made in is one of the style's, so that it turns with the page."""
    said = style(SHIPPED, House(colour="#123456"))
    assert '.chart [fill="#123456" i]{fill:var(--accent)}' in said
    assert '.chart [stroke="#123456" i]{stroke:var(--accent)}' in said


@pytest.mark.parametrize("name", FONTS)
def test_the_house_s_fonts_are_in_the_file_once(name: str) -> None:
    """And no other."""
    said = style(SHIPPED, House(fonts=FONTS[name]))
    families = set(re.findall(r"@font-face\{font-family:(\w+)", said))
    body, headings = re.search(r":root\{--body:(\w+),.*?;--headings:(\w+),", said).groups()  # type: ignore[union-attr]
    assert families == {body, headings}
    assert (body == headings) == (name != "classic")
    assert said.count("src:url(data:font/woff2") == {"classic": 5}.get(name, 3)


@pytest.mark.parametrize("name", FILES)
def test_the_fonts_have_every_letter_that_is_needed(name: str) -> None:
    """Of the fixed labels too; and, being cut to size, they do not bear the name that is reserved for the whole fonts."""
    font = TTFont(BytesIO(files("soa.writers").joinpath("webfonts", name).read_bytes()))
    wanted = set(LETTERS) | {letter for word in ENGLISH.values() for letter in word}
    assert {letter for letter in wanted if ord(letter) not in font.getBestCmap()} == set()
    assert "Source" not in " ".join(font["name"].getDebugName(number) or "" for number in (1, 4, 6))


def test_the_pages_are_numbered_in_the_document_s_words() -> None:
    """“Page 3 of 40”."""
    assert '@bottom-right { content: "Page " counter(page) " of " counter(pages) ""; }' in style(SHIPPED, House())


def test_no_word_of_a_stamp_can_end_the_string_it_stands_in() -> None:
    """Quotation marks, backslashes and ends of styles are written as numbers."""
    stamp = SHIPPED.stamps[0]._replace(word='a"; } </style>\\')
    said = style(SHIPPED._replace(stamps=(stamp,)), House())
    assert 'content: "a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c "' in said
    assert "</style" not in said


def test_a_long_mark_still_fits_across_a_sheet() -> None:
    """Its letters are smaller the more there are."""
    sizes = []
    for word in ("Draft", "Draft, and for the partners only"):
        said = style(SHIPPED._replace(stamps=(SHIPPED.stamps[0]._replace(word=word),)), House())
        sizes.append(int(re.search(r"font-size: (\d+)pt; } }$", said).group(1)))  # type: ignore[union-attr]
    assert sizes == [90, 31]
