"""Charts: what they show is honest, said in words, and drawn so that it can be read without colour."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from soa.document import charts, drawn, trends
from soa.document.blocks import Chart, CrossReference, Section, Table, Text
from soa.document.desk import Desk
from soa.document.edition import Edition
from soa.document.labels import labels_for
from soa.document.measures import measures_in, target_for
from soa.document.public import public_part
from tests.document.made import AS_OF, agreement, document, first_outcome, sections, whole, words

KEY = trends.Key("measured", "target", "Higher is better", "up")


def _desk(data: Any = None, edition: Edition | None = None) -> Desk:
    made = public_part(agreement(whole() if data is None else data))
    return Desk(made, labels_for(""), edition or Edition(), as_of=AS_OF, pictures={})


def _first(data: Any = None, nth: int = 0, **more: Any) -> tuple[Chart | None, Chart | None]:
    """The trend and the gap of one of the first outcome's measures."""
    desk = _desk(data, **more)
    outcome = desk.outcomes[0].outcome
    measure = measures_in(desk, outcome)[nth]
    target = target_for(desk, outcome, measure)
    return drawn.trend(desk, measure, target), drawn.gap_trend(desk, measure, target)


def _trend(data: Any = None, **more: Any) -> Chart:
    chart, _ = _first(data, **more)
    assert chart is not None
    return chart


def _said(chart: Chart | None) -> str:
    assert chart is not None
    return " ".join(words(remark) for remark in chart.remarks)


def _layers(spec: str, style: str) -> list[Any]:
    return [layer for layer in json.loads(spec)["layer"] if style in layer["mark"]["style"]]


def _texts(spec: str) -> list[str]:
    rows = (row for layer in json.loads(spec)["layer"] for row in layer["data"]["values"])
    return [row["said"] for row in rows if row.get("said")]


def _point(year: int, value: str, high: str = "", margin: str = "0", written: str = "") -> trends.Point:
    period = f"{year}/{(year + 1) % 100:02d}"
    low = Decimal(value)
    return trends.Point(period, date(year + 1, 3, 31), low, Decimal(high or value), written or value, Decimal(margin))


def _line(measured: list[str], aimed: list[str], role: trends.Role = "main", name: str = "") -> trends.Line:
    points = [_point(2000 + at, value) for at, value in enumerate(measured)]
    goals = [_point(2000 + len(measured) + 2 * at, value) for at, value in enumerate(aimed)]
    return trends.Line(name, role, tuple(points), tuple(goals))


def _drawing(*lines: trends.Line) -> str:
    return trends.over_time(lines, trends.scale_of(lines), str, KEY)


# ---- what is said --------------------------------------------------------------------------------------------------


def test_a_trend_says_every_figure_that_it_draws() -> None:
    """Direction, history, start and targets, each with its period."""
    assert _trend().says == (
        "Lower is better. Measured: 20.1 (2010/11), 20.8 (2011/12) and 21.3 (2012/13). "
        "Targets: at most 21.3 (2013/14), at most 18.5 (2016/17) and at most 15.0 (2022/23)."
    )
    drawn_values = {row["y"] for style in ("main-solid", "main-hollow") for row in _values(_trend().spec, style)}
    assert drawn_values >= {20.1, 20.8, 21.3, 18.5, 15.0}


def _values(spec: str, style: str) -> list[Any]:
    return [row for layer in _layers(spec, style) for row in layer["data"]["values"]]


def test_periods_stand_as_the_document_says_them_and_none_is_invented() -> None:
    """No raw dates, and a tick only where there is a value."""
    data = whole()
    first_outcome(data)["what"]["indicators"][0]["measured_over"] = "school-year"
    spec = _trend(data).spec
    assert {"school year\n2012/13", "school year\n2022/23"} <= set(_texts(spec))
    (ticks,) = _layers(spec, "day")
    assert len(ticks["data"]["values"]) == 6


