"""What a partnership configures holds for its agreements, and what is wrong with it is said."""

import json
import os
import pickle

import pytest

from soa.engine.check import RuleFailed
from tests.cli.run import ERROR, WARNING, agreement, soa
from tests.rules.sound import FRAME

OWN_RULE = '''
"""Every outcome is said in ten words."""
from soa.model.outcome import What
from soa.rules import Case, Citation, Problem, Rule

def check(subject):
    if len(subject.part.statement.split()) > subject.options["words"]:
        yield Problem("long", "this statement is long", at=("statement",))

from soa.rules import Option
RULE = Rule(
    family="plain-english", summary="Short statements.", authority="practice",
    sources=(Citation("Our style guide 2013", "page 4"),), rationale="They are read aloud.", question="Can you say it?",
    cases={"long": Case("warning", "Say it in fewer words.")}, on=(What,), example_of="what", bad="", good="",
    check=check, needs=("statement",), options={"words": Option(14, "most words")},
)
'''


def _rules(answer):
    return [one["rule"] for one in json.loads(answer.out)["agreements"][0]["findings"]]


def _lint(capsys, *words):
    return soa(capsys, "lint", "--format", "json", "--as-of", "2013-06-01", *words)


@pytest.mark.parametrize("beside", ["soa.toml", "../soa.toml", "pyproject.toml", "../pyproject.toml"])
def test_the_nearest_configuration_upwards_holds(here, capsys, beside):
    agreement(here / "plan", WARNING)
    prefix = "tool.soa." if "pyproject" in beside else ""
    (here / "plan" / beside).resolve().write_text(f'[{prefix}rules]\nunowned-outcome = "off"\n')
    assert _rules(_lint(capsys, "plan")) == []
    assert _rules(_lint(capsys, "plan")) == []
    (here / "plan" / beside).resolve().unlink()
    assert _rules(_lint(capsys, "plan")) == ["unowned-outcome"]


def test_a_configuration_above_the_repository_does_not_hold(here, capsys):
    agreement(here / "plan", WARNING)
    (here / "plan" / ".git").mkdir()
    (here / "soa.toml").write_text('[rules]\nunowned-outcome = "off"\n')
    assert _rules(_lint(capsys, "plan")) == ["unowned-outcome"]
    assert _rules(_lint(capsys, "--config", "soa.toml", "plan")) == []


def test_one_is_never_merged_with_another(here, capsys):
    agreement(here / "plan", WARNING)
    (here / "soa.toml").write_text('[rules]\nunowned-outcome = "off"\n')
    (here / "plan" / "soa.toml").write_text("")
    assert _rules(_lint(capsys, "plan")) == ["unowned-outcome"]


def test_severities_and_the_threshold_are_as_configured(here, capsys):
    agreement(here, WARNING)
    (here / "soa.toml").write_text('[rules]\n"unowned-outcome/no-post" = "error"\n')
    assert soa(capsys, "lint").code == 1
    (here / "soa.toml").write_text('[lint]\nfail-on = "warning"\n')
    assert [soa(capsys, "lint").code, soa(capsys, "lint").code] == [1, 1]
    assert soa(capsys, "lint", "--fail-on", "error").code == 0


def test_a_wrong_configuration_is_2_and_the_others_are_still_checked(here, capsys):
    agreement(here / "east", WARNING)
    agreement(here / "west", WARNING)
    (here / "east" / "soa.toml").write_text('[rules]\nvague-outcom = "off"\n[rulez]\n')
    found = soa(capsys, "lint", "east", "west")
    assert found.code == 2
    assert found.err.splitlines() == [
        f"soa: {os.path.join('east', 'soa.toml')}:2: there is no rule vague-outcom; did you mean vague-outcome?",
        f"soa: {os.path.join('east', 'soa.toml')}:3: there is no table [rulez]; did you mean rules?",
    ]
    assert "west/soa.yaml" in found.out


