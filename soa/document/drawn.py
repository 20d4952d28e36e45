"""What is drawn: each chart with the same figures in words, and all of them as tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from soa.document import charts, figures, text, trends
from soa.document.blocks import Cell, Chart, CrossReference, Inlines, Paragraph, Section, Table, Text
from soa.document.desk import Desk, OutcomeAt, PriorityAt, kept
from soa.document.gaps import group_name, group_words
from soa.document.measures import measures_in, target_for
from soa.document.say import unit_of
from soa.language.sentence import capital
from soa.model.lookup import MeasureOf
from soa.model.measure import Indicator, Reading, Target
from soa.model.outcome import Action
from soa.model.part import sound

FEWEST_MEASURED: Final = 3
"""Without a target, fewer values are no trend."""
FEWEST_DATES: Final = 2
"""Fewer dates need no drawing."""
_BETTER: Final = {"up": "better-up", "down": "better-down", "hold": "better-hold"}
_STATES: Final[dict[charts.State, str]] = {"to-do": "drawn-to-do", "done": "drawn-done", "standing": "drawn-standing"}

# ---- measures ------------------------------------------------------------------------------------------------------


def trend(desk: Desk, measure: MeasureOf, target: Target | None) -> Chart | None:
    """A measure over time: where it comes from, where it starts, and the levels it is to reach."""
    indicator = measure.indicator
    series = figures.series_of(indicator, figures.EVERYONE, target)
    if series is None or not _can_be_drawn([series]) or not sound(indicator.name):
        return None
    says = " ".join((*_better(desk, indicator), *_figures(desk, indicator, series)))
    return _over_time(desk, measure, [(series, "main", "")], str(indicator.name), says)


def gap_trend(desk: Desk, measure: MeasureOf, target: Target | None) -> Chart | None:
    """The two ends of a gap over time, and everyone between them."""
    indicator = measure.indicator
    ends = _ends(indicator, target)
    gap = figures.gap_of(measure, target)
    if gap is None or not _can_be_drawn(ends) or not sound(indicator.name):
        return None
    roles: list[trends.Role] = ["main", "better", "everyone"]
    lines = [(one, role, group_name(desk, one.of)) for one, role in zip(ends, roles, strict=False) if _points(one)]
    says = [*_better(desk, indicator)]
    says += [
        desk.word("series-says", name=capital(name), said=" ".join(_figures(desk, indicator, one)))
        for one, _, name in lines
    ]
    unit = unit_of(indicator)
    says.append(
        desk.word(
            "gap-narrows" if gap.narrows else "gap-other" if gap.then else "gap-now",
            now=desk.say.difference(gap.now.size, unit),
            period=desk.say.period(gap.now.period, indicator),
            then=desk.say.difference(gap.then.size, unit) if gap.then else "",
            by=desk.say.period(gap.then.period, indicator) if gap.then else "",
        )
    )
    return _over_time(desk, measure, lines, desk.word("gap-chart", name=indicator.name), " ".join(says))


def _ends(indicator: Indicator, target: Target | None) -> list[figures.Series]:
    """The two ends of a gap, and everyone where they are neither; nothing where the measure names no gap."""
    gap = indicator.gap
    if not sound(gap):
        return []
    names = dict.fromkeys((*(str(end) for end in gap.between if sound(end)), figures.EVERYONE))
    return [found for name in names if (found := figures.series_of(indicator, name, target)) is not None]


def _points(series: figures.Series) -> int:
    return len(series.measured) + len(series.aims)


def _can_be_drawn(ends: list[figures.Series]) -> bool:
    """Whether a line says more than its figures: from where it starts to a target, or over several years."""
    return any(one.measured and (one.aims or len(one.measured) >= FEWEST_MEASURED) for one in ends)


def _over_time(
    desk: Desk,
    measure: MeasureOf,
    series: list[tuple[figures.Series, trends.Role, str]],
    title: str,
    says: str,
) -> Chart:
    indicator = measure.indicator
    lines = [_line(desk, indicator, *one) for one in series]
    scale = trends.scale_of(lines)
    unit = unit_of(indicator)
    direction = str(indicator.direction) if sound(indicator.direction) else ""
    key = trends.Key(
        desk.word("key-measured"), desk.word("key-aimed"), "".join(_better(desk, indicator)).rstrip("."), direction
    )
    spec = trends.over_time(lines, scale, lambda value: desk.say.figure(value, unit), key)
    remarks = [*_remarks(desk, indicator, [one for one, _, _ in series])]
    if not scale.has_zero:
        remarks.insert(0, desk.word("scale-begins", level=desk.say.figure(scale.low, unit)))
    said: tuple[Inlines, ...] = ((Text(" ".join(remarks)),),) if remarks else ()
    return Chart(text.visible(title), text.visible(says), spec, (*said, *_way_to_figures(desk, _anchor(desk, measure))))


def _line(desk: Desk, indicator: Indicator, series: figures.Series, role: trends.Role, name: str) -> trends.Line:
    unit = unit_of(indicator)
    measured = tuple(
        trends.Point(
            desk.say.period(one.period, indicator),
            one.period.last_day,
            one.value,
            one.value,
            desk.say.figure(one.value, unit) + _marks(one),
            one.margin if sound(one.margin) else Decimal(0),
        )
        for one in series.measured
        if sound(one.value)
    )
    aimed = tuple(
        trends.Point(
            desk.say.period(aim.target.period, indicator),
            aim.target.period.last_day,
            aim.low,
            aim.high,
            desk.say.figure(aim.low, unit)
            if aim.low == aim.high
            else desk.word(
                "from-one-to-another", one=desk.say.figure(aim.low, unit), other=desk.say.figure(aim.high, unit)
            ),
        )
        for aim in series.aims
    )
    return trends.Line(text.visible(name), role, measured, aimed)


def _marks(reading: Reading) -> str:
    """The signs that send a reader to what must be known about a value."""
    few = sound(reading.base) and reading.base < figures.FEW
    return ("*" if reading.provisional is True else "") + ("†" if few else "")


def _remarks(desk: Desk, indicator: Indicator, series: list[figures.Series]) -> Iterator[str]:
    """What must be known about the values that are drawn."""
    readings = [reading for one in series for reading in one.measured]
    signs = "".join(_marks(reading) for reading in readings)
    if "*" in signs:
        yield desk.word("mark-provisional")
    if "†" in signs:
        yield desk.word("mark-few", few=figures.FEW)
    if any(sound(reading.margin) for reading in readings):
        yield desk.word("mark-margin")
    if any(aim.low != aim.high for one in series for aim in one.aims):
        yield desk.word("mark-range")
    periods = dict.fromkeys(desk.say.period(period, indicator) for one in series for period in one.left_out)
    if periods:
        yield desk.word("left-out", periods=desk.say.listed(tuple(periods)))


def _better(desk: Desk, indicator: Indicator) -> Iterator[str]:
    """Which way is better, as a sentence."""
    if indicator.direction in _BETTER:
        yield f"{desk.word(_BETTER[str(indicator.direction)])}."


def _figures(desk: Desk, indicator: Indicator, series: figures.Series) -> Iterator[str]:
    """What was measured and what is aimed at, every figure with its period."""

    def said(level: str, period: str) -> str:
        return desk.word("in-brackets", level=level, period=period)

    measured = [
        said(desk.say.reading(one, indicator, bare=True), desk.say.period(one.period, indicator))
        for one in series.measured
    ]
    aimed = [
        said(desk.say.level(aim.target, indicator, bare=True), desk.say.period(aim.target.period, indicator))
        for aim in series.aims
    ]
    if measured:
        yield desk.word("measured-says", levels=desk.say.listed(tuple(measured)))
    if aimed:
        yield desk.word("aimed-says", levels=desk.say.listed(tuple(aimed)))


# ---- money ---------------------------------------------------------------------------------------------------------


def money(desk: Desk) -> Chart | None:
    """The partners' money this year and in the last year, and what part of it prevents."""
    years = _money_years(desk)
    if not years:
        return None
    bars = [
        charts.Bar(
            desk.say.moment(one.year),
            tuple(
                charts.Part(desk.word(key), Decimal(amount), desk.say.pounds(amount))
                for key, amount in (("prevents", one.preventive), ("other-money", one.total - one.preventive))
            ),
        )
        for one in years
    ]
    says = " ".join(
        desk.word(
            "money-says" if one.preventive else "money-says-none",
            total=desk.say.rounded_pounds(one.total),
            year=desk.say.moment(one.year),
            preventive=desk.say.rounded_pounds(one.preventive),
            share=desk.say.share(one.preventive, one.total) or "0%",
        )
        for one in years
    )
    return Chart(desk.word("money-caption"), says, charts.stacked(bars), _way_to_figures(desk, "figures-money"))


