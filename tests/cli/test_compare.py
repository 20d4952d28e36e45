"""`soa compare`: two versions named in any way, in every format, and what stands in the way of it."""

import json
import os
import re
import sys
import threading

import pytest

from soa.cli.compare import FORMATS
from tests.cli.run import ERROR, agreement, files_in, in_parts, soa
from tests.cli.test_versions import commit, git, needs_git, zipped
from tests.rules.sound import FRAME

AS_OF = ("--as-of", "2013-06-01")
LATER = FRAME.replace("due: 2017-02-28", "due: 2018-02-28")
"""The agreement with an action that is due a year later."""


def changes(capsys, *words: object) -> list[str]:
    """What has changed, each as a sentence."""
    found = soa(capsys, "compare", *words, "--format", "json", *AS_OF)
    assert (found.code, found.err) == (0, "")
    return [one["says"] for one in json.loads(found.out)["changes"]]


@pytest.fixture
def two(here):
    """An agreement, and one in which an action is due later."""
    agreement(here / "march")
    agreement(here / "june", LATER)
    return here


def test_what_has_changed_is_printed_in_words_and_nothing_is_written(two, capsys):
    before = files_in(two)
    found = soa(capsys, "compare", "march", "june", *AS_OF)
    assert (found.code, found.err) == (0, "")
    assert "march" in found.out
    assert "june" in found.out
    [said] = changes(capsys, "march", "june")
    assert re.search(r"\b28 February 2017\b.*\b28 February 2018\b|\b1 year\b", said)
    assert said.split()[0] in found.out
    assert files_in(two) == before


def test_the_same_in_other_files_is_no_change(two, capsys):
    agreement(two / "parts", **in_parts())
    assert changes(capsys, "march", "parts") == []
    assert soa(capsys, "compare", "march", "march").code == 0


@needs_git
def test_a_version_may_be_a_folder_a_zip_file_or_a_revision(two, capsys):
    [said] = changes(capsys, "march", "june")
    zipped(two / "sent.zip", {"plan/soa.yaml": LATER})
    agreement(two / "plan")
    commit(two)
    git(two, "tag", "v1")
    agreement(two / "plan", LATER)
    for old, new in (
        ("march", "sent.zip"),
        ("v1:plan", "plan"),
        ("HEAD:plan/soa.yaml", "sent.zip"),
        ("v1:march", "v1:june"),
    ):
        assert changes(capsys, old, new) == [said], (old, new)
    assert changes(capsys, "plan", "sent.zip") == []


def test_two_of_the_same_name_are_told_apart(two, capsys, monkeypatch):
    (two / "march").rename(two / "plan")
    monkeypatch.chdir(two / "plan")
    found = soa(capsys, "compare", "../plan", ".", "--format", "json")
    assert [json.loads(found.out)[which]["name"] for which in ("old", "new")] == ["plan (old)", "plan (new)"]
    assert str(two) not in found.out


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_written_and_the_same_again_to_the_last_byte(two, capsys, format_name):
    starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "docx": b"PK", "json": b"{"}
    for name in ("a", "b"):
        words = ("--output-file", name, "--format", format_name)
        assert soa(capsys, "compare", "march", "june", *words, *AS_OF) == (0, "", "")
    assert (two / "a").read_bytes().startswith(starts.get(format_name, b""))
    assert len((two / "a").read_bytes()) > 200
    assert (two / "a").read_bytes() == (two / "b").read_bytes()


@pytest.mark.parametrize("format_name", [one for one in FORMATS if one not in {"pdf", "docx"}])
def test_what_is_printed_is_what_is_written(two, capsys, format_name):
    found = soa(capsys, "compare", "march", "june", "--format", format_name, *AS_OF)
    suffix = {"text": "TXT"}.get(format_name, format_name.upper())
    assert soa(capsys, "compare", "march", "june", "--output-file", f"out/changes.{suffix}", *AS_OF).code == 0
    assert (two / "out" / f"changes.{suffix}").read_text("utf-8") == found.out


@pytest.mark.parametrize("format_name", ["pdf", "docx"])
def test_what_no_screen_can_show_wants_a_file(two, capsys, format_name):
    found = soa(capsys, "compare", "march", "june", "--format", format_name)
    assert (found.code, found.out) == (2, "")
    assert found.err == f"soa: a {format_name} file is not for the screen: name it with --output-file\n"


