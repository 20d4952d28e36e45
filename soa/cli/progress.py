"""A line that says how far a long run has come: on a terminal only, and not before anybody waits."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds that nobody minds waiting for."""

_WIDTH = 30


def shown_of(results: Iterable[T], number: int, what: str = "agreements") -> Iterator[T]:
    """The results as they come, of which there will be a number; meanwhile the line on standard error."""
    if not sys.stderr.isatty():
        yield from results
        return
    begun, drawn = time.monotonic(), False
    try:
        for done, result in enumerate(results, 1):
            if time.monotonic() - begun > _PATIENCE:
                drawn = True
                filled = _WIDTH * done // number
                sys.stderr.write(f"\r[{'#' * filled}{' ' * (_WIDTH - filled)}] {done} of {number} {what}")
                sys.stderr.flush()
            yield result
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
