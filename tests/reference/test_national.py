"""National outcomes, the priorities of 2012 and the core measures are whole and in order."""

from __future__ import annotations

import re
from datetime import date

import pytest

from soa.reference import FRAMEWORKS, core_indicators, framework_on, national_outcomes, policy_priorities

ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"


@pytest.mark.parametrize(("framework", "count"), list(zip(FRAMEWORKS, (15, 16, 11), strict=True)))
def test_each_framework_has_all_its_outcomes_numbered_from_one(framework: str, count: int) -> None:
    outcomes = national_outcomes(framework)
    assert [each.number for each in outcomes] == list(range(1, count + 1))
    assert all(re.match(r"(We|Our) ", each.text) for each in outcomes)


def test_the_outcome_for_older_people_came_in_2011() -> None:
    older, newer = ({each.text for each in national_outcomes(name)} for name in ("npf-2007", "npf-2011"))
    (added,) = newer - older
    assert "independence as they get older" in added
    assert older < newer


def test_an_unknown_framework_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="npf-2016"):
        national_outcomes("npf-2016")


@pytest.mark.parametrize(
    ("day", "framework"),
    [
        (date(2008, 4, 1), "npf-2007"),
        (date(2011, 12, 13), "npf-2007"),
        (date(2011, 12, 14), "npf-2011"),
        (date(2013, 4, 1), "npf-2011"),
        (date(2018, 6, 10), "npf-2011"),
        (date(2018, 6, 11), "npf-2018"),
        (date(2026, 4, 1), "npf-2018"),
    ],
)
def test_the_framework_is_that_of_the_day(day: date, framework: str) -> None:
    assert framework_on(day) == framework


def test_the_six_priorities_of_2012_have_ids() -> None:
    assert [each.number for each in policy_priorities()] == [1, 2, 3, 4, 5, 6]
    assert all(re.fullmatch(ID, each.id) for each in policy_priorities())
    assert "older-people" in [each.id for each in policy_priorities()]


def test_core_indicators_are_complete_and_fit_the_format() -> None:
    assert len(core_indicators()) == len({each.id for each in core_indicators()}) == 20
    for each in core_indicators():
        assert re.fullmatch(ID, each.id)
        assert all((each.name, each.unit, each.definition, each.source))
        assert each.direction in ("up", "down", "context")
        assert each.measured_over in ("financial-year", "school-year", "calendar-year")
        assert each.averaged_over in (1, 3)
        assert "%" not in each.unit
