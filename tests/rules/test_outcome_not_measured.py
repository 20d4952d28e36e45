"""Whether anybody will know."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

WHAT = "what:\n  statement: People aged 65 and over fall less often\n"


@pytest.mark.parametrize("indicators", ["", "  indicators:", "  indicators: []", "  indicators: to be agreed"])
def test_an_outcome_without_an_indicator_is_reported(indicators):
    assert raised("outcome-not-measured", "what", WHAT + indicators) == ["none"]


@pytest.mark.parametrize(
    "indicators",
    [
        "  indicators: [{use: prevention-share}]",
        "  indicators: [{id: admissions, not_yet: {missing: A measure, owner: tsi, due: 2014-03-31}}]",
        "  not_yet: {missing: A measure, owner: tsi, due: 2014-03-31}",
    ],
)
def test_a_shared_one_and_one_to_come_are_enough(indicators):
    assert raised("outcome-not-measured", "what", WHAT + indicators) == []


def test_without_indicators_nothing_is_said_of_targets_that_are_only_work():
    rules = {name: all_rules()[name] for name in ("outcome-not-measured", "process-only-targets")}
    found = checked(put("what", WHAT + "  indicators: []"), rules).findings
    assert [one.rule for one in found if one.rule in rules] == ["outcome-not-measured"]
