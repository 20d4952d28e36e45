"""What every chart is put together from: places, the room that words take, and the specification around them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final, NamedTuple

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH: Final = 480
"""Of a whole drawing, in pixels: half a page, and still to be read on a telephone."""
LETTER: Final = 7
"""How wide a letter is at the most, on average, in the fonts that are shipped."""
PROSE: Final = 6
"""The same of words without figures or capitals."""
ROW: Final = 15
"""How high a line of words is."""

Json = dict[str, Any]


class Edges(NamedTuple):
    """How much room words take around a drawing."""

    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """A place of the drawing that no scale decides, and what is said there."""

    x: float
    y: float
    said: str = ""


def still(mark: str, styles: Sequence[str], places: Sequence[Place], y2: float | None = None) -> list[Json]:
    """Marks at places that no scale decides; rules as far down as `y2`."""
    if not places:
        return []
    encoding: Json = {axis: {"field": axis, "type": "quantitative", "scale": None, "axis": None} for axis in "xy"}
    if places[0].said:
        encoding["text"] = {"field": "said", "type": "nominal"}
    if y2 is not None:
        encoding["y2"] = {"value": y2}
    rows = [{"x": round(at.x, 1), "y": round(at.y, 1), "said": at.said} for at in places]
    return [{"data": {"values": rows}, "mark": {"type": mark, "style": list(styles)}, "encoding": encoding}]


def middle(at: Place) -> Place:
    """A place for words of several lines, so that the middle one stands there."""
    return at._replace(y=at.y - (height_of(at.said) - ROW) / 2)


def width_of(said: str) -> float:
    """How wide the longest line of some words is at the most."""
    return max(map(len, said.split("\n"))) * LETTER


def wrapped(said: str, most: int, lines: int = 4) -> str:
    """Words on several short lines."""
    return "\n".join(wrap(said, most, max_lines=lines, placeholder="…")) or said[:most]


def height_of(said: str) -> int:
    """How high the lines of some words are together."""
    return (said.count("\n") + 1) * ROW


def spec_of(width: float, height: float, edges: Edges, layers: list[Json], **more: Json) -> str:
    """The specification: of a size that rests on no font, so that it is the same on every machine."""
    spec = {
        "$schema": SCHEMA,
        "autosize": "none",
        "width": round(width),
        "height": round(height),
        "padding": {edge: round(room) + 2 for edge, room in edges._asdict().items()},
        "layer": layers,
        **more,
    }
    return json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
