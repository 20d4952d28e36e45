"""Finds where the parser stops, and what stood around it; starts again close to a mend instead of at the top."""

from typing import Any, NamedTuple

from soa.source.faults import MAX_DEPTH
from soa.source.parser import (
    CParser,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)


class Level(NamedTuple):
    """A mapping or list: whether it is a mapping, in brackets, and its column from 0 (-1 where not known)."""

    mapping: bool
    flow: bool
    column: int
    start: int


class Scalar(NamedTuple):
    """A scalar the parser has passed."""

    start: int
    end: int
    style: str


class Trouble(NamedTuple):
    """Where and why the parser stopped, in offsets of the text it read."""

    problem: str
    at: int
    context: str
    context_at: int
    levels: tuple[Level, ...]
    closed: tuple[Level, ...]
    scalars: tuple[Scalar, ...]


class Checkpoint(NamedTuple):
    """The start of a line at which a key begins, and the levels it stands in."""

    offset: int
    levels: tuple[Level, ...]


class Scan:
    """Reads events from ``text``, from a checkpoint on, until trouble or the end of the first document."""

    def __init__(self, text: str, checkpoint: Checkpoint) -> None:
        self.text = text
        prefix = "".join(_opening(level, last=level is checkpoint.levels[-1]) for level in checkpoint.levels)
        self.shift = checkpoint.offset - len(prefix)
        self.fresh = len(prefix)
        self.source = prefix + text[checkpoint.offset :]
        self.checkpoints = [checkpoint]
        self.levels: list[Level] = []
        self.wants_key: list[bool] = []
        self.closed: list[Level] = []
        self.scalars: list[Scalar] = []

    def run(self) -> Trouble | None:
        """Return what stopped the parser, or None if nothing did."""
        next_event = CParser(self.source).get_event
        documents = 0
        try:
            while True:
                event = next_event()
                if event is None:
                    return None
                kind = type(event)
                if kind is DocumentEndEvent:
                    documents += 1
                    if documents == 1:
                        self._probe(next_event)
                        return None
                self._take(event, kind)
                if len(self.levels) > MAX_DEPTH:
                    return None
        except YAMLError as error:
            return self._trouble(error)

    def _probe(self, next_event: Any) -> None:
        """Look whether the first document is followed by an end, or by another document."""
        next_event()

    def _take(self, event: Any, kind: Any) -> None:
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            self.closed.append(self.levels.pop())
            self.wants_key.pop()
            return
        start = event.start_mark.index
        if kind is ScalarEvent:
            if start >= self.fresh:
                self.scalars.append(Scalar(start + self.shift, event.end_mark.index + self.shift, event.style))
                del self.scalars[:-4]
            if self.levels and self.levels[-1].mapping:
                self._key_or_value(event, start)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._flip()
            known = event.anchor is None and event.ctag is None
            column = event.start_mark.column if known else -1
            mapping = kind is MappingStartEvent
            self.levels.append(Level(mapping, event.flow_style, column, start + self.shift))
            self.wants_key.append(mapping)
            self.closed.clear()
        else:
            self._flip()

    def _key_or_value(self, event: Any, start: int) -> None:
        if self.wants_key[-1] and start > self.fresh:
            self.closed.clear()
            column = event.start_mark.column
            line = start - column
            first = not self.source[line:start].strip(" ") and self.levels[-1].column == column
            if first and all(not level.flow and level.column >= 0 for level in self.levels):
                self.checkpoints.append(Checkpoint(line + self.shift, tuple(self.levels)))
        self.wants_key[-1] = not self.wants_key[-1]

    def _flip(self) -> None:
        if self.levels and self.levels[-1].mapping:
            self.wants_key[-1] = not self.wants_key[-1]

    def _trouble(self, error: Any) -> Trouble:
        mark = error.problem_mark
        at = mark.index + self.shift if mark is not None else 0
        context = error.context_mark
        context_at = context.index + self.shift if context is not None else at
        levels = tuple(self.levels)
        return Trouble(
            str(error.problem), at, str(error.context or ""), context_at, levels, tuple(self.closed), tuple(self.scalars)
        )


def _opening(level: Level, *, last: bool) -> str:
    """Return a line that opens a level again, as it stood when its checkpoint was passed."""
    mark = "k:" if level.mapping else "-"
    return " " * level.column + mark + (" 0\n" if last else "\n")
