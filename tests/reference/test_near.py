"""A misspelt word is answered with the words it may mean, and with nothing when none is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.reference.near import MAX_CHOICES, MAX_LENGTH, did_you_mean, distance

KEYS = ("statement", "for_whom", "success", "indicators", "baseline", "by_whom", "what", "how", "when", "milestones")


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("idicators", ("indicators",)),
        ("indicator", ("indicators",)),
        ("Baseline", ("baseline",)),
        ("by whom", ("by_whom",)),
        ("by-whom", ("by_whom",)),
        ("whom by", ("by_whom",)),
        ("waht", ("what",)),
        ("whne", ("when",)),
        ("milestone", ("milestones",)),
        ("mile", ("milestones",)),
        ("wh", ()),
        ("outcome", ()),
        ("", ()),
    ],
)
def test_a_slip_in_a_key_finds_the_key(word: str, offered: tuple[str, ...]) -> None:
    assert did_you_mean(word, KEYS) == offered


def test_one_word_of_a_longer_id_finds_it() -> None:
    assert did_you_mean("admissions", ["falls.admissions", "falls.hip"]) == ("falls.admissions",)


def test_the_nearest_comes_first_and_equals_keep_their_order() -> None:
    assert did_you_mean("cart", ["cars", "card", "cart-a", "care", "carts"]) == ("cars", "card", "care")
    assert did_you_mean("carts", ["carpet", "cart"])[0] == "cart"


def test_prose_in_the_place_of_a_word_is_not_compared() -> None:
    assert did_you_mean("x" * (MAX_LENGTH + 1), ["x" * MAX_LENGTH]) == ()


def test_a_very_long_list_is_only_looked_at_in_part() -> None:
    assert did_you_mean("target", [*(f"zzzzzzz{n}" for n in range(MAX_CHOICES)), "targets"]) == ()


def _slips(one: str, other: str) -> int:
    """The definition, letter by letter: optimal string alignment without any short cut."""
    table = {(row, column): max(row, column) for row in range(len(one) + 1) for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            changed = one[row - 1] != other[column - 1]
            ways = [table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + changed]
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                ways.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(ways)
    return table[len(one), len(other)]


@given(one=st.text("abc", max_size=9), other=st.text("abc", max_size=9), reach=st.integers(0, 4))
def test_the_distance_is_that_of_the_definition(one: str, other: str, reach: int) -> None:
    slips = _slips(one, other)
    assert distance(one, other, reach) == (slips if slips <= reach else None)
