"""What every writer prints with: the house style, and the charts drawn once for all formats."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, MutableMapping
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Final

from soa.document.blocks import Chart, Picture
from soa.document.house import House

if TYPE_CHECKING:
    from types import ModuleType

FONTS = "fonts"
VERSION: Final = "6.4"
"""Of Vega-Lite: a later engine may have others."""
SHARP = 2
"""Pictures for Word have so many dots for each of the drawing's."""
DOTS = 96
"""Of a drawing, in an inch."""
INK: Final = "#1d2528"
"""Of words and values. A chart has six colours: these four, and the two of the house."""
SOFT: Final = "#566166"
"""Of scales, and of lines that are there to compare with."""
LINE: Final = "#d3d9db"
"""Of grids and bands."""
PAPER: Final = "#ffffff"
"""Inside hollow marks, and of words on a dark bar."""

_Style = dict[str, Any]
_CONFIG: Final = {
    "aria": False,
    "background": None,
    "view": {"stroke": None},
    "point": {"opacity": 1},
    "scale": {"bandPaddingInner": 0.3, "bandPaddingOuter": 0.15},
}
LEADING: Final = 14
"""From one line of words to the next."""
_NOTHING: Final = '{"data":{"values":[{}]},"mark":{"type":"point","style":[]}}'
"""The least that can be drawn."""
_TAG = re.compile("<[a-z][^>]*>")
_UNASKED = re.compile(r' (?:class|role|aria-[a-z]+|pointer-events|xmlns:xlink|version)="[^"]*"')
"""What is meant for style sheets and screen readers: a writer says what a chart shows, once."""
_FONT = re.compile(r' font-family="[^"]*"')
_LONG = re.compile(r"(\.\d\d)\d+")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Press:
    """Prints in one house style. `kept` keeps drawings between runs, by a hash of all they rest on."""

    def __init__(
        self, house: House | None = None, kept: MutableMapping[str, str] | None = None, *, date: date | None = None
    ) -> None:
        self.house = house or House()
        self.date = date
        """When a file says it was made; None where that must not matter."""
        self._kept: MutableMapping[str, str] = {} if kept is None else kept
        self._lock = Lock()

    def warm(self) -> None:
        """Start the engine, which takes the time of some twenty charts, while other work is done. Raises ImportError where it is not installed."""
        _engine()
        Thread(target=self._drawn, args=(_NOTHING,), daemon=True).start()

    def svg(self, chart: Chart) -> str:
        """A chart as SVG, its words as text in the house's font."""
        spec = chart.spec.encode(errors="replace").decode()  # halves of characters can be written in no file
        key = sha256(f"{self._rests_on}\n{spec}".encode()).hexdigest()
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                kept = self._kept[key] = self._drawn(spec)
            return kept

    def png(self, chart: Chart) -> bytes:
        """A chart as PNG on white, sharp at twice its size."""
        return _as_png(self.svg(chart).encode(), "white")

    def as_png(self, picture: Picture) -> bytes:
        """A picture as PNG, for what cannot show SVG."""
        if picture.kind == "png":
            return picture.data
        return _as_png(picture.data, "none")

    @cached_property
    def _styles(self) -> Mapping[str, _Style]:
        return _styles(self.house)

    @cached_property
    def _rests_on(self) -> str:
        """All that a drawing rests on beside its specification."""
        style = json.dumps([self.house.fonts.body, self._styles, _CONFIG], sort_keys=True)
        return f"{_engine().__version__}\n{VERSION}\n{style}"

    def _drawn(self, spec: str) -> str:
        dressed = _dressed(json.loads(spec), self._styles)
        svg = _engine().vegalite_to_svg(dressed, vl_version=VERSION, config=_CONFIG, allowed_base_urls=[])
        return _tidy(svg, self.house.fonts.body)


@cache
def _engine() -> ModuleType:
    """The drawing engine."""
    import vl_convert

    return vl_convert


@cache
def typefaces() -> Any:
    """The fonts that are shipped, read once, and no others: a file is the same wherever it is made."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(__package__).joinpath(FONTS))])


def _as_png(svg: bytes, ground: str) -> bytes:
    """A drawing in dots, by the engine that sets the PDF: it has the fonts at hand, so takes a third of the other's time."""
    import typst

    page = f'#set page(width: auto, height: auto, margin: 0pt, fill: {ground})\n#image("drawing.svg")'
    given = {"main": page.encode(), "drawing.svg": svg}
    return bytes(typst.compile(given, format="png", ppi=DOTS * SHARP, font_paths=typefaces()))


