"""How much better, by when."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked, said

ONE = "when:\n  targets:\n    - indicator: admissions\n      values:\n        - "


@pytest.mark.parametrize(
    "value",
    [
        "{period: 2016-17, value: improve}",
        "{period: 2016-17, value: To be confirmed}",
        "{period: 2016-17, value: reduce by 10%}",
        "{period: 2016-17}",
        "{period: 2016-17, value: }",
        "{value: 18.5}",
    ],
)
def test_a_wish_is_no_level_and_a_level_needs_a_period(value):
    assert raised("target-not-specific", "when", ONE + value) == ["wish"]


@pytest.mark.parametrize(
    "value",
    [
        "{period: 2016-17, value: 18.5}",
        "{period: 2016-17, value: 18.5, to: 17.5}",
        "{period: 2026, change: -25, change_in: per-cent}",
        "{period: 2016-17, value: 0}",
        "{period: 2016-17, not_yet: {missing: The level, owner: tsi, due: 2014-09-30}}",
    ],
)
def test_a_level_a_range_and_a_change_are_all_specific(value):
    assert raised("target-not-specific", "when", ONE + value) == []


@pytest.mark.parametrize(
    ("when", "cases"),
    [
        ("milestones: [{milestone: One route open, by: 2014-03-31}]", ["none"]),
        ("targets: [{indicator: prevention-share, values: [{period: 2016-17, value: 7}]}]", ["none"]),
        ("not_yet: {missing: All targets, owner: tsi, due: 2014-09-30}", []),
        ("targets: [{indicator: admissions, not_yet: {missing: It, owner: tsi, due: 2014-09-30}}]", []),
    ],
)
def test_every_indicator_has_a_target_or_says_who_sets_it(when, cases):
    assert raised("target-not-specific", "when", f"when:\n  {when}") == cases


def test_a_figure_that_sets_the_scene_needs_no_target():
    text = FRAME.replace("direction: down\n              source: ISD", "direction: context\n              source: ISD")
    text = text.replace("            - indicator: admissions\n", "            - indicator: prevention-share\n")
    assert [line for line in said(checked(text)) if "target-not-specific" in line] == []


def test_a_shared_indicator_may_have_its_targets_where_it_is_defined():
    text = FRAME.replace(
        "            - id: bed-cost\n", "            - {use: prevention-share}\n            - id: bed-cost\n"
    )
    assert said(checked(text)) == []


def test_a_target_for_an_indicator_that_is_misspelt_is_one_finding():
    text = FRAME.replace("- indicator: still-home", "- indicator: stil-home")
    assert [one.rule for one in checked(text).findings] == ["broken-reference"]


def test_two_indicators_without_targets_are_reported_although_one_target_is_misspelt():
    text = FRAME.replace("- indicator: still-home", "- indicator: stil-home").replace(
        "            - indicator: bed-cost\n              values:\n                - {period: 2014-15, value: 3000}\n                - {period: 2016-17, value: 2900}\n",
        "",
    )
    assert [one.rule for one in checked(text).findings] == [
        "target-not-specific",
        "target-not-specific",
        "broken-reference",
    ]


def test_a_measure_that_only_prevention_rests_on_has_targets_where_it_is_defined():
    text = FRAME.replace("    targets:\n      - {period: 2022-23, value: 9.0}\n", "", 1)
    (found,) = [one for one in checked(text).findings if one.rule == "target-not-specific"]
    assert found.path == ("prevention", "how_we_will_know", "decisive_shift", 0)
    later = text.replace(
        "    kind: input\n", "    kind: input\n    not_yet: {missing: Its target, owner: council, due: 2014-03-31}\n", 1
    )
    assert [one for one in checked(later).findings if one.rule == "target-not-specific"] == []


def test_a_measure_that_an_outcome_uses_too_is_reported_there_alone():
    text = FRAME.replace("    targets:\n      - {period: 2022-23, value: 9.0}\n", "", 1)
    text = text.replace(
        "            - id: bed-cost\n", "            - {use: prevention-share}\n            - id: bed-cost\n"
    )
    found = [one.path for one in checked(text).findings if one.rule == "target-not-specific"]
    assert found == [("priorities", 0, "outcomes", 1, "what", "indicators", 1)]
