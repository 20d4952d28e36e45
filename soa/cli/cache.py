"""Remembering what was found, so that an agreement in which nothing has changed costs little more than starting Python.

An entry is kept for each agreement, outside the repository. It holds for the same content of every file, the same
program and the same day; anything else about it, unreadable or foreign, is as if it were not there. Its head is plain
lines, read without a parser; the findings follow as JSON, parsed only where there are any.
"""

from __future__ import annotations

import os
import sys
import time
from hashlib import sha256

from soa.cli.folder import Where, shown

TYPE_CHECKING = False  # typing itself is half of what starting Python costs; so are the types of a finding
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from soa.findings import Finding, Report, Severity
    from soa.source.places import Place

_LARGEST = 5_000_000
"""An entry larger than this costs as much to read as the agreement."""

_HEAD = "soa findings 2"


class Entry:
    """What is remembered of an agreement in which nothing has changed."""

    __slots__ = ("digest", "findings", "judged", "texts")

    def __init__(self, digest: str, judged: bool, texts: dict[str, str], findings: str) -> None:
        self.digest, self.judged, self.texts, self.findings = digest, judged, texts, findings


def look(where: Where, as_of: str, read: Callable[[str], bytes]) -> Entry | None:
    """What is remembered of an agreement; None where something has changed, or is not known.

    `as_of` is a day such as 2013-06-30; empty for today, which an entry knows by the seconds at which its day ends.
    """
    try:
        with open(_entry(where), encoding="utf-8", newline="") as file:
            head, known, rest = file.read().split("\n", 2)
        if head != _HEAD or known != _checksum(rest):
            return None
        day, since, until, program, digest, judged, *files, findings = rest.split("\n")
        if program != _program():
            return None
        if (as_of != day) if as_of else not float(since) <= time.time() < float(until):
            return None
        texts: dict[str, str] = {}
        for line in files:
            known, name = line.split("  ", 1)
            content = read(name)
            if sha256(content).hexdigest() != known:
                return None
            texts[name] = content.decode("utf-8-sig") if findings else ""
        return Entry(digest, judged == "judged", texts, findings)
    except (OSError, ValueError):
        return None


def get(where: Where, as_of: str, read: Callable[[str], bytes]) -> Report | None:
    """The report of an agreement in which nothing has changed; None where something has, or is not known."""
    entry = look(where, as_of, read)
    if entry is None:
        return None
    from soa.findings import SEVERITIES, Report

    try:
        counts, findings = _findings(entry.findings) if entry.findings else (dict.fromkeys(SEVERITIES, 0), ())
    except (ValueError, TypeError):
        return None
    return Report(shown(where.folder), where.name, entry.digest, entry.texts, findings, counts, entry.judged)


def put(where: Where, as_of: str, span: tuple[float, float], report: Report, hashes: Mapping[str, str]) -> None:
    """Remember a report for a day, which lasts from and until these seconds; a place that cannot be written is left alone."""
    import json

    findings = json.dumps([report.counts, report.findings], ensure_ascii=True) if report.findings else ""
    head = [as_of, *map(str, span), _program(), report.digest, "judged" if report.judged else "not judged"]
    rest = "\n".join([*head, *(f"{known}  {name}" for name, known in hashes.items()), findings])
    text = f"{_HEAD}\n{_checksum(rest)}\n{rest}"
    if not hashes or len(text) > _LARGEST or any("\n" in name for name in hashes):
        return
    try:
        from soa.cli.files import replace

        replace(_entry(where), text.encode("utf-8"))
    except (OSError, ValueError):
        return


def _entry(where: Where) -> str:
    """Where an agreement's entry is kept."""
    base = os.environ.get("SOA_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "soa"
    )
    path = os.path.join(os.path.realpath(where.folder or "."), where.name)
    return os.path.join(base, sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32])


def _checksum(text: str) -> str:
    """What tells a whole entry from one that was cut off or written over."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _program() -> str:
    """What changes when the program does: every file's name, size and time, and Python's version."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seen: list[str] = [sys.version]
    for folder in ("", "source", "language", "reference", "model", "rules", "engine"):
        with os.scandir(os.path.join(here, folder)) as entries:
            for entry in entries:
                if entry.is_file():
                    status = entry.stat()
                    seen.append(f"{folder}/{entry.name} {status.st_size} {status.st_mtime_ns}")
    return sha256("\n".join(sorted(seen)).encode("utf-8", "surrogateescape")).hexdigest()


def _findings(text: str) -> tuple[dict[Severity, int], tuple[Finding, ...]]:
    import json

    counts, findings = json.loads(text)
    return counts, tuple(_finding(values) for values in findings)


def _finding(values: list[Any]) -> Finding:
    rule, case, severity, message, help_text, place, path, part, fingerprint, related, edits = values
    from soa.findings import Finding, Related
    from soa.source.places import Edit

    others = tuple(Related(_place(where), said) for where, said in related)
    changes = tuple(Edit(_place(where), text) for where, text in edits)
    return Finding(
        rule, case, severity, message, help_text, _place(place), tuple(path), part, fingerprint, others, changes
    )


def _place(values: list[Any]) -> Place:
    from soa.source.places import Place, Position, Span

    file, (start, end) = values
    return Place(file, Span(Position(*start), Position(*end)))
