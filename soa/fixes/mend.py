"""Mending an agreement: findings with one right answer are put right in the text, and the result is read again to see that it says what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from soa.engine.check import Checked
from soa.findings import Finding
from soa.fixes.edits import adds_lines, can_be_changed, changed, together
from soa.source import Source
from soa.source.places import Path

_MOST_ROUNDS = 30
"""One change may bring another to light; more often than this it never does."""

_MOST_CHECKS = 150
"""So often the agreement is read anew: each change that would not say what was meant takes a few readings to find."""

_OF_TEXT = frozenset({"not-yaml", "text-needs-quotes"})
"""Rules that speak of how a text is to be read."""

Check = Callable[[Mapping[str, bytes]], Checked]
"""What checks an agreement whose files have these contents."""


class Mended(NamedTuple):
    """What came of mending."""

    files: dict[str, bytes]
    """Every file that was given, as it is now."""
    fixed: tuple[Finding, ...]
    """What was put right, each as it was found."""


class _State(NamedTuple):
    """The files at one moment, and what is found in them."""

    files: dict[str, bytes]
    checked: Checked


def mended(files: Mapping[str, bytes], check: Check, first: Checked | None = None) -> Mended:
    """Mend all that has one right answer. Mending the result again changes nothing.

    `first` is what `check` says of the files, where that is known already.
    """
    state = _State(dict(files), first or check(files))
    editable = frozenset(name for name, content in files.items() if can_be_changed(content))
    fixed: list[Finding] = []
    refused: set[object] = set()
    checks = _MOST_CHECKS
    for _ in range(_MOST_ROUNDS):
        refused_before = bool(refused)
        waiting = [_wanted(state.checked, editable, refused)]
        made: list[Finding] = []
        now = state
        while waiting and waiting[-1] and checks > 0:
            group = waiting.pop()
            files_then = changed(state.files, (edit for one in (*made, *group) for edit in one.edits))
            then = _State(files_then, check(files_then))
            checks -= 1
            if files_then != now.files and _as_meant(state.checked, then.checked, [*made, *group]):
                now = then
                made += group
            elif len(group) > 1:  # some of them cannot be made: halves tell which, and the others are
                waiting += [group[len(group) // 2 :], group[: len(group) // 2]]
            else:
                refused.add(_what(group[0]))
        if not made and not refused_before:
            break
        if not made:  # what could not be made before the last changes may be possible after them
            refused.clear()
        state = now
        fixed += made
    return Mended(state.files, tuple(fixed))


def _wanted(checked: Checked, editable: frozenset[str], refused: set[object]) -> list[Finding]:
    """The findings that can be put right at once, in reading order."""
    stuck = _stuck(checked)
    ready = [
        one
        for one in checked.findings
        if one.edits
        and all(edit.place.file in editable for edit in one.edits)
        and not (one.rule in _OF_TEXT and one.place.file in stuck)
        and _what(one) not in refused
    ]
    chosen = {id(group) for group in together(one.edits for one in ready)}
    return [one for one in ready if id(one.edits) in chosen]


def _stuck(checked: Checked) -> set[str]:
    """The files that could only be read by a guess: what else seems wrong with their text may follow from it."""
    return {fault.place.file for fault in checked.source.faults if fault.rule in _OF_TEXT and not fault.edits}


def _what(finding: Finding) -> tuple[str, str, str, str, Path]:
    """What tells a finding from others, wherever it stands by now."""
    return finding.rule, finding.case, finding.message, finding.place.file, finding.path


def _as_meant(before: Checked, after: Checked, group: Sequence[Finding]) -> bool:
    """Whether two readings differ in nothing but what was to be put right, and that is right now."""
    was, still, gone = (Counter(map(_what, found)) for found in (before.findings, after.findings, group))
    if any(still[what] > was[what] - number for what, number in gone.items()):
        return False
    if any(one.rule in _OF_TEXT for one in group) and _stuck(after) - _stuck(before):
        return False
    if len(after.source.faults) > len(before.source.faults) or len(after.source.unread) > len(before.source.unread):
        return False
    if any(one.path[-1:] == ("id",) for one in group) and _clashes(after) > _clashes(before):
        return False
    return _Comparison(before.source, group).same(before.source.data, after.source.data, ())


def _clashes(checked: Checked) -> int:
    """How many ids stand twice."""
    return sum(one.rule == "broken-reference" and one.case == "twice" for one in checked.findings)


class _Comparison:
    """What may differ between the data of an agreement before and after some changes."""

    def __init__(self, source: Source, group: Sequence[Finding]) -> None:
        of_text = {(fault.rule, fault.place) for fault in source.faults}
        own = [one for one in group if (one.rule, one.place) not in of_text]
        self._source = source
        self._renamed = {one.path: one.edits[0].text.strip("\"'") for one in own if one.rule == "unknown-key"}
        self._may_grow = any(adds_lines(edit) for one in own for edit in one.edits)
        self._touched = {
            one.path for one in own if one.path not in self._renamed and not any(map(adds_lines, one.edits))
        }
        self._spaced = any(one.rule == "not-text" for one in group)

    def same(self, old: Any, new: Any, path: Path) -> bool:
        """Whether two values are the same but for what was to be put right; `path` is that of the old one."""
        if isinstance(old, dict) and isinstance(new, dict):
            keys = [self._renamed.get((*path, key), key) for key in old]
            if keys != list(new)[: len(keys)] or not self._grown(len(new) - len(keys), path):
                return self._is_alias(path)
            return all(
                self.same(one, new[key], (*path, named)) for (named, one), key in zip(old.items(), keys, strict=True)
            )
        if isinstance(old, list) and isinstance(new, list):
            if not self._grown(len(new) - len(old), path):
                return self._is_alias(path)
            return all(
                self.same(one, other, (*path, index)) for index, (one, other) in enumerate(zip(old, new, strict=False))
            )
        if type(old) is type(new) and old == new:
            return True
        if path in self._touched or self._is_alias(path):
            return True
        return self._spaced and isinstance(old, str) and isinstance(new, str) and _letters(old) == _letters(new)

    def _grown(self, by: int, path: Path) -> bool:
        """Whether that many entries more are as meant: only lists of the agreement itself are added to."""
        return by == 0 or (by > 0 and self._may_grow and len(path) < 2)

    def _is_alias(self, path: Path) -> bool:
        """Whether a reference stands there, which changes with what it refers to."""
        place = self._source.value(path)
        return self._source.texts[place.file].text.startswith("*", place.span.start.offset)


def _letters(text: str) -> str:
    """A text without its spaces: one is read for each character that no text may hold."""
    return "".join(text.split())
