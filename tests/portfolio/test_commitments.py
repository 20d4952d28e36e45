"""Promises of bodies that serve several areas: what is alike is shown side by side, and what is not is left alone."""

import pytest

from soa.portfolio.commitments import Alike
from soa.portfolio.facts import Facts, UndertakingFacts
from soa.portfolio.portfolio import gather
from tests.portfolio.sample import facts

VISITS = "Two officers visit every secondary school in Moray twice a year"


def area(
    name: str,
    *words: str,
    due: str = "2014-06-30",
    amount: str = "",
    what: str = "action",
    body: str = "police-scotland",
) -> Facts:
    """An area in which a body undertakes some things and nothing else is."""
    said = tuple(
        UndertakingFacts(body, "Police Scotland", what, "safer", f"safer/how/{at}", one, due, amount)
        for at, one in enumerate(words)
    )
    return facts("Moray")._replace(
        area=name, code="", root=name, undertakings=said, indicators=(), questions=(), strengths=()
    )


def found(*entries: Facts) -> list[Alike]:
    """What is to be looked at together."""
    return list(gather(entries).alike)


def test_the_same_promise_with_other_dates_is_shown_side_by_side():
    (one,) = [alike for alike in found(facts("Moray"), facts("Fife", "later")) if alike.body == "police-scotland"]
    assert one.kind == "dates"
    assert [(place.area, place.said.due, place.said.about) for place in one.places] == [
        ("Fife", "2015-06-30", "home/how/officers"),
        ("Moray", "2014-06-30", "home/how/officers"),
    ]


def test_a_slightly_other_wording_is_nearly_the_same():
    (one,) = found(
        area("Moray", VISITS), area("Angus", "Two officers visit each secondary school in Angus, twice every year")
    )
    assert one.kind == "same"
    assert [place.area for place in one.places] == ["Angus", "Moray"]


def test_other_figures_in_the_words_are_a_difference():
    (one,) = found(
        area("Moray", "Open 12 new cycle routes to secondary schools"),
        area("Fife", "Open 20 new cycle routes to secondary schools"),
    )
    assert one.kind == "figures"


def test_other_amounts_are_a_difference():
    (one,) = found(area("Moray", VISITS, amount="12 visits"), area("Fife", VISITS, amount="20 visits"))
    assert one.kind == "figures"


def test_what_is_promised_here_and_stopped_there_comes_first():
    stops = area("Fife", "Officers no longer visit every secondary school", what="stops")
    one, *_ = found(area("Moray", VISITS), stops, area("Angus", VISITS, due="2015-01-01"))
    assert one.kind == "stopped"
    assert [(place.area, place.said.what) for place in one.places] == [
        ("Angus", "action"),
        ("Moray", "action"),
        ("Fife", "stops"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VISITS, "Two officers visit every care home in Fife twice a year"),
        (VISITS, "A campus officer works in every secondary school"),
        ("Work with partners", "Work with partners"),  # too few words to be anything
        (VISITS, "Speed checks outside every primary school on the A96"),
    ],
)
def test_other_promises_are_left_alone(one, other):
    assert found(area("Moray", one), area("Fife", other)) == []


def test_the_same_words_twice_in_one_area_are_its_own_affair():
    assert found(area("Moray", VISITS, VISITS)) == []


def test_two_bodies_may_promise_the_same():
    assert found(area("Moray", VISITS), area("Fife", VISITS, body="scottish-fire-and-rescue")) == []


def test_what_one_area_stops_and_keeps_itself_is_its_own_affair():
    one = area("Moray", VISITS)
    own = one._replace(
        undertakings=(
            *one.undertakings,
            one.undertakings[0]._replace(what="stops", words="Officers no longer visit every secondary school"),
        )
    )
    assert found(own) == []


def test_many_areas_with_one_promise_are_one_entry_with_the_first_of_them():
    names = [f"Place {number:02}" for number in range(30)]
    (one,) = found(*(area(name, VISITS.replace("Moray", name)) for name in names))
    assert [place.area for place in one.places] == names[:12]
    assert one.more == 18


def test_made_up_areas_stand_by_themselves():
    assert found(area("Moray", VISITS), area("Strathbeg", VISITS)._replace(fictional=True)) == []
