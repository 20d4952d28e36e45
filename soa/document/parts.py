"""What the shorter documents of an agreement share: how each begins, the twelve months that count, tables that are cut to length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from soa.document import figures, text
from soa.document.blocks import Block, Blocks, Cell, Front, Inlines, Paragraph, Section, Table, Tag, Text
from soa.document.desk import Desk, OutcomeAt, kept
from soa.document.front import period, status
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.resources import Resource, ResourceYear
from soa.model.scalars import Moment

MOST_YEARS = 3
"""A table of resources shows so many years, and their sum where there are more."""


class Made(NamedTuple):
    """One document of an agreement: its title, what it is in a sentence, its page one and its sections."""

    title: str
    description: str
    front: Front
    sections: tuple[Section, ...]


class Ahead(NamedTuple):
    """The twelve months that a reader has to look at; all of a plan that has ended."""

    first: date
    last: date
    ended: bool

    def passed(self, by: Moment | None) -> bool:
        """Whether a date lies behind, in a plan that is not yet history."""
        return by is not None and not self.ended and by.last_day < self.first


def ahead(desk: Desk) -> Ahead:
    """The year from today, or the plan's first year where it has not begun."""
    header = desk.agreement.agreement
    starts = header.starts.first_day if sound(header.starts) else date.min
    ends = header.ends.last_day if sound(header.ends) else date.max
    if desk.as_of > ends:
        return Ahead(starts, ends, ended=True)
    first = max(desk.as_of, starts)
    return Ahead(first, figures.year_after(first), ended=False)


def headed(desk: Desk, kind: str) -> Front:
    """How a shorter document begins: what it is, the place, the period and the status."""
    header = desk.agreement.agreement
    return Front(
        place=text.visible(header.area) if sound(header.area) else "",
        kind=kind,
        period=period(desk, header),
        status=status(desk, header),
        vision=(),
        for_whom=(),
        sections=(),
        aside=None,
    )


def title_of(desk: Desk) -> str:
    """The agreement's title."""
    header = desk.agreement.agreement
    return text.visible(header.title) if sound(header) and sound(header.title) else desk.word("kind-of-plan")


def title_words(desk: Desk) -> Inlines:
    """The same in a line."""
    header = desk.agreement.agreement
    return desk.name(header, "title") if sound(header) and sound(header.title) else desk.words("kind-of-plan")


def section(desk: Desk, key: str, blocks: Iterable[Block]) -> Section | None:
    """A section under the title of its key; none where there is nothing in it."""
    inside = tuple(blocks)
    return Section(key, desk.words(f"{key}-title"), inside, listed=False) if inside else None


def silent(desk: Desk, blocks: Iterable[Block], key: str = "silent", **values: Inlines | str) -> Blocks:
    """The blocks, or words that the agreement does not say."""
    return tuple(blocks) or (Paragraph(desk.words(key, **values)),)


def place_of(desk: Desk, outcome: Outcome | None) -> Inlines:
    """The outcome that an action belongs to, or the prevention plan."""
    if outcome is None:
        return desk.served_one("prevention")
    at = next((at for at in desk.outcomes if at.outcome is outcome), None)
    return desk.way_to(at) if at is not None else ()


def pooled(desk: Desk, one: Resource, ref: str) -> Inlines:
    """Whether a partner's share of pooled money is in the partner's own sums: what is pooled counts once, under its giver."""
    giver = desk.partner_of(one, "partner") if sound(one.partner) else ()
    if not giver:
        return ()
    return desk.words("pooled-here") if one.partner == ref else desk.words("pooled-elsewhere", partner=giver)


def cell(desk: Desk, *lines: Inlines, numeric: bool = False, equal: bool = False) -> Cell:
    """A cell of the lines that say something; a dash where none does."""
    return Cell(tuple(line for line in lines if line) or ((Text(desk.word("none")),),), numeric=numeric, equal=equal)


