"""It is said how the board's decisions bind each partner, and which of its bodies has considered the agreement."""

from collections.abc import Iterator, Sequence

from soa.model.agreement import SignOff
from soa.model.governance import Binding, Considered, Governance
from soa.model.lookup import Lookup
from soa.model.part import HOLE, each, sound
from soa.rules._governance import open_questions
from soa.rules._references import lead_nowhere, partners
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._signatories import signatories

_PUT_TO_PARTNERS = frozenset({"submitted", "agreed", "under-review"})
_FOR_EVERYONE = frozenset({"each", "every", "all", "both"})


def check(subject: Subject[Governance]) -> Iterator[Problem]:
    """Look for each signing partner in the two lists; joint bodies are bound through those they are made of."""
    governance, lookup = subject.part, subject.lookup
    header = lookup.agreement.agreement
    if "commitment" in open_questions(governance, header):
        yield Problem("unbound", "it is not said how the board's decisions bind the partners")
    if lookup.agreement.partners is HOLE or sound(governance.not_yet) or lead_nowhere(lookup, partners):
        return
    wanted = {name for name, partner in signatories(lookup).items() if not each(partner.made_of)}
    bound = each(governance.how_decisions_bind)
    unbound = wanted - {one.partner for one in bound}
    if bound and unbound and not _unread(bound) and not any(_for_everyone(one) for one in bound):
        yield Problem(
            "unbound",
            f"it is not said how the board's decisions bind these partners: {lookup.called(unbound)}",
            at=("how_decisions_bind",),
        )
    signed = lookup.agreement.sign_off
    if header.status not in _PUT_TO_PARTNERS or HOLE in (governance.considered_by, signed):
        return
    unseen = wanted - _considered(governance, lookup) - _unsigned(wanted, lookup)
    if unseen and not _unread(each(governance.considered_by)) and not _unread(each(signed)):
        yield Problem(
            "not-considered",
            f"it is not said which body of these partners has considered the agreement, and when: {lookup.called(unseen)}",
            at=("considered_by",),
        )


def _unread(entries: Sequence[Binding | Considered | SignOff]) -> bool:
    """Whether an entry that could not be read may be the one that is looked for."""
    return any(one is HOLE or one.partner is HOLE for one in entries)


def _for_everyone(binding: Binding) -> bool:
    """Whether an entry speaks for all members of the board at once."""
    told = [text for text in (binding.body, binding.delegation) if sound(text)]
    return not _FOR_EVERYONE.isdisjoint(" ".join(told).lower().split())


def _considered(governance: Governance, lookup: Lookup) -> set[str]:
    """Partners with a body that considered the agreement, be it in signing it."""
    considered = {one.partner for one in each(governance.considered_by)}
    return considered | {one.partner for one in each(lookup.agreement.sign_off) if sound(one.body)}


def _unsigned(wanted: set[str], lookup: Lookup) -> set[str]:
    """Partners of an agreed plan that have not signed it: `agreed-without-sign-off` asks them."""
    if lookup.agreement.agreement.status != "agreed":
        return set()
    return wanted - {one.partner for one in each(lookup.agreement.sign_off)}


RULE = Rule(
    family="governance",
    summary="It is said how the board's decisions bind each partner, and which of its bodies has considered the agreement.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §31, §35, §79"),
        Citation("East Lothian 2013", "3.3, 3.6, 3.13"),
        Citation("North Lanarkshire 2012", "1.1"),
    ),
    rationale="Auditors found that boards had no real authority to commit partners to action, and that few decisions reached the partners' own governance. No board member can lawfully commit a body alone: its own board decides, or delegates within a limit.",
    question="Which of your own boards has this been to, and what may each of you agree to at this table?",
    cases={
        "unbound": Case(
            "warning",
            "Add for each partner under how_decisions_bind: the body that decides, and what is delegated to its member within which limit.",
        ),
        "not-considered": Case(
            "warning",
            "Add partner, body and date under considered_by; for one still to come write not_yet in its entry.",
        ),
    },
    on=(Governance,),
    example_of="governance",
    bad="""
governance:
  board:
    name: Strathbeg Partnership Board
    joint_accountability: Each partner reports on its own part and answers questions on it in public
  how_decisions_bind:  # here
    - {partner: council, body: Full council, delegation: The leader may commit within the approved budget, limit: "£50,000"}
  roles:
    elected_members: Set the priorities and question the results
    non_executives: Commit their boards and question the results
    officers: Deliver, report and advise
  induction: {date: 2013-05-16, who: All members of the board}
  escalation:
    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    good="""
governance:
  board:
    name: Strathbeg Partnership Board
    joint_accountability: Each partner reports on its own part and answers questions on it in public
  how_decisions_bind:
    - {partner: council, body: Full council, delegation: The leader may commit within the approved budget, limit: "£50,000"}
    - {partner: nhs-beg, body: NHS Beg Board}
  considered_by:
    - {partner: council, body: Full council, date: 2013-03-14}
    - {partner: nhs-beg, body: NHS Beg Board, date: 2013-03-20}
  roles:
    elected_members: Set the priorities and question the results
    non_executives: Commit their boards and question the results
    officers: Deliver, report and advise
  induction: {date: 2013-05-16, who: All members of the board}
  escalation:
    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}
  integration: {not_yet: {missing: The scheme for integration, owner: hscp, due: 2013-12-31}}
  self_evaluation: {not_yet: {missing: The first self-evaluation, owner: council, due: 2013-12-31}}
""",
    check=check,
    gives_way_to=("governance-unstated",),
    requirements=("R89", "R90"),
    decided="Only partners that sign are asked, and which body considered the agreement only from the day it is submitted: before that none can have. An agreement file holds no log of decisions, so that part of the catalogue's row is left out.",
)