def _tidy(svg: str, font: str) -> str:
    """The drawing without what nobody asked for: its font said once, its numbers to a hundredth of a pixel."""
    opening, inside = svg.split(">", 1)
    inside = _TAG.sub(lambda tag: _LONG.sub(r"\1", _UNASKED.sub("", _FONT.sub("", tag[0]))), inside)
    return f"""{_UNASKED.sub("", opening)} font-family="'{font}', sans-serif">{inside}"""


def _dressed(view: dict[str, Any], styles: Mapping[str, _Style]) -> dict[str, Any]:
    """A specification whose marks look as the styles that they name, the last first."""
    dressed = dict(view)
    if "layer" in view:
        dressed["layer"] = [_dressed(one, styles) for one in view["layer"]]
    if "values" in view.get("data", ()):
        rows = view["data"]["values"]
        dressed["data"] = {"values": [{name: _words(value) for name, value in row.items()} for row in rows]}
    if "mark" in view:
        look: _Style = {"type": view["mark"]["type"]}
        for name in view["mark"]["style"]:
            look |= styles[name]
        dressed["mark"] = look
    return dressed


def _words(value: Any) -> Any:
    """A value of a chart; in words without what cannot stand in XML: the engine would end the process over it."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


def _styles(house: House) -> dict[str, _Style]:
    """The house's colours and font for every style that a specification names: each differs in more than its colour."""
    words = {
        "font": "none",  # the house's is named afterwards: the engine would measure words, which nothing here rests on
        "fontSize": 12,
        "lineBreak": "\n",
        "lineHeight": LEADING,
        "fill": INK,
    }
    style: dict[str, _Style] = {
        # words
        "scale": {**words, "fill": SOFT},
        "value": {**words, "fontWeight": "bold", "align": "left", "baseline": "middle"},
        "key": {**words, "fill": SOFT, "align": "left", "baseline": "middle"},
        "name": {**words, "fontWeight": "bold", "align": "left", "baseline": "middle"},
        "number": {**words, "fontWeight": "bold", "align": "left", "baseline": "middle"},
        # where they stand
        "before": {"align": "right", "baseline": "middle"},
        "middle": {"align": "center", "baseline": "middle"},
        "column": {"align": "left", "baseline": "middle"},
        "period": {"align": "center", "baseline": "top"},
        # what surrounds what is drawn
        "grid": {"stroke": LINE, "strokeWidth": 1},
        "ground": {"stroke": SOFT, "strokeWidth": 1},
        "day": {"fill": SOFT, "orient": "vertical", "width": 1, "height": 5},
        "band": {"fill": LINE, "fillOpacity": 0.6},
        "margin": {"stroke": SOFT, "strokeWidth": 1.5},
        "margin-end": {"fill": SOFT, "orient": "horizontal", "width": 8, "height": 1.5},
        "better-up": {"shape": "triangle-up", "fill": SOFT, "stroke": SOFT, "size": 50},
        "better-down": {"shape": "triangle-down", "fill": SOFT, "stroke": SOFT, "size": 50},
        # bars
        "part-0": {"fill": house.colour, "stroke": house.colour},
        "part-1": {"fill": LINE, "stroke": SOFT},
        "patch": {"shape": "square", "size": 110},
        "thin": {"height": 12, "yOffset": 6},
        "on-part-0": {"fill": PAPER},
        "on-part-1": {"fill": INK},
        # timelines
        "span": {"stroke": house.colour, "strokeWidth": 3},
        "through": {"stroke": house.second_colour, "strokeWidth": 2, "strokeDash": [2, 3]},
        "review": {"shape": "diamond", "fill": PAPER, "stroke": house.second_colour, "strokeWidth": 2, "size": 70},
    }
    for role, colour, dash, shape, width in (
        ("main", house.colour, [6, 4], "circle", 2.5),
        ("better", house.second_colour, [2, 3], "square", 2.5),
        ("everyone", SOFT, [8, 3, 2, 3], "triangle-up", 1.25),
    ):
        style[f"{role}-line"] = {"stroke": colour, "strokeWidth": width}
        style[f"{role}-dashed"] = {"strokeDash": dash}
        style[f"{role}-solid"] = {"shape": shape, "fill": colour, "stroke": colour, "strokeWidth": 2, "size": 50}
        style[f"{role}-hollow"] = {"shape": shape, "fill": PAPER, "stroke": colour, "strokeWidth": 2, "size": 50}
    return style