def test_a_gap_shows_both_ends_and_everyone_and_says_how_far_they_lie_apart() -> None:
    """27.9 less 12.3, and 16.5 less 11.0; the ends named at their lines, without a key."""
    _, gap = _first()
    assert gap is not None
    assert "The gap of 15.6 (2012/13) is to narrow to 5.5 (2022/23)." in gap.says
    assert "Muirton. Measured: 27.9 (2012/13). Targets:" in gap.says
    assert {"16.5 Muirton", "11.0 Kirkton", "everyone"} <= set(_texts(gap.spec))


def test_without_a_target_two_values_are_no_trend() -> None:
    """A line between two figures would promise more than is known."""
    data = whole()
    indicator = first_outcome(data)["what"]["indicators"][0]
    del first_outcome(data)["when"]["targets"]
    indicator["history"] = indicator["history"][:1]
    assert _first(data)[0] is None
    indicator["history"] = [{"period": "2009-10", "value": 19}, {"period": "2010-11", "value": 20.1}]
    assert _first(data)[0] is not None


def test_what_must_be_known_about_a_value_is_marked_and_said() -> None:
    """Provisional, resting on few, of a survey, a range, and left out because too few were counted."""
    data = whole()
    indicator = first_outcome(data)["what"]["indicators"][0]
    indicator["baseline"] = {"period": "2012-13", "value": 21.3, "provisional": True, "base": 29, "margin": 1.5}
    indicator["history"] = [
        {"period": "2009-10", "suppressed": True},
        {"period": "2010-11", "value": 20.1, "base": 50},
    ]
    first_outcome(data)["when"]["targets"][0]["values"][-1] |= {"value": 16, "to": 14}
    chart = _trend(data)
    assert "21.3*†" in _texts(chart.spec)
    assert "20.1" in _texts(chart.spec)
    assert [row["y"] for row in _values(chart.spec, "margin")] == [19.8]
    assert {"14 to 16"} <= set(_texts(chart.spec))
    assert len(_layers(chart.spec, "band")) == 1
    said = _said(chart)
    for wanted in (
        "* Provisional",
        "† Rests on fewer than 50",
        "thin upright lines",
        "shaded band",
        "Too few to show: 2009/10.",
    ):
        assert wanted in said
    assert "2009/10" not in chart.says


def test_nothing_is_remarked_where_nothing_must_be_known() -> None:
    """Only the way to the figures."""
    data = whole()
    first_outcome(data)["what"]["indicators"][0]["baseline"] = {"period": "2012-13", "value": 40}
    chart = _trend(data)
    assert _said(chart) == "The figures as a table"


def test_author_text_stands_only_in_values_and_never_in_an_expression() -> None:
    """No transform, signal, format or expression has words in it: there is none."""
    data = whole()
    data["partners"][0]["name"] = "datum.x'); alert(1)//"
    desk = _desk(data)
    made = [drawn.trend, drawn.gap_trend]
    specs = [chart.spec for outcome in desk.outcomes for one in measures_in(desk, outcome.outcome) for draw in made if (chart := draw(desk, one, target_for(desk, outcome.outcome, one)))]  # fmt: skip
    others = (
        drawn.money(desk),
        drawn.prevention_spend(desk),
        drawn.leads_share(desk),
        drawn.timeline(desk, desk.priorities[0]),
    )
    specs += [chart.spec for chart in others if chart]
    assert len(specs) > 6
    for spec in specs:
        _only_values(json.loads(spec))


def _only_values(part: Any) -> None:
    if isinstance(part, dict):
        assert not {"expr", "signal", "format", "labelExpr", "transform", "params", "url", "href", "tooltip"} & set(
            part
        )
        for key, inner in part.items():
            if key != "values":
                _only_values(inner)
    elif isinstance(part, list):
        for inner in part:
            _only_values(inner)
    elif isinstance(part, str):
        assert "alert" not in part


