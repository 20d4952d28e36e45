"""Whether somebody else could count the same."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

INDICATOR = "- id: admissions\n  name: A measure\n  kind: outcome\n  unit: people\n  direction: context\n"
DEFINED = "  definition: What is counted\n"
SOURCE = "  source: A survey\n"
OFTEN = "  frequency: every year\n"


@pytest.mark.parametrize(
    ("lines", "cases"),
    [
        ("", ["undefined"]),
        (DEFINED + SOURCE, ["undefined"]),
        (DEFINED + OFTEN, ["undefined"]),
        (SOURCE + OFTEN, ["undefined"]),
        (DEFINED + SOURCE + OFTEN, []),
        (DEFINED + SOURCE + "  measured_over: financial-year\n", []),
        (DEFINED + SOURCE + "  measured_over: survey-wave\n", ["undefined"]),
        ("  definition: The measure\n" + SOURCE + OFTEN, ["undefined"]),
        (DEFINED + "  source: Various\n" + OFTEN, ["undefined"]),
        (DEFINED + "  source: Data from different partners\n" + OFTEN, ["undefined"]),
        ("  core: early-mortality\n", []),
        ("  national_target: HEAT\n", []),
        ("  not_yet: {missing: How it is counted, owner: tsi, due: 2014-03-31}\n", []),
    ],
)
def test_a_local_measure_says_what_is_counted_from_where_and_how_often(lines, cases):
    assert raised("indicator-undefined", "indicator", INDICATOR + lines) == cases


def test_a_shared_measure_that_is_used_is_described_once_where_it_is_defined():
    name = "indicator-undefined"
    text = FRAME.replace("    source: Budget books of the council and NHS Beg\n", "")
    text = text.replace(
        "            - id: bed-cost\n", "            - {use: prevention-share}\n            - id: bed-cost\n"
    )
    assert [one.path for one in checked(text, {name: all_rules()[name]}).findings if one.rule == name] == [
        ("indicators",)
    ]


def test_all_measures_of_an_outcome_are_one_point_and_the_message_stays_short():
    name = "indicator-undefined"
    many = "".join(INDICATOR.replace("admissions", f"measure-{number}") for number in range(9))
    text = FRAME.replace(
        "            # indicator {\n",
        "            # indicator {\n" + "".join(f"            {line}\n" for line in many.splitlines()),
    )
    (found,) = [one for one in checked(text, {name: all_rules()[name]}).findings if one.rule == name]
    assert found.message == (
        "not all is said that is needed to count this again: definition, source and frequency of "
        "“A measure”, “A measure”, “A measure” and 6 more"
    )
