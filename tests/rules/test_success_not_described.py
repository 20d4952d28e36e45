"""Whether anybody could see that an outcome has come about."""

import pytest

from tests.rules.alone import raised

RULE = "success-not-described"
OTHER = "          success:\n            - {by: 2015, looks_like: Rails and ramps are in before the ambulance brings a person home}\n"
PLAIN = ("statement: People aged 65 and over fall less often, and those who do get home and stay there",)


@pytest.mark.parametrize(
    ("steps", "cases"),
    [
        ("[{by: 2023, looks_like: People over 65 are falling less often}]", ["repeats"]),
        ("[{by: 2023, looks_like: The falls strategy is implemented}]", ["work"]),
        (
            "[{by: 2014, looks_like: A review will be carried out}, {by: 2023, looks_like: A falls pathway is in place}]",
            ["work"],
        ),
        (
            "[{by: 2014, looks_like: A falls pathway is in place}, {by: 2023, looks_like: Nobody lies for hours after a fall}]",
            [],
        ),
        ("[{by: 2023, looks_like: A fall no longer means leaving home}]", []),
        (
            "[{by: 2014, looks_like: People over 65 fall less often}, {by: 2023, looks_like: A fall no longer means leaving home}]",
            [],
        ),
    ],
)
def test_a_picture_says_more_than_the_statement(steps, cases):
    changed = (*PLAIN, "statement: People aged 65 and over fall less often")
    assert raised(RULE, "success", f"success: {steps}", changed) == cases


def test_a_statement_that_already_paints_the_picture_needs_no_other():
    assert raised(RULE, "success", "") == []


def test_a_named_place_or_number_paints_the_picture_too():
    named = (*PLAIN, "statement: More people aged 20 to 35 come to live in Kirkhill")
    assert raised(RULE, "success", "", named) == []
    assert raised(RULE, "success", "", (*PLAIN, "statement: Improve the health of children in Strathbeg")) == ["absent"]


def test_a_statement_that_leaves_it_open_is_asked():
    assert raised(RULE, "success", "", (*PLAIN, "statement: Improve the health of children")) == ["absent"]


def test_a_vague_statement_has_been_told_already():
    assert raised(RULE, "success", "", (*PLAIN, "statement: A vibrant and inclusive Strathbeg")) == []


def test_a_communitys_own_description_counts():
    told = ("led_to: [home.visits]", "led_to: [home.visits, falls]")
    open_statement = (*PLAIN, "statement: Improve the health of children")
    assert raised(RULE, "success", "", open_statement, told) == []


def test_where_no_outcome_has_one_it_is_said_once():
    assert raised(RULE, "success", "", (OTHER, "")) == ["nowhere"]


def test_a_single_outcome_is_judged_by_itself():
    one = ("      - id: home\n", "      - id: home\n        state: stopped\n")
    assert raised(RULE, "success", "", one) == []


def test_stopped_and_honestly_unfinished_outcomes_are_left_alone():
    stopped = ("      - id: falls\n", "      - id: falls\n        state: stopped\n")
    open_statement = (*PLAIN, "statement: Improve the health of children")
    assert raised(RULE, "success", "", open_statement, stopped) == []
    later = (
        *PLAIN,
        "statement: Improve the health of children\n          not_yet: {missing: All, owner: tsi, due: 2013-09-30}",
    )
    assert raised(RULE, "success", "", later) == []
