"""An address is short, leads back to its part, and stays when other parts come, go or move."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.cli.folder import reader
from soa.engine.check import check
from soa.model.address import Addresses, names_of
from soa.model.lookup import walk
from soa.model.reading import read
from soa.source import load
from tests.document.made import whole

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())
TEXTS = st.text("ab/#2 \n", max_size=6)


def _addresses(data: Any) -> Addresses:
    return Addresses(read(data).agreement)


def _lead_back(addresses: Addresses, parts: list[tuple[str | int, ...]]) -> None:
    for path in parts:
        assert addresses.path(addresses.of(path)) == path, path


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Where anything stands in data."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(below for key, one in pairs for below in _paths(one, (*path, key)))]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_every_part_of_the_examples_has_an_address_that_leads_back(folder: Path) -> None:
    agreement = check(load("soa.yaml", reader(str(folder))), as_of=date(2013, 6, 1)).agreement
    assert agreement is not None
    parts = [found.path for found in walk(agreement)]
    assert len(parts) > 30
    _lead_back(Addresses(agreement), parts)


@given(st.lists(TEXTS, max_size=12))
def test_whatever_the_entries_of_a_list_are_called_each_has_an_address_of_its_own(titles: list[str]) -> None:
    data = whole()
    data["appendices"] = [{"title": title, "text": "Words."} for title in titles]
    addresses = _addresses(data)
    _lead_back(
        addresses, [("appendices", at, *key) for at in range(len(titles)) for key in ((), ("title",), ("text",))]
    )


@given(st.lists(TEXTS))
def test_the_names_of_a_list_are_all_different(natural: list[str]) -> None:
    names = names_of(natural)
    assert len(set(names)) == len(names) == len(natural)
    assert all(name == plain for at, (name, plain) in enumerate(zip(names, natural, strict=True)) if plain and plain not in natural[:at])  # fmt: skip


def test_ids_that_are_keys_or_stand_twice_or_are_no_ids_lead_back_too() -> None:
    def changed(change: Any) -> Any:
        data = whole()
        change(data)
        return data

    outcome = ("priorities", 0, "outcomes", 0)
    for name in ("resources", "agreement", "prevention/why", "", 12, None, ["a"], whole()["priorities"][0]["id"]):
        data = changed(lambda data, name=name: data["priorities"][0]["outcomes"][0].update(id=name))
        addresses = _addresses(data)
        _lead_back(addresses, [outcome, (*outcome, "what"), ("resources",), ("agreement",), ("prevention",)])
    twice = changed(lambda data: data["partners"].append(deepcopy(data["partners"][0])))
    last = len(twice["partners"]) - 1
    _lead_back(_addresses(twice), [("partners", 0), ("partners", last), ("partners", last, "name")])


def test_long_ids_that_begin_alike_are_kept_apart() -> None:
    data = whole()
    first, second = data["priorities"][:2]
    first["outcomes"][0]["id"], second["outcomes"][0]["id"] = f"{'a' * 50}-one", f"{'a' * 50}-two"
    one, two = ("priorities", 0, "outcomes", 0), ("priorities", 1, "outcomes", 0)
    addresses = _addresses(data)
    assert addresses.of(one) == f"{'a' * 50}-one"
    _lead_back(addresses, [one, two, (*one, "by_whom"), (*two, "by_whom")])


def test_an_outcome_keeps_its_address_when_it_moves_and_when_others_come_before_it() -> None:
    data = whole()
    outcome = data["priorities"][0]["outcomes"][0]
    before = _addresses(data)
    old = [path for path in _paths(outcome) if before.path(before.of(("priorities", 0, "outcomes", 0, *path)))]
    said = [before.of(("priorities", 0, "outcomes", 0, *path)) for path in old]
    data["priorities"][1]["outcomes"].append(data["priorities"][0]["outcomes"].pop(0))
    data["partners"].insert(0, {"id": "newcomer", "name": "A newcomer", "kind": "voluntary"})
    outcome["what"]["indicators"].insert(0, {"id": "an-earlier-one"})
    at = len(data["priorities"][1]["outcomes"]) - 1
    after = _addresses(data)
    moved = [
        (*path[:2], path[2] + 1, *path[3:]) if path[:2] == ("what", "indicators") and len(path) > 2 else path  # type: ignore[operator]
        for path in old
    ]
    assert [after.path(address) for address in said] == [("priorities", 1, "outcomes", at, *path) for path in moved]
