"""The press draws every chart, in the house's style, the same on every run, whatever the words in it say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from hashlib import sha256
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from soa.document import charts, trends
from soa.document.blocks import Chart, Picture, Section
from soa.document.house import FONTS, House
from soa.writers import press
from soa.writers.press import Press
from tests.document.made import document

HOSTILE = (
    "</text><script>alert(1)</script>",
    "datum.y; event.item; warn('x')",
    "{{7*7}} ${7*7} %s %n",
    "\x00\x01\x1b[31m\ufffe",
    "\ud800",
    "\u202eevil\u202c",
    ' font-family="x" class="y"',
    "]]> <!-- &amp; &#x1F600;",
    "\U0001fffe\ufdd0\u2028\x7f\x85\u200b\ufeff",
    "W" * 400,
    "=HYPERLINK(1)",
    "健康 صحة 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "a\nb\tc\\n",
    "",
    "   ",
)


def _line(name: str = "", role: trends.Role = "main") -> trends.Line:
    points = [
        trends.Point(f"201{at}", date(2010 + at, 12, 31), Decimal(20 - at), Decimal(20 - at), str(20 - at))
        for at in range(4)
    ]
    return trends.Line(name, role, tuple(points[:2]), tuple(points[2:]))


def _drawing(*lines: trends.Line) -> Chart:
    key = trends.Key("measured", "target", "Lower is better", "down")
    return Chart("A chart", "It says so.", trends.over_time(lines, trends.scale_of(lines), str, key))


def _hostile(words: str) -> Iterator[str]:
    part = charts.Part(words, Decimal(4), words)
    points = (trends.Point(words, date(2013, 3, 31), Decimal(4), Decimal(6), words, Decimal(1)),)
    line = trends.Line(words, "main", points, (points[0]._replace(day=date(2020, 3, 31)),))
    yield trends.over_time([line], trends.scale_of([line]), lambda _: words, trends.Key(words, words, words, words))
    yield charts.stacked([charts.Bar(words, (part, part))])
    yield charts.counted([charts.Bar(words, (part,))])
    yield charts.side_by_side([words], [charts.Bar(words, (part,))])
    yield charts.timeline([charts.Deed(words, words, date(2013, 1, 1), date(2014, 1, 1))], {"to-do": words})


def _every_chart() -> list[Chart]:
    """The charts of the whole agreement."""

    def of(section: Section) -> Iterator[Chart]:
        yield from (block for block in section.blocks if isinstance(block, Chart))
        for inner in section.sections:
            yield from of(inner)

    made = document()
    return [chart for section in (*made.front.sections, *made.sections) for chart in of(section)]


def test_every_chart_is_sound_vega_lite(capfd: pytest.CaptureFixture[str]) -> None:
    """Vega-Lite finds nothing to warn of."""
    styles = press._styles(House())
    every = _every_chart()
    assert len(every) >= 8
    for chart in every:
        dressed = press._dressed(json.loads(chart.spec), styles)
        vl_convert.vegalite_to_vega(dressed, vl_version=press.VERSION, config=press._CONFIG, show_warnings=True)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_a_drawing_is_xml_of_a_fixed_size_without_what_nobody_asked_for() -> None:
    """As wide as every other, with no class, role, label, script or link; its words as text in the house's font."""
    svg = Press(House(fonts=FONTS["hyperlegible"])).svg(_drawing(_line()))
    root = ET.fromstring(svg)
    assert (root.get("width"), root.get("viewBox", "").split()[2]) == ("344", "344")
    assert root.get("font-family") == "'Atkinson Hyperlegible Next', sans-serif"
    assert {name for one in root.iter() for name in one.attrib} <= {
        "width", "height", "viewBox", "font-family", "font-size", "font-weight", "text-anchor", "transform", "fill", "fill-opacity",
        "stroke", "stroke-width", "stroke-dasharray", "stroke-miterlimit", "d", "x2", "y2", "display", "opacity",
    }  # fmt: skip
    said = [one.text for one in root.iter() if one.tag.endswith("text")]
    assert {"measured", "target", "Lower is better", "20", "2010", "2013"} <= set(said)


def test_a_drawing_has_the_colours_of_the_house_and_four_others() -> None:
    """A writer that changes colours, for a dark screen, has to know them all."""
    house = House(colour="#112233", second_colour="#445566")
    known = {"none", press.INK, press.SOFT, press.LINE, press.PAPER, house.colour, house.second_colour}
    for chart in (_drawing(_line(), _line("b", "better"), _line("c", "everyone")), *_every_chart()):
        root = ET.fromstring(Press(house).svg(chart))
        colours = {one.get(name) for one in root.iter() for name in ("fill", "stroke")} - {None}
        assert colours <= known
        assert house.colour in colours or house.second_colour in colours


