"""The guides for a reader and for an officer hold: one exchange is played through, each side in a folder of its own.

What a page asks for is done as it says, on the day that the heading of its section names, and what it shows is what is seen.
Between the two only those files go to and fro that the pages say are sent.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from soa.cli.main import main
from tests.docs import test_tutorial as tutorial
from tests.docs.test_tutorial import Step, compare, only, steps

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
ROUND = Path("review", "round-1.yaml")
LOOK_AGAIN = "\n## 10. "
"""Where the tutorial's draft is the one that is reviewed."""


class Section(NamedTuple):
    """A part of a page below one heading."""

    day: date | None
    """The day that its heading begins with; None for one without."""
    line: int
    text: str


def sections(page: Path) -> Iterator[Section]:
    """The parts of a page, in order."""
    text = page.read_text("utf-8")
    starts = [found.start() for found in re.finditer(r"^## ", text, re.MULTILINE)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        named = re.match(r"## (\d+ [A-Z][a-z]+): ", text[start:end])
        day = datetime.strptime(f"{named[1]} 2013", "%d %B %Y").date() if named else None  # noqa: DTZ007
        yield Section(day, text.count("\n", 0, start), text[start:end])


# ---- what a page asks for --------------------------------------------------------------------------------------------


def _of_point(lines: list[str], name: str) -> range:
    """The lines of one point of a round."""
    start = only([number for number, line in enumerate(lines) if line == f"  - id: {name}"])
    end = next((number for number in range(start + 1, len(lines)) if not lines[number].startswith("    ")), len(lines))
    return range(start, end)


def _in_point(lines: list[str], name: str, words: str) -> int:
    return only([number for number in _of_point(lines, name) if lines[number].strip() == words])


def in_place_in_point(lines: list[str], new: list[str], name: str, words: str) -> None:
    number = _in_point(lines, name, words)
    lines[number : number + 1] = new


def in_place_of_key_in_point(lines: list[str], new: list[str], name: str, key: str) -> None:
    number = only([at for at in _of_point(lines, name) if lines[at].strip().startswith(key)])
    lines[number : number + 1] = new


def below_in_point(lines: list[str], new: list[str], name: str, words: str) -> None:
    number = _in_point(lines, name, words) + 1
    lines[number:number] = new


def take_out(lines: list[str], old: list[str]) -> None:
    number = only([at for at in range(len(lines)) if lines[at : at + len(old)] == old])
    del lines[number : number + len(old)]


DOINGS: dict[str, Callable[..., None]] = {
    **tutorial.DOINGS,
    r"In the point `([\w-]+)`, write this in place of the line `([^`]+)`:": in_place_in_point,
    r"In the point `([\w-]+)`, write this in place of the line that begins with `([^`]+)`:": in_place_of_key_in_point,
    r"In the point `([\w-]+)`, write this below the line `([^`]+)`:": below_in_point,
    r"Take out these lines:": take_out,
}
"""What the pages may ask of their readers, and how it is done."""


def edit(step: Step, file: Path) -> None:
    """Do to a file what the page asks for."""
    doings = [(found, do) for words, do in DOINGS.items() if (found := re.fullmatch(words, step.asked))]
    assert doings, f"nobody could know what to do with this block: {step.asked}"
    (found, do), *_ = doings
    lines = file.read_text("utf-8").splitlines()
    do(lines, step.text.rstrip("\n").split("\n"), *found.groups())
    file.write_text("\n".join(lines) + "\n", "utf-8")


def run(command: str) -> tuple[int, str]:
    """Run a command as the reader types it; how it ended, and all that the window shows."""
    name, *words = shlex.split(command)
    assert name == "soa"
    window = StringIO()
    with redirect_stdout(window), redirect_stderr(window):
        code = main(words)
    return code, window.getvalue()


class Side:
    """One of the two who follow a page, in a folder of their own."""

    def __init__(self, page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.page = HOW_TO / page
        self.folder = folder
        self.day = date(2013, 1, 1)
        self._left = list(sections(self.page))
        self._patch = monkeypatch
        folder.mkdir()

    def do(self, until: date | None, plan: str, *, in_round: bool) -> None:
        """Follow the page up to the first section of a day, with a plan; `in_round` says that every edit is made in the round."""
        self._patch.chdir(self.folder)
        while self._left and (until is None or self._left[0].day != until):
            section = self._left.pop(0)
            self.day = section.day or self.day
            self._patch.setattr("soa.api.today", lambda day=self.day: day)
            self._follow(section, Path(plan), in_round=in_round)

    def _follow(self, section: Section, plan: Path, *, in_round: bool) -> None:
        code, said = 0, ""
        for step in steps(section.text):
            about = step.asked.startswith(("In the point", "Your file has")) or in_round
            try:
                if step.kind == "powershell":
                    assert code == 0
                    code, said = run(step.text)
                elif step.kind == "text":
                    compare(step.text, said)
                else:
                    edit(step, plan / (self._newest(plan, step) if about else "soa.yaml"))
            except AssertionError as wrong:
                pytest.fail(f"{self.page.name}:{section.line + step.line}: {wrong}", pytrace=False)
        assert code == 0, f"{self.page.name}:{section.line}: the last command failed"

    def mentioned(self) -> list[str]:
        """The commands that the page tells of in its text, and does not ask for; a preview would not end."""
        found = re.findall(r"`(soa [a-z]+ [^`]+)`", self.page.read_text("utf-8"))
        return [command for command in found if not command.startswith("soa preview")]

    def _newest(self, plan: Path, step: Step) -> Path:
        """The round that is meant: one that was just opened where its lines are shown, else the first."""
        rounds = sorted((plan / "review").glob("round-*.yaml"))
        return rounds[-1].relative_to(plan) if step.asked.startswith("Your file has") else ROUND


# ---- the exchange ----------------------------------------------------------------------------------------------------


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tutorial's draft before its last look."""
    folder = tmp_path / "practice"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / ".cache"))
    for step in steps(tutorial.PAGE.read_text("utf-8").partition(LOOK_AGAIN)[0]):
        if step.kind == "yaml":
            tutorial.edit(step)
        elif step.kind == "powershell" and re.match("soa (new|lint .*--fix)", step.text):
            run(step.text)
    return folder / "strathnevan"