def _money_years(desk: Desk) -> list[figures.Money]:
    """This year and the last one; one year where they are the same."""
    every = figures.money_by_year(kept(desk.agreement.resources))
    now = figures.at_year(every, desk.as_of)
    if now is None:
        return []
    return [now] if every[-1].year == now.year else [now, every[-1]]


def prevention_spend(desk: Desk) -> Chart | None:
    """What each partner spends on prevention, year by year."""
    years, rows = figures.spend(one for one in kept(desk.agreement.resources) if one.preventive is True)
    if not years:
        return None
    names = {ref: text.words_of(desk.partner(ref)) or desk.word("not-public") for ref in rows}
    bars = [
        charts.Bar(
            names[ref],
            tuple(
                charts.Part("", Decimal(row.get(year, 0)), desk.say.pounds(row[year]) if year in row else "")
                for year in years
            ),
        )
        for ref, row in rows.items()
    ]
    said = []
    for year in years:
        given = {ref: row[year] for ref, row in rows.items() if year in row}
        most = max(given, key=lambda ref: given[ref])
        said.append(
            desk.word(
                "spend-says" if len(given) > 1 else "spend-says-one",
                year=desk.say.moment(year),
                total=desk.say.pounds(sum(given.values())),
                most=names[most],
                amount=desk.say.pounds(given[most]),
            )
        )
    spec = charts.side_by_side([desk.say.moment(year) for year in years], bars)
    return Chart(desk.word("prevention-spend-caption"), " ".join(said), spec)


