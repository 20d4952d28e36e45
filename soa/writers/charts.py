"""Small charts as SVG that read in black and white; beside each stands a sentence that says the same."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from soa.document.blocks import Bars, Part, Point, Trend

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 26, 26, 34, 112
BAR = 22
LETTER = 7.0
"""A letter is at most about this wide."""
GAP = 6
"""Labels keep this far apart."""


def bars_chart(bars: Bars) -> Markup:
    """Bars of one scale: the first part solid, the others outlined, each written out beneath."""
    most = max((sum((part.amount for part in parts), Decimal(0)) for _, parts in bars.bars), default=Decimal(0))
    drawn = Markup("").join(_bar(label, parts, most) for label, parts in bars.bars)
    template = Markup(
        '<figure class="bars">\n<figcaption>{caption}</figcaption>\n{drawn}<p class="says">{says}</p>\n</figure>\n'
    )
    return template.format(caption=bars.caption, drawn=drawn, says=bars.says)


def _bar(label: str, parts: tuple[Part, ...], most: Decimal) -> Markup:
    scale = Decimal(WIDTH - 2) / most if most > 0 else Decimal(0)
    rects, at = Markup(""), Decimal(1)
    for index, part in enumerate(parts):
        width = max(part.amount, Decimal(0)) * scale
        kind = "solid" if index == 0 else "hollow"
        rects += Markup('<rect class="{kind}" x="{x:.1f}" y="1" width="{width:.1f}" height="{height}"/>').format(
            kind=kind, x=at, width=width, height=BAR - 2
        )
        at += width
    keys = Markup("").join(
        Markup('<li class="{kind}">{label}: {written}</li>').format(
            kind="solid" if index == 0 else "hollow", label=part.label, written=part.written
        )
        for index, part in enumerate(parts)
    )
    template = Markup(
        '<div class="bar"><p class="bar-label">{label}</p>\n'
        '<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{rects}</svg>\n'
        '<ul class="key">{keys}</ul></div>\n'
    )
    return template.format(label=label, width=WIDTH, height=BAR, rects=rects, keys=keys)


def trend_chart(trend: Trend) -> Markup:
    """A line over time: measured values solid, targets hollow and dashed."""
    places = _places(trend.points)
    measured = [place for place, point in zip(places, trend.points, strict=True) if not point.target]
    aimed = [place for place, point in zip(places, trend.points, strict=True) if point.target]
    lines = _line("measured", measured) + _line("aimed", measured[-1:] + aimed)
    dots = Markup("").join(
        Markup('<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>').format(
            kind="target" if point.target else "value", x=x, y=y
        )
        for (x, y), point in zip(places, trend.points, strict=True)
    )
    template = Markup(
        '<figure class="trend">\n<figcaption>{title}</figcaption>\n'
        '<svg viewBox="0 0 {width} {height}" role="img" aria-label="{says}">'
        '<line class="ground" x1="{left}" y1="{ground}" x2="{right}" y2="{ground}"/>{lines}{dots}{labels}</svg>\n</figure>\n'
    )
    return template.format(
        title=trend.title,
        says=trend.says,
        width=WIDTH,
        height=HEIGHT,
        left=LEFT - 14,
        right=WIDTH - RIGHT + 14,
        ground=BOTTOM + 14,
        lines=lines,
        dots=dots,
        labels=_labels(places, trend.points),
    )


Place = tuple[float, float]


def _places(points: tuple[Point, ...]) -> list[Place]:
    """Where each point stands: days across, values up; the scale begins below the lowest value."""
    first, last = points[0].day, points[-1].day
    low = min(point.value for point in points)
    high = max(point.value for point in points)
    days, span = max(last - first, 1), high - low
    return [
        (
            LEFT + (WIDTH - LEFT - RIGHT) * (point.day - first) / days,
            BOTTOM - (BOTTOM - TOP) * (float((point.value - low) / span) if span else 0.5),
        )
        for point in points
    ]


def _line(kind: str, places: list[Place]) -> Markup:
    if len(places) < 2:
        return Markup("")
    steps = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return Markup('<polyline class="{kind}" points="{steps}"/>').format(kind=kind, steps=steps)


def _labels(places: list[Place], points: tuple[Point, ...]) -> Markup:
    """The values above their points, the periods along the ground; none that would touch another."""
    labels = Markup("")
    last = len(points) - 1
    rows: dict[str, float] = {}  # the right end of the last label in each row
    for kind, words in (
        ("figure", [point.written for point in points]),
        ("period", [point.period for point in points]),
    ):
        final = places[-1][0] - len(words[-1]) * LETTER - GAP
        for at, (x, y) in enumerate(places):
            half = len(words[at]) * LETTER / 2
            fits = x - half > rows.get(kind, -WIDTH) + GAP and (x + half < final or at == last)
            if at == last or fits:
                labels += _text(kind, x, y - 9 if kind == "figure" else BOTTOM + 30, words[at])
                rows[kind] = max(x, half) + half
    return labels


def _text(kind: str, x: float, y: float, words: str) -> Markup:
    half = len(words) * LETTER / 2
    inside = min(max(x, half + 1), WIDTH - half - 1)
    return Markup('<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{words}</text>').format(
        kind=kind, x=inside, y=y, words=words
    )
