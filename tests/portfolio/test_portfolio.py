"""Many agreements gathered: in the order of the alphabet, the newest of each area, rounds never mixed."""

from itertools import permutations

import pytest

from soa.portfolio.commitments import Promised
from soa.portfolio.facts import to_json
from soa.portfolio.indicators import Measured
from soa.portfolio.portfolio import Marks, gather
from tests.portfolio.sample import facts, trouble


def test_areas_stand_in_the_order_of_the_alphabet_whatever_the_order_they_come_in():
    entries = [facts("Moray"), facts("Angus"), facts("Na h-Eileanan Siar"), facts("Fife")]
    gathered = [gather(order) for order in permutations(entries)]
    assert [area.name for area in gathered[0].areas] == ["Angus", "Fife", "Moray", "Na h-Eileanan Siar"]
    assert all(one == gathered[0] for one in gathered)


def test_the_order_is_not_that_of_merit():
    worse = facts("Angus", "nobody-leads", "no-gap", "no-money")
    better = facts("Moray", "gap")
    assert [area.name for area in gather([better, worse]).areas] == ["Angus", "Moray"]


def test_a_broken_folder_is_kept_beside_the_others():
    found = gather([facts("Moray"), trouble("north/broken"), trouble("east/broken")])
    assert [one.root for one in found.troubles] == ["east/broken", "north/broken"]
    assert found.agreements == 1


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"starts": "2009-04-01"}, {"starts": "2013-04-01"}),
        ({"version": 2, "status": "agreed"}, {"version": 3, "status": "draft"}),
        ({"status": "draft"}, {"status": "agreed"}),
        ({"root": "moray/round-9"}, {"root": "moray/round-10"}),
        ({"starts": "2009-04-01", "version": 9}, {"starts": "2013-04-01", "version": 1}),
    ],
)
def test_the_newest_of_an_area_is_looked_at_and_the_others_stand_behind_it(older, newer):
    plan = facts("Moray")
    for entries in permutations([plan._replace(title="old", **older), plan._replace(title="new", **newer)]):
        (area,) = gather(entries).areas
        assert area.current.title == "new"
        assert [one.title for one in area.earlier] == ["old"]


def test_the_same_area_under_other_names_is_one():
    found = gather([facts("Moray"), facts("Moray Council", root="old")._replace(version=1)])
    assert [(area.name, area.code, len(area.earlier)) for area in found.areas] == [("Moray", "S12000020", 1)]


def test_a_made_up_area_is_not_the_real_one_of_its_name():
    found = gather([facts("Moray"), facts("Moray", fictional=True, root="training")])
    assert [area.current.fictional for area in found.areas] == [False, True]
    assert len({area.file for area in found.areas}) == 2


def test_earlier_rounds_are_counted_nowhere():
    """Not among the questions, the measures, or the promises."""
    old = facts("Moray", "nobody-leads", root="moray-2012")._replace(version=1)
    new, other = facts("Moray"), facts("Fife", "later")
    with_old, without = gather([old, new, other]), gather([new, other])
    assert with_old.weaknesses == without.weaknesses
    assert with_old.comparisons == without.comparisons
    assert with_old.alike == without.alike


def test_the_tables_hold_what_the_facts_say():
    (area,) = gather([facts("Moray", "nobody-leads", "gap")]).areas
    plan = area.current
    assert plan.outcomes == 2
    assert plan.marks[2] == Marks(answered=1, thin=0, missing=1)
    assert plan.led == (1, 0, 0, 1)
    assert plan.gaps[0] == 1
    assert plan.money == (930_000, 410_000, 930_000)
    assert plan.years == ("2013-14", "2014-15")
    assert [name for name, _ in plan.proofs] == [
        "A decisive shift",
        "Improving outcomes",
        "Reducing future need",
        "Controlling costs",
    ]


def test_the_first_year_is_the_first_for_which_money_is_stated():
    one = facts("Moray")
    first, second = one.money
    assert gather([one]).areas[0].current.first_year == first
    nothing = first._replace(firm=0, preventive=0)
    assert gather([one._replace(money=(nothing, second))]).areas[0].current.first_year == second
    assert gather([one._replace(money=())]).areas[0].current.first_year is None


def test_what_was_read_in_part_is_known_of_every_round():
    one = facts("Moray")
    found = gather(
        [one._replace(unread=("new",), root="b"), one._replace(unread=("old",), root="a", version=1), facts("Fife")]
    )
    assert [(part.root, part.reasons) for part in found.in_part] == [("a", ("old",)), ("b", ("new",))]
    assert found.troubles == ()


def test_what_was_looked_at_is_counted():
    found = gather([facts("Moray"), facts("Fife")])
    number = len([one for one in facts("Moray").indicators if one.values])
    assert found.measured == Measured(measures=2 * number, areas=2, shared=number)
    promises = facts("Moray").undertakings
    assert found.promised == Promised(
        promises=2 * len(promises),
        bodies=len({one.body for one in promises}),
        shared=len({one.body for one in promises}),
    )


def test_all_facts_can_be_had_again():
    one = facts("Moray")
    assert gather([one]).areas[0].current.facts == one


def test_what_is_kept_of_an_area_is_small():
    """Two thousand must fit into memory."""
    one = facts("Moray")
    assert len(gather([one]).areas[0].current.packed) < len(to_json(one)) / 2
