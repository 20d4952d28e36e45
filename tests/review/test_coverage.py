"""What a plan covers is read off it: each thing once, and nothing that is not there."""

from __future__ import annotations

from soa.model.agreement import Agreement
from soa.model.governance import Governance
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome
from soa.review.coverage import Coverage, coverage_of
from soa.review.cycle import AUDIT_QUESTIONS, CYCLE, SERVES_THE_WHOLE, parts_of_rules, questions_of_rules
from soa.review.held import held
from soa.rules import FAMILIES, all_rules
from tests.rules.sound import FRAME, checked, put


def covered(text: str = FRAME) -> Coverage:
    """The coverage of an agreement."""
    agreement = checked(text).agreement
    assert agreement is not None
    lookup = Lookup(agreement)
    return coverage_of(lookup, lookup.addresses)


# ---- who leads, and who does what ------------------------------------------------------------------------------------


def test_outcomes_stand_beside_who_leads_them() -> None:
    """In the order of the partners, with the posts."""
    assert [tuple(one) for one in covered().leads] == [
        ("Strathbeg Council", ("home",), ("Head of Housing",)),
        ("Strathbeg Health and Social Care Partnership", ("falls",), ("Chief Officer",)),
    ]


def test_an_outcome_that_nobody_leads_is_not_lost() -> None:
    """It comes last, under nobody's name."""
    assert covered(FRAME.replace("          lead: hscp\n          post: Chief Officer\n", "")).leads[-1] == (
        "",
        ("falls",),
        (),
    )


def test_a_lead_that_is_no_partner_is_named_as_written() -> None:
    """So that a reader sees what the draft says."""
    assert [one.partner for one in covered(FRAME.replace("lead: council\n", "lead: everybody\n")).leads] == [
        "Strathbeg Health and Social Care Partnership",
        "everybody",
    ]


def test_every_partner_has_a_row_also_one_that_brings_nothing() -> None:
    """What it leads, where it takes part, its own actions, its money and what else it gives."""
    idle = FRAME.replace("  - {id: hscp,", "  - {id: idle, name: Idle Body, kind: other}\n  - {id: hscp,")
    found = {one.partner: one for one in covered(idle).contributions}
    council = found["Strathbeg Council"]
    assert (council.leads, council.contributes) == (("home",), ("falls",))
    assert (council.actions, council.pounds, council.gives) == (("home/how/equipment",), 0, ("people",))
    assert found["NHS Beg"].pounds == 930_000
    assert found["Strathbeg Voluntary Action"].contributes == ("falls", "home")
    assert found["Idle Body"] == ("Idle Body", (), (), (), 0, ())


# ---- money -----------------------------------------------------------------------------------------------------------

ANOTHER = """
- id: young-people
  title: Young people find work
  lead: council
  outcomes: []
"""


def test_money_for_several_priorities_is_told_apart_and_never_split() -> None:
    """What serves one alone, what it shares, and how much of both prevents."""
    text = put("another", ANOTHER).replace(
        "  - partner: tsi\n    serves: [older-people]\n    kind: volunteer-time\n    preventive: true\n    years:\n      - {year: 2013-14, hours: 3000,",
        "  - partner: tsi\n    serves: [home, young-people]\n    kind: money\n    years:\n      - {year: 2013-14, amount: 5000,",
    )
    older, young = covered(text).funded
    assert (older.pounds, older.shared, older.preventive, older.gives) == (930_000, 5_000, 930_000, ("people",))
    assert (young.pounds, young.shared, young.preventive) == (0, 5_000, 0)
    assert older.partners == ("NHS Beg", "Strathbeg Council", "Strathbeg Voluntary Action")


def test_money_for_the_prevention_plan_alone_is_not_lost() -> None:
    """It serves no priority, and is told beside the table."""
    assert covered(
        FRAME.replace(
            "  - partner: nhs-beg\n    serves: [older-people]", "  - partner: nhs-beg\n    serves: [prevention]"
        )
    ).prevention_alone == (930_000)


# ---- what the whole country asks, and communities ----------------------------------------------------------------------


