"""One measure, one figure for one period."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

RULE = "same-measure-two-figures"
ADMISSIONS = "Emergency admissions after a fall, people aged 65 and over"
TWIN = """\
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  outcomes:
    - id: home-again
      what:
        statement: People come home
        indicators:
          - id: twin
            name: {name}
            kind: outcome
            unit: {unit}
            direction: down
            measured_over: {over}
            {more}
            baseline: {{period: 2012-13, value: {value}, provisional: {provisional}}}
"""


STOP = ("      - id: home\n", "      - id: home\n        state: stopped\n        stopped_because: Merged\n")


def _twin(
    name=ADMISSIONS,
    more="",
    *,
    unit="per 1,000 people aged 65 and over",
    over="financial-year",
    value="23.1",
    provisional="false",
    changes=(),
):
    text = TWIN.format(name=name, unit=unit, over=over, more=more, value=value, provisional=provisional)
    return raised(RULE, "another", text.replace("            \n", ""), *changes)


def test_the_same_name_and_unit_with_another_baseline_is_a_contradiction():
    assert _twin() == ["value"]
    assert _twin(name="*Emergency admissions* after a fall – people aged 65 and over") == ["value"]


@pytest.mark.parametrize(
    "other",
    [
        {"value": "21.3"},
        {"value": "21.30"},
        {"value": "21"},
        {"provisional": "true"},
        {"name": "Emergency admissions after a fall, people aged 75 and over"},
        {"unit": "people"},
        {"over": "calendar-year"},
        {"more": "averaged_over: 3"},
        {"more": "level: health-board"},
        {"more": "level: locality"},
        {"more": "counted: in-total"},
    ],
)
def test_what_is_taken_otherwise_rounded_or_provisional_is_no_contradiction(other):
    assert _twin(**other) == []


def test_a_core_indicator_is_one_measure_under_any_name():
    source = "              source: ISD Scotland, SMR01\n"
    first = (source, f"              core: emergency-admissions\n{source}")
    assert _twin("Falls", "core: emergency-admissions", changes=(first,)) == ["value"]
    assert _twin("Falls in Muirton", "core: emergency-admissions", changes=(first,)) == []
    assert _twin("Falls", changes=(first,)) == []


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        ("{period: 2014-15, value: 20.4}, {period: 2014-15, value: 19.0}", ["target"]),
        ("{period: 2014-15, value: 20.4}, {period: 2014-15, value: 20.4}", []),
        ("{period: 2014-15, value: 20.4}, {period: 2014-15 Q4, value: 19.0}", []),
        ("{period: 2014-15, value: 20.4}, {period: 2014-15, change: -0.9, change_in: units}", []),
        ("{period: 2014-15, value: 20.4}, {period: 2014-15, change: -20, change_in: per-cent}", ["target"]),
        ("{period: 2014-15, value: 14.0, to: 16.0}, {period: 2014-15, value: 16.0, to: 14.0}", []),
        ("{period: 2014-15, value: 14.0, to: 16.0}, {period: 2014-15, value: 14.0}", ["target"]),
        ("{period: 2014-15, value: 20.4}, {period: 2016-17, value: 18.0}", []),
    ],
)
def test_one_target_for_one_period(values, cases):
    assert raised(RULE, "when", f"when:\n  targets: [{{indicator: admissions, values: [{values}]}}]") == cases


def test_two_outcomes_that_share_a_measure_set_one_target_for_it():
    shared = (
        "            - id: bed-cost\n",
        "            - use: prevention-share\n            - id: bed-cost\n",
    )
    own = (
        "            - indicator: bed-cost\n",
        "            - indicator: prevention-share\n              values: [{period: 2022-23, value: 8.0}]\n            - indicator: bed-cost\n",
    )
    same = (own[0], own[1].replace("8.0", "9.0"))
    assert raised(RULE, "soa", "soa: 1", shared, own) == ["target"]
    assert raised(RULE, "soa", "soa: 1", shared, same) == []
    assert raised(RULE, "soa", "soa: 1", shared, own, STOP) == [], "what a stopped outcome set is past"


def test_a_stopped_outcome_is_past():
    twice = (
        "                - {period: 2014-15, value: 3000}\n",
        "                - {period: 2014-15, value: 3000}\n                - {period: 2014-15, value: 2000}\n",
    )
    assert raised(RULE, "soa", "soa: 1", twice) == ["target"]
    assert raised(RULE, "soa", "soa: 1", twice, STOP) == []


def test_a_copy_that_differs_in_all_its_figures_is_one_finding_that_shows_them():
    name = "name: People aged 65 and over still at home 90 days after leaving hospital"
    unit = "unit: per cent\n              direction: up\n              source: NHS Beg and council records, linked"
    text = FRAME.replace(name, f"name: {ADMISSIONS}").replace(
        unit, unit.replace("per cent", "per 1,000 people aged 65 and over")
    )
    (found,) = checked(text, {RULE: all_rules()[RULE]}).findings
    assert (found.case, len(found.related)) == ("value", 5)
