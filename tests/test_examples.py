"""The examples are what they claim to be: exemplary, weak in known ways, or real with gaps that are the source's."""

import json
import os
from pathlib import Path

import pytest

from soa.cli.folder import reader
from soa.cli.main import main

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Findings name files as someone at the project's root would."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOA_CACHE", str(tmp_path))


@pytest.mark.parametrize("day", ["2012-12-01", "2013-06-30", "2030-01-01"])
def test_glenmore_has_no_finding_at_all(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither before it begins, nor when it is new, nor when it is history."""
    assert main(["lint", "examples/glenmore", "--as-of", day, "--fail-on", "advice"]) == 0
    assert capsys.readouterr().out.startswith("No findings in 1 agreement")


@pytest.mark.parametrize("day", ["2017-01-01", "2022-12-31"])
def test_glenmore_left_alone_for_years_is_asked_what_became_of_it(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the rules that look at today speak, and they give advice."""
    assert main(["lint", "examples/glenmore", "--as-of", day, "--fail-on", "warning", "--format", "json"]) == 0
    [report] = json.loads(capsys.readouterr().out)["agreements"]
    assert {one["rule"] for one in report["findings"]} == {"pilot-without-decision", "stale-agreement"}


def test_the_first_draft_gets_the_findings_that_are_written_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    folder = "examples/glenmore-first-draft"
    assert main(["lint", folder, "--as-of", "2013-06-30"]) == 1
    expected = (ROOT / folder / "expected.txt").read_text("utf-8")
    command = f"soa lint --as-of 2013-06-30 {folder} > {folder}/expected.txt"
    assert capsys.readouterr().out == expected, f"if the new findings are right: {command}"


@pytest.mark.parametrize("name", ["aberdeen-2019", "moray-2009"])
def test_a_real_plan_lacks_answers_and_has_no_slips(name: str) -> None:
    """What public pages do not say is missing; nothing is misspelt, misplaced or in a wrong form."""
    from datetime import date

    from soa import api

    found = api.check(reader(os.path.join("examples", name)), as_of=date(2026, 1, 1)).findings
    slips = {"unknown-key", "wrong-type", "wrong-form", "unknown-word", "text-needs-quotes", "unknown-reference-name"}
    assert [one for one in found if one.rule in slips or one.case in {"unknown", "twice"}] == []
    assert found
