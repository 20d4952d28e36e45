"""Governance that is absent or a stub: one finding with the questions, and silence from the finer rules."""

import pytest

from soa.rules import all_rules
from tests.rules.changed import found
from tests.rules.sound import FRAME, checked, put

RULE = "governance-unstated"
FINER = (
    "accountability-unstated",
    "board-cannot-commit",
    "roles-unclear",
    "no-escalation-route",
    "integration-assurance-missing",
    "no-self-evaluation",
)
STUB = "governance:\n  board: {name: Strathbeg Partnership Board}"
ROLES = "\n  roles: {elected_members: Set priorities, non_executives: Commit their boards, officers: Deliver}"
ROUTE = "\n  escalation: [{trigger: Two reports off track, to: The board, within_days: 30}]"
JOINT = "\n  how_decisions_bind: [{partner: council, body: Full council}]"
SELF = "\n  self_evaluation: {date: 2013-06-20}"


def _found(governance, *changes):
    text = put("governance", governance) if governance else put("governance", "x-none: yes")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    families = {name: rule for name, rule in all_rules().items() if rule.family == "governance"}
    return [(one.rule, one.case) for one in checked(text, families).findings if one.rule in families]


def test_no_governance_at_all_is_one_finding():
    assert _found("") == [("governance-unstated", "absent")]


@pytest.mark.parametrize("more", ["", ROLES, ROLES + ROUTE, JOINT + ROUTE + SELF])
def test_a_stub_is_one_finding_and_the_finer_rules_give_way(more):
    assert _found(STUB + more) == [("governance-unstated", "stub")]


def test_the_finding_lists_only_the_questions_that_are_open():
    (finding,) = found(RULE, parts={"governance": STUB + ROLES + ROUTE})
    assert "joint_accountability" in finding.help
    assert "self_evaluation" in finding.help
    assert "roles" not in finding.help
    assert "escalation" not in finding.help


def test_what_is_nearly_complete_is_asked_question_by_question():
    found = {rule for rule, _ in _found(STUB + ROLES + ROUTE + JOINT + SELF)}
    assert found == {"accountability-unstated", "integration-assurance-missing", "roles-unclear", "board-cannot-commit"}


def test_an_honest_gap_is_no_stub():
    assert _found("governance: {not_yet: {missing: The scheme, owner: council, due: 2013-09-30}}") == []


def test_a_draft_without_any_outcome_is_not_asked_yet():
    empty = FRAME[: FRAME.index("priorities:")] + "priorities: []\n"
    assert checked(empty, {RULE: all_rules()[RULE]}).counts["warning"] == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("starts: 2013-04-01", "starts: 2018-04-01"),
        ("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan"),
    ],
)
def test_integration_is_asked_of_agreements_of_2013_to_2016_only(before, after):
    (finding,) = found(RULE, (before, after), parts={"governance": STUB})
    assert "integration" not in finding.help


def test_a_starter_with_every_question_open_is_not_asked_yet():
    asked = ("          statement:", "          x-statement:")
    assert found(RULE, asked, parts={"governance": "x-none: yes"}) == []


def test_governance_that_could_not_be_read_is_left_to_the_format():
    assert found(RULE, parts={"governance": "governance: The board meets every quarter"}) == []


def test_every_finer_rule_gives_way():
    assert all("governance-unstated" in all_rules()[name].gives_way_to for name in FINER)