# ---- who and when --------------------------------------------------------------------------------------------------


class _Lead(NamedTuple):
    """A partner and the outcomes that it leads."""

    name: str
    outcomes: tuple[str, ...]


def leads_share(desk: Desk) -> Chart | None:
    """How many outcomes each partner leads."""
    leads, total = _leads(desk)
    if not leads:
        return None
    bars = [
        charts.Bar(
            lead.name,
            (
                charts.Part(
                    "",
                    Decimal(len(lead.outcomes)),
                    desk.word("leads-count", count=len(lead.outcomes), total=total),
                ),
            ),
        )
        for lead in leads
    ]
    said = tuple(
        desk.word("leads-says-one", partner=lead.name, count=len(lead.outcomes), outcomes=", ".join(lead.outcomes))
        for lead in leads
    )
    says = desk.word("leads-says", total=total, leads=desk.say.listed(said))
    return Chart(desk.word("leads-chart"), says, charts.counted(bars), _way_to_figures(desk, "figures-leads"))


def _leads(desk: Desk) -> tuple[list[_Lead], int]:
    """The partners that lead, those with most outcomes first, and how many outcomes have a lead."""
    found: dict[str, list[str]] = {}
    for at in desk.outcomes:
        who = at.outcome.by_whom
        if sound(who) and sound(who.lead):
            name = text.words_of(desk.partner(who.lead)) or desk.word("not-public")
            found.setdefault(name, []).append(at.number)
    leads = [_Lead(name, tuple(numbers)) for name, numbers in found.items()]
    return sorted(leads, key=lambda lead: -len(lead.outcomes)), sum(map(len, found.values()))


