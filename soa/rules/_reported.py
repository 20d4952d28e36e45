"""The texts that say how things are and what has happened, beside those that say what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from soa.model.agreement import Appendix, Foreword
from soa.model.lookup import Lookup
from soa.model.measure import Comparison, Indicator, TargetValue
from soa.model.outcome import Priority
from soa.model.part import Part
from soa.model.partners import Evidence, Place
from soa.model.resources import Prevention
from soa.source.places import Path

_TEXTS: dict[type[Part], tuple[str, ...]] = {
    Foreword: ("text",),
    Place: ("text", "facts"),
    Evidence: ("finding",),
    Priority: ("why_here", "added_value"),
    Indicator: ("because",),
    Comparison: ("context", "lesson"),
    TargetValue: ("because",),
    Prevention: ("statement",),
    Appendix: ("text",),
}
REPORTING: tuple[type[Any], ...] = tuple(_TEXTS)
"""The types of part that report something."""


def reported(part: Part) -> Iterator[tuple[Path, str]]:
    """The texts of a part that report something, with their paths below it."""
    for key in _TEXTS.get(type(part), ()):
        value = getattr(part, key)
        if isinstance(value, str):
            yield (key,), value
        elif isinstance(value, tuple):
            yield from (((key, index), one) for index, one in enumerate(value) if isinstance(one, str))


def withheld(path: Path, lookup: Lookup) -> bool:
    """Whether the part at a path, or one that it stands in, is kept from the public."""
    part: Any = lookup.agreement
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        if getattr(part, "public", None) is False:
            return True
    return False
