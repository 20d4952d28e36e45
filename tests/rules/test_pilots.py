"""What follows from a pilot, and how it will be known whether it worked."""

from datetime import date

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

ACTION = "- id: classes\n  action: {words}\n  owner: tsi\n  due: 2014-06-27\n  preventive: before\n  {more}\n"


def _cases(words, more="", today=date(2013, 6, 1)):
    return raised("pilot-without-decision", "action", ACTION.format(words=f'"{words}"', more=more), today=today)


@pytest.mark.parametrize(
    "words",
    [
        "Pilot a family support worker in two schools",
        "Run a small pilot of street mediation",
        "Trial of free buses for under-16s",
        "Two pathfinders for joint teams",
        "Try out evening surgeries in Kirkhill",
        "Tests of change in three wards",
    ],
)
def test_something_tried_out_needs_a_day_of_decision(words):
    assert _cases(words) == ["no-date"]


@pytest.mark.parametrize(
    "words",
    [
        "Join the Highland Pilot for older people",
        "Pilot Project Street gets a play park",
        "A software pilot in the council's offices",
        "Write down the lessons of a pilot in Denny",
        "Visit everyone on trial for a first offence",
        "Test 400 people for hepatitis C",
        "Breath tests at 12 surgeries",
        "Roll out the visits after the pilot in Kirkhill",
    ],
)
def test_names_software_and_what_comes_after_are_left_alone(words):
    assert _cases(words) == []


@pytest.mark.parametrize(
    ("more", "cases"),
    [
        ("pilot: {decision_by: 2014-09-30}", []),
        ("pilot: {decision_by: 2014-09-30, decision: stop}", []),
        ("pilot: {decision_by: 2014-09-30, decision: scale-up}", ["no-funding"]),
        ("pilot: {decision_by: 2014-09-30, decision: continue, funding: From the ordinary budget}", []),
        ("pilot: {not_yet: {missing: The day, owner: tsi, due: 2013-09-30}}", []),
        ("state: stopped", []),
    ],
)
def test_a_decision_to_go_on_names_the_money(more, cases):
    assert _cases("Pilot classes in two halls", more) == cases


def test_a_decision_that_was_due_is_missed_only_while_the_plan_is_live():
    due = "pilot: {decision_by: 2014-09-30}"
    assert _cases("Pilot classes in two halls", due, date(2014, 9, 30)) == []
    assert _cases("Pilot classes in two halls", due, date(2014, 10, 1)) == ["no-decision"]
    assert _cases("Pilot classes in two halls", due, date(2024, 10, 1)) == []


EVALUATION = "no-evaluation-planned"


def _evaluated(words, more=""):
    text = put("action", ACTION.format(words=f'"{words}"', more=more))
    rules = {EVALUATION: all_rules()[EVALUATION]}
    assert checked(text, rules).findings == (), "it is for reviews"
    found = checked(text, rules, settings=Settings(rules={EVALUATION: "on"})).findings
    return [one.case for one in found if one.rule == EVALUATION]


@pytest.mark.parametrize(
    ("words", "more", "cases"),
    [
        ("Pilot classes in two halls", "", ["pilots"]),
        ("Classes in two halls", "pilot: {decision_by: 2014-09-30}", ["pilots"]),
        ("Pilot classes in two halls", "evaluation: {question: Do people fall less?}", []),
        (
            "Pilot classes in two halls",
            "evaluation: {not_yet: {missing: The question, owner: tsi, due: 2013-09-30}}",
            [],
        ),
        ("Classes in eight halls", "", []),
        ("Pilot classes in two halls", "state: stopped", []),
    ],
)
def test_only_what_is_tried_out_is_asked_for_an_evaluation(words, more, cases):
    assert _evaluated(words, more) == cases


def test_work_learnt_from_a_place_that_evaluated_it_is_left_alone():
    compared = "              comparisons: [{with_area: Fife, kind: process, lesson: Classes keep people steady, action: falls.classes}]\n"
    text = put("action", ACTION.format(words="Pilot classes in two halls", more=""))
    text = text.replace("              direction: down\n", "              direction: down\n" + compared, 1)
    found = checked(text, {EVALUATION: all_rules()[EVALUATION]}, settings=Settings(rules={EVALUATION: "on"})).findings
    assert found == ()
