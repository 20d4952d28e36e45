"""Points of review that wait for an answer, and the changes that may be one."""

from __future__ import annotations

from typing import NamedTuple

from soa.compare.changes import Change
from soa.compare.matching import Matches
from soa.compare.side import Side
from soa.model.part import sound
from soa.model.review import Point

_WAITING = ("open", "answered")


class PointMet(NamedTuple):
    """A point that is not closed."""

    round: str
    """The name of the round's file."""
    id: str
    to: str
    about: str
    """The address of the part that it is about; empty for the whole agreement."""
    question: str
    state: str
    changes: tuple[int, ...]
    """Which changes, counted from 0, are at that part or below it: each may be an answer."""


def points_met(matches: Matches, changes: tuple[Change, ...]) -> tuple[PointMet, ...]:
    """The points of the newest round that has them: of the new agreement, else of the old one.

    A point that was carried over stands in the newer round alone.
    """
    side = matches.new if matches.new.checked.rounds else matches.old
    found: dict[str, PointMet] = {}
    for name in sorted(side.checked.rounds, key=lambda one: (len(one), one)):
        for point in side.checked.rounds[name].points:
            if not sound(point) or not sound(point.id):
                continue
            if point.state not in _WAITING:
                found.pop(point.id, None)  # settled since
                continue
            found[point.id] = _met(matches, name, point, changes)
    return tuple(found.values())


def _met(matches: Matches, name: str, point: Point, changes: tuple[Change, ...]) -> PointMet:
    about = str(point.about).strip("/") if sound(point.about) else ""
    names = _names(matches, about)
    met = tuple(
        at
        for at, change in enumerate(changes)
        if about
        and not change.follows
        and any(_is_within(one, names) for one in (change.about, change.was_about) if one)
    )
    return PointMet(
        name,
        str(point.id),
        str(point.to) if sound(point.to) else "",
        about,
        " ".join(str(point.question).split()) if sound(point.question) else "",
        str(point.state),
        met,
    )


def _names(matches: Matches, about: str) -> set[str]:
    """A part's addresses: as the point has it, and as it is called in each agreement."""
    found = {about}
    was = _at(matches.old, about)
    if was is not None:
        now = matches.new_path(was)
        found |= {matches.new.addresses.of(now)} if now is not None else set()
    now = _at(matches.new, about)
    if now is not None:
        before = matches.old_path(now)
        found |= {matches.old.addresses.of(before)} if before is not None else set()
    return found - {""}


def _at(side: Side, about: str) -> tuple[str | int, ...] | None:
    return side.addresses.path(about) if about else None


def _is_within(address: str, names: set[str]) -> bool:
    return any(address == name or address.startswith(f"{name}/") for name in names)
