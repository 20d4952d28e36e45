"""Nothing that differs is lost: whatever scalar is changed, one change tells it, at its place."""

from __future__ import annotations

import re
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from soa.compare import compare
from soa.compare.changes import KINDS
from soa.engine.check import Checked
from soa.model.address import Addresses
from tests.compare.made import checked, example, put, scalars

STEP = 101
"""Each so many of the scalars of the example is changed here; a prime, so that over the parts all kinds of key are met."""
TWICE = {"partner", "use"}
"""Keys by which an entry of a list is known: with another one it may be another entry, one that came as one went."""


@cache
def _old() -> Checked:
    return checked(example())


def _chosen() -> list[tuple[tuple[str | int, ...], Any]]:
    every = [one for one in scalars(example()) if one[0] != ("soa",)]
    return every[::STEP]


@pytest.mark.parametrize(("path", "value"), _chosen(), ids=["/".join(map(str, path)) for path, _ in _chosen()])
def test_a_scalar_that_changes_is_told_once_and_at_its_place(path: tuple[str | int, ...], value: Any) -> None:
    data = deepcopy(example())
    put(data, path, _other(value))
    new = checked(data)
    told = [one for one in compare(_old(), new).changes if not one.follows]
    assert told
    assert len(told) <= (2 if path[-1] in TWICE else 1), [one.says for one in told]
    assert {one.kind for one in told} <= set(KINDS)
    assert new.agreement is not None
    place = Addresses(new.agreement).of(path)
    assert any(_belongs(one.about, place) for one in told), (place, told)
    assert all(one.says.endswith(".") and one.says[:1].isupper() | (not one.says[:1].isalpha()) for one in told)


def _belongs(about: str, place: str) -> bool:
    """Whether what is told is at a place, or at a part around it that tells several answers at once."""
    return place == about or place.startswith(f"{about}/") or place.rpartition("/")[0] == about.rpartition("/")[0]


def _other(value: Any) -> Any:
    """Another value of the same form."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float, Decimal)):
        return int(value) + 3 if value == int(value) else float(value) + 1.5
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return str(int(value[:4]) + 1) + value[4:]
    if re.fullmatch(r"\d{4}-\d\d", value):
        year = int(value[:4]) + 1
        return f"{year}-{(year + 1) % 100:02d}"
    if re.fullmatch(r"\d{4}", value):
        return str(int(value) + 1)
    return f"{value} otherwise" if " " in value else f"{value}-x"
