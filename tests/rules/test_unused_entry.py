"""Entries that nothing refers to."""

import pytest

from soa.rules import all_rules
from tests.rules.sound import FRAME, checked

RULE = {"unused-entry": all_rules()["unused-entry"]}
AGREED = FRAME.replace("status: consultation", "status: agreed")


def _found(before, after, text=AGREED):
    assert before in text
    found = checked(text.replace(before, after), RULE).findings
    return [one.message for one in found if one.rule == "unused-entry"]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("    evidence: [ev-falls]\n", "", "nothing refers to this entry of evidence: ev-falls"),
        (", plan: muirton-plan", "", "nothing refers to this plan: Muirton Locality Plan"),
        (
            "decisive_shift: [prevention-share]",
            "decisive_shift: [home.bed-cost]",
            "nothing refers to this shared indicator: Share of the two bodies' spending that goes to prevention",
        ),
        (
            "  - {id: tsi, name",
            "  - {id: rest, name: Others, kind: other}\n  - {id: tsi, name",
            "nothing refers to this partner: Others",
        ),
    ],
)
def test_evidence_plans_indicators_and_partners_are_named_as_people_know_them(before, after, message):
    assert _found(before, after) == [message]


def test_a_partner_that_only_looks_on_has_no_part_to_be_named_with():
    onlooker = "  - {id: rest, name: Others, kind: other, signs: false}\n  - {id: tsi, name"
    assert _found("  - {id: tsi, name", onlooker) == []


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_a_draft_may_have_entries_that_still_wait_for_their_place(status):
    draft = AGREED.replace("status: agreed", f"status: {status}")
    assert _found("    evidence: [ev-falls]\n", "", draft) == []


def test_engagement_that_says_what_came_of_it_serves_by_itself():
    other = (
        "engagement:\n  - {id: eng-bus, group: Bus users, method: A stall, date: 2012-11-02, heard: Later buses, %s}\n"
    )
    assert _found("engagement:\n  - id", other % "level: consulted" + "  - id") == [
        "nothing refers to this entry of engagement: eng-bus"
    ]
    for outcome in ("led_to: [home.visits]", "no_change_because: There is no money"):
        assert _found("engagement:\n  - id", other % outcome + "  - id") == []


def test_where_no_priority_rests_on_evidence_or_engagement_the_rules_on_that_have_said_it():
    bare = AGREED.replace("    evidence: [ev-falls]\n    engagement: [eng-falls]\n", "")
    bare = bare.replace(
        "One fall in three that ends in hospital ends in a move to residential care, and more often in Muirton.",
        "Falls matter.",
    )
    assert _found("    led_to: [home.visits]\n", "", bare) == []


def test_a_whole_sound_agreement_has_none():
    assert _found("soa: 1", "soa: 1") == []


def test_a_part_that_could_not_be_read_may_refer_to_it():
    spoilt = AGREED.replace("    outcomes:\n", "    outcomes:\n      - falls\n")
    assert _found("    evidence: [ev-falls]\n", "", spoilt) == []


def test_a_partner_may_have_its_part_in_an_answer_that_is_still_missing():
    rest = ("  - {id: tsi, name", "  - {id: rest, name: Others, kind: other}\n  - {id: tsi, name")
    assert _found(*rest, AGREED.replace("          lead: hscp\n          post", "          post")) == []


def test_an_id_that_is_misspelt_where_it_is_used_is_no_unused_one():
    assert _found("evidence: [ev-falls]", "evidence: [ev-fals]") == []
