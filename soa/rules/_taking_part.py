"""Who has a part in an outcome and in the agreement, shared by the rules of ownership."""

from collections.abc import Iterable, Iterator

from soa.model.lookup import Lookup
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource


def givers(lookup: Lookup) -> dict[str, set[str]]:
    """The partners who give money, staff or time, by the id of what it serves; members of joint bodies are among them."""
    serving: dict[str, set[str]] = {}
    for resource in each(lookup.agreement.resources):
        giving = with_members(bodies_behind(resource), lookup)
        for served in each(resource.serves):
            serving.setdefault(served, set()).update(giving)
    return serving


def with_members(names: Iterable[str], lookup: Lookup) -> set[str]:
    """Partners by id, and with each joint body those it is made of."""
    found = set(names)
    return found | lookup.bodies(found)


def bodies_behind(resource: Resource) -> Iterator[str]:
    """The partner that gives a resource, and those through whom it is paid or who share in it."""
    yield resource.partner
    yield from (name for name in (resource.paid_through, resource.accountable_body) if sound(name))
    yield from (share.partner for share in each(resource.shares))


def acting(actions: tuple[Action, ...]) -> set[str]:
    """The partners who own actions or take part in them."""
    return {name for action in actions for name in (action.owner, *each(action.partners))}


def leading(part: Outcome | Priority) -> Iterator[str]:
    """The partners who lead, stand in, employ the post that answers, or deliver."""
    if isinstance(part, Priority):
        yield part.lead
        through = part.delivered_through
    else:
        whom = part.by_whom
        yield whom.lead
        if sound(whom.employer):
            yield whom.employer
        if sound(whom.deputy):
            yield whom.deputy.partner
        through = whom.delivered_through
    if sound(through):
        yield through.body


def parts_may_be_hidden(lookup: Lookup) -> bool:
    """Whether an answer that could not be read, or is still to come, may say what a partner does or gives."""
    agreement = lookup.agreement
    priorities = agreement.priorities
    outcomes = [outcome for priority in priorities for outcome in priority.outcomes]
    return (
        agreement.partners is HOLE
        or priorities is HOLE
        or any(priority.lead is HOLE or priority.outcomes is HOLE for priority in priorities)
        or any(HOLE in (outcome.how, outcome.by_whom) for outcome in outcomes)
        or any(_may_hide(outcome) for outcome in outcomes)
        or agreement.resources is HOLE
        or any(resource.partner is HOLE for resource in each(agreement.resources))
    )


def _may_hide(outcome: Outcome) -> bool:
    whom = outcome.by_whom
    return (
        whom.lead is HOLE
        or whom.contributors is HOLE
        or any(one.partner is HOLE for one in each(whom.contributors))
        or any(HOLE in (action.owner, action.partners) for action in outcome.how)
    )
