"""What became of the findings, and which points of review a change may answer."""

from __future__ import annotations

from typing import Any

from soa.compare import Comparison, compare
from tests.compare.made import as_text, checked, compared, example, named, outcome

ROUND = """soa: 1
round: {number}
opened: 2013-04-15
by: Location Director for Glenmore
reviewed: {{digest: '1f0e6c2ab97d', soa: '0.5.0', rules: '2'}}
points:
{points}
"""


def _states(told: Comparison, rule: str) -> list[tuple[str, str]]:
    return [(one.state, one.about) for one in told.findings if one.finding.rule == rule]


def _owned_by_all(data: Any, name: str) -> Any:
    outcome(data, name)["by_whom"]["lead"] = "All partners"
    return data


def test_a_finding_is_new_gone_or_still_there() -> None:
    old = _owned_by_all(_owned_by_all(example(), "carers"), "fires")
    new = _owned_by_all(_owned_by_all(example(), "carers"), "night")
    told = compared(old, new, rules=True)
    assert sorted(_states(told, "unowned-outcome")) == [
        ("gone", "fires/by_whom/lead"),
        ("new", "night/by_whom/lead"),
        ("still", "carers/by_whom/lead"),
    ]


def test_a_finding_follows_its_part_when_that_moves_and_gets_another_id() -> None:
    old, new = _owned_by_all(example(), "active"), _owned_by_all(example(), "active")
    moved = outcome(new, "active")
    named(new["priorities"], "muirhaugh")["outcomes"].remove(moved)
    named(new["priorities"], "jobs")["outcomes"].append(moved)
    moved["id"] = "healthier"
    assert _states(compared(old, new, rules=True), "unowned-outcome") == [("still", "healthier/by_whom/lead")]


def test_a_finding_about_words_that_changed_is_still_there() -> None:
    old, new = example("glenmore-first-draft"), example("glenmore-first-draft")
    outcome(new, "healthier")["what"]["statement"] = "Improved health and wellbeing for all of us"
    assert ("still", "healthier/what/statement") in _states(compared(old, new, rules=True), "vague-outcome")


def test_a_finding_for_which_an_exception_answers_is_not_gone() -> None:
    old = as_text(_owned_by_all(example(), "carers"))
    lines = [
        f"{line} # soa: ignore[unowned-outcome] The carers' forum chooses its lead in May (until 2014-03-31)"
        if "All partners" in line
        else line
        for line in _spread(old)
    ]
    told = compare(checked(old, rules=True), checked("\n".join(lines), rules=True))
    assert _states(told, "unowned-outcome") == [("silenced", "carers/by_whom/lead")]
    assert told.is_same


def test_a_change_at_the_part_that_a_point_is_about_may_answer_it() -> None:
    points = """
  - {id: fires-lead, to: partnership, about: fires/by_whom, question: Who answers for it?, by: Location Director, raised: 2013-04-15, state: open}
  - {id: carers-how, to: partnership, about: carers/how, question: What comes first?, by: Location Director, raised: 2013-04-15, state: open}
  - {id: done, to: partnership, about: fires, question: Is it?, by: Location Director, raised: 2013-04-15, state: closed, closed: 2013-05-20}
  - {id: whole, to: partnership, question: Is it yours?, by: Location Director, raised: 2013-04-15, state: open}
"""
    new = example()
    outcome(new, "fires")["by_whom"]["lead"] = "homes"
    outcome(new, "fires")["how"][0]["due"] = "2014-07-02"
    old = checked(example(), beside={"review/round-1.yaml": ROUND.format(number=1, points=points)})
    told = compare(old, checked(new))
    found = {one.id: [told.changes[at].about for at in one.changes] for one in told.points}
    assert found == {"fires-lead": ["fires/by_whom/lead"], "carers-how": [], "whole": []}
    assert {one.round for one in told.points} == {"review/round-1.yaml"}


def test_a_point_follows_its_part_to_another_id() -> None:
    point = "  - {id: lead, to: partnership, about: fires/by_whom, question: Who answers?, by: Location Director, raised: 2013-04-15, state: open}"
    new = example()
    outcome(new, "fires").update(id="home-fires")
    outcome(new, "home-fires")["by_whom"]["lead"] = "homes"
    outcome(new, "home-fires")["by_whom"]["contributors"].append(
        {"partner": "police", "contribution": "Homes at risk are reported"}
    )
    told = compare(
        checked(example(), beside={"review/round-1.yaml": ROUND.format(number=1, points=point)}), checked(new)
    )
    [met] = told.points
    assert [told.changes[at].about for at in met.changes] == [
        "home-fires/by_whom/lead",
        "home-fires/by_whom/contributors/police",
    ]


def test_a_point_that_was_carried_over_stands_in_the_newest_round_and_one_that_was_settled_does_not_stand() -> None:
    line = "  - {{id: {id}, to: partnership, about: fires, question: Who answers?, by: Location Director, raised: 2013-04-15, state: {state}}}\n"
    first = ROUND.format(number=1, points=line.format(id="one", state="open") + line.format(id="two", state="open"))
    second = ROUND.format(
        number=2, points=line.format(id="one", state="open") + line.format(id="two", state="closed, closed: 2013-05-20")
    )
    new = checked(example(), beside={"review/round-1.yaml": first, "review/round-2.yaml": second})
    assert [(one.id, one.round) for one in compare(checked(example()), new).points] == [("one", "review/round-2.yaml")]


def _spread(text: str) -> list[str]:
    """JSON with one answer on a line, so that a comment can stand beside one."""
    import json

    return json.dumps(json.loads(text), indent=1).splitlines()
