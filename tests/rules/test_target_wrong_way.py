"""On which side of the baseline a target lies."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked, put

WHY = "because: More people report it at first"


def found(text):
    rule = {"target-wrong-way": all_rules()["target-wrong-way"]}
    return [one.path for one in checked(text, rule).findings if one.rule in rule]


def _when(*values):
    return "when:\n  targets:\n    - indicator: admissions\n      values:\n" + "".join(
        f"        - {{{value}}}\n" for value in values
    )


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        (["period: 2016-17, value: 24.0"], ["first"]),
        ([f"period: 2013-14, value: 22.0, {WHY}", "period: 2016-17, value: 18.5"], []),
        (["period: 2016-17, value: 21.3"], []),
        (["period: 2016-17, value: 18.0", "period: 2022-23, value: 19.0"], ["later"]),
        (["period: 2016-17, value: 18.0", f"period: 2022-23, value: 19.0, {WHY}"], []),
        (["period: 2022-23, value: 15.0", "period: 2016-17, value: 18.0"], []),
        (["period: 2016-17, value: 22.0, to: 18.0"], []),
        (["period: 2016-17, value: 22.0, to: 24.0"], ["first"]),
        (["period: 2016-17, change: -25, change_in: per-cent"], []),
        (["period: 2016-17, change: 25, change_in: per-cent"], ["first"]),
        (["period: 2016-17, change: 2, change_in: units"], ["first"]),
        (["period: 2016-17, value: 24.0", "period: 2022-23, value: 23.0"], ["first"]),
    ],
)
def test_a_target_that_is_worse_is_reported_unless_it_says_why(values, cases):
    assert raised("target-wrong-way", "when", _when(*values)) == cases


@pytest.mark.parametrize(
    "direction",
    ["direction: context", "direction: hold\n              within: 5\n              because: It is among the best"],
)
def test_only_up_and_down_have_a_wrong_way(direction):
    change = ("direction: down\n              source: ISD", f"{direction}\n              source: ISD")
    assert raised("target-wrong-way", "when", _when("period: 2016-17, value: 24.0"), change) == []


def test_a_target_of_a_breakdown_is_held_against_its_own_baseline():
    text = FRAME.replace("targets: [{period: 2016-17, value: 22.0}]", "targets: [{period: 2016-17, value: 27.0}]")
    assert found(text) == []
    text = text.replace("value: 27.0", "value: 29.0")
    assert [path[-6:] for path in found(text)] == [("indicators", 0, "breakdown", 0, "targets", 0)]


def test_a_shared_measure_is_held_against_its_baseline_where_it_is_defined():
    assert found(FRAME.replace("{period: 2022-23, value: 9.0}", "{period: 2022-23, value: 3.0}")) == [
        ("indicators", 0, "targets", 0)
    ]


def test_a_stopped_outcome_is_history():
    text = put("when", _when("period: 2016-17, value: 24.0"))
    assert (
        found(text.replace("  - id: falls\n", "  - id: falls\n        state: stopped\n        stopped_because: Done\n"))
        == []
    )


def test_a_change_is_worked_out_from_the_baseline_in_what_it_is_counted_in():
    values = _when("period: 2014-15, change: -10, change_in: per-cent", "period: 2016-17, change: -1, change_in: units")
    assert raised("target-wrong-way", "when", values) == ["later"], "ten per cent of 21.3 are more than one"


def test_a_direction_that_is_a_slip_is_one_finding_for_the_measure():
    text = FRAME.replace("direction: down\n              source: ISD", "direction: up\n              source: ISD")
    found = [one for one in checked(text).findings if one.rule == "target-wrong-way"]
    assert [(one.case, len(one.related)) for one in found] == [("first", 2)]
