"""Answers that change together are one change: a lead with the post, a status with its day, a gap with its group."""

from __future__ import annotations

from typing import Any

from soa.compare.changes import Change, segments
from soa.compare.likeness import near, places, said
from tests.compare.made import compared, example, named, outcome


def _only(old: Any, new: Any) -> Change:
    [told] = [one for one in compared(old, new).changes if not one.follows]
    return told


def test_a_status_is_told_with_its_day() -> None:
    old = example()
    old["agreement"].update(status="submitted")
    for key in ("agreed", "agreed_by"):
        old["agreement"].pop(key)
    told = _only(old, example())
    assert told.kind == "status-changed"
    assert told.says == (
        "The status of the agreement was “submitted” and is now “agreed”, on 12 June 2013, by the Glenmore Partnership Board."
    )


def test_a_lead_is_told_with_the_post() -> None:
    new = example()
    outcome(new, "fires")["by_whom"].update(lead="homes", post="Head of Safety")
    told = _only(example(), new)
    assert (told.kind, told.about) == ("owner-changed", "fires/by_whom/lead")
    assert told.says.startswith("Orran Valley Homes (Head of Safety) leads the outcome “")
    assert "instead of Scottish Fire and Rescue Service (" in told.says


def test_a_lead_and_a_deputy_that_change_places_are_one_change() -> None:
    old, new = example(), example()
    outcome(old, "fires")["by_whom"].update(
        lead="fire", post="Watch Commander", deputy={"partner": "homes", "post": "Head of Safety"}
    )
    outcome(new, "fires")["by_whom"].update(
        lead="homes", post="Head of Safety", deputy={"partner": "fire", "post": "Watch Commander"}
    )
    told = _only(old, new)
    assert told.says.endswith("and Scottish Fire and Rescue Service (Watch Commander) now stands in for the lead.")


def test_an_owner_that_stays_as_a_partner_is_one_change() -> None:
    new = example()
    action = named(outcome(new, "falls")["how"], "handrails")
    owner, partners = action["owner"], action["partners"]
    assert "council" in partners
    action.update(owner="council", partners=[owner if one == "council" else one for one in partners])
    told = _only(example(), new)
    assert (told.kind, told.about) == ("owner-changed", "falls/how/handrails/owner")
    assert told.says.endswith("instead of Orran Valley Homes, which stays as a partner in it.")


def test_another_partner_beside_a_new_owner_is_told_for_itself() -> None:
    new = example()
    action = named(outcome(new, "falls")["how"], "handrails")
    action.update(owner="council", partners=["homes", "fire"])
    told = [one.about for one in compared(example(), new).changes]
    assert told == ["falls/how/handrails/owner", "falls/how/handrails/partners"]


def test_an_action_without_an_end_that_is_given_one_is_one_change() -> None:
    old, new = example(), example()
    for data, answers in ((old, {"standing": True, "review": "2015-04-30"}), (new, {"due": "2016-04-29"})):
        action = named(outcome(data, "fires")["how"], "cookers")
        for key in ("due", "standing", "review"):
            action.pop(key, None)
        action.update(answers)
    told = _only(old, new)
    assert (told.about, told.weighs) == ("fires/how/cookers/due", "")
    assert told.says.endswith(
        "is now to be done by 29 April 2016, and was to go on without an end, reviewed by 30 April 2015."
    )


def test_a_direction_is_told_with_its_targets() -> None:
    new = example()
    measure = named(outcome(new, "fires")["what"]["indicators"], "home-fires")
    measure.update(direction="hold", within=2, because="Fewer people smoke")
    told = _only(example(), new)
    assert told.kind == "definition-changed"
    assert "is now to stay as it is within 2, because “Fewer people smoke”, and was to fall" in told.says
    assert told.warns


def test_a_gap_is_told_with_the_group_that_is_new_in_it() -> None:
    old = example()
    measure = named(outcome(old, "fires")["what"]["indicators"], "home-fires")
    gap = measure.pop("gap")
    measure["breakdown"] = [one for one in measure["breakdown"] if one["of"] not in gap["between"]]
    told = _only(old, example())
    assert (told.kind, told.about, told.weighs) == ("added", "fires/what/indicators/home-fires/gap", "stronger")
    assert "is now to narrow a gap, between " in told.says
    back = _only(example(), old)
    assert (back.kind, back.weighs) == ("removed", "weaker")


def test_what_was_given_and_is_now_still_to_come_is_one_change() -> None:
    new = example()
    measure = named(outcome(new, "night")["what"]["indicators"], "feel-safe")
    measure.pop("baseline")
    measure["not_yet"] = {"missing": "The survey comes in May", "owner": "police", "due": "2013-10-31"}
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("not-yet-added", "weaker")
    assert "It was given before: baseline: 57.0% in 2012." in told.says


