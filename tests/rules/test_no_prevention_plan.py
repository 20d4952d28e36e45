"""The plan for prevention, and who acts in it."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

PLAN = FRAME[FRAME.index("prevention:\n") : FRAME.index("# }\n# resources")]


@pytest.mark.parametrize(
    "plan", ["", "prevention:", "prevention: {}", "prevention: []", "prevention: We do more of it"]
)
def test_words_of_intent_are_no_plan(plan):
    assert raised("no-prevention-plan", "prevention", plan) == ["absent"]


def test_a_plan_without_actions_is_reported_once():
    text = FRAME
    for stage in ("before", "early", "targeted"):
        text = text.replace(f"            preventive: {stage}\n", "").replace(f", preventive: {stage}", "")
    assert [(one.rule, one.case) for one in checked(text).findings] == [("no-prevention-plan", "no-actions")]


@pytest.mark.parametrize(
    "fault", ["    outcomes: later\n", "    outcomes:\n", "    not_yet: {missing: All, owner: tsi, due: 2014-03-31}\n"]
)
def test_actions_that_may_stand_where_nothing_could_be_read_are_not_missed(fault):
    start, end = FRAME.index("    outcomes:\n"), FRAME.index("  # }\n  # another")
    assert "no-prevention-plan" not in {one.rule for one in checked(FRAME[:start] + fault + FRAME[end:]).findings}


def test_one_partner_alone_is_no_partnership_and_money_makes_it_a_question():
    one = [
        ("owner: nhs-beg\n            due", "owner: council\n            due"),
        ("owner: nhs-beg, partners: [tsi]", "owner: council"),
        ("owner: tsi\n            due", "owner: council\n            due"),
    ]
    assert raised("no-prevention-plan", "prevention", PLAN, *one) == ["one-partner-with-money"]
    assert raised("no-prevention-plan", "prevention", PLAN, *one, ("    preventive: true\n", "")) == ["one-partner"]
    joint = [(before, after.replace("council", "hscp")) for before, after in one]
    assert raised("no-prevention-plan", "prevention", PLAN, *joint, ("    preventive: true\n", "")) == [], (
        "hscp is two bodies"
    )


def test_actions_of_the_plan_itself_count_and_so_does_saying_honestly_that_it_is_to_come():
    own = PLAN + "  actions: [{action: Falls advice, owner: council, partners: [tsi], due: 2014-03-31}]"
    assert (
        raised(
            "no-prevention-plan",
            "prevention",
            own,
            ("            preventive: before\n", ""),
            ("            preventive: early\n", ""),
        )
        == []
    )
    assert (
        raised(
            "no-prevention-plan", "prevention", "prevention:\n  not_yet: {missing: All, owner: tsi, due: 2014-03-31}"
        )
        == []
    )
