"""The 32 council areas of Scotland, and how people write their names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from soa.reference._tables import listed, read_table
from soa.reference.near import did_you_mean, plain


class Part(NamedTuple):
    """A body that serves an area, or only a part of it."""

    body: str
    """Its id in the table of bodies: `hitrans`, `hie`."""
    where: str
    """The part it serves, in words; empty when that is all of the area."""


class Area(NamedTuple):
    """A council area; the table's origin and doubts are in SOURCES.md."""

    name: str
    """As official statistics write it now: `City of Edinburgh`."""
    code: str
    """The nine-character code of today: `S12000036`."""
    former_codes: tuple[str, ...]
    """Codes of the same area before its boundary was redrawn, newest first."""
    council: str
    """The council's name: `Comhairle nan Eilean Siar`."""
    also_known_as: tuple[str, ...]
    """Other names people write, `Western Isles`; case, `&` and “Council” need no entry."""
    health_board: str
    """`NHS Grampian`."""
    health_board_code: str
    """The board's code of today: `S08000020`."""
    transport: tuple[Part, ...]
    """Regional transport partnerships; two for Argyll and Bute."""
    enterprise: tuple[Part, ...]
    """Enterprise agencies, past ones too."""
    police_and_fire_area: str
    """The area of the police force and fire service before 1 April 2013: `grampian`."""
    partnership: str
    """The Community Planning Partnership's own name where a source has it, else empty."""
    family_people: int
    """Benchmarking family (1 to 4) for children, social work and housing."""
    family_other: int
    """Benchmarking family (1 to 4) for all other services."""


@cache
def areas() -> tuple[Area, ...]:
    """All 32 areas, in the order of their names."""
    return tuple(_area(row) for row in read_table("areas.csv"))


def area(text: str) -> Area | None:
    """The area meant by a name, a council's name or a code of today or before, or None.

    Case, punctuation, `&` for “and”, a leading “The” and a closing “Council” or “Council area” make no difference.
    """
    return _by_name().get(_key(text))


def nearest_areas(text: str) -> tuple[str, ...]:
    """At most three names of areas that may have been meant, best first; () when nothing is near."""
    names = {key: area for key, area in _by_name().items() if not key[-1].isdigit()}  # a wrong code is near no other
    offers = did_you_mean(_key(text), names, limit=len(names))
    return tuple(dict.fromkeys(names[offer].name for offer in offers))[:3]


def _area(row: dict[str, str]) -> Area:
    return Area(
        name=row["name"],
        code=row["code"],
        former_codes=listed(row["former_codes"]),
        council=row["council"],
        also_known_as=listed(row["also_known_as"]),
        health_board=row["health_board"],
        health_board_code=row["health_board_code"],
        transport=_parts(row["transport"]),
        enterprise=_parts(row["enterprise"]),
        police_and_fire_area=row["police_and_fire_area"],
        partnership=row["partnership"],
        family_people=int(row["family_people"]),
        family_other=int(row["family_other"]),
    )


def _parts(cell: str) -> tuple[Part, ...]:
    return tuple(Part(body, where) for body, _, where in (entry.partition(":") for entry in listed(cell)))


@cache
def _by_name() -> dict[str, Area]:
    return {
        _key(name): area
        for area in areas()
        for name in (area.name, area.council, *area.also_known_as, area.code, *area.former_codes)
    }


def _key(text: str) -> str:
    return plain(text).removeprefix("the ").removesuffix(" area").removesuffix(" council")
