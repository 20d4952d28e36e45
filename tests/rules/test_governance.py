"""The finer questions of governance: roles, escalation, integration, self-evaluation."""

import pytest

from tests.rules.changed import cases, found
from tests.rules.sound import FRAME

ROLES = "non_executives: Commit their boards and question the results"
INDUCTION = "  induction: {date: 2013-05-16, who: All members of the board}\n"
ROUTE = "  escalation:\n    - {trigger: Two reports off track, to: Strathbeg Partnership Board, within_days: 30}\n"
JOINT = "joint_accountability: Each partner reports on its own part and answers questions on it in public"
VALUE = "    value: Cost of a bed day is reported every quarter\n"
INTEGRATION = FRAME[FRAME.index("  integration:") : FRAME.index("  self_evaluation:")]
SELF = FRAME[FRAME.index("  self_evaluation:") : FRAME.index("# }\n# sign_off {")]
IMPROVED = SELF[SELF.index("    improvements:") :]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (ROLES, "non_executives: Set the priorities and question the  Results", ["same"]),
        (INDUCTION, "", ["no-induction"]),
        (FRAME[FRAME.index("  roles:\n    elected") : FRAME.index("  induction:")] + INDUCTION, "", ["missing"]),
    ],
    ids=["two roles read alike", "no induction", "no roles, and nothing besides about induction"],
)
def test_unclear_roles_are_reported_once(before, after, expected):
    assert cases("roles-unclear", (before, after)) == expected


@pytest.mark.parametrize(
    "changes",
    [
        [(ROLES, "non_executives: None sit on this board")],
        [
            (ROLES, "non_executives: Partnership agreement, part 3"),
            (
                "elected_members: Set the priorities and question the results",
                "elected_members: Partnership agreement, part 3",
            ),
        ],
        [(INDUCTION, "  induction: {not_yet: {missing: The day, owner: council, due: 2013-09-30}}\n")],
        [("officers: Deliver, report and advise", "officers: [Deliver, report]")],
    ],
    ids=["none of a kind, and said so", "held in another document, with its part", "honest gap", "unread"],
)
def test_clear_roles_pass(changes):
    assert cases("roles-unclear", *changes) == []


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", ["none"]),
        ("  escalation: []\n", ["none"]),
        ("  escalation: Issues will be discussed as they arise\n", ["words"]),
    ],
)
def test_no_route_is_reported(after, expected):
    assert cases("no-escalation-route", (ROUTE, after)) == expected


def test_a_route_by_a_signed_agreement_with_its_clause_passes():
    joint = "joint_accountability: The partnership agreement of 12 March 2013, clause 9, says what follows"
    assert cases("no-escalation-route", (ROUTE, ""), (JOINT, joint)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(VALUE, "")], ["incomplete"]),
        ([(INTEGRATION, "")], ["missing"]),
        ([(INTEGRATION, "  integration: {roles: A shadow partnership has been set up}\n")], ["incomplete"]),
        ([(INTEGRATION, "  integration: {not_yet: {missing: The scheme, owner: hscp, due: 2013-12-31}}\n")], []),
        ([(VALUE, "    value: [cost]\n")], []),
        ([(VALUE, ""), ("starts: 2013-04-01", "starts: 2012-04-01")], []),
        ([(VALUE, ""), ("starts: 2013-04-01", "starts: 2017-04-01")], []),
        ([(VALUE, ""), ("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan")], []),
        ([("kind: shadow-partnership", "kind: lead-agency")], []),
    ],
    ids=["one", "all", "four", "honest gap", "unread", "before", "after", "other kind of plan", "lead agency"],
)
def test_integration_is_asked_once_and_only_in_its_time(changes, expected):
    assert cases("integration-assurance-missing", *changes) == expected


def test_the_one_assurance_that_is_missing_is_named():
    (finding,) = found("integration-assurance-missing", (VALUE, ""))
    assert finding.message == "on health and social care integration it is not said how better value is shown"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(SELF, "")], ["none"]),
        ([("date: 2012-11-20\n    covers", "date: 2011-03-27\n    covers")], ["old"]),
        ([("date: 2012-11-20\n    covers", "date: 2011-03-28\n    covers")], []),
        (
            [
                ("date: 2012-11-20\n    covers", "date: 2010-11\n    covers"),
                ("submitted: 2013-03-28", "submitted: 2012-03-28"),
            ],
            [],
        ),
        ([(IMPROVED, "")], ["nothing-follows"]),
        ([(SELF, "  self_evaluation: {date: 2013-11-20}\n")], []),
        ([(SELF, "  self_evaluation: {not_yet: {missing: The first one, owner: council, due: 2014-03-31}}\n")], []),
    ],
    ids=[
        "none",
        "a day too old",
        "two years to the day",
        "unread",
        "no improvements",
        "planned, of a new partnership",
        "honest gap",
    ],
)
def test_self_evaluation_is_measured_against_the_agreement_and_not_today(changes, expected):
    assert cases("no-self-evaluation", *changes) == expected
