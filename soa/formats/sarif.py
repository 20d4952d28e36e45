"""Findings as SARIF 2.1.0, the exchange format of static analysis that code hosts and editors show.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from soa import __version__
from soa.findings import Finding, Report, Severity
from soa.formats import Setting
from soa.formats.words import advice, is_absolute, path_in_repository, sentence
from soa.rules import AnyRule, all_rules
from soa.source.places import Place

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_ORDER: tuple[Severity, ...] = ("error", "warning", "advice")
_SUPPRESSIONS = {"exception": "inSource", "baseline": "external"}


def write(reports: Sequence[Report], setting: Setting) -> str:
    """One run, with a result for each finding, silenced ones as suppressed, and a description of every rule that is named."""
    told = [(report, finding) for report in reports for finding in (*report.findings, *report.silenced)]
    names = sorted({finding.rule for _, finding in told})
    index = {name: number for number, name in enumerate(names)}
    rules = all_rules()
    driver = {
        "name": "soa",
        "version": __version__,
        "rules": [_rule(name, rules.get(name)) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, report, setting, index[finding.rule]) for report, finding in told],
        **_not_listed(reports, setting),
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _not_listed(reports: Sequence[Report], setting: Setting) -> dict[str, Any]:
    """A notification for each agreement with more findings than are listed."""
    notes = [
        f"{report.not_listed:,} more findings in {path_in_repository(report.name, report, setting)}, not listed."
        for report in reports
        if report.not_listed
    ]
    said = [{"level": "warning", "message": {"text": note}} for note in notes]
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": said}]} if said else {}


def _rule(name: str, rule: AnyRule | None) -> dict[str, Any]:
    """A rule as SARIF describes one; one of a partnership's own is known by its name alone."""
    if rule is None:
        return {"id": name}
    heaviest = min((case.severity for case in rule.cases.values()), key=_ORDER.index)
    helps = "\n".join(f"- {case.help}" for case in rule.cases.values() if case.help)
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.rationale},
        "help": {
            "text": f"{rule.question}\n\n{helps}",
            "markdown": f"**{rule.question}**\n\n{helps}\n\nNot so:\n\n```yaml\n{_example(rule.bad)}\n```\n\nBut so:\n\n```yaml\n{_example(rule.good)}\n```",
        },
        "defaultConfiguration": {"level": _LEVELS[heaviest]},
        "properties": {"tags": list(dict.fromkeys((rule.family, rule.authority)))},
    }


def _example(text: str) -> str:
    return text.strip("\n").replace("  # here", "")


def _result(finding: Finding, report: Report, setting: Setting, rule_index: int) -> dict[str, Any]:
    said = "\n".join(filter(None, (sentence(finding.message), advice(finding, setting))))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [_location(finding.place, report, setting)],
        "partialFingerprints": {"soaFinding/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(other.place, report, setting), "id": number, "message": {"text": sentence(other.message)}}
            for number, other in enumerate(finding.related)
        ]
    if finding.edits:
        result["fixes"] = [
            {"description": {"text": sentence(finding.help)}, "artifactChanges": _changes(finding, report, setting)}
        ]
    if finding.silenced:
        result["suppressions"] = [{"kind": _SUPPRESSIONS[finding.silenced]}]
    return result


def _changes(finding: Finding, report: Report, setting: Setting) -> list[dict[str, Any]]:
    """The edits of a finding, gathered by file."""
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in finding.edits:
        change = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        files.setdefault(edit.place.file, []).append(change)
    return [
        {"artifactLocation": _artifact(file, report, setting), "replacements": changes}
        for file, changes in files.items()
    ]


def _location(place: Place, report: Report, setting: Setting) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file, report, setting),
            "region": _region(place),
        }
    }


def _artifact(file: str, report: Report, setting: Setting) -> dict[str, str]:
    path = path_in_repository(file, report, setting)
    start = "file://" + "/" * (not path.startswith("/")) if is_absolute(path) else ""
    return {"uri": start + quote(path, safe="/:" if start else "/", errors="surrogateescape")}


def _region(place: Place) -> dict[str, int]:
    start, end = place.span
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
