"""Whether any target is about people or the place."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

WHAT = "what:\n  statement: People aged 65 and over fall less often\n  indicators:\n"
TRAINED = "- {id: admissions, name: Care home staff trained, kind: output, unit: staff, direction: up, baseline: {period: 2012-13, value: 4}%s}"


@pytest.mark.parametrize(
    ("indicators", "cases"),
    [
        (["- {use: prevention-share}"], ["only-work"]),
        ([TRAINED % ""], ["only-work"]),
        ([TRAINED % ", stands_for: home.still-home"], []),
        ([TRAINED % "", "- {id: falls, name: Falls, kind: outcome, unit: people, direction: context}"], ["only-work"]),
        ([TRAINED % "", "- {id: falls, name: Falls, kind: outcome, unit: people, direction: down}"], []),
        ([TRAINED.replace(", kind: output", "") % ""], []),
        ([TRAINED % "", "- {use: no-such-indicator}"], []),
        ([TRAINED % "", "- {id: falls, not_yet: {missing: The measure, owner: tsi, due: 2014-03-31}}"], []),
    ],
)
def test_work_alone_is_no_measure_of_an_outcome_unless_it_is_said_to_stand_for_one(indicators, cases):
    aimed = (
        "- indicator: admissions",
        "- indicator: prevention-share" if "use: prev" in indicators[0] else "- indicator: admissions",
    )
    found = raised("process-only-targets", "what", WHAT + "".join(f"    {one}\n" for one in indicators), aimed)
    assert found == cases


def test_a_measure_that_is_marked_wrongly_is_one_finding_and_not_two():
    text = FRAME.replace(
        "kind: outcome\n              definition: Stays", "kind: output\n              definition: Stays"
    )
    assert [one.rule for one in checked(text).findings] == ["indicator-kind-doubtful"]


def test_an_outcome_with_milestones_alone_is_not_said_to_aim_at_work():
    found = raised(
        "process-only-targets",
        "when",
        "when:\n  milestones: [{milestone: One route open, by: 2014-03-31}]",
        ("kind: outcome\n              definition: Stays", "kind: output\n              definition: Stays"),
    )
    assert found == []


@pytest.mark.parametrize(
    ("heard", "cases"),
    [
        ("Help comes days after the fall", ["only-work"]),
        ("We want to be seen within hours of a fall, and not after days", []),
    ],
)
def test_a_measure_that_people_asked_for_is_never_called_work_alone(heard, cases):
    asked = (
        "heard: Help comes days after the fall, and from four people who do not talk to each other",
        f"heard: {heard}",
    )
    seen = (TRAINED % "").replace("Care home staff trained", "Visits within two hours of a fall")
    assert raised("process-only-targets", "what", WHAT + f"    {seen}\n", asked) == cases


def test_a_figure_of_context_measures_no_outcome():
    """How many people there are says nothing of how they fare."""
    older = "- {id: older, name: People aged 75 and over, kind: outcome, unit: people, direction: context}"
    found = raised("process-only-targets", "what", WHAT + f"    {TRAINED % ''}\n    {older}\n")
    assert found == ["only-work"]
