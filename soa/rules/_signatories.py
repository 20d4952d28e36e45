"""Which partners put their name to the agreement, shared by the rules of governance."""

from soa.model.lookup import Lookup, given
from soa.model.part import sound
from soa.model.partners import Partner

STATUTORY = frozenset({"council", "health-board", "police", "fire", "enterprise", "transport"})
"""Kinds of body with a duty in community planning under the Act of 2003 and that of 2015 alike."""


def signatories(lookup: Lookup) -> dict[str, Partner]:
    """The partners that sign, by id: those marked so, and statutory ones that are not marked at all; an honest gap is left out."""
    return {
        name: partner
        for name, partner in lookup.partners.items()
        if not sound(partner.not_yet)
        and (partner.signs is True or (not given(partner.signs) and partner.kind in STATUTORY))
    }
