"""What can be wrong with the words that say who answers for something, shared by the rules of ownership."""

from soa.language import ownership_of
from soa.language.grammar import JOINERS, PREPOSITIONS
from soa.model.governance import Group
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.partners import Partner
from soa.rules._rule import Problem

_MOST_GROUPS = 300
"""So many groups are compared with a lead or owner that is no partner."""

_SHARED = frozenset("Agencies Bodies Organisations Partners Partnership".split())
"""Last words of a name that is that of all of them together."""


def owner_problem(name: str, lookup: Lookup, key: str) -> Problem | None:
    """A problem with case `collective` or `group` where the words name nobody; None where a partner, or a broken reference, is named."""
    partner = lookup.partners.get(name)
    if partner is not None and not _may_be_nobody(partner):
        return None
    words = partner.name if partner is not None else name
    verdict = ownership_of(words)
    if verdict.value == "unowned":
        return Problem("collective", f"“{words}” is nobody in particular: {verdict.reason}", at=(key,))
    if partner is None and (group := _group(name, lookup)):
        return Problem("group", f"“{group}” is a group: it is not said whose body answers", at=(key,))
    if verdict.value == "unsure" and partner is None and " " in name and not _near(name, lookup):
        return Problem("group", f"“{words}” is a group: it is not said whose body answers", at=(key,))
    return None


def _may_be_nobody(partner: Partner) -> bool:
    """Whether a listed partner may be everybody or nobody (“Community groups”, “All Partners”), and not a body with a name (“See Me”)."""
    if partner.kind not in {"other", "community-body"} or not sound(partner.name):
        return False
    words = partner.name.split()
    return (
        len(words) == 1
        or words[-1] in _SHARED
        or any(word.islower() and word not in PREPOSITIONS | JOINERS for word in words)
    )


def _group(name: str, lookup: Lookup) -> str:
    """The name of the group beneath the board that is meant, by its id or its name; empty for none."""
    groups = [found.part for found in lookup.by_type.get(Group, ())[:_MOST_GROUPS]]
    found = (group for group in groups if isinstance(group, Group) and name in (group.id, group.name))
    return next((str(group.name) or name for group in found), "")


def _near(name: str, lookup: Lookup) -> bool:
    """Whether the words are nearly a partner's name, so that they are a slip and not a group."""
    from soa.reference.near import did_you_mean  # only a faulty name needs it

    return bool(
        did_you_mean(name.lower(), tuple(partner.name.lower() for partner in lookup.partners.values() if partner.name))
    )