# ---- scales --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        (["20", "5"], 0, 20),
        (["30", "20"], 0, 30),
        (["88.1", "96"], 70, 100),
        (["27.5", "27"], 20, 28),
        (["19", "19"], 14, 19),
        (["0", "0"], 0, 1),
        (["-4", "6"], -4, 6),
        (["-4", "-1"], -4, 0),
        (["-4", "-4"], -4, -3),
        (["123456789012345", "1"], 0, 150_000_000_000_000),
        (["0.000001", "0.000004"], 0, Decimal("0.000004")),
    ],
)
def test_a_scale_begins_at_zero_or_never_makes_a_small_change_look_great(
    values: list[str], low: int, high: int | Decimal
) -> None:
    """From zero wherever that can be read; else it takes in at least a quarter of what is shown."""
    scale = trends.scale_of([_line(values[:1], values[1:])])
    assert scale.low <= min(map(Decimal, values))
    assert scale.high >= max(map(Decimal, values))
    assert (scale.low, scale.high) == (low, high)
    assert 2 <= len(scale.ticks) <= 7


def test_a_scale_that_does_not_begin_at_zero_says_so() -> None:
    """With its figure, in the document's own words; one that begins at zero says nothing."""
    data = whole()
    first_outcome(data)["what"]["indicators"][0]["baseline"] = {"period": "2012-13", "value": 21.3}
    for one in first_outcome(data)["when"]["targets"][0]["values"]:
        one["value"] = 20
    chart = _trend(data)
    (low, _) = _layers(chart.spec, "main-line")[0]["encoding"]["y"]["scale"]["domain"]
    assert low > 0
    assert f"The upright scale begins at {low:.0f}, not at zero." in _said(chart)
    for one in first_outcome(data)["when"]["targets"][0]["values"]:
        one["value"] = 5
    assert "zero" not in _said(_trend(data))


def _bars(spec: str) -> list[Any]:
    return [layer for layer in json.loads(spec)["layer"] if layer["mark"]["type"] == "bar"]


def _amounts(*amounts: int) -> charts.Bar:
    return charts.Bar(
        "A partner", tuple(charts.Part(str(at), Decimal(one), f"£{one}") for at, one in enumerate(amounts))
    )


@pytest.mark.parametrize(
    ("spec", "starts"),
    [
        (charts.stacked([_amounts(400, 1200), _amounts(640, 0)]), {0, 400}),
        (charts.stacked([_amounts(400, -1200)]), {0}),
        (charts.counted([_amounts(3), _amounts(2)]), {0}),
        (charts.side_by_side(["a", "b"], [_amounts(400, -1200), _amounts(640, 1)]), {0}),
    ],
)
def test_bars_begin_at_zero_and_share_one_scale(spec: str, starts: set[int]) -> None:
    """A bar is as long as its amount."""
    layers = _bars(spec)
    assert {row["from"] for layer in layers for row in layer["data"]["values"]} == starts
    domains = {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in layers}
    assert len(domains) == 1
    ((low, high),) = domains
    assert low <= 0 <= high


# ---- black and white -----------------------------------------------------------------------------------------------


def test_measured_and_aimed_and_each_group_differ_in_more_than_colour() -> None:
    """Solid and filled against dashed and hollow; and a style of its own for each group."""
    spec = _drawing(_line(["20", "22"], ["18", "14"]), _line(["10", "9"], ["9", "8"], "better", "those better off"))
    styles = {tuple(layer["mark"]["style"]) for layer in json.loads(spec)["layer"]}
    for role in ("main", "better"):
        assert {
            (f"{role}-line",),
            (f"{role}-line", f"{role}-dashed"),
            (f"{role}-solid",),
            (f"{role}-hollow",),
        } <= styles


def test_a_specification_has_no_colour_and_no_font() -> None:
    """Those belong to the house."""
    spec = (
        _drawing(_line(["20", "22"], ["18", "14"])) + charts.stacked([_amounts(1, 2)]) + charts.counted([_amounts(1)])
    )
    for word in ("color", "#", "font", "fill", "stroke"):
        assert word not in spec


# ---- where words stand ---------------------------------------------------------------------------------------------


