"""Whether somebody has asked what could go wrong."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.sound import FRAME, checked, put

RULE = "risk-not-assessed"
HOME = "        risks:\n          - {risk: The one supplier of rails fails, owner: council, response: A second supplier under contract by June 2013}\n"


def _cases(text):
    found = checked(text, {RULE: all_rules()[RULE]}, settings=Settings(rules={RULE: "on"})).findings
    return [one.case for one in found if one.rule == RULE]


def test_outcomes_without_a_risk_are_said_once():
    assert HOME in FRAME
    assert _cases(put("risks", "").replace(HOME, "")) == ["risks"]


def test_a_risk_of_one_outcome_covers_its_priority():
    assert _cases(put("risks", "")) == []


def test_it_is_silent_unless_turned_on():
    assert checked(put("risks", "").replace(HOME, ""), {RULE: all_rules()[RULE]}).findings == ()


@pytest.mark.parametrize(
    ("evidence", "cases"),
    [
        ("{id: ev-falls, finding: 375 fell, source: ISD, date: 2012, kind: statistics}", ["assessment"]),
        ("{id: ev-falls, finding: 375 fell, source: ISD, date: 2012, kind: strategic-assessment}", []),
        ("{id: ev-falls, finding: 375 fell, source: Strategic Assessment 2012, date: 2012, kind: statistics}", []),
        ("{id: ev-falls, finding: 375 fell, source: ISD, date: 2012}", []),
    ],
)
def test_the_assessment_is_asked_for_only_where_kinds_of_evidence_are_given(evidence, cases):
    assert _cases(put("evidence", f"evidence: [{evidence}]")) == cases
