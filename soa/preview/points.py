"""The findings as the preview shows them: each beside the part of the page that it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterator

from soa.document.blocks import Document, Section
from soa.findings import Related, Report
from soa.formats.words import visible
from soa.source.places import Path

_TOP = ""
"""The anchor of what belongs to no section: it stands at the head of the page."""


def points(report: Report, document: Document | None) -> str:
    """The findings as JSON: for each its severity, words, help, rule, file, line, the anchor of the section it belongs to, and what it is related to."""
    places = dict(_places(document)) if document is not None else {}
    listed = [
        {
            "severity": finding.severity,
            "message": visible(finding.message),
            "help": visible(finding.help),
            "rule": finding.rule,
            "file": f"{report.root}{finding.place.file}",
            "line": finding.place.span.start.line,
            "column": finding.place.span.start.column,
            "anchor": _nearest(finding.path, places),
            "related": [_related(report.root, one) for one in finding.related],
        }
        for finding in report.findings
    ]
    unlisted = sum(report.counts.values()) - len(listed)
    return json.dumps({"points": listed, "unlisted": unlisted}, ensure_ascii=False)


def _related(root: str, one: Related) -> str:
    """Another place that a finding is about: `plan/review/round-1.yaml:19:15 (the point falls-lead)`."""
    start = one.place.span.start
    return f"{root}{one.place.file}:{start.line}:{start.column} ({visible(one.message)})"


def _places(document: Document) -> Iterator[tuple[Path, str]]:
    """The part of the agreement that each section prints, and its anchor; the first of several sections counts."""
    found: dict[Path, str] = {}

    def take(sections: tuple[Section, ...]) -> None:
        for section in sections:
            if section.about:
                found.setdefault(section.about, section.anchor)
            take(section.sections)

    take((*document.sections, *document.front.sections))
    yield from found.items()


def _nearest(path: Path, places: dict[Path, str]) -> str:
    """The anchor of the section that prints a part, or what stands around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return _TOP
