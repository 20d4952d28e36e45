"""Levels over time: what was measured and what is aimed at, each where no label lies on another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from soa.document.plot import (
    LETTER,
    PROSE,
    ROW,
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

NARROW: Final = 340
"""How wide a whole drawing is: two stand beside each other on a page."""
HEIGHT: Final = 130
NAME: Final = 14
"""So many letters of a line's name stand beside each other at its end."""
BESIDE: Final = 14
"""From the middle of a mark to the words beside it."""
CORNER: Final = 5
"""From the middle of a mark to words at its corner."""
MARK: Final = 6
"""From the middle of a mark to its edge, with a little air."""
STEEPEST: Final = Decimal("0.75")
"""Where a scale that does not begin at zero begins at the latest, as a part of its end: no small change looks great."""

Role = Literal["main", "better", "everyone"]


class Point(NamedTuple):
    """A level in a period: how both are written, the period's last day, and how far a range or a margin reaches."""

    period: str
    day: date
    low: Decimal
    high: Decimal
    written: str
    margin: Decimal = Decimal(0)


class Line(NamedTuple):
    """What was measured and what is aimed at, of everyone or of a group."""

    name: str
    role: Role
    measured: tuple[Point, ...]
    aimed: tuple[Point, ...]


class Key(NamedTuple):
    """The words at the head of a line chart: what is measured, what is aimed at, which way is better."""

    measured: str
    aimed: str
    better: str
    direction: str
    """`up`, `down`, or anything else where neither is better."""


