"""What each partner puts in: money by year, posts, buildings and time, and what becomes of funds that end."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import figures, say, text
from soa.document.blocks import Block, Cell, Inlines, Section, Table, Tag, Text
from soa.document.desk import Desk, kept
from soa.document.front import money_bars
from soa.model.part import each, sound
from soa.model.resources import Resource, ResourceYear


def resources_section(desk: Desk) -> Section | None:
    """The partners' resources."""
    resources = kept(desk.agreement.resources)
    if not resources:
        return None
    bars = money_bars(desk)
    blocks: list[Block] = [bars] if bars else []
    blocks += spend_table(desk, resources, desk.word("spend-caption"))
    blocks += _by_priority(desk, resources)
    head = (desk.words("what-is-given"), desk.words("serves"), desk.words("year-by-year"))
    rows = tuple(_row(desk, one) for one in resources)
    blocks.append(Table(desk.word("resources-caption"), head, rows))
    blocks += [note for one in resources for note in desk.not_yet(one)]
    return Section("resources", desk.words("resources-title"), tuple(blocks))


def spend_table(desk: Desk, resources: list[Resource], caption: str) -> Iterator[Table]:
    """Money by partner and year, with totals; nothing where there is no money."""
    years, rows = figures.spend(resources)
    if not years:
        return
    none = Cell(((Text(desk.word("none")),),), numeric=True)
    body = tuple(
        (
            Cell((desk.partner(ref) or (Text(desk.word("not-public")),),)),
            *(Cell((text.plain(say.pounds(row[year])),), numeric=True) if year in row else none for year in years),
        )
        for ref, row in rows.items()
    )
    totals = [sum(row.get(year, 0) for row in rows.values()) for year in years]
    foot = (Cell((desk.words("total"),)), *(Cell((text.plain(say.pounds(total)),), numeric=True) for total in totals))
    head = (desk.words("partner"), *((Text(say.moment(year)),) for year in years))
    yield Table(caption, head, body, form="figures", titled=True, foot=(foot,) if len(body) > 1 else ())


def _by_priority(desk: Desk, resources: list[Resource]) -> Iterator[Table]:
    """Money by priority, over all years; what serves several stands in a row of its own, so that nothing counts twice."""
    of_outcome = {str(at.outcome.id): at.priority for at in desk.outcomes if sound(at.outcome.id)}
    of_priority = {str(at.priority.id): at.priority for at in desk.priorities if sound(at.priority.id)}
    sums: dict[int, int] = {}
    several = 0
    for resource, _, amount in figures.amounts(resources):
        refs = [str(ref) for ref in resource.serves if sound(ref)]
        served = {id(found) for ref in refs if (found := of_priority.get(ref) or of_outcome.get(ref))}
        if len(served) == 1 and len(refs) >= 1:
            key = served.pop()
            sums[key] = sums.get(key, 0) + amount
        else:
            several += amount
    if not sums:
        return
    rows = [
        (
            Cell((desk.sentence(at.priority, "title"),)),
            Cell((text.plain(say.pounds(sums.get(id(at.priority), 0))),), numeric=True),
        )
        for at in desk.priorities
    ]
    if several:
        rows.append((Cell((desk.words("several-priorities"),)), Cell((text.plain(say.pounds(several)),), numeric=True)))
    head = (desk.words("priority"), desk.words("all-years"))
    yield Table(desk.word("by-priority-caption"), head, tuple(rows), form="figures")


def _row(desk: Desk, one: Resource) -> tuple[Cell, ...]:
    kind = desk.choice("resource", one.kind)
    first: Inlines = desk.partner_of(one, "partner")
    if one.preventive is True:
        first = (*first, Text(" "), Tag(desk.word("prevents")))
    about: list[Inlines] = [first]
    what = desk.sentence(one, "what")
    detail = [kind, desk.choice("funded", one.source), desk.choice("held", one.held)]
    about.append(what or text.plain(", ".join(word for word in detail if word)))
    if what:
        about.append(text.plain(", ".join(word for word in detail if word)))
    through = desk.partner(one.paid_through)
    if through:
        about.append(desk.words("paid-through", partner=through))
    if sound(one.budget_holder):
        about.append(desk.words("budget-holder", post=text.plain(one.budget_holder)))
    if sound(one.expects):
        about.append(desk.words("expects", what=desk.sentence(one, "expects")))
    if sound(one.ends):
        about.append(desk.words("fund-ends", date=say.moment(one.ends), after=desk.sentence(one, "after")))
    shares = desk.together(_share(desk, share) for share in kept(one.shares))
    if shares:
        about.append(desk.words("shares", shares=shares))
    return Cell(tuple(about)), Cell((_serves(desk, one),)), Cell(tuple(_years(desk, one)), equal=True)


def _share(desk: Desk, share: object) -> Inlines:
    partner = desk.partner(getattr(share, "partner", None))
    amount = getattr(share, "amount", None)
    return (*partner, Text(f" {say.pounds(amount)}")) if partner and isinstance(amount, int) else ()


def _serves(desk: Desk, one: Resource) -> Inlines:
    if not sound(one.serves):
        return desk.hole(one, "serves")
    return desk.served(one.serves) or (Text(desk.word("none")),)


def _years(desk: Desk, one: Resource) -> Iterator[Inlines]:
    for year in each(one.years):
        if not sound(year):
            continue
        said = ", ".join(_given(desk, year))
        certainty = desk.choice("certainty", year.certainty)
        when = desk.date(year, "year")
        yield (*when, Text(f": {said}" + (f" ({certainty})" if certainty else "")))
    if not sound(one.years) and one.kind == "money":
        yield desk.hole(one, "years") or (Text(desk.word("none")),)


def _given(desk: Desk, year: ResourceYear) -> Iterator[str]:
    if sound(year.amount):
        share = say.share(year.amount, year.of_total) if sound(year.of_total) else ""
        of_total = (
            f" {desk.word('of-total', share=share, total=say.pounds(year.of_total))}"
            if share and sound(year.of_total)
            else ""
        )
        yield say.pounds(year.amount) + of_total
    if sound(year.whole_time):
        yield desk.word("whole-time", posts=say.number(year.whole_time))
    if sound(year.hours):
        yield desk.word("hours", hours=say.number(year.hours))