def _boxes(spec: str, style: str) -> list[tuple[float, float, float]]:
    """For each word the left, the right and the height at which it stands, in narrow letters."""
    return [
        (row["x"] - len(row["said"]) * 2.5, row["x"] + len(row["said"]) * 2.5, row["y"])
        for layer in _layers(spec, style)
        for row in layer["data"]["values"]
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [_line([str(30 + at * 7 % 11) for at in range(15)], ["20", "12"])],
        [_line(["1234567"] * 15, ["1234567"])],
        [_line(["1"], ["100"])],
        [_line(["123456789012345"], ["1", "2", "3"])],
        [
            _line(["37.4"], ["34", "30", "20"], "main", "the most deprived fifth"),
            _line(["37.3"], ["34", "29", "19.9"], "better", "the least deprived fifth"),
            _line(["37.2"], ["33", "28", "19.8"], "everyone", "everyone"),
        ],
    ],
)
def test_no_value_and_no_period_lies_on_another(lines: list[trends.Line]) -> None:
    """Where there is no room a value is left out: it stands in the words and in the table."""
    spec = _drawing(*lines)
    for style in ("value", "period", "name"):
        boxes = _boxes(spec, style)
        assert boxes or style == "name"
        for at, (left, right, y) in enumerate(boxes):
            for other_left, other_right, other_y in boxes[at + 1 :]:
                assert right <= other_left or other_right <= left or abs(y - other_y) >= 11


def test_the_start_and_the_last_target_have_their_values() -> None:
    """However crowded the years between them are."""
    values = [str(30 + at * 7 % 11) for at in range(14)]
    texts = _texts(_drawing(_line([*values, "44"], ["20", "12"])))
    assert {"44", "12"} <= set(texts)


# ---- money, leads, time --------------------------------------------------------------------------------------------


def test_money_says_its_sums_and_draws_them() -> None:
    """This year and the last, prevention and the rest."""
    chart = drawn.money(_desk())
    assert chart is not None
    assert "In 2013/14 the partners put in £1.61 million; £410,000 of it (25.5%)" in chart.says
    assert {"£410,000", "£1,200,000", "£640,000", "Prevention", "Everything else", "2013/14", "2015/16"} <= set(
        _texts(chart.spec)
    )


def test_without_money_nothing_is_drawn() -> None:
    """Of posts and hours no bars of pounds are made."""
    data = whole()
    data["resources"] = [one for one in data["resources"] if one["kind"] != "money"]
    desk = _desk(data)
    assert drawn.money(desk) is None
    assert drawn.prevention_spend(desk) is None


def test_prevention_spend_has_a_row_for_each_partner_and_a_column_for_each_year() -> None:
    """What prevents, and nothing else."""
    data = whole()
    more = {"kind": "money", "preventive": True, "serves": ["falls"], "years": [{"year": "2014-15", "amount": 90000}]}
    data["resources"].append({"partner": "police", **more})
    chart = drawn.prevention_spend(_desk(data))
    assert chart is not None
    assert "2014/15: £610,000 in all, NHS Orran the most with £520,000." in chart.says
    assert "2013/14: £410,000, all of it from NHS Orran." in chart.says
    assert {"£410,000", "£520,000", "£640,000", "£90,000", "2013/14", "2014/15", "2015/16"} <= set(_texts(chart.spec))
    assert "£1,200,000" not in _texts(chart.spec)


def test_leads_are_counted_and_those_with_most_come_first() -> None:
    """Each partner with its number of outcomes, and which."""
    chart = drawn.leads_share(_desk())
    assert chart is not None
    assert chart.says == (
        "Of 3 outcomes, Glenmore Council leads 2 (1.2, 2.1) and Glenmore Health and Social Care Partnership leads 1 (1.1)."
    )
    assert {"2 of 3", "1 of 3"} <= set(_texts(chart.spec))


