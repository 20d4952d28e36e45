"""How it will be known that prevention works, in four ways."""

import pytest

from tests.rules.alone import raised

PLAN = {
    "decisive_shift": "[prevention-share]",
    "improving_outcomes": "[home.still-home]",
    "reducing_future_need": "[home.still-home]",
    "controlling_costs": "[home.bed-cost]",
}


def _cases(plan):
    ways = "".join(f"    {key}: {value}\n" for key, value in plan.items() if value is not None)
    return raised(
        "prevention-evidence-missing",
        "prevention",
        f"prevention:\n  statement: Fewer falls.\n  how_we_will_know:\n{ways}",
    )


@pytest.mark.parametrize("way", PLAN)
@pytest.mark.parametrize("instead", [None, "", "[]", "We expect this"])
def test_each_way_needs_an_indicator_and_words_are_none(way, instead):
    assert _cases({**PLAN, way: instead}) == [way.replace("_", "-")]


def test_one_indicator_may_serve_two_ways_and_evidence_may_be_to_come():
    assert _cases(PLAN) == []
    assert _cases({**PLAN, "controlling_costs": "[home.still-home, home.bed-cost]"}) == []
    honest = "prevention:\n  statement: Fewer falls.\n  how_we_will_know:\n    not_yet: {missing: The costs, owner: nhs-beg, due: 2013-12-31}"
    assert raised("prevention-evidence-missing", "prevention", honest) == []


def test_three_ways_that_rest_on_one_measure_alone_are_questioned():
    assert _cases({**PLAN, "controlling_costs": "[home.still-home]"}) == ["one-for-all"]


@pytest.mark.parametrize(("due", "cases"), [("2013-12-31", []), ("2014-03-31", []), ("2014-06-30", ["late"])])
def test_evidence_that_is_all_to_come_after_the_first_year_is_asked_about(due, cases):
    honest = f"prevention:\n  statement: Fewer falls.\n  how_we_will_know:\n    {{}}not_yet: {{{{missing: All of it, owner: nhs-beg, due: {due}}}}}"
    assert raised("prevention-evidence-missing", "prevention", honest.format("")) == cases
    some = honest.format("decisive_shift: [prevention-share]\n    ")
    assert raised("prevention-evidence-missing", "prevention", some) == []


@pytest.mark.parametrize(
    ("changes", "cases"),
    [
        ([], ["of-work"]),
        ([("kind: input\n              definition: Mean cost", "kind: input\n              stands_for: still-home\n              definition: Mean cost")], []),
        ([("name: Cost of a hospital stay after a fall", "name: Help comes the day after the fall")], []),
        ([("kind: input\n              definition: Mean cost", "kind: outcome\n              definition: Mean cost")], []),
    ],
    ids=["work alone", "stands in for one", "people asked for it", "of lives"],
)  # fmt: skip
def test_improving_outcomes_is_not_shown_by_work_alone(changes, cases):
    plan = {**PLAN, "improving_outcomes": "[home.bed-cost]", "reducing_future_need": "[home.still-home]"}
    ways = "".join(f"    {key}: {value}\n" for key, value in plan.items())
    text = f"prevention:\n  statement: Fewer falls.\n  how_we_will_know:\n{ways}"
    assert raised("prevention-evidence-missing", "prevention", text, *changes) == cases


def test_a_measure_of_lives_beside_one_of_work_is_enough():
    assert _cases({**PLAN, "improving_outcomes": "[home.bed-cost, home.still-home]"}) == []
