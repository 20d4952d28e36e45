"""Whether what is counted as prevention comes before harm."""

import pytest

from tests.rules.alone import raised

RULE = "reactive-work-called-prevention"
ACTION = "- id: classes\n  action: {words}\n  owner: nhs-beg\n  due: 2013-12-02\n  {more}\n"


def _cases(words, more="preventive: early", *changes):
    return raised(RULE, "action", ACTION.format(words=f'"{words}"', more=more), *changes)


@pytest.mark.parametrize(
    "words",
    [
        "Twelve more beds in the acute ward for winter",
        "A second emergency department in Kirkhill",
        "Shorter response times for ambulances",
        "More arrests for drug dealing",
        "Forty secure placements for young people",
        "Emergency temporary accommodation for homeless people",
    ],
)
def test_help_once_harm_is_done_is_asked_about(words):
    assert _cases(words) == ["response"]


@pytest.mark.parametrize(
    "words",
    [
        "Strength classes for people after a first fall, taught in the acute ward",
        "Visits at home so that fewer emergency departments are full",
        "Arrest referral workers in two police offices",
        "Brief interventions on alcohol in accident and emergency",
        "Crisis grants for families who would lose their home",
        "Throughcare for people who leave secure units",
        "Diversion from prosecution for under-18s",
        "Foster places instead of residential placements",
        "Nursery place at two for every looked-after child",
    ],
)
def test_work_that_prevents_the_next_event_is_prevention(words):
    assert _cases(words) == []


def test_work_marked_targeted_or_not_marked_at_all_is_left_alone():
    assert _cases("More beds in the acute ward", "preventive: targeted") == []
    assert _cases("More beds in the acute ward", "state: planned") == []


def test_reducing_offending_is_prevention_by_national_definition():
    offending = ("policy_priorities: [older-people]", "policy_priorities: [safer-stronger]")
    assert _cases("Enforcement of bail conditions", "preventive: early", offending) == []
    title = (
        "title: Older people in Strathbeg fall less often and get home sooner",
        "title: Fewer people in Strathbeg offend again",
    )
    assert _cases("Enforcement of bail conditions", "preventive: early", title) == []
    assert _cases("Enforcement against people who reoffend") == []
    assert _cases("Enforcement of bail conditions") == ["response"]


def test_words_that_occur_in_a_measure_are_left_alone():
    assert (
        _cases(
            "Visits at home", "preventive: early\n  measure: {name: Emergency admissions to acute wards, target: 120}"
        )
        == []
    )


def test_the_plans_own_actions_are_looked_at_too():
    own = "prevention:\n  statement: Fewer falls.\n  actions: [{action: More beds in the acute ward, owner: nhs-beg, due: 2013-12-02}]"
    assert raised(RULE, "prevention", own) == ["response"]


@pytest.mark.parametrize(
    ("what", "preventive", "cases"),
    [
        ("Accident and emergency staff", "true", ["line"]),
        ("Accident and emergency staff", "false", []),
        ("A nurse in the emergency department for referrals to the falls team", "true", []),
        ("Secure units for young people who offend", "true", []),
        ("Falls team", "true", []),
    ],
)
def test_a_line_of_money_for_help_once_harm_is_done_is_asked_about(what, preventive, cases):
    lines = f"resources:\n  - {{partner: tsi, serves: [older-people], kind: people, what: {what}, preventive: {preventive}, years: [{{year: 2013-14, whole_time: 1}}]}}\n"
    assert raised(RULE, "resources", lines) == cases
