"""`soa lsp` as a running program, and what it says where it cannot serve."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from soa.cli.lsp import Disk
from soa.cli.main import main
from soa.editor.desk import Home
from soa.editor.server import Server
from tests.cli.run import agreement, in_parts, soa
from tests.editor.client import Editor
from tests.rules.sound import FRAME

SLIP = FRAME.replace("{partner: council, contribution: Four", "{partner: counsil, contribution: Four")


def renamed(parts: dict[str, str]) -> dict[str, str]:
    return {"text" if name == "soa" else name: text for name, text in parts.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound agreement in two files."""
    return agreement(tmp_path / "plan", **renamed(in_parts(FRAME)))


@pytest.mark.parametrize(
    ("offered", "chosen", "units"),
    [((), "utf-16", 36), (("utf-16",), "utf-16", 36), (("utf-32", "utf-16"), "utf-32", 34), (("utf-8",), "utf-8", 41)],
    ids=["nothing", "utf-16", "utf-32", "utf-8"],
)
def test_positions_are_counted_as_was_agreed(folder: Path, offered: tuple[str, ...], chosen: str, units: int) -> None:
    """Behind emoji and Gaelic letters, in a text with the line ends of Windows."""
    before = "{contribution: 👵👵 sgìre, partner: "
    weak = FRAME.replace(
        "{partner: council, contribution: Four home care staff for the falls team}", before + "counsil}"
    )
    with Editor(folder, encodings=offered) as editor:
        assert editor.encoding == chosen
        editor.open("soa.yaml", weak.replace("\n", "\r\n"))
        editor.wait(lambda: "broken-reference" in editor.rules("soa.yaml"))
        (start,) = [
            one["range"]["start"] for one in editor.diagnostics["soa.yaml"] if one["code"] == "broken-reference"
        ]
        indent = len("            - ")
        assert start == {"line": weak[: weak.index("counsil")].count("\n"), "character": indent + units}


def test_what_is_typed_is_checked_and_cleared(folder: Path) -> None:
    """Every open file stands for that on disk; closing one brings back the disk's, closing all clears everything."""
    with Editor(folder) as editor:
        editor.open("soa.yaml")
        editor.open("money.yaml")
        editor.write("money.yaml", in_parts(FRAME)["money"].replace("partner: council", "partner: nobody"))
        editor.wait(lambda: editor.rules("money.yaml") == ["broken-reference"])
        editor.close("money.yaml")
        editor.wait(lambda: editor.rules("money.yaml") == [])
        editor.write("soa.yaml", in_parts(SLIP)["soa"])
        editor.wait(lambda: editor.rules("soa.yaml") == ["broken-reference"])
        editor.close("soa.yaml")
        editor.wait(lambda: editor.rules("soa.yaml") == [])
        assert editor.messages == []


def test_the_findings_of_a_part_that_is_not_open_are_shown(folder: Path) -> None:
    """A slip in the agreement's file shows in the file it concerns, open or not."""
    weak = in_parts(FRAME)["money"].replace("partner: council", "partner: nobody")
    (folder / "money.yaml").write_text(weak, "utf-8")
    with Editor(folder) as editor:
        editor.open("soa.yaml")
        editor.wait(lambda: editor.rules("money.yaml") == ["broken-reference"])


def test_a_configuration_that_is_wrong_is_said_once(folder: Path) -> None:
    """As a message and at the top of the agreement; when it is mended, all goes on."""
    (folder / "soa.toml").write_text('[rules]\nunowned-outcom = "off"\n', "utf-8")
    with Editor(folder) as editor:
        editor.open("soa.yaml", SLIP)
        editor.wait(lambda: bool(editor.messages))
        editor.write("soa.yaml", SLIP + "\n")
        assert editor.ask("textDocument/hover", **editor.at("soa.yaml", 0, 0)) is None
        (said,) = editor.messages
        assert "soa.toml:2: there is no rule unowned-outcom" in said
        assert [one["message"].startswith("Not checked: ") for one in editor.diagnostics["soa.yaml"]] == [True]
        (folder / "soa.toml").write_text('[rules]\nunowned-outcome = "off"\n', "utf-8")
        editor.save("soa.yaml")
        editor.wait(lambda: editor.rules("soa.yaml") == ["broken-reference"])


def test_a_configuration_holds_as_it_does_for_lint(folder: Path) -> None:
    """Severities are as they are set there, and as they are set anew when a file is saved."""
    settings = folder / "soa.toml"
    settings.write_text('[rules]\nbroken-reference = "advice"\n', "utf-8")
    with Editor(folder) as editor:
        editor.open("soa.yaml", in_parts(SLIP)["soa"])
        editor.wait(lambda: bool(editor.rules("soa.yaml")))
        assert [(one["code"], one["severity"]) for one in editor.diagnostics["soa.yaml"]] == [("broken-reference", 3)]
        settings.write_text('[rules]\nbroken-reference = "warning"\n', "utf-8")
        editor.save("soa.yaml")
        editor.wait(lambda: [one["severity"] for one in editor.diagnostics["soa.yaml"]] == [2])


