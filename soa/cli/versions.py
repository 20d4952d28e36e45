"""Where a version of an agreement comes from: a folder or a file, a zip file, or a revision in git. None is ever unpacked."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from soa.cli.configured import Terms, terms
from soa.cli.ends import Refused
from soa.cli.folder import NAME, NotFound, Where, agreement_of, reader, shown
from soa.formats.words import on_one_line, visible
from soa.source.faults import MAX_BYTES

if TYPE_CHECKING:
    from datetime import date

    from soa.engine.check import Checked
    from soa.findings import Finding
    from soa.source.faults import Fault

MOST_READ = MAX_BYTES * 4 + 16
"""More bytes than the largest agreement that is read has in any encoding: what is longer is not read to its end."""

_ALL = 1_000_000
"""More findings than are ever found: which of them are new can be said only where all are listed."""
_MOST_SHOWN = 10
_NOT_YAML = "not-yaml"
"""The fault after which what is read may not be what was meant."""


class Version(NamedTuple):
    """One version of an agreement, ready to be read."""

    label: str
    """As a document may name it: what its user typed, without what says only where on one computer it is."""
    root: str
    """What stands before the names of its files in messages."""
    name: str
    """The agreement file's name."""
    read: Callable[[str], bytes]
    """What reads its files by name; raises OSErrors as `soa.cli.folder.reader` does, and Refused for what cannot be read by anybody."""
    where: Where | None
    """From where on disk its configuration is looked for; None for a zip file, which may have come from anywhere."""
    on_disk: bool = False
    """Whether it stands there as it is read, and not only in a zip file or in git."""


def version_of(text: str) -> Version:
    """The version that a word of the command line names. Raises Refused where there is none.

    It is a folder, an agreement file or one of its parts, a zip file, or a path in a revision, such as `HEAD~3:plan`;
    what is on disk goes before what is in git.
    """
    if os.path.exists(text):
        from soa.cli.zipped import is_zip, zipped

        return zipped(text) if is_zip(text) else _on_disk(text)
    from soa.cli.revision import is_revision, revision, split

    named = split(text)
    if named is not None:
        return revision(text, *named)
    hint = f"; the folder plan as it was then is written {text}:plan" if is_revision(text) else ""
    raise Refused(f"there is no file or folder {on_one_line(text)}{hint}")


def _on_disk(path: str) -> Version:
    try:
        where = agreement_of(path)
    except NotFound as error:
        raise Refused(str(error)) from None
    return Version(label_of(path), shown(where.folder), where.name, reader(where.folder), where, on_disk=True)


def label_of(path: str) -> str:
    """A path on disk as a document may name it."""
    steps = path.replace(os.sep, "/").rstrip("/").split("/")
    if os.path.isabs(path) or steps[0] in {"", ".", ".."}:
        steps = [os.path.basename(os.path.abspath(path))]
    return on_one_line("/".join(steps))


def terms_of(new: Version, old: Version, given: str | None) -> Terms:
    """What both versions are checked with: the configuration given, else that of the new one, else of the old one, else of the current folder.

    A baseline does not count. Raises Refused where the configuration is wrong.
    """
    settled = terms(new.where or old.where or Where("", NAME), given, None)
    settled.known = None
    return settled


def judged(version: Version, settled: Terms, as_of: date) -> Checked:
    """A version as it is checked, with every finding. Raises Refused, with what is wrong first, where no agreement can be made out in it."""
    checked = settled.check(version.read, version.name, as_of, most=_ALL)
    if checked.agreement is None:
        errors = [finding for finding in checked.findings if finding.severity == "error"]
        raise Refused(
            f"there is no agreement to be made out in {version.root}{version.name}\n{_listed(version, errors)}"
        )
    return checked


def half_read(version: Version, checked: Checked) -> str:
    """What of a version could not be read, such as a part file that was not sent with it; empty where all could."""
    lost = [fault for fault in checked.source.faults if fault.rule == _NOT_YAML or fault.path in checked.source.unread]
    return f"not all of {version.label} could be read\n{_listed(version, lost)}" if lost else ""


def _listed(version: Version, faults: Sequence[Finding | Fault]) -> str:
    """The first of what is wrong in a version, each on a line with its place."""
    lines = []
    for fault in faults[:_MOST_SHOWN]:
        start = fault.place.span.start
        place = f"{version.root}{fault.place.file}:{start.line}:{start.column}"
        lines.append(f"{place}: {visible(fault.message)} ({fault.rule})")
    if len(faults) > _MOST_SHOWN:
        lines.append(f"and {len(faults) - _MOST_SHOWN} more")
    return "\n".join(lines)
