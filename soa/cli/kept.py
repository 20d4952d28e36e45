"""What a portfolio knows of each agreement, kept between runs: a run that was interrupted goes on where it stopped."""

from __future__ import annotations

import os
import sys
import zlib
from contextlib import suppress
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from soa import __version__
from soa.cli.cache import folder
from soa.cli.files import replace

_MOST = 10_000
"""So many entries are kept, about 60 MB; beyond that those go that nobody has asked for the longest."""

_ASIDE = ("cli", "editor", "preview", "writers", "__pycache__")
"""Folders of the program on which no judgement rests."""


class Program(NamedTuple):
    """What judges: equal programs answer alike."""

    version: str
    python: str
    digest: str
    """sha256 over the files on which a judgement rests."""

    def __str__(self) -> str:
        """As people name it."""
        return f"soa {self.version} on Python {self.python}"


@cache
def program() -> Program:
    """The one that runs here."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    known = sha256()
    for at, folders, files in os.walk(here):
        folders[:] = sorted(set(folders).difference(_ASIDE))
        for name in sorted(files):
            if name.endswith((".pyc", ".part")):
                continue
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                known.update(f"{os.path.relpath(path, here)} {sha256(file.read()).hexdigest()}\n".encode())
    return Program(__version__, ".".join(map(str, sys.version_info[:2])), known.hexdigest())


class Kept:
    """Entries by the key of their job; a folder that cannot be read or written is as if it were empty."""

    def __init__(self) -> None:
        self._folder = os.path.join(folder(), "portfolio")
        self._stamp = repr(program()).encode()
        self._number = len(self._names())

    def get(self, key: str) -> bytes | None:
        """The entry of a job; None where it is not known, or was damaged."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                known, _, packed = file.read().partition(b"\n")
            if known.decode() != sha256(packed).hexdigest():
                return None
            entry = zlib.decompress(packed)
        except (OSError, ValueError, zlib.error):
            return None
        with suppress(OSError):
            os.utime(path)
        return entry

    def put(self, key: str, entry: bytes) -> None:
        """Keep the entry of a job."""
        packed = zlib.compress(entry, 6)
        with suppress(OSError):
            replace(self._path(key), sha256(packed).hexdigest().encode() + b"\n" + packed)
            self._number += 1
        if self._number > _MOST:
            self._thin_out()

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, sha256(self._stamp + key.encode()).hexdigest())

    def _names(self) -> list[str]:
        try:
            return os.listdir(self._folder)
        except OSError:
            return []

    def _thin_out(self) -> None:
        """Leave three in four, those that were asked for last."""
        aged: list[tuple[float, str]] = []
        for name in self._names():
            with suppress(OSError):
                aged.append((os.stat(os.path.join(self._folder, name)).st_mtime, name))
        going = sorted(aged)[: len(aged) - _MOST * 3 // 4]
        for _, name in going:
            with suppress(OSError):
                os.unlink(os.path.join(self._folder, name))
        self._number = len(aged) - len(going)
