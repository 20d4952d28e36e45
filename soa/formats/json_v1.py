"""Findings for programs: json-v1. Its keys are a promise: they are added to, never renamed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from soa import __version__
from soa.findings import Exempted, Finding, Report, count
from soa.formats import Setting
from soa.rules import all_rules
from soa.source.places import Place, Position


def write(reports: Sequence[Report], setting: Setting) -> str:
    """One JSON object; its schema is schemas/soa-findings-1.schema.json."""
    total = count(reports)
    answer = {
        "version": 1,
        "tool": {"name": "soa", "version": __version__},
        "rule_set": rule_set(),
        "as_of": setting.as_of,
        "agreements": [_agreement(report) for report in reports],
        "counts": total,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def rule_set() -> str:
    """16 hexadecimal figures: others as soon as a rule, one of its cases or a default severity is another.

    Two answers with the same figures were asked the same questions, a partnership's own rules and settings apart.
    """
    cases = [f"{name}/{case} {one.severity}" for name, rule in all_rules().items() for case, one in rule.cases.items()]
    return sha256("\n".join(sorted(cases)).encode()).hexdigest()[:16]


def _agreement(report: Report) -> dict[str, Any]:
    return {
        "root": report.root + report.name,
        "digest": report.digest,
        "judged": report.judged,
        "findings": [_finding(finding) for finding in report.findings],
        "not_listed": report.not_listed,
        "silenced": [_finding(finding) for finding in report.silenced],
        "exceptions": [_exempted(exempted) for exempted in report.exceptions],
    }


def _exempted(exempted: Exempted) -> dict[str, Any]:
    return {
        "rules": list(exempted.rules),
        "reason": exempted.reason,
        "until": exempted.until,
        **_place(exempted.place),
        "part": exempted.part,
        "silences": exempted.silences,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "case": finding.case,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "question": finding.question,
        **_place(finding.place),
        "path": list(finding.path),
        "part": finding.part,
        "fingerprint": finding.fingerprint,
        "related": [{**_place(other.place), "message": other.message} for other in finding.related],
        "edits": [{**_place(edit.place), "text": edit.text} for edit in finding.edits],
        "silenced": finding.silenced,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "start": _position(place.span.start), "end": _position(place.span.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}
