"""What is remembered never changes an answer."""

import os

import pytest

from tests.cli.run import ERROR, WARNING, agreement, in_parts, soa
from tests.rules.sound import FRAME

TEXTS = {
    "sound": FRAME,
    "errors": ERROR,
    "a warning": WARNING,
    "a byte order mark": "\ufeff" + ERROR,
    "UTF-16": ERROR.encode("utf-16"),
    "line breaks of Windows": ERROR.replace("\n", "\r\n"),
    "line breaks of old": ERROR.replace("\n", "\r"),
    "emoji and accents": ERROR.replace("Strathbeg", "Srath Bèag 👵"),
    "no YAML": "a: [",
    "Latin-1": FRAME.replace("Strathbeg", "Srath Bèag").encode("latin-1"),
    "nothing": "",
}


def _entries(tmp_path):
    return sorted((tmp_path / "cache").glob("*"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--fail-on", "warning"]])
def test_the_second_answer_is_the_first_and_the_one_without_a_cache(here, capsys, text, options):
    agreement(here, text)
    fresh = soa(capsys, "lint", *options, "--no-cache")
    assert [soa(capsys, "lint", *options), soa(capsys, "lint", *options)] == [fresh, fresh]


@pytest.mark.parametrize("options", [[], ["--format", "json"]])
def test_parts_in_files_are_remembered_and_noticed_when_they_change(here, capsys, options):
    parts = in_parts(ERROR)
    agreement(here, parts["soa"], money=parts["money"])
    first = soa(capsys, "lint", *options)
    assert soa(capsys, "lint", *options) == first
    agreement(here, parts["soa"], money=parts["money"].replace("partner: tsi", "partner: ts"))
    assert "broken-reference" in soa(capsys, "lint", *options).out
    agreement(here, parts["soa"], money=parts["money"])
    assert soa(capsys, "lint", *options) == first
    (here / "money.yaml").unlink()
    assert "file-not-found" in soa(capsys, "lint", *options).out


def test_a_part_that_was_missing_is_noticed_when_it_comes(here, capsys):
    parts = in_parts()
    agreement(here, parts["soa"])
    assert soa(capsys, "lint").code == soa(capsys, "lint").code == 1
    agreement(here, parts["soa"], money=parts["money"])
    assert soa(capsys, "lint").code == 0


def test_another_day_is_another_answer(here, capsys):
    agreement(
        here,
        FRAME.replace("prevention:\n", "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}\n"),
    )
    codes = [
        soa(capsys, "lint", "--fail-on", "warning", "--as-of", day).code
        for day in ("2013-09-30", "2013-10-01", "2013-09-30")
    ]
    assert codes == [0, 1, 0]


def test_an_entry_is_made_and_is_used(here, capsys, tmp_path, monkeypatch):
    agreement(here, ERROR)
    first = soa(capsys, "lint")
    assert len(_entries(tmp_path)) == 1
    monkeypatch.setattr("soa.api.check", None)
    assert soa(capsys, "lint") == first


@pytest.mark.parametrize(
    "content", [b"", b"x", b"\xff\xfe", b"soa findings 2\n", b"soa findings 2\n\n\n\n\n\n\n[]", b"[" * 100_000]
)
def test_an_entry_that_is_not_ours_is_ignored(here, capsys, tmp_path, content):
    agreement(here, ERROR)
    first = soa(capsys, "lint")
    for entry in _entries(tmp_path):
        entry.write_bytes(content)
    assert soa(capsys, "lint") == first


def test_an_entry_that_is_damaged_anywhere_is_ignored(here, capsys, tmp_path):
    agreement(here, ERROR)
    first = soa(capsys, "lint", "--format", "json")
    (entry,) = _entries(tmp_path)
    whole = entry.read_bytes()
    for at in range(0, len(whole), 37):
        entry.write_bytes(whole[:at] + b"7" + whole[at + 1 :])
        assert soa(capsys, "lint", "--format", "json") == first
        entry.write_bytes(whole[:at])
        assert soa(capsys, "lint", "--format", "json") == first


@pytest.mark.parametrize("place", ["file", "file/below", "\0", "/proc/nowhere"])
def test_a_place_that_cannot_be_written_is_left_alone(here, capsys, monkeypatch, place):
    (here / "file").write_text("mine")
    agreement(here, ERROR)
    first = soa(capsys, "lint", "--no-cache")
    if "\0" not in place:
        monkeypatch.setenv("SOA_CACHE", place)
    assert soa(capsys, "lint") == soa(capsys, "lint") == first
    assert (here / "file").read_text() == "mine"


def test_nothing_is_remembered_where_that_is_not_wanted(here, capsys, tmp_path):
    agreement(here, ERROR)
    soa(capsys, "lint", "--no-cache")
    assert _entries(tmp_path) == []
    assert os.listdir(here) == ["soa.yaml"]