class _Box(NamedTuple):
    """Where something stands: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Scale(NamedTuple):
    """A scale with its ticks; it begins at zero wherever that reads well."""

    ticks: tuple[Decimal, ...]

    @property
    def low(self) -> Decimal:
        """Where it begins."""
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        """Where it ends."""
        return self.ticks[-1]

    @property
    def has_zero(self) -> bool:
        """Whether zero stands on it."""
        return self.low <= 0 <= self.high


def scale_of(lines: Sequence[Line]) -> Scale:
    """The scale of a line chart: from zero, unless all values lie so far from it that nobody could see them change."""
    points = [one for line in lines for one in (*line.measured, *line.aimed)]
    low = min(one.low - one.margin for one in points)
    high = max(one.high + one.margin for one in points)
    if low >= 0:
        low = Decimal(0) if low * 3 <= high * 2 else min(low, high * STEEPEST)
    elif high <= 0:
        high = Decimal(0) if high * 3 >= low * 2 else max(high, low * STEEPEST)
    return Scale(tuple(_ticks(low, high if high > low else low + 1)))


def _ticks(low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """Round numbers, three to seven of them, of which the first and last take in both ends."""
    rough = (high - low) / 5
    size = Decimal(1).scaleb(rough.adjusted())
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= rough).normalize()
    at, last = (low / step).to_integral_value("ROUND_FLOOR"), (high / step).to_integral_value("ROUND_CEILING")
    while at <= last:
        yield at * step
        at += 1


def over_time(lines: Sequence[Line], scale: Scale, tick: Callable[[Decimal], str], key: Key) -> str:
    """Levels over time: measured ones filled and joined by a solid line, those aimed at hollow and dashed."""
    return _OverTime(lines, scale, tick, key).spec()


class _OverTime:
    """One line chart: where everything stands is worked out here, so that no label lies on another."""

    def __init__(self, lines: Sequence[Line], scale: Scale, tick: Callable[[Decimal], str], key: Key) -> None:
        self.lines, self.scale, self.key = lines, scale, key
        self.ticks = [(float(one), tick(one)) for one in scale.ticks]
        self.names = {line.role: wrapped(_named(line), NAME) for line in lines if line.name}
        self.left = max(width_of(said) for _, said in self.ticks) + 8
        self.right = max((width_of(said) + BESIDE for said in self.names.values()), default=4)
        self.width = max(NARROW - self.left - self.right, NARROW / 3)
        days = sorted({one.day.toordinal() for line in lines for one in (*line.measured, *line.aimed)})
        ends = [
            max(width_of(one.written), width_of(wrapped(one.period, 12)) - 2 * LETTER) / 2
            for line in lines
            for one in (*line.measured, *line.aimed)
            if one.day.toordinal() in {days[0], days[-1]}
        ]
        air = min(max(24, *ends), self.width / 4)
        spread = (days[-1] - days[0]) * air / (self.width - 2 * air) or 1
        self.first, self.last = days[0] - spread, days[-1] + spread
        self.days = days
        shown = {
            "solid": (key.measured, any(line.measured for line in lines)),
            "hollow": (key.aimed, any(line.aimed for line in lines)),
        }
        self.signs = [(said, f"{lines[0].role}-{mark}") for mark, (said, is_there) in shown.items() if is_there]
        self.signs_width = sum(_sign_width(said) for said, _ in self.signs)
        whole = self.left + self.width + self.right
        self.is_tight = bool(key.better) and BESIDE + len(key.better) * PROSE + BESIDE + self.signs_width > whole
        """Whether the words above the drawing need two lines."""

    def spec(self) -> str:
        """The chart with all its layers, the lowest first."""
        layers = [*self._frame(), *self._bands(), *self._strokes(), *self._marks(), *self._words(), *self._head()]
        said = [wrapped(one.period, 12) for line in self.lines for one in (*line.measured, *line.aimed)]
        below = 12 + max(map(height_of, said))
        return spec_of(
            self.width, HEIGHT, Edges(self.left, ROW * (3 if self.is_tight else 2) + 14, self.right, below), layers
        )

    # ---- where things stand

    def _x(self, day: float) -> float:
        return (day - self.first) / (self.last - self.first) * self.width

    def _y(self, value: float) -> float:
        low, high = float(self.scale.low), float(self.scale.high)
        return HEIGHT - (value - low) / (high - low) * HEIGHT

    def _layer(self, mark: str, styles: Sequence[str], rows: list[Json], **more: Json) -> Iterator[Json]:
        if not rows:
            return
        across = {
            "field": "x",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [self.first, self.last], "nice": False, "zero": False},
            "axis": None,
        }
        up = {
            "field": "y",
            "type": "quantitative",
            "title": None,
            "scale": {"domain": [float(self.scale.low), float(self.scale.high)], "nice": False, "zero": False},
            "axis": None,
        }
        yield {
            "data": {"values": rows},
            "mark": {"type": mark, "style": list(styles)},
            "encoding": {"x": across, "y": up, **more},
        }

    # ---- the layers

    def _frame(self) -> Iterator[Json]:
        """The scales: a line at each tick, and each period where there is room for its words."""
        across = {"x2": {"field": "x2"}}
        for style, some in (("grid", self.ticks[1:]), ("ground", self.ticks[:1])):
            rows = [{"x": self.first, "x2": self.last, "y": at} for at, _ in some]
            yield from self._layer("rule", [style], rows, **across)
        ticks = [Place(-8, self._y(at), said) for at, said in self.ticks]
        yield from still("text", ["scale", "before"], ticks)
        said: dict[int, str] = {}
        for line in self.lines:
            for one in (*line.measured, *line.aimed):
                said.setdefault(one.day.toordinal(), wrapped(one.period, 12))
        start = max((one.day.toordinal() for line in self.lines for one in line.measured), default=self.days[0])
        kept: list[_Box] = []
        periods: list[Place] = []
        for day in dict.fromkeys((start, self.days[-1], self.days[0], *self.days)):
            half = width_of(said[day]) / 2 + 4
            box = _Box(self._x(day) - half, 0, self._x(day) + half, 1)
            if not any(box.meets(other) for other in kept):
                kept.append(box)
                periods.append(Place(self._x(day), HEIGHT + 9, said[day]))
        yield from still("tick", ["day"], [Place(self._x(day), HEIGHT + 3) for day in self.days])
        yield from still("text", ["scale", "period"], periods)

    def _bands(self) -> Iterator[Json]:
        """Ranges that were agreed, and what a survey's margin allows."""
        for line in self.lines:
            if any(one.low != one.high for one in line.aimed):
                rows = [
                    {"x": one.day.toordinal(), "y": float(one.low), "y2": float(one.high)} for one in self._way(line)
                ]
                yield from self._layer("area", ["band"], rows, y2={"field": "y2"})
            rows = [
                {"x": one.day.toordinal(), "y": float(one.low - one.margin), "y2": float(one.high + one.margin)}
                for one in line.measured
                if one.margin
            ]
            yield from self._layer("rule", ["margin"], rows, y2={"field": "y2"})
            ends = [{"x": row["x"], "y": row[end]} for row in rows for end in ("y", "y2")]
            yield from self._layer("tick", ["margin-end"], ends)

    def _way(self, line: Line) -> tuple[Point, ...]:
        """The targets, from where they start."""
        return (*line.measured[-1:], *line.aimed) if line.aimed else ()

    def _strokes(self) -> Iterator[Json]:
        for line in self.lines:
            if len(line.measured) > 1:
                yield from self._layer("line", [f"{line.role}-line"], _rows(line.measured, "low"))
            way = self._way(line)
            for end in ("low", "high") if any(one.low != one.high for one in way) else ("low",):
                yield from self._layer("line", [f"{line.role}-line", f"{line.role}-dashed"], _rows(way, end))

    def _marks(self) -> Iterator[Json]:
        for line in self.lines:
            yield from self._layer("point", [f"{line.role}-solid"], _rows(line.measured, "low"))
            ends = [*_rows(line.aimed, "low"), *_rows([one for one in line.aimed if one.low != one.high], "high")]
            yield from self._layer("point", [f"{line.role}-hollow"], ends)

    def _words(self) -> Iterator[Json]:
        """Each point's value where there is room, those first that a reader looks for; and the name at each line's end."""
        placed, strokes = [*self._obstacles()], [*self._on_the_lines()]
        names = [
            Place(self._x(end.day.toordinal()) + BESIDE, self._y(float(end.low)), self.names[line.role])
            for line in self.lines
            if line.role in self.names
            for end in (_end(line),)
        ]
        names = _apart(names)
        placed += [
            _Box(at.x, at.y - height_of(at.said) / 2, at.x + width_of(at.said), at.y + height_of(at.said) / 2)
            for at in names
        ]
        yield from still("text", ["name"], [middle(at) for at in names])
        values: list[Place] = []
        for line in self.lines:
            if line.role == "everyone":
                continue  # a third line of figures would hide the two that matter
            for one, must in _by_weight(line):
                if line.role in self.names and one == _end(line):
                    continue  # its value stands before its name
                box = self._room(one, _sides(line, self.lines), placed, strokes, must=must)
                if box:
                    placed.append(box)
                    values.append(Place((box.left + box.right) / 2, (box.top + box.bottom) / 2, one.written))
        yield from still("text", ["value", "middle"], values)

    def _room(
        self, one: Point, sides: Sequence[str], placed: list[_Box], strokes: list[_Box], *, must: bool
    ) -> _Box | None:
        """Where a value can stand; nowhere, where it would lie on something."""
        boxes = [self._box(one, side) for side in sides]
        free = [box for box in boxes if self._inside(box) and not any(box.meets(other) for other in placed)]
        clear = [box for box in free if not any(box.meets(other) for other in strokes)]
        return next(iter(clear or (free if must else [])), None)

    def _box(self, one: Point, where: str) -> _Box:
        """The room that a point's value takes above, below or at a corner of its mark."""
        x, y = self._x(one.day.toordinal()), self._y(float(_foot(one, where)))
        width, height = width_of(one.written), ROW - 3
        up, _, across = where.partition("-")
        left = {"": x - width / 2, "left": x - CORNER - width, "right": x + CORNER}[across]
        apart = CORNER if across else MARK + 1
        top = y - apart - height if up == "above" else y + apart
        return _Box(left, top, left + width, top + height)

    def _inside(self, box: _Box) -> bool:
        return box.left > 0 and box.top > -ROW - MARK and box.bottom < HEIGHT and box.right < self.width + self.right

    def _obstacles(self) -> Iterator[_Box]:
        for line in self.lines:
            for one in (*line.measured, *line.aimed):
                x = self._x(one.day.toordinal())
                for value in {one.low - one.margin, one.low, one.high, one.high + one.margin}:
                    y = self._y(float(value))
                    yield _Box(x - MARK + 1, y - MARK + 1, x + MARK - 1, y + MARK - 1)

    def _on_the_lines(self) -> Iterator[_Box]:
        """Small boxes along every stroke."""
        for line in self.lines:
            ways: list[Sequence[tuple[float, float]]] = [
                [(self._x(one.day.toordinal()), self._y(float(getattr(one, end)))) for one in way]
                for way in (line.measured, self._way(line))
                for end in ("low", "high")
            ]
            for (x1, y1), (x2, y2) in (pair for way in ways for pair in pairwise(way)):
                steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1)) / 4))
                for nth in range(steps + 1):
                    x, y = x1 + (x2 - x1) * nth / steps, y1 + (y2 - y1) * nth / steps
                    yield _Box(x - 1, y - 1, x + 1, y + 1)

    def _head(self) -> list[Json]:
        """Above the drawing: which way is better, and what filled and hollow marks are."""
        better, start = self.key.better, -self.left
        layers: list[Json] = []
        words: list[Place] = []
        if better:
            height = -ROW * (3 if self.is_tight else 2)
            if self.key.direction in {"up", "down"}:
                layers += still("point", [f"better-{self.key.direction}"], [Place(start + 4, height)])
            words.append(Place(start + BESIDE, height, better))
        x = start if self.is_tight else self.width + self.right - self.signs_width
        for said, style in self.signs:
            layers += still("point", [style], [Place(x + MARK, -ROW * 2)])
            words.append(Place(x + MARK + 10, -ROW * 2, said))
            x += _sign_width(said)
        return [*layers, *still("text", ["key"], words)]


