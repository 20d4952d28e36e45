"""Ids that lead nowhere, or stand twice."""

import pytest

from tests.rules.sound import FRAME, checked, said


def _found(before, after):
    assert before in FRAME
    return [(one.rule, one.case) for one in checked(FRAME.replace(before, after, 1)).findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("evidence: [ev-falls]", "evidence: [ev-fall]"),
        ("serves: [older-people]", "serves: [olderpeople]"),
        ("contributes_to: [admissions]", "contributes_to: [falls.admission]"),
        ("decisive_shift: [prevention-share]", "decisive_shift: [prevention-shares]"),
        ("partners: [tsi]", "partners: [tsii]"),
        ("made_of: [council, nhs-beg]", "made_of: [council, nhs-bag]"),
        ("controlling_costs: [home.bed-cost]", "controlling_costs: [falls.bed-cost]"),
    ],
)
def test_an_id_that_is_nobodys_is_one_error(before, after):
    assert _found(before, after) == [("broken-reference", "unknown")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("contributes_to: [admissions]", "contributes_to: [falls.admissions, home.still-home, prevention-share]"),
        ("serves: [older-people]", "serves: [falls, home, prevention]"),
        ("partners: [tsi]", "partners: [tsi, hscp]"),
        ("          post: Chief Officer\n", "          post: Chief Officer\n          employer: nhs-beg\n"),
    ],
)
def test_ids_are_found_wherever_they_may_stand(before, after):
    assert _found(before, after) == []


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("nhs-bag", "nhs-beg"),
        ("NHS Beg", "nhs-beg"),
        ("Strathbeg Voluntary Action", "tsi"),
        ("strathbeg council", "council"),
    ],
)
def test_a_slip_and_a_name_in_place_of_the_id_are_offered_the_id(words, offer):
    (found,) = checked(FRAME.replace("partners: [tsi]", f"partners: [{words}]")).findings
    assert found.help == f"Did you mean {offer}?"


def test_where_nothing_is_near_the_ids_are_listed():
    (found,) = checked(FRAME.replace("partners: [tsi]", "partners: [zzz]")).findings
    assert found.help == "The ids there are: council, nhs-beg, tsi, hscp."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - {id: tsi, name", "  - {id: council, name: Another, kind: other}\n  - {id: tsi, name"),
        ("      - id: home\n", "      - id: older-people\n"),
        ("            - id: bed-cost\n", "            - id: still-home\n"),
    ],
)
def test_an_id_that_stands_twice_is_reported_at_the_second_with_the_first_beside_it(before, after):
    found = [one for one in checked(FRAME.replace(before, after, 1)).findings if one.case == "twice"]
    assert len(found) == 1
    assert found[0].related[0].place.span < found[0].place.span


def test_actions_of_two_outcomes_may_have_one_id():
    assert FRAME.count("id: visits") == 2
    assert said(checked(FRAME)) == []


@pytest.mark.parametrize(
    ("words", "write"),
    [
        ("nhs-bag", "nhs-beg"),
        ("NHS-BEG", "nhs-beg"),
        ("Strathbeg Voluntary Action", "tsi"),
        ("Strathbeg", ""),
        ("zzz", ""),
        ("tsu", ""),
    ],
)
def test_what_is_plainly_meant_can_be_written_at_once(words, write):
    (found,) = checked(FRAME.replace("partners: [tsi]", f"partners: [{words}]")).findings
    assert [edit.text for edit in found.edits] == [write] * bool(write)


@pytest.mark.parametrize(
    "fault",
    ["{id: Tsi, name: Strathbeg Voluntary Action", "{name: Strathbeg Voluntary Action"],
)
def test_what_refers_to_an_entry_that_could_not_be_read_is_not_broken(fault):
    found = _found("{id: tsi, name: Strathbeg Voluntary Action", fault)
    assert len(found) == 1
    assert found[0][0] != "broken-reference"


@pytest.mark.parametrize(
    ("ends", "cases"),
    [("[muirton, everyone]", []), ("[muirton, kirkhill]", ["unknown"]), ("[everyone, muirten]", ["unknown"])],
)
def test_the_ends_of_a_gap_are_entries_of_its_breakdown_or_everyone(ends, cases):
    baseline = "baseline: {period: 2012-13, value: 21.3, base: 17600}"
    gap = f"gap: {{between: {ends}}}"
    assert [case for _, case in _found(baseline, f"{baseline}\n              {gap}")] == cases
