"""By when it is done."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import checked, put

ACTION = "- id: classes\n  action: Classes in eight village halls\n  owner: tsi\n  preventive: before\n"


@pytest.mark.parametrize(
    ("date", "cases"),
    [
        ("", ["none"]),
        ("  due:", ["none"]),
        ("  due: ongoing", ["not-a-date"]),
        ("  due: asap", ["not-a-date"]),
        ("  due: continuous", ["not-a-date"]),
        ("  standing: true", ["no-review"]),
        ("  standing: true\n  review: annually", ["no-review"]),
        ("  due: 2014-03-31", []),
        ("  due: 2013-14", []),
        ("  due: 2013-14 Q4", []),
        ("  due: 2026", []),
        ("  standing: true\n  review: 2015-03-31", []),
        ("  not_yet: {missing: The date, owner: tsi, due: 2013-09-30}", []),
    ],
)
def test_an_action_has_a_date_or_is_standing_with_a_review(date, cases):
    assert raised("undated-action", "action", ACTION + date) == cases


def test_a_date_that_is_no_date_is_one_finding():
    found = checked(put("action", ACTION + "  due: 2013 onwards")).findings
    assert [one.rule for one in found] == ["wrong-form"]
