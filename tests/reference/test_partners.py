"""Each area's statutory partners are those that the law of the day names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from soa.reference import Area, StatutoryPartner, area, areas, partners_named_locally, statutory_partners

YEARS = [date(2009, 4, 1), date(2013, 4, 1), date(2017, 10, 1), date(2020, 1, 1), date(2024, 4, 1)]


def _area(name: str) -> Area:
    found = area(name)
    assert found is not None
    return found


def _names(name: str, day: date, *kinds: str) -> list[str]:
    partners = statutory_partners(_area(name), day)
    return [each.name for each in partners if not kinds or each.kind in kinds]


def test_an_agreement_of_2013_has_council_health_board_single_services_agency_and_transport() -> None:
    assert _names("Aberdeen City", date(2013, 4, 1)) == [
        "Aberdeen City Council",
        "NHS Grampian",
        "Police Scotland",
        "Scottish Fire and Rescue Service",
        "Scottish Enterprise",
        "North-East of Scotland Transport Partnership (Nestrans)",
    ]


@pytest.mark.parametrize("day", YEARS)
@pytest.mark.parametrize("place", areas(), ids=lambda place: place.code)
def test_every_area_has_each_of_the_six_kinds_on_every_day(place: Area, day: date) -> None:
    partners = statutory_partners(place, day)
    kinds = [each.kind for each in partners]
    for kind in ("council", "health-board", "police", "fire"):
        assert kinds.count(kind) == 1
    assert kinds.count("enterprise") in (1, 2)
    assert kinds.count("transport") == (2 if place.name == "Argyll and Bute" else 1)
    assert len({each.id for each in partners}) == len(partners)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", each.id) for each in partners)
    assert all(each.duty and each.source for each in partners)


def test_police_and_fire_become_single_services_on_1_april_2013() -> None:
    assert _names("Moray", date(2013, 3, 31), "police", "fire") == [
        "Grampian Police",
        "Grampian Fire and Rescue Service",
    ]
    assert _names("Moray", date(2013, 4, 1), "police", "fire") == [
        "Police Scotland",
        "Scottish Fire and Rescue Service",
    ]
    assert _names("Shetland", date(2009, 4, 1), "police", "fire") == [
        "Northern Constabulary",
        "Highlands and Islands Fire and Rescue Service",
    ]


def test_the_2015_act_counts_from_20_december_2016() -> None:
    before, after = (statutory_partners(_area("Angus"), date(2016, 12, day)) for day in (19, 20))
    assert all("Local Government in Scotland Act 2003" in each.source for each in before)
    assert all("Community Empowerment (Scotland) Act 2015" in each.source for each in after)
    assert "VisitScotland" not in [each.name for each in before]
    assert "VisitScotland" in [each.name for each in after]


def test_only_the_five_facilitating_kinds_are_expected_after_2016() -> None:
    def expected(partners: tuple[StatutoryPartner, ...]) -> list[str]:
        return [each.kind for each in partners if each.expected]

    five = ["council", "health-board", "police", "fire", "enterprise"]
    assert expected(statutory_partners(_area("Angus"), date(2013, 4, 1))) == [*five, "transport"]
    assert expected(statutory_partners(_area("Angus"), date(2017, 10, 1))) == five


def test_a_fire_service_that_the_council_ran_is_not_expected() -> None:
    (service,) = [each for each in statutory_partners(_area("Fife"), date(2009, 4, 1)) if each.kind == "fire"]
    assert not service.expected
    assert service.note == "run by the council itself"


@pytest.mark.parametrize(
    ("day", "agencies"),
    [
        (date(2019, 10, 15), ["Scottish Enterprise"]),
        (date(2019, 10, 16), ["Scottish Enterprise", "South of Scotland Enterprise"]),
        (date(2020, 4, 1), ["South of Scotland Enterprise"]),
    ],
)
@pytest.mark.parametrize("place", ["Dumfries and Galloway", "Scottish Borders"])
def test_the_south_of_scotland_has_its_own_agency_from_2019(place: str, day: date, agencies: list[str]) -> None:
    assert _names(place, day, "enterprise") == agencies


def test_highlands_and_islands_enterprise_serves_its_area_alone() -> None:
    served = {place.name for place in areas() if any(part.body == "hie" for part in place.enterprise)}
    assert served == {
        "Argyll and Bute",
        "Highland",
        "Moray",
        "Na h-Eileanan Siar",
        "North Ayrshire",
        "Orkney Islands",
        "Shetland Islands",
    }
    assert _names("Orkney", date(2013, 4, 1), "enterprise") == ["Highlands and Islands Enterprise"]


def test_a_body_that_serves_a_part_of_the_area_says_which() -> None:
    notes = {each.id: each.note for each in statutory_partners(_area("Argyll and Bute"), date(2013, 4, 1))}
    assert notes["spt"] == "Helensburgh and Lomond only"
    assert notes["hitrans"] == "everywhere but Helensburgh and Lomond"
    assert notes["hie"] == ""


def test_regional_transport_partnerships_begin_in_december_2005() -> None:
    assert _names("Fife", date(2005, 11, 30), "transport") == []
    assert len(_names("Fife", date(2005, 12, 1), "transport")) == 1


def test_bodies_that_differ_by_area_are_described_from_2016_on() -> None:
    assert partners_named_locally(date(2013, 4, 1)) == ()
    assert len(partners_named_locally(date(2017, 10, 1))) == 4
