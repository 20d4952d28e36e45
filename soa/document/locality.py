"""A locality's page, for its councillors and its people: what gets better there, what is done, by whom, and what is not in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from soa.document import figures, text
from soa.document.blocks import Block, Cell, Facts, Inlines, Link, List, Paragraph, Section, Text
from soa.document.desk import Desk, OutcomeAt, kept
from soa.document.front import contact, web_link
from soa.document.gaps import gap_sentence
from soa.document.measures import measures_in, target_for
from soa.document.parts import (
    Made,
    ahead,
    cell,
    due_cell,
    first_few,
    headed,
    place_of,
    resource_table,
    section,
    silent,
    statement,
    table,
    title_of,
)
from soa.model.lookup import MeasureOf
from soa.model.measure import Breakdown, Target, TargetValue
from soa.model.part import each, sound
from soa.model.partners import Locality
from soa.model.texts import plain_words

MOST_FACTS = 12
_EVERYWHERE = re.compile(
    r"\b(?:all|each|every)\b[\w\s]{0,20}\b(?:localit|wards?\b|villages?\b|towns?\b)", re.IGNORECASE
)
"""A place written as “All six localities” is this one too."""


def made(desk: Desk) -> Made:
    """The page of the locality that the edition is about. Raises KeyError where there is none of that id."""
    here = desk.lookup.localities[desk.edition.of]
    name = text.words_of(desk.name(here, "name")) or desk.edition.of
    page = _Page(desk, here, name)
    return Made(
        desk.word("title-locality", place=name),
        desk.word("describes-locality", place=name, title=title_of(desk)),
        headed(desk, title_of(desk))._replace(place=""),
        page.sections(),
    )


class _Page:
    """One locality's page."""

    def __init__(self, desk: Desk, here: Locality, name: str) -> None:
        self.desk = desk
        self.here = here
        self.name = name
        self.place: Inlines = desk.theirs(text.plain(name))
        self.ref = str(here.id)
        self.actions = [found for found in desk.lookup.all_actions if self.named(found[1].action)]

    def named(self, *texts: Any, everywhere: bool = False) -> bool:
        """Whether a text names this locality or a part of it; or, where that counts, all of them."""
        said = [plain_words(str(one)) for one in texts if sound(one)]
        if any(self.ref in self.desk.lookup.localities_named(one).values() for one in said):
            return True
        return everywhere and any(_EVERYWHERE.search(one) for one in said)

    def sections(self) -> tuple[Section, ...]:
        """What a councillor asks, in that order."""
        desk = self.desk
        found = (
            section(desk, "here-facts", self._facts()),
            section(desk, "here-better", self._better()),
            section(desk, "here-actions", self._actions()),
            section(desk, "here-services", self._services()),
            section(desk, "here-resources", self._resources()),
            section(desk, "here-told", self._told()),
            section(desk, "here-answers", self._answers()),
            section(desk, "here-missing", self._missing()),
            contact(desk, desk.agreement.agreement),
        )
        return tuple(one for one in found if one is not None)

    # ---- the place ---------------------------------------------------------------------------------------------

    def _facts(self) -> Iterator[Block]:
        desk, here = self.desk, self.here
        yield from desk.not_yet(here)
        parts = desk.listed(here.made_of)
        plan = desk.lookup.plans.get(here.plan) if sound(here.plan) else None
        items = [
            ("population", text.plain(desk.say.number(here.population)) if sound(here.population) else ()),
            ("here-made-of", parts if text.words_of(parts) != self.name else ()),
            ("poorer-outcomes", desk.words("here-poorer") if here.poorer_outcomes is True else ()),
            ("locality-plan", self._plan(plan) if plan is not None else ()),
        ]
        facts = tuple((desk.words(key), (Paragraph(said),)) for key, said in items if said)
        if facts:
            yield Facts(facts)
        place = desk.agreement.place
        known = [
            desk.theirs(text.sentence(one)) for one in kept(place.facts if sound(place) else ()) if self.named(one)
        ]
        known += [
            (
                *desk.sentence(one, "finding"),
                Text(" ("),
                *desk.sentence(one, "source"),
                Text(", "),
                *desk.date(one, "date"),
                Text(")"),
            )
            for one in kept(desk.agreement.evidence)
            if self.named(one.finding) or self.named(one.place)
        ]
        if known:
            yield List(_items(first_few(desk, known, MOST_FACTS)))

    def _plan(self, plan: Any) -> Inlines:
        title = self.desk.name(plan, "title")
        link = web_link(plan.link) if sound(plan.link) else ()
        title = (Link(title, link[0].target),) if link and isinstance(link[0], Link) else title
        owner = self.desk.partner(plan.owner)
        return (*title, Text(" ("), *owner, Text(")")) if owner else title

    # ---- what gets better --------------------------------------------------------------------------------------

    def _better(self) -> Iterator[Block]:
        desk = self.desk
        rows: list[tuple[Cell, ...]] = []
        gaps: list[Inlines] = []
        for at in desk.outcomes:
            for measure in measures_in(desk, at.outcome):
                target = target_for(desk, at.outcome, measure)
                own = [one for one in kept(measure.indicator.breakdown) if one.of == self.ref]
                rows += [self._row(at, measure, target, one) for one in own]
                gap = figures.gap_of(measure, target)
                if gap is not None and self.ref in gap.between:
                    gaps.append(gap_sentence(desk, measure, gap))
        heads = ("measure", "here-now", "here-target", "everyone-now", "everyone-target")
        yield from table(desk, "here-better-caption", heads, rows)
        if gaps:
            yield List(_items(gaps))
        spoken = [
            (*desk.way_to(at), Text(": "), *statement(desk, at))
            for at in desk.outcomes
            if sound(at.outcome.what) and self.named(at.outcome.what.statement, at.outcome.what.for_whom)
        ]
        if spoken:
            yield Paragraph(desk.words("here-spoken"))
            yield List(_items(spoken))
        if not rows:
            yield Paragraph(desk.words("here-no-figures", place=self.place))

    def _row(self, at: OutcomeAt, measure: MeasureOf, target: Target | None, own: Breakdown) -> tuple[Cell, ...]:
        desk, indicator = self.desk, measure.indicator
        aims = target.values if target is not None else each(indicator.targets)
        return (
            cell(desk, desk.name(indicator, "name"), desk.name(indicator, "unit"), desk.way_to(at)),
            cell(desk, *self._start(own.baseline, measure)),
            cell(desk, *self._levels(each(own.targets), measure), equal=True),
            cell(desk, *self._start(indicator.baseline, measure)),
            cell(desk, *self._levels(aims, measure)[-1:], equal=True),
        )

    def _start(self, reading: Any, measure: MeasureOf) -> list[Inlines]:
        """The value and its period."""
        if not sound(reading):
            return []
        desk, indicator = self.desk, measure.indicator
        value = text.plain(desk.say.reading(reading, indicator, bare=True))
        return [value, text.plain(desk.say.period(reading.period, indicator)) if sound(reading.period) else ()]

    def _levels(self, values: Iterable[TargetValue], measure: MeasureOf) -> list[Inlines]:
        """Each level and by when."""
        desk, indicator = self.desk, measure.indicator
        return [
            desk.words("level-by", level=level, by=desk.say.period(one.period, indicator))
            for one in values
            if sound(one) and sound(one.period) and (level := desk.say.level(one, indicator, bare=True))
        ]

    # ---- what is done ------------------------------------------------------------------------------------------

    def _actions(self) -> Iterator[Block]:
        desk, months = self.desk, ahead(self.desk)
        rows = []
        for _, action, outcome in self.actions:
            closed = action.state in {"done", "stopped"}
            by = action.review if action.standing is True else action.due
            when = due_cell(
                desk,
                months,
                by if sound(by) else None,
                open_=not closed,
                state=text.plain(desk.choice("state", action.state)) if closed else (),
            )
            post = desk.name(action, "post") if sound(action.post) else ()
            rows.append(
                (
                    cell(desk, desk.sentence(action, "action"), place_of(desk, outcome)),
                    cell(desk, desk.partner_of(action, "owner"), post),
                    when,
                )
            )
        for at in desk.outcomes:
            for one in kept(at.outcome.when.milestones):
                if self.named(one.milestone):
                    lead = cell(desk, desk.partner_of(at.outcome.by_whom, "lead") if sound(at.outcome.by_whom) else ())
                    rows.append(
                        (
                            cell(desk, desk.sentence(one, "milestone"), desk.way_to(at)),
                            lead,
                            due_cell(desk, months, one.by if sound(one.by) else None),
                        )
                    )
        yield from silent(
            desk,
            table(desk, "here-actions-caption", ("what-we-will-do", "who", "by-when"), rows),
            "here-no-actions",
            place=self.place,
        )

    def _services(self) -> Iterator[Block]:
        desk = self.desk
        rows = [
            (
                cell(desk, desk.name(one, "name")),
                cell(desk, desk.partner_of(one, "provider")),
                cell(desk, desk.name(one, "place")),
                cell(desk, desk.name(one, "group")),
            )
            for one in kept(desk.agreement.services)
            if self.named(one.place, one.name, everywhere=True)
        ]
        yield from table(desk, "services-caption", ("service", "provider", "where", "for-whom-head"), rows)

    def _resources(self) -> Iterator[Block]:
        """What is given that names this place; the rest cannot be told apart by place."""
        desk = self.desk
        found = [
            one
            for one in kept(desk.agreement.resources)
            if self.named(one.what, *(year.basis for year in kept(one.years)))
        ]
        tables = resource_table(desk, found, desk.word("here-resources-caption"), giver=True)
        yield from silent(desk, tables, "here-no-resources", place=self.place)

    # ---- what people said --------------------------------------------------------------------------------------

    def _told(self) -> Iterator[Block]:
        desk = self.desk
        rows = []
        for one in kept(desk.agreement.engagement):
            if self.named(one.place, everywhere=True):
                changed = desk.served(one.led_to)
                because = desk.sentence(one, "no_change_because")
                rows.append(
                    (
                        cell(desk, desk.sentence(one, "group"), desk.date(one, "date")),
                        cell(desk, desk.sentence(one, "heard")),
                        cell(desk, changed, because, equal=True),
                        cell(desk, desk.date(one, "fed_back")),
                    )
                )
        heads = ("asked-whom", "heard", "changed", "fed-back")
        yield from table(desk, "engagement-caption", heads, rows)

    # ---- who answers, and what is not there --------------------------------------------------------------------

    def _answers(self) -> Iterator[Block]:
        """Who leads the outcomes that this page names."""
        desk = self.desk
        outcomes = {id(outcome) for _, _, outcome in self.actions}
        rows = []
        for at in desk.outcomes:
            who = at.outcome.by_whom
            what = at.outcome.what
            measured = any(
                one.of == self.ref for found in measures_in(desk, at.outcome) for one in kept(found.indicator.breakdown)
            )
            spoken = sound(what) and self.named(what.statement, what.for_whom)
            if sound(who) and (measured or spoken or id(at.outcome) in outcomes):
                rows.append(
                    (
                        cell(desk, (*desk.way_to(at), Text(": "), *statement(desk, at))),
                        cell(desk, desk.partner_of(who, "lead"), desk.name(who, "post")),
                    )
                )
        yield from table(desk, "here-answers-caption", ("outcome", "who-answers"), rows)

    def _missing(self) -> Iterator[Block]:
        """What the plan leaves out, and why."""
        desk = self.desk
        chosen = [
            (desk.sentence(one, "title"), (Paragraph(desk.sentence(one, "reason")),))
            for one in kept(desk.agreement.not_chosen)
        ]
        yield from (Facts(tuple(chosen)),) if chosen else (Paragraph(desk.words("no-not-chosen")),)


def _items(lines: Iterable[Inlines]) -> tuple[tuple[Block, ...], ...]:
    return tuple((Paragraph(line),) for line in lines)
