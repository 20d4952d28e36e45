"""Counts of very few people, shown or worked out."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put, said

RULE = "small-number-shown"
CHILDREN = """
- id: admissions
  name: Children on the child protection register
  kind: outcome
  unit: {unit}
  direction: down
  {values}
"""


def _cases(values, unit="children", name=""):
    text = CHILDREN.format(unit=unit, values=values.replace("\n", "\n  "))
    return raised(RULE, "indicator", text.replace("Children on the child protection register", name) if name else text)


@pytest.mark.parametrize(
    ("values", "cases"),
    [
        ("baseline: {period: 2012-13, value: 3}", ["shown"]),
        ("baseline: {period: 2012-13, value: 4.0}", ["shown"]),
        ("baseline: {period: 2012-13, value: 0}", []),
        ("baseline: {period: 2012-13, value: 5}", []),
        ("baseline: {period: 2012-13, suppressed: true}", []),
        ("baseline: {period: 2012-13, value: 3, public: false}", []),
        ("public: false\nbaseline: {period: 2012-13, value: 3}", []),
        ("averaged_over: 3\nbaseline: {period: 2012-13, value: 3.3}", []),
        ("averaged_over: 3\nbaseline: {period: 2012-13, value: 1.3}", ["shown"]),
        ("baseline: {period: 2012-13, value: 9}\nhistory: [{period: 2011-12, value: 2}]", ["shown"]),
        (
            "baseline: {period: 2012-13, value: 46}\nbreakdown: [{of: muirton, baseline: {period: 2012-13, value: 3}}]",
            ["shown"],
        ),
    ],
)
def test_a_count_of_one_to_four_people_is_not_shown(values, cases):
    assert _cases(values) == cases


@pytest.mark.parametrize(
    ("name", "unit", "cases"),
    [
        ("Suicides", "number", ["shown"]),
        ("Number of looked-after children excluded from school", "number", ["shown"]),
        ("Unplanned admissions", "admissions", ["shown"]),
        ("People killed on the roads", "people", []),
        ("Deaths in accidental fires at home", "deaths", []),
        ("Staff trained in child protection", "people", []),
        ("Care homes graded good", "homes", []),
        ("New businesses", "businesses", []),
        ("Places in refuges for women", "places", []),
        ("Waiting time of a child", "weeks", []),
        ("Cost for each child", "pounds a child", []),
    ],
)
def test_only_people_are_guarded_and_not_those_who_are_counted_one_by_one_in_public_anyway(name, unit, cases):
    assert _cases("baseline: {period: 2012-13, value: 3}", unit, name) == cases


SPLIT = "baseline: {{period: 2012-13, value: 46}}\nbreakdown:\n  - {{of: {one}, baseline: {{period: 2012-13, {first}}}}}\n  - {{of: {two}, baseline: {{period: 2012-13, {second}}}}}"


@pytest.mark.parametrize(
    ("one", "first", "two", "second", "cases"),
    [
        ("muirton", "value: 43", "kirkhill", "suppressed: true", ["left-over"]),
        ("muirton", "value: 43", "kirkhill", "value: 8, public: false", ["left-over"]),
        ("muirton", "value: 30", "kirkhill", "suppressed: true", []),
        ("muirton", "suppressed: true", "kirkhill", "suppressed: true", []),
        ("most-deprived-fifth", "value: 30", "least-deprived-fifth", "value: 14", ["left-over"]),
        ("girls", "value: 20", "under-fives", "value: 23", []),
        ("girls", "value: 20", "boys", "value: 26", []),
        ("under-sixteens", "value: 44", "girls", "value: 20", ["left-over"]),
    ],
)
def test_a_count_that_was_left_out_cannot_be_worked_out_from_the_whole(one, first, two, second, cases):
    assert _cases(SPLIT.format(one=one, first=first, two=two, second=second)) == cases


@pytest.mark.parametrize(
    ("unit", "reading", "cases"),
    [
        ("per cent of children", "value: 3.4, base: 58", ["worked-out"]),
        ("per cent of children", "value: 34.5, base: 58", []),
        ("per cent of children", "value: 3.4", []),
        ("per cent of children", "value: 3, base: 100", ["worked-out"]),
        ("per cent of children", "value: 1, base: 390", []),
        ("per cent of children", "value: 98.3, base: 58", ["rest"]),
        ("per cent of children", "value: 100, base: 58", []),
        ("per cent of children", "value: 66.7, base: 3", ["shown"]),
        ("per cent of children", "value: 5.2, numerator: 3, denominator: 58", ["shown"]),
        ("per 1,000 children", "value: 2.3, base: 1304", ["worked-out"]),
        ("per 10,000 people", "value: 0.3, base: 92000", ["worked-out"]),
        ("per cent of children asked", "value: 3.4, base: 58", []),
        ("per cent of children", "value: 3.4, base: 58, margin: 2.0", []),
        ("per cent of reviews due", "value: 3.4, base: 58", []),
        ("per cent of children", "value: 3.4, base: 58, public: false", []),
    ],
)
def test_a_count_cannot_be_worked_out_from_a_share_and_what_it_is_out_of(unit, reading, cases):
    assert _cases(f"baseline: {{period: 2012-13, {reading}}}", unit) == cases


@pytest.mark.parametrize(
    ("values", "unit", "cases"),
    [
        ("{period: 2014-15, value: 6}, {period: 2016-17, value: 3}", "children", ["target"]),
        ("{period: 2014-15, value: 6}, {period: 2016-17, value: 0}", "children", []),
        ("{period: 2014-15, value: 3}", "homes", []),
        ("{period: 2014-15, value: 3}", "per cent of children", []),
    ],
)
def test_a_target_is_no_count_of_anybody_and_is_only_advised_on(values, unit, cases):
    text = put("indicator", CHILDREN.format(unit=unit, values="baseline: {period: 2012-13, value: 12}"))
    when = f"when:\n  targets: [{{indicator: admissions, values: [{values}]}}]"
    found = checked(put("when", when, text), {RULE: all_rules()[RULE]}).findings
    assert [one.case for one in found] == cases


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("In Muirton 3 children were on the child protection register in 2012/13.", ["said"]),
        ("Two drug deaths in the village have shaken everybody.", ["said"]),
        ("**Four** young people were homeless last winter.", ["said"]),
        ("Suicides rose from 3 to 7.", ["said"]),
        ("Suicides fell from 30 to 27, over 4 years.", []),
        ("Deaths fell from 4.1 to 3.2 per cent.", []),
        ("Deaths on the roads fell from 4 to 2.", []),
        ("Three in four children looked after at home go to school.", []),
        ("Two people in five die of smoking.", []),
        ("One child in nine is looked after.", []),
        ("Fewer than five children were on the register.", []),
        ("Two deaths on the roads.", []),
        ("Women aged 2 to 4 years older were admitted.", []),
        ("12 children were on the register.", []),
        ("Two nurses and four officers visit people who are homeless.", []),
        ("Three children's homes were closed, and their children looked after elsewhere.", []),
        ("Two women run the hall.", []),
        ("| Place | Children on the register |\n|---|---|\n| Muirton | 3 |\n| Kirkhill | 11 |", ["said"]),
        ("| Place | People | Halls |\n|---|---|---|\n| Muirton | 6,100 | 3 |", []),
    ],
)
def test_texts_are_read_with_care(text, cases):
    indented = text.replace("\n", "\n    ")
    assert raised(RULE, "place", f"place:\n  text: |\n    {indented}") == cases


def test_all_small_counts_of_a_measure_are_said_once():
    values = "baseline: {period: 2012-13, value: 46}\nbreakdown:\n" + "\n".join(
        f"  - {{of: muirton, baseline: {{period: 2012-13, value: {number}}}}}" for number in (3, 4, 9, 1, 2, 3, 4)
    )
    text = put("indicator", CHILDREN.format(unit="children", values=values.replace("\n", "\n  ")))
    messages = [line.split(": ", 2)[2] for line in said(checked(text)) if RULE in line]
    assert messages == [
        "a count of very few people is shown: 3 (Muirton), 4 (Muirton), 1 (Muirton), 2 (Muirton) and 2 more"
    ]


def test_a_count_that_can_be_worked_out_is_told_in_a_whole_sentence():
    example = all_rules()[RULE].bad
    (message,) = [
        line.split(": ", 1)[1] for line in said(checked(put(all_rules()[RULE].example_of, example))) if RULE in line
    ]
    assert message.endswith(
        "a count of very few people can be worked out: value and base show that it is 3 people (Muirton)"
    )
