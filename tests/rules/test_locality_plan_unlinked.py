"""Whether a locality that the agreement speaks of has a plan."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import checked, put

RULE = "locality-plan-unlinked"
LOIP = ("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan")
NAMED = ("for_whom: People aged 65 and over", "for_whom: People aged 65 and over in Muirton")


def _cases(said, *changes):
    return raised(RULE, "localities", f"localities:\n  - {{id: muirton, name: Muirton, {said}}}\n", *changes)


def test_a_locality_without_a_plan_is_advice_and_a_warning_where_an_outcome_names_it():
    assert _cases("population: 6100") == ["none"]
    assert _cases("population: 6100", NAMED) == ["named"]


def test_the_law_asks_for_a_plan_where_people_fare_worse_of_improvement_plans_only():
    assert _cases("poorer_outcomes: true") == ["none"]
    assert _cases("poorer_outcomes: true", LOIP) == ["poorer"]


def test_several_localities_are_one_finding_also_where_an_outcome_names_only_one():
    assert _cases("population: 6100}\n  - {id: glen, name: Glen Beg, population: 2400", NAMED) == ["named"]
    assert _cases("population: 6100}\n  - {id: glen, name: Glen Beg, population: 2400") == ["none"]


def test_of_many_localities_the_message_names_some_and_counts_the_rest():
    many = "".join(f"  - {{id: glen-{letter}, name: Glen {letter.upper()}}}\n" for letter in "abcdefghijklmnop")
    (found,) = checked(put("localities", f"localities:\n{many}"), {RULE: all_rules()[RULE]}).findings
    assert (
        found.message
        == f"no locality plan is named for {', '.join(f'Glen {one}' for one in 'ABCDEFGHIJKL')} and 4 more"
    )


@pytest.mark.parametrize(
    "said",
    [
        "plan: muirton-plan",
        "plan: plan-nowhere",
        "not_yet: {missing: The locality plan, owner: council, due: 2014-03-31}",
        "plan: []",
    ],
)
def test_a_plan_due_at_a_stated_date_or_named_and_not_found_is_not_missed(said):
    assert _cases(said, NAMED) == []


GLEN = "population: 6100, plan: muirton-plan}\n  - {id: glen, name: Glen Beg, MADE_OFplan: muirton-plan, poorer_outcomes: POORER"


@pytest.mark.parametrize(
    ("poorer", "made_of", "change", "cases"),
    [
        ("true", "", (), ["passed-over"]),
        ("false", "", (), []),
        ("true", "", (("for_whom: People aged 65 and over", "for_whom: People aged 65 and over in Glen Beg"),), []),
        ("true", "", (("place: Muirton", "place: Glen Beg"),), []),
        ("true", "", (("{of: muirton, baseline: {period: 2012-13, value: 27.9}", "{of: glen, baseline: {period: 2012-13, value: 27.9}"),), []),
        ("true", "made_of: [Upper Beg], ", (("eight village halls", "the hall of Upper Beg"),), []),
        ("true", "", (("text: Strathbeg has", "text: In Glen Beg people die sooner. Strathbeg has"),), ["passed-over"]),
    ],
    ids=["nothing is for it", "fares as others do", "an outcome is for it", "people were asked there", "measured there", "a place in it", "only described"],
)  # fmt: skip
def test_a_place_that_fares_worse_and_that_nothing_is_for_is_asked_about(poorer, made_of, change, cases):
    assert _cases(GLEN.replace("POORER", poorer).replace("MADE_OF", made_of), *change) == cases