def table(desk: Desk, caption: str, heads: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> tuple[Table, ...]:
    """A table without its empty columns; nothing where it has no rows."""
    found = tuple(rows)
    head = tuple(desk.words(key) for key in heads)
    return (desk.trimmed(Table(desk.word(caption), head, found)),) if found else ()


def cut(desk: Desk, tables: Iterable[Table], most: int, rest: list[Table]) -> Iterator[Block]:
    """Each table with its first rows and the sum of all, and how many more there are; these go to the rest."""
    for one in tables:
        more = len(one.rows) - most
        if more <= 1:  # a single row more takes no more room than the words that it stands elsewhere
            yield one
            continue
        summed = tuple((cell(desk, desk.words("total-of-all")), *row[1:]) for row in one.foot)
        yield one._replace(rows=one.rows[:most], foot=summed)
        yield Paragraph(desk.words("more-at-end", count=str(more)), "small")
        caption = desk.word("continued", caption=one.caption)
        rest.append(one._replace(caption=caption, rows=one.rows[most:], foot=(), titled=True))


def first_few(desk: Desk, items: Sequence[Inlines], most: int) -> Iterator[Inlines]:
    """The first of several, and how many more the full plan has."""
    yield from items[:most]
    more = len(items) - most
    if more > 0:
        yield desk.words("more-in-plan-one" if more == 1 else "more-in-plan", count=str(more))


def statement(desk: Desk, at: OutcomeAt) -> Inlines:
    """What an outcome improves."""
    what = at.outcome.what
    return desk.sentence(what, "statement") if sound(what) else desk.hole(at.outcome, "what")


def due_cell(desk: Desk, months: Ahead, by: Moment | None, *, open_: bool = True, state: Inlines = ()) -> Cell:
    """A date; words that it has passed where it has and something is still open, or its state."""
    when: Inlines = (Text(desk.say.moment(by)),) if by is not None else (Text(desk.word("none")),)
    remark = desk.word("date-passed") if open_ and months.passed(by) else text.words_of(state)
    return Cell(((*when, Text(" "), Tag(remark)) if remark else when,))


# ---- resources -----------------------------------------------------------------------------------------------------


def resource_table(
    desk: Desk, resources: Sequence[Resource], caption: str, *, giver: bool = False
) -> tuple[Table, ...]:
    """A row a resource: what it is, what it serves, and year by year how much and how firm; money is added up."""
    if not resources:
        return ()
    years, more = _years(desk, resources)
    heads = [desk.words("what-is-given"), desk.words("serves"), *((Text(desk.say.moment(year)),) for year in years)]
    if more:
        heads.append(desk.words("all-years"))
    rows = [_row(desk, one, years, giver=giver, more=more) for one in resources]
    sums = figures.money_by_year(resources)
    foot: tuple[tuple[Cell, ...], ...] = ()
    if sums and len(resources) > 1:
        amounts = [sum(money.total for money in sums if money.year == year) for year in years]
        amounts += [sum(money.total for money in sums)] if more else []
        totals = (cell(desk, (Text(desk.say.pounds(amount)),), numeric=True) for amount in amounts)
        foot = ((cell(desk, desk.words("total")), cell(desk), *totals),)
    return (Table(caption, tuple(heads), tuple(rows), foot=foot),)


def _years(desk: Desk, resources: Sequence[Resource]) -> tuple[list[Moment], bool]:
    """The years to show: this one and those that follow, else the last; and whether there are others."""
    every = {year.year: year.year for one in resources for year in _sound_years(one)}
    order = sorted(every.values(), key=lambda year: year.last_day)
    coming = [year for year in order if year.last_day >= ahead(desk).first]
    shown = coming[:MOST_YEARS] if coming else order[-MOST_YEARS:]
    return shown, len(shown) < len(order)


def _sound_years(one: Resource) -> list[ResourceYear]:
    return [year for year in each(one.years) if sound(year) and sound(year.year)]


def _row(desk: Desk, one: Resource, years: Sequence[Moment], *, giver: bool, more: bool) -> tuple[Cell, ...]:
    kind = desk.choice("resource", one.kind)
    what = desk.sentence(one, "what") or text.plain(kind)
    if one.preventive is True:
        what = (*what, Text(" "), Tag(desk.word("prevents")))
    detail = [desk.choice("funded", one.source), desk.choice("held", one.held)]
    lines = [desk.partner_of(one, "partner")] if giver else []
    lines += [what, text.plain(", ".join(word for word in detail if word))]
    if sound(one.ends):
        lines.append(desk.words("fund-ends", date=desk.say.moment(one.ends), after=desk.sentence(one, "after")))
    serves = desk.served(one.serves) if sound(one.serves) else desk.hole(one, "serves")
    found = _sound_years(one)
    cells = [_given(desk, [year for year in found if year.year == shown]) for shown in years]
    if more:
        total = sum(year.amount for year in found if sound(year.amount))
        cells.append(cell(desk, (Text(desk.say.pounds(total)),) if total else (), numeric=True))
    return (cell(desk, *lines), cell(desk, serves), *cells)


def _given(desk: Desk, years: Sequence[ResourceYear]) -> Cell:
    lines: list[Inlines] = []
    for year in years:
        lines += [text.plain(said) for said in given(desk, year)] or [desk.hole(year, "amount")]
        certainty = desk.choice("certainty", year.certainty)
        lines += [text.plain(certainty)] if certainty else []
    return cell(desk, *lines, numeric=True)


def given(desk: Desk, year: ResourceYear) -> Iterator[str]:
    """What is given in a year: pounds, posts, hours."""
    if sound(year.amount):
        yield desk.say.pounds(year.amount)
    if sound(year.whole_time):
        yield desk.word("whole-time", posts=desk.say.number(year.whole_time))
    if sound(year.hours):
        yield desk.word("hours", hours=desk.say.number(year.hours))


def resources_of(desk: Desk, ref: str) -> list[Resource]:
    """What a partner gives."""
    return [one for one in kept(desk.agreement.resources) if one.partner == ref]
