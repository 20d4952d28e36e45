"""What an editor offers to do about a finding: mend it where there is one right answer, or claim an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from soa.editor.positions import Lines
from soa.engine.check import Checked
from soa.findings import Finding
from soa.model.review import round_file
from soa.rules import AnyRule
from soa.source import load
from soa.source.places import Edit, Path, Place

_NO_EXCEPTION = {"format", "exceptions"}
"""Families from whose rules there is no exception."""
_LONGEST = 60
"""Characters of a text that an action's title shows."""
_MOST = 50
"""So many findings of a selection are answered; a longer selection is not about one of them."""


class Action(NamedTuple):
    """Something that an editor can do about a finding."""

    title: str
    finding: Finding
    edits: tuple[Edit, ...]
    preferred: bool
    """Whether it is the one right answer."""


def actions(checked: Checked, rules: Mapping[str, AnyRule], file: str, start: int, end: int) -> Iterator[Action]:
    """What can be done about the findings that a selection of a file touches, from one offset to another."""
    touched = [one for one in checked.findings if _touches(one.place, file, start, end)][:_MOST]
    for finding in touched:
        if finding.edits:
            yield Action(_title(finding), finding, finding.edits, preferred=True)
    tried: dict[Place, bool] = {}
    for finding in touched:
        rule = rules.get(finding.rule)
        if rule is not None and rule.family not in _NO_EXCEPTION and (comment := _exception(checked, finding, tried)):
            title = f"Keep this as it is, and say why: # soa: ignore[{finding.rule}]"
            yield Action(title, finding, (comment,), preferred=False)


def _touches(place: Place, file: str, start: int, end: int) -> bool:
    return place.file == file and place.span.start.offset <= end and start <= place.span.end.offset


def _title(finding: Finding) -> str:
    """What the edits of a finding do, in a few words."""
    first, *more = finding.edits
    if not more and first.text.startswith("\n"):
        return f"Add {_shortened(first.text.strip().removeprefix('- '))}"
    if not more and first.text.strip() and first.place.span.start != first.place.span.end:
        return f"Write {_shortened(first.text)}"
    return _shortened(finding.help.removesuffix(".")) or "Put it right"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _exception(checked: Checked, finding: Finding, tried: dict[Place, bool]) -> Edit | None:
    """A comment above the part of a finding that begins an exception, which holds once a reason is written; None where none can stand.

    `tried` are the places at which a comment was tried out before.
    """
    for length in range(len(finding.path), -1, -1):
        edit = _above(checked, finding, finding.path[:length])
        if edit is None:
            continue
        if edit.place not in tried:
            tried[edit.place] = _changes_nothing(checked, edit)
        if tried[edit.place]:
            return edit
    return None


def _above(checked: Checked, finding: Finding, path: Path) -> Edit | None:
    """The comment on a line of its own above the line on which a part begins."""
    head = checked.source.head(path)
    if head.file not in checked.source.texts or (not path and head.span.start.line != finding.place.span.start.line):
        return None  # an exception above the whole agreement stands for its first line alone
    lines = Lines(checked.source.texts[head.file].text)
    start = lines.start_of(head.span.start.line)
    indent = re.match(r"[ \t]*", lines.text[start:])
    spaces = indent[0] if indent else ""
    at = checked.source.point(head.file, start)
    return Edit(at, f"{spaces}# soa: ignore[{finding.rule}] ...\n")


def _changes_nothing(checked: Checked, edit: Edit) -> bool:
    """Whether the text says the same with a comment put in: inside a text of several lines it would be words of that."""
    texts = {name: text.text for name, text in checked.source.texts.items()}
    at = edit.place.span.start.offset
    whole = texts[edit.place.file]
    texts[edit.place.file] = whole[:at] + edit.text + whole[at:]

    def read(name: str) -> str:
        if name not in texts:
            raise FileNotFoundError(name)
        return texts[name]

    again = load(checked.source.root, read, round_file)
    return again.data == checked.source.data and len(again.faults) == len(checked.source.faults)
