"""Which part is which: by id, by natural key, by likeness; what moved, was split, or only looks alike."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from soa.compare import likeness
from soa.compare.likeness import ALIKE
from soa.compare.likeness import likeness as alike_by
from soa.compare.matching import Matches
from soa.compare.side import Side
from soa.model.measure import Indicator
from soa.model.outcome import Action, Outcome, Risk
from tests.compare.made import checked, compared, example, named, outcome


def _kinds(old: Any, new: Any) -> list[tuple[str, str]]:
    return [(one.kind, one.about) for one in compared(old, new).changes if not one.follows]


def test_ids_that_were_exchanged_do_not_hide_what_the_entries_are() -> None:
    new = example()
    first, second = outcome(new, "falls")["how"][:2]
    names = first["id"], second["id"]
    first["id"], second["id"] = names[1], names[0]
    told = compared(example(), new).changes
    assert {one.kind for one in told} >= {"re-identified"}
    assert "reworded" not in {one.kind for one in told}


def test_an_id_that_was_given_to_something_else_is_not_believed() -> None:
    """A measure is gone, and another took its id: the words say that it is not the same."""
    new = example()
    measures = outcome(new, "fires")["what"]["indicators"]
    kept = named(measures, "home-fires")
    kept.update(id="house-fires", name="Accidental fires at home, smoke alone included")
    measures.append({**deepcopy(named(outcome(new, "pay")["what"]["indicators"], "low-pay")), "id": "home-fires"})
    outcome(new, "fires")["when"]["targets"][1]["indicator"] = "house-fires"
    for action in outcome(new, "fires")["how"]:
        action["contributes_to"] = [ref.replace("home-fires", "house-fires") for ref in action["contributes_to"]]
    told = _kinds(example(), new)
    assert ("re-identified", "fires/what/indicators/house-fires") in told
    assert ("added", "fires/what/indicators/home-fires") in told
    assert len(told) == 2


def test_an_id_and_words_that_both_changed_are_said_to_be_taken_for_the_same() -> None:
    new = example()
    found = named(outcome(new, "carers")["how"], "breaks")
    found.update(id="time-off", action="240 short breaks a year that carers choose for themselves")
    told = [one for one in compared(example(), new).changes if "time-off" in one.about]
    assert [(one.kind, bool(one.segments)) for one in told] == [("re-identified", True)]
    assert "has the id “time-off” instead of “breaks” and was worded “" in told[0].says
    assert "taken for the same by what it says" in told[0].says


def test_an_outcome_with_another_id_and_other_words_is_known_by_its_answers() -> None:
    new = example()
    found = outcome(new, "fires")
    found["id"] = "fire-deaths"
    found["what"]["statement"] = "Nobody dies in a burning house"
    told = _kinds(example(), new)
    assert ("re-identified", "fire-deaths") in told
    assert not any(kind == "reworded" for kind, _ in told)
    assert not any(kind in {"added", "removed"} and about in {"fires", "fire-deaths"} for kind, about in told)


def test_an_outcome_that_was_split_is_said_to_come_from_the_other() -> None:
    new = example()
    fires = outcome(new, "fires")
    half = deepcopy(fires)
    half["id"] = "older-fires"
    half["what"]["statement"] = "Older people who live alone are safe from fire at home"
    half["how"] = [one for one in fires["how"] if one["id"] == "linked-alarms"]
    half["what"]["indicators"] = [
        {**half["what"]["indicators"][0], "id": "older-hurt", "name": "Older people hurt in accidental fires at home"}
    ]
    half["when"] = {"targets": [{"indicator": "older-hurt", "values": [{"period": "2016-17", "value": 9.0}]}]}
    fires["how"] = [one for one in fires["how"] if one["id"] != "linked-alarms"]
    named(new["priorities"], "safer")["outcomes"].append(half)
    told = {one.about: one for one in compared(example(), new).changes}
    assert told["older-fires"].kind == "added"
    assert "it may come from the outcome “Fewer people in Glenmore are hurt by fire at home" in told["older-fires"].says
    assert told["older-fires/how/linked-alarms"].kind == "moved"


def test_an_outcome_that_went_into_another_is_said_to() -> None:
    new = example()
    gone = outcome(new, "fires")
    named(new["priorities"], "safer")["outcomes"].remove(gone)
    outcome(new, "night")["how"] += [one for one in gone["how"] if one["id"] == "cookers"]
    told = {one.about: one for one in compared(example(), new).changes}
    assert "it may have gone into the outcome “Fewer people are hurt by drink or violence" in told["fires"].says
    assert told["night/how/cookers"].kind == "moved"


def test_a_measure_that_becomes_a_shared_one_moves_once() -> None:
    new = example()
    measures = outcome(new, "fires")["what"]["indicators"]
    moved = named(measures, "home-fires")
    measures[measures.index(moved)] = {"use": "home-fires"}
    new["indicators"].append(moved)
    assert _kinds(example(), new) == [("moved", "indicators/home-fires")]


def test_actions_without_ids_are_known_by_their_words() -> None:
    old = example()
    for action in outcome(old, "carers")["how"]:
        action.pop("id")
    for other in (old, new := deepcopy(old)):
        other["engagement"][1]["led_to"] = ["carers"]
    outcome(new, "carers")["how"].reverse()
    outcome(new, "carers")["how"][0]["due"] = "2014-10-25"
    assert [kind for kind, _ in _kinds(old, new)] == ["postponed"]


def test_a_whole_ladder_that_was_put_off_is_put_off_rung_by_rung() -> None:
    new = example()
    target = outcome(new, "carers")["when"]["targets"][3]
    for value, period in zip(target["values"], ("2014-15", "2015-16", "2017-18"), strict=True):
        value["period"] = period
    told = compared(example(), new).changes
    assert [one.kind for one in told] == ["target-postponed"] * 3
    assert {one.by for one in told} == {"1 year"}


def test_different_entries_of_one_list_are_not_alike() -> None:
    """What the threshold of likeness rests on."""
    found = checked(example())
    matches = Matches(Side(found), Side(found))
    nearest = 0.0
    for cls in (Outcome, Indicator, Action, Risk):
        entries = [one for one in matches.old.of_class(cls) if "use" not in one.data]
        said = [matches.said_by(matches.old, one) for one in entries]
        weight = likeness.weights_of(said, said)
        for at, one in enumerate(said):
            nearest = max([nearest, *(alike_by(one, other, weight) for other in said[:at])])
    assert nearest < ALIKE


def test_words_that_changed_by_a_third_are_still_alike() -> None:
    old = likeness.said("Strength and balance classes in eight village halls for people over sixty five", ())
    new = likeness.said("Strength and balance courses in six village halls for anybody over sixty five", ())
    assert alike_by(old, new, {}) >= ALIKE
    other = likeness.said("Smoke alarms linked to the community alarm in homes of people who live alone", ())
    assert alike_by(old, other, {}) < likeness.AKIN
