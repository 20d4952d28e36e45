"""Findings as a code quality report of GitLab.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from soa.findings import Report
from soa.formats import Setting
from soa.formats.words import advice, path_in_repository, sentence

_SEVERITIES = {"error": "major", "warning": "minor", "advice": "info"}


def write(reports: Sequence[Report], setting: Setting) -> str:
    """A JSON list with an object for each finding."""
    seen: Counter[str] = Counter()
    issues = []
    for report in reports:
        for finding in report.findings:
            path = path_in_repository(finding.place.file, report, setting)
            known = f"{path_in_repository('', report, setting)}:{finding.fingerprint}"
            seen[known] += 1
            start, end = finding.place.span
            issues.append(
                {
                    "description": " ".join(filter(None, (sentence(finding.message), advice(finding, setting)))),
                    "check_name": finding.rule,
                    "fingerprint": known if seen[known] == 1 else f"{known}-{seen[known]}",
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
                }
            )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
