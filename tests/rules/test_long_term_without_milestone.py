"""Whether anything can be seen before the far end."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

FAR = "when:\n  targets:\n    - {indicator: admissions, values: [{period: 2022-23, value: 15.0}]}\n"
PLAIN = (
    "              breakdown:\n                - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}\n",
    "",
)


@pytest.mark.parametrize(
    ("when", "cases"),
    [
        (FAR, ["far"]),
        (FAR.replace("2022-23", "2015-16"), ["far"]),
        (FAR.replace("2022-23", "2014-15"), []),
        (FAR.replace("[{period", "[{period: 2014-15, value: 20.0}, {period"), []),
        (FAR + "  milestones: [{milestone: One falls route open, by: 2014-03-14}]\n", []),
        (FAR + "  milestones: [{milestone: One falls route open, by: 2016-03-14}]\n", ["far"]),
        ("when:\n  not_yet: {missing: All targets, owner: tsi, due: 2014-09-30}\n", []),
        ("when:\n  milestones: [{milestone: One falls route open, by: 2014-03-14}]\n", []),
        ("when:\n  targets: 5\n  milestones: [{milestone: One falls route open, by: 2016-03-14}]\n", []),
    ],
)
def test_an_outcome_is_measured_by_something_within_two_years(when, cases):
    assert raised("long-term-without-milestone", "when", when, PLAIN) == cases


def test_a_target_still_to_be_set_may_be_the_nearer_one():
    when = FAR.replace(
        "{indicator",
        "{indicator: admissions, not_yet: {missing: It, owner: tsi, due: 2014-05-30}}\n    - {indicator",
        1,
    )
    assert raised("long-term-without-milestone", "when", when, PLAIN) == []


@pytest.mark.parametrize(
    "change",
    [
        ("- id: falls\n", "- id: falls\n        state: stopped\n        stopped_because: Merged\n"),
        ("ends: 2023-03-31", "ends: 2015-03-31"),
        ("preventive: before\n", "preventive: before\n            steps: [{step: Two halls, by: 2014-01-31}]\n"),
        (
            "preventive: before\n",
            "preventive: before\n            measure: {name: Places, target: 90, by: 2014-01-31}\n",
        ),
        ("- id: home\n", "- id: home\n        leads_to: [falls]\n"),
        ("status: consultation", "status: agreed\n  agreed: 2021-06-30"),
    ],
    ids=["stopped", "a short plan", "a step", "an action's measure", "an outcome that leads to it", "agreed late"],
)
def test_it_is_silent_where_something_nearer_is_measured_or_nothing_is_far(change):
    assert raised("long-term-without-milestone", "when", FAR, PLAIN, change) == []


def test_the_years_can_be_set():
    name = "long-term-without-milestone"
    text = put("when", FAR.replace("2022-23", "2015-16")).replace(*PLAIN)
    found = checked(text, {name: all_rules()[name]}, settings=Settings(options={name: {"years": 3}})).findings
    assert [one for one in found if one.rule == name] == []
