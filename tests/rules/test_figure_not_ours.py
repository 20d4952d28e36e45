"""Whose figure a target is set on."""

import pytest

from tests.rules.alone import raised

INDICATOR = "- id: admissions\n  name: A measure\n  kind: outcome\n  unit: per 1,000 people\n  direction: down\n  baseline: {period: 2012-13, value: 21.3}\n  level: %s\n"


@pytest.mark.parametrize(
    ("level", "cases"),
    [
        ("health-board", ["wider"]),
        ("scotland", ["wider"]),
        ("police-division", ["wider"]),
        ("council-area", []),
        ("locality", []),
        ("health-board\n  why_wider: The survey is too small for one council area", []),
        ("health-board\n  not_yet: {missing: A figure for Strathbeg, owner: tsi, due: 2014-03-31}", []),
    ],
)
def test_a_target_on_a_wider_figure_says_why(level, cases):
    assert raised("figure-not-ours", "indicator", INDICATOR % level) == cases


def test_a_figure_that_only_sets_the_scene_may_be_anybodys():
    assert (
        raised(
            "figure-not-ours", "indicator", (INDICATOR % "scotland").replace("direction: down", "direction: context")
        )
        == []
    )


def test_without_a_target_nothing_rests_on_it():
    when = ("            - indicator: admissions\n", "            - indicator: prevention-share\n")
    assert raised("figure-not-ours", "indicator", INDICATOR % "health-board", when) == []


@pytest.mark.parametrize(
    ("area", "level", "cases"),
    [
        ("Fife", "health-board", []),
        ("Western Isles", "health-board", []),
        ("East Lothian", "health-board", ["wider"]),
        ("Fife", "police-division", []),
        ("Glasgow City", "college-region", []),
        ("Glasgow City", "health-board", ["wider"]),
        ("Fife", "scotland", ["wider"]),
    ],
)
def test_a_board_or_division_that_is_the_council_area_is_not_wider(area, level, cases):
    real = ("area: Strathbeg\n  fictional: true", f"area: {area}")
    assert raised("figure-not-ours", "indicator", INDICATOR % level, real) == cases
