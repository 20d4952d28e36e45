"""Who the law makes a partner in each area, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from soa.reference._tables import in_force, read_table
from soa.reference.areas import Area
from soa.reference.near import plain

# Named by schedule 1 of the 2015 Act, but differently set up in each area, and no list of ours says how.
_NAMED_LOCALLY = (
    "the health and social care integration joint board",
    "the board of management of the regional college",
    "the regional strategic body for colleges",
    "the national park authority, where the area has a part of a national park",
)
_ACT_OF_2015 = date(2016, 12, 20)


class StatutoryPartner(NamedTuple):
    """A body with a legal duty in community planning, by the name it has in one area."""

    id: str
    """A partner id ready to be used in an agreement: `nhs-grampian`."""
    name: str
    """`NHS Grampian`."""
    kind: str
    """`council`, `health-board`, `police`, `fire`, `enterprise`, `transport` or `national-body`."""
    duty: str
    """What the law asks of it, to follow its name in a sentence: `must take part in community planning`."""
    source: str
    """The provision that says so."""
    expected: bool
    """Whether an agreement without it is worth a warning. False for the further bodies of the 2015 Act and for fire
    services that the council ran itself."""
    note: str
    """The part of the area it serves, or what else a reader should know; empty for most."""


def statutory_partners(area: Area, on: date) -> tuple[StatutoryPartner, ...]:
    """The bodies with a duty in community planning in the area on that day, the council first.

    Before 20 December 2016 these are the duties of the Local Government in Scotland Act 2003, from then on those of the
    Community Empowerment (Scotland) Act 2015. Police forces and fire services are those of the day; the change was on
    1 April 2013. Days before the 2003 Act are answered as under it. Bodies that the 2015 Act names by a kind and that
    are set up differently in each area are in `partners_named_locally`.
    """
    bodies = tuple(_bodies(area, on))
    return tuple(
        StatutoryPartner(
            id=body["id"],
            name=body["name"],
            kind=body["kind"],
            duty=duty["duty"],
            source=duty["source"],
            expected="no" not in (duty["expected"], body["expected"]),
            note=body["note"],
        )
        for duty in _table("duties.csv")
        if in_force(duty, on)
        for body in bodies
        if body["kind"] == duty["kind"]
    )


def partners_named_locally(on: date) -> tuple[str, ...]:
    """Statutory partners that our lists cannot name, described in words; none before the 2015 Act's duties began."""
    return _NAMED_LOCALLY if on >= _ACT_OF_2015 else ()


def _bodies(area: Area, on: date) -> Iterator[dict[str, str]]:
    """Every body that serves the area that day, with the part it serves as its note."""
    yield _own("council", area.council, "council")
    yield _own(plain(area.health_board).replace(" ", "-"), area.health_board, "health-board")
    parts = dict((*area.enterprise, *area.transport))
    serving = [
        {**body, "note": parts.get(body["id"], "") or body["note"]}
        for body in _table("bodies.csv")
        if in_force(body, on) and (body["id"] in parts or body["serves"] in ("scotland", area.police_and_fire_area))
    ]
    replaced = {body["replaces"] for body in serving if body["replaces_from"] <= on.isoformat()}
    yield from (body for body in serving if body["id"] not in replaced)


def _own(identity: str, name: str, kind: str) -> dict[str, str]:
    return {"id": identity, "name": name, "kind": kind, "expected": "", "note": ""}


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    return read_table(name)
