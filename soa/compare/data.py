"""A comparison for programs, as JSON. Its keys are a promise: they are added to, never renamed."""

from __future__ import annotations

import json
from typing import Any

from soa import __version__
from soa.compare.changes import Change
from soa.compare.comparison import Comparison, Version
from soa.compare.findings import FindingBetween
from soa.compare.points import PointMet
from soa.formats.json_v1 import rule_set
from soa.model.agreement import FORMAT


def json_of(comparison: Comparison) -> str:
    """One JSON object.

    - `version`: 1, of these keys; `tool`: `name` and `version`; `rule_set`; `format`: of the agreements.
    - `old`, `new`: each `name`, `title`, `area`, `status`, `version`, `digest` (sha256 over names and contents of its
      files), and `not_listed`, the findings beyond those that are listed.
    - `outcomes`: those of the new agreement in their order, then those that are gone: `id`, `statement`, `priority`, `gone`, `new`.
    - `changes`, in the order of the new agreement: `kind` (one of `soa.compare.changes.KINDS`), `subject`, `label` (the
      title of the key), `head` (what its words are called), `question`, `outcome`, `outcome_gone`, `about` and `was_about` (addresses), `gone`, `says`, `old`,
      `new`, `by`, `weighs` (`stronger`, `weaker` or empty), `warns`, `follows`, `segments` (pairs of `same`, `gone` or `new` and words).
    - `findings`: `state` (`new`, `gone`, `still`, `silenced`), `rule`, `case`, `severity`, `message`, `about`, `fingerprint`.
    - `not_read`: `version` (`old` or `new`), `places` (`file`, `line`, `says`), and `parts`, what the other version says and of
      which it is not known whether it stands there.
    - `points`: `round`, `id`, `to`, `about`, `question`, `state`, and `changes`, the places in `changes`, from 0, of those that may be an answer.
    """
    answer = {
        "version": 1,
        "tool": {"name": "soa", "version": __version__},
        "rule_set": rule_set(),
        "format": FORMAT,
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "outcomes": [one._asdict() for one in comparison.outcomes],
        "changes": [_change(one) for one in comparison.changes],
        "findings": [_finding(one) for one in comparison.findings],
        "points": [_point(one) for one in comparison.points],
        "not_read": [
            {**one._asdict(), "places": [place._asdict() for place in one.places]} for one in comparison.not_read
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _version(version: Version) -> dict[str, Any]:
    return version._asdict()


def _change(change: Change) -> dict[str, Any]:
    return {**change._asdict(), "segments": [list(one) for one in change.segments]}


def _finding(one: FindingBetween) -> dict[str, Any]:
    finding = one.finding
    return {
        "state": one.state,
        "rule": finding.rule,
        "case": finding.case,
        "severity": finding.severity,
        "message": finding.message,
        "about": one.about,
        "fingerprint": finding.fingerprint,
    }


def _point(one: PointMet) -> dict[str, Any]:
    return {**one._asdict(), "changes": list(one.changes)}