def test_priorities_that_are_ranked_anew_are_one_change() -> None:
    new = example()
    first, second = new["priorities"][0], new["priorities"][1]
    first["rank"], second["rank"] = second["rank"], first["rank"]
    told = _only(example(), new)
    assert told.kind == "rank-changed"
    assert "is number 1 instead of 2" in told.says
    assert "is number 2 instead of 1" in told.says


def test_evidence_is_new_with_the_priority_that_rests_on_it() -> None:
    new = example()
    new["evidence"].append(
        {"id": "ev-new", "finding": "One home in nine has no alarm", "source": "Visits", "date": "2013-05-01"}
    )
    new["priorities"][4]["evidence"].append("ev-new")
    told = _only(example(), new)
    assert (told.kind, told.about) == ("added", "ev-new")
    assert "is new: for the priority “Fewer people are hurt by drink and violence" in told.says


def test_an_answer_to_a_request_is_told_with_its_date() -> None:
    new = example()
    ask = named(new["asks"], "ask-timetable")
    ask.update(response="Agreed until 2018", response_date="2013-06-03")
    told = _only(example(), new)
    assert "(14 May 2013) and is now “Agreed until 2018” (3 June 2013)" in told.says
    for key in ("response", "response_date"):
        ask.pop(key)
    gone = _only(example(), new)
    assert (gone.kind, gone.weighs) == ("removed", "weaker")
    assert "is no longer said to be answered" in gone.says


def test_targets_go_with_their_measure_into_another_outcome() -> None:
    new = example()
    old_home, home = outcome(new, "reach"), outcome(new, "pay")
    measure = named(old_home["what"]["indicators"], "missed")
    target = next(one for one in old_home["when"]["targets"] if one["indicator"] == "missed")
    old_home["what"]["indicators"].remove(measure)
    old_home["when"]["targets"].remove(target)
    for action in old_home["how"]:
        action["contributes_to"] = ["pay.missed" if one == "missed" else one for one in action["contributes_to"]]
    home["what"]["indicators"].append(measure)
    home["when"]["targets"].append(target)
    assert [(one.kind, one.about) for one in compared(example(), new).changes] == [
        ("moved", "pay/what/indicators/missed")
    ]
    target["values"][0]["value"] = 50.0
    assert [one.kind for one in compared(example(), new).changes] == ["moved", "target-lowered"]


def test_money_moves_to_a_line_that_is_new_and_from_one_that_is_gone() -> None:
    new = example()
    line = new["resources"][1]
    next(one for one in line["years"] if one["year"] == "2014-15")["amount"] -= 30_000
    new["resources"].append(
        {"partner": "homes", "serves": ["warm"], "kind": "money", "what": "A second visit", "years": [{"year": "2014-15", "amount": 30_000}]}
    )  # fmt: skip
    told = _only(example(), new)
    assert (told.kind, told.by, told.weighs) == ("money-moved", "£30,000", "")
    assert told.says.startswith("£30,000 in 2014/15 moves from Glenmore Council’s money for “")
    assert told.says.endswith("to Orran Valley Homes’ money for “A second visit”, which is new.")
    back = _only(new, example())
    assert "moves from Orran Valley Homes’ money for “A second visit”, which is gone, to " in back.says


def test_an_action_that_no_longer_prevents_promises_less() -> None:
    new = example()
    action = next(one for one in outcome(new, "night")["how"] if "preventive" in one)
    action.pop("preventive")
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("prevention-unmarked", "weaker")
    assert "is no longer marked as preventive; the stage was “" in told.says


def test_long_words_are_quoted_from_where_they_differ() -> None:
    new = example()
    measure = named(outcome(new, "fires")["what"]["indicators"], "home-fires")
    before = "Of all homes in Glenmore that have stood for a year or more, those in which a fire was put out within"
    old = example()
    named(outcome(old, "fires")["what"]["indicators"], "home-fires")["definition"] = f"{before} twelve minutes"
    measure["definition"] = f"{before} eighteen minutes"
    assert "twelve minutes” and is now “…" in _only(old, new).says
    assert _only(old, new).says.endswith("eighteen minutes”.")


def test_texts_that_share_one_word_over_and_over_are_compared_in_no_time() -> None:
    """Word by word this would take a minute: the test would not end."""
    old, new = "so a x " * 600, "so a y " * 600
    told = segments(old, new)
    assert "".join(words for kind, words in told if kind != "new") == old
    assert "".join(words for kind, words in told if kind != "gone") == new
    assert len(told) < 10


def test_of_many_entries_only_the_nearest_are_looked_at() -> None:
    entries = [said(f"one two three {at}", ()) for at in range(30)]
    found = near(said("one two 7", ()), places(entries), {})
    assert 7 in found
    assert len(found) < 30
