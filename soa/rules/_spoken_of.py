"""Which measure a text speaks of, for rules that hold the words of an outcome against its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Indicator
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.scalars import Moment
from soa.rules._figures import unit_of
from soa.rules._wording import stems
from soa.source.places import Path

_GROUPS = frozenset(
    stem
    for word in (
        "poorest richest deprived fifth tenth quintile decile worst best lowest highest looked-after looked care-experienced women men girls boys "
        "female male disabled minority rural urban island remote priority regeneration"
    ).split()
    for stem in stems(word)
)
"""Words that make a group of the people a measure is about."""
_WORN = stems("aged age years year number share rate percentage cent per proportion")
"""Words that tell nothing of what is measured."""


class Said(NamedTuple):
    """A text of an outcome that may speak of its measures."""

    at: Path
    text: str
    by: Moment | None
    """The day or year that the text itself is for."""
    is_aim: bool
    """Whether the text is the aim itself, and not one of the things that would be seen on the way."""


def texts_of(outcome: Outcome) -> Iterator[Said]:
    """What an outcome says in words of how things will be."""
    what = outcome.what
    if sound(what.statement):
        yield Said(("what", "statement"), what.statement, None, is_aim=True)
    for index, success in enumerate(each(what.success)):
        if sound(success) and sound(success.looks_like):
            by = success.by if sound(success.by) else None
            yield Said(("what", "success", index, "looks_like"), success.looks_like, by, is_aim=False)
    for index, milestone in enumerate(each(outcome.when.milestones)):
        if sound(milestone) and sound(milestone.milestone):
            by = milestone.by if sound(milestone.by) else None
            yield Said(("when", "milestones", index, "milestone"), milestone.milestone, by, is_aim=False)


def measure_of(said: Said, outcome: Outcome, lookup: Lookup, unit: str) -> MeasureOf | None:
    """The measure that a text is certain to speak of: the only one in that unit, in nearly the same words, of the same people."""
    found = [
        one for one in lookup.measures_of(outcome) if sound(one.indicator.unit) and unit_of(one.indicator.unit) == unit
    ]
    if len(found) != 1:
        return None
    indicator = found[0].indicator
    if not sound(indicator.name) or _narrower(said.text, indicator, lookup):
        return None
    name, text = _carrying(indicator.name), _carrying(said.text)
    common = name & text
    if said.is_aim:
        alike = len(common) >= min(2, len(name)) and 2 * len(common) >= min(len(name), len(text))
    else:
        least = 2 if unit.startswith(("per ", "pounds", "points")) else 3  # a count of homes may be of homes planned
        alike = bool(common) and 3 * len(common) >= 2 * len(name) and (least + 1) * len(common) >= least * len(text)
    return found[0] if alike else None


def _carrying(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(text) if not stem[0].isdigit()) - _WORN


def _narrower(text: str, indicator: Indicator, lookup: Lookup) -> bool:
    """Whether the text speaks of a place or group that the measure's name does not."""
    if not lookup.localities_named(text).keys() <= lookup.localities_named(indicator.name).keys():
        return True
    return bool(stems(text) & _GROUPS - stems(indicator.name))
