"""`soa lint`: which agreements, which exit code, and that no file is touched."""

import json
import os
import signal
import subprocess
import sys

import pytest

from soa.cli.folder import reader
from tests.cli.run import ERROR, WARNING, agreement, files_in, in_parts, soa
from tests.rules.sound import FRAME


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (FRAME, [], 0),
        (FRAME, ["--fail-on", "advice"], 0),
        (ERROR, [], 1),
        (ERROR, ["--fail-on", "warning"], 1),
        (WARNING, [], 0),
        (WARNING, ["--fail-on", "warning"], 1),
        (WARNING, ["--fail-on", "advice"], 1),
        ("", [], 1),
        ("a: [", [], 1),
        ("- a list", [], 1),
        (b"\xff\xfe\xfd", [], 1),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_says_what_came_of_it(here, capsys, text, options, code, form):
    agreement(here, text)
    assert soa(capsys, "lint", "--format", form, *options).code == code


def test_a_path_that_is_not_there_is_2_and_the_others_are_still_printed(here, capsys):
    agreement(here / "plan", ERROR)
    found = soa(capsys, "lint", "plan", "elsewhere")
    assert found.code == 2
    assert "undated-action" in found.out
    assert found.err == "soa: there is no file or folder elsewhere\n"


def test_a_folder_without_an_agreement_says_where_there_is_one(here, capsys):
    agreement(here / "plans" / "fife")
    found = soa(capsys, "lint", "plans")
    assert (found.code, found.err) == (2, "soa: there is no soa.yaml in the folder plans; there is one in plans/fife\n")


@pytest.mark.parametrize(
    "words",
    [
        ["lint", "--frobnicate"],
        ["lint", "--format", "xml"],
        ["lint", "--as-of", "yesterday"],
        ["lint", "--as-of", "2013-02-30"],
        ["lint", "--fail-on", "doom"],
        ["lintt"],
        ["publish", "a", "b"],
        ["explain", "unowned-outcom"],
        ["schema", "--part", "nothing"],
        ["new"],
    ],
)
def test_an_option_that_is_not_understood_is_2_with_one_line(here, capsys, words):
    agreement(here)
    found = soa(capsys, *words)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("soa: ")
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["lint", "--help"], ["--version"], []])
def test_asking_for_help_is_0(capsys, words):
    found = soa(capsys, *words)
    assert (found.code, found.err) == (0, "")
    assert found.out


def test_a_part_file_stands_for_the_agreement_above_it(here, capsys):
    parts = in_parts(ERROR)
    agreement(here / "plan", parts["soa"], money=parts["money"])
    found = soa(capsys, "lint", "plan/money.yaml")
    assert found.code == 1
    assert "plan/soa.yaml:" in found.out
    assert "1 agreement (2 files)" in found.out


def test_an_agreement_that_is_named_twice_is_linted_once(here, capsys):
    parts = in_parts(ERROR)
    agreement(here / "plan", parts["soa"], money=parts["money"])
    (here / "link").symlink_to(here / "plan")
    found = soa(capsys, "lint", "plan", "plan/", "plan/soa.yaml", "plan/money.yaml", "./plan", "link", here / "plan")
    assert "1 error in 1 agreement" in found.out


def test_without_a_path_the_folder_one_stands_in_is_meant(here, capsys):
    agreement(here)
    assert soa(capsys, "lint").out == "No findings in 1 agreement (1 file).\n"


def test_an_agreement_may_have_another_name(here, capsys):
    agreement(here / "plan").joinpath("soa.yaml").rename(here / "plan" / "fife.yaml")
    assert soa(capsys, "lint", "plan/fife.yaml").code == 0


def test_the_day_that_counts_as_today_can_be_given(here, capsys):
    agreement(
        here,
        FRAME.replace("prevention:\n", "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}\n"),
    )
    before, after = (
        soa(capsys, "lint", "--as-of", day, "--fail-on", "warning") for day in ("2013-09-30", "2013-10-01")
    )
    assert (before.code, after.code) == (0, 1)
    assert json.loads(soa(capsys, "lint", "--format", "json", "--as-of", "2013-10-01").out)["as_of"] == "2013-10-01"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_that_there_is_are_days_too(here, capsys, day):
    agreement(here)
    assert soa(capsys, "lint", "--as-of", day).code == 0


