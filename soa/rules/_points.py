"""What the rules about rounds of review share."""

from collections.abc import Mapping

from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.partners import Partner
from soa.model.review import GOVERNMENT, PARTNERSHIP, Point

OF_THE_NATION = "national-body"
"""The kind of partner that is asked as part of the nation, and not of the partnership."""


def waits_for_others(point: Point, lookup: Lookup) -> bool:
    """Whether a point is put to the Scottish Government or a national body, and not to the partnership or one of its partners."""
    if point.to == PARTNERSHIP:
        return False
    partner = lookup.partners.get(point.to) or lookup.partners.get(named(point.to, lookup))
    return partner is None or partner.kind == OF_THE_NATION


def named(to: str, lookup: Lookup) -> str:
    """The id of the partner whose name was written where its id is wanted; empty where it is no partner's name."""
    wanted = " ".join(to.casefold().split())
    names = ((str(one.name), name) for name, one in lookup.partners.items() if sound(one.name))
    return next((name for said, name in names if " ".join(said.casefold().split()) == wanted), "")


def meant(to: str, lookup: Lookup) -> str:
    """The one that is meant, where this is a partner's name, or looks like an id and differs from one by a slip; a national body's name is its own."""
    if to not in lookup.partners and (name := named(to, lookup)):
        return name
    from soa.reference.near import surely_meant  # only a round that puts a point to somebody unknown needs it

    known = {*lookup.partners, PARTNERSHIP, GOVERNMENT}
    if to in known or " " in to or any(not sound(one.id) for _, one in lookup.all(Partner)):
        return ""
    return surely_meant(to, sorted(known))


def called(point: Point, lookup: Lookup) -> str:
    """Whom a point is put to, by name."""
    known: Mapping[str, str] = {PARTNERSHIP: "the partnership", GOVERNMENT: "the Scottish Government"}
    return known.get(point.to) or lookup.called([point.to])


def raised(point: Point) -> str:
    """Who raised a point, and when: `Location Director for Glenmore, 2013-04-15`."""
    return ", ".join(str(one) for one in (point.by, point.raised) if sound(one))
