"""Numbers, money and dates as a Scottish council prints them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from soa.document.figures import reach
from soa.document.labels import labels_for
from soa.document.say import Say
from soa.model.measure import Indicator, TargetValue
from soa.model.scalars import Moment

say = Say(labels_for(""))


def indicator(**more: Any) -> Indicator:
    """A measure that falls from 500."""
    baseline = {"period": "2012-13", "value": more.pop("start", 500)}
    base = {"id": "x", "name": "X", "kind": "outcome", "unit": "people", "direction": "down", "baseline": baseline}
    return Indicator.model_validate(base | more)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2014-03-31", "31 March 2014"),
        ("2026", "2026"),
        ("2013-14", "2013/14"),
        ("2013-14 Q1", "April to June 2013"),
        ("2013-14 Q4", "January to March 2014"),
    ],
)
def test_a_moment_is_said_as_people_say_it(written: str, said: str) -> None:
    """Financial years with a stroke, quarters by their months."""
    assert say.moment(Moment(written)) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "2012/13"),
        ({"measured_over": "school-year"}, "school year 2012/13"),
        ({"measured_over": "survey-wave"}, "survey 2012/13"),
        ({"averaged_over": 3}, "2010/11 to 2012/13"),
    ],
)
def test_a_period_is_read_as_its_measure_is(more: dict[str, Any], said: str) -> None:
    """A school year is not a financial year."""
    assert say.period(Moment("2012-13"), indicator(**more)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [("17600", "17,600"), ("80.0", "80.0"), ("-2.5", "−2.5"), ("1234567.25", "1,234,567.25"), ("1E+3", "1,000")],
)
def test_a_number_has_separators_and_keeps_its_decimals(value: str, said: str) -> None:
    """80.0 was measured to a tenth."""
    assert say.number(Decimal(value)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (640_000, "£640,000"),
        (1_610_000, "£1.61 million"),
        (23_600_000, "£23.6 million"),
        (183_400_000, "£183 million"),
        (1_000_000, "£1.00 million"),
        (-5, "−£5"),
    ],
)
def test_money_in_a_sentence_has_three_figures(value: int, said: str) -> None:
    """Below a million, all of them."""
    assert say.rounded_pounds(value) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("per cent", "72.5%"),
        ("pounds", "£72.5"),
        ("pounds a year", "£72.5 a year"),
        ("Pounds per person", "£72.5 per person"),
        ("pounds of sugar", "72.5 pounds of sugar"),
        ("number", "72.5"),
        ("people", "72.5 people"),
        ("per cent of leavers", "72.5% of leavers"),
    ],
)
def test_an_amount_carries_its_unit(unit: str, said: str) -> None:
    """Where the unit is a sign it stands beside the figure."""
    assert say.amount(Decimal("72.5"), unit) == said


@pytest.mark.parametrize(
    ("target", "more", "said"),
    [
        ({"value": 400}, {}, "at most 400 people"),
        ({"value": 600}, {"direction": "up"}, "at least 600 people"),
        ({"value": 400, "to": 450}, {}, "400 to 450 people"),
        ({"value": 500}, {"direction": "hold", "within": 20, "because": "enough"}, "480 to 520 people"),
        ({"change": -25, "change_in": "per-cent"}, {}, "down 25% (to 375)"),
        ({"change": 2, "change_in": "points"}, {"unit": "per cent", "start": 40}, "up 2 percentage points (to 42%)"),
        ({"change": -50, "change_in": "units"}, {}, "down 50 people (to 450)"),
    ],
)
def test_a_target_is_said_in_words(target: dict[str, Any], more: dict[str, Any], said: str) -> None:
    """Direction in words, ranges and changes worked out from the baseline."""
    value = TargetValue.model_validate({"period": "2016-17"} | target)
    assert say.level(value, indicator(**more)) == said


def test_a_change_keeps_the_decimals_of_its_baseline() -> None:
    """A tenth stays a tenth."""
    value = TargetValue.model_validate({"period": "2016-17", "change": -10, "change_in": "per-cent"})
    assert reach(value, indicator(start=21.3)) == Decimal("19.2")


def test_a_share_is_of_something() -> None:
    """No division by nothing."""
    assert say.share(1, 8) == "12.5%"
    assert say.share(1, 1) == "100%"
    assert say.share(1, 0) == ""


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("15.0", "per cent", "15.0 percentage points"),
        ("1", "% of leavers", "1 percentage point"),
        ("6.6", "per 1,000 people", "6.6"),
        ("3100", "pounds", "£3,100"),
    ],
)
def test_two_percentages_lie_percentage_points_apart(value: str, unit: str, said: str) -> None:
    assert say.difference(Decimal(value), unit) == said
