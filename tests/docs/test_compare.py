"""The page on comparing holds: every command that it shows is run on two drafts of Glenmore's plan, and answers what it shows."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from soa.cli.compare import FORMATS
from soa.cli.main import main
from tests.cli.test_versions import commit, git, needs_git
from tests.docs.test_tutorial import compare

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "compare.md").read_text("utf-8")
OLDER = "priorities/older-people.yaml"
CHANGES = (
    (OLDER, "{period: 2016-17, value: 45.0}", "{period: 2016-17, value: 40.0}"),
    (OLDER, "due: 2017-06-30", "due: 2018-06-29"),
    (
        OLDER,
        "600 homes a year, whoever owns the home\n        owner: homes",
        "600 homes a year, whoever owns the home\n        owner: council",
    ),
    (
        OLDER,
        "        partners: [council]\n        starts: 2013-07-01",
        "        partners: [homes]\n        starts: 2013-07-01",
    ),
    (OLDER, "a main diagnosis of hip fracture", "any diagnosis of hip fracture"),
    ("resources.yaml", "{year: 2014-15, amount: 560000,", "{year: 2014-15, amount: 460000,"),
)
"""What Glenmore changed between March and June: a file, what stood there, and what stands there now."""


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    """A folder with all that the page names: two drafts, a zip file, and a repository with a history."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "glenmore", "plan-in-march")
    shutil.copytree("plan-in-march", "plan-in-june")
    for name, old, new in CHANGES:
        file = Path("plan-in-june", name)
        before = file.read_text("utf-8")
        assert before.count(old) == 1, old
        file.write_text(before.replace(old, new), "utf-8")
    shutil.make_archive("plan-from-the-council", "zip", "plan-in-june")
    return tmp_path


def blocks(language: str) -> list[str]:
    """The fenced blocks of the page that are marked as a language, or with nothing."""
    every = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [text for marked, text in every if marked == language]


def test_the_page_shows_what_is_said_of_two_drafts(drafts, capsys):
    [shown] = blocks("text")
    for day in ("2013-06-28", "2026-01-01"):
        assert main(["compare", "plan-in-march", "plan-in-june", "--as-of", day]) == 0
        compare(shown, capsys.readouterr().out)


@needs_git
def test_every_command_on_the_page_can_be_run(drafts, capsys):
    shutil.copytree("plan-in-march", "plan")
    for _ in range(4):
        commit(drafts)
    git(drafts, "tag", "agreed-2013")
    commands = [line for block in blocks("") for line in block.splitlines()]
    assert len(commands) == 5
    for command in commands:
        assert main([*shlex.split(command)[1:], "--as-of", "2013-06-28"]) == 0, command
    assert Path("changes.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert capsys.readouterr().err == ""


def test_the_page_tells_of_every_format():
    assert sorted(re.findall(r"^\| `([a-z]+)` \|", PAGE, re.MULTILINE)) == sorted(FORMATS)
