"""What each partner puts in: money by year and priority, posts, buildings and time, and what becomes of funds that end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from soa.document import drawn, figures, text
from soa.document.blocks import Block, Cell, Inlines, Section, Table, Tag, Text
from soa.document.desk import Desk, commas, kept, spaced
from soa.model.part import sound
from soa.model.partners import YearTotal
from soa.model.resources import Resource, ResourceYear, Share
from soa.model.scalars import Moment

MOST_YEARS = 4
"""With more, what is given in each year stands below each other in one column."""
SEVERAL, TOTAL = "several", "total"
MOST_COLUMNS = 7
"""With more, money by partner and priority wants a page turned sideways."""


def resources_section(desk: Desk) -> Section | None:
    """The partners' resources."""
    resources = kept(desk.agreement.resources)
    blocks: list[Block] = []
    if resources:
        chart = drawn.money(desk)
        blocks += [chart] if chart else []
        blocks += spend_table(desk, resources, desk.word("spend-caption"))
        blocks += _by_priority(desk, resources)
        blocks.append(_each(desk, resources))
        blocks += [note for one in resources for note in _notes(desk, one)]
    blocks += _total_spend(desk)
    return Section("resources", desk.words("resources-title"), tuple(blocks), about=("resources",)) if blocks else None


def _notes(desk: Desk, one: Resource) -> Iterator[Block]:
    for part in (one, *kept(one.years), *kept(one.shares)):
        yield from desk.not_yet(part)


# ---- tables of money -----------------------------------------------------------------------------------------------


def spend_table(desk: Desk, resources: list[Resource], caption: str) -> Iterator[Table]:
    """Money by partner and year, with totals; nothing where there is no money."""
    years, rows = figures.spend(resources)
    if years:
        heads: dict[str, Inlines] = {str(year): (Text(desk.say.moment(year)),) for year in years}
        by_year = {ref: {str(year): amount for year, amount in row.items()} for ref, row in rows.items()}
        yield _sums(desk, caption, heads, by_year)


def _sums(
    desk: Desk, caption: str, heads: Mapping[str, Inlines], rows: Mapping[str, Mapping[str, int]], *, wide: bool = False
) -> Table:
    """Money by partner and whatever the columns are, with totals."""
    body = tuple(
        (
            Cell((desk.partner(ref) or (Text(desk.word("not-public")),),)),
            *(_money(desk, row[key]) if key in row else Cell((desk.none,), numeric=True) for key in heads),
        )
        for ref, row in rows.items()
    )
    foot = (
        Cell((desk.words("total"),)),
        *(_money(desk, sum(row.get(key, 0) for row in rows.values())) for key in heads),
    )
    head = (desk.words("partner"), *heads.values())
    return Table(caption, head, body, form="figures", titled=True, foot=(foot,) if len(body) > 1 else (), spread=wide)


def _money(desk: Desk, amount: int) -> Cell:
    return Cell((text.plain(desk.say.pounds(amount)),), numeric=True)


def _by_priority(desk: Desk, resources: list[Resource]) -> Iterator[Table]:
    """Money by partner and priority, over all years; what serves several stands in a column of its own, so that nothing counts twice."""
    number_of = {str(at.outcome.id): at.number.partition(".")[0] for at in desk.outcomes if sound(at.outcome.id)}
    number_of |= {str(at.priority.id): at.number for at in desk.priorities if sound(at.priority.id)}
    rows: dict[str, dict[str, int]] = {}
    for resource, _, amount in figures.amounts(resources):
        served = {number_of.get(ref, SEVERAL) for ref in resource.serves if sound(ref)}
        row = rows.setdefault(str(resource.partner) if sound(resource.partner) else "", {})
        for key in (served.pop() if len(served) == 1 else SEVERAL, TOTAL):
            row[key] = row.get(key, 0) + amount
    heads: dict[str, Inlines] = {at.number: desk.way_to_priority(at) for at in desk.priorities}
    heads |= {SEVERAL: desk.words("several-priorities"), TOTAL: desk.words("total")}
    heads = {key: head for key, head in heads.items() if any(key in row for row in rows.values())}
    if heads.keys() - {SEVERAL, TOTAL}:
        yield _sums(desk, desk.word("by-priority-caption"), heads, rows, wide=len(heads) > MOST_COLUMNS)


def _total_spend(desk: Desk) -> Iterator[Block]:
    """All that each partner spends in the area, of which this plan's money is a part."""
    spenders = [(one, kept(one.total_spend)) for one in kept(desk.agreement.partners) if sound(one.total_spend)]
    if not spenders:
        return
    head = (desk.words("partner"), desk.words("year-by-year"))
    rows = tuple(
        (Cell((desk.name(one, "name"),)), Cell(tuple(_totals(desk, years)) or (desk.none,), equal=True))
        for one, years in spenders
    )
    yield Table(desk.word("total-spend-caption"), head, rows, titled=True)
    for _, years in spenders:
        for year in years:
            yield from desk.not_yet(year)


def _totals(desk: Desk, years: list[YearTotal]) -> Iterator[Inlines]:
    for year in years:
        amount = text.plain(desk.say.pounds(year.amount)) if sound(year.amount) else desk.hole(year, "amount")
        yield _dated(desk, year, amount)
    yield from _bases(desk, years)


# ---- each contribution ---------------------------------------------------------------------------------------------


