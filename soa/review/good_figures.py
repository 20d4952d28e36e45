"""What is good in a draft's figures: a gap that narrows, a target that stretches, a place with its own, proofs of prevention."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from soa.language.sentence import listed
from soa.model.part import each, sound
from soa.review.naming import PASSAGE, plain, quoted, short
from soa.review.reader import Reader, Seen, climb_of
from soa.review.standing import PROOFS

if TYPE_CHECKING:
    from soa.model.lookup import MeasureOf

_STRETCH = Decimal("0.10")
"""A target that moves by so much of what there is to move stretches, where the trend so far is shown."""
_FAR = Decimal("0.15")
"""The same where no trend is shown."""
_STEPS = 2
"""A step on the way, and the end."""


def gaps(reader: Reader) -> Iterator[Seen]:
    """A gap with figures for both ends, now and at the end, that narrows."""
    from soa.document.figures import gap_of
    from soa.document.say import unit_of

    for held in reader.measures():
        indicator = held.measure.indicator
        gap = gap_of(held.measure, held.target)
        if gap is None or gap.then is None:
            continue
        now, then = gap.now.worse - gap.now.better, gap.then.worse - gap.then.better
        if now * then < 0 or abs(then) >= abs(now):
            continue
        first, last = (reader.say.difference(abs(one), unit_of(indicator)) for one in (now, then))
        ends = listed([_end(reader, ref) for ref in gap.between])
        yield Seen(
            (*held.measure.path, "gap"),
            f"The gap itself is measured and is to narrow: between {ends}, from {first} {reader.day(gap.now.period)} "
            f"to {last} {reader.day(gap.then.period)}",
            short(indicator.name, PASSAGE),
            str(held.outcome.id),
            1 - then / now,
        )


def _end(reader: Reader, ref: str) -> str:
    """One end of a gap, by name: a place, a fifth, or a group in the draft's own word."""
    locality = reader.lookup.localities.get(ref)
    if locality is not None and sound(locality.name):
        return plain(locality.name)
    labels = reader.say.labels
    return labels.group(ref) if labels.knows_group(ref) else quoted(labels.group(ref))


def targets(reader: Reader) -> Iterator[Seen]:
    """A target that stretches, with a start, a step on the way, and a post that answers for it."""
    for held in reader.measures():
        indicator, whom = held.measure.indicator, held.outcome.by_whom
        climb = climb_of(indicator, held.target)
        if climb is None or held.target is None or not sound(indicator.source) or not sound(indicator.baseline):
            continue
        trend = bool(each(indicator.history))
        stretches = climb.share >= (_STRETCH if trend else _FAR) and len(each(held.target.values)) >= _STEPS
        answered = reader.is_answered_for(held.at, held.outcome) and not reader.answers_for_most(held.outcome)
        if not stretches or not answered or not sound(whom.post):
            continue
        start = reader.say.reading(indicator.baseline, indicator, bare=True)
        end = reader.say.level(climb.last, indicator, bare=True)
        who = reader.naming.of_partner(whom.employer if sound(whom.employer) else whom.lead)
        yield Seen(
            (*held.at, "when", "targets"),
            f"A target that stretches, with steps on the way{', the trend so far' if trend else ''} and a post that answers for it: "
            f"{start} {reader.day(indicator.baseline.period)}, {end} {reader.day(climb.last.period)}; {quoted(whom.post)} at {who}",
            short(indicator.name, PASSAGE),
            str(held.outcome.id),
            min(climb.share, Decimal(1)) + trend,
        )


def localities(reader: Reader) -> Iterator[Seen]:
    """A place that fares worse, with a start and a target of its own."""
    from soa.document.say import unit_of

    for held in reader.measures():
        indicator = held.measure.indicator
        for index, part in enumerate(each(indicator.breakdown)):
            place = reader.lookup.localities.get(str(part.of)) if sound(part) else None
            climb = climb_of(indicator, part) if place is not None and place.poorer_outcomes is True else None
            if place is None or climb is None or climb.share < _STRETCH or not sound(place.name):
                continue
            start = reader.say.figure(climb.start, unit_of(indicator))
            end = reader.say.level(climb.last, indicator, bare=True)
            yield Seen(
                (*held.measure.path, "breakdown", index),
                f"{plain(place.name)}, where people fare worse, has a start and a target of its own: {start}, and {end} {reader.day(climb.last.period)}",
                short(indicator.name, PASSAGE),
                str(held.outcome.id),
                climb.share,
            )


def proofs(reader: Reader) -> Iterator[Seen]:
    """A plan for prevention whose four proofs are four measures, each with a start and a target."""
    prevention = reader.agreement.prevention
    known = prevention.how_we_will_know if sound(prevention) else None
    if known is None or not sound(known) or not reader.is_sound(("prevention",)):
        return
    if "no-shift-to-prevention" in reader.raised:
        return  # the share of money that is measured is not what it seems
    chosen: list[MeasureOf] = []
    for key in PROOFS:
        measures = [reader.lookup.measure(str(name)) for name in each(getattr(known, key)) if sound(name)]
        taken = {one.path for one in chosen}
        good = [one for one in measures if one is not None and one.path not in taken and _has_figures(reader, one)]
        if not good:
            return
        chosen.append(good[0])
    yield Seen(
        ("prevention", "how_we_will_know"),
        "The plan for prevention has a measure for each of its four proofs, with a start and a target: "
        "money moved, people's lives, demand and cost",
        "; ".join(short(one.indicator.name) for one in chosen),
        "",
        Decimal(1),
    )


def _has_figures(reader: Reader, measure: MeasureOf) -> bool:
    """Whether a measure has a start, and a target somewhere."""
    indicator = measure.indicator
    if not reader.is_sound(measure.path) or not sound(indicator.baseline) or not sound(indicator.baseline.value):
        return False
    if measure.outcome is not None:
        return reader.lookup.target(str(indicator.id), measure.outcome) is not None
    return bool(each(indicator.targets)) or any(
        reader.lookup.target(str(indicator.id), outcome) is not None for _, outcome in reader.outcomes
    )
