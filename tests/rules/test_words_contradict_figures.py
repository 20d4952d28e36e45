"""Words held against the figures they speak of."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

RULE = "words-contradict-figures"
MILESTONES = """\
- id: children
  what:
    statement: {statement}
    for_whom: {whom}
    success:
      - by: {by}
        looks_like: {success}
    factors: [poverty]
    indicators:
      - id: milestones
        name: {name}
        kind: outcome
        unit: {unit}
        direction: up
        baseline: {{period: 2012, value: {baseline}}}
  how:
    - {{action: Visits, owner: nhs-beg, due: 2014-12-01}}
  by_whom: {{lead: nhs-beg}}
  when:
    targets:
      - indicator: milestones
        values:
          - {{period: 2017, value: 85}}
          - {{period: 2026, {target}}}
"""


def _outcome(**words):
    plain = {
        "statement": "Children reach their milestones",
        "whom": "Small children",
        "by": "2017",
        "success": "Families know their health visitor by name",
        "name": "Children who reach the milestones expected at their age",
        "unit": "per cent of children",
        "baseline": "72",
        "target": "value: 90",
    }
    return raised(RULE, "outcome", MILESTONES.format(**(plain | words)))


@pytest.mark.parametrize(
    ("statement", "cases"),
    [
        ("95 per cent of children reach their milestones by 2026", ["figure"]),
        ("By 2026, 95% of children reach their **milestones**", ["figure"]),
        ("95.0 % of children reach the [expected milestones](https://example.org) by the end of 2026", ["figure"]),
        ("90 per cent of children reach their milestones by 2026", []),
        ("90% of children reach their milestones by 2026", []),
        ("85 per cent of children reach their milestones by 2017, and 90 per cent by 2026", []),
        ("Children who reach their milestones rise from 72 per cent in 2012 to 90 per cent by 2026", []),
        ("Children who reach their milestones rise from 70 per cent in 2012 to 90 per cent by 2026", ["figure"]),
        ("Children who reach their milestones rise from 72 to 95 per cent by 2026", ["figure"]),
        ("At least 80 per cent of children reach their milestones by 2026", []),
        ("At least 95 per cent of children reach their milestones by 2026", ["figure"]),
        ("Nearly 95 per cent of children reach their milestones by 2026", []),
        ("95 per cent of children reach their milestones", ["figure"]),
        ("85 per cent of children reach their milestones", []),
        ("95 per cent of children reach their milestones by 2020", []),
        ("85–95 per cent of children reach their milestones by 2026", []),
        ("95 per cent of children in Muirton reach their milestones by 2026", []),
        ("95 per cent of children in the poorest fifth reach their milestones by 2026", []),
        ("The 95 children of the nursery reach their milestones by 2026", []),
        ("Fewer than 95 in 1,000 children miss their milestones by 2026", []),
        ("95 per cent of adults are in work by 2026", []),
        ("Children aged 0–5 reach their milestones by 2026", []),
        ("25 per cent more children reach their milestones by 2026", []),
        ("40 per cent more children reach their milestones by 2026 than in 2012", ["figure"]),
        ("18 percentage points more children reach their milestones by 2026", []),
        ("25 percentage points more children reach their milestones by 2026", ["figure"]),
        ("40 per cent more children reach their milestones by 2026 than in 2008", []),
        ("Half of the 95 per cent of children reach their milestones by 2026", []),
        ("An average of 95 per cent of children reach their milestones by 2026", ["figure"]),
        ("3 per cent more children reach their milestones each year until 2026", []),
    ],
)
def test_a_statement_is_held_against_the_only_measure_in_its_unit_and_period(statement, cases):
    assert _outcome(statement=f"'{statement}'") == cases


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ({"success": "88 per cent of children reach the milestones expected at their age"}, ["figure"]),
        ({"success": "85 per cent of children reach the milestones expected at their age"}, []),
        ({"success": "88 per cent of children have had their review at 30 months"}, []),
        ({"unit": "homes", "name": "Affordable homes", "success": "Planning permission for 50 affordable homes"}, []),
        ({"unit": "homes", "name": "Homes insulated", "success": "Half of the 4,600 homes are insulated"}, []),
        ({"unit": "homes", "name": "Homes insulated", "success": "40 homes are insulated each year"}, []),
        ({"unit": "homes", "name": "Homes insulated", "success": "2,000 homes are insulated"}, ["figure"]),
        (
            {
                "unit": "per 10,000 children",
                "name": "Children in accidents",
                "success": "Children in accidents are down to 120 in every 10,000",
            },
            ["figure"],
        ),
        (
            {
                "unit": "per cent of appointments",
                "success": "88 per cent of children reach the milestones expected at their age",
            },
            ["figure"],
        ),
        ({"success": "Three in four children reach the milestones expected at their age"}, []),
        ({"success": "The new service opens by March 2016"}, ["date"]),
        ({"success": "By June 2017 the new service is open"}, []),
        ({"success": "A plan for a city without cars by 2030"}, []),
        ({"success": "Schools built by 1975 are insulated"}, []),
        ({"whom": "Children in Muirton", "statement": "Children in Kirkhill reach their milestones"}, []),
        ({"target": "value: 88, to: 95", "statement": "95 per cent of children reach their milestones by 2026"}, []),
        (
            {
                "target": "change: 25, change_in: per-cent",
                "statement": "90 per cent of children reach their milestones by 2026",
            },
            [],
        ),
        (
            {
                "target": "change: 25, change_in: per-cent",
                "statement": "A rise of 25 per cent in children who reach their milestones by 2026",
            },
            [],
        ),
        (
            {
                "target": "change: 25, change_in: per-cent",
                "statement": "A rise of 40 per cent in children who reach their milestones by 2026",
            },
            ["figure"],
        ),
        (
            {
                "unit": "children",
                "baseline": "1200",
                "target": "value: 1500",
                "statement": "1,500 children reach their milestones by 2026",
            },
            [],
        ),
        (
            {
                "unit": "children",
                "baseline": "1200",
                "target": "value: 1500",
                "statement": "1,600 children reach their milestones by 2026",
            },
            ["figure"],
        ),
    ],
)
def test_other_words_of_an_outcome(words, cases):
    assert _outcome(**words) == cases


TWO_PLACES = ("localities:\n", "localities:\n  - {id: kirkhill, name: Kirkhill}\n")


def test_a_statement_on_one_place_and_people_of_another():
    text = MILESTONES.format(
        statement="Children in Kirkhill reach their milestones", whom="Children in Muirton", by="2017", success="They thrive",
        name="Children who reach their milestones", unit="per cent of children", baseline="72", target="value: 90",
    )  # fmt: skip
    assert raised(RULE, "outcome", text, TWO_PLACES) == ["place"]
    assert raised(RULE, "outcome", text.replace("whom: Children", "whom: Children in Kirkhill and"), TWO_PLACES) == []


ACTION = "- id: classes\n  action: {text}\n  owner: tsi\n  due: {due}\n  contributes_to: [admissions]\n  preventive: before\n  measure: {{{measure}}}\n"


@pytest.mark.parametrize(
    ("text", "measure", "cases"),
    [
        (
            "Surgeries send 2,400 patients a year to walking groups",
            "name: Patients who finish twelve weeks, counted: in-the-year, target: 1500",
            [],
        ),
        (
            "2,400 patients a year finish twelve weeks",
            "name: Patients who finish twelve weeks, counted: in-the-year, target: 1500",
            ["figure"],
        ),
        ("Classes for 480 people a year", "name: People, counted: in-the-year, target: 450", ["figure"]),
        ("Classes for 480 people a year", "name: People, counted: in-the-year, target: 480", []),
        ("Classes for 480 people a year", "name: People, counted: in-total, target: 1920", []),
        ("Classes for 480 people a year", "name: People, target: 1920", []),
        ("Classes for 480 people a year", "name: People, target: 450", ["figure"]),
        ("Rails in 1,200 homes", "name: Homes fitted, counted: in-total, target: 1300", ["figure"]),
        ("Rails in 1,200 homes", "name: Homes fitted, counted: in-total, target: 300, by: 2014-03-31", []),
        ("Rails in 1,200 homes", "name: Homes fitted, counted: in-the-year, target: 300", []),
        ("Rails in 1,200 homes in eight villages", "name: Places in classes, counted: in-total, target: 480", []),
        ("Rails in at least 1,200 homes", "name: Homes fitted, counted: in-total, target: 1300", []),
    ],
)
def test_an_action_is_held_against_its_own_measure(text, measure, cases):
    assert raised(RULE, "action", ACTION.format(text=f"'{text}'", due="2016-12-31", measure=measure)) == cases


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Open the new hub by December 2013", ["date"]),
        ("Open the new hub by 2016", []),
        ("Open the new hub by December 2016", []),
        ("Open the new hub by 2016/17", []),
        ("Open the hub that was promised by 2010 in the town hall", []),
        ("Get ready for the ban on coal by 2020", []),
    ],
)
def test_an_action_is_held_against_its_own_date(text, cases):
    assert raised(RULE, "action", ACTION.format(text=text, due="2016-12-31", measure="name: Hubs, target: 1")) == cases


@pytest.mark.parametrize(
    ("title", "cases"),
    [
        ("Strathbeg Single Outcome Agreement 2013 to 2016", ["years"]),
        ("Strathbeg Single Outcome Agreement 2011-14", ["years"]),
        ("Strathbeg Single Outcome Agreement 2013/14 to 2022/23", []),
        ("Strathbeg Single Outcome Agreement 2013–23", []),
        ("Strathbeg Single Outcome Agreement 2013-14", []),
        ("Strathbeg Single Outcome Agreement 2013", []),
    ],
)
def test_the_years_of_the_title_are_those_of_the_agreement(title, cases):
    text = FRAME.replace("Strathbeg Single Outcome Agreement 2013 to 2023", title)
    found = checked(text, {RULE: all_rules()[RULE]}).findings
    assert [one.case for one in found] == cases
