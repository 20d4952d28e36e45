"""The covering report for a council's committee: what it is asked to decide, and what that means, from the agreement's facts alone."""

from __future__ import annotations

from collections.abc import Iterator

from soa.document import figures, text
from soa.document.blocks import Block, Blocks, Facts, Inlines, List, Paragraph, Section, Text
from soa.document.desk import Desk, OutcomeAt, commas, ended, kept, last_day, spaced
from soa.document.duties import Decision, decisions, duties
from soa.document.front import contact, headline, period, status, web_link
from soa.document.parts import (
    Made,
    ahead,
    cell,
    headed,
    pooled,
    resource_table,
    resources_of,
    section,
    silent,
    statement,
    table,
    title_of,
    title_words,
)
from soa.document.resources import spend_table
from soa.model.part import NotYet, each, sound
from soa.model.resources import Resource
from soa.reference.national import policy_priorities

COUNCIL = "council"
"""The kind of partner whose committee reads it."""
AGREED = ("agreed", "under-review", "ended")


def made(desk: Desk) -> Made:
    """The report to the committee of the council among the partners."""
    report = _Report(desk)
    return Made(
        desk.word("title-committee", title=title_of(desk)),
        desk.word("describes-committee", title=title_of(desk)),
        headed(desk, desk.word("kind-committee")),
        report.sections(),
    )


