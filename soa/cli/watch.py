"""`--watch`: lint or publish again whenever a file changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from soa.cli.configured import file_of
from soa.cli.ends import Refused
from soa.cli.folder import ROUNDS, Where
from soa.cli.written import RECORD

_PAUSE = 0.4
"""Seconds between two looks at the files."""

_REST = 9
"""How many times as long as a look the pause is at least, so that a large folder does not keep the machine busy."""

_SUFFIXES = (".yaml", ".yml", ".toml", ".json", ".py", ".svg", ".png")

_NEVER = frozenset({"node_modules", "__pycache__"})
"""Folders in which nothing is on which findings rest; nor in one that soa wrote, which lists that it did."""

Seen = dict[str, tuple[int, int]]
"""By path: when a file was last written, in nanoseconds, and its size in bytes."""


def watch(
    found: Sequence[Where],
    configuration: str | None,
    again: Callable[[], object],
    pause: Callable[[float], None] = time.sleep,
    *,
    written: str | None = None,
) -> None:
    """Do something, such as linting, and again after every change, until interrupted. Raises BrokenPipeError where nobody reads the output any more.

    `pause` waits for so many seconds between two looks, and may raise KeyboardInterrupt; `written` is a file that
    it writes itself. What stops one look, such as a configuration that is half typed, is said and does not stop
    the next.
    """
    own = os.path.realpath(written) if written else ""
    while True:
        seen = look(found, configuration, own)
        try:
            again()
        except Refused as refused:
            print(f"soa: {refused}", file=sys.stderr)
        now = time.strftime("%H:%M:%S")
        print(f"Waiting for a change (Ctrl-C ends it); last look at {now}.", file=sys.stderr)
        sys.stdout.flush()
        began = time.monotonic()
        while look(found, configuration, own) == seen:
            if _nobody_reads():
                raise BrokenPipeError
            pause(max(_PAUSE, _REST * (time.monotonic() - began)))
            began = time.monotonic()
        print(file=sys.stderr)


def _nobody_reads() -> bool:
    """Whether whoever read the output has gone, which a program that waits would not notice."""
    import select

    if not hasattr(select, "poll"):  # Windows
        return False
    try:
        output = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return False
    waiting = select.poll()
    waiting.register(output, 0)
    return any(event & select.POLLERR for _, event in waiting.poll(0))


def look(found: Iterable[Where], configuration: str | None, own: str = "") -> Seen:
    """How the files are now on which the findings of some agreements may rest; `own` is left out."""
    seen: Seen = {}
    for where in found:
        for folder, folders, names in os.walk(where.folder or "."):
            if RECORD in names and os.path.basename(folder) != ROUNDS:
                folders.clear()
                continue
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NEVER)
            _note(seen, (os.path.join(folder, name) for name in names if name.endswith(_SUFFIXES)))
        others = (os.path.join(where.folder, where.name), file_of(where, configuration))
        _note(seen, (path for path in others if path))
    return {path: status for path, status in seen.items() if not own or os.path.realpath(path) != own}


def _note(seen: Seen, paths: Iterable[str]) -> None:
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        seen[path] = (status.st_mtime_ns, status.st_size)