def timeline(desk: Desk, at: PriorityAt) -> Chart | None:
    """When the actions of one priority are done, and when those that go on are looked at again."""
    rows = [deed for one in at.outcomes for deed in _deeds(desk, one)]
    drawn = [deed for deed in rows if deed.ends is not None or deed.state == "standing"]
    dated = [deed for deed in drawn if deed.ends is not None]
    if len(dated) < FEWEST_DATES:
        return None
    states = {state: desk.word(key) for state, key in _STATES.items() if any(one.state == state for one in drawn)}
    due: dict[int, int] = {}
    for year in sorted(deed.ends.year for deed in dated if deed.ends is not None and deed.state != "standing"):
        due[year] = due.get(year, 0) + 1
    years = tuple(desk.word("timeline-year", count=count, year=year) for year, count in due.items())
    standing = sum(deed.state == "standing" for deed in drawn)
    says = [desk.word("timeline-says", years=desk.say.listed(years))] if years else []
    says += [desk.word("timeline-standing", count=standing)] if standing else []
    remarks = [desk.word("timeline-undated", count=len(rows) - len(drawn))] if len(rows) > len(drawn) else []
    remarks += [desk.word("timeline-crowded")] if len(drawn) > charts.MOST_ROWS else []
    said: tuple[Inlines, ...] = ((Text(" ".join(remarks)),),) if remarks else ()
    return Chart(desk.word("timeline-title"), " ".join(says), charts.timeline(drawn, states), said)


def _deeds(desk: Desk, at: OutcomeAt) -> list[charts.Deed]:
    """An outcome's actions in order of time; those that were stopped are left out."""
    actions = [one for one in kept(at.outcome.how) if one.state != "stopped"]
    deeds = [_deed(desk, at, one) for one in actions]
    return sorted(deeds, key=lambda one: (one.ends or date.max, one.starts or date.min))


def _deed(desk: Desk, at: OutcomeAt, action: Action) -> charts.Deed:
    standing = action.standing is True
    end = action.review if standing else action.due
    return charts.Deed(
        at.number,
        text.words_of(desk.sentence(action, "action")),
        action.starts.first_day if sound(action.starts) else None,
        end.last_day if sound(end) else None,
        "standing" if standing else "done" if action.state == "done" else "to-do",
    )


# ---- the figures behind them ---------------------------------------------------------------------------------------


def figures_section(desk: Desk) -> Section | None:
    """The figures behind the charts, so that nobody has to read them off a drawing."""
    parts = [*_of_outcomes(desk), _shared(desk), _money_figures(desk), _lead_figures(desk)]
    sections = tuple(part for part in parts if part is not None)
    if not sections:
        return None
    opening = Paragraph(desk.words("figures-opening"))
    return Section("figures", desk.words("figures-title"), (opening,), sections)


def _way_to_figures(desk: Desk, anchor: str) -> tuple[Inlines, ...]:
    """A way to a chart's figures, in the document that has them."""
    if desk.edition.part != "agreement":
        return ()
    return ((CrossReference((Text(desk.word("see-figures")),), anchor),),)


def _anchor(desk: Desk, measure: MeasureOf) -> str:
    own = next((at.anchor for at in desk.outcomes if at.outcome is measure.outcome), "shared")
    return f"figures-{own}"


def _of_outcomes(desk: Desk) -> Iterator[Section | None]:
    for at in desk.outcomes:
        own = [one for one in measures_in(desk, at.outcome) if one.outcome is at.outcome]
        tables = [_table(desk, one, target_for(desk, at.outcome, one)) for one in own]
        yield _section(f"figures-{at.anchor}", desk.words("outcome-number", number=at.number), tables)


def _shared(desk: Desk) -> Section | None:
    """Shared measures once each; again where an outcome has targets of its own for one."""
    found: dict[tuple[int, int], tuple[MeasureOf, Target | None]] = {}
    for at in desk.outcomes:
        for one in measures_in(desk, at.outcome):
            if one.outcome is not at.outcome:
                target = target_for(desk, at.outcome, one)
                found.setdefault((id(one.indicator), id(target)), (one, target))
    for one in desk.lookup.measures.values():
        if one.outcome is None:
            found.setdefault((id(one.indicator), id(None)), (one, None))
    tables = [_table(desk, one, target) for one, target in found.values()]
    return _section("figures-shared", desk.words("figures-shared"), tables)


