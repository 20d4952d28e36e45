"""Findings rest on what an agreement says, not on how it is written down."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from soa.engine.check import Checked
from soa.findings import MAX_LISTED
from tests.engine.faults import SOUND, as_text, checked_data
from tests.rules.sound import FRAME, TODAY, checked, put

WEAK = (
    FRAME.replace("due: 2017-02-28", "due: ongoing")
    .replace("value: 85.0", "value: 75.0")
    .replace("lead: council\n          post: Head of Housing", "lead: council")
    .replace("nhs-beg, partners: [tsi]", "nhs-begg, partners: [tsi]")
    .replace("basis: Budget book", "certaintee: firm")
)
"""An agreement with several things to say about it."""


def _same(found: Checked) -> list[tuple[str, ...]]:
    return sorted(
        (one.rule, one.case, one.severity, one.message, one.help, one.part, one.fingerprint) for one in found.findings
    )


def _turned(data):
    """The same data with the keys of every mapping the other way round."""
    if isinstance(data, dict):
        return {key: _turned(data[key]) for key in reversed(data)}
    return [_turned(one) for one in data] if isinstance(data, list) else data


def _data(text):
    from soa.source import load

    return load("soa.yaml", lambda _: text).data


def test_several_things_are_said_of_the_weak_agreement():
    assert len(checked(WEAK).findings) >= 6


def test_the_order_of_keys_makes_no_difference():
    assert _same(checked_data(_turned(_data(WEAK)))) == _same(checked(WEAK))


@pytest.mark.parametrize("how", [{}, {"indent": 1}, {"ensure_ascii": False}])
def test_style_and_line_width_make_no_difference(how):
    assert _same(checked(as_text(_data(WEAK), **how))) == _same(checked(WEAK))


@pytest.mark.parametrize(
    "change",
    [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: text.encode("utf-16")],
)
def test_line_breaks_and_encoding_make_no_difference(change):
    assert _same(checked(change(WEAK))) == _same(checked(WEAK))


def test_a_part_in_a_file_of_its_own_makes_no_difference():
    data = _data(WEAK)
    priority = as_text(data["priorities"][0])
    whole = as_text({**data, "priorities": [{"file": "older.yaml"}]})
    assert _same(checked(whole, older=priority)) == _same(checked(WEAK))


def test_moving_a_part_changes_no_fingerprint():
    data = _data(WEAK)
    outcomes = data["priorities"][0]["outcomes"]
    moved = {
        **data,
        "priorities": [{**data["priorities"][0], "outcomes": outcomes[::-1]}],
        "partners": data["partners"][::-1],
    }
    assert {one.fingerprint for one in checked_data(moved).findings} == {
        one.fingerprint for one in checked(WEAK).findings
    }


def test_two_findings_never_share_a_fingerprint():
    found = checked(WEAK).findings
    assert len({one.fingerprint for one in found}) == len(found)


def test_other_words_are_another_finding():
    before, after = (checked(put("by_whom", f"by_whom:\n  lead: {lead}")) for lead in ("All partners", "Everyone"))
    assert before.findings[0].part == after.findings[0].part
    assert before.findings[0].fingerprint != after.findings[0].fingerprint


def test_the_seed_of_hashes_makes_no_difference():
    program = (
        "import sys, json; from tests.rules.sound import checked, said; "
        "found = checked(sys.stdin.read()); "
        "print(json.dumps([[*said(found)], [str(one) for one in found.findings]]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=WEAK,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2013, 6, 1), date(2022, 12, 31), date(2050, 1, 1)])
def test_the_day_makes_no_difference_but_to_what_was_promised_by_a_day(day):
    assert _same(checked(WEAK, None, day)) == _same(checked(WEAK))


def test_what_was_promised_by_a_day_is_asked_for_only_while_the_period_is_live():
    honest = "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}"
    cases = {
        day: [one.rule for one in checked(put("prevention", honest), None, date.fromisoformat(day)).findings]
        for day in ("2013-09-30", "2013-10-01", "2023-03-31", "2023-04-01")
    }
    overdue = ["not-yet-overdue"]
    assert cases == {"2013-09-30": [], "2013-10-01": overdue, "2023-03-31": overdue, "2023-04-01": []}


def test_findings_come_in_reading_order_file_by_file():
    data = _data(WEAK)
    whole = as_text({**data, "priorities": [{"file": "older.yaml"}]}, indent=1)
    found = checked(whole, older=as_text(data["priorities"][0], indent=1)).findings
    places = [(["soa.yaml", "older.yaml"].index(one.place.file), one.place.span) for one in found]
    assert places == sorted(places)


def test_findings_beyond_the_limit_are_counted():
    partners = [
        {"id": "council", "name": "C", "kind": "council"},
        *({"id": f"p{n}", "name": "P", "kind": "?"} for n in range(MAX_LISTED + 50)),
    ]
    found = checked_data({**SOUND, "partners": partners})
    assert len(found.findings) == MAX_LISTED
    assert sum(found.counts.values()) > MAX_LISTED + 50


def test_json_is_read_as_yaml_is():
    assert json.loads(as_text(SOUND))["soa"] == 1
    assert checked(as_text(SOUND)).findings == checked_data(SOUND, TODAY).findings == ()
