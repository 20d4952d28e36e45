"""Whether communities had a say in a priority."""

import pytest

from tests.rules.alone import raised

RULE = "priority-without-community-voice"
SHOPS = "- id: shops\n  title: Fewer empty shops\n  lead: council\n  evidence: [ev-falls]\n"
AGREED = ("status: consultation", "status: agreed\n  agreed: 2013-06-12")
ASKED = "date: 2012-10-30"


def test_a_priority_that_cites_nothing_that_was_heard_is_questioned():
    assert raised(RULE, "another", SHOPS) == ["none"]


@pytest.mark.parametrize(
    "said",
    [
        "  engagement: [eng-falls]\n",
        "  engagement: [eng-nowhere]\n",
        "  engagement: {}\n",
        "  not_yet: {missing: The outcomes, owner: council, due: 2013-09-30}\n",
    ],
)
def test_what_is_cited_cannot_be_read_or_is_honestly_missing_is_not(said):
    assert raised(RULE, "another", SHOPS + said) == []


def test_an_entry_that_says_it_led_to_the_priority_counts_as_cited():
    assert raised(RULE, "another", SHOPS, ("    led_to: [", "    led_to: [shops, ")) == []
    assert raised(RULE, "another", "", ("    engagement: [eng-falls]\n", "")) == []
    assert raised(RULE, "another", "", ("    engagement: [eng-falls]\n", ""), ("    led_to:", "    x-led_to:")) == [
        "none"
    ]


def test_a_priority_that_takes_up_a_community_led_plan_is_not_asked():
    how = "  outcomes:\n    - id: let\n      how:\n        - {action: Let three shops, owner: tsi, due: 2014-03-14, planned_in: muirton-plan}\n"
    assert raised(RULE, "another", SHOPS + how) == ["none"]
    theirs = ("title: Muirton Locality Plan, owner: council", "title: Muirton Locality Plan, owner: tsi")
    assert raised(RULE, "another", SHOPS + how, theirs) == []
    lived = ("    date: 2012-13\n", "    date: 2012-13\n    kind: lived-experience\n")
    assert raised(RULE, "another", SHOPS, lived) == []


def test_a_priority_that_rests_on_nothing_at_all_is_questioned_for_that_alone():
    assert raised(RULE, "another", SHOPS.replace("  evidence: [ev-falls]\n", "")) == []


def test_people_asked_only_after_the_agreement_is_a_warning():
    assert raised(RULE, "another", "", AGREED, (ASKED, "date: 2013-07-01")) == ["afterwards"]
    assert raised(RULE, "another", "", AGREED, (ASKED, "date: 2013-06-12")) == []


def test_engagement_dated_ahead_in_a_draft_is_advice():
    assert raised(RULE, "another", "", (ASKED, "date: 2013-07-01")) == ["to-come"]


def test_age_is_measured_against_the_agreement():
    assert raised(RULE, "another", "", (ASKED, "date: 2009-03-27")) == ["old"]
    assert raised(RULE, "another", "", (ASKED, "date: 2009-03-28")) == []
