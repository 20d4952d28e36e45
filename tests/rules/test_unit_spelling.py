"""Which units are respelt, and which are left as they are."""

import pytest

from soa.rules.unit_spelling import _house_form


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("%", "per cent"),
        ("% of adults", "per cent of adults"),
        ("Percentage of pupils", "per cent of pupils"),
        ("percent", "per cent"),
        ("per 1000 people", "per 1,000 people"),
        ("per 100 000 people", "per 100,000 people"),
        ("deaths per 1000000", "deaths per 1,000,000"),
    ],
)
def test_these_have_one_right_spelling(unit, wanted):
    assert _house_form(unit) == wanted
    assert _house_form(wanted) == wanted


@pytest.mark.parametrize(
    "unit",
    [
        "per cent",
        "percentage points",
        "people",
        "per 1,000 people",
        "per 100 people",
        "pounds",
        "parents",
        "per 10 homes in 2000",
        "cents",
        "days per 1,200 beds",
    ],
)
def test_these_are_left_alone(unit):
    assert _house_form(unit) == unit
