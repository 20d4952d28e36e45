"""One finding for each cause: a rule gives way where another has said it of the same part already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from soa.rules import AnyRule
from soa.source.places import Path


class HasRuleAndPath(Protocol):
    """What a rule raised: which rule, of which part."""

    @property
    def rule(self) -> str:
        """The rule's name."""

    @property
    def path(self) -> Path:
        """The part's path."""


R = TypeVar("R", bound=HasRuleAndPath)


def standing(raised: Sequence[R], rules: Mapping[str, AnyRule]) -> list[R]:
    """What is left when every rule has given way: linear in the number of problems and the depth of their paths."""
    at: dict[str, set[Path]] = {}
    above: dict[str, set[Path]] = {}
    for one in raised:
        at.setdefault(one.rule, set()).add(one.path)
        above.setdefault(one.rule, set()).update(one.path[:length] for length in range(len(one.path) + 1))
    return [
        one
        for one in raised
        if not _yields(one.path, rules[one.rule].gives_way_to if one.rule in rules else (), at, above)
    ]


def _yields(part: Path, to: tuple[str, ...], at: Mapping[str, set[Path]], above: Mapping[str, set[Path]]) -> bool:
    for other in to:
        if part in above.get(other, ()):
            return True
        if any(part[:length] in at.get(other, ()) for length in range(len(part) + 1)):
            return True
    return False
