"""One finding for each cause: a rule gives way where another has said it of the same part already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from soa.rules import AnyRule
from soa.source.places import Path


class Raised(NamedTuple):
    """A problem a rule raised: which rule, of which part."""

    rule: str
    part: Path


R = TypeVar("R")


def standing(raised: Sequence[tuple[Raised, R]], rules: Mapping[str, AnyRule]) -> list[R]:
    """What is left when every rule has given way: linear in the number of problems and the depth of their paths."""
    at: dict[str, set[Path]] = {}
    above: dict[str, set[Path]] = {}
    for (rule, part), _ in raised:
        at.setdefault(rule, set()).add(part)
        above.setdefault(rule, set()).update(part[:length] for length in range(len(part) + 1))
    return [
        one
        for (rule, part), one in raised
        if not _yields(part, rules[rule].gives_way_to if rule in rules else (), at, above)
    ]


def _yields(part: Path, to: tuple[str, ...], at: Mapping[str, set[Path]], above: Mapping[str, set[Path]]) -> bool:
    for other in to:
        if part in above.get(other, ()):
            return True
        if any(part[:length] in at.get(other, ()) for length in range(len(part) + 1)):
            return True
    return False
