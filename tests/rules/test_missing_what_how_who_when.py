"""The four questions, and that one without an answer hides nothing."""

import pytest

from tests.rules.sound import FRAME, checked, put

QUESTIONS = {"what": "what", "how": "how", "by_whom": "by-whom", "when": "when"}


@pytest.mark.parametrize("key", QUESTIONS)
@pytest.mark.parametrize("instead", ["", "{}:", "{}: to follow", "{}: []"])
def test_an_answer_that_is_missing_is_one_error_that_names_the_question(key, instead):
    found = checked(put(key, instead.format(key)))
    assert [(one.rule, one.case) for one in found.findings] == [("missing-what-how-who-when", QUESTIONS[key])]


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_missing_answer_hides_no_finding_elsewhere(key):
    text = put(key, "").replace("due: 2014-02-28", "due: ongoing").replace("value: 85.0", "value: 75.0")
    rules = {one.rule for one in checked(text).findings}
    assert {"missing-what-how-who-when", "undated-action", "target-wrong-way"} <= rules


@pytest.mark.parametrize("key", QUESTIONS)
def test_an_answer_that_is_still_to_come_is_said_honestly(key):
    honest = "not_yet: {missing: This answer, owner: council, due: 2013-09-30}"
    assert checked(put(key, honest)).findings == ()


def test_an_outcome_that_was_stopped_keeps_its_answers_and_is_not_measured_against_them():
    text = FRAME.replace(
        "      - id: home\n", "      - id: home\n        state: stopped\n        stopped_because: Merged\n"
    )
    text = text.replace(
        "          targets:\n            - indicator: still-home\n              values:\n                - {period: 2014-15, value: 83.0}\n                - {period: 2016-17, value: 85.0}\n            - indicator: bed-cost\n              values:\n                - {period: 2014-15, value: 3000}\n                - {period: 2016-17, value: 2900}\n",
        "          milestones: [{milestone: Merged, by: 2014-03-31}]\n",
    )
    assert checked(text).findings == ()