def test_a_timeline_draws_what_has_a_date_and_says_what_has_none() -> None:
    """What is done, to be done, and going on each have a mark of their own; what was stopped is not drawn."""
    data = whole()
    first_outcome(data)["how"] = [
        {"action": "First", "owner": "hscp", "due": "2014-03-31", "starts": "2013-04-01", "state": "done"},
        {"action": "Second", "owner": "hscp", "due": "2015-03-31"},
        {"action": "Always", "owner": "hscp", "standing": True, "review": "2015-06-30"},
        {"action": "Stopped", "owner": "hscp", "due": "2015-03-31", "state": "stopped"},
        {"action": "Some day", "owner": "hscp"},
    ]
    del data["priorities"][0]["outcomes"][1:]
    desk = _desk(data)
    chart = drawn.timeline(desk, desk.priorities[0])
    assert chart is not None
    assert chart.says == "Actions with a date: 1 in 2014 and 1 in 2015. Going on all the time: 1."
    assert "Without a date, and not drawn: 1." in _said(chart)
    assert {"First", "Second", "Always", "1.1", "2014", "2015", "done", "to be done by"} <= set(_texts(chart.spec))
    assert not {"Stopped", "Some day"} & set(_texts(chart.spec))
    dated = {row["from"] for row in _values(chart.spec, "main-solid") if "row" in row}
    assert dated == {date(2014, 3, 31).toordinal()}


def test_a_timeline_of_sixty_actions_has_a_row_for_each_outcome() -> None:
    """It would not stand on a page otherwise; each mark says how many it stands for."""
    deeds = [charts.Deed(f"1.{at // 20 + 1}", "x" * 80, None, date(2013 + at % 5, 3, 31)) for at in range(60)]
    spec = json.loads(charts.timeline(deeds, {"to-do": "to be done by"}))
    assert spec["height"] <= 120
    assert {"1.1", "1.2", "1.3", "4"} <= set(_texts(json.dumps(spec)))
    rows = [charts.Deed("1.1", "x" * 80, None, date(2013 + at % 5, 3, 31)) for at in range(charts.MOST_ROWS)]
    assert json.loads(charts.timeline(rows, {"to-do": "to be done by"}))["height"] <= 700


# ---- the figures as tables -----------------------------------------------------------------------------------------


def _parts(section: Section) -> list[Section]:
    return [section, *(inner for part in section.sections for inner in _parts(part))]


def test_every_chart_of_measures_has_its_figures_as_a_table() -> None:
    """Every way leads somewhere, and the table there has the chart's figures."""
    made = sections(document())
    ways = [
        (section, block, target.anchor)
        for section in made.values()
        for block in section.blocks
        if isinstance(block, Chart)
        for remark in block.remarks
        for target in remark
        if isinstance(target, CrossReference)
    ]
    assert len(ways) >= 6
    for _, chart, anchor in ways:
        said = words(made[anchor].blocks)
        for figure in [text for text in _texts(chart.spec) if text[0].isdigit() and "." in text and "/" not in text]:
            assert figure.split("*")[0].split(" ")[0] in said


def test_a_table_of_figures_has_a_row_for_each_period_and_a_column_for_each_group() -> None:
    """Measured before aimed at, with what is to be known beside it."""
    table = next(block for block in sections(document())["figures-outcome-falls"].blocks if isinstance(block, Table))
    assert [words(head) for head in table.head][:5] == [
        "Period",
        "Measured or target",
        "Muirton",
        "Kirkton",
        "Everyone",
    ]
    rows = [[words(cell.lines) for cell in row] for row in table.rows]
    assert [row[:5] for row in rows][:3] == [
        ["2010/11", "measured", "–", "–", "20.1"],
        ["2011/12", "measured", "–", "–", "20.8"],
        ["2012/13", "measured", "27.9", "12.3", "21.3"],
    ]
    assert rows[-1][:5] == ["2022/23", "target", "at most 16.5", "at most 11.0", "at most 15.0"]
    assert "provisional" in rows[2][5]


def test_only_the_agreement_leads_to_its_figures() -> None:
    """A summary has no such section, and a way must not lead nowhere."""
    chart = _trend(edition=Edition("summary"))
    assert not any(isinstance(one, CrossReference) for remark in chart.remarks for one in remark)
    assert any(isinstance(one, CrossReference) for remark in _trend().remarks for one in remark)
    assert all(isinstance(one, Text) for remark in chart.remarks for one in remark)


def test_an_agreement_without_figures_has_no_such_section() -> None:
    """Nothing is announced that is not there."""
    data = whole()
    data["resources"], data["indicators"], data["priorities"] = [], [], []
    assert drawn.figures_section(_desk(data)) is None
