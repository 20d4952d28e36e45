"""Whether the gap between people who fare worst and the others is measured."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised

RULE = "no-gap-measure"
OUTCOME = """
- id: ID
  what:
    statement: STATEMENT
    indicators:
      - {id: i, name: NAME, kind: outcome, unit: per cent, direction: up, baseline: {period: 2012-13, value: 61.0}, MORE}
"""


def _outcome(statement, name="Going out every week", more="source: Survey", number=0):
    return (
        OUTCOME.replace("ID", f"o{number}").replace("STATEMENT", statement).replace("NAME", name).replace("MORE", more)
    )


def _cases(*outcomes, changes=()):
    listed = "".join(outcomes).replace("\n", "\n    ")
    return raised(RULE, "another", f"- id: steady\n  title: Steady\n  lead: tsi\n  outcomes:{listed}", *changes)


PEOPLE = "People aged 75 and over go out as often as they wish"


def test_a_priority_about_people_that_measures_only_averages_is_questioned():
    assert _cases(_outcome(PEOPLE)) == ["average-only"]


def test_where_no_priority_measures_a_gap_that_is_said_once():
    broken = [
        (
            "              breakdown:\n                - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}\n",
            "",
        ),
        (
            "              breakdown:\n                - {of: muirton, baseline: {period: 2012-13, value: 72.0}, targets: [{period: 2016-17, value: 80.0}]}\n",
            "",
        ),
    ]
    assert _cases(_outcome(PEOPLE), changes=broken) == ["average-only"]


def test_one_outcome_may_go_without_where_another_measures_the_gap_and_two_may_not():
    shown = _outcome(PEOPLE, more="breakdown: [{of: women, baseline: {period: 2012-13, value: 50.0}}]", number=1)
    assert _cases(shown, _outcome(PEOPLE)) == []
    assert _cases(shown, _outcome(PEOPLE), _outcome(PEOPLE, number=2)) == ["average-only"]


@pytest.mark.parametrize(
    "statement",
    [
        "Care leavers settle in homes of their own, like other young people",
        "Disabled people find work as often as others",
        "People in Muirton go out as often as they wish",
    ],
)
def test_an_outcome_for_a_single_place_or_group_is_about_the_gap_already(statement):
    assert _cases(_outcome(statement)) == []


@pytest.mark.parametrize(
    "statement",
    ["Roads are safe to drive on", "People live with less carbon", "The river is clean", "More homes are built"],
)
def test_outcomes_about_land_roads_or_carbon_are_not_asked(statement):
    assert _cases(_outcome(statement)) == []


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Going out", "definition: Not broken down because the numbers are too small"),
        ("Going out", "definition: Localities are not shown for small numbers"),
        ("The gap in going out between the poorest fifth and the others", "source: Survey"),
        ("Going out", "level: locality"),
        ("Going out", "breakdown: [{of: muirton, baseline: {period: 2012-13, suppressed: true}}]"),
        ("Going out", "breakdown: x"),
    ],
)
def test_a_measure_that_is_broken_down_or_withheld_for_small_numbers_is_enough(name, more):
    assert _cases(_outcome(PEOPLE, name, more)) == []


def test_an_honest_gap_is_not_asked():
    honest = "not_yet: {missing: The breakdown, owner: council, due: 2013-09-30}"
    assert _cases(_outcome(PEOPLE, more=honest)) == []
    assert _cases(_outcome(PEOPLE) + f"  {honest}\n") == []


def test_it_is_never_an_error():
    assert [case.severity for case in all_rules()[RULE].cases.values()] == ["warning"]


@pytest.mark.parametrize(
    ("statement", "cases"),
    [
        ("School leavers in Strathbeg go on to work", ["average-only"]),
        ("Care leavers in Strathbeg go on to work", []),
        ("Young people leaving care go on to work", []),
        ("Fewer people who have been convicted offend again", []),
    ],
)
def test_those_who_leave_school_are_everybody_and_those_who_leave_care_are_not(statement, cases):
    assert _cases(_outcome(statement)) == cases