class _Report:
    """A covering report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        councils = [str(one.id) for one in kept(desk.agreement.partners) if one.kind == COUNCIL and sound(one.id)]
        self.ref = councils[0] if councils else ""
        self.council: Inlines = desk.partner(self.ref) if self.ref else desk.words("the-council")
        self.given = resources_of(desk, self.ref) if self.ref else []
        self.led = [at for at in desk.outcomes if self.ref and at.outcome.by_whom.lead == self.ref]
        header = desk.agreement.agreement
        self.is_agreed = sound(header.status) and header.status in AGREED
        self.title = title_words(desk)

    def sections(self) -> tuple[Section, ...]:
        """The parts of a council's report in their usual order, each with its number."""
        desk = self.desk
        found: tuple[tuple[str, Blocks], ...] = (
            ("purpose", self._purpose()),
            ("recommendations", (List(tuple((Paragraph(ended(one)),) for one in self._recommendations()), 1),)),
            ("background", silent(desk, self._background())),
            ("what-it-means", silent(desk, self._means())),
            ("resource-implications", tuple(self._costs())),
            ("others-give", silent(desk, self._others())),
            ("left-out", silent(desk, self._left_out())),
            ("policy", silent(desk, self._policy())),
            ("committee-risks", silent(desk, self._risks())),
            ("committee-assessments", silent(desk, self._assessments())),
            ("consultation", silent(desk, self._consultation())),
            ("committee-contact", contact(desk, desk.agreement.agreement).blocks),
            ("background-papers", silent(desk, self._papers())),
        )
        made_of = [one for key, blocks in found if (one := section(desk, key, blocks)) is not None]
        return tuple(one._replace(title=(Text(f"{at}. "), *one.title)) for at, one in enumerate(made_of, 1))

    # ---- what is asked -----------------------------------------------------------------------------------------

    def _purpose(self) -> Blocks:
        desk = self.desk
        key = "purpose-agreed" if self.is_agreed else "purpose-open"
        return (Paragraph(desk.words(key, council=self.council, title=self.title)),)

    def _recommendations(self) -> Iterator[Inlines]:
        """What there is to decide: each rests on an entry of the agreement."""
        desk = self.desk
        yield desk.words("recommend-note" if self.is_agreed else "recommend-agree", title=self.title)
        if self.led:
            key = "recommend-leads-one" if len(self.led) == 1 else "recommend-leads"
            yield desk.words(key, count=str(len(self.led)), all=str(len(desk.outcomes)))
        total, first, last = self._total()
        if total:
            key = "recommend-money-noted" if self.is_agreed else "recommend-money"
            yield desk.words(key, amount=desk.say.pounds(total), first=first, last=last)
        elif self.given:
            yield desk.words("recommend-resources-noted" if self.is_agreed else "recommend-resources")
        yield from self._to_report()
        for one in self.given:
            if sound(one.ends):
                yield desk.words("recommend-fund", what=_what(desk, one), date=desk.say.moment(one.ends))
        for decision in self._open_decisions():
            when = desk.say.moment(decision.by) if decision.by is not None else desk.word("none")
            yield desk.words("recommend-decide", what=decision.says, date=when)
        gaps = [gap for _, gap in desk.lookup.all(NotYet) if self.ref and gap.owner == self.ref]
        for gap in gaps:
            missing, due = desk.sentence(gap, "missing"), desk.date(gap, "due")
            yield desk.words("recommend-gap", missing=missing, due=due)

    def _open_decisions(self) -> list[Decision]:
        return [one for one in decisions(self.desk, self.ref) if one.is_open] if self.ref else []

    def _to_report(self) -> Iterator[Inlines]:
        """A report on what the council has to do in the next twelve months, where there is something."""
        desk, months = self.desk, ahead(self.desk)
        due = [one for one in duties(desk, self.ref) if not one.closed] if self.ref and not months.ended else []
        count = sum(months.first <= last_day(one.by) <= months.last for one in due)
        if count:
            key = "recommend-report-one" if count == 1 else "recommend-report"
            yield desk.words(key, count=str(count), date=desk.say.day(months.last))

    # ---- what it is, and what it means -------------------------------------------------------------------------

    def _background(self) -> Iterator[Block]:
        desk = self.desk
        header = desk.agreement.agreement
        span = period(desk, header)
        if span:
            yield Paragraph(desk.words("background-period", title=self.title, period=span))
        yield from (Paragraph(said) for said in (status(desk, header),) if said)
        vision = desk.sentence(desk.agreement, "vision")
        if vision:
            yield Paragraph(desk.words("background-vision", vision=vision))
        governance = desk.agreement.governance
        for one in kept(governance.considered_by) if sound(governance) else ():
            if one.partner == self.ref:
                key = "background-considered" if last_day(one.date) <= desk.as_of else "background-to-consider"
                yield Paragraph(desk.words(key, body=desk.name(one, "body"), date=desk.on(one, "date")))

    def _means(self) -> Iterator[Block]:
        desk = self.desk
        yield Paragraph(
            desk.words(
                "means-numbers",
                priorities=self._count("priority", len(desk.priorities)),
                outcomes=self._count("outcome", len(desk.outcomes)),
                partners=self._count("partner", len(kept(desk.agreement.partners))),
            )
        )
        rows = [
            (
                cell(desk, (Text(f"{at.number}. "), *desk.sentence(at.priority, "title"))),
                cell(desk, headline(desk, at)),
                cell(desk, desk.partner_of(at.priority, "lead")),
            )
            for at in desk.priorities
        ]
        yield from table(desk, "means-caption", ("the-priority", "from-and-to", "lead"), rows)
        led = [(Paragraph(self._outcome(at)),) for at in self.led]
        if led:
            yield Paragraph(desk.words("council-leads", council=self.council))
            yield List(tuple(led))
        elif self.ref:
            yield Paragraph(desk.words("council-leads-none", council=self.council))

    def _outcome(self, at: OutcomeAt) -> Inlines:
        post = self.desk.name(at.outcome.by_whom, "post")
        said = (*self.desk.way_to(at), Text(": "), *statement(self.desk, at))
        return (*said, Text(" ("), *post, Text(")")) if post else said

    def _count(self, key: str, count: int) -> str:
        """“one outcome”, “4 outcomes”."""
        return self.desk.word(f"count-{key}" if count == 1 else f"count-{key}-many", count=count)

    # ---- what it costs -----------------------------------------------------------------------------------------

    def _costs(self) -> Iterator[Block]:
        """The council's own resources by year; it says that there are none only where there is not one line."""
        desk = self.desk
        shares = [
            (one, share.amount)
            for one in kept(desk.agreement.resources)
            for share in kept(one.shares)
            if self.ref and share.partner == self.ref and sound(share.amount)
        ]
        if not kept(desk.agreement.resources):
            yield Paragraph(desk.words("no-resources"))
        elif not self.given and not shares:
            yield Paragraph(desk.words("no-resources-of", council=self.council))
        total, first, last = self._total()
        if total:
            yield Paragraph(
                desk.words("costs-say", council=self.council, amount=desk.say.pounds(total), first=first, last=last)
            )
        yield from resource_table(desk, self.given, desk.word("costs-caption"))
        for one, amount in shares:
            share_of = desk.words(
                "council-share", council=self.council, amount=desk.say.pounds(amount), what=_what(desk, one)
            )
            yield Paragraph(spaced((share_of, pooled(desk, one, self.ref))))
        for one in self.given:
            yield from desk.not_yet(one)

    def _total(self) -> tuple[int, str, str]:
        """The council's money over all years, with the first and the last."""
        money = figures.money_by_year(self.given)
        if not money:
            return 0, "", ""
        first, last = (self.desk.say.moment(one.year) for one in (money[0], money[-1]))
        return sum(one.total for one in money), first, last

    def _others(self) -> Iterator[Block]:
        """What each partner puts in: money by year, and those who give something else."""
        desk = self.desk
        resources = kept(desk.agreement.resources)
        yield from spend_table(desk, resources, desk.word("spend-caption"))
        other: dict[str, list[Inlines]] = {}
        for one in resources:
            if one.kind != "money" and sound(one.partner) and one.partner != self.ref:
                other.setdefault(one.partner, []).append(_what(desk, one))
        items = tuple(
            (desk.partner(ref), (Paragraph(desk.together(said)),)) for ref, said in other.items() if desk.partner(ref)
        )
        if items:
            yield Paragraph(desk.words("others-also"))
            yield Facts(items)

    # ---- what goes with it -------------------------------------------------------------------------------------

    def _left_out(self) -> Iterator[Block]:
        desk = self.desk
        items = tuple(
            (desk.sentence(one, "title"), (Paragraph(desk.sentence(one, "reason")),))
            for one in kept(desk.agreement.not_chosen)
        )
        if items:
            yield Facts(items)

    def _policy(self) -> Iterator[Block]:
        """The council's own plans that take account of it, and the national priorities that it serves."""
        desk = self.desk
        council = desk.lookup.partners.get(self.ref)
        for one in kept(council.plan_alignment) if council is not None else ():
            plan = desk.lookup.plans.get(one.plan) if sound(one.plan) else None
            if plan is not None:
                clause = desk.sentence(one, "clause")
                yield Paragraph(desk.words("policy-aligned", plan=desk.name(plan, "title"), clause=clause))
        titles = {one.id: one.title for one in policy_priorities()}
        served = {
            ref: titles.get(ref, ref)
            for at in desk.priorities
            for ref in each(at.priority.policy_priorities)
            if sound(ref)
        }
        if served:
            # Some titles hold commas and “and” themselves.
            named = spaced((desk.theirs(text.plain(one)) for one in served.values()), "; ")
            yield Paragraph(desk.words("policy-national", priorities=named))

    def _risks(self) -> Iterator[Block]:
        """The risks that the council watches; how many others watch."""
        desk = self.desk
        every = [(at, one) for at in desk.outcomes for one in kept(at.outcome.risks)]
        own = [(at, one) for at, one in every if self.ref and one.owner == self.ref]
        rows = [
            (
                cell(desk, desk.sentence(one, "risk"), desk.way_to(at)),
                cell(desk, desk.sentence(one, "response")),
            )
            for at, one in own
        ]
        yield from table(desk, "council-risks-caption", ("the-risk", "the-response"), rows)
        others = len(every) - len(own)
        if others:
            yield Paragraph(desk.words("other-risks-one" if others == 1 else "other-risks", count=str(others)))

    def _assessments(self) -> Iterator[Block]:
        desk = self.desk
        rows = [
            (
                cell(
                    desk,
                    text.plain(desk.choice("assessment", one.kind)) or desk.hole(one, "kind"),
                    desk.date(one, "date"),
                ),
                cell(desk, desk.sentence(one, "found")),
                cell(desk, desk.sentence(one, "led_to")),
            )
            for one in kept(desk.agreement.assessments)
        ]
        yield from table(desk, "assessments-caption", ("assessment", "found", "changed"), rows)

    def _consultation(self) -> Iterator[Block]:
        desk = self.desk
        rows = [
            (
                cell(desk, desk.sentence(one, "group"), commas(desk.name(one, "place"), desk.date(one, "date"))),
                cell(desk, desk.sentence(one, "heard")),
            )
            for one in kept(desk.agreement.engagement)
        ]
        yield from table(desk, "consultation-caption", ("asked-whom", "heard"), rows)

    def _papers(self) -> Iterator[Block]:
        desk = self.desk
        items = []
        for one in kept(desk.agreement.plans):
            link = web_link(one.link) if sound(one.link) else ()
            items.append((Paragraph(commas(desk.name(one, "title"), desk.date(one, "date"), link)),))
        if items:
            yield List(tuple(items))


def _what(desk: Desk, one: Resource) -> Inlines:
    """What a resource is."""
    return desk.sentence(one, "what") or text.plain(desk.choice("resource", one.kind))
