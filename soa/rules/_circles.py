"""Which things lead back to themselves, shared by rules that follow what depends on what."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def on_circles(leads_to: Mapping[N, Iterable[N]]) -> set[N]:
    """Everything that leads back to itself, in time linear in the steps (Kosaraju's two walks)."""
    back: dict[N, list[N]] = {one: [] for one in leads_to}
    for one, others in leads_to.items():
        for other in others:
            back[other].append(one)
    circles: set[N] = set()
    seen: set[N] = set()
    for start in reversed(_as_they_end(leads_to)):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for one in group:  # it grows while it is walked
            fresh = [other for other in back[one] if other not in seen]
            seen.update(fresh)
            group += dict.fromkeys(fresh)
        if len(group) > 1 or start in leads_to[start]:
            circles.update(group)
    return circles


def _as_they_end(leads_to: Mapping[N, Iterable[N]]) -> list[N]:
    """Everything in the order in which a walk into the depth is done with it."""
    order: list[N] = []
    seen: set[N] = set()
    for start in leads_to:
        if start in seen:
            continue
        seen.add(start)
        walk = [(start, iter(leads_to[start]))]
        while walk:
            one, rest = walk[-1]
            following = next((other for other in rest if other not in seen), None)
            if following is None:
                order.append(one)
                walk.pop()
            else:
                seen.add(following)
                walk.append((following, iter(leads_to[following])))
    return order
