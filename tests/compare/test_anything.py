"""Whatever is in the two files, they are compared: no traceback, nothing lost, the same either way round."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

import pytest

from soa.compare.document import document_of
from soa.compare.text import text_of
from tests.compare.made import AS_OF, compared, example

ODD: tuple[Any, ...] = (
    None, "", "x", 7, -1, 2.5, True, [], [None], ["x", "x"], [1, {"a": [2]}], {}, {"a": 1}, {"id": "falls"}, {"file": "gone.yaml"}, "2013/14", "£1.2m", "falls.admissions",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_odd_values_anywhere_are_compared(seed: int) -> None:
    rnd = random.Random(seed)
    old, new = example(), example()
    for data in (old, new):
        for _ in range(25):
            _spoil(data, rnd)
    forth, back = compared(old, new), compared(new, old)
    assert forth.changes
    assert back.changes
    for told in (forth, back):
        text_of(told)
        document_of(told, as_of=AS_OF)
        assert all(one.says and one.about is not None for one in told.changes)
    assert compared(old, old).changes == ()
    assert compared(new, new).changes == ()


def _spoil(data: Any, rnd: random.Random) -> None:
    """Put something odd in a random place, or take something away."""
    while isinstance(data, (dict, list)) and data:
        keys = [key for key in data if key != "soa"] if isinstance(data, dict) else range(len(data))
        key = rnd.choice(list(keys) or [0])
        below = data[key] if isinstance(data, list) or key in data else None
        if not isinstance(below, (dict, list)) or rnd.random() < 0.12:
            if rnd.random() < 0.2:
                del data[key]
            else:
                data[key] = deepcopy(rnd.choice(ODD))
            return
        data = below
