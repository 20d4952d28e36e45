"""Whether national targets take the place of local measures."""

import pytest

from tests.rules.alone import raised

RULE = "national-targets-crowd-out"
HEAT = "national_target: HEAT"


def _cases(*indicators, starts="2013-04-01"):
    listed = "".join(f"          - {{id: i{number}, {said}}}\n" for number, said in enumerate(indicators))
    text = f"- id: care\n  title: Older people go home sooner\n  lead: nhs-beg\n  outcomes:\n    - id: sooner\n      what:\n        indicators:\n{listed}"
    return raised(RULE, "another", text, ("starts: 2013-04-01", f"starts: {starts}"))


def test_more_than_half_and_an_only_measure_are_questioned_and_half_is_not():
    assert _cases(HEAT) == ["most"]
    assert _cases(HEAT, HEAT, "name: Carers who can keep going") == ["most"]
    assert _cases(HEAT, "name: Carers who can keep going") == []


def test_ldp_standards_and_national_aims_count_like_heat():
    assert _cases("national_target: LDP standard", starts="2016-04-01") == ["most"]
    assert _cases("name: Children as expected at 27 to 30 months, source: Early Years Collaborative") == ["most"]
    assert _cases("name: Four hours, definition: As for the HEAT target") == ["most"]


@pytest.mark.parametrize(
    "said",
    [
        "core: emergency-admissions, name: Emergency admissions",
        "name: Homes without heat",
        "name: Homes built under the LDP",
        f"{HEAT}, breakdown: [{{of: muirton, baseline: {{period: 2012-13, value: 8}}, targets: [{{period: 2014-15, value: 6}}]}}]",
        f"{HEAT}, direction: context",
    ],
)
def test_a_core_indicator_and_a_national_target_with_a_level_for_a_locality_are_local(said):
    assert _cases(said) == []


def test_a_target_that_had_ended_before_the_plan_began_is_named():
    assert _cases(HEAT, "name: Carers", starts="2015-03-01") == []
    assert _cases(HEAT, "name: Carers", starts="2016-04-01") == ["not-in-force"]
    assert _cases("national_target: LDP standards", "name: Carers", starts="2013-04-01") == []
