"""Whether a survey could show that a target was met."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put, said

INDICATOR = """
- id: admissions
  name: Carers who feel supported to go on caring
  kind: outcome
  unit: per cent of carers who answered
  direction: %s
  baseline: {period: 2012, value: 44.1, base: 390%s}
"""


def _found(values, margin=", margin: 4.9", direction="up"):
    rule = {"target-inside-margin": all_rules()["target-inside-margin"]}
    when = "when:\n  targets:\n    - indicator: admissions\n      values:\n" + "".join(
        f"        - {{{value}}}\n" for value in values
    )
    text = put("when", when, put("indicator", INDICATOR % (direction, margin)))
    return [one.path[-1] for one in checked(text, rule).findings if one.rule in rule]


@pytest.mark.parametrize(
    ("values", "where"),
    [
        (["period: 2014, value: 46.0", "period: 2020, value: 52.0"], [0]),
        (["period: 2014, value: 46.0", "period: 2016, value: 47.0"], [1]),
        (["period: 2014, value: 50.0"], []),
        (["period: 2014, value: 49.0"], []),  # 4.9: as large as the margin
        (["period: 2014, change: 2, change_in: points"], [0]),
        (["period: 2014, value: 46.0, because: Half the centres close in 2013"], []),
        (["period: 2014, value: 40.0"], []),
    ],
)
def test_a_change_smaller_than_the_stated_margin_is_pointed_out_once(values, where):
    assert _found(values) == where


def test_a_margin_that_is_not_stated_is_not_worked_out():
    assert _found(["period: 2014, value: 46.0"], margin="") == []


def test_it_never_comes_together_with_a_target_that_hardly_moves():
    both = {name: all_rules()[name] for name in ("target-inside-margin", "target-not-stretching")}
    when = "when: {targets: [{indicator: admissions, values: [{period: 2016, value: 44.1}]}]}"
    found = said(checked(put("when", when, put("indicator", INDICATOR % ("up", ", margin: 4.9"))), both))
    assert len(found) == 1
    assert "target-not-stretching/equal" in found[0]


def test_the_frame_of_a_survey_without_a_direction_is_left_alone():
    context = ("direction: down\n              source: ISD", "direction: context\n              source: ISD")
    when = "when: {targets: [{indicator: admissions, values: [{period: 2016-17, value: 21.3}]}]}"
    assert raised("target-inside-margin", "when", when, context) == []