def test_measured_and_aimed_are_told_apart_without_colour() -> None:
    """A solid line and filled marks; dashes and hollow marks. Each group has dashes and a mark of its own."""
    styles = press._styles(House())
    roles = ("main", "better", "everyone")
    for role in roles:
        assert "strokeDash" not in styles[f"{role}-line"]
        assert styles[f"{role}-dashed"]["strokeDash"]
        assert styles[f"{role}-hollow"]["fill"] == press.PAPER != styles[f"{role}-solid"]["fill"]
    assert len({str(styles[f"{role}-dashed"]["strokeDash"]) for role in roles}) == 3
    assert len({styles[f"{role}-solid"]["shape"] for role in roles}) == 3
    root = ET.fromstring(Press().svg(_drawing(_line())))
    assert [one.get("stroke-dasharray") for one in root.iter() if one.get("stroke-width") == "2.5"] == [None, "6,4"]


def test_the_parts_of_a_bar_differ_in_lightness_and_their_words_can_be_read() -> None:
    """Contrast of at least 4.5 to 1 between words and bar, and 3 to 1 between the two parts."""
    styles = press._styles(House())
    assert _contrast(styles["part-0"]["fill"], styles["part-1"]["fill"]) >= 3
    for part in ("part-0", "part-1"):
        assert _contrast(styles[part]["fill"], styles[f"on-{part}"]["fill"]) >= 4.5
    for colour in (press.INK, press.SOFT):
        assert _contrast(colour, press.PAPER) >= 4.5


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_the_words_are_they_are_drawn_as_words(words: str) -> None:
    """Nothing is carried out, nothing fails, and the file stays XML."""
    printed = Press()
    for spec in _hostile(words):
        chart = Chart(words, words, spec)
        root = ET.fromstring(printed.svg(chart))
        tags = {one.tag.rpartition("}")[2] for one in root.iter()}
        assert tags <= {"svg", "g", "path", "line", "text", "tspan"}
        assert printed.png(chart).startswith(b"\x89PNG")


def test_words_that_look_like_markup_arrive_whole() -> None:
    """What is tidied away from elements is not taken from words."""
    words = ' font-family="x" class="y" 1.23456'
    spec = next(iter(_hostile(words)))
    root = ET.fromstring(Press().svg(Chart("", "", spec)))
    said = [one.text or "" for one in root.iter() if one.tag.endswith("text")]
    assert any('class="y"' in one for one in said)
    assert any("1.23456" in one for one in said)


def test_nothing_is_fetched() -> None:
    """Data that stands elsewhere is refused, not asked for."""
    spec = json.dumps({"data": {"url": "http://127.0.0.1:9/x.json"}, "mark": {"type": "point", "style": []}})
    with pytest.raises(ValueError, match=r"127\.0\.0\.1|not allowed|External"):
        Press().svg(Chart("", "", spec))


def test_a_drawing_is_kept_and_used_again() -> None:
    """The same figures in the same style are drawn once; another style is another drawing."""
    kept: dict[str, str] = {}
    first = Press(kept=kept).svg(_drawing(_line()))
    ((key, svg),) = kept.items()
    assert svg == first
    kept[key] = "<svg>kept</svg>"
    assert Press(kept=kept).svg(_drawing(_line())) == "<svg>kept</svg>"
    assert Press(House(colour="#112233"), kept).svg(_drawing(_line())) != "<svg>kept</svg>"
    assert Press(House(fonts=FONTS["hyperlegible"]), kept).svg(_drawing(_line())) != "<svg>kept</svg>"
    assert len(kept) == 3


def test_threads_get_the_same_drawings() -> None:
    """Formats are written side by side."""
    every = _every_chart()
    alone = [Press().svg(chart) for chart in every]
    printed = Press()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(printed.svg, every * 2)) == alone * 2


_PROGRAM = """
from hashlib import sha256
from soa.writers.press import Press
from tests.writers.test_press import _drawing, _line
chart = _drawing(_line("a"), _line("b", "better"))
printed = Press()
print(sha256(printed.svg(chart).encode() + printed.png(chart)).hexdigest())
"""


def test_another_process_draws_the_same_bytes() -> None:
    """No clock, no random name, no order of a set."""
    chart = _drawing(_line("a"), _line("b", "better"))
    printed = Press()
    mine = sha256(printed.svg(chart).encode() + printed.png(chart)).hexdigest()
    other = subprocess.run(
        [sys.executable, "-c", _PROGRAM], check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": "7"}
    )
    assert other.stdout.strip() == mine


def test_a_png_is_twice_as_sharp_and_white_beneath() -> None:
    """A Word document may stand on another colour."""
    png = Press().png(_drawing(_line()))
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (688, 410)


def test_a_picture_becomes_png_where_it_must() -> None:
    """An SVG is drawn; a PNG is left as it is."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="10" height="5"/></svg>'
    assert Press().as_png(Picture(svg, "svg", 10, 5, "A logo")).startswith(b"\x89PNG")
    assert Press().as_png(Picture(b"as it is", "png", 10, 5, "A logo")) == b"as it is"


def test_warming_starts_the_engine_and_leaves_nothing_behind() -> None:
    """What is drawn to warm it is kept nowhere."""
    kept: dict[str, str] = {}
    printed = Press(kept=kept)
    printed.warm()
    assert kept == {}
    assert printed.svg(_drawing(_line()))
