"""Whether the last target asks for more than there is already."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked, put

WHY = "because: The population over 65 grows three per cent a year"
MEASURE = """
- id: admissions
  name: A measure
  kind: outcome
  unit: %s
  direction: %s
  measured_over: financial-year
  baseline: {period: 2012-13, value: %s}
"""


def _when(*values):
    return "when:\n  targets:\n    - indicator: admissions\n      values:\n" + "".join(
        f"        - {{{value}}}\n" for value in values
    )


def _found(unit, direction, start, target, extra="", period="2016-17", settings=None):
    rule = {"target-not-stretching": all_rules()["target-not-stretching"]}
    text = put(
        "when", _when(f"period: {period}, {target}"), put("indicator", MEASURE % (unit, direction, start) + extra)
    )
    given = {} if settings is None else {"settings": settings}
    return [one.case for one in checked(text, rule, **given).findings if one.rule in rule]


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        (["period: 2016-17, value: 21.3"], ["equal"]),
        (["period: 2014-15, value: 21.3", "period: 2016-17, value: 21.3"], ["equal"]),
        (["period: 2016-17, value: 21.3", "period: 2014-15, value: 20.0"], ["equal"]),
        (["period: 2016-17, change: 0, change_in: per-cent"], ["equal"]),
        (["period: 2014-15, value: 21.3", "period: 2016-17, value: 18.5"], []),
        (["period: 2016-17, value: 21.3, to: 20.0"], []),
        (["period: 2016-17, value: 24.0"], []),
        ([f"period: 2016-17, value: 21.3, {WHY}"], []),
        ([f"period: 2014-15, value: 21.3, {WHY}", "period: 2016-17, value: 21.3"], []),
        (["period: 2016-17, not_yet: {missing: The level, owner: tsi, due: 2014-09-30}"], []),
        (
            [
                "period: 2014-15, value: 21.3",
                "period: 2016-17, not_yet: {missing: The level, owner: tsi, due: 2014-09-30}",
            ],
            [],
        ),
    ],
)
def test_the_last_target_is_not_the_baseline_again_unless_it_says_why(values, cases):
    assert raised("target-not-stretching", "when", _when(*values)) == cases


def test_holding_still_with_a_reason_is_a_target():
    hold = "  within: 1.0\n  because: More people live to be 90\n"
    assert _found("per 1,000 people", "hold", 21.3, "value: 21.3", hold) == []


@pytest.mark.parametrize(
    ("direction", "start", "target", "cases"),
    [
        ("up", 71.0, 71.2, ["little"]),
        ("up", 71.0, 75.0, []),
        ("up", 92.0, 92.5, []),  # a sixteenth of what is left
        ("up", 97.5, 97.5, []),
        ("up", 97.5, 97.6, []),
        ("up", 4.0, 5.0, []),  # a quarter more
        ("down", 21.0, 20.7, ["little"]),
        ("down", 21.0, 19.0, []),
        ("down", 2.5, 2.4, []),
    ],
)
def test_a_percentage_is_judged_by_the_way_that_is_left_and_not_near_its_limit(direction, start, target, cases):
    assert _found("per cent of people asked", direction, start, f"value: {target}") == cases


def test_two_per_cent_of_the_baseline_mean_nothing_for_other_units():
    assert _found("years", "up", 60.1, "value: 60.6") == []


def test_a_small_change_within_a_year_or_so_is_not_judged():
    assert _found("per cent of people asked", "up", 71.0, "value: 71.2", period="2013-14") == []


@pytest.mark.parametrize(("start", "direction", "cases"), [(0, "down", []), (0, "up", ["equal"])])
def test_nothing_is_better_than_none_where_none_is_the_aim(start, direction, cases):
    assert _found("deaths", direction, start, "value: 0") == cases


HISTORY = (
    "  history: [{period: 2009-10, value: 23.1}, {period: 2010-11, value: 21.0}, {period: 2011-12, value: 22.6}]\n"
)


@pytest.mark.parametrize(
    ("target", "history", "cases"),
    [
        ("value: 20.3", HISTORY, ["usual-change"]),
        ("value: 18.0", HISTORY, []),
        ("value: 20.3", "", []),
        ("value: 20.3", "  history: [{period: 2011-12, value: 24.0}]\n", []),
        (f"value: 20.3, {WHY}", HISTORY, []),
        ("value: 20.3", "  history: [{period: 1999-00, value: 23.1}, {period: 2011-12, value: 22.6}]\n", []),
    ],
)
def test_a_change_that_an_ordinary_year_brings_is_told_from_the_measures_own_history(target, history, cases):
    assert _found("per 1,000 people", "down", 21.3, target, history) == cases


def test_a_percentage_that_goes_a_tenth_of_its_way_is_enough_whatever_an_ordinary_year_brings():
    history = "  history: [{period: 2010-11, value: 95}, {period: 2011-12, value: 89}]\n"
    assert _found("per cent", "up", 92, "value: 93", history) == []
    assert _found("per cent", "up", 92, "value: 92.5", history) == ["usual-change"]


def test_a_target_that_keeps_up_a_trend_is_not_called_weak():
    history = "  history: [{period: 2010-11, value: 30}, {period: 2011-12, value: 26}]\n"
    assert _found("per 1,000 people", "down", 22, "value: 12", history) == []


def test_a_breakdown_has_a_target_of_its_own_that_is_held_against_its_own_start():
    rule = {"target-not-stretching": all_rules()["target-not-stretching"]}
    text = FRAME.replace("targets: [{period: 2016-17, value: 22.0}]", "targets: [{period: 2016-17, value: 27.9}]")
    assert [one.path[-2:] for one in checked(text, rule).findings if one.rule in rule] == [("targets", 0)]


def test_the_thresholds_can_be_set():
    set_ = Settings(options={"target-not-stretching": {"least_share": 20}})
    assert _found("per cent of people asked", "up", 71.0, "value: 75.0", settings=set_) == ["little"]


def test_nothing_is_said_without_a_figure_to_start_from():
    hidden = MEASURE.replace("value: %s", "suppressed: true") % ("people", "down")
    rule = {"target-not-stretching": all_rules()["target-not-stretching"]}
    text = put("when", _when("period: 2016-17, value: 21.3"), put("indicator", hidden))
    assert [one for one in checked(text, rule).findings if one.rule in rule] == []


def test_a_count_of_100_is_no_limit():
    assert _found("homes built in the year", "up", 100, "value: 100") == ["equal"]
