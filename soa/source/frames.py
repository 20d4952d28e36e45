"""The mappings and lists that are still open while a text is built."""

from typing import Any

from soa.source.nodes import Branch, Entry, Value


class Frame:
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
        "mapping",
        "merges",
        "skip",
        "start",
    )

    def __init__(self, start: int, mapping: bool, flow: bool, anchor: str | None, before: tuple[int, int]) -> None:
        self.start = start
        self.mapping = mapping
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


def last_end(entries: dict[str, Entry] | list[Entry], start: int) -> int:
    """Return where the last entry of a block ends: its end event stands behind the comments that follow."""
    if not entries:
        return start
    return (next(reversed(entries.values())) if isinstance(entries, dict) else entries[-1])[3]


def merge(frame: Frame) -> None:
    """Take over what merge keys would have brought, so that it is not also reported as missing."""
    for value, branch in frame.merges or ():
        if isinstance(value, dict) and branch is not None and isinstance(branch.entries, dict):
            for key, inner in value.items():
                if key not in frame.data and key in branch.entries:
                    frame.data[key] = inner
                    frame.entries[key] = branch.entries[key]
