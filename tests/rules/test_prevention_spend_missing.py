"""What each partner puts into prevention."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

MONEY = "kind: money, preventive: true, years: [{year: 2013-14, amount: 10000, basis: Budget book}]"
ALL = [f"{{partner: {name}, serves: [prevention], {MONEY}}}" for name in ("nhs-beg", "council", "tsi")]


def _cases(*lines):
    return raised("prevention-spend-missing", "resources", "resources:" + "".join(f"\n  - {line}" for line in lines))


def test_no_spending_at_all_is_one_error():
    assert raised("prevention-spend-missing", "resources", "") == ["none"]
    assert _cases(*[line.replace("preventive: true, ", "") for line in ALL]) == ["none"]


def test_a_partner_who_acts_and_gives_nothing_is_named():
    assert _cases(*ALL) == []
    assert _cases(*ALL[:2]) == ["partner"]
    found = checked(FRAME.replace("  - partner: tsi\n", "  - partner: council\n")).findings
    assert [one.message.split(": ")[-1] for one in found] == ["Strathbeg Voluntary Action"]


def test_a_line_of_one_member_of_a_joint_body_says_nothing_of_the_other():
    assert _cases(*ALL[1:]) == ["partner"]
    assert _cases(ALL[0].replace("nhs-beg", "hscp"), ALL[2]) == []


@pytest.mark.parametrize(
    ("year", "cases"),
    [
        ("{year: 2013-14, amount: 0, basis: The council pays}", []),
        ("{year: 2013-14, whole_time: 0.5, basis: A day a week}", []),
        ("{year: 2013-14, hours: 300, basis: Volunteers}", []),
        ("{year: 2013-14, not_yet: {missing: The amount, owner: tsi, due: 2014-03-31}}", []),
        ("{year: 2013-14, amount: 1000}", ["line"]),
        ("{year: 2013-14, basis: Budget book}", ["line"]),
        ("{year: 2013-14}", ["line"]),
    ],
)
def test_a_line_says_how_much_and_how_that_was_reached(year, cases):
    assert (
        _cases(*ALL[:2], f"{{partner: tsi, serves: [prevention], kind: money, preventive: true, years: [{year}]}}")
        == cases
    )


def test_a_line_in_kind_says_for_which_year():
    assert _cases(*ALL[:2], "{partner: tsi, serves: [prevention], kind: building, preventive: true}") == ["line"]


@pytest.mark.parametrize("fault", ["partner: ts", "partner:", "partner: [tsi]"])
def test_a_line_whose_giver_is_not_known_may_be_the_one_that_is_missed(fault):
    text = FRAME.replace("  - partner: tsi\n", f"  - {fault}\n")
    assert "prevention-spend-missing" not in {one.rule for one in checked(text).findings}