def test_own_rules_run_with_their_options(here, capsys):
    agreement(here)
    (here / "short_statements.py").write_text(OWN_RULE)
    (here / "soa.toml").write_text('[own]\nrules = ["short_statements.py"]\n')
    assert _rules(_lint(capsys)) == ["short-statements"]
    (here / "soa.toml").write_text('[own]\nrules = ["short_statements.py"]\n[options.short-statements]\nwords = 40\n')
    assert _rules(_lint(capsys)) == []
    assert "long" in OWN_RULE
    (here / "short_statements.py").write_text(OWN_RULE.replace("> subject", "< subject"))
    assert _rules(_lint(capsys)) == ["short-statements"] * 2  # the cache noticed


def test_own_rules_of_a_folder_under_review_do_not_run(here, capsys, tmp_path):
    agreement(tmp_path / "theirs")
    (tmp_path / "theirs" / "short_statements.py").write_text("raise SystemExit('it ran')")
    (tmp_path / "theirs" / "soa.toml").write_text(
        '[own]\nrules = ["short_statements.py"]\n[rules]\nshort-statements = "error"\n'
    )
    found = _lint(capsys, tmp_path / "theirs")
    assert (found.code, _rules(found)) == (0, [])
    assert "are not run" in found.err


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = ", "cannot be run: SyntaxError"),
        ("1 / 0", "cannot be run: ZeroDivisionError"),
        ("RULE = 1", "has no RULE = Rule(...)"),
        (OWN_RULE.replace('"plain-english"', '"format"'), "the family of a rule is one of"),
        (OWN_RULE.replace("subject.part.statement.split()", "subject.part.nothing"), "of your own stopped"),
    ],
)
def test_an_own_rule_that_cannot_be_used_is_one_sentence(here, capsys, source, said):
    agreement(here)
    (here / "short_statements.py").write_text(source)
    (here / "soa.toml").write_text('[own]\nrules = ["short_statements.py"]\n')
    for command in ("lint", "publish"):
        found = soa(capsys, command)
        assert (found.code, said in found.err, len(found.err.splitlines())) == (2, True, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("{", "is not JSON"),
        ("[]", "is not a JSON Schema"),
        ('{"type": 1}', "is not a JSON Schema"),
    ],
)
def test_a_schema_of_own_keys_that_cannot_be_used_is_one_sentence(here, capsys, content, said):
    agreement(here)
    (here / "soa.toml").write_text('[own]\nkeys = "own.json"\n')
    if content is not None:
        (here / "own.json").write_text(content)
    found = soa(capsys, "lint")
    assert (found.code, said in found.err, len(found.err.splitlines())) == (2, True, 1)


def test_own_keys_are_held_against_the_partnerships_schema(here, capsys):
    agreement(here, FRAME.replace("vision:", "x-minute: fourteen\nvision:"))
    (here / "own.json").write_text('{"properties": {"x-minute": {"type": "integer"}}}')
    (here / "soa.toml").write_text('[own]\nkeys = "own.json"\n')
    assert _rules(_lint(capsys)) == ["own-key-wrong"]
    (here / "own.json").write_text("{}")
    assert _rules(_lint(capsys)) == []


def test_a_baseline_is_made_holds_and_ratchets(here, capsys):
    agreement(here / "plan", ERROR)
    made = soa(capsys, "lint", "plan", "--baseline", "known.json", "--update-baseline")
    assert (made.code, "known.json is written: 1 finding that" in made.out) == (0, True)
    quiet = soa(capsys, "lint", "plan", "--baseline", "known.json")
    assert quiet.code == 0
    assert "1 is in the baseline" in quiet.out
    assert soa(capsys, "lint", "plan", "--baseline", "known.json") == quiet
    agreement(
        here / "plan",
        ERROR.replace("          post: Head of Housing\n", "").replace(
            "lead: council\n          acc", "lead: TBC\n          acc"
        ),
    )
    assert soa(capsys, "lint", "plan", "--baseline", "known.json").code == 1
    soa(capsys, "lint", "plan", "--baseline", "known.json", "--update-baseline")
    assert len(json.loads((here / "known.json").read_text())["findings"]) == 1
    agreement(here / "plan", FRAME)
    assert (
        "1 mended finding taken out, none added"
        in soa(capsys, "lint", "plan", "--baseline", "known.json", "--update-baseline").out
    )
    agreement(here / "plan", ERROR)
    assert soa(capsys, "lint", "plan", "--baseline", "known.json").code == 1


