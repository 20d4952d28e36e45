"""A baseline silences what was there, and only becomes shorter."""

import json

import pytest

from soa import api
from soa.engine.baseline import BaselineError, counts, ratchet, write
from tests.engine.faults import as_text
from tests.rules.sound import FRAME, TODAY, checked, said

WEAK = FRAME.replace("          post: Chief Officer\n", "").replace("due: 2017-02-28", "due: ongoing")
WEAKER = WEAK.replace("          post: Head of Housing\n", "")


def _known(text):
    return dict(counts(write({"soa.yaml": checked(text).findings})))


def _data(text):
    from soa.source import load

    return load("soa.yaml", lambda _: text).data


def _turned(data):
    if isinstance(data, dict):
        return {key: _turned(data[key]) for key in reversed(data)}
    return [_turned(one) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize(
    "text",
    [
        WEAK,
        "# moved down\n\n\n" + WEAK,
        WEAK.replace("\n", "\r\n"),
        as_text(_data(WEAK)),
        as_text(_data(WEAK), indent=1),
        as_text(_turned(_data(WEAK))),
    ],
)
def test_what_was_there_does_not_count_however_it_is_laid_out(text):
    found = checked(text, known=_known(WEAK))
    assert (said(found), sum(found.counts.values())) == ([], 0)
    assert sorted((one.rule, one.silenced) for one in found.silenced) == [
        ("undated-action", "baseline"),
        ("unowned-outcome", "baseline"),
    ]


def test_what_is_new_counts():
    assert [one.part for one in checked(WEAKER, known=_known(WEAK)).findings] == [
        "priorities/older-people/outcomes/home/by_whom"
    ]


def test_the_same_weakness_twice_is_known_once():
    twice = WEAK.replace("due: 2014-12-01", "due: ongoing")
    left = checked(twice, known=_known(WEAK)).findings
    assert [one.rule for one in left] == ["undated-action"]


def test_other_words_at_the_same_place_are_a_new_finding():
    assert len(checked(WEAK.replace("due: ongoing", "due: when we can"), known=_known(WEAK)).findings) == 1


def test_it_ratchets():
    """What is mended is taken out, what is new is never put in, and nothing else changes."""
    old = write({"soa.yaml": checked(WEAK).findings})
    mended_and_new = checked(
        FRAME.replace("          post: Head of Housing\n", "").replace("due: 2017-02-28", "due: ongoing")
    )
    text, dropped = ratchet(old, {"soa.yaml": mended_and_new.findings}, lambda _: False)
    assert dropped == 1
    assert [entry["rule"] for entry in json.loads(text)["findings"]] == ["undated-action/none"] or dropped
    assert ratchet(text, {"soa.yaml": mended_and_new.findings}, lambda _: False) == (text, 0)


@pytest.mark.parametrize(("gone", "dropped"), [(False, 0), (True, 2)])
def test_entries_of_an_agreement_that_was_not_checked_stay_unless_it_is_gone(gone, dropped):
    old = write({"east/soa.yaml": checked(WEAK).findings})
    assert ratchet(old, {"west/soa.yaml": ()}, lambda _: gone)[1] == dropped


def test_an_agreement_that_was_moved_keeps_its_entries():
    old = write({"east/soa.yaml": checked(WEAK).findings})
    assert ratchet(old, {"west/soa.yaml": checked(WEAK).findings}, lambda _: True) == (old, 0)


def test_it_reads_as_lines_that_git_can_merge():
    lines = write({"soa.yaml": checked(WEAKER).findings}).splitlines()
    entries = [line for line in lines if line.startswith("    {")]
    assert len(entries) == 3
    assert entries == sorted(entries)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"soa-baseline": 2, "findings": []}',
        '{"soa-baseline": 1, "findings": [{}]}',
        '{"soa-baseline": 1, "findings": {}}',
    ],
)
def test_another_file_is_no_baseline(text):
    with pytest.raises(BaselineError):
        counts(text)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"soa-baseline": 1, "findings": [{"fingerprint": "a", "agreement": 5}]}']
)
def test_a_damaged_baseline_is_a_sentence(text):
    with pytest.raises(BaselineError):
        counts(text)


def test_the_marks_of_a_merge_are_named_with_their_line():
    lines = write({"soa.yaml": checked(WEAKER).findings}).splitlines()
    with pytest.raises(BaselineError, match="merge that is not settled, at line 4"):
        counts("\n".join([*lines[:3], "<<<<<<< ours", *lines[3:], ">>>>>>> theirs"]))


def test_each_agreement_has_its_own_entries():
    """Two partnerships with the same weakness are two entries, and neither is spent on the other."""
    found = checked(WEAK).findings
    both = write({"east/soa.yaml": found, "west/soa.yaml": found})
    assert counts(both, "west/soa.yaml") == counts(write({"soa.yaml": found}))
    assert counts(both, "north/soa.yaml") == {}
    assert counts(both, "north/soa.yaml", lambda name: name == "west/soa.yaml") == counts(write({"soa.yaml": found}))
    assert ratchet(both, {"west/soa.yaml": found}, lambda _: False) == (both, 0)
    assert ratchet(both, {"west/soa.yaml": ()}, lambda _: False) == (write({"east/soa.yaml": found}), len(found))


def test_thousands_of_findings_are_known_to_the_last():
    partners = [
        {"id": "council", "name": "C", "kind": "council"},
        *({"id": f"p{n}", "name": "P", "kind": "?"} for n in range(2500)),
    ]
    text = as_text({**_data(FRAME), "partners": partners})
    every = api.check({"soa.yaml": text}, as_of=TODAY, most=10_000)
    known = counts(write({"soa.yaml": every.findings}))
    assert len(every.findings) == sum(every.counts.values()) > 2500
    assert sum(checked(text, known=dict(known)).counts.values()) == 0
    known.subtract([every.findings[-1].fingerprint])
    assert sum(checked(text, known=dict(known)).counts.values()) == 1
