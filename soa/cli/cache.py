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

from soa.cli.folder import Where, shown, stray_rounds

TYPE_CHECKING = False  # typing itself is half of what starting Python costs; so are the types of a finding
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from soa.findings import Exempted, Finding, Report, Severity
    from soa.source.places import Place

_LARGEST = 5_000_000
"""An entry larger than this costs as much to read as the agreement."""

_HEAD = "soa findings 3"

_BESIDE, _ABSENT = "=", "absent"
"""What marks a file beside the agreement's own, such as its configuration; and the hash of one that is not there."""


class Entry:
    """What is remembered of an agreement in which nothing has changed."""

    __slots__ = ("digest", "fail_on", "findings", "judged", "texts")

    def __init__(self, digest: str, judged: bool, texts: dict[str, str], findings: str, fail_on: str) -> None:
        self.digest, self.judged, self.texts, self.findings, self.fail_on = digest, judged, texts, findings, fail_on


def look(where: Where, as_of: str, asked: str, read: Callable[[str], bytes]) -> Entry | None:
    """What is remembered of an agreement; None where something has changed, or is not known.

    `as_of` is a day such as 2013-06-30; empty for today, which an entry knows by the seconds at which its day ends.
    `asked` is whatever else of the command an answer depends on, on one line.
    """
    if stray_rounds(where.folder):  # of which the user is to be told
        return None
    try:
        with open(_entry(where), encoding="utf-8", newline="") as file:
            head, known, rest = file.read().split("\n", 2)
        if head != _HEAD or known != _checksum(rest):
            return None
        day, since, until, program, was_asked, fail_on, digest, judged, *files, findings = rest.split("\n")
        if program != _program() or was_asked != asked:
            return None
        if (as_of != day) if as_of else not float(since) <= time.time() < float(until):
            return None
        texts: dict[str, str] = {}
        for line in files:
            known, name = line.split("  ", 1)
            if name.startswith(_BESIDE):
                if _digest(name[len(_BESIDE) :]) != known:
                    return None
                continue
            content = read(name)
            if sha256(content).hexdigest() != known:
                return None
            texts[name] = content.decode("utf-8-sig") if findings else ""
        return Entry(digest, judged == "judged", texts, findings, fail_on)
    except (OSError, ValueError):
        return None


def report(where: Where, entry: Entry) -> Report | None:
    """The report that is remembered; None where it cannot be read."""
    from soa.findings import SEVERITIES, Report

    try:
        remembered = _findings(entry.findings) if entry.findings else (dict.fromkeys(SEVERITIES, 0), (), (), ())
    except (ValueError, TypeError):
        return None
    counts, findings, silenced, exceptions = remembered
    return Report(
        shown(where.folder),
        where.name,
        entry.digest,
        entry.texts,
        findings,
        counts,
        entry.judged,
        silenced,
        exceptions,
    )


def put(
    where: Where,
    as_of: str,
    span: tuple[float, float],
    asked: str,
    fail_on: str,
    report: Report,
    hashes: Mapping[str, str],
    beside: Mapping[str, bytes | None],
) -> None:
    """Remember a report for a day, which lasts from and until these seconds; a place that cannot be written is left alone.

    `hashes` are those of the agreement's files by name, `beside` the contents of the other files that it rests on by path
    (None for one that was not there).
    """
    import json

    told = (report.findings, report.silenced, report.exceptions)
    findings = json.dumps([report.counts, *told], ensure_ascii=True) if any(told) else ""
    judged = "judged" if report.judged else "not judged"
    head = [as_of, *map(str, span), _program(), asked, fail_on, report.digest, judged]
    files = [f"{known}  {name}" for name, known in hashes.items()]
    files += [f"{_hashed(content)}  {_BESIDE}{path}" for path, content in beside.items()]
    rest = "\n".join([*head, *files, findings])
    text = f"{_HEAD}\n{_checksum(rest)}\n{rest}"
    if not hashes or len(text) > _LARGEST or any("\n" in line for line in (*head, *files)):
        return
    try:
        from soa.cli.files import replace

        replace(_entry(where), text.encode("utf-8"))
    except (OSError, ValueError):
        return


def _hashed(content: bytes | None) -> str:
    return _ABSENT if content is None else sha256(content).hexdigest()


def _digest(path: str) -> str:
    """The hash of a file beside the agreement as it is now."""
    try:
        if not os.path.isfile(path):  # reading from a pipe might never end
            return _ABSENT
        with open(path, "rb") as file:
            return _hashed(file.read())
    except OSError:
        return _ABSENT


def folder() -> str:
    """Where soa keeps what it remembers."""
    return os.environ.get("SOA_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "soa"
    )


def _entry(where: Where) -> str:
    """Where an agreement's entry is kept."""
    path = os.path.join(os.path.realpath(where.folder or "."), where.name)
    return os.path.join(folder(), sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32])


def _checksum(text: str) -> str:
    """What tells a whole entry from one that was cut off or written over."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _program() -> str:
    """What changes when the program does: every file's name, size and time, and Python's version."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seen: list[str] = [sys.version]
    for folder in ("", "source", "language", "reference", "config", "model", "rules", "engine"):
        with os.scandir(os.path.join(here, folder)) as entries:
            for entry in entries:
                if entry.is_file():
                    status = entry.stat()
                    seen.append(f"{folder}/{entry.name} {status.st_size} {status.st_mtime_ns}")
    return sha256("\n".join(sorted(seen)).encode("utf-8", "surrogateescape")).hexdigest()


def _findings(
    text: str,
) -> tuple[dict[Severity, int], tuple[Finding, ...], tuple[Finding, ...], tuple[Exempted, ...]]:
    import json

    counts, findings, silenced, exceptions = json.loads(text)
    return (
        counts,
        tuple(map(_finding, findings)),
        tuple(map(_finding, silenced)),
        tuple(map(_exempted, exceptions)),
    )


def _finding(values: list[Any]) -> Finding:
    rule, case, severity, message, help_text, place, path, part, fingerprint, related, edits, *rest = values
    from soa.findings import Finding, Related
    from soa.source.places import Edit

    others = tuple(Related(_place(where), said) for where, said in related)
    changes = tuple(Edit(_place(where), text) for where, text in edits)
    return Finding(
        rule, case, severity, message, help_text, _place(place), tuple(path), part, fingerprint, others, changes, *rest
    )


def _exempted(values: list[Any]) -> Exempted:
    from soa.findings import Exempted

    rules, reason, until, place, part, silences = values
    return Exempted(tuple(rules), reason, until, _place(place), part, silences)


def _place(values: list[Any]) -> Place:
    from soa.source.places import Place, Position, Span

    file, (start, end) = values
    return Place(file, Span(Position(*start), Position(*end)))
