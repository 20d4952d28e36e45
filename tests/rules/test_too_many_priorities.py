"""How many are few enough."""

import pytest

from tests.rules.alone import raised

HONEST = "not_yet: {missing: The outcomes, owner: council, due: 2013-09-30}"
SIX = ("employment", "early-years", "safer-communities", "health-inequalities", "older-people", "youth")


def _more(number, **keys):
    said = "".join(f"  {key}: {value}\n" for key, value in keys.items())
    return "".join(
        f"- id: p{one}\n  title: Fewer fires in street {one}\n  lead: council\n{said}  {HONEST}\n"
        for one in range(number)
    )


@pytest.mark.parametrize(("number", "cases"), [(5, []), (6, ["too-many"])])
def test_more_than_six_are_too_many(number, cases):
    assert raised("too-many-priorities", "another", _more(number)) == cases


def test_a_seventh_is_the_partnerships_own_where_six_are_national():
    national = _more(6, policy_priorities="[older-people]")
    assert raised("too-many-priorities", "another", national) == []
    assert raised("too-many-priorities", "another", national + _more(1).replace("p0", "q")) == ["too-many"]


@pytest.mark.parametrize(("rank", "cases"), [(1, ["same-rank"]), (2, [])])
def test_priorities_of_one_rank_are_not_weighed(rank, cases):
    assert raised("too-many-priorities", "another", _more(1, rank=rank)) == cases


def test_ranks_may_be_left_out():
    assert raised("too-many-priorities", "another", _more(2)) == []


def test_more_than_five_indicators_are_advised_against():
    one = "    - {id: i%d, name: Falls, kind: outcome, unit: people, direction: context}\n"
    what = "what:\n  statement: People fall less often\n  indicators:\n"
    assert raised("too-many-priorities", "what", what + "".join(one % number for number in range(6))) == ["indicators"]
    assert raised("too-many-priorities", "what", what + "".join(one % number for number in range(5))) == []


def test_more_than_four_outcomes_of_one_priority_are_too_many():
    outcomes = "".join(f"- id: o{one}\n  {HONEST}\n" for one in range(4))
    assert raised("too-many-priorities", "outcome", outcomes) == ["too-many"]
    assert raised("too-many-priorities", "outcome", outcomes[: outcomes.index("- id: o3")]) == []