def test_who_does_what_the_guides_say_sees_what_they_show(
    draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = Side("review-a-draft.md", tmp_path / "director", monkeypatch)
    officer = Side("answer-a-review.md", tmp_path / "officer", monkeypatch)
    april, may = director.folder / "strathnevan-april", director.folder / "strathnevan-may"
    plan = officer.folder / "strathnevan"
    shutil.copytree(draft, april)
    shutil.copytree(draft, plan)

    director.do(date(2013, 5, 6), april.name, in_round=True)
    (plan / "review").mkdir()
    shutil.copy(april / ROUND, plan / ROUND)
    officer.do(date(2013, 6, 3), plan.name, in_round=False)
    shutil.copytree(plan, may)
    director.do(None, may.name, in_round=True)
    shutil.copy(may / ROUND, plan / ROUND)
    officer.do(None, plan.name, in_round=False)

    report = (may / "review" / "challenge-report.md").read_text("utf-8")
    assert "The gap is now measured, and each partner has a part in closing it." in report
    published = (plan / "published" / "agreement.md").read_text("utf-8")
    assert "Who runs this partnership, who answers to whom" in published
    assert "What will NHS Nevan and Nevan College each do" not in published
    shutil.make_archive(str(april), "zip", april)
    for side in (director, officer):
        monkeypatch.chdir(side.folder)
        for command in side.mentioned():
            code, said = run(command)
            assert code == 0, f"{command}: {said}"
