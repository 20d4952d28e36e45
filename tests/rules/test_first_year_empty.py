"""Whether anything is different within a year."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked

RULE = "first-year-empty"
AGREEMENT = """
agreement: {{starts: {starts}{header}}}
priorities:
  - id: older-people
    outcomes:
      - id: falls
        what: {{statement: People fall less often{what}}}
        how:
          - {{action: Classes, owner: tsi, due: {due}{action}}}
        when:
          targets: [{{indicator: admissions, values: [{{period: {period}, value: 15}}]}}]
          {when}
"""


def _cases(
    starts="2013-04-01", due="2017-02-28", period="2016-17", header="", what="", action="", when="", options=None
):
    text = AGREEMENT.format(starts=starts, due=due, period=period, header=header, what=what, action=action, when=when)
    settings = Settings(options={RULE: options or {}})
    return [
        one.case for one in checked(text, {RULE: all_rules()[RULE]}, settings=settings).findings if one.rule == RULE
    ]


def test_a_plan_that_begins_years_away_is_questioned_once():
    assert _cases() == ["empty"]
    assert _cases(due="2014-04-01", period="2014-15") == ["empty"]


@pytest.mark.parametrize(
    "more",
    [
        {"due": "2014-03-31"},
        {"due": "2013-14"},
        {"due": "2013-14 Q4"},
        {"period": "2013-14"},
        {"period": "2013"},
        {"action": ", steps: [{step: Two halls, by: 2013-11-29}]"},
        {"action": ", starts: 2013-09-02"},
        {"action": ", pilot: {decision_by: 2014-02-28}"},
        {"when": "milestones: [{milestone: One route is open, by: 2014-03-14}]"},
        {"what": ", success: [{by: 2014-03-01, looks_like: One number to ring}]"},
    ],
)
def test_a_due_date_a_start_a_step_a_milestone_or_a_target_is_enough(more):
    assert _cases(**more) == []


def test_a_year_that_may_fall_within_it_counts():
    assert _cases(due="2014") == []
    assert _cases(starts="2016", due="2017", period="2021") == []
    assert _cases(starts="2016", due="2018", period="2021") == ["empty"]


def test_a_later_version_is_judged_from_the_day_it_was_agreed():
    assert _cases(starts="2016-04-01", due="2019-10-31", period="2021", header=", agreed: 2019-02-26") == []
    assert _cases(starts="2016-04-01", due="2016-10-31", period="2021", header=", agreed: 2019-02-26") == ["empty"]


@pytest.mark.parametrize(
    "more",
    [
        {"due": "soon"},
        {"when": "not_yet: {missing: Milestones, owner: tsi, due: 2013-09-30}"},
        {"starts": "spring"},
    ],
)
def test_dates_that_cannot_be_read_or_are_honestly_to_come_may_bring_it(more):
    assert _cases(**more) == []


def test_the_number_of_months_is_an_option():
    assert _cases(due="2014-09-30", options={"months": 18}) == []
    assert _cases(due="2014-03-31", options={"months": 6}) == ["empty"]


MEANS = """resources:
  - {{partner: tsi, serves: [{serves}], kind: volunteer-time, preventive: true, {years}}}
"""


def _means(years, serves="older-people", *changes):
    return raised(RULE, "resources", MEANS.format(serves=serves, years=years), *changes)


@pytest.mark.parametrize(
    ("years", "cases"),
    [
        ("years: [{year: 2014-15, hours: 300}]", ["no-means"]),
        ("years: [{year: 2015-16, hours: 300}, {year: 2014-15, hours: 300}]", ["no-means"]),
        ("years: [{year: 2013-14, hours: 300}, {year: 2014-15, hours: 300}]", []),
        ("what: Two halls", []),
        ("years: [{year: 2014-15, hours: 300}], not_yet: {missing: This year, owner: tsi, due: 2013-09-30}", []),
    ],
)
def test_what_is_put_in_only_after_the_first_year_is_questioned(years, cases):
    assert _means(years) == cases


def test_one_line_in_the_first_year_is_enough_for_a_priority():
    both = "years: [{year: 2014-15, hours: 300}]}\n  - {partner: council, serves: [falls], kind: people, years: [{year: 2013-14, whole_time: 1}]"
    assert _means(both) == []


def test_a_building_without_years_is_there_from_the_first_day():
    both = (
        "years: [{year: 2014-15, hours: 300}]}\n  - {partner: council, serves: [falls], kind: building, what: Two halls"
    )
    assert _means(both) == []


@pytest.mark.parametrize(("starts", "cases"), [("2013-10-01", []), ("2013-01-01", ["no-means"])])
def test_the_first_year_is_the_agreements_own_and_not_the_financial_one(starts, cases):
    begins = ("  starts: 2013-04-01", f"  starts: {starts}")
    assert _means("years: [{year: 2014-15, hours: 300}]", "older-people", begins) == cases
