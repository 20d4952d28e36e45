"""The sentences of the comparison: what changed, by how much, and what to look at."""

from __future__ import annotations

from typing import Any

import pytest

from soa.compare import compare
from soa.compare.changes import Change, segments
from soa.compare.spans import apart
from soa.model.scalars import Moment
from tests.compare.made import checked, compared, example, named, outcome


def _only(old: Any, new: Any) -> Change:
    [told] = [one for one in compared(old, new).changes if not one.follows]
    return told


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("2013-03-31", "2014-03-31", "1 year"),
        ("2013-04-30", "2013-06-30", "2 months"),
        ("2013-03-31", "2013-06-30", "3 months"),
        ("2013-06-30", "2013-03-31", "3 months"),
        ("2013-03-31", "2014-06-30", "1 year and 3 months"),
        ("2013-03-01", "2013-03-18", "17 days"),
        ("2013-03-01", "2013-03-02", "1 day"),
        ("2013-03-01", "2013-06-20", "about 4 months"),
        ("2012-13", "2013-14", "1 year"),
        ("2012-13", "2013-03-31", ""),
        ("2012-13 Q4", "2013-14 Q2", "6 months"),
        ("2013", "2015", "2 years"),
    ],
)
def test_how_far_apart_two_dates_are(one: str, other: str, said: str) -> None:
    assert apart(Moment(one), Moment(other)) == said


def test_the_words_that_went_and_came_are_told_word_by_word() -> None:
    told = segments("People fall less often at home", "People fall much less at home")
    assert told == (
        ("same", "People fall "),
        ("new", "much "),
        ("same", "less "),
        ("gone", "often "),
        ("same", "at home"),
    )
    assert "".join(words for kind, words in told if kind != "new") == "People fall less often at home"
    assert "".join(words for kind, words in told if kind != "gone") == "People fall much less at home"


def test_a_level_that_becomes_a_change_is_said_as_what_it_means() -> None:
    new = example()
    target = outcome(new, "fires")["when"]["targets"][1]["values"][1]
    target.pop("value")
    target.update(change=-25, change_in="per-cent")
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("target-raised", "stronger")
    assert "from at most 23.0 to down 25% (to 21.0): it asks for more, by 2.0" in told.says


def test_what_stands_beside_a_baseline_is_told_with_it() -> None:
    new = example()
    start = outcome(new, "fires")["what"]["indicators"][1]["baseline"]
    start.update(base=40500, provisional=True)
    told = _only(example(), new)
    assert told.kind == "baseline-changed"
    assert (
        "28.0 in 2012/13, is said with other facts beside it (base: 40,500, before 41,000; provisional: yes, before not given)"
        in told.says
    )
    assert not told.warns


def test_a_range_cannot_be_compared_with_a_level() -> None:
    new = example()
    outcome(new, "falls")["when"]["targets"][0]["values"][1]["to"] = 17.0
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("target-replaced", "")
    assert "asks for" not in told.says


def test_more_but_later_is_for_the_reader_to_judge() -> None:
    new = example()
    outcome(new, "fires")["when"]["targets"][1]["values"][1].update(value=20.0, period="2018-19")
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("target-raised", "")
    assert "2 years later, and it asks for more, by 3.0" in told.says


def test_a_target_that_could_not_be_read_is_shown_as_it_was_written() -> None:
    old = example()
    outcome(old, "fires")["when"]["targets"][1]["values"][1]["value"] = "23 or so"
    assert "from 23 or so to at most 23.0" in _only(old, example()).says


def test_a_date_that_could_not_be_read_is_quoted() -> None:
    old = example()
    outcome(old, "fires")["how"][1]["due"] = "ongoing"
    told = _only(old, example())
    assert "was “ongoing” and is now 27 November 2015" in told.says


def test_a_part_that_could_not_be_read_is_said_to_be_one() -> None:
    old, new = example(), example()
    old["prevention"] = {"file": "gone.yaml"}
    told = compared(old, new)
    assert told.changes == ()
    [one] = told.not_read
    assert (one.version, one.parts) == ("old", ("the prevention plan of the agreement",))
    assert "gone.yaml" in one.places[0].says
    assert compared(old, old).not_read[1].parts == ()


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing could be read"):
        compare(checked("- a list\n"), checked(example()))


