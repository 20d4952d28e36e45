"""Findings as annotations of GitHub Actions: one workflow command a finding, then the line that counts.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Sequence

from soa.findings import Finding, Report
from soa.formats import Setting
from soa.formats.text import closing
from soa.formats.words import advice, on_one_line, path_in_repository, sentence

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def write(reports: Sequence[Report], setting: Setting) -> str:
    """A line for each finding, and the closing line of the text format."""
    lines = [_command(finding, report, setting) for report in reports for finding in report.findings]
    return "\n".join([*lines, closing(reports, setting._replace(colour=False))]) + "\n"


def _command(finding: Finding, report: Report, setting: Setting) -> str:
    start, end = finding.place.span
    properties = {
        "file": on_one_line(path_in_repository(finding.place.file, report, setting)),
        "line": start.line,
        "endLine": end.line,
        **({"col": start.column, "endColumn": max(end.column - 1, start.column)} if start.line == end.line else {}),
        "title": finding.rule,
    }
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = "\n".join(filter(None, (sentence(finding.message), advice(finding, setting))))
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
