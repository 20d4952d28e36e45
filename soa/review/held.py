"""What a plan holds of something: how much of it there is, and where to look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from soa.model.agreement import Agreement
from soa.model.governance import Binding
from soa.model.lookup import Lookup
from soa.model.measure import Gap, Indicator
from soa.model.outcome import Evaluation, Outcome
from soa.model.part import Part, each, sound
from soa.model.partners import PlanAlignment

_BY_TYPE: Final[dict[str, tuple[type[Part], str, str]]] = {
    "evaluation": (Evaluation, "action with an evaluation", "actions with an evaluation"),
    "indicators": (Indicator, "indicator", "indicators"),
    "gap": (Gap, "measure of a gap", "measures of a gap"),
    "plan_alignment": (
        PlanAlignment,
        "partner’s own plan that takes account of it",
        "partners’ own plans that take account of it",
    ),
    "how_decisions_bind": (Binding, "partner’s decisions and their limits", "partners’ decisions and their limits"),
}
"""What is counted wherever it stands: by the key that holds it."""


class Held(NamedTuple):
    """Something that a plan says: in words, and the address where it begins."""

    says: str
    about: str


def held(keys: Iterable[str], lookup: Lookup) -> tuple[Held, ...]:
    """What a plan says under each key, in the order of the keys; nothing where it says nothing."""
    return tuple(one for key in keys if (one := _held(key, lookup)) is not None)


def _held(key: str, lookup: Lookup) -> Held | None:
    agreement = lookup.agreement
    if key in _BY_TYPE:
        kind, single, several = _BY_TYPE[key]
        found = lookup.all(kind)
        said = single if len(found) == 1 else several
        return Held(f"{len(found):,} {said}", lookup.addresses.of(found[0][0])) if found else None
    if key in Agreement.model_fields:
        return _whole(agreement, key, key)
    if key in Outcome.model_fields:
        return _in_outcomes(key, lookup)
    governance = agreement.governance
    return _whole(governance, key, f"governance/{key}") if sound(governance) else None


def _whole(part: Any, key: str, about: str) -> Held | None:
    value = getattr(part, key)
    title = str(type(part).model_fields[key].title)
    if not sound(value):
        return None
    if not isinstance(value, tuple):
        return Held(title, about)
    entries = sum(1 for one in each(value) if sound(one))
    return Held(f"{title}: {entries:,}", about) if entries else None


def _in_outcomes(key: str, lookup: Lookup) -> Held | None:
    every = lookup.all(Outcome)
    found = [path for path, one in every if _says(getattr(one, key))]
    title = Outcome.model_fields[key].title
    return (
        Held(f"{title}: in {len(found):,} of {len(every):,} outcomes", lookup.addresses.of((*found[0], key)))
        if found
        else None
    )


def _says(value: Any) -> bool:
    return sound(value) and (not isinstance(value, tuple) or any(sound(one) for one in value))
