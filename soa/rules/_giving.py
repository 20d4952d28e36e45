"""Which resources serve which priority, and in which words they are called, shared by the rules about resources."""

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource, ResourceYear
from soa.rules._plain_words import says_only
from soa.source.places import Path

Line = tuple[Path, Resource]
"""A resource and where it stands."""

_LINE = 80
"""Characters of a title that a message shows."""
_OF_ANY = frozenset(
    """
a an and approximate approximately best estimate estimated existing from guess in initial is notional only provisional
resource rough the within
""".split()
)
"""Words that say of no amount how it was reached."""
_FUNDS = {
    "mainstream": "ordinary budgets",
    "change-fund": "a change fund",
    "grant": "grants",
    "capital": "capital",
    "in-kind": "gifts in kind",
}


def lines_of(lookup: Lookup, *, with_plan: bool = False) -> dict[Path, list[Line]]:
    """For each priority, by its path, the resources that serve it or one of its outcomes, in the order of the file.

    An outcome serves its own priority and those that it names under also_serves. `with_plan` counts what serves the
    prevention plan as a whole for every priority that has preventive actions.
    """
    served: dict[str, list[Path]] = {}
    for path, priority in lookup.all(Priority):
        if sound(priority.id):
            served.setdefault(priority.id, []).append(path)
    own = dict(served)
    for path, outcome in lookup.all(Outcome):
        if sound(outcome.id):
            further = [at for name in each(outcome.also_serves) for at in own.get(name, ())]
            served.setdefault(outcome.id, []).extend([path[:2], *further])
    if with_plan:
        served["prevention"] = [path[:2] for path, _, outcome in lookup.preventive_actions if outcome is not None]
    lines: dict[Path, list[Line]] = {path: [] for path, _ in lookup.all(Priority)}
    for line in lookup.all(Resource):
        for priority_path in dict.fromkeys(at for name in each(line[1].serves) for at in served.get(name, ())):
            lines[priority_path].append(line)
    return lines


def outcomes_of(line: Resource, lookup: Lookup) -> list[Outcome]:
    """The live outcomes that a resource serves, by themselves, by their priority or by the prevention plan."""
    found: dict[int, Outcome] = {}
    for name in each(line.serves):
        if name in lookup.outcomes:
            found[id(lookup.outcomes[name])] = lookup.outcomes[name]
        elif name in lookup.priorities:
            found |= {id(one): one for one in each(lookup.priorities[name].outcomes) if sound(one)}
        elif name == "prevention":
            found |= {id(one): one for _, _, one in lookup.preventive_actions if one is not None}
    return [one for one in found.values() if one.state != "stopped"]


def may_be_hidden(agreement: Agreement) -> bool:
    """Whether a resource, or what it serves, may be one that could not be read: then that has been reported."""
    return (
        agreement.resources is HOLE
        or any(line is HOLE or line.serves is HOLE for line in each(agreement.resources))
        or not sound(agreement.priorities)
        or any(priority is HOLE or priority.id is HOLE for priority in agreement.priorities)
        or any(
            outcome is HOLE or outcome.id is HOLE
            for priority in agreement.priorities
            for outcome in each(priority.outcomes)
        )
    )


def called(priority: Priority) -> str:
    """A priority by its title, in quotes and at most a line long; by its id where the title cannot be read."""
    words = str(priority.title if sound(priority.title) else priority.id)
    return f"“{words if len(words) <= _LINE else words[:_LINE].rsplit(' ', 1)[0] + ' …'}”"


def fund(line: Resource) -> str:
    """The kind of budget that a resource comes from, in words; empty where it is not said."""
    return _FUNDS[line.source] if sound(line.source) else ""


def says_nothing(year: ResourceYear) -> bool:
    """Whether a basis could be said of any amount: “Estimate”, “From within existing resources”."""
    return sound(year.basis) and says_only(year.basis, _OF_ANY)


def pounds(amount: int) -> str:
    """An amount as people write it: `£1,840,000`."""
    return f"£{amount:,}"


def amount_of(line: Resource) -> int | None:
    """The pounds of all the years of a resource; None where a year does not give them."""
    amounts = [year.amount if sound(year) and sound(year.amount) else None for year in each(line.years)]
    if not amounts or None in amounts:
        return None
    return sum(amount for amount in amounts if amount is not None)
