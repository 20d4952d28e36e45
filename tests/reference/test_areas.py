"""Every council area is known by the names and codes that people write."""

from __future__ import annotations

import re

import pytest

from soa.reference import area, areas, nearest_areas


def test_there_are_32_areas_each_with_its_own_name_code_and_council() -> None:
    assert len(areas()) == 32
    for column in ("name", "code", "council"):
        assert len({getattr(each, column) for each in areas()}) == 32
    assert [each.name for each in areas()] == sorted(each.name for each in areas())


def test_every_area_has_what_a_starter_needs() -> None:
    for each in areas():
        assert re.fullmatch(r"S1200\d{4}", each.code)
        assert re.fullmatch(r"NHS [A-Z].+", each.health_board)
        assert re.fullmatch(r"S0800\d{4}", each.health_board_code)
        assert each.council.endswith("Council") or each.council == "Comhairle nan Eilean Siar"
        assert min(len(each.transport), len(each.enterprise)) >= 1
        assert {each.family_people, each.family_other} <= {1, 2, 3, 4}


def test_every_name_code_and_council_finds_its_own_area() -> None:
    for each in areas():
        for text in (each.name, each.council, each.code, *each.former_codes, *each.also_known_as):
            for written in (text, text.upper(), text.lower(), f"  {text} ", text.replace(" and ", " & ")):
                assert area(written) == each, written


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Edinburgh", "City of Edinburgh"),
        ("Edinburgh, City of", "City of Edinburgh"),
        ("Edinburgh (City of)", "City of Edinburgh"),
        ("The City of Edinburgh Council", "City of Edinburgh"),
        ("Western Isles", "Na h-Eileanan Siar"),
        ("Eilean Siar", "Na h-Eileanan Siar"),
        ("Na h-Eileanan Siar", "Na h-Eileanan Siar"),
        ("Dundee", "Dundee City"),
        ("Orkney", "Orkney Islands"),
        ("Argyll & Bute", "Argyll and Bute"),
        ("The Moray Council", "Moray"),
        ("The Highland Council area", "Highland"),
        ("S12000015", "Fife"),
    ],
)
def test_common_ways_of_writing_an_area_are_understood(written: str, name: str) -> None:
    found = area(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["Glenmore", "", "Lothian", "Council", "S12000099"])
def test_what_is_no_area_is_none(written: str) -> None:
    assert area(written) is None


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Aberden", ("Aberdeen City",)),
        ("Edinbrugh", ("City of Edinburgh",)),
        ("Sterling", ("Stirling",)),
        ("Ayrshire", ("East Ayrshire", "North Ayrshire", "South Ayrshire")),
        ("Argyll", ("Argyll and Bute",)),
        ("Lothian West", ("West Lothian",)),
        ("Glenmore", ()),
        ("S12000099", ()),
        ("", ()),
    ],
)
def test_a_slip_is_answered_with_the_areas_it_may_mean(written: str, offered: tuple[str, ...]) -> None:
    assert nearest_areas(written) == offered
