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

_MARGIN = 4_000


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
    """Reads events from ``text``, from a checkpoint on for about ``reach``, until trouble or the end of the document."""

    def __init__(self, text: str, checkpoint: Checkpoint, reach: int) -> None:
        self.text = text
        prefix = "".join(_opening(level, last=level is checkpoint.levels[-1]) for level in checkpoint.levels)
        self.shift = checkpoint.offset - len(prefix)
        self.fresh = len(prefix)
        end = text.find("\n", checkpoint.offset + reach) + 1 or len(text)
        self.whole = end == len(text)
        self.source = prefix + text[checkpoint.offset : end]
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

    def certain(self, trouble: Trouble | None) -> bool:
        """Tell whether what was found would also be found if the text were read further."""
        return self.whole or (trouble is not None and trouble.at - self.shift < len(self.source) - _MARGIN)

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
            before = self.source[line:start].strip(" ")
            if before in ("", "-") and all(not level.flow and level.column >= 0 for level in self.levels):
                self._pass(line, column, dashed=before == "-")
        self.wants_key[-1] = not self.wants_key[-1]

    def _pass(self, line: int, column: int, *, dashed: bool) -> None:
        """Keep a checkpoint at a line that begins with a key, or with a dash and the first key of a list item."""
        levels = tuple(self.levels[:-1] if dashed else self.levels)
        if self.levels[-1].column != column or not levels:
            return
        if not dashed or (not levels[-1].mapping and self.source[line + levels[-1].column] == "-"):
            self.checkpoints.append(Checkpoint(line + self.shift, levels))

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
            str(error.problem),
            at,
            str(error.context or ""),
            context_at,
            levels,
            tuple(self.closed),
            tuple(self.scalars),
        )


def _opening(level: Level, *, last: bool) -> str:
    """Return a line that opens a level again, as it stood when its checkpoint was passed."""
    mark = "k:" if level.mapping else "-"
    return " " * level.column + mark + (" 0\n" if last else "\n")