def _each(desk: Desk, resources: list[Resource]) -> Table:
    """One row a contribution: a column a year where they are few, else all years in one."""
    given = [year for one in resources for year in _given_years(one)]
    years = sorted({year.year for year in given if sound(year.year)}, key=lambda one: (one.last_day, one.first_day))
    if not years or len(years) > MOST_YEARS or not all(sound(year.year) for year in given):
        years = []
    heads: list[Inlines] = [(Text(desk.say.moment(year)),) for year in years] or [desk.words("year-by-year")]
    rows = tuple(_row(desk, one, years) for one in resources)
    return Table(desk.word("resources-caption"), (desk.words("what-is-given"), desk.words("serves"), *heads), rows)


def _row(desk: Desk, one: Resource, years: Sequence[Moment]) -> tuple[Cell, ...]:
    about = tuple(line for line in _about(desk, one) if line)
    serves = Cell((desk.served(one.serves) or desk.hole(one, "serves") or desk.none,))
    if not years:
        return Cell(about), serves, Cell(tuple(_years(desk, one)) or (desk.none,), equal=True)
    given = _given_years(one)
    if not given:
        missing = (*_years(desk, one), desk.none)[0]
        return (
            Cell(about),
            serves,
            *(Cell((line,), numeric=True) for line in (missing, *(desk.none for _ in years[1:]))),
        )
    cells = (tuple(line for year in given if year.year == at for line in _in_year(desk, year)) for at in years)
    return Cell((*about, *_bases(desk, given))), serves, *(Cell(lines or (desk.none,), numeric=True) for lines in cells)


def _in_year(desk: Desk, year: ResourceYear) -> Iterator[Inlines]:
    """What is given in one year, how firm it is, and of how much it is a part: a line each."""
    amount, *more = _given(desk, year)
    certainty = commas(text.plain(desk.choice("certainty", year.certainty)), desk.name(year, "prices"))
    yield from (line for line in (text.plain(amount), certainty, text.plain(", ".join(more))) if line)


def _about(desk: Desk, one: Resource) -> Iterator[Inlines]:
    """Who gives what, on which terms: a line each."""
    giver = desk.partner_of(one, "partner")
    yield (*giver, Text(" "), Tag(desk.word("prevents"))) if one.preventive is True else giver
    yield desk.sentence(one, "what")
    words = (
        desk.choice("resource", one.kind),
        desk.choice("funded", one.source),
        desk.choice("held", one.held),
        desk.word("ring-fenced") if one.ring_fenced is True else "",
    )
    yield text.plain(", ".join(word for word in words if word))
    through = desk.partner(one.paid_through)
    yield desk.words("paid-through", partner=through) if through else ()
    yield desk.words("budget-holder", post=desk.name(one, "budget_holder")) if sound(one.budget_holder) else ()
    yield desk.words("expects", what=desk.sentence(one, "expects")) if sound(one.expects) else ()
    gainers = desk.partners(one.benefits_to)
    yield desk.words("benefits-to", partners=gainers) if gainers else ()
    if sound(one.ends):
        yield desk.words("fund-ends", date=desk.say.moment(one.ends), after=desk.sentence(one, "after"))
    elif sound(one.after):
        yield desk.words("fund-after", after=desk.sentence(one, "after"))
    shares = desk.together(_share(desk, share) for share in kept(one.shares))
    yield desk.words("shares", shares=shares) if shares else ()
    holder = desk.partner(one.accountable_body)
    yield desk.words("accountable-body", partner=holder) if holder else ()
    yield desk.words("pooled-under", agreement=desk.sentence(one, "agreement")) if sound(one.agreement) else ()


def _share(desk: Desk, share: Share) -> Inlines:
    partner = desk.partner(share.partner)
    return (*partner, Text(f" {desk.say.pounds(share.amount)}")) if partner and sound(share.amount) else ()


def _years(desk: Desk, one: Resource) -> Iterator[Inlines]:
    """What is given in each year, how firm it is, and how the amounts were reached."""
    years = _given_years(one)
    for year in years:
        yield _dated(desk, year, text.plain(", ".join(_given(desk, year))))
    yield from _bases(desk, years)
    if not sound(one.years) and one.kind == "money":
        yield desk.hole(one, "years") or desk.none


def _given_years(one: Resource) -> list[ResourceYear]:
    """The years in which something is given."""
    return [
        year for year in kept(one.years) if any(sound(given) for given in (year.amount, year.whole_time, year.hours))
    ]


def _dated(desk: Desk, year: ResourceYear | YearTotal, given: Inlines) -> Inlines:
    certainty = desk.choice("certainty", year.certainty)
    about = commas(text.plain(certainty), desk.name(year, "prices") if isinstance(year, ResourceYear) else ())
    said = (*desk.date(year, "year"), Text(": "), *given)
    return (*said, Text(" ("), *about, Text(")")) if about else said


def _bases(desk: Desk, years: Iterable[ResourceYear | YearTotal]) -> Iterator[Inlines]:
    """How the amounts were reached: what is the same for several years is said once."""
    bases = dict.fromkeys(desk.sentence(year, "basis") for year in years if sound(year.basis))
    if bases:
        yield desk.words("basis", basis=spaced(bases, "; "))


def _given(desk: Desk, year: ResourceYear) -> Iterator[str]:
    if sound(year.amount):
        yield desk.say.pounds(year.amount)
        share = desk.say.share(year.amount, year.of_total) if sound(year.of_total) else ""
        if share and sound(year.of_total):
            yield desk.word("of-total", share=share, total=desk.say.pounds(year.of_total))
    if sound(year.whole_time):
        yield desk.word("whole-time", posts=desk.say.number(year.whole_time))
    if sound(year.hours):
        yield desk.word("hours", hours=desk.say.number(year.hours))
