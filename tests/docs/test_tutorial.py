"""The tutorial holds: it is done here as it is read, in an empty folder, and what it shows is what its reader sees.

Its fenced blocks are of three kinds. `powershell` is a command, and is run. `text` is what the last command answered, with
`...` where lines are left out. `yaml` is done as the line before it says: one of DOINGS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from soa.cli.main import main
from soa.cli.publish import SUFFIXES

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
AGREEMENT = Path("strathnevan", "soa.yaml")
LEFT_OUT = "..."


class Step(NamedTuple):
    """A fenced block of the page."""

    line: int
    """Where it begins on the page."""
    kind: str
    asked: str
    """The line of prose before it."""
    text: str


def steps(page: str) -> Iterator[Step]:
    """Every fenced block of a page, in order."""
    for block in re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        before = page[: block.start()].rstrip()
        yield Step(page[: block.start()].count("\n") + 1, block[1], before.rpartition("\n")[2], block[2])


def only(numbers: list[int]) -> int:
    """The one line that is meant; the reader must not have to choose."""
    assert len(numbers) == 1, f"the page means one line, and these fit: {numbers}"
    return numbers[0]


def with_words(lines: list[str], words: str) -> int:
    """The line that has these words, and spaces before them at most."""
    return only([number for number, line in enumerate(lines) if line.strip() == words])


def in_place_of_the_part(lines: list[str], new: list[str], key: str) -> None:
    """The key of the first new line, where it stands as far in, with what stands further in below it."""
    assert new[0].strip().startswith(key)
    head = new[0].partition(":")[0] + ":"
    start = only([number for number, line in enumerate(lines) if line == head or line.startswith(head + " ")])
    depth = len(head) - len(head.lstrip())
    end = last = start + 1
    while last < len(lines) and (not lines[last] or lines[last].startswith(" " * (depth + 1))):
        last += 1
        end = last if lines[last - 1] else end
    lines[start:end] = new


def in_place_of_the_line(lines: list[str], new: list[str], words: str) -> None:
    number = with_words(lines, words)
    lines[number : number + 1] = new


def below_the_line(lines: list[str], new: list[str], words: str) -> None:
    number = with_words(lines, words) + 1
    lines[number:number] = new


def above_the_line(lines: list[str], new: list[str], words: str) -> None:
    number = with_words(lines, words)
    lines[number:number] = new


def at_the_end(lines: list[str], new: list[str]) -> None:
    lines += ["", *new]


def answers(lines: list[str], new: list[str]) -> None:
    """Each in place of the line with the same key, as far in, that has no answer."""
    for line in new:
        head = line.partition(":")[0] + ":"
        lines[only([number for number, old in enumerate(lines) if old == head])] = line


def there_already(lines: list[str], new: list[str]) -> None:
    assert "\n".join(new) in "\n".join(lines)


DOINGS: dict[str, Callable[..., None]] = {
    r"Put this in place of `(\w+:)` and all that belongs to it:": in_place_of_the_part,
    r"Put this in place of the line `([^`]+)`:": in_place_of_the_line,
    r"Write this below the line `([^`]+)`:": below_the_line,
    r"Write this above the line `([^`]+)`:": above_the_line,
    r"Write this at the end of the file:": at_the_end,
    r"Answer (?:this line|these lines):": answers,
    r"Your file has these lines:": there_already,
}
"""What the page may ask of its reader, and how it is done."""


def edit(step: Step) -> None:
    """Do to the agreement what the page asks for."""
    doings = [(found, do) for words, do in DOINGS.items() if (found := re.fullmatch(words, step.asked))]
    assert doings, f"nobody could know what to do with this block: {step.asked}"
    (found, do), *_ = doings
    lines = AGREEMENT.read_text("utf-8").splitlines()
    do(lines, step.text.splitlines(), *found.groups())
    AGREEMENT.write_text("\n".join(lines) + "\n", "utf-8")


def run(command: str) -> tuple[int, str]:
    """Run a command as the reader types it; how it ended, and all that the window shows."""
    name, *words = command.split()
    assert name == "soa"
    window = StringIO()
    with redirect_stdout(window), redirect_stderr(window):
        code = main(words)
    return code, window.getvalue()


def compare(shown: str, said: str) -> None:
    """What is shown is all that was said, but for what is left out where `...` stands."""
    first, *others = re.split(rf"^{re.escape(LEFT_OUT)}\n", shown, flags=re.MULTILINE)
    assert said.startswith(first), f"it did not begin so, but:\n{said}"
    at = len(first)
    for part in others[:-1]:
        assert part in said[at:], f"this was not said:\n{part}\nbut:\n{said[at:]}"
        at = said.index(part, at) + len(part)
    rest = said[at:]
    assert rest.endswith(others[-1]) if others else not rest, f"it did not end so, but:\n{rest}"


@pytest.mark.parametrize("today", [date(2023, 4, 1), date(2060, 2, 29)], ids=str)
def test_who_does_what_the_tutorial_says_sees_what_it_shows(
    today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path / ".cache"))
    monkeypatch.setattr("soa.api.today", lambda: today)
    said, code = "", 0
    for step in steps(PAGE.read_text("utf-8")):
        try:
            if step.kind == "powershell":
                code, said = run(step.text)
            elif step.kind == "text":
                compare(step.text, said)
            else:
                edit(step)
        except AssertionError as wrong:
            pytest.fail(f"{PAGE.name}:{step.line}: {wrong}", pytrace=False)
    assert code == 0
    code, said = run("soa lint strathnevan --fail-on advice")
    assert (code, said.partition(" in ")[0]) == (0, "No findings")
    published = tmp_path / "strathnevan" / "published"
    agreement = [f"agreement.{suffix}" for suffix in sorted(SUFFIXES)]
    assert sorted(path.name for path in published.iterdir()) == [".soa.json", *agreement, "summary.pdf"]
    page = (published / "agreement.html").read_text("utf-8")
    assert "What this plan does not yet say, and who will settle it" in page
    assert "The gap we want to close" in page
