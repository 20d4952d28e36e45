"""Whether the partner that leads does or gives something itself."""

import pytest

from soa.rules import all_rules
from tests.rules.changed import found

RULE = "lead-without-part"
BAD = all_rules()[RULE].bad
LEAD = "    lead: council  # here"


def _found(*changes, more=()):
    text = BAD
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return found(RULE, *more, parts={"another": text})


def test_a_lead_with_nothing_of_its_own_is_named():
    (finding,) = _found()
    assert finding.message == (
        "Strathbeg Council leads this outcome, and neither owns an action in it nor gives anything to it"
    )


GIVES = "  - partner: council\n    serves: [older-people]"


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ([("owner: tsi", "owner: council")], []),
        ([("partners: [nhs-beg]", "partners: [council]")], []),
        ([("owner: tsi", "owner: hscp")], []),
        ([("lead: council  # here", "lead: hscp"), ("nhs-beg]", "tsi]")], [(", made_of: [council, nhs-beg]", "")]),
        ([("lead: council  # here", "lead: hscp")], []),
        ([("lead: council  # here", "lead: council\n        employer: tsi")], []),
        ([("post: Head of Schools", "post: Head\n        contributors: [{partner: council, contribution: Two rooms}]")], []),
        ([("post: Head of Schools", "post: Head\n        delivered_through: {body: tsi, oversight: A report}")], []),
        ([("post: Head of Schools", "not_yet: {missing: The post, owner: council, due: 2013-09-30}")], []),
        ([("- id: leavers", "- id: leavers\n      state: stopped")], []),
        ([], [(GIVES, GIVES.replace("older-people", "leavers"))]),
        ([], [(GIVES, GIVES.replace("older-people", "jobs"))]),
        ([], [(GIVES, GIVES.replace("[older-people]", "older-people"))]),
        ([("contributes_to: [destinations]", "contributes_to: [destinations]\n          preventive: early")], [(GIVES, GIVES.replace("older-people", "prevention"))]),
        ([], [(GIVES, GIVES.replace("partner: council", "partner: tsi").replace("older-people", "jobs") + "\n    paid_through: council")]),
        ([], [("prevention:\n  statement", "prevention:\n  actions: [{action: Early talks, owner: council, due: 2014-02-14, contributes_to: [leavers.destinations]}]\n  statement")]),
        ([("owner: tsi\n", "owner: [tsi]\n")], []),
        ([("how:\n", "how: []\n      x-how:\n")], []),
    ],
    ids=[
        "owns the action", "takes part in it", "acts through a joint body it is part of", "a joint body whose members are not known", "a joint body whose member acts",
        "employs elsewhere", "contributes", "delivers through another", "honest gap", "no longer pursued",
        "gives to the outcome", "gives to the priority", "what is served is unread", "gives to prevention",
        "spends what is given", "acts in the prevention plan", "an owner is unread", "no actions, which another rule says",
    ],
)  # fmt: skip
def test_any_part_of_its_own_will_do(changes, more):
    assert _found(*changes, more=more) == []
