"""Whether a shift makes room for itself."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME

RULE = "nothing-stops"
PLAN = "prevention:\n  statement: {statement}\n"
SHIFT = "Partners will make a decisive shift of resources to prevention."
STOPS = ("            stops: Two day-hospital sessions a week from January 2014\n", "")
LEVEL = ("of_total: 23500000", "of_total: 24600000")


def _cases(*changes, statement=SHIFT):
    return raised(RULE, "prevention", PLAN.format(statement=statement), *changes)


def test_a_shift_for_which_nothing_makes_room_is_asked_about_once():
    assert _cases(STOPS, LEVEL) == ["nothing"]


def test_one_thing_that_stops_is_enough():
    assert _cases(LEVEL) == []


def test_a_budget_whose_rest_shrinks_is_enough():
    assert _cases(STOPS) == []


@pytest.mark.parametrize("statement", ["Fewer falls, because visits come first.", "We act early."])
def test_a_plan_that_claims_no_shift_is_left_alone(statement):
    assert _cases(STOPS, LEVEL, statement=statement) == []


@pytest.mark.parametrize(
    "change",
    [
        ("action: Handrails fitted within ten working days", "action: The day centre in Kirkhill closes"),
        ("contribution: Two discharge nurses on every ward round", "contribution: Two nurses moved from the ward"),
        ("milestone: One falls route open in all six towns", "milestone: One falls route replaces four"),
        ("basis: Adaptations team", "basis: Three vacant posts are not filled"),
    ],
)
def test_a_word_of_closing_moving_or_replacing_is_enough(change):
    assert change[0] in FRAME
    assert _cases(STOPS, LEVEL, change) == []


@pytest.mark.parametrize("action", ["Stop-smoking workers in four surgeries", "A stop smoking adviser in each club"])
def test_to_stop_smoking_makes_no_room(action):
    assert _cases(STOPS, LEVEL, ("action: Handrails fitted within ten working days", f"action: {action}")) == [
        "nothing"
    ]


def test_what_is_honestly_to_come_or_cannot_be_read_may_say_what_stops():
    assert (
        _cases(
            STOPS,
            LEVEL,
            ("- id: home\n", "- id: home\n        not_yet: {missing: Actions, owner: tsi, due: 2013-09-30}\n"),
        )
        == []
    )
    assert _cases(("stops: Two day-hospital sessions a week from January 2014", "stops: {}"), LEVEL) == []
