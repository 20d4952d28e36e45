"""Who leads: exactly one partner, with a post."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked


@pytest.mark.parametrize(
    ("by_whom", "cases"),
    [
        ("lead:\n  post: Chief Officer", ["none"]),
        ("post: Chief Officer", ["none"]),
        ("lead: [council, hscp]\n  post: Chief Officer", ["several"]),
        ("lead: All partners\n  post: Chief Officer", ["collective"]),
        ("lead: The CPP\n  post: Chief Officer", ["collective"]),
        ("lead: TBC\n  post: Chief Officer", ["collective"]),
        ("lead: council and NHS\n  post: Chief Officer", ["collective"]),
        ("lead: Older People's Group\n  post: Chair", ["group"]),
        ("lead: nhs-beg", ["no-post"]),
        ("lead: nhs-beg\n  post: Lead officer", ["no-post"]),
    ],
)
def test_a_lead_who_is_nobody_in_particular_is_reported(by_whom, cases):
    assert raised("unowned-outcome", "by_whom", f"by_whom:\n  {by_whom}") == cases


@pytest.mark.parametrize(
    "by_whom",
    [
        "lead: hscp\n  post: Chief Officer",
        "lead: nhs-beg\n  post: Head of Older People's Services\n  group: older-people",
        "lead: nhs-beg\n  post: Head\n  delivered_through: {body: hscp, oversight: A report each May}",
        "lead: council\n  not_yet: {missing: The post, owner: council, due: 2013-09-30}",
        "lead: nhs-begg\n  post: Head",
    ],
)
def test_one_partner_with_a_post_passes_and_a_slip_of_an_id_is_left_to_broken_reference(by_whom):
    assert raised("unowned-outcome", "by_whom", f"by_whom:\n  {by_whom}") == []


def test_a_shadow_partnership_that_leads_is_asked_once_what_it_is_made_of():
    text = FRAME.replace(", made_of: [council, nhs-beg]", "")
    assert [one.case for one in checked(text).findings] == ["no-legal-person"]


@pytest.mark.parametrize("lead", ["falls-group", "Falls Board"])
def test_a_standing_group_of_the_boards_is_asked_once_whose_body_answers(lead):
    text = FRAME.replace(
        "  roles:\n    elected",
        "  groups: [{id: falls-group, name: Falls Board, chair: Convener}]\n  roles:\n    elected",
    )
    text = text.replace("          lead: council\n", f"          lead: {lead}\n")
    both = {name: all_rules()[name] for name in ("unowned-outcome", "broken-reference")}
    assert [(one.rule, one.case, one.severity) for one in checked(text, both).findings] == [
        ("unowned-outcome", "group", "advice")
    ]


def test_a_priority_without_a_lead_is_reported_too():
    text = FRAME.replace("    lead: hscp\n    rank", "    lead:\n    rank")
    assert [(one.rule, one.case) for one in checked(text).findings] == [("unowned-outcome", "none")]


def test_a_leading_partner_whose_name_could_not_be_read_is_left_alone():
    text = FRAME.replace("name: Strathbeg Council\n    kind: council", "name: [Strathbeg]\n    kind: other")
    rule = {"unowned-outcome": all_rules()["unowned-outcome"]}
    assert [one for one in checked(text, rule).findings if one.rule in rule and one.case == "collective"] == []


NAMED = """partners:
  - {{id: council, name: Strathbeg Council, kind: council}}
  - {{id: nhs-beg, name: NHS Beg, kind: health-board}}
  - {{id: tsi, name: Strathbeg Voluntary Action, kind: third-sector-interface}}
  - {{id: hscp, name: {name}, kind: {kind}}}
"""


@pytest.mark.parametrize("name", ["Children in Scotland", "See Me", "The Conservation Volunteers", "All Together Now"])
@pytest.mark.parametrize("kind", ["other", "community-body"])
def test_a_charity_is_a_body_whatever_words_its_name_is_made_of(name, kind):
    assert raised("unowned-outcome", "partners", NAMED.format(name=name, kind=kind)) == []


@pytest.mark.parametrize(
    "name", ["All partners", "Community groups", "Third sector", "Various", "Third Sector Partners"]
)
def test_a_listed_partner_that_is_everybody_is_nobody(name):
    assert raised("unowned-outcome", "partners", NAMED.format(name=name, kind="other")) == ["collective", "collective"]


def test_a_post_that_could_be_anybodys_is_quoted_and_not_called_missing():
    found = checked(FRAME.replace("post: Chief Officer", "post: Manager")).findings
    assert [(one.case, one.path[-1]) for one in found] == [("no-post", "post")]
    assert found[0].message.startswith("“Manager” could be anybody at Strathbeg Health")