def test_many_agreements_are_linted_in_the_order_they_were_named(here, capsys):
    for number in range(6):
        agreement(here / f"plan{number}", ERROR if number % 2 else FRAME)
    found = soa(capsys, "lint", "--format", "json", *(f"plan{number}" for number in range(6)))
    roots = [(one["root"], len(one["findings"])) for one in json.loads(found.out)["agreements"]]
    assert roots == [(f"plan{number}/soa.yaml", number % 2) for number in range(6)]


def test_findings_can_go_to_a_file(here, capsys):
    agreement(here, ERROR)
    found = soa(capsys, "lint", "--format", "json", "--output-file", "out/found.json")
    assert (found.code, found.out) == (1, "")
    assert json.loads((here / "out" / "found.json").read_text())["counts"]["error"] == 1


def test_a_file_that_cannot_be_written_is_2(here, capsys):
    agreement(here, ERROR)
    (here / "taken").mkdir()
    found = soa(capsys, "lint", "--output-file", "taken")
    assert found.code == 2
    assert found.err.startswith("soa: taken cannot be written: ")


@pytest.mark.parametrize("text", [FRAME, ERROR, "a: ["])
def test_every_file_is_left_as_it_was(here, capsys, text):
    agreement(here, text)
    before = files_in(here)
    soa(capsys, "lint")
    assert files_in(here) == before


@pytest.mark.parametrize(
    "name", ["../secret.yaml", "/top/secret.yaml", "link.yaml", "linked/secret.yaml", "C:/secret.yaml"]
)
def test_nothing_outside_of_the_folder_is_read(here, capsys, name):
    (here / "secret.yaml").write_text("vision: top secret\n")
    plan = agreement(here / "plan", f"soa: 1\nresources: {{file: {name}}}\n")
    (plan / "link.yaml").symlink_to(here / "secret.yaml")
    (plan / "linked").symlink_to(here)
    found = soa(capsys, "lint", "plan")
    assert found.code == 1
    assert "file-outside" in found.out
    assert "top secret" not in found.out
    with pytest.raises(PermissionError):
        reader("plan")("link.yaml")


def test_a_part_whose_name_has_other_capitals_is_not_found(here, capsys):
    parts = in_parts()
    agreement(here, parts["soa"], Money=parts["money"])
    assert "file-not-found" in soa(capsys, "lint").out


@pytest.mark.parametrize("name", ["soa.yaml", "money.yaml"])
def test_what_is_no_plain_file_is_not_waited_for(here, capsys, name):
    parts = in_parts()
    agreement(here / "plan", parts["soa"], money=parts["money"])
    (here / "plan" / name).unlink()
    os.mkfifo(here / "plan" / name)
    assert soa(capsys, "lint", "plan/soa.yaml").code in {1, 2}


def _process(*words, **how):
    return subprocess.Popen(
        [sys.executable, "-m", "soa", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how
    )


def test_a_reader_who_goes_away_is_no_fault(here):
    many = "".join(f"  - {{id: p{number}, name: P, kind: x}}\n" for number in range(990))
    agreement(here, FRAME.replace("partners:\n", f"partners:\n{many}", 1))
    with _process("lint") as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_ctrl_c_is_130(here, monkeypatch, capsys):
    agreement(here)
    monkeypatch.setattr("soa.cli.cache.look", lambda *_: signal.raise_signal(signal.SIGINT))
    assert soa(capsys, "lint").code == 130


def test_a_fault_of_ours_is_one_sentence_and_2(here):
    agreement(here)
    program = (
        "import sys, soa.engine.check, soa.cli.main as main; sys.argv = ['soa', 'lint', '--no-cache']; "
        "soa.engine.check.standing = None; main.entry()"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith("soa: a fault in soa itself stopped it (TypeError")
    assert run.stderr.count("\n") == 1
