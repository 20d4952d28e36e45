"""A real editor speaks with `soa lsp`: Neovim, without plugins, played by a script."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import agreement, in_parts
from tests.rules.sound import FRAME

SCRIPT = Path(__file__).with_name("neovim.lua")
SOUND = "{partner: council, contribution: Four home care staff for the falls team}"
WEAK = "{contribution: Four home care staff 👩‍⚕️ for sgioba nan tuiteam à Mhuirton, partner: counsil}"
"""A slip behind an emoji and Gaelic letters: counted in other units, the wrong letters would be marked and mended."""


@pytest.fixture(scope="module")
def told(neovim: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Neovim was told while an officer worked on a weak agreement in two files."""
    home = tmp_path_factory.mktemp("editor")
    folder = agreement(home / "agreement", **_renamed(in_parts(FRAME.replace(SOUND, WEAK))))
    answers = home / "answers.json"
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_STATE_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "SOA_PROGRAM": sys.executable,
        "SOA_FOLDER": str(folder),
        "SOA_ANSWERS": str(answers),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    command = [neovim, "--clean", "--headless", "-n", "-u", "NONE", "-S", str(SCRIPT)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert answers.exists(), ran.stderr
    found: dict[str, Any] = json.loads(answers.read_text("utf-8"))
    assert "failure" not in found, found["failure"]
    return found


def _renamed(parts: dict[str, str]) -> dict[str, str]:
    return {"text" if name == "soa" else name: text for name, text in parts.items()}


def test_findings_are_shown_where_they_are(told: dict[str, Any]) -> None:
    """The words that are marked are those that are wrong, whatever stands before them on the line."""
    found = [one for one in told["opened"] if one["rule"] == "broken-reference"]
    assert [(one["words"], one["severity"], one["source"]) for one in found] == [("counsil", 1, "soa")]
    assert found[0]["message"] == "“counsil” is not the id of any partner.\nDid you mean council?"


def test_the_rule_and_the_key_are_explained(told: dict[str, Any]) -> None:
    """Resting on a finding shows the page of its rule; on a key, what the key means."""
    assert told["hover_finding"]["value"].startswith("# broken-reference\n")
    assert "The one partner who leads the priority" in told["hover_key"]["value"]


def test_the_one_right_answer_is_written(told: dict[str, Any]) -> None:
    """The first action mends the slip and nothing else; the second claims an exception."""
    assert [
        (one["title"], one.get("preferred")) for one in told["actions"] if "broken" in one["title"] or one["preferred"]
    ] == [
        ("Write council", True),
        ("Keep this as it is, and say why: # soa: ignore[broken-reference]", False),
    ]
    assert told["mended_line"].strip() == f"- {WEAK.replace('counsil', 'council')}"


def test_ids_are_offered_in_a_line_that_is_half_written(told: dict[str, Any]) -> None:
    """After `owner: ` come the partners with their names; the one that is chosen stands where the cursor was."""
    items = [(one["label"], one["detail"]) for one in told["completion"]["items"]]
    assert items[:2] == [("council", "Strathbeg Council"), ("nhs-beg", "NHS Beg")]
    assert told["chosen_line"].strip() == "owner: tsi"


def test_the_outline_has_the_priorities_the_outcomes_and_the_four_answers(told: dict[str, Any]) -> None:
    """As an editor's side bar shows it."""
    priority, prevention = told["outline"]
    assert priority["name"] == "Older people in Strathbeg fall less often and get home sooner"
    assert [one["name"] for one in priority["children"][0]["children"]] == ["What", "How", "By whom", "When"]
    assert prevention["name"] == "Prevention"


def test_a_part_in_a_buffer_stands_for_its_file(told: dict[str, Any]) -> None:
    """What is typed into a part is checked with the agreement, and forgotten when the buffer is closed."""
    assert [(one["rule"], one["words"]) for one in told["part"]] == [("broken-reference", "nobody")]
    assert told["ended"] is True