def _sign_width(said: str) -> float:
    return len(said) * PROSE + 28


def _rows(points: Iterable[Point], end: str) -> list[Json]:
    return [{"x": one.day.toordinal(), "y": float(getattr(one, end))} for one in points]


def _foot(one: Point, where: str) -> Decimal:
    """What a value stands on: the mark, or the end of its margin."""
    margin = one.margin if where in {"above", "below"} else 0
    return one.low - margin if where.startswith("below") else one.high + margin


def _end(line: Line) -> Point:
    return max((*line.measured, *line.aimed), key=lambda one: one.day)


def _named(line: Line) -> str:
    """What stands at the end of a line: its last value and its name."""
    return line.name if line.role == "everyone" else f"{_end(line).written} {line.name}"


def _sides(line: Line, lines: Sequence[Line]) -> tuple[str, ...]:
    """Where a line's values stand, best first: away from the other line."""
    above, below = ("above", "above-left", "above-right"), ("below", "below-right", "below-left")
    others = [other for other in lines if other.role not in {line.role, "everyone"}]
    is_lower = any(_mean(other) > _mean(line) for other in others)
    return (*below, *above) if is_lower else ("above", "below", *above[1:], *below[1:])


def _mean(line: Line) -> Decimal:
    points = (*line.measured, *line.aimed)
    return sum((one.low for one in points), Decimal(0)) / len(points)


def _by_weight(line: Line) -> Iterator[tuple[Point, bool]]:
    """The points in the order in which they are looked for, and whether a value must stand there if it can at all."""
    first = [*line.measured[-1:], *line.aimed[-1:], *line.measured[:1]]
    yield from ((one, True) for one in dict.fromkeys(first))
    yield from ((one, False) for one in (*line.aimed, *line.measured) if one not in first)


def _apart(names: list[Place]) -> list[Place]:
    """Names at the ends of lines, moved up and down until none lies on another or below the drawing."""
    ordered = sorted(names, key=lambda at: at.y)
    halves = [height_of(at.said) / 2 for at in ordered]
    heights = [at.y for at in ordered]
    for nth in range(1, len(ordered)):
        heights[nth] = max(heights[nth], heights[nth - 1] + halves[nth - 1] + halves[nth])
    floor = HEIGHT + ROW / 2
    for nth in reversed(range(len(ordered))):
        heights[nth] = min(heights[nth], floor - halves[nth])
        floor = heights[nth] - halves[nth]
    return [at._replace(y=y) for at, y in zip(ordered, heights, strict=True)]
