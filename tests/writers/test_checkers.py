"""The page before two checkers of HTML: html-validate, and the W3C's Nu checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.document.made import first_outcome, html, whole

CONFIGURATION = Path(__file__).parents[1] / "clients" / ".htmlvalidate.json"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The whole agreement, and drafts with holes and without targets, as files."""
    folder = tmp_path_factory.mktemp("published")
    holes, untimed = whole(), whole()
    del (
        first_outcome(holes)["by_whom"],
        first_outcome(holes)["what"],
        holes["vision"],
        holes["prevention"],
        holes["priorities"][1],
    )
    for priority in untimed["priorities"]:
        for outcome in priority["outcomes"]:
            outcome["when"].pop("targets", None)
    made = {
        "agreed": html(),
        "holes": html(holes, draft=True),
        "untimed": html(untimed, draft=True),
        "empty": html({}, draft=True),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return [str(folder / f"{name}.html") for name in made]


def test_html_validate_finds_nothing(files: list[str], node: str, node_modules: Path) -> None:
    """Its standard, document and accessibility rules."""
    command = [node, str(node_modules / "html-validate" / "bin" / "html-validate.mjs"), "--config", str(CONFIGURATION)]
    done = subprocess.run([*command, "--formatter", "json", *files], capture_output=True, text=True, check=False)
    assert [(one["filePath"], one["messages"][0]) for one in json.loads(done.stdout)] == []
    assert done.returncode == 0


def test_the_nu_checker_finds_nothing(files: list[str], java: str, node_modules: Path) -> None:
    """Neither an error nor a warning."""
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stderr)["messages"] == []
    assert done.returncode == 0
