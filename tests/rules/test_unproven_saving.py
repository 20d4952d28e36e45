"""Whether a saving can be tested."""

import pytest

from tests.rules.alone import raised

RULE = "unproven-saving"
PLAN = """
prevention:
  statement: {statement}
  how_we_will_know: {{controlling_costs: [home.bed-cost]}}
  {savings}
"""
SAVING = "savings: [{{amount: {amount}, from_year: {year}, assumes: Forty fewer stays, goes_to: The falls team{more}}}]"
COST = (
    "baseline: {period: 2012-13, value: 3100}",
    "baseline: {period: 2012-13, value: 3100, numerator: 1240000, denominator: 400}",
)


def _cases(statement="Visits come before the fall.", savings="", *changes):
    return raised(RULE, "prevention", PLAN.format(statement=statement, savings=savings), *changes)


def _saving(amount=310_000, year="2016-17", more=""):
    return SAVING.format(amount=amount, year=year, more=more)


@pytest.mark.parametrize(
    "statement",
    [
        "This will release significant savings.",
        "Prevention saves money and generates savings for all.",
        "The programme will save money in time.",
    ],
)
def test_savings_in_words_alone_are_questioned(statement):
    assert _cases(statement) == ["words"]


@pytest.mark.parametrize(
    "statement",
    [
        "We claim no savings; the cost of a stay is to be held.",
        "The plan avoids cost, and that is avoided cost and not savings to be released.",
        "A credit union helps families to make savings.",
        "Visits come before the fall.",
    ],
)
def test_avoided_cost_and_no_claim_are_fine(statement):
    assert _cases(statement) == []


def test_a_saving_that_is_set_out_makes_words_good():
    assert _cases("This will release significant savings.", _saving()) == []
    assert (
        _cases(
            "This will release significant savings.",
            "savings: [{not_yet: {missing: All, owner: tsi, due: 2014-03-31}}]",
        )
        == []
    )


def test_words_about_a_resource_count_and_are_said_once():
    expects = (
        "    source: mainstream\n    preventive: true\n",
        "    source: mainstream\n    expects: Will generate savings\n    preventive: true\n",
    )
    assert _cases("Visits come before the fall.", "", expects) == ["words"]


@pytest.mark.parametrize(
    ("year", "more", "cases"),
    [("2013-14", "", ["at-once"]), ("2013-14", ", payback_years: 1", []), ("2014-15", "", []), ("2016-17", "", [])],
)
def test_a_saving_does_not_count_in_full_in_the_first_year(year, more, cases):
    assert _cases("Visits come before the fall.", _saving(year=year, more=more)) == cases


def test_savings_are_not_larger_than_the_cost_they_reduce():
    assert _cases("Visits.", _saving(1_300_000), COST) == ["more-than-cost"]
    assert _cases("Visits.", _saving(1_240_000), COST) == []
    assert _cases("Visits.", _saving(1_300_000)) == [], "the cost is not known"
