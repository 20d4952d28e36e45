"""What leads back to itself."""

from hypothesis import given
from hypothesis import strategies as st

from soa.rules._circles import on_circles

STEPS = st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=4), max_size=7)


@given(STEPS)
def test_it_is_what_can_be_reached_from_itself(steps):
    whole = {one: steps.get(one, []) for one in range(7)}
    assert on_circles(whole) == {one for one in whole if one in _reached(one, whole)}


def _reached(start, steps):
    found, waiting = set(), list(steps[start])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += steps[one]
    return found


def test_a_chain_of_a_hundred_thousand_is_no_trouble():
    assert on_circles({number: [number + 1] if number < 100_000 else [] for number in range(100_001)}) == set()