def test_the_day_is_that_of_the_environment_where_none_is_given(two, capsys, monkeypatch):
    given = soa(capsys, "compare", "march", "june", "--format", "html", "--as-of", "2014-05-06").out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1399377600")
    assert soa(capsys, "compare", "march", "june", "--format", "html").out == given
    assert "6 May 2014" in given
    assert soa(capsys, "compare", "march", "june", "--as-of", "soon").code == 2


def test_the_same_rules_hold_for_both_and_are_those_of_the_new_version(two, capsys):
    agreement(two / "march", ERROR)
    agreement(two / "june", ERROR)
    (two / "march" / "soa.toml").write_text('[rules]\n"undated-action" = "off"\n')

    def findings(*words: str) -> list[str]:
        return [
            one["rule"]
            for one in json.loads(soa(capsys, "compare", *words, "--format", "json", *AS_OF).out)["findings"]
        ]

    assert findings("march", "june") == ["undated-action"]
    assert findings("june", "march") == []
    assert findings("march", "june", "--config", "march/soa.toml") == []


def test_a_document_has_the_house_style_and_the_day(two, capsys):
    (two / "soa.toml").write_text('[style]\nname = "Orran Partnership"\n')
    assert "Orran Partnership" in soa(capsys, "compare", "march", "june", "--format", "html").out
    assert soa(capsys, "compare", "march", "june", "--output-file", "changes.pdf", *AS_OF).code == 0
    assert b"D:20130601" in (two / "changes.pdf").read_bytes()


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(two, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "soa.writers", None)
    found = soa(capsys, "compare", "march", "june", "--format", "html")
    assert (found.code, found.out) == (2, "")
    assert 'pipx install "soa-toolkit[publish]"' in found.err
    assert soa(capsys, "compare", "march", "june").code == 0


def test_rules_that_are_not_run_are_said(two, capsys):
    elsewhere = agreement(two.parent / "elsewhere", LATER)
    (elsewhere / "soa.toml").write_text('[own]\nrules = ["rule.py"]\n')
    found = soa(capsys, "compare", "march", elsewhere)
    assert found.code == 0
    assert "They are Python, and outside your repository they are not run" in found.err


def test_a_version_that_cannot_be_read_is_2_with_what_is_wrong_in_it(two, capsys):
    agreement(two / "june", "- an agreement?\n")
    for words in (("march", "june"), ("june", "march")):
        found = soa(capsys, "compare", *words)
        assert (found.code, found.out) == (2, "")
        assert found.err.startswith("soa: there is no agreement to be made out in june/soa.yaml\njune/soa.yaml:1:")
    assert soa(capsys, "compare", "march", "nowhere") == (2, "", "soa: there is no file or folder nowhere\n")


def test_a_draft_with_holes_is_compared_all_the_same(two, capsys):
    agreement(two / "june", ERROR)
    found = soa(capsys, "compare", "march", "june")
    assert (found.code, found.err) == (0, "")


def test_what_could_not_be_read_is_said_and_nobody_is_told_that_it_is_gone_without_that(two, capsys):
    zipped(two / "sent.zip", {"plan/soa.yaml": in_parts()["soa"]})
    found = soa(capsys, "compare", "march", "sent.zip")
    first, second, third = found.err.splitlines()
    assert (found.code, first) == (0, "soa: not all of sent.zip could be read")
    assert re.fullmatch(r"sent\.zip/plan/soa\.yaml:\d+:\d+: There is no file “money\.yaml”.*\(file-not-found\)", second)
    assert third == "soa: what is not read there does not count as changed"
    agreement(two / "june", LATER.replace("priorities:", "priorities: ]", 1))
    assert "(not-yaml)" in soa(capsys, "compare", "june", "march").err


def test_a_file_that_cannot_be_written_is_2(two, capsys):
    (two / "file").write_text("")
    for format_name in ("text", "html"):
        found = soa(capsys, "compare", "march", "june", "--format", format_name, "--output-file", "file/changes")
        assert (found.code, found.out) == (2, "")
        assert found.err.startswith("soa: file/changes cannot be written: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(two, capsys):
    os.mkfifo(two / "pipe")
    got: list[bytes] = []
    reading = threading.Thread(target=lambda: got.append((two / "pipe").read_bytes()))
    reading.start()
    assert soa(capsys, "compare", "march", "june", "--format", "md", "--output-file", "pipe").code == 0
    reading.join()
    assert b"# What has changed" in got[0]
    assert (two / "pipe").is_fifo()
