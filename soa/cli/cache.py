"""Remembering what was found, so that an agreement in which nothing has changed costs little more than starting Python.

An entry is kept for each agreement, outside the repository. It holds for the same content of every file, the same
program and the same day; anything else about it, unreadable or foreign, is as if it were not there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from soa.cli.folder import Where, shown
from soa.findings import Finding, Related, Report
from soa.source.places import Edit, Place, Position, Span

_LARGEST = 5_000_000
"""An entry larger than this costs as much to read as the agreement."""


def get(where: Where, as_of: str, read: Callable[[str], bytes]) -> Report | None:
    """The report of an agreement in which nothing has changed; None where something has, or is not known."""
    try:
        with open(_entry(where), encoding="utf-8") as file:
            known = json.load(file)
        if known["program"] != _program() or known["as_of"] != as_of:
            return None
        texts: dict[str, bytes] = {}
        for name, known_hash in known["files"].items():
            content = read(name)
            if sha256(content).hexdigest() != known_hash:
                return None
            texts[name] = content
        findings = tuple(_finding(one) for one in known["findings"])
        return Report(
            shown(where.folder),
            where.name,
            known["digest"],
            {name: _text(text) for name, text in texts.items()} if findings else dict.fromkeys(texts, ""),
            findings,
            known["judged"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def put(where: Where, as_of: str, report: Report, hashes: dict[str, str]) -> None:
    """Remember a report; a place that cannot be written is left alone."""
    if not hashes:
        return
    entry = {
        "program": _program(),
        "as_of": as_of,
        "files": hashes,
        "digest": report.digest,
        "judged": report.judged,
        "findings": report.findings,
    }
    try:
        text = json.dumps(entry, ensure_ascii=False)
        if len(text) > _LARGEST:
            return
        from soa.cli.files import replace

        replace(_entry(where), text.encode("utf-8"))
    except (OSError, ValueError):
        return


def _text(content: bytes) -> str:
    """A file's text as the reader gives it: files that are not plain UTF-8 are not remembered as such."""
    return content.decode("utf-8-sig")


def _entry(where: Where) -> str:
    base = os.environ.get("SOA_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "soa"
    )
    name = sha256(
        os.path.join(os.path.realpath(where.folder or "."), where.name).encode("utf-8", "surrogateescape")
    ).hexdigest()[:32]
    return os.path.join(base, name + ".json")


def _program() -> str:
    """What changes when the program does: every file's name, size and time."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seen: list[str] = []
    for folder in ("", "source", "language", "reference", "model", "rules", "engine"):
        with os.scandir(os.path.join(here, folder)) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".csv", ".json")):
                    status = entry.stat()
                    seen.append(f"{folder}/{entry.name} {status.st_size} {status.st_mtime_ns}")
    return sha256("\n".join(sorted(seen)).encode()).hexdigest()


def _finding(values: list[Any]) -> Finding:
    rule, case, severity, message, help_text, place, path, part, fingerprint, related, edits = values
    return Finding(
        rule, case, severity, message, help_text, _place(place), tuple(path), part, fingerprint,
        tuple(Related(_place(where), said) for where, said in related), tuple(Edit(_place(where), text) for where, text in edits),
    )  # fmt: skip


def _place(values: list[Any]) -> Place:
    file, (start, end) = values
    return Place(file, Span(Position(*start), Position(*end)))
