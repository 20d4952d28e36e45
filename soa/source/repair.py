"""A mend in memory, with what is said of it."""

from typing import NamedTuple

from soa.source.changes import Change
from soa.source.faults import Note
from soa.source.words import shortened


class Repair(NamedTuple):
    """Changes that let the parser go on, and the fault they answer, if any; in offsets of the text as it is now."""

    changes: tuple[Change, ...]
    note: Note | None


def applied(text: str, start: int, end: int, changes: tuple[Change, ...]) -> str:
    """Return ``text[start:end]`` with ``changes``, which are in order."""
    pieces: list[str] = []
    done = start
    for change in changes:
        pieces += text[done : change.start], change.new
        done = change.end
    return "".join((*pieces, text[done:end]))


def shown(text: str, start: int, end: int, changes: tuple[Change, ...]) -> str:
    """Return the lines from ``start`` to ``end`` as they read with ``changes``, on one line and without indentation."""
    return shortened(applied(text, start, end, changes).strip())


def certain(
    text: str, bounds: tuple[int, int], changes: tuple[Change, ...], note: tuple[str, str, str], place: tuple[int, int]
) -> Repair:
    """Return a repair that an editor may make: its help shows the corrected line and its edits are the changes."""
    rule, message, help_ = note
    words = f"{help_}: {shown(text, *bounds, changes)}"
    edits = tuple((change.start, change.end, change.new) for change in changes)
    return Repair(changes, Note(rule, message, words, *place, None, (), edits))


def likely(changes: tuple[Change, ...], message: str, help_: str, place: tuple[int, int]) -> Repair:
    """Return a repair that is only a guess: it serves to read on, and is not offered as an edit."""
    return Repair(changes, Note("not-yaml", message, help_, *place))
