"""What of a version could not be read: what is missing there may not be gone, and is not told as gone."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from soa.compare.side import Side
from soa.model.review import is_round
from soa.source.faults import Fault
from soa.source.places import Path

_NOT_YAML = "not-yaml"
"""The fault after which what is read may not be what was meant."""


class Place(NamedTuple):
    """Where something could not be read, and why."""

    file: str
    line: int
    says: str


class NotRead(NamedTuple):
    """What of one version could not be read, and what of the other may stand there."""

    version: Literal["old", "new"]
    places: tuple[Place, ...]
    parts: tuple[str, ...]
    """What the other version says, and of which it is not known whether it is here as well, in words."""


class Holes:
    """Where in a version something may stand that could not be read."""

    def __init__(self, side: Side) -> None:
        self._side = side
        source = side.checked.source
        self.faults: list[Fault] = [
            fault
            for fault in source.faults
            if (fault.rule == _NOT_YAML or fault.path in source.unread) and not is_round(fault.path[:1])
        ]
        self._open = {one for fault in self.faults for one in self._around(fault)}

    def _around(self, fault: Fault) -> set[Path]:
        """The parts in which something may be missing: where a file is broken, those around it in the same file."""
        source = self._side.checked.source
        if fault.path in source.unread:
            return {fault.path, fault.path[:-1]} if isinstance(fault.path[-1:][0], int) else {fault.path}
        every = (fault.path[:length] for length in range(len(fault.path) + 1))
        return {path for path in every if source.value(path).file == fault.place.file}

    def may_hold(self, path: Path) -> bool:
        """Whether what is not at a path, or in the list or part there, may stand in what could not be read."""
        if not self.faults:
            return False
        unread = self._side.checked.source.unread
        return (
            path in self._open
            or path[:-1] in self._broken
            or any(path[:length] in unread for length in range(1, len(path) + 1))
        )

    @cached_property
    def _broken(self) -> set[Path]:
        """The parts of a broken file of which some keys may be missing."""
        return {one for one in self._open if one in self._side.parts and one not in self._side.checked.source.unread}

    def places(self) -> tuple[Place, ...]:
        """Where something could not be read, each with what is wrong."""
        return tuple(Place(one.place.file, one.place.span.start.line, one.message) for one in self.faults)
