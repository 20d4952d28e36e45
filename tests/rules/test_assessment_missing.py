"""Whether assessments are recorded, with what they found and what was changed."""

import pytest

from tests.rules.alone import raised

RULE = "assessment-missing"
GREEN = "  - {kind: environment, date: 2013-02-22, found: No significant effects}\n"


def _equality(said):
    return raised(RULE, "assessments", f"assessments:\n  - {{kind: equality, date: 2013-02-20, {said}}}\n{GREEN}")


def test_both_that_lack_are_one_finding():
    assert raised(RULE, "assessments", "") == ["none"]
    assert raised(RULE, "assessments", f"assessments:\n{GREEN}") == ["none"]


def test_one_record_may_cover_several_priorities_and_may_stand_elsewhere():
    assert _equality("covers: All priorities, found: No group is worse off") == []
    plans = "plans:\n  - {id: council-plan, title: Equality Impact Assessment and Environmental Report}\n"
    assert raised(RULE, "plans", plans, *_without_assessments()) == []


def _without_assessments():
    return [("\nassessments:", "\nx-assessments:")]


@pytest.mark.parametrize(
    "found",
    ["Not applicable", "n/a", "None", "An equality impact assessment is not required", "Not applicable at this stage"],
)
def test_a_bare_answer_gives_no_reason(found):
    assert _equality(f"found: {found}") == ["no-reason"]
    assert _equality(f"found: {found}, led_to: None") == ["no-reason"]


@pytest.mark.parametrize(
    "found",
    [
        "Not required, because each partner's own budget has been assessed",
        "No significant effects on any protected group",
        "Not applicable, led_to: The plan changes no service before 2014",
    ],
)
def test_a_screening_that_gives_its_reasons_for_going_no_further_is_enough(found):
    assert _equality(f"found: {found}".replace(", because", " because")) == []


def test_what_was_found_and_changed_nothing_is_questioned():
    assert _equality("found: Two halls cannot be reached in a wheelchair") == ["no-change"]
    assert _equality("found: Two halls cannot be reached in a wheelchair, led_to: Classes moved") == []
    assert _equality("found: There are no barriers to taking part") == []


def test_an_assessment_that_is_still_to_come_is_an_honest_gap():
    honest = "not_yet: {missing: The assessment, owner: council, due: 2013-09-30}"
    assert _equality(honest) == []
    assert _equality(f"found: Not applicable, {honest}") == []


def test_a_list_that_cannot_be_read_is_not_empty():
    assert raised(RULE, "assessments", "assessments: later\n") == []
    assert raised(RULE, "assessments", "assessments:\n  - {kind: [equality], found: x}\n  - later\n") == []
