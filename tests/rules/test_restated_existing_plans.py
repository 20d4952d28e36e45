"""Whether an agreement lists again what partners had planned already."""

import pytest

from tests.rules.alone import raised

RULE = "restated-existing-plans"
PLANNED = "planned_in: council-plan"


def _cases(*actions, part="another"):
    listed = "".join(
        f"        - {{action: Grit street {number}, owner: council, due: 2014-02-28, {said}}}\n"
        for number, said in enumerate(actions)
    )
    text = f"- id: ice\n  title: Fewer people fall on ice\n  lead: council\n  outcomes:\n    - id: streets\n      how:\n{listed}"
    return raised(RULE, part, text)


def test_one_priority_that_restates_plans_is_advised_against_because_the_others_do_not():
    assert _cases(PLANNED, PLANNED) == ["priority"]


def test_an_agreement_that_mostly_restates_plans_is_one_finding():
    assert _cases(PLANNED, PLANNED, part="priority") == ["agreement"]
    assert _cases(*[PLANNED] * 9) == ["agreement"]


@pytest.mark.parametrize(
    "said",
    [
        "planned_in: council-plan, difference: Twice as many",
        "planned_in: council-plan, joins_up: [wardens, drivers]",
        "planned_in: council-plan, stops: The old round",
        "planned_in: council-plan, state: stopped",
        "planned_in: council-plan, not_yet: {missing: What is different, owner: council, due: 2013-09-30}",
        "planned_in: council-plan, difference: [1]",
        "preventive: early",
    ],
)
def test_work_that_is_enlarged_joined_up_retimed_or_new_is_no_restatement(said):
    assert _cases(said, PLANNED, "post: Head of Roads") == []


def test_a_stopped_outcome_is_history():
    stopped = ("    - id: streets\n", "    - id: streets\n      state: stopped\n")
    text = f"- id: ice\n  outcomes:\n    - id: streets\n      how: [{{action: Grit, {PLANNED}}}, {{action: Salt, {PLANNED}}}]\n"
    assert raised(RULE, "priority", text) == ["agreement"]
    assert raised(RULE, "priority", text, stopped) == []


def test_half_is_not_most_and_a_single_action_is_not_judged():
    assert _cases(PLANNED, "preventive: early") == []
    assert _cases(PLANNED) == []


def test_statutory_plans_cited_as_evidence_are_no_actions():
    assert (
        raised(
            RULE,
            "evidence",
            "evidence:\n  - {id: ev-falls, finding: The council plan counts falls, source: The council plan, date: 2012}",
        )
        == []
    )
