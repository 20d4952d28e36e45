"""Findings for programs: json-v1. Its keys are a promise: they are added to, never renamed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from soa import __version__
from soa.findings import Finding, Report, count
from soa.formats import Setting
from soa.source.places import Place, Position

RULE_SET = "1"
"""Rises when rules, cases or default severities change."""


def write(reports: Sequence[Report], setting: Setting) -> str:
    """One JSON object; its schema is schemas/soa-findings-1.schema.json."""
    total = count(reports)
    answer = {
        "version": 1,
        "tool": {"name": "soa", "version": __version__},
        "rule_set": RULE_SET,
        "as_of": setting.as_of,
        "agreements": [_agreement(report) for report in reports],
        "counts": total,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _agreement(report: Report) -> dict[str, Any]:
    return {
        "root": report.root + report.name,
        "digest": report.digest,
        "judged": report.judged,
        "findings": [_finding(finding) for finding in report.findings],
        "not_listed": report.not_listed,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "case": finding.case,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        "path": list(finding.path),
        "part": finding.part,
        "fingerprint": finding.fingerprint,
        "related": [{**_place(other.place), "message": other.message} for other in finding.related],
        "edits": [{**_place(edit.place), "text": edit.text} for edit in finding.edits],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "start": _position(place.span.start), "end": _position(place.span.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}
