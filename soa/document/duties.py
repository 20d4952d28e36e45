"""What one partner has to do by when, and what its own board decides: gathered from all over the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soa.document import text
from soa.document.blocks import Inlines, Text
from soa.document.desk import Desk, OutcomeAt, kept, last_day
from soa.document.measures import measures_in, target_for
from soa.document.parts import place_of
from soa.model.outcome import Action
from soa.model.part import NotYet, sound
from soa.model.resources import Resource
from soa.model.scalars import Moment


class Duty(NamedTuple):
    """Something that a partner answers for, by when, and for which outcome."""

    by: Moment | None
    says: Inlines
    where: Inlines = ()
    is_action: bool = False
    """An action, which has a place in the list of all that it owns also when it is not due soon."""
    closed: Inlines = ()
    """That it is done, or stopped."""


class Decision(NamedTuple):
    """Something that a partner's board has decided, or has yet to decide."""

    by: Moment | None
    says: Inlines
    is_open: bool


def duties(desk: Desk, ref: str) -> list[Duty]:
    """What a partner answers for, the earliest first; what has no date comes last."""
    found = [*_actions(desk, ref), *_promises(desk, ref), *_others(desk, ref)]
    return sorted(found, key=lambda duty: last_day(duty.by))


def _moment(value: Moment | object) -> Moment | None:
    return value if isinstance(value, Moment) else None


def _actions(desk: Desk, ref: str) -> Iterator[Duty]:
    """Its actions, and the dated steps of those that are still open."""
    for _, action, outcome in desk.lookup.all_actions:
        if action.owner != ref:
            continue
        where = place_of(desk, outcome)
        is_closed = action.state in {"done", "stopped"}
        closed: Inlines = (Text(desk.choice("state", action.state)),) if is_closed else ()
        by = _moment(action.review if action.standing is True else action.due)
        said = desk.sentence(action, "action")
        yield Duty(by, desk.words("review-of", what=said) if action.standing is True else said, where, True, closed)
        if not is_closed:
            for step in kept(action.steps):
                yield Duty(_moment(step.by), desk.sentence(step, "step"), where)


def _promises(desk: Desk, ref: str) -> Iterator[Duty]:
    """Milestones and levels of the outcomes that it leads."""
    for at in desk.outcomes:
        if at.outcome.by_whom.lead != ref or at.outcome.state == "stopped":
            continue
        where = desk.way_to(at)
        for one in kept(at.outcome.when.milestones):
            yield Duty(_moment(one.by), desk.sentence(one, "milestone"), where)
        yield from _levels(desk, at, where)


def _levels(desk: Desk, at: OutcomeAt, where: Inlines) -> Iterator[Duty]:
    for measure in measures_in(desk, at.outcome):
        target = target_for(desk, at.outcome, measure)
        for one in kept(target.values) if target is not None else ():
            level = desk.say.level(one, measure.indicator)
            if level and sound(one.period):
                yield Duty(
                    one.period,
                    (*desk.name(measure.indicator, "name"), *desk.amount(f": {level}", measure.indicator)),
                    where,
                )


def _others(desk: Desk, ref: str) -> Iterator[Duty]:
    """What it is to settle, to work out, to improve, to answer."""
    for _, gap in desk.lookup.all(NotYet):
        if gap.owner == ref:
            yield Duty(_moment(gap.due), desk.words("to-settle", what=desk.sentence(gap, "missing")))
    for point in kept(desk.agreement.development_plan):
        if point.owner == ref:
            yield Duty(_moment(point.due), desk.words("to-work-out", what=desk.sentence(point, "point")))
    governance = desk.agreement.governance
    evaluation = governance.self_evaluation if sound(governance) else governance
    for one in kept(evaluation.improvements) if sound(evaluation) else ():
        if one.owner == ref:
            yield Duty(_moment(one.due), desk.sentence(one, "action"))
    for ask in kept(desk.agreement.asks):
        if ask.of == ref and not sound(ask.response):
            yield Duty(
                _moment(ask.by), desk.words("to-answer", what=desk.sentence(ask, "ask")), desk.served(ask.serves)
            )


def decisions(desk: Desk, ref: str) -> list[Decision]:
    """What its board considered and signed, and what it has yet to decide, the earliest first."""
    found = [*_considered(desk, ref), *_pilots(desk, ref), *_savings(desk, ref)]
    return sorted(found, key=lambda one: last_day(one.by))


def _considered(desk: Desk, ref: str) -> Iterator[Decision]:
    governance = desk.agreement.governance
    for key, entries in (
        ("board-considered", kept(governance.considered_by) if sound(governance) else []),
        ("board-signed", kept(desk.agreement.sign_off)),
    ):
        for one in entries:
            if one.partner == ref:
                body = desk.name(one, "body") or desk.partner(ref)
                yield Decision(_moment(one.date), desk.words(key, body=body), last_day(one.date) > desk.as_of)


def _pilots(desk: Desk, ref: str) -> Iterator[Decision]:
    """What is tried out, where the partner owns the action or leads the outcome."""
    for _, action, outcome in desk.lookup.all_actions:
        if sound(action.pilot) and ref in {action.owner, outcome.by_whom.lead if outcome is not None else ""}:
            yield Decision(
                _moment(action.pilot.decision_by), pilot_says(desk, action), not sound(action.pilot.decision)
            )


def pilot_says(desk: Desk, action: Action) -> Inlines:
    """What is to be decided on something tried out, or was."""
    pilot, said = action.pilot, desk.sentence(action, "action")
    if not sound(pilot):
        return said
    if sound(pilot.decision):
        return desk.words("pilot-was", action=said, decision=desk.choice("pilot", pilot.decision))
    return (
        desk.words("pilot-funding", action=said, funding=desk.sentence(pilot, "funding"))
        if sound(pilot.funding)
        else desk.words("pilot-open", action=said)
    )


def _savings(desk: Desk, ref: str) -> Iterator[Decision]:
    """The savings that the plan counts on, for those who pay for prevention."""
    pays = any(one.partner == ref and one.preventive is True for one in _money(desk))
    plan = desk.agreement.prevention
    for one in kept(plan.savings) if pays and sound(plan) else ():
        amount = text.plain(desk.say.pounds(one.amount)) if sound(one.amount) else desk.hole(one, "amount")
        said = desk.words(
            "saving-comes", amount=amount, assumes=desk.sentence(one, "assumes"), to=desk.sentence(one, "goes_to")
        )
        yield Decision(_moment(one.from_year), said, is_open=False)


def _money(desk: Desk) -> list[Resource]:
    return [one for one in kept(desk.agreement.resources) if one.kind == "money"]
