"""`soa lint` beyond a folder on disk: standard input, mending, watching, other formats and readers."""

import io
import json
import os
import stat
import sys

import pytest

from soa.cli.folder import agreements
from soa.cli.watch import watch
from tests.cli.run import ERROR, WARNING, agreement, files_in, in_parts, soa
from tests.rules.sound import FRAME

SLIPS = (
    FRAME.replace("period: 2016-17, value: 18.5", "period: 2016/17, value: 18.5")
    .replace("contributors:", "contibutors:", 1)
    .replace("amount: 410000", "amount: £410,000")
    .replace("title: Strathbeg Single", "title: Strathbeg: Single")
)


@pytest.fixture
def typed(monkeypatch):
    """Puts a text on standard input."""

    def put(text):
        content = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


@pytest.mark.parametrize(("text", "code"), [(FRAME, 0), (ERROR, 1), ("", 1), (b"\xff\xfe\xfd", 1)])
def test_standard_input_is_judged_like_a_file(here, capsys, typed, text, code):
    typed(text)
    found = soa(capsys, "lint", "-")
    assert found.code == code
    assert "Traceback" not in found.err
    assert ("<stdin>:" in found.out) == bool(code)


def test_standard_input_may_stand_for_a_part_of_an_agreement_on_disk(here, capsys, typed):
    parts = in_parts(ERROR)
    agreement(here / "plan", parts["soa"], money=parts["money"])
    typed(parts["money"].replace("partner: tsi", "partner: ts"))
    found = soa(capsys, "lint", "-", "--stdin-filename", os.path.join("plan", "money.yaml"))
    assert "broken-reference  plan/money.yaml" in found.out
    assert "undated-action  plan/soa.yaml" in found.out
    assert "broken-reference" not in soa(capsys, "lint", "plan").out


def test_standard_input_may_stand_for_a_file_that_is_not_there_yet(here, capsys, typed):
    typed(ERROR)
    assert "undated-action  new/soa.yaml" in soa(capsys, "lint", "-", "--stdin-filename", "new/soa.yaml").out


@pytest.mark.parametrize("words", [["-", "plan"], ["-", "--fix"], ["-", "--diff"], ["-", "--watch"]])
def test_standard_input_stands_alone(here, capsys, typed, words):
    typed(FRAME)
    found = soa(capsys, "lint", *words)
    assert (found.code, len(found.err.splitlines())) == (2, 1)


def test_fix_mends_what_has_one_right_answer_and_says_so(here, capsys):
    agreement(here, SLIPS)
    shown = soa(capsys, "lint", "--diff")
    assert shown.code == 0
    assert (here / "soa.yaml").read_text() == SLIPS
    assert [line for line in shown.out.splitlines() if line.startswith("+")][1:] == [
        '+  title: "Strathbeg: Single Outcome Agreement 2013 to 2023"',
        "+          contributors:",
        "+                - {period: 2016-17, value: 18.5}",
        "+      - {year: 2013-14, amount: 410000, of_total: 23600000, certainty: firm, basis: Budget book}",
    ]
    found = soa(capsys, "lint", "--fix")
    assert (found.code, found.err) == (0, "4 changes made in soa.yaml.\n")
    again = files_in(here)
    assert again["soa.yaml"].decode() == FRAME.replace(
        "title: Strathbeg Single Outcome Agreement 2013 to 2023",
        'title: "Strathbeg: Single Outcome Agreement 2013 to 2023"',
    )
    assert soa(capsys, "lint", "--fix").err == ""
    assert files_in(here) == again


def test_fix_reaches_part_files_and_keeps_links_and_permissions(here, capsys, tmp_path):
    parts = in_parts(FRAME.replace("amount: 410000", "amount: £410,000"))
    agreement(here / "plan", parts["soa"], money=parts["money"])
    (here / "plan" / "money.yaml").rename(here / "plan" / "real.yaml")
    (here / "plan" / "money.yaml").symlink_to("real.yaml")
    (here / "plan" / "real.yaml").chmod(0o640)
    assert "made in plan/money.yaml" in soa(capsys, "lint", "--fix", "plan").err
    assert (here / "plan" / "money.yaml").is_symlink()
    assert "amount: 410000" in (here / "plan" / "real.yaml").read_text()
    assert stat.S_IMODE((here / "plan" / "real.yaml").stat().st_mode) == 0o640


def test_nothing_is_mended_where_a_file_is_read_only_and_the_others_are_linted(here, capsys, monkeypatch):
    agreement(here / "plan", SLIPS)
    agreement(here / "other", ERROR)
    monkeypatch.setattr(os, "access", lambda path, mode: "plan" not in str(path))
    found = soa(capsys, "lint", "--fix", "plan", "other")
    assert (found.code, (here / "plan" / "soa.yaml").read_text()) == (2, SLIPS)
    assert "soa: plan/soa.yaml cannot be written: it is read-only" in found.err
    assert "undated-action  other/soa.yaml" in found.out


def test_a_diff_keeps_carriage_returns_and_names_with_spaces(here, capsys):
    agreement(here / "my plan", SLIPS.replace("\n", "\r\n"))
    lines = soa(capsys, "lint", "--diff", "my plan").out.split("\n")
    assert lines[:2] == ["--- my plan/soa.yaml\t", "+++ my plan/soa.yaml\t"]
    assert all(line.endswith("\r") for line in lines[3:-1] if line[:1] in {"+", " "} and line[:2] != "@@")


def test_a_diff_of_a_broken_file_changes_nothing(here, capsys):
    agreement(here, "a: [")
    assert soa(capsys, "lint", "--diff").code == 0
    assert (here / "soa.yaml").read_text() == "a: ["


def test_watch_lints_again_when_a_file_changes_and_not_before(here, capsys):
    agreement(here, FRAME)
    looks, answers = [], []

    def pause(seconds):
        looks.append(1)
        if len(looks) == 3:
            agreement(here, ERROR + "\n")
        if len(looks) == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(agreements([])[0], None, lambda: answers.append(soa(capsys, "lint", "--no-cache").code), pause)
    assert answers == [0, 1]


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit", "github"])
def test_each_format_is_written_to_a_file_too(here, capsys, form):
    agreement(here, ERROR)
    printed = soa(capsys, "lint", "--format", form)
    assert printed.code == 1
    assert "undated-action" in printed.out
    soa(capsys, "lint", "--format", form, "--output-file", "out")
    assert (here / "out").read_text("utf-8") == printed.out


def test_inside_github_actions_annotations_are_written_unless_another_format_is_asked_for(here, capsys, monkeypatch):
    agreement(here / "plan", ERROR)
    (here / ".git").mkdir()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::error file=plan/soa.yaml,line=" in soa(capsys, "lint", "plan").out
    monkeypatch.chdir(here / "plan")
    assert "::error file=plan/soa.yaml,line=" in soa(capsys, "lint").out
    assert json.loads(soa(capsys, "lint", "--format", "json").out)


def test_a_director_reads_questions_and_an_officer_advice(here, capsys):
    agreement(here, WARNING)
    officer, director = soa(capsys, "lint").out, soa(capsys, "lint", "--reader", "director").out
    assert ("Help: " in officer, "Question: " in officer) == (True, False)
    assert ("Help: " in director, "Question: Who, by name of post" in director) == (False, True)
