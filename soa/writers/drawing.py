"""A drawing set into a web page: cleaned of what a page does not need, its colours left to the page's style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

from markupsafe import Markup

SHAPES: Final = frozenset({"g", "path", "line", "rect", "circle", "ellipse", "polyline", "polygon", "text", "tspan"})
"""The elements that are drawn; whatever else stands in the file is left out."""
SAID: Final = frozenset(
    "d points x y x1 y1 x2 y2 dx dy width height r rx ry cx cy transform opacity fill fill-opacity fill-rule stroke stroke-width "
    "stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity text-anchor dominant-baseline font-size font-weight "
    "font-style".split()
)
"""What may be said of them. Fonts are the page's; names, roles and labels are the figure's, not each mark's."""
_GOES_WITHOUT_SAYING: Final = frozenset(
    {("opacity", "1"), ("transform", "translate(0,0)"), *((name, "0") for name in ("x1", "y1", "x2", "y2"))}
)
_NUMBER = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def inline(svg: str, says: str) -> Markup:
    """An SVG file as an element of a page: one picture to whoever listens, with these words."""
    root = ET.fromstring(_FORBIDDEN.sub("", svg))  # noqa: S314 - our own engine's, which writes no entities
    size = [(name, root.get(name, "")) for name in ("width", "height", "viewBox") if name in root.attrib]
    opening = _opened("svg", [("role", "img"), ("aria-label", says), *size])
    return Markup("".join((opening, *_inside(root), "</svg>")))  # noqa: S704 - every word and value is escaped below


def _inside(parent: ET.Element) -> Iterator[str]:
    for child in parent:
        yield from _drawn(child)


def _drawn(element: ET.Element) -> Iterator[str]:
    """An element and those inside it; nothing where it cannot be seen."""
    name = element.tag.rpartition("}")[2]
    if name not in SHAPES or element.get("display") == "none" or element.get("opacity") == "0":
        return
    said = [(key, _short(value)) for key, value in element.items() if key in SAID and "url(" not in value]
    said = [pair for pair in said if pair not in _GOES_WITHOUT_SAYING]
    if name == "g":
        inner = list(_inside(element))
        yield from (_opened(name, said), *inner, "</g>") if said and inner else inner
    elif name in {"text", "tspan"}:
        yield from (_opened(name, said), escape(element.text or ""), *_inside(element), f"</{name}>")
        yield escape((element.tail if name == "tspan" else "") or "")
    elif element.get("d", "-") not in {"", "M0,0h0v0h0Z"}:
        yield _opened(name, said, "/")


def _short(value: str) -> str:
    """Numbers to a tenth of a pixel."""
    return _NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)


def _opened(name: str, said: list[tuple[str, str]], end: str = "") -> str:
    return "".join((f"<{name}", *(f' {key}="{escape(value)}"' for key, value in said), f"{end}>"))
