"""Counts and surveys that say what they are out of."""

import pytest

from tests.rules.alone import raised

RULE = "missing-denominator"


def _cases(name, unit, more="baseline: {period: 2012-13, value: 375}", direction="down", kind="outcome"):
    text = f"- id: admissions\n  name: {name}\n  kind: {kind}\n  unit: {unit}\n  direction: {direction}\n  "
    return raised(RULE, "indicator", text + more.replace("\n", "\n  "))


def test_a_count_of_people_for_the_whole_area_is_asked_what_it_is_out_of():
    assert _cases("Emergency admissions of people over 75", "number") == ["count"]
    assert _cases("People who live on a low income", "people") == ["count"]


@pytest.mark.parametrize(
    ("name", "unit", "more"),
    [
        ("Deaths in accidental fires at home", "deaths", ""),
        ("People killed or seriously injured on the roads", "people", ""),
        ("People delayed in hospital", "people", ""),
        ("Homeless people", "people", ""),
        ("Homes built", "homes", ""),
        ("Emergency admissions", "per 1,000 people", ""),
        ("People admitted in Muirton", "people", "level: locality"),
        ("People admitted", "people", "national_target: HEAT"),
        ("People admitted", "people", "core: emergency-admissions"),
    ],
)
def test_what_is_counted_nationally_or_in_a_small_place_passes(name, unit, more):
    assert _cases(name, unit, f"{more}\nbaseline: {{period: 2012-13, value: 375}}".lstrip()) == []


@pytest.mark.parametrize("start", ["value: 375, base: 17600", "value: 12", "suppressed: true"])
def test_a_count_with_its_base_or_too_small_for_a_rate_passes(start):
    assert _cases("People admitted", "people", f"baseline: {{period: 2012-13, {start}}}") == []


def test_outputs_context_and_aims_of_nought_pass():
    assert _cases("People trained", "people", kind="output") == []
    assert _cases("People aged 75 and over", "people", direction="context") == []
    nought = ("- {period: 2022-23, value: 15.0}", "- {period: 2022-23, value: 0}")
    text = "- id: admissions\n  name: People admitted\n  kind: outcome\n  unit: people\n  direction: down\n  baseline: {period: 2012-13, value: 375}"
    assert raised(RULE, "indicator", text, nought) == []


@pytest.mark.parametrize(
    ("more", "cases"),
    [
        ("source: Citizens' Panel of the council\nbaseline: {period: 2012, value: 57}", ["survey"]),
        ("source: Tenants' survey\nbaseline: {period: 2012, value: 57}", ["survey"]),
        ("source: Tenants' survey\nbaseline: {period: 2012, value: 57, base: 610}", []),
        ("source: Tenants' survey\nbaseline: {period: 2012, value: 57, margin: 3.4}", []),
        ("source: Scottish Household Survey\nbaseline: {period: 2012, value: 57}", []),
        ("source: Panel of the health board\nlevel: health-board\nbaseline: {period: 2012, value: 57}", []),
        ("source: School records\nbaseline: {period: 2012, value: 57}", []),
        ("baseline: {period: 2012, value: 57}", []),
    ],
)
def test_only_a_survey_of_the_partners_own_is_asked_how_many_answered(more, cases):
    assert _cases("Adults who feel safe after dark", "per cent of adults", more) == cases


def test_it_is_said_once_for_an_agreement():
    count = (
        "              unit: per cent\n              direction: up\n              source: NHS Beg",
        "              unit: people\n              direction: up\n              source: NHS Beg",
    )
    base = ("value: 81.0, base: 640", "value: 810")
    text = "- id: admissions\n  name: People admitted\n  kind: outcome\n  unit: people\n  direction: down\n  baseline: {period: 2012-13, value: 375}"
    assert raised(RULE, "indicator", text, count, base) == ["count"]
