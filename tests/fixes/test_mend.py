"""What has one right answer is mended, and every byte beside it stays."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa import api
from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.fixes.mend import mended
from soa.source import load
from soa.source.places import Path
from tests.fixes.layouts import Writer, may_slip, paths_of, slips_of_key
from tests.rules.sound import FRAME, TODAY

SOUND: Any = load("soa.yaml", lambda _: FRAME).data
ANSWERS = tuple(path for path, value in paths_of(SOUND) if may_slip(path, value))
KEYS = tuple(path for path, _ in paths_of(SOUND) if isinstance(path[-1], str) and slips_of_key(path))
PARTS = ("resources", "partners", "evidence", "governance", "prevention", "engagement")


class Case(NamedTuple):
    """An agreement with slips, and as it is meant."""

    wrong: dict[str, bytes]
    right: dict[str, bytes]
    data: Any


def check(files: Mapping[str, bytes]) -> Checked:
    """The findings of an agreement in memory."""
    return api.check(files, as_of=TODAY)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An agreement in one to four files of any layout, line end and encoding, with up to eight slips."""
    data = deepcopy(SOUND)
    slips = frozenset(draw(st.lists(st.sampled_from(ANSWERS), max_size=8)))
    keys = frozenset(draw(st.lists(st.sampled_from(KEYS), max_size=3)))
    parts = draw(st.lists(st.sampled_from(PARTS), max_size=3, unique=True))
    whole = {**data, **{key: {"file": f"parts/{key}.yaml"} for key in parts}}
    wrong: dict[str, bytes] = {}
    right: dict[str, bytes] = {}
    chance = Random(draw(st.integers(0, 2**64)))
    for name, path, content in [("soa.yaml", (), whole), *((f"parts/{key}.yaml", (key,), data[key]) for key in parts)]:
        writer = Writer(chance, slips, keys)
        end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
        encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16"]))
        last = draw(st.sampled_from(["", "\n", "\n\n# end"]))
        for files, text in zip((wrong, right), writer.document(content, path), strict=True):
            files[name] = (text.rstrip("\n") + last).replace("\n", end).encode(encoding)
        for at, meant in writer.meant.items():
            _put(data, at, meant)
    return Case(wrong, right, data)


def _put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


@given(cases())
def test_a_file_with_slips_becomes_the_file_that_was_meant_and_stays_it(case: Case) -> None:
    assert load("soa.yaml", case.right.__getitem__).data == case.data
    once = mended(case.wrong, check)
    assert once.files == case.right
    assert (len(once.fixed) > 0) == (case.wrong != case.right)
    again = mended(once.files, check)
    assert (again.files, again.fixed) == (once.files, ())


def _mended(before: str, after: str, text: str = FRAME) -> tuple[str, int]:
    """What the sound agreement becomes with one change in it, and how many findings were mended."""
    assert before in text
    result = mended({"soa.yaml": text.replace(before, after, 1).encode()}, check)
    return result.files["soa.yaml"].decode(), len(result.fixed)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{period: 2016-17, value: 18.5}", "{period: 2016-17, value: 72%}"),
        ("{period: 2016-17, value: 18.5}", "{period: 2016-17, value: £1.2m}"),
        ("{period: 2016-17, value: 18.5}", '{period: 2016-17, value: "21,3"}'),
        ("{period: 2016-17, value: 18.5}", "{period: 2016-17, value: 21,3}"),
        ("{period: 2016-17, value: 18.5}", "{period: 2016-17, value: at least 18}"),
        ("due: 2017-02-28", "due: March 2017"),
        ("due: 2017-02-28", "due: >-  # 2017\n              28/2/2017"),
        ("kind: outcome", "kind: out"),
        ("post: Community", "officer: Community"),
        ("measured_over: financial-year", "measured: financial-year"),
        ("  - id: tsi\n" * 0 + "lead: hscp", "lead: cpp"),
        ("          contributors:", "          contibutors: []\n          contributers:"),
        ("  - {id: tsi, name", "  - {id: NHS Beg, name"),
        ("- {finding: Little challenge", "- {finding: Little challenge, [here: x"),
    ],
)
def test_what_has_more_than_one_answer_stays(before: str, after: str) -> None:
    assert _mended(before, after) == (FRAME.replace(before, after, 1), 0)


