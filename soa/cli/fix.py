"""`soa lint --fix` and `--diff`: what has one right answer is mended in the files, or shown as it would be."""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

from soa.cli.configured import terms
from soa.cli.ends import Refused
from soa.cli.files import reason, replace
from soa.cli.folder import reader, shown
from soa.cli.lint import Job, day, unreadable
from soa.engine.check import Checked
from soa.source.decode import encoding_of

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LINES_OF_CARRIAGE_RETURNS = re.compile(r"[^\r]*\r|[^\r]+")
_NO_LINE_END = "\\ No newline at end of file\n"


class _Changes(NamedTuple):
    """An agreement's files before and after, by name; those that change, in the order in which they are read."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    findings: int
    """How many findings were mended."""


_MENDED_UNASKED = {"undefined-abbreviation/known": "advice"}
"""Cases that no reader needs to hear of, because the published glossary explains them anyway, and that are worth writing down."""


def fix(job: Job) -> str:
    """Mend one agreement's files, say on standard error what was done, and return nothing.

    An agreement that cannot be judged is left to lint, which says why. Raises Refused where a file cannot be written;
    then none is, if that can be known before.
    """
    try:
        changes = _changes(job)
    except Refused:
        return ""
    folder = shown(job.where.folder)
    paths = {name: os.path.realpath(os.path.join(job.where.folder, *name.split("/"))) for name in changes.after}
    for name, path in paths.items():
        if _content(path) != changes.before[name]:
            raise Refused(f"{folder}{name} was changed by somebody else in the meantime; nothing is mended")
        if not os.access(path, os.W_OK):
            raise Refused(f"{folder}{name} cannot be written: it is read-only; nothing is mended")
    for name, path in paths.items():
        try:
            mode = os.stat(path).st_mode
            replace(path, changes.after[name])
            os.chmod(path, mode & 0o7777)
        except OSError as error:
            raise Refused(f"{folder}{name} cannot be written: {reason(error)}") from None
    if paths:
        files = ", ".join(f"{folder}{name}" for name in paths)
        number = changes.findings
        print(f"{number} change{'s' * (number != 1)} made in {files}.", file=sys.stderr)
    return ""


def diff(job: Job) -> str:
    """What `fix` would change, as a unified diff; empty where that is nothing. Raises Refused where it cannot be judged."""
    changes = _changes(job)
    lines: list[str] = []
    for name, content in changes.after.items():
        path = f"{shown(job.where.folder)}{name}"
        ended = "\t" if " " in path else ""  # without it a name ends at its first space
        lines += difflib.unified_diff(_lines(changes.before[name]), _lines(content), path + ended, path + ended)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}" for line in lines)


def _lines(content: bytes) -> list[str]:
    """A file's lines as they stand, byte order mark and carriage returns included; in a file that ends its lines with those alone, ended as elsewhere."""
    mark, encoding = encoding_of(content)
    text = ("\ufeff" if mark else "") + content[len(mark) :].decode(encoding)
    if "\n" in text or "\r" not in text:
        return _LINES.findall(text)
    return [line.replace("\r", "\n") for line in _LINES_OF_CARRIAGE_RETURNS.findall(text)]


def _changes(job: Job) -> _Changes:
    """What mending changes in an agreement's files. Raises Refused where it cannot be judged."""
    from soa.fixes.mend import mended

    settled = terms(job.where, job.configuration, job.baseline)
    read, when = reader(job.where.folder), day(job.as_of or None)

    seen: dict[str, bytes] = {}

    def on_disk(name: str) -> bytes:
        seen[name] = read(name)
        return seen[name]

    def check(files: Mapping[str, bytes]) -> Checked:
        return settled.check(
            lambda name: files[name] if name in files else on_disk(name),
            job.where.name,
            when,
            raised=_MENDED_UNASKED,
            ignores=job.ignores,
        )

    try:
        read(job.where.name)
        first = check({})
        before = {name: seen[name] for name in first.source.texts if name in seen}
        result = mended(before, check, first)
    except OSError as error:
        raise Refused(unreadable(job.where, error)) from None
    changed = {name: content for name, content in result.files.items() if content != before[name]}
    return _Changes(before, changed, len(result.fixed))


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
