"""How old a newest value may be when an agreement begins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.rules._spans_of_time import interval_in_months, length_in_months, months_later
from tests.rules.alone import raised

INDICATOR = "- id: admissions\n  name: A measure\n  kind: outcome\n  unit: per 1,000 people\n  direction: down\n  baseline: {period: %s, value: 23.1}\n"


def _found(period, *lines, changes=(), today=date(2013, 6, 1)):
    text = INDICATOR % period + "".join(f"  {line}\n" for line in lines)
    return raised("stale-data", "indicator", text, *changes, today=today)


@pytest.mark.parametrize(
    ("period", "lines", "cases"),
    [
        ("2008-09", ["frequency: every year", "lag: 8 months"], ["old"]),
        ("2010-11", ["frequency: every year", "lag: 8 months"], []),
        ("2009-10", ["frequency: every year", "lag: 17 months"], []),
        ("2009-10", ["frequency: every year"], []),  # the lag may be long
        ("2008-09", ["frequency: every year"], ["old"]),
        ("2008-09", [], ["old"]),
        ("2009-10", [], []),
        ("2008-09", ["frequency: every two years"], []),
        ("2001", ["frequency: every ten years", "lag: 2 years"], []),
        ("2008-09", ["frequency: with each release of the index"], []),
        ("2012-09-30", ["frequency: every month", "lag: 1 month"], []),
        ("2011-09-30", ["frequency: every month", "lag: 1 month"], ["old"]),
        ("2010-11", ["frequency: every quarter", "lag: 2 months", "measured_over: financial-year"], []),
        ("2009-10", ["frequency: every year", "lag: 10 months", "measured_over: school-year"], []),
        ("2009-10", ["frequency: every year", "lag: 10 months", "measured_over: financial-year"], ["old"]),
        ("2008-09", ["not_yet: {missing: A new survey, owner: tsi, due: 2014-03-31}"], []),
    ],
)
def test_age_is_counted_from_the_day_a_value_was_known_until_the_agreement_begins(period, lines, cases):
    assert _found(period, *lines) == cases


def test_a_newer_value_in_the_history_counts():
    assert _found("2008-09", "history: [{period: 2011-12, value: 22.0}]") == []


def test_a_baseline_does_not_turn_stale_because_years_have_passed():
    assert _found("2011-12", "frequency: every year", "lag: 8 months", today=date(2021, 6, 1)) == []


def test_a_plan_that_has_ended_is_read_as_history():
    assert _found("2005", changes=[("status: consultation", "status: ended")]) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("every year", 12), ("Annually, in September", 12), ("each quarter", 3), ("Quarterly", 3), ("every 3 years", 36),
        ("Every two years", 24), ("biennial", 24), ("every six months", 6), ("twice a year", 6), ("every month until 2010, then every year", 12),
        ("every other year", 24), ("now and then", None), ("with each census", None), ("every few years", None),
    ],
)  # fmt: skip
def test_how_often_is_read_where_it_is_plain(text, months):
    assert interval_in_months(text) == months


@pytest.mark.parametrize(
    ("text", "months"),
    [("8 months", 8), ("about 8 months", 8), ("a year", 12), ("two years", 24), ("six weeks", 2), ("90 days", 3), ("a while", None), ("8", None)],
)  # fmt: skip
def test_a_lag_is_read_where_it_is_plain(text, months):
    assert length_in_months(text) == months


@given(st.text(max_size=60))
def test_no_text_is_too_much(text):
    assert (interval_in_months(text) or 1) > 0
    assert (length_in_months(text) or 0) >= 0


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 4000))
def test_later_is_later_and_by_whole_months(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day
