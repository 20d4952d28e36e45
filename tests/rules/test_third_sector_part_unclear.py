"""Whether the third sector is a partner with a part of its own."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

RULE = "third-sector-part-unclear"
TSI = "  - {id: tsi, name: Strathbeg Voluntary Action, kind: third-sector-interface}\n"


def _small(partners="", contribution="", action="owner: council", resources="", group="Voluntary groups"):
    """An agreement of the council, the board and others, with one outcome that they lead and act in."""
    text = f"""
soa: 1
partners:
  - {{id: council, name: Strathbeg Council, kind: council}}
  - {{id: nhs-beg, name: NHS Beg, kind: health-board}}
{partners}priorities:
  - id: lonely
    title: Fewer people are lonely
    lead: council
    outcomes:
      - id: friends
        how:
          - {{action: Befriending for 200 older people, {action}, due: 2014-05-30}}
        by_whom: {{lead: council, contributors: [{contribution}]}}
engagement:
  - {{id: groups, group: {group}, date: 2012-11-20}}
{resources}"""
    return [one.case for one in checked(text).findings if one.rule == RULE]


def test_partners_without_any_third_sector_body_are_questioned():
    assert _small() == ["none"]


@pytest.mark.parametrize("kind", ["third-sector-interface", "third-sector", "community-body"])
def test_the_interface_or_any_other_third_sector_body_is_enough(kind):
    partner = f"  - {{id: tsi, name: Friends, kind: {kind}}}\n"
    assert _small(partner, action="owner: tsi") == []
    assert _small("  - {id: tsi, name: Beg Voluntary Action, kind: other}\n", action="owner: tsi") == []


@pytest.mark.parametrize(
    "said",
    ["Is consulted on the plan", "Represented on the group", "Invited to meetings", "A voice for the voluntary sector"],
)
def test_a_part_that_is_only_to_be_consulted_represented_or_invited_is_no_part(said):
    assert _small(TSI, f"{{partner: tsi, contribution: {said}}}") == ["no-part"]


@pytest.mark.parametrize("said", ["", "{partner: tsi, contribution: Support}"])
def test_one_without_any_part_is_left_to_the_rule_that_lists_every_such_partner(said):
    assert _small(TSI, said) == []


@pytest.mark.parametrize(
    ("contribution", "action"),
    [
        ("{partner: tsi, contribution: Twelve volunteer drivers}", "owner: council"),
        ("{partner: tsi, contribution: Trains befrienders}", "owner: council"),
        ("", "owner: tsi"),
        ("", "owner: council, partners: [tsi]"),
    ],
)
def test_a_body_that_owns_actions_through_the_interface_or_gives_something_has_a_part(contribution, action):
    assert _small(TSI, contribution, action) == []


def test_work_without_a_resource_is_advice_and_volunteers_time_is_one():
    paid = "resources:\n  - {partner: council, serves: [lonely], kind: people}\n"
    assert _small(TSI, action="owner: tsi", resources=paid) == ["no-resource"]
    for given in ("partner: tsi, kind: volunteer-time", "partner: council, kind: money, paid_through: tsi"):
        line = f"  - {{{given}, serves: [lonely]}}\n"
        assert _small(TSI, action="owner: tsi", resources=paid + line) == []
    assert _small(TSI, action="owner: tsi") == []


def test_volunteers_work_given_in_kind_needs_no_resource():
    unpaid = ("action: Strength and balance classes in eight village halls", "action: Classes led by volunteers")
    without = FRAME[: FRAME.index("  - partner: tsi\n    serves")] + FRAME[FRAME.index("# }\n# asks {") :]
    without = without.replace("            preventive: before\n", "")
    found = [one.case for one in checked(without).findings if one.rule == RULE]
    assert found == ["no-resource"]
    assert [one.case for one in checked(without.replace(*unpaid)).findings if one.rule == RULE] == []


def test_partners_that_cannot_be_read_may_be_third_sector_bodies():
    assert raised(RULE, "partners", "partners:\n  - {id: council, name: Council, kind: council}\n  - {id: x}\n") == []


def test_what_a_body_gives_to_preventive_work_is_left_to_the_rule_on_spending():
    without = FRAME[: FRAME.index("  - partner: tsi\n    serves")] + FRAME[FRAME.index("# }\n# asks {") :]
    assert [one.rule for one in checked(without).findings] == ["prevention-spend-missing"]
