"""What is no change: the same agreement, in another order, layout or set of files, with other ids wherever they are used."""

from __future__ import annotations

import random
import textwrap
from typing import Any

import pytest

from soa import api
from soa.compare import compare
from tests.compare.made import AS_OF, EXAMPLES, as_text, checked, compared, example, named, outcome

NAMES = ("glenmore", "glenmore-first-draft", "aberdeen-2019", "moray-2009")


def _read(name: str) -> Any:
    folder = EXAMPLES / name
    return api.check(lambda file: (folder / file).read_bytes(), as_of=AS_OF)


@pytest.mark.parametrize("name", NAMES)
def test_an_agreement_is_the_same_as_itself(name: str) -> None:
    told = compare(_read(name), _read(name))
    assert told.is_same
    assert {one.state for one in told.findings} <= {"still"}
    assert len(told.findings) == len(_read(name).findings)


@pytest.mark.parametrize("name", NAMES)
def test_layout_and_files_say_nothing(name: str) -> None:
    told = compare(_read(name), checked(example(name)))
    assert told.changes == ()


@pytest.mark.parametrize("seed", range(5))
def test_order_says_nothing(seed: int) -> None:
    shuffled = _shuffled(example(), random.Random(seed))
    assert compared(example(), shuffled).changes == ()


@pytest.mark.parametrize("width", [20, 70])
def test_how_lines_are_broken_says_nothing(width: int) -> None:
    assert compared(example(), _wrapped(example(), width)).changes == ()


def test_how_a_number_is_written_says_nothing() -> None:
    written = as_text(example()).replace('"value": 21.3,', '"value": 21.30,').replace(": 410000,", ": 410000.0,")
    assert written != as_text(example())
    assert compared(example(), written).changes == ()


def test_what_is_taken_where_nothing_is_said_may_be_said() -> None:
    new = example()
    new["agreement"].pop("kind")
    outcome(new, "falls")["state"] = "live"
    outcome(new, "falls")["how"][2].update(state="planned", public=True)
    outcome(new, "falls")["what"]["influence"] = "partial"
    new["resources"][3]["preventive"] = False
    assert compared(example(), new).changes == ()


def test_a_partnerships_own_keys_are_its_own_business() -> None:
    new = example()
    new["x-note"] = "read by the board"
    outcome(new, "falls")["what"]["indicators"][0]["x-from"] = {"sheet": 3}
    assert compared(example(), new).changes == ()


def test_an_id_that_is_another_one_wherever_it_is_used_is_one_change() -> None:
    old = as_text(example())
    new = old.replace('"nhs-orran"', '"health-board"')
    assert old.count('"nhs-orran"') > 50
    told = compared(old, new).changes
    assert [(one.kind, one.about, one.was_about) for one in told] == [("re-identified", "health-board", "nhs-orran")]


def test_a_reference_may_be_written_in_full() -> None:
    new = example()
    action = named(outcome(new, "falls")["how"], "classes")
    action["contributes_to"] = [f"falls.{one}" for one in action["contributes_to"]]
    assert compared(example(), new).changes == ()


def test_a_round_of_review_beside_it_is_no_part_of_it() -> None:
    review = (
        "soa: 1\nround: 1\nopened: 2013-04-15\nby: Location Director\n"
        "reviewed: {digest: '1f0e6c2ab97d', soa: '0.5.0', rules: '2'}\npoints: []\n"
    )
    new = checked(example(), beside={"review/round-1.yaml": review})
    assert new.source.beside == ("review/round-1.yaml",)
    assert compare(checked(example()), new).changes == ()


def _shuffled(value: Any, rnd: random.Random, key: str = "") -> Any:
    """The data with its lists and keys in another order, but for the list whose order says which group is worse off."""
    if isinstance(value, dict):
        keys = list(value)
        rnd.shuffle(keys)
        return {one: _shuffled(value[one], rnd, one) for one in keys}
    if isinstance(value, list):
        items = [_shuffled(one, rnd) for one in value]
        if key != "between":
            rnd.shuffle(items)
        return items
    return value


def _wrapped(value: Any, width: int) -> Any:
    if isinstance(value, dict):
        return {key: _wrapped(one, width) for key, one in value.items()}
    if isinstance(value, list):
        return [_wrapped(one, width) for one in value]
    if isinstance(value, str) and "\n" in value and "|" not in value:
        return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in value.split("\n\n")) + "\n"
    return value
