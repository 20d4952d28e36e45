"""Dates that cannot all be true."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked, said

ACTION = "- id: classes\n  action: Classes in eight village halls\n  owner: tsi\n  preventive: before\n  contributes_to: [admissions]\n"


@pytest.mark.parametrize(
    ("dates", "cases"),
    [
        ("  starts: 2014-09-01\n  due: 2014-03-31", ["action"]),
        ("  due: 2012-03-31", ["before-agreement"]),
        ("  due: 2013-09-30\n  depends_on: [visits]", ["order"]),
        ("  due: 2014-03-31\n  depends_on: [classes]", ["circle"]),
        ("  due: 2030-03-31", []),
        ("  starts: 2013-09-01\n  due: 2014-03-31", []),
        ("  due: 2012-03-31\n  state: done", []),
        ("  due: 2013-03-31\n  state: under-way", []),
        ("  due: 2015-03-31\n  depends_on: [visits]", []),
        ("  due: 2014-12-01\n  depends_on: [visits]", []),
        ("  starts: 2013-14\n  due: 2013-14", []),
        ("  standing: true\n  review: 2030-03-31", []),
    ],
)
def test_an_action_is_done_after_it_starts_and_after_what_it_depends_on(dates, cases):
    assert raised("impossible-dates", "action", ACTION + dates) == cases


def test_a_target_is_reported_when_all_that_leads_to_it_comes_too_late():
    later = ("            due: 2013-12-01\n", "            due: 2030-06-30\n")
    assert raised("impossible-dates", "action", ACTION + "  due: 2030-03-31", later) == ["too-late"]


@pytest.mark.parametrize(
    ("dates", "cases"),
    [
        ("starts: 2023-04-01\n  ends: 2013-03-31", ["period"]),
        ("starts: 2013-04-01\n  ends: 2023-03-31\n  submitted: 2013-06-28\n  agreed: 2013-03-12", ["status"]),
        ("starts: 2013-04-01\n  ends: 2023-03-31\n  submitted: 2013-03-28\n  agreed: 2013-06-12", []),
        ("starts: 2013-14\n  ends: 2013-14", []),
    ],
)
def test_the_agreement_ends_after_it_starts(dates, cases):
    header = f"agreement:\n  title: A plan\n  area: Strathbeg\n  fictional: true\n  status: agreed\n  {dates}"
    assert [case for case in raised("impossible-dates", "agreement", header) if case in {"period", "status"}] == cases


@pytest.mark.parametrize(
    ("period", "cases"),
    [("2012-13", ["before-baseline"]), ("2011-12", ["before-baseline"]), ("2016-17", []), ("2029-30", [])],
)
def test_a_target_comes_after_its_baseline_and_may_come_after_the_agreement(period, cases):
    when = f"when:\n  targets: [{{indicator: admissions, values: [{{period: {period}, value: 18.5}}]}}]"
    assert raised("impossible-dates", "when", when) == cases


@pytest.mark.parametrize(
    ("over", "period", "cases"),
    [
        ("financial-year", "2012", ["period-form"]),
        ("calendar-year", "2012-13", ["period-form"]),
        ("quarter", "2012-13", ["period-form"]),
        ("single-day", "2013-01-15", []),
        ("calendar-year", "2012", []),
        ("quarter", "2012-13 Q3", []),
        ("survey-wave", "2012", []),
    ],
)
def test_a_baseline_says_its_period_as_the_measure_is_taken(over, period, cases):
    taken = "measured_over: financial-year\n              baseline: {period: 2012-13, value: 21.3,"
    assert taken in FRAME
    text = FRAME.replace(taken, taken.replace("financial-year", over).replace("2012-13", period))
    assert [one.case for one in checked(text).findings if "its baseline says" in one.message] == cases


def test_a_circle_of_two_is_reported_at_both():
    text = FRAME.replace("contributes_to: [admissions]", "depends_on: [visits]", 1).replace(
        "            due: 2013-12-01\n", "            due: 2013-12-01\n            depends_on: [classes]\n"
    )
    assert [line.split(": ")[1] for line in said(checked(text))] == ["impossible-dates/circle"] * 2
