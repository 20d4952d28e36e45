"""Parser events to plain data, with the place of every key and value: one loop, no recursion."""

from typing import Any

from soa.source import slips
from soa.source.faults import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, MAX_NODES, MAX_SCALAR, Note
from soa.source.nodes import Branch, Built, Entry, Value
from soa.source.parser import (
    AliasEvent,
    CParser,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from soa.source.places import Path
from soa.source.prepare import HOLE, give_back
from soa.source.scalars import SPECIAL_STARTS, typed

_Anchored = tuple[Value, Branch | None, int, int]


class _TooLargeError(Exception):
    """A limit was passed that ends the reading of this file."""

    def __init__(self, note: Note) -> None:
        self.note = note


class _Frame:
    """A mapping or list that is still open."""

    __slots__ = (
        "anchor",
        "before",
        "data",
        "entries",
        "flow",
        "is_key",
        "key",
        "key_end",
        "key_start",
        "merges",
        "skip",
        "start",
    )

    def __init__(self, start: int, mapping: bool, flow: bool, anchor: str | None, before: tuple[int, int]) -> None:
        self.start = start
        self.data: Any = {} if mapping else []
        self.entries: Any = {} if mapping else []
        self.key: str | None = None
        self.key_start = self.key_end = -1
        self.skip = False
        self.is_key = False
        self.flow = flow
        self.anchor = anchor
        self.before = before
        self.merges: list[tuple[Value, Branch | None]] | None = None


def build(text: str, restored: dict[int, str]) -> Built:
    """Read ``text``, which the parser accepts, as data.

    ``restored`` gives back characters for which others stand in ``text``; a scalar that is ``HOLE`` stands for something
    unreadable. Raises the parser's ``YAMLError`` where the text is not YAML.
    """
    builder = _Builder(text, restored)
    try:
        return builder.run()
    except _TooLargeError as large:
        return Built(None, (-1, -1, 0, len(text), None), (large.note,), frozenset({()}))


class _Builder:
    def __init__(self, text: str, restored: dict[int, str]) -> None:
        self.text = text
        self.restored = restored
        self.notes: list[Note] = []
        self.more = 0
        self.unread: set[Path] = set()
        self.parts: list[Path] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.used: set[str] = set()
        self.bare_anchors: list[tuple[str, Note]] = []
        self.nodes = 0
        self.extra = 0
        self.frame = _Frame(0, False, False, None, (0, 0))
        self.stack: list[_Frame] = []

    def run(self) -> Built:
        """Go through the events of the first document, and look whether there is another."""
        next_event = CParser(self.text).get_event
        next_event()
        if type(next_event()) is not DocumentStartEvent:
            return self._nothing()
        self._read(next_event)
        following = next_event()
        if type(following) is DocumentStartEvent:
            self.notes.append(slips.second_document(following.start_mark.index))
        self._unused_anchors()
        if self.frame.entries[0][2] == self.frame.entries[0][3] and self.frame.data[0] is None:
            return self._nothing()
        return Built(
            self.frame.data[0],
            self.frame.entries[0],
            tuple(give_back(note, self.restored) for note in self.notes),
            frozenset(self.unread),
            tuple(self.parts),
            self.more,
        )

    def _unused_anchors(self) -> None:
        """Take for text what begins with “&” where nothing follows and nothing refers to it."""
        for anchor, note in self.bare_anchors:
            if anchor in self.used:
                continue
            self.notes.append(note)
            holder = self.frame.data[0]
            path = note.path or ()
            for step in path[:-1]:
                holder = holder[step]
            if path:
                holder[path[-1]] = self.text[note.start : note.end]

    def _nothing(self) -> Built:
        self.notes.append(slips.empty_file())
        return Built(None, (-1, -1, 0, 0, None), tuple(self.notes), frozenset({()}))

    def _read(self, next_event: Any) -> None:
        long = len(self.text) > MAX_SCALAR
        restored = self.restored
        hole = HOLE in self.text
        while True:
            event = next_event()
            kind = type(event)
            frame = self.frame
            if kind is ScalarEvent:
                value = event.value
                start = event.start_mark.index
                end = event.end_mark.index
                simple = (
                    event.anchor is None and not (hole and value == HOLE) and (not long or len(value) <= MAX_SCALAR)
                )
                if restored and not value.isascii():
                    value = value.translate(restored)
                self.nodes += 1
                if frame.key is None and type(frame.entries) is dict:
                    if simple and value and value != "<<" and value not in frame.entries:
                        frame.key = value
                        frame.key_start = start
                        frame.key_end = end
                    else:
                        self._key(event, value, start, end)
                    continue
                if simple and not style:
                    if value[:1] not in SPECIAL_STARTS:
                        pass
                    elif value:
                        value = typed(value)
                    elif frame.flow and self._comma(start, end):
                        continue
                    else:
                        value = None
                elif not simple or style == "|" or style == ">":
                    value, start, end = self._scalar(event, value, start, end)
                self._store(value, start, end, None)
                if self.nodes > MAX_NODES:
                    raise _TooLargeError(slips.too_many_nodes(start))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentEndEvent:
                return

    def _store(self, value: Value, start: int, end: int, branch: Branch | None) -> None:
        frame = self.frame
        if type(frame.entries) is list:
            frame.data.append(value)
            frame.entries.append((-1, -1, start, end, branch))
            return
        if frame.skip:
            frame.skip = False
            if frame.merges is not None and frame.key == "<<":
                frame.merges.append((value, branch))
        else:
            frame.data[frame.key] = value
            frame.entries[frame.key] = (frame.key_start, frame.key_end, start, end, branch)
        frame.key = None

    def _room(self) -> bool:
        """Tell whether another fault is to be listed; if not, count it."""
        if len(self.notes) < MAX_FAULTS:
            return True
        self.more += 1
        return False

    def path(self) -> Path:
        """Return the path of the value that comes next."""
        frames = [*self.stack[1:], self.frame] if self.stack else []
        return tuple(len(f.data) if type(f.data) is list else f.key or "" for f in frames)

    def _dropped(self) -> bool:
        """Tell whether what comes next belongs to a repeated key or the like, and is read without being kept."""
        return any(frame.skip or frame.is_key for frame in (self.frame, *self.stack))

    def _lose(self, path: Path) -> None:
        if not self._dropped():
            self.unread.add(path)

    def _key(self, event: Any, value: str, start: int, end: int) -> None:
        """Take a key that is repeated, anchored, tagged, empty or a merge."""
        frame = self.frame
        start = self._properties(event, start, end)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, None, 1, len(value))
        frame.key, frame.key_start, frame.key_end = value, start, end
        if value == "<<" and event.style == "":
            frame.skip = True
            frame.merges = frame.merges or []
            if self._room():
                self.notes.append(slips.merge_key(start, end, self.path()))
        elif not value:
            frame.skip = True
            if self._room():
                self.notes.append(slips.no_key(self.text, start, self.path()[:-1]))
        elif value in frame.entries:
            frame.skip = True
            if self._room():
                self.notes.append(slips.repeated_key(value, start, end, frame.entries[value], self.path()))

    def _properties(self, event: Any, start: int, end: int) -> int:
        """Note a tag, and return where the value itself begins, behind tag and anchor."""
        if event.ctag is None and event.anchor is None:
            return start
        place = slips.after_properties(self.text, start, end)
        if event.ctag is not None and self._room():
            self.notes.append(slips.tag(self.text, start, end, place, self.path()))
        return place

    def _scalar(self, event: Any, value: str, start: int, end: int) -> tuple[Value, int, int]:
        """Type a scalar that has an anchor, a tag, a block style, or characters to give back."""
        result: Value = value
        if value == HOLE:
            self._lose(self.path())
            return None, start, end
        whole = start
        start = self._properties(event, start, end)
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip(" \n\r\t"))
        if len(value) > MAX_SCALAR:
            self.notes.append(slips.long_scalar(start, self.path()))
            self._lose(self.path())
            result = None
        elif event.style == "" and event.ctag is None:
            result = typed(value)
        elif event.style == "" and not value and str(event.ctag).startswith("!"):
            result = slips.tag_text(self.text, whole, end)
        if event.anchor is not None:
            if result is None and event.style == "" and not value and not self._dropped():
                note = slips.bare_anchor(self.text, whole, end, self.path())
                if len(self.bare_anchors) < MAX_FAULTS:
                    self.bare_anchors.append((event.anchor, note))
            self.anchors[event.anchor] = (result, None, 1, len(value))
        return result, start, end

    def _comma(self, start: int, end: int) -> bool:
        """Join a key without a value, in braces, to the text before the comma, of which it is part."""
        frame = self.frame
        if type(frame.data) is not dict or start != frame.key_end or frame.skip or not frame.data:
            return False
        before, entry = next(reversed(frame.entries.items()))
        value = frame.data[before]
        joined = slips.comma(self.text, value, entry, frame.key_start, frame.key_end, (*self.path()[:-1], before))
        if joined is None:
            return False
        new, note = joined
        if self.notes and self.notes[-1].start == note.start and self.notes[-1].rule == note.rule:
            self.notes.pop()
        self.notes.append(note)
        frame.data[before] = new
        frame.entries[before] = (*entry[:3], end, None)
        frame.key = None
        return True

    def _open(self, event: Any, mapping: bool) -> None:
        start = event.start_mark.index
        self.nodes += 1
        if len(self.stack) >= MAX_DEPTH:
            raise _TooLargeError(slips.too_deep(start))
        if self.nodes > MAX_NODES:
            raise _TooLargeError(slips.too_many_nodes(start))
        frame = self.frame
        is_key = frame.key is None and type(frame.entries) is dict
        if is_key and self._room():
            self.notes.append(slips.complex_key(start, event.end_mark.index, self.path()[:-1]))
        if event.ctag is not None or event.anchor is not None:
            start = self._properties(event, start, len(self.text))
            if event.anchor is not None:
                self.anchors[event.anchor] = None
        self.stack.append(frame)
        self.frame = _Frame(start, mapping, event.flow_style, event.anchor, (self.nodes, self.extra))
        self.frame.is_key = is_key

    def _close(self, event: Any) -> None:
        frame = self.frame
        self.frame = parent = self.stack.pop()
        entries: dict[str, Entry] | list[Entry] = frame.entries
        end: int = event.end_mark.index
        if event.start_mark.index == end:
            end = _last_end(entries, frame.start)
        if frame.merges:
            _merge(frame)
        branch = Branch(entries)
        if frame.anchor is not None:
            size = self.nodes - frame.before[0] + 1
            self.anchors[frame.anchor] = (frame.data, branch, size, end - frame.start + self.extra - frame.before[1])
        if frame.is_key:
            parent.key, parent.key_start, parent.key_end = "", frame.start, end
            parent.skip = True
            return
        if len(entries) == 1 and "file" in frame.data and type(entries) is dict and not self._dropped():
            self.parts.append(self.path())
        self._store(frame.data, frame.start, end, branch)

    def _alias(self, event: Any) -> None:
        """Put the value of an anchor in place, unless it is unknown, inside itself, or grows too large."""
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        path = self.path()
        value: Value = None
        branch = None
        self.used.add(name)
        self.nodes += 1
        if name not in self.anchors:
            value = self.text[start:end]
            if self._room():
                self.notes.append(slips.unknown_alias(self.text, start, end, path))
        elif (target := self.anchors[name]) is None:
            if self._room():
                self.notes.append(slips.alias_loop(name, start, end, path))
            self._lose(path)
        elif self.nodes + target[2] > MAX_NODES or self.extra + target[3] > MAX_BYTES:
            if not any(note.rule == "alias-too-big" for note in self.notes):
                self.notes.append(slips.alias_too_big(name, start, end, path))
            self._lose(path)
        else:
            value, branch, size, length = target
            self.nodes += size - 1
            self.extra += length
        frame = self.frame
        if frame.key is None and type(frame.entries) is dict:
            self._alias_key(value, start, end)
        else:
            self._store(value, start, end, branch)

    def _alias_key(self, value: Value, start: int, end: int) -> None:
        frame = self.frame
        frame.key, frame.key_start, frame.key_end = value if isinstance(value, str) else "", start, end
        if not frame.key or frame.key in frame.entries:
            frame.skip = True
            if self._room():
                self.notes.append(slips.complex_key(start, end, self.path()[:-1]))


def _last_end(entries: dict[str, Entry] | list[Entry], start: int) -> int:
    """Return where the last entry of a block ends: its end event stands behind the comments that follow."""
    if not entries:
        return start
    return (next(reversed(entries.values())) if isinstance(entries, dict) else entries[-1])[3]


def _merge(frame: _Frame) -> None:
    """Take over what merge keys would have brought, so that it is not also reported as missing."""
    for value, branch in frame.merges or ():
        if isinstance(value, dict) and branch is not None and isinstance(branch.entries, dict):
            for key, inner in value.items():
                if key not in frame.data and key in branch.entries:
                    frame.data[key] = inner
                    frame.entries[key] = branch.entries[key]
