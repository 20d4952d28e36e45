"""Two partners do not do the same work side by side without a part in each other's."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.model.partners import Service
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import proper, stems
from soa.source.places import Path

_LEAST_WORDS = 2

_SAYS_LITTLE = stems(
    "provide deliver offer run develop introduce open hold give support improve new joint free weekly monthly regular local extra further "
    "programme project scheme service session course initiative"
)
"""Words in which two descriptions of one piece of work may differ."""


class _Work(NamedTuple):
    """A piece of work by its words, and who has to do with it."""

    text: str
    owner: str
    others: frozenset[str]
    path: Path
    of: str = ""
    """What two pieces must share besides their words: the place and group of a service."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for actions, outcomes and services of different bodies in nearly the same words."""
    lookup = subject.lookup
    yield from _pairs(_actions(lookup), "actions", "action", lookup)
    yield from _pairs(_outcomes(lookup), "outcomes", "outcome", lookup)
    yield from _pairs(_services(lookup), "services", "service", lookup)


def _actions(lookup: Lookup) -> Iterator[_Work]:
    needed = {
        name.rpartition(".")[2]
        for _, action, _ in lookup.all_actions
        for name in each(action.depends_on)
        if sound(name)
    }
    for path, action, _ in lookup.all_actions:
        linked = bool(each(action.depends_on)) or (sound(action.id) and action.id in needed)
        if sound(action.action) and sound(action.owner) and not linked and action.state != "stopped":
            yield _Work(action.action, action.owner, frozenset(each(action.partners)), (*path, "action"))


def _outcomes(lookup: Lookup) -> Iterator[_Work]:
    longer = {name for _, outcome in lookup.all(Outcome) for name in each(outcome.leads_to)}
    for path, outcome in lookup.all(Outcome):
        linked = bool(each(outcome.leads_to) or each(outcome.also_serves)) or outcome.id in longer
        statement, lead = outcome.what.statement, outcome.by_whom.lead
        if sound(statement) and sound(lead) and not linked and outcome.state != "stopped":
            others = frozenset(one.partner for one in each(outcome.by_whom.contributors))
            yield _Work(statement, lead, others, (*path, "what", "statement"))


def _services(lookup: Lookup) -> Iterator[_Work]:
    for path, service in lookup.all(Service):
        if sound(service.name) and sound(service.provider):
            where = " ".join(one.lower() for one in (service.place, service.group) if sound(one))
            yield _Work(service.name, service.provider, frozenset(), (*path, "name"), where)


def _pairs(all_work: Iterable[_Work], case: str, what: str, lookup: Lookup) -> Iterator[Problem]:
    """Work whose words are the same, in any order, under bodies that have no part in each other's."""
    known: dict[tuple[frozenset[str], frozenset[str], str], _Work] = {}
    for work in all_work:
        words = stems(work.text) - _SAYS_LITTLE
        if len(words) < _LEAST_WORDS:
            continue
        found = known.setdefault((words, proper(work.text), work.of), work)
        if not _bodies(found, lookup) & _bodies(work, lookup):
            yield Problem(
                case,
                f"{lookup.called([found.owner])} and {lookup.called([work.owner])} each have this {what}, in nearly the same words, and no part in the other's",
                at=work.path,
                related=((found.path, "the other one"),),
            )


def _bodies(work: _Work, lookup: Lookup) -> set[str]:
    everybody = [name for name in (work.owner, *work.others) if sound(name)]
    return lookup.bodies(everybody) | set(everybody)


RULE = Rule(
    family="outcomes",
    summary="Work in nearly the same words under different partners is linked, or is one piece of work.",
    authority="submission",
    sources=(
        Citation("Grampian 2012", "S1 Q4"),
        Citation("North Lanarkshire 2012", "2.4"),
        Citation("HMIC 2012", "1.2"),
    ),
    rationale="Two bodies that offer the same thing to the same people in the same place may both be paid for it. The same kind of work in another place, or for others, is not meant.",
    question="Are these two pieces of work, or one that two of you are paying for?",
    cases={
        "actions": Case(
            "advice",
            "Make it one action with one owner and the other under partners; or link the two with depends_on; or say in the words how they differ.",
        ),
        "outcomes": Case(
            "advice",
            "Keep one, with also_serves for the other priority; or link the two with leads_to; or say in the words how they differ.",
        ),
        "services": Case("advice", "Say under place or group how the two differ, or whether one of them would do."),
    },
    on=(Agreement,),
    example_of="how",
    bad="""
how:
  - {action: Balance classes for older people in Muirton, owner: tsi, due: 2014-02-28, contributes_to: [admissions], preventive: before}
  - {action: "In Muirton, balance classes for older people", owner: nhs-beg, due: 2014-05-30, contributes_to: [admissions], preventive: before}  # here
""",
    good="""
how:
  - action: One programme of balance classes for older people in Muirton
    owner: tsi
    partners: [nhs-beg]
    due: 2014-02-28
    contributes_to: [admissions]
    preventive: before
""",
    check=check,
    needs=("priorities",),
    requirements=("R135", "R137"),
    decided="Only the same words count, in any order, those that say little aside; two texts that differ in a name or a number are two things. It speaks in reviews, because an officer knows the answer and a reader does not.",
    review_only=True,
)
