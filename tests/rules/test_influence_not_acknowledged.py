"""Whether what lies outside the partners' reach is said."""

import pytest

from tests.rules.alone import raised

RULE = "influence-not-acknowledged"
WHAT = """
what:
  statement: {statement}
  {keys}
  indicators:
    - id: admissions
      name: Children in families with low incomes
      kind: outcome
      unit: per cent of children
      direction: down
      baseline: {{period: 2012-13, value: 21.3}}
"""


def _cases(keys, statement="Fewer children are hurt on the roads", *changes):
    return raised(RULE, "what", WHAT.format(statement=statement, keys=keys), *changes)


@pytest.mark.parametrize("keys", ["", "influence: partial", "influence: outside"])
def test_the_factors_are_asked_for_once_an_outcome(keys):
    assert _cases(keys) == ["factors"]


def test_influence_itself_is_not_asked_for():
    assert _cases("factors: [the weather]") == []


def test_where_no_outcome_names_any_it_is_said_once():
    assert _cases("", "Fewer children are hurt", ("          factors: [house prices]\n", "")) == ["factors"]


def test_direct_influence_over_what_partners_do_themselves_is_fine():
    assert _cases("influence: direct", "Fewer of our own tenants wait for a repair") == []


@pytest.mark.parametrize("statement", ["Child poverty falls", "Unemployment in Strathbeg falls", "House prices fall"])
def test_direct_influence_over_outside_forces_is_questioned(statement):
    assert _cases("influence: direct", statement) == ["direct-with-outside-forces"]


def test_direct_influence_over_a_part_of_a_wider_problem_is_fine():
    assert _cases("influence: direct", "Families in poverty get the benefits due to them") == []


def test_direct_influence_beside_outside_factors_is_a_contradiction():
    assert _cases("influence: direct\n  factors: [benefit rules]") == ["direct-with-factors"]


def test_stopped_and_honestly_unfinished_outcomes_are_left_alone():
    stopped = ("      - id: falls\n", "      - id: falls\n        state: stopped\n")
    assert _cases("", "Fewer children are hurt", stopped) == []
    assert _cases("not_yet: {missing: The factors, owner: tsi, due: 2013-09-30}") == []


def test_an_outcome_that_says_nothing_yet_has_other_things_to_answer_first():
    assert _cases("", "") == []


def test_a_fault_in_the_factors_is_not_their_absence():
    assert _cases("factors: {}") == []
