"""The front of the library: agreements as text or as values, in and out."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import soa
from soa.front import NotSound, dump, lint, load, publish
from soa.rules import all_rules
from soa.source import load as read_text
from tests.cli.run import ERROR, WARNING, in_parts
from tests.engine.faults import as_text
from tests.model.agreements import agreements
from tests.rules.sound import FRAME, TODAY

ROOT = Path(__file__).parents[1]


def _rules(agreement: Any, **how: Any) -> list[str]:
    return [one.rule for one in lint(agreement, as_of=TODAY, **how)]


def test_an_agreement_is_read_from_whatever_it_is_written_in() -> None:
    """A text, its bytes, files by name, or what reads a file: the same value."""
    parts = {f"{name}.yaml": text for name, text in in_parts().items()}

    def read(name: str) -> str:
        if name not in parts:
            raise FileNotFoundError(name)
        return parts[name]

    whole = load(FRAME)
    assert whole == load(FRAME.encode("utf-16")) == load({"soa.yaml": FRAME}) == load(parts) == load(read)
    assert whole.priorities[0].id == "older-people"


@pytest.mark.parametrize(
    "text", ["", "a: [", "[]", "soa: 1\n", FRAME.replace("lead: hscp\n    rank", "lead: [1]\n    rank")]
)
def test_what_is_no_sound_agreement_says_where(text: str) -> None:
    """Nothing with a hole in it is handed out."""
    with pytest.raises(NotSound) as raised:
        load(text)
    assert raised.value.findings
    assert str(raised.value).startswith("soa.yaml:")


def test_a_part_that_is_not_there_is_a_finding() -> None:
    """Not a KeyError."""
    with pytest.raises(NotSound, match="money"):
        load({"soa.yaml": in_parts()["soa"]})


def test_findings_come_as_values() -> None:
    """Of a text, of a value built in code, with settings and with rules of one's own choice."""
    assert _rules(FRAME) == []
    assert _rules(ERROR) == ["undated-action"]
    assert _rules(load(WARNING)) == ["unowned-outcome"]
    assert _rules(WARNING, settings=soa.Settings(rules={"unowned-outcome": "off"})) == []
    assert _rules(WARNING, rules={"vague-outcome": all_rules()["vague-outcome"]}) == []


def test_places_of_an_agreement_built_in_code_are_those_in_its_dump() -> None:
    """So a finding can be shown to somebody."""
    made = load(WARNING)
    [finding] = lint(made, as_of=TODAY)
    line = dump(made).splitlines()[finding.place.span.start.line - 1]
    assert '"by_whom"' in line or '"lead"' in line


def test_an_agreement_is_changed_in_code_and_checked_again() -> None:
    """Values never change; a changed copy is another one."""
    made = load(FRAME)
    outcome = made.priorities[0].outcomes[0]
    nobody = outcome.model_copy(update={"by_whom": outcome.by_whom.model_copy(update={"lead": "nobody"})})
    priority = made.priorities[0].model_copy(update={"outcomes": (nobody, *made.priorities[0].outcomes[1:])})
    changed = made.model_copy(update={"priorities": (priority,)})
    assert [one.path for one in lint(changed, as_of=TODAY) if one.severity == "error"] == [
        ("priorities", 0, "outcomes", 0, "by_whom", "lead")
    ]
    assert _rules(made) == []


def test_a_document_comes_as_bytes() -> None:
    """An agreement with errors only as a draft."""
    assert all(b"<html" in publish(one, as_of=TODAY) for one in (FRAME, load(FRAME)))
    with pytest.raises(NotSound, match=r"^soa.yaml:1\d\d:"):
        publish(ERROR, as_of=TODAY)
    assert b"<html" in publish(ERROR, draft=True, as_of=TODAY)
    with pytest.raises(NotSound):
        publish("- a list", draft=True)


@given(agreements())
def test_what_is_dumped_is_read_back(made: Any) -> None:
    """Every value of every part, figures as they were written."""
    agreement = load(as_text(made[0], ensure_ascii=False))
    text = dump(agreement)
    assert load(text) == agreement
    assert dump(load(text)) == text


@pytest.mark.parametrize("figure", ["80.0", "80", "-0.50", "0.0000001", "123456789012345"])
def test_figures_stay_as_they_were_written(figure: str) -> None:
    """`80.0` says how exactly it was measured."""
    text = dump(load(FRAME.replace("value: 81.0", f"value: {figure}")))
    assert f'"value": {figure}\n' in text or f'"value": {figure},' in text


def test_own_keys_stay_in_the_text_they_were_in() -> None:
    """The model never holds them, so a dump has none."""
    assert load(FRAME.replace("vision:", "x-minute: 14\nvision:")) == load(FRAME)


def test_dumped_data_is_the_data() -> None:
    """Nothing is added, no default and no null; a year may get quotation marks, which mean nothing."""
    dumped, written = (read_text("soa.yaml", lambda _, text=text: text).data for text in (dump(load(FRAME)), FRAME))
    assert _in_words(dumped) == _in_words(written)


def _in_words(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _in_words(one) for key, one in data.items()}
    return [_in_words(one) for one in data] if isinstance(data, list) else str(data)


def test_the_front_is_what_the_package_names() -> None:
    """`import soa` is enough."""
    assert all(hasattr(soa, name) for name in soa.__all__)
    assert {"load", "lint", "publish", "dump", "NotSound"} <= set(soa.__all__)
    assert soa.load is load


SNIPPET = """
from datetime import date
import soa

agreement: soa.Agreement = soa.load("soa: 1")
findings: tuple[soa.Finding, ...] = soa.lint(agreement, as_of=date(2013, 6, 1), settings=soa.Settings())
first: str = findings[0].rule
page: bytes = soa.publish({"soa.yaml": b""}, "html", draft=True)
text: str = soa.dump(agreement)
lead: str = agreement.priorities[0].outcomes[0].by_whom.lead
try:
    soa.load(lambda name: open(name, "rb").read())
except soa.NotSound as fault:
    line: int = fault.findings[0].place.span.start.line
"""


def test_the_front_is_typed(tmp_path: Path) -> None:
    """For whoever checks types strictly: the snippet passes, and each slip in it is told."""
    sound, wrong = tmp_path / "sound.py", tmp_path / "wrong.py"
    sound.write_text(SNIPPET)
    wrong.write_text(SNIPPET.replace("page: bytes", "page: str").replace("first: str", "first: int"))
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path / 'cache'}"]
    answers = [
        subprocess.run([*command, str(file)], cwd=ROOT, capture_output=True, text=True, check=False)
        for file in (sound, wrong)
    ]
    assert answers[0].returncode == 0, answers[0].stdout
    assert answers[1].stdout.count("error:") == 2


def test_nothing_is_said_of_the_day_unless_it_matters() -> None:
    """The day is an input."""
    late = FRAME.replace("prevention:\n", "prevention:\n  not_yet: {missing: All, owner: council, due: 2013-09-30}\n")
    assert [len(lint(late, as_of=day)) for day in (date(2013, 9, 30), date(2013, 10, 1))] == [0, 1]
