"""Where an indicator starts from."""

import pytest

from tests.rules.alone import raised

INDICATOR = "- id: admissions\n  name: Emergency admissions after a fall\n  kind: outcome\n  unit: per 1,000 people\n"


@pytest.mark.parametrize(
    ("start", "cases"),
    [
        ("direction: down", ["none"]),
        ("direction: down\n  baseline:", ["none"]),
        ("direction: down\n  baseline: not known", ["none"]),
        ("direction: hold\n  within: 1.0\n  because: It is among the best", ["none"]),
        ("direction: down\n  baseline: {period: 2015-16, value: 21.3}", ["late"]),
        ("direction: down\n  baseline: {period: 2012-13, value: 21.3}", []),
        ("direction: up\n  baseline: {period: 2012-13, value: 0}", []),
        ("direction: down\n  baseline: {period: 2012-13, suppressed: true}", []),
        ("direction: down\n  baseline: {period: 2013-14, value: 21.3}", []),
        ("direction: context", []),
        ("direction: down\n  not_yet: {missing: The first reading, owner: tsi, due: 2014-05-31}", []),
    ],
)
def test_every_measure_has_a_start_unless_it_sets_the_scene_or_says_who_takes_the_first_reading(start, cases):
    assert raised("no-baseline", "indicator", f"{INDICATOR}  {start}") == cases


def test_a_breakdown_has_its_own_start():
    breakdown = "baseline: {period: 2012-13, value: 21.3}\n  breakdown:\n    - {of: kirkhill}"
    assert raised("no-baseline", "indicator", f"{INDICATOR}  direction: down\n  {breakdown}") == ["none"]
