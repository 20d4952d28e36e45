"""The agreement has a specific plan for prevention, in which several partners act."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.part import HOLE, each, sound
from soa.model.resources import Prevention
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject


def check(subject: Subject[Prevention]) -> Iterator[Problem]:
    """Look for the plan's actions, and at who acts."""
    if sound(subject.part.not_yet) or _may_be_hidden(subject.lookup):
        return
    actions = subject.lookup.preventive_actions
    if not actions:
        yield Problem(
            "no-actions", "the prevention plan has no actions: none is marked preventive, and it has none of its own"
        )
        return
    acting = {name for _, action, _ in actions for name in (action.owner, *each(action.partners))}
    bodies = subject.lookup.bodies(acting)
    if len(bodies) < 2 and HOLE not in acting and not _partner_may_be_hidden(subject.lookup):
        case = "one-partner-with-money" if subject.lookup.preventive_resources else "one-partner"
        yield Problem(
            case, f"every action of the prevention plan is done by one partner: {subject.lookup.called(bodies)}"
        )


def _may_be_hidden(lookup: Lookup) -> bool:
    """Whether an answer that could not be read, or is not there yet, may hold the plan's actions."""
    priorities = lookup.agreement.priorities
    outcomes = [outcome for priority in priorities for outcome in priority.outcomes]
    return (
        priorities is HOLE
        or any(priority.outcomes is HOLE for priority in priorities)
        or any(outcome.how is HOLE for outcome in outcomes)
        or lookup.agreement.prevention.actions is HOLE
        or any(action is HOLE or action.preventive is HOLE for outcome in outcomes for action in outcome.how)
    )


def _partner_may_be_hidden(lookup: Lookup) -> bool:
    """Whether an answer that could not be read may name a second partner of the plan's actions."""
    partners = lookup.agreement.partners
    return (
        any(action.partners is HOLE for _, action, _ in lookup.preventive_actions)
        or partners is HOLE
        or any(partner is HOLE or partner.made_of is HOLE for partner in partners)
    )


RULE = Rule(
    family="prevention",
    summary="The agreement has a specific plan for prevention, with actions from two or more partners.",
    authority="guidance",
    sources=(Citation("Audit Scotland 2013", "§15, §29"), Citation("Guidance 2012", "the Cabinet Secretary's letter")),
    rationale="The guidance of December 2012 asks every new agreement for a specific plan for prevention: what partners do and spend together, and how they will show that it works. Words of intent are not such a plan.",
    question="What are you, together, doing now so that fewer people need help later?",
    cases={
        "absent": Case(
            "error",
            "Add prevention: with a statement and how_we_will_know, and mark the actions and resources that belong to it with preventive. The guidance asks it of agreements from 2013 on.",
        ),
        "no-actions": Case(
            "error",
            "Mark the actions that belong to it with preventive: before, early or targeted, or add actions of its own under prevention.",
        ),
        "one-partner": Case("error", "Say what a second partner does: its own action, or its part in one (partners)."),
        "one-partner-with-money": Case(
            "warning", "Say what a second partner does, or be ready to say why one partner's money is the whole plan."
        ),
    },
    on=(Prevention,),
    example_of="prevention",
    bad="""
prevention:  # here
""",
    good="""
prevention:
  statement: Fewer falls, because classes and visits come before the fall and not after it.
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [home.still-home]
    controlling_costs: [home.bed-cost]
""",
    check=check,
    claims=(Claim(Agreement, "prevention", ("missing", "words", "list"), "absent", "there is no plan for prevention"),),
    requirements=("R56", "R57"),
    decided="One partner's actions alone are an error; where money is named they are a warning, because the largest shifts, such as early years, can be one council's. An action of the plan that belongs to no outcome is allowed by the format.",
)
