"""Whether the targets, taken together, would widen a gap."""

import pytest

from tests.rules.alone import raised

RULE = "gap-would-widen"


def _cases(now, then, direction="up", between="[most-deprived-fifth, least-deprived-fifth]", extra="", later=""):
    """Values now, and targets for 2016-17, of the worse and the better off."""
    worse, better = ("most-deprived-fifth", "least-deprived-fifth")
    rows = "".join(
        f"    - {{of: {name}, baseline: {{period: 2012-13, value: {start}}}, targets: [{{period: 2016-17, {end}}}{late}]}}\n"
        for name, start, end, late in zip((worse, better), now, then, later or ("", ""), strict=True)
    )
    gap = f"  gap: {{between: {between}}}\n" if between else ""
    text = f"- id: admissions\n  name: Falls\n  kind: outcome\n  unit: per cent\n  direction: {direction}\n  baseline: {{period: 2012-13, value: 66.0}}\n{extra}  breakdown:\n{rows}{gap}"
    return raised(RULE, "indicator", text)


def _values(*values):
    return [f"value: {value}" for value in values]


def test_an_absolute_gap_that_grows_is_an_error_stated_or_between_the_outer_fifths():
    assert _cases(("52.0", "80.0"), _values("55.0", "88.0")) == ["wider"]
    assert _cases(("52.0", "80.0"), _values("55.0", "88.0"), between="") == ["wider"]
    assert _cases(("27.4", "17.9"), _values("25.6", "14.5"), "down") == ["wider"]


def test_a_gap_that_narrows_is_right():
    assert _cases(("52.0", "80.0"), _values("66.0", "84.0")) == []
    assert _cases(("27.4", "17.9"), _values("21.5", "15.5"), "down") == []


@pytest.mark.parametrize("then", [("55.0", "83.1"), ("55.0", "83.0")])
def test_rounding_is_no_widening(then):
    assert _cases(("52.0", "80.0"), _values(*then)) == []


def test_a_range_is_read_so_that_the_gap_is_smallest():
    assert _cases(("52.0", "80.0"), ["value: 55.0, to: 60.0", "value: 88.0"]) == []
    assert _cases(("52.0", "80.0"), ["value: 55.0", "value: 82.0, to: 90.0"]) == []


def test_changes_from_the_baseline_are_worked_out():
    percent = ["change: 5, change_in: per-cent", "change: 10, change_in: per-cent"]
    assert _cases(("52.0", "80.0"), percent) == ["wider"]


def test_a_widening_that_is_explained_and_ends_is_silent_and_one_that_does_not_end_is_a_warning():
    because = ["value: 53.0, because: The new centre opens in the town first", "value: 85.0"]
    ends = (", {period: 2022-23, value: 75.0}", ", {period: 2022-23, value: 88.0}")
    assert _cases(("52.0", "80.0"), because, later=ends) == []
    assert _cases(("52.0", "80.0"), _values("53.0", "85.0"), later=ends) == ["for-a-time"]
    assert _cases(("52.0", "80.0"), because) == ["explained"]


def test_a_ratio_that_grows_while_the_gap_narrows_is_advice():
    assert _cases(("30.0", "15.0"), _values("16.0", "5.0"), "down") == ["ratio"]
    assert _cases(("30.0", "15.0"), _values("28.0", "13.5"), "down") == []


def test_a_breakdown_that_is_not_about_disadvantage_is_not_judged():
    """The end that is called worse off fares better by this measure."""
    assert _cases(("80.0", "52.0"), _values("90.0", "55.0")) == []
    assert _cases(("80.0", "52.0"), _values("85.0", "80.0")) == []


def test_a_poorer_locality_is_compared_with_everyone():
    muirton = ("targets: [{period: 2016-17, value: 22.0}]", "targets: [{period: 2016-17, value: 26.0}]")
    assert raised(RULE, "another", "", muirton) == ["wider"]
    other = ("poorer_outcomes: true", "population: 6100")
    assert raised(RULE, "another", "", muirton, (", population: 6100, poorer", ", poorer"), other) == []


@pytest.mark.parametrize(
    "then",
    [
        ("value: 55.0", "value: x"),
        ("not_yet: {missing: The level, owner: council, due: 2013-09-30}", "value: 88.0"),
    ],
)
def test_targets_that_cannot_be_compared_are_not(then):
    assert _cases(("52.0", "80.0"), then) == []


def test_targets_for_different_years_are_not_compared():
    assert _cases(("52.0", "80.0"), ("value: 55.0", "value: 88.0}, {period: 2017-18, value: 70.0")) == ["wider"]
    assert _cases(("52.0", "80.0"), ("value: 79.0}, {period: 2018-19, value: 50.0", "value: 88.0")) == []


def test_worse_off_who_are_to_fare_worse_are_left_to_the_rule_on_targets_the_wrong_way():
    assert _cases(("52.0", "80.0"), _values("48.0", "84.0")) == []
    assert _cases(("27.4", "17.9"), _values("28.0", "14.5"), "down") == []
    assert _cases(("52.0", "80.0"), ["value: 48.0, because: The plant closes", "value: 84.0"]) == ["explained"]
