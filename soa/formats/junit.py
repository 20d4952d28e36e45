"""Findings as a JUnit report, which most build servers read: a suite for each agreement, a case for each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from soa.findings import SEVERITIES, Finding, Report, at_least
from soa.formats import Setting
from soa.formats.words import advice, on_one_line, path_in_repository, sentence


def write(reports: Sequence[Report], setting: Setting) -> str:
    """XML; a finding that makes the exit code 1 is a failure, a lighter one is a case that passes and says so."""
    suites = ET.Element("testsuites", name="soa lint")
    for report in reports:
        findings = report.findings
        name = on_one_line(path_in_repository(report.name, report, setting))
        suite = ET.SubElement(suites, "testsuite", name=name)
        for finding in findings:
            _case(suite, finding, report, setting)
        if report.not_listed:
            _rest(suite, name, report)
        if not findings:
            ET.SubElement(suite, "testcase", classname=name, name="no findings")
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
    for count in ("tests", "failures"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _case(suite: ET.Element, finding: Finding, report: Report, setting: Setting) -> None:
    file, start = on_one_line(path_in_repository(finding.place.file, report, setting)), finding.place.span.start
    name = f"{finding.rule} at {file}:{start.line}:{start.column}"
    case = ET.SubElement(suite, "testcase", classname=file, name=name, file=file, line=str(start.line))
    message, said = sentence(finding.message), advice(finding, setting)
    if at_least(finding.severity, report.fail_on):
        failure = ET.SubElement(case, "failure", type=finding.severity, message=message)
        failure.text = f"{file}:{start.line}:{start.column}: {message}\n{said}".rstrip()
    else:
        ET.SubElement(case, "system-out").text = f"{finding.severity}: {message}\n{said}".rstrip()


def _rest(suite: ET.Element, name: str, report: Report) -> None:
    """A case for the findings that are counted and not listed; a failure where one of them makes the exit code 1."""
    said = f"{report.not_listed:,} more findings, not listed"
    case = ET.SubElement(suite, "testcase", classname=name, name=said)
    listed = Counter(finding.severity for finding in report.findings)
    if any(report.counts[one] > listed[one] for one in SEVERITIES if at_least(one, report.fail_on)):
        ET.SubElement(case, "failure", type="error", message=f"{said}.")
