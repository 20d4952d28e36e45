"""Charts kept between runs, each in a file named for all that it rests on."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from contextlib import suppress

from soa.cli.cache import folder
from soa.cli.files import replace

_MOST = 2_000
"""So many drawings are kept, about 20 MB; beyond that the folder is emptied."""


class Drawings(MutableMapping[str, str]):
    """Drawings by the hash of what they rest on; a folder that cannot be read or written is as if it were empty."""

    def __init__(self) -> None:
        self._folder = os.path.join(folder(), "charts")
        self._now: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._now:
            try:
                with open(self._path(key), encoding="utf-8") as file:
                    svg = file.read()
            except (OSError, ValueError):
                raise KeyError(key) from None
            if not svg.endswith("</svg>\n"):
                raise KeyError(key)
            self._now[key] = svg.removesuffix("\n")
        return self._now[key]

    def __setitem__(self, key: str, svg: str) -> None:
        self._now[key] = svg
        with suppress(OSError, ValueError):
            if len(os.listdir(self._folder) if os.path.isdir(self._folder) else ()) >= _MOST:
                self.clear()
            replace(self._path(key), f"{svg}\n".encode())

    def __delitem__(self, key: str) -> None:
        self._now.pop(key, None)
        with suppress(OSError):
            os.unlink(self._path(key))

    def __iter__(self) -> Iterator[str]:
        try:
            names = os.listdir(self._folder)
        except OSError:
            return iter(())
        return (name.removesuffix(".svg") for name in names if name.endswith(".svg"))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, f"{key}.svg")