def _section(anchor: str, title: Inlines, tables: list[Table | None]) -> Section | None:
    blocks = tuple(table for table in tables if table is not None)
    return Section(anchor, title, blocks, listed=False) if blocks else None


def _table(desk: Desk, measure: MeasureOf, target: Target | None) -> Table | None:
    """A measure's figures: a row a period, a column for everyone and for each end of a gap."""
    indicator = measure.indicator
    everyone = figures.series_of(indicator, figures.EVERYONE, target)
    ends = _ends(indicator, target)
    has_trend = everyone is not None and _can_be_drawn([everyone])
    has_gap = _can_be_drawn(ends) and figures.gap_of(measure, target) is not None
    if not sound(indicator.name) or not (has_trend or has_gap):
        return None
    ends = ends or ([everyone] if everyone else [])
    series = [one for one in ends if _points(one)]
    several = len(series) > 1
    rows: dict[tuple[bool, str], tuple[dict[str, str], list[str]]] = {}
    order: dict[tuple[bool, str], tuple[bool, int]] = {}
    for one in series:
        for reading in one.measured:
            key = (False, desk.say.period(reading.period, indicator))
            order[key] = (False, reading.period.last_day.toordinal())
            levels, known = rows.setdefault(key, ({}, []))
            levels[one.of] = desk.say.reading(reading, indicator, bare=True)
            about = ", ".join(_about(desk, reading))
            if about:
                name = capital(group_name(desk, one.of))
                known.append(desk.word("series-says", name=name, said=about) if several else about)
        for aim in one.aims:
            key = (True, desk.say.period(aim.target.period, indicator))
            order[key] = (True, aim.target.period.last_day.toordinal())
            rows.setdefault(key, ({}, []))[0][one.of] = desk.say.level(aim.target, indicator, bare=True)
    kinds = {False: desk.words("key-measured"), True: desk.words("key-aimed")}
    body = tuple(
        (
            Cell(((Text(key[1]),),)),
            Cell((kinds[key[0]],)),
            *(Cell(((Text(rows[key][0].get(one.of) or desk.word("none")),),), numeric=True) for one in series),
            Cell(((Text("; ".join(rows[key][1]) or desk.word("none")),),)),
        )
        for key in sorted(rows, key=lambda key: order[key])
    )
    names = [group_words(desk, one.of, as_head=True) for one in series] if several else [desk.words("level-head")]
    head = (
        desk.words("period-head"),
        desk.words("measured-or-aimed"),
        *names,
        desk.words("about-it"),
    )
    return desk.trimmed(Table(text.visible(str(indicator.name)), head, body, form="figures", titled=True))


def _about(desk: Desk, reading: Reading) -> Iterator[str]:
    if reading.provisional is True:
        yield desk.word("provisional")
    if sound(reading.margin):
        yield desk.word("margin", margin=desk.say.number(reading.margin))
    if sound(reading.base):
        yield desk.word("rests-on", base=desk.say.number(reading.base))


def _money_figures(desk: Desk) -> Section | None:
    years = _money_years(desk)
    rows = tuple(
        (
            Cell(((Text(desk.say.moment(one.year)),),)),
            *(
                Cell(((Text(desk.say.pounds(amount)),),), numeric=True)
                for amount in (one.preventive, one.total - one.preventive, one.total)
            ),
        )
        for one in years
    )
    head = tuple(desk.words(key) for key in ("period-head", "prevents", "other-money", "total"))
    table = Table(desk.word("money-caption"), head, rows, form="figures")
    return _section("figures-money", desk.words("money-title"), [table]) if rows else None


def _lead_figures(desk: Desk) -> Section | None:
    leads, _ = _leads(desk)
    rows = tuple(
        (
            Cell((desk.theirs((Text(lead.name),)),)),
            Cell(((Text(str(len(lead.outcomes))),),), numeric=True),
            Cell(((Text(", ".join(lead.outcomes)),),)),
        )
        for lead in leads
    )
    head = tuple(desk.words(key) for key in ("partner", "outcomes-led", "which-outcomes"))
    table = Table(desk.word("leads-chart"), head, rows, form="figures")
    return _section("figures-leads", desk.words("leads-chart"), [table]) if rows else None
