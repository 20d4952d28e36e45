"""The comparison as a document, as text for a terminal, and as data for programs."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from soa import api
from soa.compare import Comparison, compare
from soa.compare.changes import Change
from soa.compare.comparison import Version
from soa.compare.data import json_of
from soa.compare.document import document_of
from soa.compare.outline import MOST_FIRST, findings_of, outline_of
from soa.compare.points import PointMet
from soa.compare.text import text_of
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.compare.made import AS_OF, checked, compared, example, named, outcome
from tests.document.made import sections, words
from tests.writers.read_back import READERS, of_document

ROOT = Path(__file__).parents[2]
_TOGETHER = {"Frequency", "Lag", "Collector"}
"""Keys whose first answers stand in one line."""
ROUND = """soa: 1
round: 1
opened: 2013-04-15
by: Location Director for Glenmore
reviewed: {digest: '1f0e6c2ab97d', soa: '0.5.0', rules: '2'}
points:
  - {id: fires-lead, to: partnership, about: fires/by_whom, question: Who answers?, by: Location Director, raised: 2013-04-15, state: open}
  - {id: pay-how, to: partnership, about: pay/how, question: What comes first?, by: Location Director, raised: 2013-04-15, state: open}
"""


@cache
def _told() -> Comparison:
    """A comparison with some of everything."""
    new = example()
    outcome(new, "fires")["by_whom"]["lead"] = "homes"
    outcome(new, "fires")["how"][1]["due"] = "2016-05-27"
    outcome(new, "fires")["what"]["indicators"][0]["definition"] = (
        "Casualties in accidental fires <b>at home</b>, deaths not included"
    )
    outcome(new, "night")["what"]["statement"] = "Fewer people are hurt by drink or by violence in Inverorran"
    outcome(new, "carers")["when"]["targets"][0]["values"][1]["value"] = 52.0
    named(new["priorities"], "jobs")["outcomes"].remove(outcome(new, "reach"))
    new["resources"][5]["preventive"] = False
    new["vision"] = "A vibrant place to live, work and visit"
    for measure in outcome(new, "pay")["what"]["indicators"][:1]:
        for key in ("frequency", "lag", "collector"):
            measure.pop(key, None)
    old = checked(example(), rules=True, beside={"review/round-1.yaml": ROUND})
    return compare(old, checked(new, rules=True), names=("March", "June\x1b[31m"))


# ---- a document ----------------------------------------------------------------------------------------------------


def test_what_matters_comes_first() -> None:
    front = document_of(_told(), as_of=AS_OF).front
    titles = [words(one.title) for one in front.sections]
    assert titles == ["In short", "Where the plan promises less", "Figures to look at again"]
    less = words(front.sections[1])
    assert (
        less.index("is gone from the priority")
        < less.index("it asks for less")
        < less.index("no longer counts as prevention")
    )
    assert less.index("no longer counts as prevention") < less.index("6 months later")
    assert "To look at: " in words(front.sections[2])


def test_every_change_is_in_it_once_in_its_place() -> None:
    made = sections(document_of(_told(), as_of=AS_OF))
    body = " ".join(words(made[name].blocks) for name in made if re.match(r"(outcome|money|rest)-\d", name))
    for one in _told().changes:
        if one.kind != "reworded" and one.label not in _TOGETHER:
            assert body.count(one.says) == 1, one.says
    night = next(
        one for one in made.values() if words(one.title).startswith("Fewer people are hurt by drink or by violence")
    )
    assert "Was: Fewer people are hurt by drink or violence in Inverorran small Now: " in words(night)
    assert words(made["outcomes"].sections[-1].title).startswith("People in Strathorran and Portorran who have no car")


def test_findings_and_points_and_what_it_rests_on_are_in_it() -> None:
    made = sections(document_of(_told(), as_of=AS_OF))
    assert "fires-lead" in words(made["points"])
    assert "May be answered by: small Orran Valley Homes leads the outcome" in words(made["points"])
    assert "Nothing has changed at the part that it is about." in words(made["points"])
    assert findings_of(_told()).says.startswith("Of the linter’s findings: ")
    colophon = words(made["colophon"])
    assert _told().old.digest in colophon
    assert _told().new.digest in colophon
    assert "30 June 2013" in colophon


def test_nothing_changed_says_so() -> None:
    told = compared(example(), example())
    made = document_of(told, as_of=AS_OF)
    assert "Nothing that the agreement says has changed." in words(made.front.sections)
    assert [one.anchor for one in made.sections] == ["findings"]
    assert "Nothing that the agreement says has changed." in text_of(told)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_every_format_says_the_same(suffix: str) -> None:
    made = document_of(_told(), as_of=AS_OF)
    written = WRITERS[suffix](made, Press(date=AS_OF))
    assert written == WRITERS[suffix](document_of(_told(), as_of=AS_OF), Press(date=AS_OF))
    assert READERS[suffix](written, made) == of_document(made)


def test_an_authors_words_stay_words() -> None:
    html = WRITERS["html"](document_of(_told(), as_of=AS_OF), Press(date=AS_OF)).decode()
    assert "<b>at home" not in html
    assert "\x1b" not in html


def test_an_outcome_that_comes_or_goes_with_its_priority_has_its_place() -> None:
    new = example()
    gone = new["priorities"].pop()
    for one in new["engagement"]:
        one["led_to"] = [ref for ref in one["led_to"] if not ref.startswith(("night", "fires"))]
    told = compared(example(), new)
    outline = outline_of(told)
    assert [(one.title, one.remark) for one in outline.outcomes] == [
        (one["what"]["statement"], "Gone, with its priority.") for one in gone["outcomes"]
    ]
    assert outline.tallies[0] == ("Whole outcomes", 1, 1, 0)
    made = sections(document_of(told, as_of=AS_OF))
    assert "Gone, with its priority." in words(made["outcome-1"])
    assert "Gone, with its priority." in text_of(told)
    assert [one.remark for one in outline_of(compared(new, example())).outcomes] == ["New, with its priority."] * 2


# ---- text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_are_as_wide_as_was_asked_for(width: int) -> None:
    text = text_of(_told(), width)
    longest = max(len(word) for word in text.split())
    assert max(map(len, text.splitlines())) <= max(width, longest + 8)


def test_text_has_every_change_and_colours_only_where_they_are_wanted() -> None:
    text = " ".join(text_of(_told(), 200).split())
    for one in _told().changes:
        if one.kind != "reworded" and one.label not in _TOGETHER:
            assert " ".join(one.says.split()) in text
    assert "\x1b" not in text
    assert "\x1b[1m" in text_of(_told(), 100, True)
    assert re.sub(r"\x1b\[\d+m", "", text_of(_told(), 100, True)) == text_of(_told(), 100)


def test_much_that_one_part_says_for_the_first_time_stands_in_one_line() -> None:
    old = example()
    measure = outcome(old, "pay")["what"]["indicators"][0]
    for key in ("frequency", "lag", "collector"):
        measure.pop(key)
    outline = outline_of(compared(old, example()))
    [told] = [told for one in outline.outcomes for group in one.groups for told in group.told]
    assert told.says.startswith("Now also given for the measure “")
    assert "frequency: every year" in told.says


def test_the_head_of_the_report_is_short_and_says_what_it_leaves_out() -> None:
    new = example()
    for priority in new["priorities"]:
        for one in priority["outcomes"]:
            one["by_whom"].pop("post")
    text = text_of(compared(example(), new))
    assert (
        f"and {sum(len(one['outcomes']) for one in new['priorities']) - MOST_FIRST} more, each in its place below"
        in text
    )


# ---- data ----------------------------------------------------------------------------------------------------------


def test_json_has_everything() -> None:
    data = json.loads(json_of(_told()))
    assert data["version"] == 1
    assert [one["says"] for one in data["changes"]] == [one.says for one in _told().changes]
    assert set(data["changes"][0]) == set(Change._fields)
    assert set(data["points"][0]) == set(PointMet._fields)
    assert set(data["old"]) == set(Version._fields)
    assert {one["state"] for one in data["findings"]} == {one.state for one in _told().findings}
    assert len(data["findings"]) == len(_told().findings)
    met = next(one for one in data["points"] if one["id"] == "fires-lead")
    assert [data["changes"][at]["about"] for at in met["changes"]] == ["fires/by_whom/lead"]


def test_every_key_of_the_json_is_explained() -> None:
    explained = json_of.__doc__ or ""
    data = json.loads(json_of(_told()))
    keys = {*data, *data["old"], *data["changes"][0], *data["findings"][0], *data["points"][0], *data["outcomes"][0]}
    assert {one for one in keys if f"`{one}`" not in explained} == set()


def test_the_digest_is_that_of_every_other_report() -> None:
    found = checked(example(), beside={"review/round-1.yaml": ROUND})
    assert compare(found, found).new.digest == api.report(found).digest == api.report(checked(example())).digest


def test_a_comparison_goes_from_one_process_to_another() -> None:
    assert pickle.loads(pickle.dumps(_told())) == _told()


def test_the_same_input_gives_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = (
        "from tests.compare.made import compared, example\n"
        "from soa.compare.data import json_of\n"
        "print(json_of(compared(example('glenmore-first-draft'), example())))"
    )
    written: set[Any] = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        written.add(done.stdout)
    assert len(written) == 1
