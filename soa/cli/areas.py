"""The agreements below a folder: those of many areas, several rounds of each, however deep."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from soa.cli.files import reason
from soa.cli.folder import NAME
from soa.cli.publish import FOLDER as PUBLISHED
from soa.formats.words import on_one_line

_PASSED_BY = {"node_modules", PUBLISHED}


class Area(NamedTuple):
    """A folder with an agreement, or one that could not be opened."""

    root: str
    """Its name from the folder that is walked, with forward slashes; `.` for that folder itself."""
    path: str
    problem: str = ""


def areas(folder: str, passed_by: str) -> list[Area]:
    """Every folder with an agreement, in the order of their names; one folder is passed by with all that is in it.

    Hidden folders, and what `soa publish` wrote, are passed by too, and links to folders are not followed: what they lead to is
    either in the folder itself, or not part of it.
    """
    aside = os.path.realpath(passed_by)
    return sorted(_found(folder, aside), key=lambda area: (area.root.split("/"), os.fsencode(area.path)))


def zips(folder: str, passed_by: str) -> list[str]:
    """The zip files in the same folders, in the order of their names: nobody opens them here."""
    found = _walked(folder, os.path.realpath(passed_by))
    return sorted(
        _printable(f"{root}/{name}" if root else name)
        for root, _, names in found
        if isinstance(names, dict)
        for name, is_folder in names.items()
        if name.lower().endswith(".zip") and not is_folder
    )


def _found(folder: str, aside: str) -> Iterator[Area]:
    for root, path, names in _walked(folder, aside):
        if isinstance(names, OSError):
            yield Area(_printable(root), path, f"the folder cannot be opened: {reason(names)}")
        elif NAME in names:
            yield Area(_printable(root), path, f"{NAME} is a folder here, and not a file" if names[NAME] else "")


def _walked(folder: str, aside: str) -> Iterator[tuple[str, str, dict[str, bool] | OSError]]:
    """Every folder that is looked at, with the names in it and whether each is a folder, or why it cannot be opened."""
    waiting = [("", folder)]
    while waiting:
        root, path = waiting.pop()
        try:
            with os.scandir(path) as entries:
                names = {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries}
        except OSError as error:
            yield root, path, error
            continue
        yield root, path, names
        for name, is_folder in names.items():
            below = os.path.join(path, name)
            if is_folder and not name.startswith(".") and name not in _PASSED_BY and os.path.realpath(below) != aside:
                waiting.append((f"{root}/{name}" if root else name, below))


def _printable(root: str) -> str:
    """A name that can be written in a page, whatever the disk holds."""
    return on_one_line(os.fsencode(root or ".").decode("utf-8", "replace"))
