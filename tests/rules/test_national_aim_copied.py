"""Whether a target is the area's own."""

import pytest

from soa.reference.national_aims import national_aims
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

INDICATOR = "- id: admissions\n  name: %s\n  kind: outcome\n  unit: %s\n  direction: %s\n  baseline: {period: 2012-13, value: %s}\n"
MILESTONES = INDICATOR % (
    "Children who reach all milestones at the 27-30 month review",
    "per cent of children reviewed",
    "up",
    71.0,
)


def _found(indicator, *values, changes=()):
    when = "when: {targets: [{indicator: admissions, values: [" + ", ".join(f"{{{value}}}" for value in values) + "]}]}"
    text = put("when", when, put("indicator", indicator))
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    rule = {"national-aim-copied": all_rules()["national-aim-copied"]}
    return [one.case for one in checked(text, rule).findings if one.rule in rule]


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        (["period: 2016-17, value: 85.0"], ["copied"]),
        (["period: 2016-17, value: 85"], ["copied"]),
        (["period: 2014-15, value: 85", "period: 2016-17, value: 85"], ["copied"]),
        (["period: 2014-15, value: 76", "period: 2016-17, value: 85"], []),
        (["period: 2016-17, value: 82"], []),
        (["period: 2016-17, value: 85, because: It is as far from here as it was in Muirton"], []),
        (["period: 2016-17, change: 14, change_in: points"], []),
    ],
)
def test_a_national_aim_alone_is_no_local_target(values, cases):
    assert _found(MILESTONES, *values) == cases


def test_a_target_for_one_place_makes_it_local():
    split = (
        MILESTONES
        + "  breakdown:\n    - {of: muirton, baseline: {period: 2012-13, value: 60}, targets: [{period: 2016-17, value: 80}]}\n"
    )
    assert _found(split, "period: 2016-17, value: 85") == []


def test_other_measures_that_happen_to_have_the_figure_are_left_alone():
    other = INDICATOR % ("People still at home after 90 days", "per cent of people", "up", 81.0)
    assert _found(other, "period: 2016-17, value: 85") == []
    assert raised("national-aim-copied", "indicator", MILESTONES) == []


def test_it_holds_while_the_aim_was_in_force():
    later = [("starts: 2013-04-01", "starts: 2018-04-01"), ("ends: 2023-03-31", "ends: 2028-03-31")]
    assert _found(MILESTONES, "period: 2026-27, value: 85", changes=later) == []


@pytest.mark.parametrize(
    ("name", "unit", "start", "level"),
    [
        ("Stillbirths", "per 1,000 births", 5.1, 4.3),
        ("Infant mortality", "per 1,000 live births", 3.9, 3.1),
    ],
)
def test_rates_are_known_by_their_words_and_unit(name, unit, start, level):
    assert _found(INDICATOR % (name, f'"{unit}"', "down", start), f"period: 2015-16, value: {level}") == ["copied"]


def test_every_aim_has_its_words_its_figure_and_its_dates():
    assert len({aim.id for aim in national_aims()}) == len(national_aims()) == 6
    assert all(str(aim.level) in aim.aim and aim.words and aim.starts < aim.ends for aim in national_aims())
