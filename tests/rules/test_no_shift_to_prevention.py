"""Whether prevention's share rises."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

RULE = "no-shift-to-prevention"
LINE = "  - partner: {partner}\n    serves: [older-people]\n    kind: money\n    preventive: true\n    {more}\n    years:\n"


def _line(*years, partner="nhs-beg", more="source: mainstream"):
    text = LINE.format(partner=partner, more=more)
    for index, year in enumerate(years):
        amount, total = year if isinstance(year, tuple) else (year, None)
        named = f", of_total: {total}" if total else ""
        text += f"      - {{year: {2013 + index}-{14 + index}, amount: {amount}{named}}}\n"
    return text


def _cases(*lines):
    return raised(RULE, "resources", "resources:\n" + "".join(lines))


def test_a_share_that_falls_or_stays_is_questioned():
    assert _cases(_line((640_000, 8_100_000), (590_000, 8_100_000))) == ["share"]
    assert _cases(_line((640_000, 8_000_000), (640_000, 8_000_000))) == ["share"]
    assert _cases(_line((640_000, 8_000_000), (700_000, 8_000_000))) == []


def test_a_fall_within_a_larger_fall_of_the_whole_is_a_shift():
    assert _cases(_line((640_000, 8_100_000), (630_000, 7_700_000))) == []


def test_without_a_total_it_is_advice():
    assert _cases(_line(640_000, 590_000)) == ["amount"]
    assert _cases(_line(640_000, 640_000)) == ["amount"]
    assert _cases(_line(640_000, 650_000)) == []


def test_a_grant_that_ends_while_ordinary_money_rises_is_no_fall():
    ordinary = _line((400_000, 8_000_000), (480_000, 8_000_000))
    assert _cases(ordinary, _line(900_000, 100_000, more="source: change-fund")) == []
    assert _cases(ordinary, _line(900_000, 100_000, more="ends: 2015-03-31")) == []


def test_money_moved_between_partners_is_advice_at_most():
    up, down = (
        _line((400_000, 8_000_000), (600_000, 8_000_000)),
        _line((300_000, 5_000_000), (200_000, 5_000_000), partner="council"),
    )
    assert _cases(up, down) == ["one-partner"]
    level = _line((400_000, 8_000_000), (500_000, 8_000_000))
    assert _cases(level, _line((300_000, 5_000_000), (300_000, 5_000_000), partner="council")) == []


def test_only_the_partner_whose_part_becomes_less_is_named():
    lines = (
        _line((400_000, 8_000_000), (600_000, 8_000_000)),
        _line((300_000, 5_000_000), (200_000, 5_000_000), partner="council"),
    )
    found = checked(put("resources", "resources:\n" + "".join(lines)), {RULE: all_rules()[RULE]}).findings
    assert [one.message.rpartition(": ")[2] for one in found] == ["Strathbeg Council"]


def test_a_budget_that_two_lines_of_a_partner_name_is_counted_once():
    two = (_line((100_000, 8_000_000), (150_000, 9_000_000)), _line((100_000, 8_000_000), (100_000, 9_000_000)))
    assert _cases(*two) == []


def test_only_years_that_all_lines_give_are_compared():
    assert _cases(_line(400_000, 300_000, 500_000), _line(100_000, 100_000, partner="council")) == ["amount"]
    assert _cases(_line(400_000), _line(100_000, partner="council")) == []


def test_a_plan_honestly_to_come_and_amounts_that_cannot_be_read_are_left_alone():
    assert _cases(_line("to be settled", 590_000)) == []
    later = (
        "prevention:\n  statement: Fewer falls, because classes and visits come before the fall and not after it.",
        "prevention:\n  not_yet: {missing: All, owner: tsi, due: 2013-09-30}",
    )
    assert raised(RULE, "resources", "resources:\n" + _line(640_000, 590_000), later) == []


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("Raise the threshold for home care to critical need", ["threshold"]),
        ("Tighten eligibility criteria for day care", ["threshold"]),
        ("Raise attainment in Kirkhill", []),
        ("Lower the threshold for a visit", []),
        ("Raise the threshold for custody", []),
    ],
)
def test_help_that_becomes_harder_to_get_is_questioned(words, cases):
    action = f"- {{id: classes, action: {words}, owner: tsi, due: 2014-02-28, preventive: before}}"
    assert raised(RULE, "action", action) == cases


def test_an_amount_that_is_larger_than_its_whole_is_left_to_the_rule_on_totals():
    assert _cases(_line((41_000_000, 8_000_000), (520_000, 8_000_000))) == []


@pytest.mark.parametrize(
    ("what", "cases"),
    [
        ("Assessment ward, renamed the Early Response Service", ["renamed"]),
        ("Home care, reclassified in 2013", ["renamed"]),
        ("Nurses who were on ward 6 until March", []),
        ("Early Response Service", []),
    ],
)
def test_money_that_was_there_before_under_another_name_is_no_shift(what, cases):
    assert _cases(_line((640_000, 8_000_000), (700_000, 8_000_000), more=f"what: {what}")) == cases


def test_the_basis_may_say_so_too_and_a_line_that_is_no_prevention_may_have_any_name():
    line = _line((640_000, 8_000_000), (700_000, 8_000_000), more="what: Early Response Service")
    line = line.replace("of_total: 8000000}", "of_total: 8000000, basis: Same budget lines as in 2012/13}", 1)
    assert _cases(line) == ["renamed"]
    assert _cases(line.replace("preventive: true", "preventive: false")) == []
