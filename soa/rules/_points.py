"""What the rules about rounds of review share."""

from collections.abc import Mapping

from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.review import GOVERNMENT, PARTNERSHIP, Point

OF_THE_NATION = "national-body"
"""The kind of partner that is asked as part of the nation, and not of the partnership."""


def waits_for_others(point: Point, lookup: Lookup) -> bool:
    """Whether a point is put to the Scottish Government or a national body, and not to the partnership or one of its partners."""
    if point.to == PARTNERSHIP:
        return False
    partner = lookup.partners.get(point.to)
    return partner is None or partner.kind == OF_THE_NATION


def called(point: Point, lookup: Lookup) -> str:
    """Whom a point is put to, by name."""
    known: Mapping[str, str] = {PARTNERSHIP: "the partnership", GOVERNMENT: "the Scottish Government"}
    return known.get(point.to) or lookup.called([point.to])


def raised(point: Point) -> str:
    """Who raised a point, and when: `Location Director for Glenmore, 2013-04-15`."""
    return ", ".join(str(one) for one in (point.by, point.raised) if sound(one))
