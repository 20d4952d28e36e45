"""Names of Scotland's lists."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked, put

HEADER = "agreement:\n  title: A plan\n  area: %s\n  starts: %s\n  ends: 2030-03-31\n  status: draft\n"


@pytest.mark.parametrize(
    "area", ["Fife", "fife", "S12000047", "Eilean Siar", "Na h-Eileanan Siar", "Edinburgh", "Argyll & Bute"]
)
def test_an_area_may_be_named_as_people_name_it(area):
    assert raised("unknown-reference-name", "agreement", HEADER % (area, "2013-04-01")) == []


@pytest.mark.parametrize("area", ["Shetlnd", "Strathbeg"])
def test_an_area_that_is_none_is_questioned(area):
    assert raised("unknown-reference-name", "agreement", HEADER % (area, "2013-04-01")) == ["area"]


@pytest.mark.parametrize(
    ("number", "starts", "cases"),
    [
        (15, "2013-04-01", []),
        (17, "2013-04-01", ["national-outcome"]),
        (11, "2019-04-01", []),
        (15, "2019-04-01", ["national-outcome"]),
    ],
)
def test_a_national_outcome_is_one_of_the_framework_in_force_at_the_start(number, starts, cases):
    served = ("    rank: 1\n", f"    rank: 1\n    national_outcomes: [{number}]\n")
    assert raised("unknown-reference-name", "agreement", HEADER % ("Fife", starts), served) == cases


def test_nothing_of_a_fictional_agreement_is_looked_up():
    text = FRAME.replace(
        "national_outcomes: [15]\n    policy_priorities: [older-people]",
        "national_outcomes: [99]\n    policy_priorities: [nothing]",
    )
    assert checked(text).findings == ()


@pytest.mark.parametrize(("name", "cases"), [("older-people", []), ("youth", ["policy-priority"])])
def test_a_policy_priority_is_one_of_the_six(name, cases):
    served = ("    rank: 1\n", f"    rank: 1\n    policy_priorities: [{name}]\n")
    assert raised("unknown-reference-name", "agreement", HEADER % ("Fife", "2013-04-01"), served) == cases


RULE = {"unknown-reference-name": all_rules()["unknown-reference-name"]}


def _edits(area, name, kind="health-board", settings=None):
    text = put("agreement", HEADER % (area, "2013-04-01")).replace(
        "name: NHS Beg\n    kind: health-board", f"name: {name}\n    kind: {kind}"
    )
    found = checked(text, RULE, settings=settings or Settings()).findings
    return [(one.case, *(edit.text for edit in one.edits)) for one in found]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NHS Fief", [("partner", "NHS Fife")]),
        ("NHS Fife", []),
        ("nhs fife", []),
        ("Fife Health Board", []),
        ("Fife Voluntary Action", []),
    ],
)
def test_a_partner_is_questioned_only_where_a_body_of_the_area_is_a_slip_away(name, found):
    assert _edits("Fife", name) == found


def test_names_of_the_settings_are_known():
    assert _edits("Strathbeg", "NHS Beg", settings=Settings(names=("Strathbeg",))) == []
    assert _edits("Fife", "NHS Fief", settings=Settings(names=("NHS Fief",))) == []


def test_an_area_that_is_a_slip_away_can_be_written_at_once():
    assert _edits("East Lothain", "NHS Beg") == [("area", "East Lothian")]
    assert _edits("Lothian", "NHS Beg") == [("area",)]
