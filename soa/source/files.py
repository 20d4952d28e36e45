"""Which mappings stand for another file, and what is wrong with the names of such files."""

import re
from collections.abc import Collection

from soa.source.faults import MAX_FILES, MAX_NESTING
from soa.source.places import Path

_HOLDERS = ("priorities", "outcomes")
_DRIVE = re.compile(r"[A-Za-z]:")

Complaint = tuple[str, str, str]
"""A rule, its message and its help."""


def may_be_file(path: Path) -> bool:
    """Tell whether the value at ``path`` may stand in a file of its own."""
    if len(path) == 1:
        return path[0] != "soa"
    return len(path) > 1 and isinstance(path[-1], int) and path[-2] in _HOLDERS


def normal(name: str) -> str:
    """Return a file's name without `./` and doubled strokes."""
    return "/".join(piece for piece in name.split("/") if piece not in ("", "."))


def complaint(name: object, open_files: Collection[str], seen: Collection[str], depth: int) -> Complaint | None:
    """Return what is wrong with the name of a part file before it is read, or None.

    ``open_files`` are the files that this name stands in, outermost first; ``seen`` all that were named so far.
    """
    if not isinstance(name, str) or not name.strip() or not name.isprintable():
        return (
            "file-not-found",
            "`file:` needs the name of a file.",
            "Write for example: file: priorities/older-people.yaml",
        )
    outside = _outside(name)
    if outside is not None:
        return outside
    plain = normal(name)
    if plain in open_files:
        message = f"“{name}” is named inside of itself, so that reading it would never end."
        return "file-loop", message, "Name another file here, or write the part out."
    if plain in seen:
        return (
            "file-repeated",
            f"“{name}” is named a second time.",
            "Each file stands in one place; write a file of its own for this part.",
        )
    if depth > MAX_NESTING:
        message = f"“{name}” is named in a file within files, {depth} deep; at most {MAX_NESTING} are read."
        return "file-too-deep", message, "Write this part out here, or name its file in an outer one."
    return one_too_many(name) if len(seen) >= MAX_FILES else None


def one_too_many(name: str) -> Complaint:
    """Return what to say of a file beyond those that are read."""
    return "too-large", f"“{name}” is one file more than the {MAX_FILES} that are read.", "Join some of the files."


def _outside(name: str) -> Complaint | None:
    if "\\" in name:
        help_ = f"Write it with “/”: file: {name.replace(chr(92), '/')}"
        return "file-outside", f"“{name}” is written with “\\”, which not every computer can read.", help_
    if name.startswith(("/", "~")) or _DRIVE.match(name):
        message = f"“{name}” is a path on one computer; on another it leads nowhere."
        return (
            "file-outside",
            message,
            "Name a file in the agreement's folder, such as: file: priorities/older-people.yaml",
        )
    if ".." in name.split("/"):
        message = f"“{name}” leads out of the agreement's folder."
        return "file-outside", message, "Move the file into the agreement's folder and write its name without “..”."
    return None


def unreadable(name: str, error: OSError) -> Complaint:
    """Return what to say of a file that could not be opened."""
    if isinstance(error, FileNotFoundError):
        message = f"There is no file “{name}” in the agreement's folder."
        return (
            "file-not-found",
            message,
            "Check the spelling, capital letters included; names are relative to the folder of the agreement.",
        )
    if isinstance(error, IsADirectoryError):
        return "file-not-found", f"“{name}” is a folder, not a file.", "Name a file inside of it."
    if isinstance(error, PermissionError):
        message = f"“{name}” cannot be read: it lies outside of the agreement's folder, or may not be opened."
        return "file-outside", message, "Put a copy of the file into the agreement's folder."
    return "file-not-found", f"“{name}” cannot be opened.", "Check that the file can be opened in your editor."
