"""Mends in memory what planners often mistype, so that one slip never hides the rest of a file."""

from collections.abc import Iterator
from typing import NamedTuple

from soa.source.build import build
from soa.source.changes import Change, Changes
from soa.source.faults import MAX_FAULTS, Note
from soa.source.layout import no_space, odd_spaces
from soa.source.lines import Line, following, line_at
from soa.source.nodes import Built
from soa.source.parser import YAMLError
from soa.source.prepare import Prepared, give_back, prepare
from soa.source.repair import Repair, applied
from soa.source.repairs import give_up, repair
from soa.source.scan import Checkpoint, Scan, Trouble
from soa.source.words import line_bounds

_TRIES = 4
_REPAIRS = 3_000
_LOOKS = 4
_WORK = 100_000_000
_REACH = 20_000
_PARTLY = "So much above this line cannot be read that the rest of the file is left unread."
_AGAIN = "Mend what is reported above, and check again."
_TOP = Checkpoint(0, ())


class Reading(NamedTuple):
    """A text as it was read in the end, the changes that led to it, and faults in offsets of the written text."""

    mended: str
    built: Built
    changes: Changes = Changes()
    notes: tuple[Note, ...] = ()


def read_text(text: str) -> Reading:
    """Read ``text`` as YAML, mended where that is needed; never raises."""
    prepared = prepare(text)
    try:
        built = build(prepared.text, prepared.restored)
    except YAMLError:
        return _Mender(prepared).run()
    if built.suspects:
        return _Mender(prepared).run()
    return Reading(prepared.text, built, Changes(), prepared.notes)


class _Mender:
    """Mends one text: ``plain`` is never changed, ``text`` is ``plain`` with ``changes``."""

    def __init__(self, prepared: Prepared) -> None:
        self.plain = self.text = prepared.text
        self.restored = prepared.restored
        self.changes = Changes()
        self.notes: list[Note] = list(prepared.notes)
        self.tries: dict[int, int] = {}
        self.noted: set[tuple[str, int]] = set()
        self.work = 0

    def run(self) -> Reading:
        """Mend until the parser reads the text and nothing in it looks unmeant."""
        for _ in range(_LOOKS):
            self._scan()
            built = self._build()
            if not self._mend_suspects(built.suspects):
                break
        notes = tuple(give_back(note, self.restored) for note in self.notes)
        return Reading(self.text, built, self.changes, notes)

    def _scan(self) -> None:
        checkpoints = [_TOP]
        reach = _REACH
        for _ in range(_REPAIRS):
            scan = Scan(self.text, checkpoints.pop(), reach)
            self.work += len(scan.source) + 100 * len(self.changes.all)
            trouble = scan.run()
            checkpoints += scan.checkpoints
            if not scan.certain(trouble):
                reach *= 2
                continue
            if trouble is None:
                break
            reach = _REACH
            line = line_bounds(self.text, self._mend(trouble))[0]
            while checkpoints and checkpoints[-1].offset >= line:
                checkpoints.pop()
            if not checkpoints:
                checkpoints = [_TOP]

    def _build(self) -> Built:
        try:
            return build(self.text, self.restored)
        except YAMLError:
            self.notes.append(Note("not-yaml", _PARTLY, _AGAIN, 0, 0))
            return Built(None, (-1, -1, 0, 0, None), (), frozenset({()}))

    def _mend_suspects(self, suspects: tuple[int, ...]) -> bool:
        """Mend what can be read but is hardly meant; tell whether that changed the text."""
        before = self.text
        others: list[int] = []
        for start in suspects[:MAX_FAULTS]:
            # Spaces are put one for one, so that no other place moves.
            odd = odd_spaces(self.text, start)
            if odd is not None:
                self._apply(odd)
            elif not self.text.startswith(" ", start):
                others.append(start)
        for start in reversed(others):
            line = line_at(self.text, start)
            for one in reversed((line, *_beside(self.text, line))):
                found = no_space(self.text, one, one.lead)
                if found is not None:
                    self._apply(found)
        return self.text != before

    def _mend(self, trouble: Trouble) -> int:
        """Mend one trouble; return the first place of the text that is changed."""
        line = self.changes.original(line_bounds(self.text, min(trouble.at, len(self.text)))[0])
        tries = self.tries.get(line, 0)
        self.work += 10 * (line_bounds(self.text, min(trouble.at, len(self.text)))[1] - line)
        found: Repair | None = None
        if len(self.notes) >= MAX_FAULTS or self.work > _WORK:
            found = self._cut(trouble)
        elif tries < _TRIES:
            found = repair(self.text, trouble)
            if found is not None and found.note is not None:
                self.tries[line] = tries + 1
                if self._known(found.note):
                    found = give_up(self.text, trouble, 0)
        elif tries < 3 * _TRIES:
            self.tries[line] = tries + 1
            found = give_up(self.text, trouble, tries - _TRIES)
        if found is None or not found.changes:
            found = self._cut(trouble)
        first = min(change.start for change in found.changes)
        self._apply(found)
        return min(first, len(self.text))

    def _known(self, note: Note) -> bool:
        """Tell whether a mend was tried before, and so did not help."""
        again = self._in_plain(note)
        return any((old.rule, old.start, old.message) == (again.rule, again.start, again.message) for old in self.notes)

    def _cut(self, trouble: Trouble) -> Repair:
        """Leave the rest unread, from the outermost entry on in which the parser stopped."""
        start = next((level.start for level in trouble.levels if level.start > 0), 0)
        at = min(trouble.at, len(self.text))
        note = Note("not-yaml", _PARTLY, _AGAIN, at, at)
        tries = self.tries[-1] = self.tries.get(-1, 0) + 1
        start = line_bounds(self.text, at)[0] if tries == 1 else 0 if tries > 2 else min(start, at)
        return Repair((Change(start, len(self.text), ""),), note)

    def _apply(self, found: Repair) -> None:
        """Take over the changes and the note of a repair, in offsets of the plain text; one guess a line is enough."""
        if found.note is not None:
            note = self._in_plain(found.note)
            line = line_bounds(self.plain, note.start)[0]
            mark = ("not-yaml", line) if note.rule == "not-yaml" else (note.rule, note.start)
            if mark not in self.noted:
                self.notes.append(note)
            self.noted.add(mark)
        self.text = applied(self.text, 0, len(self.text), found.changes)
        self.changes = self.changes.then(found.changes)

    def _in_plain(self, note: Note) -> Note:
        back = self.changes.original
        edits = tuple((back(start), back(end), new) for start, end, new in note.edits)
        related = tuple((back(start), back(end), words) for start, end, words in note.related)
        return note._replace(start=back(note.start), end=back(note.end), edits=edits, related=related)


def _beside(text: str, line: Line) -> Iterator[Line]:
    """Yield the lines right below ``line`` that begin in its column."""
    for below in following(text, line):
        if below.column != line.column:
            return
        yield below
