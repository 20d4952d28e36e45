"""A baseline: the findings that were there when a partnership began to lint, which do not fail and may only become fewer.

It is a JSON file for people to read and for git to merge: each entry is on a line of its own, in a fixed order, and is
found again by the finding's fingerprint, so that moving lines, reformatting and splitting files change nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from soa.findings import Finding

_VERSION = 1

Entry = Mapping[str, str]
"""One known finding: its agreement, part, rule, message and fingerprint, all as texts."""


class BaselineError(Exception):
    """A file that is no baseline; the text goes on from the file's name."""


def counts(text: str, agreement: str = "", gone: Callable[[str], bool] = lambda _: False) -> Counter[str]:
    """How often a baseline lists each fingerprint for an agreement, named by its path from the baseline's folder.

    The entries of an agreement that is `gone` count too, because this one may be what became of it; all do where no
    agreement is named. Raises BaselineError.
    """
    known = _entries(text)
    others = {entry.get("agreement", "") for entry in known} - {agreement}
    counted = {agreement, *(other for other in others if not agreement or gone(other))}
    return Counter(entry["fingerprint"] for entry in known if entry.get("agreement", "") in counted)


def write(found: Mapping[str, Iterable[Finding]]) -> str:
    """A baseline of the findings of some agreements, each named by its path from the baseline's folder."""
    return _written([_entry(agreement, finding) for agreement, findings in found.items() for finding in findings])


def ratchet(text: str, found: Mapping[str, Iterable[Finding]], gone: Callable[[str], bool]) -> tuple[str, int]:
    """A baseline without the entries that are no longer found, and how many those were; nothing is ever added.

    `found` are all findings of the agreements that were checked, those that the baseline silences included. An entry of
    another agreement stays, unless that is `gone` and none of its findings has moved into one that was checked. Raises
    BaselineError.
    """
    left = {agreement: Counter(one.fingerprint for one in findings) for agreement, findings in found.items()}
    entries = _entries(text)
    kept: list[Entry] = []
    moved: list[Entry] = []
    for entry in entries:
        agreement, fingerprint = entry.get("agreement", ""), entry["fingerprint"]
        if agreement not in found:
            (moved if gone(agreement) else kept).append(entry)
        elif left[agreement][fingerprint] > 0:
            left[agreement][fingerprint] -= 1
            kept.append(entry)
    rest = sum(left.values(), Counter[str]())
    for entry in moved:
        if rest[entry["fingerprint"]] > 0:
            rest[entry["fingerprint"]] -= 1
            kept.append(entry)
    return _written(kept), len(entries) - len(kept)


def _entry(agreement: str, finding: Finding) -> Entry:
    return {
        "agreement": agreement,
        "part": finding.part,
        "rule": f"{finding.rule}/{finding.case}",
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _written(entries: Iterable[Entry]) -> str:
    ordered = sorted(
        entries, key=lambda entry: [entry.get(key, "") for key in ("agreement", "part", "rule", "fingerprint")]
    )
    lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in ordered)
    return f'{{\n  "soa-baseline": {_VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n'


def _entries(text: str) -> list[Entry]:
    if line := _conflict(text):
        raise BaselineError(
            f"has the marks of a merge that is not settled, at line {line}: keep the lines of both sides, with a comma after each but the last"
        )
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"is not JSON: {error}") from None
    if not isinstance(data, dict) or data.get("soa-baseline") != _VERSION or not isinstance(data.get("findings"), list):
        raise BaselineError(f"is not a baseline that this program knows: it has no “soa-baseline”: {_VERSION}")
    entries: list[Entry] = data["findings"]
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
            raise BaselineError(f"has an entry that is not made of texts, number {number}")
        if "fingerprint" not in entry:
            raise BaselineError(f"has an entry without a fingerprint, number {number}")
    return entries


def _conflict(text: str) -> int:
    """The first line that git has written into the file because two sides differ; 0 where there is none."""
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith(marks)), 0)
