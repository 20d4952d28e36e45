"""Whether two partners do one thing twice."""

import pytest

from soa.config.settings import Settings
from soa.rules import all_rules
from tests.rules.sound import checked, put

RULE = "overlapping-work"
FIRST = "{action: Parenting classes in Bo'ness for lone parents, owner: council, due: 2014-03-31}"


def _cases(part, example):
    text = put(part, example)
    found = checked(text, {RULE: all_rules()[RULE]}, settings=Settings(rules={RULE: "on"})).findings
    return [one.case for one in found if one.rule == RULE]


def _how(*actions):
    return "how:\n" + "".join(f"  - {action}\n" for action in actions)


@pytest.mark.parametrize(
    "other",
    [
        "{action: Classes in Bo'ness for lone parents, owner: tsi, due: 2014-03-31}",
        "{id: other, action: Classes in Bo'ness for lone parents, owner: tsi, due: 2014-03-31}",
        "{action: Weekly parenting classes in Bo'ness for lone parents, owner: tsi, due: 2014-03-31}",
    ],
)
def test_nearly_the_same_work_of_two_partners_is_questioned(other):
    assert _cases("how", _how(FIRST, other)) == ["actions"]
    assert _cases("how", _how(other, FIRST)) == ["actions"]


@pytest.mark.parametrize(
    "other",
    [
        "{action: Parenting classes in Denny for lone parents, owner: tsi, due: 2014-03-31}",
        "{action: Cooking classes in Bo'ness for lone parents, owner: tsi, due: 2014-03-31}",
        "{action: Parenting classes in Bo'ness for lone parents, owner: council, due: 2014-06-30}",
        "{action: Parenting classes in Bo'ness for lone parents, owner: tsi, partners: [council], due: 2014-03-31}",
        "{action: Parenting classes in Bo'ness for lone parents, owner: hscp, due: 2014-03-31}",
        "{action: Parenting classes in Bo'ness for lone parents, owner: tsi, depends_on: [visits], due: 2014-03-31}",
        "{action: Parenting classes in Bo'ness for lone parents, owner: tsi, state: stopped, due: 2014-03-31}",
    ],
)
def test_another_place_another_thing_the_same_body_or_a_link_is_fine(other):
    assert _cases("how", _how(FIRST, other)) == []


SERVICES = "services:\n  - {id: a, name: Benefits advice, provider: council, place: Muirton}\n  - {id: b, name: Advice on benefits, provider: tsi, place: %s}\n"


@pytest.mark.parametrize(("place", "cases"), [("Muirton", ["services"]), ("Kirkhill", [])])
def test_the_strategic_map_shows_services_that_may_be_doubled(place, cases):
    assert _cases("sign_off", SERVICES % place) == cases


ANOTHER = """
- id: housing
  title: People keep their homes
  lead: tsi
  outcomes:
    - id: stay
      {link}
      what: {{statement: Three months later more people in Strathbeg who leave hospital are still at home}}
      how: [{{action: Rails, owner: tsi, due: 2014-03-31}}]
      by_whom: {{lead: {lead}}}
"""


@pytest.mark.parametrize(
    ("lead", "link", "cases"),
    [
        ("tsi", "", ["outcomes"]),
        ("hscp", "", []),
        ("tsi", "leads_to: [home]", []),
        ("tsi", "also_serves: [older-people]", []),
        ("tsi", "state: stopped", []),
    ],
)
def test_two_outcomes_in_the_same_words_need_a_link(lead, link, cases):
    assert _cases("another", ANOTHER.format(lead=lead, link=link)) == cases