@pytest.mark.parametrize(
    ("before", "wrong", "right"),
    [
        ("title: Strathbeg Single Outcome Agreement 2013 to 2023", f"title: {'1' * 70}", f"title: '{'1' * 70}'"),
        ("title: Strathbeg Single Outcome Agreement 2013 to 2023", "title: -0 # n", "title: '-0' # n"),
        ("value: 81.0, base", "value: 81.0%, base", "value: 81.0, base"),
        ("unit: per 1,000 people", "unit: per 1000 people", "unit: per 1,000 people"),
        ("lead: hscp", "lead: &who hcsp", "lead: &who hscp"),
        ("          lead: hscp\n", "          'led': hscp\n", "          'lead': hscp\n"),
    ],
)
def test_an_answer_keeps_its_figures_its_quotes_and_its_anchor(before: str, wrong: str, right: str) -> None:
    assert _mended(before, wrong)[0] == FRAME.replace(before, right, 1)


def test_what_an_alias_stands_for_is_mended_where_it_is_written() -> None:
    text = FRAME.replace("starts: 2013-04-01", "starts: &first 1/4/2013").replace(
        "date: 2013-04-11}]", "date: *first}]"
    )
    result = mended({"soa.yaml": text.encode()}, check)
    assert result.files["soa.yaml"].decode() == text.replace("1/4/2013", "2013-04-01")


def _asked_for(files: Mapping[str, bytes]) -> Checked:
    """The findings where the partnership wants to be told of abbreviations that the program knows."""
    wanted = Settings(rules={"undefined-abbreviation/known": "advice"})
    return api.check(files, as_of=TODAY, settings=wanted)


def _terms(content: bytes) -> list[str]:
    data: Any = load("soa.yaml", lambda _: content).data
    return [entry["term"] for entry in data["glossary"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n# end\n"])
def test_abbreviations_that_are_known_become_entries_of_the_glossary(end: str, last: str) -> None:
    text = FRAME.rstrip("\n").replace("six towns;", "six towns, by SIMD and BRES;") + last
    first = text.replace("\n", end)
    once = mended({"soa.yaml": first.encode()}, _asked_for)
    [(_, now)] = once.files.items()
    begin = first.index("  - {term: SMR01")
    stop = first.find(end, begin)
    assert now.decode().startswith(first[:stop] + end)
    assert now.decode().endswith(first[stop:])
    assert _terms(now) == ["SMR01", "SIMD", "BRES"]
    without = first.replace(first[first.index("glossary:") : stop], "# none yet", 1)
    begun = mended({"soa.yaml": without.encode()}, _asked_for).files["soa.yaml"]
    assert begun.decode().startswith(without)
    assert b"\n" not in begun.replace(end.encode(), b"")
    assert {"SIMD", "BRES"} <= set(_terms(begun))


def test_thousands_of_slips_take_a_few_readings() -> None:
    entry = "  - {id: p1, title: Plan, owner: council, date: 1/2/2013}\n"
    many = "".join(entry.replace("p1", f"p{number}") for number in range(1, 2001))
    readings: list[int] = []

    def counted(files: Mapping[str, bytes]) -> Checked:
        readings.append(1)
        return check(files)

    text = FRAME.replace("plans:\n", f"plans:\n{many}")
    result = mended({"soa.yaml": text.encode()}, counted)
    assert result.files["soa.yaml"].decode() == text.replace("1/2/2013", "2013-02-01")
    assert len(readings) <= 4


def test_a_change_that_cannot_be_made_does_not_hold_up_the_others() -> None:
    text = FRAME.replace("due: 2017-02-28", "due: 28/2/2017").replace("  - {id: tsi, name", "  - {id: NHS Beg, name")
    assert mended({"soa.yaml": text.encode()}, check).files["soa.yaml"].decode() == text.replace(
        "28/2/2017", "2017-02-28"
    )


def test_what_an_exception_silences_and_a_file_of_two_encodings_stay() -> None:
    excused = FRAME.replace(
        "    unit: per cent\n", "    unit: percent  # soa: ignore[unit-spelling] as the source has it\n", 1
    )
    assert mended({"soa.yaml": excused.encode()}, check).fixed == ()
    mixed = FRAME.replace("due: 2017-02-28", "due: 28/2/2017").encode() + b"# caf\xe9\n"
    assert mended({"soa.yaml": mixed}, check).files["soa.yaml"] == mixed
