"""A partner's own page, for its chief executive: what it has signed up to, gives and leads, where it is exposed, what its board decides."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import text
from soa.document.blocks import Block, Cell, Inlines, List, Paragraph, Section, Table, Text
from soa.document.desk import Desk, OutcomeAt, ended, kept, last_day, spaced
from soa.document.duties import decisions, duties
from soa.document.measures import measures_in, target_for
from soa.document.parts import (
    Made,
    ahead,
    cell,
    cut,
    due_cell,
    headed,
    place_of,
    pooled,
    resource_table,
    resources_of,
    section,
    statement,
    table,
    title_of,
)
from soa.model.part import NotYet, each, sound
from soa.model.partners import Partner

MOST_DUE = 8
MOST_EXPOSED = 7
MOST_ROWS = 4
"""So many rows stand in each table of the first two pages; the rest stand at the end."""


def made(desk: Desk) -> Made:
    """The page of the partner that the edition is about. Raises KeyError where there is none of that id."""
    one = desk.lookup.partners[desk.edition.of]
    name = text.words_of(desk.name(one, "name")) or desk.edition.of
    page = _Page(desk, one)
    return Made(
        desk.word("title-partner", partner=name),
        desk.word("describes-partner", partner=name, title=title_of(desk)),
        headed(desk, title_of(desk))._replace(place=""),
        page.sections(),
    )


class _Page:
    """One partner's page."""

    def __init__(self, desk: Desk, one: Partner) -> None:
        self.desk = desk
        self.one = one
        self.ref = str(one.id)
        self.months = ahead(desk)
        self.led = [at for at in desk.outcomes if at.outcome.by_whom.lead == self.ref]
        self.rest: list[Table] = []
        due = duties(desk, self.ref)
        self.now = [one for one in due if not one.closed and last_day(one.by) <= self.months.last]
        self.later = [one for one in due if one.is_action and (one.closed or last_day(one.by) > self.months.last)]

    def sections(self) -> tuple[Section, ...]:
        """The sections of the page, the most pressing first; what was cut from them stands in the last."""
        desk = self.desk
        found = [
            section(desk, "signed-up", self._signed_up()),
            section(desk, "our-resources", self._resources()),
            section(desk, "we-lead", self._led()),
            section(desk, "exposed", self._exposed()),
            section(desk, "asked", self._asked()),
            section(desk, "our-board", self._board()),
            section(desk, "we-own", self._owned()),
            section(desk, "we-help", self._helped()),
        ]
        found.append(section(desk, "at-end", self.rest))
        return tuple(one for one in found if one is not None)

    # ---- what falls due ----------------------------------------------------------------------------------------

    def _signed_up(self) -> Iterator[Block]:
        desk, months = self.desk, self.months
        key = "signed-up-all" if months.ended else "signed-up-from"
        yield Paragraph(desk.words(key, first=desk.say.day(months.first), last=desk.say.day(months.last)))
        if not self.now:
            yield Paragraph(desk.words("nothing-due"))
            return
        rows = [(due_cell(desk, months, one.by), cell(desk, one.says), cell(desk, one.where)) for one in self.now]
        yield from cut(
            desk, table(desk, "signed-up-caption", ("by-when", "what-we-will-do", "serves"), rows), MOST_DUE, self.rest
        )

    def _owned(self) -> Iterator[Block]:
        """Our own actions that are not due in these months: each stands once on the page."""
        desk = self.desk
        rows = [
            (
                cell(desk, one.says),
                cell(desk, one.where),
                due_cell(desk, self.months, one.by, open_=not one.closed, state=one.closed),
            )
            for one in self.later
        ]
        yield from cut(
            desk, table(desk, "we-own-caption", ("what-we-will-do", "serves", "by-when"), rows), MOST_ROWS, self.rest
        )

    # ---- what it gives -----------------------------------------------------------------------------------------

    def _resources(self) -> Iterator[Block]:
        desk = self.desk
        given = resources_of(desk, self.ref)
        tables = resource_table(desk, given, desk.word("our-resources-caption"))
        yield from cut(desk, tables, MOST_ROWS, self.rest)
        if not given:
            yield Paragraph(desk.words("gives-nothing"))
        spent = [
            one
            for one in kept(desk.agreement.resources)
            if one.partner != self.ref and self.ref in {one.paid_through, one.accountable_body}
        ]
        tables = resource_table(desk, spent, desk.word("we-spend-caption"), giver=True)
        yield from cut(desk, tables, MOST_ROWS, self.rest)
        for one in kept(desk.agreement.resources):
            what = desk.sentence(one, "what") or text.plain(desk.choice("resource", one.kind))
            for share in kept(one.shares):
                if share.partner == self.ref and sound(share.amount):
                    amount = desk.say.pounds(share.amount)
                    share_of = desk.words("our-share", amount=amount, what=what)
                    yield Paragraph(spaced((share_of, pooled(desk, one, self.ref))))
        totals = [
            f"{desk.say.pounds(year.amount)} ({desk.say.moment(year.year)})"
            for year in kept(self.one.total_spend)
            if sound(year.amount) and sound(year.year)
        ]
        if totals:
            yield Paragraph(desk.words("our-total", totals=desk.say.listed(tuple(totals))))

    # ---- what it leads and helps with --------------------------------------------------------------------------

    def _led(self) -> Iterator[Block]:
        desk = self.desk
        titles = [
            (*desk.way_to_priority(at), Text(": "), *desk.sentence(at.priority, "title"))
            for at in desk.priorities
            if at.priority.lead == self.ref
        ]
        if titles:
            yield List(tuple((Paragraph(one),) for one in titles))
        rows = [
            (
                cell(desk, (*desk.way_to(at), Text(": "), *statement(desk, at))),
                cell(desk, desk.name(at.outcome.by_whom, "post")),
                cell(desk, *self._levels(at)),
            )
            for at in self.led
        ]
        heads = ("outcome", "post", "first-and-last-level")
        yield from cut(desk, table(desk, "we-lead-caption", heads, rows), MOST_ROWS, self.rest)
        deputies = [
            desk.way_to(at)
            for at in desk.outcomes
            if sound(at.outcome.by_whom.deputy) and at.outcome.by_whom.deputy.partner == self.ref
        ]
        if deputies:
            yield Paragraph(desk.words("we-deputise", outcomes=desk.together(deputies)))

    def _levels(self, at: OutcomeAt) -> Iterator[Inlines]:
        """The first measure that has a target: the first level and the last."""
        desk = self.desk
        for measure in measures_in(desk, at.outcome):
            target = target_for(desk, at.outcome, measure)
            values = [one for one in kept(target.values) if sound(one.period)] if target else []
            said = [
                desk.word("level-by", level=level, by=desk.say.period(one.period, measure.indicator))
                for one in ([values[0], values[-1]] if len(values) > 1 else values)
                if (level := desk.say.level(one, measure.indicator, bare=True))
            ]
            if said:
                yield (*desk.name(measure.indicator, "name"), Text(f": {desk.say.listed(tuple(said))}"))
                return
        yield desk.words("no-headline")

    def _helped(self) -> Iterator[Block]:
        """What others lead and this partner takes part in."""
        desk = self.desk
        rows = [
            (cell(desk, desk.sentence(one, "contribution")), cell(desk, desk.way_to(at)), self._leader(at))
            for at in desk.outcomes
            for one in kept(at.outcome.by_whom.contributors)
            if one.partner == self.ref
        ]
        rows += [
            (
                cell(desk, desk.sentence(action, "action")),
                cell(desk, place_of(desk, outcome)),
                cell(desk, desk.partner_of(action, "owner")),
            )
            for _, action, outcome in desk.lookup.all_actions
            if self.ref in each(action.partners) and action.owner != self.ref
        ]
        heads = ("our-part", "serves", "who-answers")
        yield from table(desk, "we-help-caption", heads, rows)
        services = [desk.name(one, "name") for one in kept(desk.agreement.services) if one.provider == self.ref]
        if services:
            yield Paragraph(desk.words("we-offer", services=desk.together(services)))

    def _leader(self, at: OutcomeAt) -> Cell:
        return cell(self.desk, self.desk.partner_of(at.outcome.by_whom, "lead"))

    # ---- where it is exposed -----------------------------------------------------------------------------------

    def _exposed(self) -> Iterator[Block]:
        desk = self.desk
        items = [*self._money_that_ends(), *self._unmeasured(), *self._risks(), *self._unsettled()]
        shown = items if len(items) <= MOST_EXPOSED + 1 else items[:MOST_EXPOSED]
        if shown:
            yield List(tuple((Paragraph(one),) for one in shown))
        if more := items[len(shown) :]:
            yield Paragraph(desk.words("more-at-end", count=str(len(more))), "small")
            caption = desk.word("continued", caption=desk.word("exposed-title"))
            rows = tuple((cell(desk, one),) for one in more)
            self.rest.append(Table(caption, (desk.words("exposed-head"),), rows, titled=True, plain=True))

    def _money_that_ends(self) -> Iterator[Inlines]:
        """Funds that end, and the last year for which money is named, where the plan goes on after it."""
        desk = self.desk
        given = [one for one in resources_of(desk, self.ref) if one.kind == "money"]
        for one in given:
            if sound(one.ends):
                what = desk.sentence(one, "what") or text.plain(desk.choice("resource", one.kind))
                after = desk.sentence(one, "after") or desk.words("no-after")
                yield desk.words("exposed-fund", what=what, date=desk.say.moment(one.ends), after=after)
        years = [year.year for one in given for year in kept(one.years) if sound(year.year)]
        ends = desk.agreement.agreement.ends
        last = max(years, key=lambda year: year.last_day, default=None)
        if last is not None and sound(ends) and last.last_day < ends.last_day:
            yield desk.words("exposed-years", year=desk.say.moment(last), ends=desk.say.moment(ends))

    def _unmeasured(self) -> Iterator[Inlines]:
        """Measures of the outcomes that it leads which do not say where they start, or where they are to go."""
        desk = self.desk
        for at in self.led:
            for measure in measures_in(desk, at.outcome):
                indicator = measure.indicator
                if indicator.direction == "context" or not sound(indicator.name):
                    continue
                target = target_for(desk, at.outcome, measure)
                aims = kept(target.values) if target is not None else kept(indicator.targets)
                starts = sound(indicator.baseline) and (
                    sound(indicator.baseline.value) or indicator.baseline.suppressed is True
                )
                key = "exposed-target" if starts and not aims else "exposed-start" if aims and not starts else ""
                key = key or ("" if starts and aims else "exposed-both")
                if key:
                    yield desk.words(key, measure=desk.name(indicator, "name"), outcome=desk.way_to(at))

    def _risks(self) -> Iterator[Inlines]:
        desk = self.desk
        for at in desk.outcomes:
            for one in kept(at.outcome.risks):
                if one.owner == self.ref:
                    risk, response = desk.sentence(one, "risk"), desk.sentence(one, "response")
                    yield desk.words("exposed-risk", risk=risk, response=response, outcome=desk.way_to(at))

    def _unsettled(self) -> Iterator[Inlines]:
        """What it is to settle after these months; what is due within them stands with what falls due."""
        desk = self.desk
        for _, gap in desk.lookup.all(NotYet):
            late = not sound(gap.due) or gap.due.last_day > self.months.last
            if gap.owner == self.ref and late:
                yield desk.words("exposed-gap", missing=desk.sentence(gap, "missing"), due=desk.date(gap, "due"))

    # ---- what is asked, and what is decided --------------------------------------------------------------------

    def _asked(self) -> Iterator[Block]:
        """What others ask of it, and what it needs from others for what it leads, with the answers."""
        desk = self.desk
        mine = {str(at.outcome.id) for at in self.led if sound(at.outcome.id)}
        mine |= {
            str(at.priority.id) for at in desk.priorities if at.priority.lead == self.ref and sound(at.priority.id)
        }
        every = kept(desk.agreement.asks)
        for key, asks in (
            ("asked-of-us", [one for one in every if one.of == self.ref]),
            ("asked-by-us", [one for one in every if one.of != self.ref and mine.intersection(each(one.serves))]),
        ):
            rows = [
                (
                    cell(
                        desk, desk.sentence(one, "ask"), *(() if one.of == self.ref else (desk.partner_of(one, "of"),))
                    ),
                    cell(desk, desk.date(one, "by")),
                    cell(desk, desk.sentence(one, "response") or desk.words("no-answer")),
                )
                for one in asks
            ]
            for found in table(desk, key, ("ask", "by-when", "the-answer"), rows):
                yield from cut(desk, (found._replace(titled=True),), MOST_ROWS, self.rest)

    def _board(self) -> Iterator[Block]:
        """What its own board has decided and has yet to decide, by date; and how far its member may go without it."""
        desk = self.desk
        rows = [
            (due_cell(desk, self.months, one.by, open_=one.is_open), cell(desk, one.says))
            for one in decisions(desk, self.ref)
        ]
        yield from cut(desk, table(desk, "our-board-caption", ("date-head", "decision"), rows), MOST_ROWS, self.rest)
        governance = desk.agreement.governance
        for one in kept(governance.how_decisions_bind) if sound(governance) else ():
            if one.partner == self.ref:
                said = (
                    ("body", desk.name(one, "body")),
                    ("delegation", desk.sentence(one, "delegation")),
                    ("limit", desk.sentence(one, "limit")),
                )
                lines = (ended((*desk.words(key), Text(": "), *words)) for key, words in said if words)
                yield Paragraph(spaced(lines))