def test_a_gap_that_was_settled_is_told_with_what_it_stood_for() -> None:
    old = example()
    measure = named(outcome(old, "fires")["what"]["indicators"], "home-fires")
    for key in ("baseline", "breakdown", "gap", "unit"):
        measure.pop(key)
    measure["not_yet"] = {"missing": "Unit and baseline", "owner": "fire", "due": "2013-09-30"}
    told = _only(old, example())
    assert told.kind == "not-yet-settled"
    assert told.about == "fires/what/indicators/home-fires/not_yet"
    assert "“Unit and baseline”, is settled: unit: “per 10,000 households”; baseline: 28.0 in 2012/13" in told.says


def test_a_gap_that_is_put_off_says_by_how_much() -> None:
    old, new = example(), example()
    for data, due in ((old, "2013-09-30"), (new, "2014-03-31")):
        outcome(data, "fires")["not_yet"] = {"missing": "A figure by street", "owner": "fire", "due": due}
    told = _only(old, new)
    assert (told.kind, told.by, told.weighs) == ("not-yet-postponed", "6 months", "weaker")


def test_a_request_that_was_answered() -> None:
    old = example()
    old["asks"][1].pop("response")
    old["asks"][1].pop("response_date")
    told = _only(old, example())
    assert (told.kind, told.about) == ("ask-answered", "ask-insulation/response")
    assert told.says.startswith("Scottish Government has answered the request “Let the home insulation grant")
    assert told.says.endswith("allow mixed streets in the poorest fifth” (24 June 2013).")


def test_a_milestone_with_other_words_and_another_day_is_one_change() -> None:
    new = example()
    outcome(new, "falls")["when"]["milestones"][0].update(
        milestone="One falls number answers in five localities", by="2014-01-20"
    )
    told = _only(example(), new)
    assert told.kind == "postponed"
    assert "is now worded “One falls number answers in five localities”, and holds by 20 January 2014" in told.says
    assert told.segments


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (
            "group",
            "The conversation with “415 people on a night out, 22 taxi drivers and 19 door staff” is now worded “",
        ),
        (
            "heard",
            "What was heard in the conversation with “415 people on a night out, 22 taxi drivers and 19 door staff” was “",
        ),
    ],
)
def test_only_the_words_that_an_entry_is_called_by_are_the_entry(key: str, says: str) -> None:
    new = example()
    named(new["engagement"], "eng-night")[key] += ", and more"
    assert _only(example(), new).says.startswith(says)


def test_who_holds_a_post_is_never_said() -> None:
    new = example()
    new["sign_off"][0]["person"] = "Councillor Tam Brodrick"
    told = _only(example(), new)
    assert told.about == "sign_off/council/person"
    assert "Fennick" not in repr(told)
    assert "Brodrick" not in repr(told)
    new["sign_off"].pop(0)
    new["foreword"][0].pop("person")
    assert not any("Fennick" in repr(one) for one in compared(example(), new).changes)


def test_a_definition_that_changed_under_figures_that_did_not_is_pointed_out() -> None:
    new = example()
    measure = named(outcome(new, "fires")["what"]["indicators"], "hurt")
    measure["unit"] = "per 10,000 people"
    told = _only(example(), new)
    assert told.warns == (
        "The baseline (23.9 in 2012/13) and the targets are the same figures as before, although the unit has changed: can they be compared?"
    )
    measure["baseline"]["value"] = 2.4
    for value, level in zip(outcome(new, "fires")["when"]["targets"][0]["values"], (2.1, 1.7, 1.2), strict=True):
        value["value"] = level
    told_now = [one for one in compared(example(), new).changes if one.kind == "definition-changed"]
    assert [one.warns for one in told_now] == [""]


def test_a_whole_line_of_money_that_is_new_or_gone_says_how_much() -> None:
    new = example()
    gone = new["resources"].pop(4)
    told = _only(example(), new)
    assert (told.kind, told.weighs) == ("removed", "weaker")
    assert "£4,900,000 in 2013/14, £4,780,000 in 2014/15" in told.says
    assert gone["what"] in told.says


def test_a_line_of_money_that_another_partner_gives() -> None:
    new = example()
    new["resources"][4]["partner"] = "hscp"
    told = _only(example(), new)
    assert told.kind == "money-moved"
    assert "was Glenmore Council and is now Shadow Glenmore Health and Social Care Partnership" in told.says


def test_markup_and_odd_characters_of_an_author_stay_words() -> None:
    new = example()
    outcome(new, "fires")["how"][0]["action"] = (
        "Visits **now** [here](https://example.org) \u202e <b>by crews</b> to 1,200 homes a year, chosen from lists of people at most risk"
    )
    told = _only(example(), new)
    assert "Visits now here" in told.says
    assert "\u202e" not in told.says
