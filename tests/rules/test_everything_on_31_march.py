"""Whether dates are those of the work."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.sound import checked, put

RULE = "everything-on-31-march"


def _cases(*dues, options=None, more=""):
    how = "how:\n" + "".join(
        f"  - {{action: Classes {index}, owner: tsi, due: {due}{more}}}\n" for index, due in enumerate(dues)
    )
    settings = Settings(options={RULE: options or {}})
    found = checked(put("how", how), {RULE: all_rules()[RULE]}, settings=settings).findings
    return [one.case for one in found if one.rule == RULE]


@pytest.mark.parametrize("due", ["2014-03-31", "2013-14", "2013-14 Q4"])
def test_more_than_half_on_the_last_day_of_a_financial_year_is_said_once(due):
    assert _cases(*[due] * 4) == ["most"], "the frame has three more dates, none of them of that day"
    assert _cases(*[due] * 3) == []


def test_in_a_short_list_it_is_no_pattern():
    assert _cases("2014-03-31") == []
    assert _cases(*["2014-03-31"] * 4, options={"dates": 8}) == []


def test_the_share_is_an_option():
    assert _cases(*["2014-03-31"] * 3, options={"share": 40}) == ["most"]


def test_other_days_in_march_and_work_already_done_are_left_alone():
    assert _cases(*["2014-03-28"] * 6) == []
    assert _cases(*["2014-03-31"] * 6, more=", state: done") == []
