"""Findings in the formats that code hosts and build servers read, held against those who read them."""

import json
import os
import re
import subprocess
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from soa import api
from soa.formats import Setting, write
from tests.rules.shown import RULES, bad_example
from tests.rules.sound import FRAME, TODAY, checked

SETTING = Setting(TODAY.isoformat(), above="partnership/")
HOSTILE = "100% 👵, a:b\r\n::error::x"


def _report(result, root="plans/"):
    return api.report(result, root)


def _weak(**changes):
    text = FRAME.replace(
        "lead: hscp\n          post: Chief Officer", "lead: All partners\n          post: Chief Officer"
    )
    return _report(checked(text), **changes)


@pytest.fixture(scope="session")
def everything():
    """What is found in the bad example of every rule, and one agreement in which something is excepted."""
    excepted = checked(FRAME.replace("post: Chief Officer", "# soa: ignore[unowned-outcome] The post is filled in May"))
    return [_report(bad_example(name), f"{name}/") for name in RULES] + [_report(excepted)]


def _sarif(reports):
    return json.loads(write("sarif", reports, SETTING))


def test_sarif_is_valid_by_the_official_schema(everything, node_modules):
    tool = node_modules / "@microsoft" / "sarif-multitool-linux"
    schema = json.loads((tool / "sarif-2.1.0.json").read_text("utf-8-sig"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(_sarif(everything))] == []


def test_sarif_passes_the_validator_of_those_who_show_it(everything, node_modules, tmp_path):
    program = node_modules / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    program.chmod(0o755)
    file = tmp_path / "findings.sarif"
    file.write_text(write("sarif", everything, SETTING), "utf-8")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run([program, "validate", file], capture_output=True, text=True, env=environment, check=False)
    assert "Analysis completed successfully" in run.stdout, run.stdout + run.stderr
    assert re.findall(r"error JSON.*|error SARIF.*", run.stdout) == []


def test_sarif_carries_each_rules_help_and_what_is_excepted(everything):
    run = _sarif(everything)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= set(RULES)
    assert all(rule["help"]["text"] and "```yaml" in rule["help"]["markdown"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["suppressions"] for result in run["results"] if "suppressions" in result][-1] == [
        {"kind": "inSource"}
    ]


def test_paths_start_at_the_top_of_the_repository():
    result = _sarif([_weak(root="../plans/")])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plans/soa.yaml"
    assert ",title=unowned-outcome::" in write("github", [_weak()], SETTING)
    assert "::error file=partnership/plans/soa.yaml,line=" in write("github", [_weak()], SETTING)
    assert json.loads(write("gitlab", [_weak()], SETTING))[0]["location"]["path"] == "partnership/plans/soa.yaml"


@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: text + HOSTILE))
def test_no_text_can_pass_for_a_command_of_github(name):
    said = write("github", [_report(checked(FRAME.replace("lead: council", f"lead: {json.dumps(name)}", 1)))], SETTING)
    commands = [line for line in re.split(r"\r\n|\r|\n", said) if line]
    assert len([line for line in commands if line.startswith("::")]) == len(commands) - 1
    assert all(re.fullmatch(r"::(error|warning|notice) file=[^:]*,title=[a-z-]+::.*", line) for line in commands[:-1])


def test_github_is_told_the_severity_and_what_to_write():
    said = write("github", [_weak()], SETTING).splitlines()
    assert said[0].startswith("::error ")
    assert "%0AHelp: " in said[0]
    assert "%0AQuestion: " in write("github", [_weak()], SETTING._replace(reader="director"))


def test_gitlab_gets_another_fingerprint_for_each_finding(everything):
    issues = json.loads(write("gitlab", [*everything, *everything], SETTING))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(issue["location"]["lines"]["begin"] >= 1 and issue["description"] for issue in issues)


@pytest.mark.parametrize(("fail_on", "failing"), [("error", 1), ("advice", 1)])
def test_junit_counts_as_failures_what_makes_the_exit_code_1(fail_on, failing):
    suites = ET.fromstring(write("junit", [_weak()._replace(fail_on=fail_on)], SETTING))
    assert (suites.get("tests"), suites.get("failures"), len(suites.findall(".//failure"))) == (
        "1",
        str(failing),
        failing,
    )


def test_junit_shows_what_does_not_fail_as_passed():
    report = _report(checked(FRAME.replace("post: Chief Officer", "deputy: {partner: council}")))
    suites = ET.fromstring(write("junit", [report], SETTING))
    assert suites.get("failures") == "0"
    assert "warning:" in suites.findtext(".//system-out")


def test_junit_of_a_sound_agreement_has_one_case_that_passes():
    suites = ET.fromstring(write("junit", [_report(checked(FRAME))], SETTING))
    assert [case.get("name") for case in suites.iter("testcase")] == ["no findings"]


@given(st.text())
def test_junit_is_xml_whatever_the_agreement_says(text):
    ET.fromstring(write("junit", [_report(checked(FRAME + text))], SETTING))


@pytest.mark.parametrize("root", ["/repo/partnership/plans/", "plans/", "../partnership/plans/"])
def test_a_path_in_the_repository_is_the_same_however_it_is_named(root):
    setting = SETTING._replace(top="/repo/")
    assert "file=partnership/plans/soa.yaml," in write("github", [_weak(root=root)], setting)


@pytest.mark.parametrize(
    ("root", "uri"), [("/else/a b%/", "file:///else/a%20b%25/soa.yaml"), ("C:/x/", "file:///C:/x/soa.yaml")]
)
def test_a_path_outside_the_repository_is_a_whole_one(root, uri):
    result = json.loads(write("sarif", [_weak(root=root)], SETTING._replace(top="/repo/")))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "gitlab", "junit"])
def test_any_name_of_a_folder_can_be_written(name):
    said = write(name, [_weak(root='a\x1b[31m\n\udcff👵 %:,<&"/')], SETTING)
    assert "\x1b" not in said
    if name == "junit":
        ET.fromstring(said)


def test_findings_that_are_not_listed_are_counted_by_junit_and_sarif():
    more = _weak()
    more = more._replace(counts={"error": len(more.findings) + 5, "warning": 0, "advice": 0})
    suites = ET.fromstring(write("junit", [more], SETTING))
    assert [case.get("name") for case in suites.iter("testcase")][-1] == "5 more findings, not listed"
    assert suites.get("failures") == str(len(more.findings) + 1)
    assert "5 more findings" in json.dumps(_sarif([more])["runs"][0]["invocations"])


def test_the_rule_set_is_another_when_a_severity_is(monkeypatch):
    from soa.formats import json_v1

    before = json_v1.rule_set()
    rule = RULES["vague-outcome"]
    softer = {
        name: case._replace(severity="advice" if case.severity != "advice" else "warning")
        for name, case in rule.cases.items()
    }
    monkeypatch.setattr(json_v1, "all_rules", lambda: {**RULES, "vague-outcome": rule._replace(cases=softer)})
    assert json_v1.rule_set() != before
