"""Who leads: exactly one partner, with a post."""

import pytest

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


def test_a_priority_without_a_lead_is_reported_too():
    text = FRAME.replace("    lead: hscp\n    rank", "    lead:\n    rank")
    assert [(one.rule, one.case) for one in checked(text).findings] == [("unowned-outcome", "none")]
