"""`soa review`: one command from a submitted draft to a report, the same wherever and by whomever it is run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import ERROR, agreement, files_in, in_parts, soa
from tests.rules.sound import FRAME, ROUND

REVIEW = ("review", "--as-of", "2013-06-01", "--format", "json")
"""As data it is made soonest."""
NOBODY = FRAME.replace("          lead: hscp\n          post: Chief Officer\n", "          lead: everybody\n")


EARLIER = "With --since OLD, where OLD is the draft that was read before, the report also says what has changed."
"""Said in the window, since a printed page is no place for it."""


def data(folder: Path, name: str = "challenge-report.json") -> dict:
    """The report in a folder, as data."""
    return json.loads((folder / name).read_text("utf-8"))


def asked(folder: Path) -> list[str]:
    """The rules that the questions rest on."""
    return [one["rule"] for one in data(folder)["questions"]]


def test_a_report_is_written_in_four_formats_beside_the_rounds(here, capsys):
    agreement(here, NOBODY)
    (here / "review").mkdir()
    (here / "review" / "round-1.yaml").write_text(ROUND)
    found = soa(capsys, "review", "--as-of", "2013-06-01")
    names = [f"challenge-report.{suffix}" for suffix in ("html", "pdf", "docx", "md")]
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines() == [*(f"review/{name}" for name in names), "4 files are written.", EARLIER]
    assert sorted(files_in(here / "review")) == sorted([".soa.json", "round-1.yaml", *names])
    assert (here / "review" / "round-1.yaml").read_text() == ROUND


def test_a_draft_with_errors_is_what_a_review_is_for(here, capsys):
    agreement(here, ERROR)
    assert soa(capsys, *REVIEW).code == 0
    assert "undated-action" in asked(here / "review")


def test_a_report_that_was_changed_by_hand_is_not_replaced(here, capsys):
    agreement(here)
    soa(capsys, *REVIEW)
    path = here / "review" / "challenge-report.json"
    assert soa(capsys, *REVIEW).code == 0
    path.write_text("my notes")
    found = soa(capsys, *REVIEW)
    assert (found.code, path.read_text()) == (2, "my notes")
    assert "has been changed since soa wrote it" in found.err


def test_what_cannot_be_read_at_all_is_2_with_the_reasons(here, capsys):
    agreement(here, "- a list, and no agreement\n")
    found = soa(capsys, *REVIEW)
    assert found.code == 2
    assert "there is no agreement to be made out in soa.yaml\nsoa.yaml:1:1: " in found.err
    agreement(here, "hello: there\n")
    found = soa(capsys, *REVIEW)
    assert found.code == 2
    assert "nothing in soa.yaml is an agreement" in found.err
    assert soa(capsys, *REVIEW, "nowhere").code == 2
    assert not (here / "review").exists()


def test_half_a_draft_is_reviewed(here, capsys):
    agreement(here, FRAME.replace("localities:\n", "localities: {file: gone.yaml}\nx-was:\n"))
    assert soa(capsys, *REVIEW).code == 0
    [lost] = data(here / "review")["unread"]
    assert lost.startswith("soa.yaml, line ")
    assert "gone.yaml" in lost


def test_every_reader_has_the_same_questions_in_a_file_of_its_own(here, capsys):
    agreement(here, NOBODY)
    for reader in ("director", "officer", "peer", "audit"):
        assert soa(capsys, *REVIEW, "--reader", reader, "--by", "A post").code == 0
    made = [data(here / "review")] + [
        data(here / "review", f"challenge-report-{reader}.json") for reader in ("officer", "peer", "audit")
    ]
    assert [one["reader"] for one in made] == ["director", "officer", "peer", "audit"]
    assert {one["by"] for one in made} == {"A post"}
    assert len({json.dumps({**one, "reader": ""}) for one in made}) == 1


# ---- the same for every area ---------------------------------------------------------------------------------------


def test_what_the_partnership_configures_is_not_applied(here, capsys):
    agreement(here / "plan", NOBODY)
    plain = soa(capsys, *REVIEW, "plan", "--output", "plain")
    (here / "plan" / "soa.toml").write_text('[lint]\nbaseline = "known.json"\n[rules]\nunowned-outcome = "off"\n')
    soa(capsys, "lint", "plan", "--update-baseline")
    assert (here / "plan" / "known.json").exists()
    configured = soa(capsys, *REVIEW, "plan", "--output", "configured")
    assert (plain.code, plain.err, configured.code) == (0, "", 0)
    assert "soa.toml of the partnership is not applied, nor a baseline" in configured.err
    assert "unowned-outcome" in asked(here / "configured")
    name = "challenge-report.json"
    assert (here / "plain" / name).read_bytes() == (here / "configured" / name).read_bytes()


def test_rules_of_the_partnerships_own_are_never_run(here, capsys):
    agreement(here / "plan", NOBODY)
    (here / "plan" / "mine.py").write_text(f"from pathlib import Path\nPath({str(here / 'ran')!r}).touch()\n")
    (here / "plan" / "soa.toml").write_text('[own]\nrules = ["mine.py"]\n')
    assert soa(capsys, *REVIEW, "plan").code == 0
    assert not (here / "ran").exists()
    soa(capsys, "lint", "plan", "--config", "plan/soa.toml")  # which trusts it
    assert (here / "ran").exists()


def test_a_faulty_configuration_of_the_partnership_stops_nothing(here, capsys):
    agreement(here, NOBODY)
    (here / "soa.toml").write_text("this is = = no toml")
    assert soa(capsys, *REVIEW).code == 0


def test_the_readers_own_configuration_is_named_and_turns_no_rule_off(here, capsys):
    agreement(here / "plan", NOBODY)
    (here / "ours.toml").write_text('[rules]\nunowned-outcome = "off"\n[style]\nname = "Directorate"\n')
    (here / "baseline.toml").write_text('[lint]\nbaseline = "known.json"\n')
    soa(capsys, "lint", "plan", "--config", "baseline.toml", "--update-baseline")
    assert (here / "known.json").exists()
    assert soa(capsys, *REVIEW, "plan", "--config", "baseline.toml").code == 0
    assert "unowned-outcome" in asked(here / "plan" / "review")
    assert soa(capsys, *REVIEW, "plan", "--config", "ours.toml", "--format", "html").code == 0
    assert "unowned-outcome" in asked(here / "plan" / "review")
    assert "The reader’s configuration was ours.toml, sha256 " in data(here / "plan" / "review")["remarks"][-1]
    assert "<span>Directorate</span>" in (here / "plan" / "review" / "challenge-report.html").read_text()
    (here / "ours.toml").write_text("this is = = no toml")
    assert soa(capsys, *REVIEW, "plan", "--config", "ours.toml").code == 2


def test_advice_that_only_a_reader_wants_is_asked(here, capsys):
    agreement(here, FRAME.replace("        risks:\n", "        x-risks:\n"))
    soa(capsys, *REVIEW)
    assert "risk-not-assessed" in asked(here / "review")


def test_an_exception_is_listed_and_not_hidden(here, capsys):
    agreement(
        here,
        FRAME.replace(
            "          post: Head of Housing\n",
            "          # soa: ignore[unowned-outcome] The post is advertised (until 2013-09-30)\n",
        ),
    )
    soa(capsys, *REVIEW)
    [claimed] = data(here / "review")["exceptions"]
    assert (claimed["rules"], claimed["reason"]) == (["unowned-outcome"], "The post is advertised")


# ---- where drafts come from ----------------------------------------------------------------------------------------


def test_a_zip_file_is_read_as_it_came(here, capsys):
    with zipfile.ZipFile(here / "draft.zip", "w") as file:
        file.writestr("plan/soa.yaml", NOBODY)
    agreement(here / "plan", NOBODY)
    assert soa(capsys, *REVIEW, "draft.zip").code == 0
    assert soa(capsys, *REVIEW, "plan").code == 0
    names = [folder / "challenge-report.json" for folder in (here / "review-draft", here / "plan" / "review")]
    assert names[0].read_bytes() == names[1].read_bytes()


def test_no_report_replaces_that_of_another_zip_file(here, capsys):
    for name, text in (("a.zip", NOBODY), ("b 2.ZIP", FRAME), ("post/a.zip", FRAME)):
        (here / name).parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(here / name, "w") as file:
            file.writestr("plan/soa.yaml", text)
        assert soa(capsys, *REVIEW, name).code == 0
    assert sorted(path.name for path in here.glob("review*")) == ["review-a", "review-b 2", "review-post-a"]
    assert "unowned-outcome" in asked(here / "review-a")
    assert "unowned-outcome" not in asked(here / "review-b 2") + asked(here / "review-post-a")
    assert soa(capsys, *REVIEW, str(here / "post" / "a.zip"), "--output", "mine").out.startswith("mine/")


@pytest.mark.skipif(not shutil.which("git"), reason="needs git: sudo apt install git")
def test_a_revisions_report_does_not_replace_that_of_the_draft_as_it_is_now(here, capsys):
    agreement(here / "plan", NOBODY)
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "a draft")):
        subprocess.run((*git, *words), cwd=here, check=True)
    agreement(here / "plan", FRAME)
    assert soa(capsys, *REVIEW, "plan").code == 0
    now = (here / "plan" / "review" / "challenge-report.json").read_bytes()
    found = soa(capsys, *REVIEW, "HEAD:plan")
    assert found.out.splitlines()[0] == "review-HEAD-plan/challenge-report.json"
    assert (here / "plan" / "review" / "challenge-report.json").read_bytes() == now
    assert "unowned-outcome" in asked(here / "review-HEAD-plan")


def test_a_folder_in_a_folder_is_named_so_that_it_can_be_typed_again(here, capsys):
    """As Windows unpacks a zip file: a folder, and the same folder in it."""
    agreement(here / "Draft 2" / "Draft 2")
    path = os.path.join("Draft 2", "Draft 2")
    found = soa(capsys, *REVIEW, "Draft 2")
    assert found.err == f'soa: there is no soa.yaml in the folder Draft 2; there is one in "{path}"\n'
    assert soa(capsys, *REVIEW, path).code == 0
    agreement(here / "c" / "plan")
    assert f"; there is one in {os.path.join('c', 'plan')}\n" in soa(capsys, *REVIEW, "c/").err
    os.chdir(here / "c")
    assert soa(capsys, *REVIEW, ".").err.endswith("; there is one in plan\n")


def test_what_changed_since_another_draft_is_told(here, capsys):
    agreement(here / "old", NOBODY)
    agreement(here / "new", FRAME)
    found = soa(capsys, *REVIEW, "new", "--since", "old")
    assert (found.code, EARLIER in found.out) == (0, False)
    changes = data(here / "new" / "review")["changes"]
    assert (changes["old"]["name"], changes["new"]["name"]) == ("old", "new")
    assert any(one["about"].startswith("falls/by_whom") for one in changes["changes"])
    assert soa(capsys, "review", "new", "--since", "old", "--format", "md", "--as-of", "2013-06-01").code == 0
    text = (here / "new" / "review" / "challenge-report.md").read_text()
    assert "## All that changed" in text
    assert "soa review --since OLD" not in text
    assert soa(capsys, *REVIEW, "new", "--since", "nowhere").code == 2


def test_a_draft_that_has_not_changed_says_so(here, capsys):
    agreement(here / "old")
    agreement(here / "new")
    soa(capsys, "review", "new", "--since", "old", "--format", "md", "--as-of", "2013-06-01")
    text = (here / "new" / "review" / "challenge-report.md").read_text()
    assert "Nothing that the draft says has changed since old." in text


@pytest.mark.parametrize("suffix", ["html", "md", "json", "docx", "pdf"])
def test_two_runs_on_two_machines_give_the_same_bytes(here, suffix):
    """Whatever the folder, and whatever order a set has in a process."""
    made = []
    for at, seed in (("one", "1"), ("another", "2")):
        folder = agreement(here / at / "plan", NOBODY)
        words = [sys.executable, "-m", "soa", "review", "plan", "--as-of", "2013-06-01", "--format", suffix]
        run = subprocess.run(
            words, cwd=here / at, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        )
        assert run.returncode == 0, run.stderr
        made.append((folder / "review" / f"challenge-report.{suffix}").read_bytes())
    assert made[0] == made[1]
    assert str(here).encode() not in made[0]


def test_a_part_that_was_not_sent_is_told_as_not_read_and_not_as_gone(here, capsys):
    agreement(here / "old", FRAME)
    agreement(here / "new", in_parts()["soa"])
    soa(capsys, "review", "new", "--since", "old", "--format", "md", "--as-of", "2013-06-01")
    text = (here / "new" / "review" / "challenge-report.md").read_text("utf-8")
    assert "Not all of new could be read. What is missing there does not count as changed." in text
    assert "Weaker than before" not in text