def test_a_baseline_may_be_configured(here, capsys):
    agreement(here, ERROR)
    (here / "soa.toml").write_text('[lint]\nbaseline = "known.json"\n')
    assert soa(capsys, "lint").code == 1
    assert soa(capsys, "lint", "--update-baseline").code == 0
    assert [soa(capsys, "lint").code, soa(capsys, "lint").code] == [0, 0]
    (here / "known.json").unlink()
    assert soa(capsys, "lint").code == 1


@pytest.mark.parametrize(
    "words", [["--baseline", "none.json"], ["--update-baseline"], ["--baseline", "soa.yaml"], ["--config", "none.toml"]]
)
def test_a_baseline_or_configuration_that_is_not_there_is_2(here, capsys, words):
    agreement(here, ERROR)
    before = sorted(os.listdir(here))
    found = soa(capsys, "lint", *words)
    assert (found.code, len(found.err.splitlines())) == (2, 1)
    assert sorted(os.listdir(here)) == before


def test_exceptions_are_counted_and_can_be_lifted(here, capsys):
    agreement(
        here,
        WARNING.replace(
            "          lead: council\n",
            "          # soa: ignore[unowned-outcome] Filled in May\n          lead: council\n",
            1,
        ),
    )
    agreement(
        here,
        WARNING.replace(
            "        by_whom:\n          lead: council",
            "        # soa: ignore[unowned-outcome] Filled in May\n        by_whom:\n          lead: council",
        ),
    )
    found = soa(capsys, "lint", "--fail-on", "advice")
    assert found.code == 0
    assert "Besides these, 1 is silenced by an exception." in found.out
    assert soa(capsys, "lint", "--fail-on", "advice") == found
    assert soa(capsys, "lint", "--fail-on", "advice", "--no-ignores").code == 1


def test_a_baseline_holds_every_finding_however_many(here, capsys):
    extra = "".join(f"  - {{id: p{number}, name: P, kind: none}}\n" for number in range(1200))
    agreement(here, FRAME.replace("partners:\n", f"partners:\n{extra}", 1))
    assert soa(capsys, "lint", "--baseline", "known.json", "--update-baseline").code == 0
    assert len(json.loads((here / "known.json").read_text())["findings"]) > 1200
    assert soa(capsys, "lint", "--baseline", "known.json", "--fail-on", "advice").code == 0


def test_the_baseline_that_is_named_is_the_one_that_is_written(here, capsys):
    agreement(here, ERROR)
    (here / "soa.toml").write_text('[lint]\nbaseline = "known.json"\n')
    soa(capsys, "lint", "--update-baseline")
    before = (here / "known.json").read_bytes()
    soa(capsys, "lint", "--baseline", "other.json", "--update-baseline")
    assert (here / "other.json").read_bytes() == before == (here / "known.json").read_bytes()


