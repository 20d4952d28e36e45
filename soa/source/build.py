"""Parser events to plain data, with the place of every key and value: one loop, no recursion."""

import re
from typing import Any

from soa.source import slips
from soa.source.faults import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, MAX_NODES, MAX_SCALAR, Note
from soa.source.frames import Frame, last_end, merge
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
from soa.source.prepare import HOLE, give_back, odd_spaces_in
from soa.source.scalars import SPECIAL_STARTS, typed
from soa.source.words import line_bounds

_Anchored = tuple[Value, Branch | None, int, int]


_BLOCK_STYLES = ("|", ">")
_KEY_WITHOUT_SPACE = re.compile(r"[a-z_][a-z0-9_-]*:(?![/:])")


class _TooLargeError(Exception):
    """A limit was passed that ends the reading of this file."""

    def __init__(self, note: Note) -> None:
        self.note = note


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
        self.cuts = slips.may_cut(text)
        self.notes: list[Note] = []
        self.more = 0
        self.suspects: list[int] = []
        self.unread: set[Path] = set()
        self.parts: list[Path] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.used: set[str] = set()
        self.bare_anchors: list[tuple[str, Note]] = []
        self.nodes = 0
        self.extra = 0
        self.frame = Frame(0, False, False, None, (0, 0))
        self.stack: list[Frame] = []

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
            tuple(self.suspects),
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
        special, masked, odd = self._special()
        while True:
            event = next_event()
            kind = type(event)
            frame = self.frame
            if kind is ScalarEvent:
                value = event.value
                start, end, style = event.start_mark.index, event.end_mark.index, event.style
                simple = event.ctag is None and event.anchor is None
                if special:
                    simple = simple and value != HOLE and len(value) <= MAX_SCALAR
                if masked:
                    value = value.translate(self.restored)
                self.nodes += 1
                if frame.key is None and frame.mapping:
                    if simple and value and value != "<<" and value not in frame.entries and not odd:
                        frame.key = value
                        frame.key_start = start
                        frame.key_end = end
                    else:
                        self._key(event, value, start, end)
                    continue
                if simple and not style:
                    if value:
                        if (":" in value or self.cuts) and not frame.flow:
                            self._look_at(value, start, end)
                        if value[0] in SPECIAL_STARTS:
                            value = typed(value)
                    elif frame.flow and self._comma(start, end):
                        continue
                    else:
                        value = None
                elif not simple or style in _BLOCK_STYLES:
                    value, start, end = self._scalar(event, value, start, end)
                if frame.mapping and not frame.skip:
                    frame.data[frame.key] = value
                    frame.entries[frame.key] = (frame.key_start, frame.key_end, start, end, None)
                    frame.key = None
                else:
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

    def _special(self) -> tuple[bool, bool, bool]:
        """Tell what has to be looked for in each scalar: holes or great length; masked characters; odd spaces."""
        masked = not self.text.isascii() and any(chr(code) in self.text for code in self.restored)
        return HOLE in self.text or len(self.text) > MAX_SCALAR, masked, odd_spaces_in(self.text)

    def _store(self, value: Value, start: int, end: int, branch: Branch | None) -> None:
        frame = self.frame
        if not frame.mapping:
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

    def _look_at(self, value: str, start: int, end: int) -> None:
        """Note a text that a hash sign cuts short; keep for a second look one below its key that begins like `key:`."""
        line = line_bounds(self.text, start)[0]
        if _KEY_WITHOUT_SPACE.match(value) and not self.text[line:start].strip(" ") and self.frame.mapping:
            self.suspects.append(start)
        if self.cuts and isinstance(typed(value), str):
            note = slips.cut(self.text, start, end, self.path())
            if note is not None and self._room():
                self.notes.append(note)

    def path(self) -> Path:
        """Return the path of the value that comes next."""
        frames = [*self.stack[1:], self.frame] if self.stack else []
        return tuple(len(f.data) if not f.mapping else f.key or "" for f in frames)

    def _dropped(self) -> bool:
        """Tell whether what comes next belongs to a repeated key or the like, and is read without being kept."""
        return any(frame.skip or frame.is_key for frame in (self.frame, *self.stack))

    def _lose(self, path: Path) -> None:
        wants_key = self.frame.mapping and self.frame.key is None
        if not wants_key and not self._dropped():
            self.unread.add(path)

    def _key(self, event: Any, value: str, start: int, end: int) -> None:
        """Take a key that is repeated, anchored, tagged, empty or a merge."""
        frame = self.frame
        start = self._properties(event, start, end)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, None, 1, len(value))
        frame.key, frame.key_start, frame.key_end = value, start, end
        if value[:1].isspace() and event.style == "" and not frame.flow:
            self.suspects.append(start)
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
        if event.value == HOLE:
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
        if not frame.mapping or start != frame.key_end or frame.skip or not frame.data:
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
        is_key = frame.key is None and frame.mapping
        if is_key and self._room():
            self.notes.append(slips.complex_key(start, event.end_mark.index, self.path()[:-1]))
        if event.ctag is not None or event.anchor is not None:
            start = self._properties(event, start, len(self.text))
            if event.anchor is not None:
                self.anchors[event.anchor] = None
        self.stack.append(frame)
        self.frame = Frame(start, mapping, event.flow_style, event.anchor, (self.nodes, self.extra))
        self.frame.is_key = is_key

    def _close(self, event: Any) -> None:
        frame = self.frame
        self.frame = parent = self.stack.pop()
        entries: dict[str, Entry] | list[Entry] = frame.entries
        end: int = event.end_mark.index
        if event.start_mark.index == end:
            end = last_end(entries, frame.start)
        if frame.merges:
            merge(frame)
        branch = Branch(entries)
        if frame.anchor is not None:
            size = self.nodes - frame.before[0] + 1
            self.anchors[frame.anchor] = (frame.data, branch, size, end - frame.start + self.extra - frame.before[1])
        if frame.is_key:
            parent.key, parent.key_start, parent.key_end = "", frame.start, end
            parent.skip = True
            return
        if len(entries) == 1 and "file" in frame.data and frame.mapping and not self._dropped():
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
        if frame.key is None and frame.mapping:
            self._alias_key(value, start, end)
        else:
            self._store(value, start, end, branch)

    def _alias_key(self, value: Value, start: int, end: int) -> None:
        frame = self.frame
        frame.key, frame.key_start, frame.key_end = value if isinstance(value, str) else "", start, end
        if not frame.key or frame.key in frame.entries:
            frame.skip = True
            told = bool(self.notes) and self.notes[-1].start == start
            if not told and self._room():
                self.notes.append(slips.complex_key(start, end, self.path()[:-1]))