def test_national_outcomes_are_those_of_the_time_with_the_priorities_that_serve_them() -> None:
    """All sixteen of 2011; the priority names the fifteenth."""
    found = covered()
    assert (found.framework, len(found.national_outcomes)) == ("npf-2011", 16)
    assert [one.key for one in found.national_outcomes if one.priorities == ("older-people",)] == ["15"]


def test_the_six_policy_priorities_are_asked_of_their_round_alone() -> None:
    """Of a plan of another time they are shown only where it names one."""
    later = FRAME.replace("starts: 2013-04-01", "starts: 2017-04-01").replace("ends: 2023-03-31", "ends: 2027-03-31")
    assert len(covered().policy_priorities) == 6
    assert len(covered(later).policy_priorities) == 6
    assert covered(later.replace("    policy_priorities: [older-people]\n", "")).policy_priorities == ()


def test_who_was_heard_stands_with_what_came_of_it() -> None:
    """And a priority that rests on nobody's voice is named."""
    [heard] = covered().heard
    assert (heard.about, heard.place, heard.led_to) == ("eng-falls", "Muirton", ("home.visits",))
    assert heard.priorities == ("older-people",)
    assert covered().unheard == ()
    assert covered(FRAME.replace("    engagement: [eng-falls]\n", "")).unheard == ("older-people",)


# ---- the cycle, and the audit's questions ------------------------------------------------------------------------------


def test_each_requirement_belongs_to_one_part_of_the_cycle() -> None:
    """All 140 but those that serve the whole."""
    numbers = sorted(number for part in CYCLE for number in part.requirements)
    assert numbers == sorted(set(range(1, 141)) - {9, 10, 98, 139, 140})


def test_each_rule_has_its_part_of_the_cycle() -> None:
    """What serves no requirement keeps the file in order; every part has rules of its own."""
    found = parts_of_rules()
    assert set(found) == set(all_rules())
    assert set(found.values()) == {part.key for part in CYCLE} | {SERVES_THE_WHOLE}
    assert {all_rules()[name].family for name, part in found.items() if part == SERVES_THE_WHOLE} <= {
        "format",
        "exceptions",
        "plain-english",
        "governance",
    }
    assert (found["unowned-outcome"], found["no-prevention-plan"], found["no-self-evaluation"]) == (
        "leadership",
        "resources",
        "review",
    )


def test_each_family_of_rules_belongs_to_at_most_one_question_of_the_audit() -> None:
    """And there is no family that the rules do not have."""
    named = [family for one in AUDIT_QUESTIONS for family in one.families]
    assert len(named) == len(set(named))
    assert set(named) <= set(FAMILIES)
    assert questions_of_rules()["unowned-outcome"] == "leadership"


def test_each_part_of_the_format_belongs_to_one_part_of_the_cycle() -> None:
    """By keys that the format has: none twice, none invented."""
    keys = [key for part in CYCLE for key in part.about]
    known = {*Agreement.model_fields, *Outcome.model_fields, *Governance.model_fields, "evaluation"}
    assert len(keys) == len(set(keys))
    assert set(keys) <= known


def test_what_a_plan_holds_is_counted_with_its_place() -> None:
    """Entries, outcomes, parts of governance; and nothing is said of what is not there."""
    agreement = checked(FRAME).agreement
    assert agreement is not None
    found = held(
        ("vision", "priorities", "by_whom", "escalation", "plan_alignment", "sign_off", "gap"), Lookup(agreement)
    )
    assert [tuple(one) for one in found] == [
        ("Vision", "vision"),
        ("Priorities: 1", "priorities"),
        ("By whom: in 2 of 2 outcomes", "falls/by_whom"),
        ("Escalation: 1", "governance/escalation"),
        ("2 partners’ own plans that take account of it", "council/plan_alignment/council-plan"),
    ]


def test_indicators_are_counted_wherever_they_stand() -> None:
    """Those that the plan shares, and those of its outcomes."""
    agreement = checked(FRAME).agreement
    assert agreement is not None
    [found] = held(("indicators",), Lookup(agreement))
    assert (len(agreement.indicators), found.says) == (1, "4 indicators")