def test_a_baseline_by_a_relative_name_is_that_of_the_current_folder(here, capsys, monkeypatch):
    agreement(here / "plan", ERROR)
    for name in ("a", "b"):
        (here / name).mkdir()
    monkeypatch.chdir(here / "a")
    soa(capsys, "lint", "../plan", "--baseline", "known.json", "--update-baseline")
    assert soa(capsys, "lint", "../plan", "--baseline", "known.json").code == 0
    (here / "b" / "known.json").write_text('{"soa-baseline": 1, "findings": []}')
    monkeypatch.chdir(here / "b")
    assert soa(capsys, "lint", "../plan", "--baseline", "known.json").code == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[glossary]\nABC = "Bèag"\n'.encode("latin-1"), "soa.toml:2: this is not UTF-8"),
        ("[rules]\n".encode("utf-16"), "soa.toml:1: this is not UTF-8"),
        (b"#" * 2_000_000, "is larger than 1 MiB"),
        (b"x = " + b"[" * 100_000, "is not TOML"),
        (b"x = " + b"1" * 100_000, "is not TOML"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_one_sentence(here, capsys, content, said):
    agreement(here)
    (here / "soa.toml").write_bytes(content)
    found = soa(capsys, "lint")
    assert (found.code, said in found.err, len(found.err.splitlines())) == (2, True, 1)


def test_a_mark_and_line_breaks_of_windows_are_no_matter(here, capsys):
    agreement(here, WARNING)
    (here / "soa.toml").write_bytes(b'\xef\xbb\xbf[rules]\r\nunowned-outcome = "off"\r\n')
    assert _rules(_lint(capsys)) == []


@pytest.mark.parametrize("content", ["tool = 1\n", "[tool.black]\n", "[tool]\nsoa = 1\n"])
def test_a_pyproject_that_is_named_must_configure_soa(here, capsys, content):
    agreement(here)
    (here / "pyproject.toml").write_text(content)
    assert soa(capsys, "lint", "--config", "pyproject.toml").code == 2


def test_a_case_may_be_on_while_its_rule_is_off(here, capsys):
    agreement(here, WARNING)
    (here / "soa.toml").write_text('[rules]\nunowned-outcome = "off"\n"unowned-outcome/no-post" = "on"\n')
    assert _rules(_lint(capsys)) == ["unowned-outcome"]


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("yield 5", "which is not a Problem"),
        ('yield Problem("short", "x")', "it has no case 'short'"),
        ('yield Problem("long", None)', "is not a text"),
        ('yield Problem("long", "x", at="statement")', "a path is a tuple"),
        ("raise SystemExit(0)", "SystemExit"),
        ("pass", "NoneType"),
    ],
)
def test_what_an_own_rule_yields_is_held_to_its_form(here, capsys, check, said):
    for name in "abcd":  # so many are checked in several processes
        agreement(here / name)
    source = (
        OWN_RULE[: OWN_RULE.index("    if len(")]
        + f"    {check}\n"
        + OWN_RULE[OWN_RULE.index("from soa.rules import Option") :]
    )
    (here / "a" / "short_statements.py").write_text(source)
    (here / "a" / "soa.toml").write_text('[own]\nrules = ["short_statements.py"]\n')
    found = soa(capsys, "lint", "a", "b", "c", "d")
    assert (found.code, said in found.err, "3 agreements" in found.out) == (2, True, True)


def test_what_an_own_rule_prints_is_no_part_of_the_findings(here, capsys):
    agreement(here)
    (here / "short_statements.py").write_text(OWN_RULE.replace("    if len(", '    print("hello")\n    if len('))
    (here / "soa.toml").write_text('[own]\nrules = ["short_statements.py"]\n')
    found = _lint(capsys)
    assert _rules(found) == ["short-statements"]
    assert "hello" in found.err
    assert sorted(os.listdir(here)) == ["short_statements.py", "soa.toml", "soa.yaml"]


@pytest.mark.parametrize("reference", ["https://example.org/x.json", "#/$defs/none"])
def test_a_schema_of_own_keys_stands_alone(here, capsys, reference):
    agreement(here)
    (here / "own.json").write_text(json.dumps({"$ref": reference}))
    (here / "soa.toml").write_text('[own]\nkeys = "own.json"\n')
    found = soa(capsys, "lint")
    assert (found.code, f"refers to {reference}" in found.err) == (2, True)


def test_a_rule_that_stops_can_be_told_by_another_process():
    """Were it not so, the process that waits for it would wait for ever."""
    failed = pickle.loads(pickle.dumps(RuleFailed("vague-outcome", ValueError("x"))))
    assert (failed.rule, "ValueError('x')" in str(failed)) == ("vague-outcome", True)
