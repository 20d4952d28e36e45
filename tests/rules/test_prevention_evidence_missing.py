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