OWN = """
from soa.model.outcome import Outcome
from soa.rules import Case, Rule

def check(subject):
    print("\\n", flush=True)
    raise KeyError("a slip")
    yield

RULE = Rule(family="outcomes", summary="Ours.", authority="practice", sources=(), rationale="Ours.", question="Ours?",
    cases={"ours": Case("advice", "Ours.")}, on=(Outcome,), example_of="outcome", bad="", good="", check=check)
"""


def test_an_own_rule_that_stops_or_speaks_ends_nothing(folder: Path) -> None:
    """What it prints does not come between; that it stopped is said."""
    (folder / "our_rule.py").write_text(OWN, "utf-8")
    (folder / "soa.toml").write_text('[own]\nrules = ["our_rule.py"]\n', "utf-8")
    with Editor(folder) as editor:
        editor.open("soa.yaml")
        editor.wait(lambda: bool(editor.messages))
        assert "the rule our-rule of your own stopped" in editor.messages[0]


def test_other_yaml_files_are_left_alone(folder: Path) -> None:
    """A file that no agreement names is none of our business, in an agreement's folder or out of it."""
    with Editor(folder) as editor:
        for name in ("prices.yaml", "../compose.yaml"):
            editor.open(name, "services: [one, two\n")
            assert editor.ask("textDocument/hover", **editor.at(name, 0, 2)) is None
            assert editor.ask("textDocument/documentSymbol", textDocument={"uri": editor.uri(name)}) is None
        editor.open("new/soa.yaml", "soa: 1\n")
        assert editor.ask("textDocument/documentSymbol", textDocument={"uri": editor.uri("new/soa.yaml")}) == []
        assert {name for name, found in editor.diagnostics.items() if found} <= {""}


def test_an_editor_is_answered_as_far_as_it_understands(folder: Path) -> None:
    """Plain text for one without Markdown, a flat outline, edits without versions; with versions for one that minds them."""
    modest = {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
    able = {"workspace": {"workspaceEdit": {"documentChanges": True}}}
    where = SLIP[: SLIP.index("counsil")]
    line, character = where.count("\n"), len(where) - where.rindex("\n") - 1
    for capabilities, versioned in ((modest, False), (able, True)):
        with Editor(folder, **capabilities) as editor:
            editor.open("soa.yaml", SLIP)
            at = editor.at("soa.yaml", line, character)
            hover = editor.ask("textDocument/hover", **at)["contents"]
            assert (hover["kind"], hover["value"][:2]) == (("markdown", "# ") if versioned else ("plaintext", "br"))
            outline = editor.ask("textDocument/documentSymbol", textDocument=at["textDocument"])
            assert outline[1]["containerName"] == outline[0]["name"]
            range_ = {"start": at["position"], "end": at["position"]}
            asked: dict[str, Any] = {"textDocument": at["textDocument"], "range": range_}
            first, _ = editor.ask("textDocument/codeAction", **asked, context={"diagnostics": []})
            new = {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 7}}
            edits = [{"range": new, "newText": "council"}]
            if versioned:
                (change,) = first["edit"]["documentChanges"]
                assert change == {"textDocument": {"uri": editor.uri("soa.yaml"), "version": 1}, "edits": edits}
            else:
                assert first["edit"] == {"changes": {editor.uri("soa.yaml"): edits}}
            context = {"diagnostics": [], "only": ["source.organizeImports"]}
            assert editor.ask("textDocument/codeAction", **asked, context=context) is None


def test_a_fault_of_ours_is_said_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, said once."""
    server, said = Server(Disk()), []
    monkeypatch.setattr(server.connection, "window_show_message", lambda params: said.append(params.message))
    monkeypatch.setattr(server.desk, "homes", lambda: 1 // 0)
    server._check_now(Home("nowhere", "soa.yaml"))
    server._check_now(Home("nowhere", "soa.yaml"))
    assert len(said) == 1
    assert said[0].startswith("soa: a fault in soa itself (ZeroDivisionError")


class Pipe:
    """A standard input that is no terminal, or one."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def test_a_missing_extra_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the command that installs it."""
    monkeypatch.setattr(sys, "stdin", Pipe(terminal=False))
    monkeypatch.delitem(sys.modules, "soa.editor.server")
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    answer = soa(capsys, "lsp")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("soa: help in an editor needs more parts (lsprotocol): pipx install")
    assert 'pip install "soa-toolkit[editor]"' in answer.err


def test_in_a_terminal_it_says_who_starts_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody sits before a silent screen."""
    monkeypatch.setattr(sys, "stdin", Pipe(terminal=True))
    assert soa(capsys, "lsp") == (
        2,
        "",
        "soa: soa lsp is started by an editor, which speaks with it; in a terminal, use soa lint --watch\n",
    )


@pytest.mark.parametrize("words", [["--version"], ["lint", "--no-cache"]], ids=["version", "lint"])
def test_no_other_command_loads_any_of_it(folder: Path, words: list[str]) -> None:
    """Their start counts."""
    code = f"import sys; from soa.cli.main import main; main({words!r}); print(sorted(m for m in sys.modules if m.split('.')[0] in ('pygls', 'lsprotocol', 'asyncio', 'cattrs') or m.startswith('soa.editor')))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_it_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Among the commands, with what it is for."""
    assert main(["--help"]) == 0
    assert "needs the extra editor" in " ".join(capsys.readouterr().out.split())
