"""What can be wrong with the words that say who answers for something, shared by the rules of ownership."""

from soa.language import ownership_of
from soa.model.lookup import Lookup
from soa.rules._rule import Problem


def owner_problem(name: str, lookup: Lookup, key: str) -> Problem | None:
    """A problem with case `collective` or `group` where the words name nobody; None where a partner, or a broken reference, is named."""
    partner = lookup.partners.get(name)
    if partner is not None and partner.kind not in {"other", "community-body"}:
        return None
    words = partner.name if partner is not None else name
    verdict = ownership_of(words)
    if verdict.value == "unowned":
        return Problem("collective", f"“{words}” is nobody in particular: {verdict.reason}", at=(key,))
    if verdict.value == "unsure" and partner is None and " " in name and not _near(name, lookup):
        return Problem("group", f"“{words}” is a group: it is not said whose body answers", at=(key,))
    return None


def _near(name: str, lookup: Lookup) -> bool:
    """Whether the words are nearly a partner's name, so that they are a slip and not a group."""
    from soa.reference.near import did_you_mean  # only a faulty name needs it

    return bool(
        did_you_mean(name.lower(), tuple(partner.name.lower() for partner in lookup.partners.values() if partner.name))
    )
