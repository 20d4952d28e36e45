"""Bars and timelines as Vega-Lite specifications: what is drawn and where, never in which colour or font."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from soa.document.plot import (
    PROSE,
    ROW,
    WIDTH,
    Edges,
    Json,
    Place,
    height_of,
    middle,
    spec_of,
    still,
    width_of,
    wrapped,
)

GUTTER: Final = 12
"""Between columns."""
BESIDE: Final = 14
"""From the middle of a mark to the words beside it."""
FEW_ROWS: Final = 16
"""As many rows have room for a name of two lines."""

State = Literal["to-do", "done", "standing"]


class Part(NamedTuple):
    """A part of a bar: what it is, how much, and how that is written."""

    name: str
    amount: Decimal
    written: str


class Bar(NamedTuple):
    """A bar with its name, and its parts side by side."""

    name: str
    parts: tuple[Part, ...]


class Deed(NamedTuple):
    """A row of a timeline: what it belongs to, its name, its days, and whether it is done, or goes on all the time."""

    of: str
    name: str
    starts: date | None
    ends: date | None
    state: State = "to-do"


# ---- bars ----------------------------------------------------------------------------------------------------------


def stacked(bars: Sequence[Bar]) -> str:
    """Bars from zero, each of the same parts side by side; what the parts are stands above them."""
    names = [part.name for part in bars[0].parts]
    left = max(width_of(bar.name) for bar in bars) + 8
    plan = _Rows([bar.name for bar in bars], 40, _reach(bar.parts for bar in bars), (0, WIDTH - left - 4))
    pieces: list[list[Json]] = [[] for _ in names]
    inside: list[list[Place]] = [[] for _ in names]
    for at, bar in enumerate(bars):
        ends = {True: 0.0, False: 0.0}
        for nth, part in enumerate(bar.parts):
            start = ends[part.amount >= 0]
            end = ends[part.amount >= 0] = start + float(part.amount)
            if part.amount:
                pieces[nth].append({"row": str(at), "from": start, "to": end})
            if abs(plan.x(end) - plan.x(start)) > width_of(part.written) + 8:
                inside[nth].append(Place(plan.x((start + end) / 2), plan.y(at), part.written))
    layers = [*plan.names()]
    for nth, (rows, said) in enumerate(zip(pieces, inside, strict=True)):
        layers += plan.layer("bar", [f"part-{nth}"], rows)
        layers += still("text", ["value", "middle", f"on-part-{nth}"], said)
    words = [Place(18, -14, names[0])]
    for name in names[1:]:
        words.append(Place(words[-1].x + width_of(words[-1].said) + 36, -14, name))
    for nth, word in enumerate(words):
        layers += still("point", [f"part-{nth}", "patch"], [Place(word.x - 12, -14)])
    layers += [*still("text", ["key"], words), *plan.ground()]
    return spec_of(plan.span[1], plan.step * len(bars), Edges(left, 2 * ROW, 4, 0), layers)


def counted(bars: Sequence[Bar]) -> str:
    """One bar a row, from zero, with what it comes to at its end."""
    names = _row_names(bars, 28)
    parts = [bar.parts[0] for bar in bars]
    left, right = max(map(width_of, names)) + 8, max(width_of(part.written) for part in parts) + BESIDE
    step = max(map(height_of, names)) + 8
    plan = _Rows(names, step, _reach([part] for part in parts), (0, max(WIDTH - left - right, WIDTH / 4)))
    rows = [{"row": str(at), "from": 0, "to": float(part.amount)} for at, part in enumerate(parts) if part.amount]
    ends = [
        Place(max(plan.x(float(part.amount)), plan.x(0)) + 8, plan.y(at), part.written) for at, part in enumerate(parts)
    ]
    layers = [*plan.names(), *plan.layer("bar", ["part-0"], rows), *still("text", ["value"], ends), *plan.ground()]
    return spec_of(plan.span[1], step * len(bars), Edges(left, 0, right, 0), layers)


def side_by_side(columns: Sequence[str], bars: Sequence[Bar]) -> str:
    """A column for each name, a row for each bar, in every field a bar from zero of one scale: read without a key."""
    names = _row_names(bars, 24)
    reach = _reach([part] for bar in bars for part in bar.parts)
    left = max(map(width_of, names)) + 8
    widest = max(width_of(part.written) for bar in bars for part in bar.parts)
    width = max((WIDTH - left) / len(columns) - GUTTER, widest, 30)
    step = 36 if len(bars) <= FEW_ROWS else 28
    layers: list[Json] = []
    written: list[Place] = []
    for nth in range(len(columns)):
        start = nth * (width + GUTTER)
        plan = _Rows(names, step, reach, (start, start + width))
        parts = [(at, bar.parts[nth]) for at, bar in enumerate(bars)]
        rows = [{"row": str(at), "from": 0, "to": float(part.amount)} for at, part in parts if part.amount]
        layers += [*plan.layer("bar", ["part-0", "thin"], rows), *plan.ground()]
        written += [Place(start + 4, plan.y(at) - 8, part.written) for at, part in parts if part.written]
        layers += plan.names() if nth == 0 else []
    heads = [Place(nth * (width + GUTTER), -ROW, column) for nth, column in enumerate(columns)]
    layers += [*still("text", ["value"], written), *still("text", ["key"], heads)]
    whole = len(columns) * (width + GUTTER) - GUTTER
    return spec_of(
        whole, step * len(bars), Edges(left, 2 * ROW - 4, 4, 0), layers, resolve={"scale": {"x": "independent"}}
    )


def _row_names(bars: Sequence[Bar], most: int) -> list[str]:
    """The names of bars on two lines; on one where there are many, so that a page holds them."""
    return [
        wrapped(bar.name, most, lines=2) if len(bars) <= FEW_ROWS else wrapped(bar.name, most + 4, 1) for bar in bars
    ]


def _reach(bars: Iterable[Iterable[Part]]) -> tuple[float, float]:
    """How far bars reach to either side of zero."""
    amounts = [[float(part.amount) for part in parts] for parts in bars]
    return min(sum(min(one, 0) for one in bar) for bar in amounts), max(
        sum(max(one, 0) for one in bar) for bar in amounts
    )


class _Rows:
    """Rows of one height with their names at the left, and a scale across them."""

    def __init__(
        self, names: Sequence[str], step: float, domain: tuple[float, float], span: tuple[float, float]
    ) -> None:
        self.said, self.step, self.span = list(names), step, span
        low, high = domain
        self.low, self.high = low, high if high > low else low + 1

    def x(self, amount: float) -> float:
        """Where an amount stands."""
        return self.span[0] + (amount - self.low) / (self.high - self.low) * (self.span[1] - self.span[0])

    def y(self, row: int) -> float:
        """The middle of a row."""
        return (row + 0.5) * self.step

    def layer(self, mark: str, styles: Sequence[str], rows: list[Json]) -> list[Json]:
        """Marks in their rows, each at `from` or from there `to` another amount."""
        if not rows:
            return []
        across = {
            "field": "from",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [self.low, self.high], "range": list(self.span), "nice": False, "zero": False},
            "axis": None,
        }
        down = {
            "field": "row",
            "type": "nominal",
            "axis": None,
            "sort": None,
            "scale": {"domain": [str(at) for at in range(len(self.said))]},
        }
        encoding: Json = {"x": across, "y": down}
        if "to" in rows[0]:
            encoding["x2"] = {"field": "to"}
        return [{"data": {"values": rows}, "mark": {"type": mark, "style": list(styles)}, "encoding": encoding}]

    def names(self) -> list[Json]:
        """The names of the rows."""
        return still(
            "text", ["scale", "before"], [middle(Place(-8, self.y(at), said)) for at, said in enumerate(self.said)]
        )

    def ground(self) -> list[Json]:
        """The line that every bar begins at."""
        return still(
            "rule",
            ["ground"],
            [
                Place(self.x(0), 0),
            ],
            y2=len(self.said) * self.step,
        )


# ---- a timeline ----------------------------------------------------------------------------------------------------

MOST_ROWS: Final = 36
"""With more rows than this a page would not hold them: then a row is an outcome, and its marks are counts."""
LONGEST_NAME: Final = 37
NUMBERS: Final = 36
"""The column in which the numbers of the outcomes stand."""
_STATES: Final[dict[State, str]] = {"to-do": "main-hollow", "done": "main-solid", "standing": "review"}
"""The style of the mark at the end of a row: filled as what was measured, hollow as what is aimed at."""


def timeline(deeds: Sequence[Deed], states: Mapping[State, str]) -> str:
    """Rows by date: a line from start to end with a mark at its end, an open one as long as it is to be done."""
    if len(deeds) > MOST_ROWS:
        return _crowded(deeds)
    days = [day.toordinal() for deed in deeds for day in (deed.starts, deed.ends) if day is not None]
    each = 2 if len(deeds) <= FEW_ROWS else 1
    plan = _Calendar([wrapped(deed.name, LONGEST_NAME, each) for deed in deeds], 3 + ROW * each, days)
    numbers: list[Place] = []
    lines: dict[str, list[Json]] = {"span": [], "through": []}
    marks: dict[str, list[Json]] = {_STATES[state]: [] for state in states}
    for at, deed in enumerate(deeds):
        row = {"row": str(at)}
        if at == 0 or deeds[at - 1].of != deed.of:
            numbers.append(Place(-plan.left, plan.y(at), deed.of))
        starts = plan.low if deed.starts is None else deed.starts.toordinal()
        if deed.state == "standing":
            lines["through"].append({**row, "from": starts, "to": plan.high})
        elif deed.starts is not None and deed.ends is not None:
            lines["span"].append({**row, "from": starts, "to": deed.ends.toordinal()})
        if deed.ends is not None:
            marks[_STATES[deed.state]].append({**row, "from": deed.ends.toordinal()})
    layers = [*plan.frame(), *still("text", ["number"], numbers)]
    for style, rows in lines.items():
        layers += plan.layer("rule", [style], rows)
    for style, rows in marks.items():
        layers += plan.layer("point", [style], rows)
    x = 6.0 - plan.left
    words: list[Place] = []
    for state, said in states.items():
        layers += still("point", [_STATES[state]], [Place(x, -ROW * 2.2)])
        words.append(Place(x + 10, -ROW * 2.2, said))
        x += width_of(said) + 28
    layers += still("text", ["key"], words)
    return spec_of(plan.span[1], plan.step * len(deeds), Edges(plan.left, 3 * ROW, 8, 0), layers)


def _crowded(deeds: Sequence[Deed]) -> str:
    """A row for each group, and how many end on each day."""
    groups = list(dict.fromkeys(deed.of for deed in deeds))
    counts: dict[tuple[int, int], int] = {}
    for deed in deeds:
        if deed.ends is not None:
            key = (groups.index(deed.of), deed.ends.toordinal())
            counts[key] = counts.get(key, 0) + 1
    plan = _Calendar(groups, 30, [day for _, day in counts])
    rows = [{"row": str(row), "from": day} for row, day in sorted(counts)]
    said = [Place(plan.x(day), plan.y(row) - 12, str(count)) for (row, day), count in sorted(counts.items())]
    layers = [*plan.frame(), *plan.layer("point", ["main-solid"], rows), *still("text", ["value", "middle"], said)]
    return spec_of(plan.span[1], plan.step * len(groups), Edges(plan.left, 2 * ROW, 8, 0), layers)


class _Calendar(_Rows):
    """Rows over years."""

    def __init__(self, names: Sequence[str], step: float, days: Sequence[int]) -> None:
        self.left = max(len(line) for name in names for line in name.split("\n")) * PROSE + NUMBERS + 8
        first, last = min(days), max(days)
        air = max((last - first) // 20, 30)
        super().__init__(names, step, (first - air, last + air), (0, WIDTH - self.left - 8))

    def frame(self) -> list[Json]:
        """The names of the rows, and the years above them."""
        years = range(date.fromordinal(int(self.low)).year + 1, date.fromordinal(int(self.high)).year + 1)
        every = max(1, -(-len(years) * 44 // int(self.span[1])))
        heads = [Place(self.x(date(year, 1, 1).toordinal()), -9, str(year)) for year in years if year % every == 0]
        rules = still("rule", ["grid"], [at._replace(y=0, said="") for at in heads], y2=self.step * len(self.said))
        return [*rules, *still("text", ["scale", "middle"], heads), *self.names()]

    def names(self) -> list[Json]:
        """The names of the rows, beginning below each other."""
        at = NUMBERS - self.left
        return still(
            "text", ["scale", "column"], [middle(Place(at, self.y(row), said)) for row, said in enumerate(self.said)]
        )
