"""The style of a web page: the house's colours and fonts, and what every printed page carries."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from soa.config.colours import AA, nearest
from soa.document.blocks import Document
from soa.document.house import House
from soa.writers.press import INK, LINE, PAPER, SOFT

FONTS: Final = "webfonts"
AAA: Final = 7
"""What light words on a dark screen are to reach, so that deep colours do not glimmer there."""
PALE: Final = "#eef3f2"
"""The darkest that text stands on where the page is light."""
DUSKY: Final = "#1d292c"
"""The lightest that text stands on where the page is dark."""
_FILES: Final = {
    "Source Sans 3": ("SoaSans", "Regular Bold Italic"),
    "Source Serif 4": ("SoaSerif", "Regular Bold"),
    "Atkinson Hyperlegible Next": ("SoaHyperlegible", "Regular Bold Italic"),
}
"""For each family that is shipped, the files with the letters that the languages of Scotland need."""
_OTHERWISE: Final = {"SoaSerif": "Palatino,Georgia,serif", "": '"Segoe UI",system-ui,Arial,sans-serif'}
"""What a reader sees whose browser takes no fonts from a page."""
_FACES: Final = {"Regular": "400", "Bold": "600 700", "Italic": "400;font-style:italic"}
_LARGEST = 90
_ACROSS = 1000
"""Points: the size of the letters of a mark across a sheet where it is short, and what it is divided among where it is long."""


def style(document: Document, house: House) -> str:
    """Everything that the page's style says."""
    return "\n".join((*_fonts(house), _colours(house), data("page.css"), *_printed(document)))


@cache
def data(name: str) -> str:
    """A file that lies beside this one."""
    return files(__package__).joinpath(name).read_text("utf-8").replace("\r\n", "\n").strip()


# ---- the house -------------------------------------------------------------------------------------------------


def _fonts(house: House) -> Iterable[str]:
    """The house's fonts, inside the file, and which of them reads and which heads."""
    for family in dict.fromkeys(house.fonts):
        name, faces = _FILES[family]
        for face in faces.split():
            source = f'src:url(data:font/woff2;base64,{_font(f"{name}-{face}")}) format("woff2")'
            yield f"@font-face{{font-family:{name};font-weight:{_FACES[face]};{source}}}"
    used = zip(("body", "headings"), (_FILES[family][0] for family in house.fonts), strict=True)
    said = ";".join(f"--{use}:{name},{_OTHERWISE.get(name, _OTHERWISE[''])}" for use, name in used)
    yield f":root{{{said}}}"


@cache
def _font(name: str) -> str:
    return b64encode(files(__package__).joinpath(FONTS, f"{name}.woff2").read_bytes()).decode()


def _colours(house: House) -> str:
    """The house's colours, deep or light enough to be read on all that they stand on."""
    light, dark = _named(house, PALE, AA), _named(house, DUSKY, AAA)
    return (
        f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{_chart_colours(house)}"
    )


def _named(house: House, behind: str, ratio: float) -> str:
    colours = {"accent": house.colour, "second": house.second_colour}
    return ";".join(f"--{name}:{nearest(colour, behind, ratio)}" for name, colour in colours.items())


def _chart_colours(house: House) -> str:
    """Drawings come in the house's colours on white; the page gives them its own."""
    pairs = {
        "ink": INK,
        "soft": SOFT,
        "line": LINE,
        "sheet": PAPER,
        "second": house.second_colour,
        "accent": house.colour,
    }
    return "\n".join(
        f'.chart [{what}="{colour}" i]{{{what}:var(--{name})}}'
        for name, colour in pairs.items()
        for what in ("fill", "stroke")
    )


# ---- paper -----------------------------------------------------------------------------------------------------


def _printed(document: Document) -> Iterable[str]:
    """The number of each page, and the words of each stamp at its head and across it."""
    page, _, pages = document.words.page_of.partition("{page}")
    of, _, end = pages.partition("{pages}")
    number = " ".join((_quoted(page), "counter(page)", _quoted(of), "counter(pages)", _quoted(end)))
    yield f"@page {{ @bottom-right {{ content: {number}; }} }}"
    said = " · ".join(stamp.word for stamp in document.stamps)
    if said:
        yield f"@page {{ @top-center {{ content: {_quoted(said)}; }} }}"
        size = min(_LARGEST, _ACROSS // len(said))
        yield f"@media print {{ body::before {{ content: {_quoted(said)}; font-size: {size}pt; }} }}"


def _quoted(words: str) -> str:
    """Words as a string of the style, in which nothing of theirs can end it."""
    return '"' + "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in words) + '"'
