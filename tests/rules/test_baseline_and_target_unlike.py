"""Whether a target can be compared with its baseline."""

import pytest

from tests.rules.alone import raised

INDICATOR = "- id: admissions\n  name: A measure\n  kind: outcome\n  unit: per 1,000 people\n  direction: down\n  baseline: {period: %s, value: 21.3}\n%s"
RULE = "baseline-and-target-unlike"


@pytest.mark.parametrize(
    ("period", "lines", "cases"),
    [
        ("2012-13", "", []),
        ("2012", "", ["period"]),
        ("2012-13 Q4", "", ["period"]),
        ("2013-01-15", "", []),
        ("2012", "  measured_over: survey-wave\n", []),
        ("2012", "  measured_over: financial-year\n", []),  # impossible-dates says so
    ],
)
def test_a_calendar_year_is_not_compared_with_a_financial_one(period, lines, cases):
    assert raised(RULE, "indicator", INDICATOR % (period, lines)) == cases


def test_a_breakdown_is_compared_with_its_own_baseline():
    split = "  breakdown:\n    - {of: muirton, baseline: {period: 2012, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}\n"
    assert raised(RULE, "indicator", INDICATOR % ("2012-13", split)) == ["period"]


@pytest.mark.parametrize(
    ("definition", "cases"),
    [
        ("Waits over 28 days until March 2015, and over 14 days from April 2015", ["definition"]),
        ("Before 2016 all patients; since 2016 residents only", ["definition"]),
        ("Over 28 days until 2010, and over 14 days from 2010", []),  # before the baseline
        ("Over 28 days until 2030, and over 14 days from 2030", []),
        ("Waits over 14 days, as counted from 2015 on", []),
        ("Waits over 14 days, counted again for the years before April 2015", []),
        ("Children seen before 2016, or born after 2015", []),
    ],
)
def test_a_definition_that_changes_on_the_way_is_pointed_out_once(definition, cases):
    assert raised(RULE, "indicator", INDICATOR % ("2012-13", f"  definition: {definition}\n")) == cases
