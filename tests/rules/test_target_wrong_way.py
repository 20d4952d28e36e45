"""On which side of the baseline a target lies."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

WHY = "because: More people report it at first"


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
    change = ("direction: down\n              measured_over", f"{direction}\n              measured_over")
    assert raised("target-wrong-way", "when", _when("period: 2016-17, value: 24.0"), change) == []


def test_a_target_of_a_breakdown_is_held_against_its_own_baseline():
    split = "baseline: {period: 2012-13, value: 21.3}\n              breakdown:\n                - {of: kirkhill, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 29.0}]}"
    text = FRAME.replace("baseline: {period: 2012-13, value: 21.3}", split)
    assert [(one.rule, one.place.span.start.line) for one in checked(text).findings] == [("target-wrong-way", 66)]


def test_a_change_is_worked_out_from_the_baseline_in_what_it_is_counted_in():
    values = _when("period: 2014-15, change: -10, change_in: per-cent", "period: 2016-17, change: -1, change_in: units")
    assert raised("target-wrong-way", "when", values) == ["later"], "ten per cent of 21.3 are more than one"
