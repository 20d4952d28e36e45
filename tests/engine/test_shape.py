"""Faults of shape, said in the words of whoever asks the question."""

import pytest

from tests.rules.sound import FRAME, checked, said

BASELINE = "baseline: {period: 2012-13, value: 81.0, base: 640}"
TARGET = "- {period: 2016-17, value: 85.0}"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            BASELINE,
            "baseline: {period: 2012-13, value: 81.0, suppressed: true}",
            "value cannot stand beside suppressed",
        ),
        (TARGET, "- {period: 2016-17, change: 4, change_in: points, value: 85.0}", "value cannot stand beside change"),
        (TARGET, "- {period: 2016-17, change: 4}", "“change_in” is missing here"),
        ("kind: shadow-partnership", "kind: ijb", "“ijb” is not one of the words used here"),
        ("fictional: true", "fictional: yes", "true or false is wanted here, and this is “yes”"),
        ("amount: 410000", "amount: £410,000", "“£410,000” must be written in plain figures"),
        ("due: 2013-12-01\n", "due: 2013-02-30\n", "there is no such day as 2013-02-30"),
        (
            "serves: [older-people]\n    kind: people",
            "serves: older-people\n    kind: people",
            "“serves” must be a list here, and this is a text",
        ),
        ("made_of: [council, nhs-beg]", "made_of: [council, ]", ""),
        ("made_of: [council, nhs-beg]", "made_of: [council, ~]", "this entry of “made_of” is empty"),
        (
            "    outcomes:\n",
            "    outcomes:\n      - falls\n",
            "this entry of “outcomes” must be a group of keys, and it is a text",
        ),
        ("vision: Where", "vision:\nvision_: Where", "“vision” has no answer yet"),
    ],
)
def test_a_fault_is_one_finding_in_plain_words(before, after, message):
    assert before in FRAME
    found = [
        line.split(": ", 2)[2]
        for line in said(checked(FRAME.replace(before, after, 1)))
        if "unknown-key/unknown" not in line
    ]
    assert [line[: len(message)] for line in found] == [message] * bool(message)


def test_a_key_that_stands_there_already_is_not_offered_a_second_time():
    found = checked(FRAME.replace("basis: Budget book", "basis: Budget book, certaintee: firm")).findings
    assert [(one.case, one.edits) for one in found] == [("unknown", ())]


def test_not_yet_with_a_slip_in_it_does_not_ask_for_what_it_stands_for():
    slip = "not-yet: {missing: The date, owner: tsi, due: 2014-03-31}"
    found = checked(FRAME.replace("due: 2017-02-28", slip)).findings
    assert [(one.rule, one.edits[0].text) for one in found] == [("unknown-key", "not_yet")]


def test_keys_of_the_partnerships_own_are_left_alone():
    assert (
        said(checked(FRAME.replace("  version: 2\n", "  version: 2\n  x-minute: {a: [1, ~]}\n") + "x-more: true\n"))
        == []
    )
