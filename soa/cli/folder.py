"""The files of an agreement on disk: which agreement a path belongs to, and reading its files without leaving its folder."""

from __future__ import annotations

import os
from errno import EINVAL

TYPE_CHECKING = False  # importing typing would be half of the time that a cached lint takes
if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "soa.yaml"
"""The agreement file of a folder."""

ROUNDS = "review"
"""The folder of the rounds of review."""

_MOST_READ = (5 << 20) * 4 + 16
"""More bytes than the largest agreement that is read has in any encoding: what is longer is not read to its end."""


class NotFound(Exception):
    """A named path from which no agreement can be made out; the text says why."""


class Where:
    """An agreement on disk: its folder as the user would write it (empty for the current one), and its file's name there."""

    __slots__ = ("folder", "name")

    def __init__(self, folder: str, name: str) -> None:
        self.folder, self.name = folder, name


def agreement_of(path: str, content: bytes | None = None) -> Where:
    """The agreement that a path belongs to: a folder, an agreement file, or one of its parts. Raises NotFound.

    `content` is that of a file which need not be on disk, such as an editor's.
    """
    if content is None and not os.path.exists(path):
        raise NotFound(f"there is no file or folder {path}")
    if os.path.isdir(path):
        if os.path.isfile(os.path.join(path, NAME)):
            return Where(_tidy(path), NAME)
        raise NotFound(f"there is no {NAME} in the folder {path}{_below(path)}")
    folder, name = os.path.split(path)
    beside = _is_round(path)
    if not beside and (name == NAME or (_begins_agreement(path) if content is None else is_agreement(content))):
        return Where(_tidy(folder), name)
    above = folder
    while True:
        if os.path.isfile(os.path.join(above, NAME)):
            return Where(_tidy(above), NAME)
        parent = os.path.dirname(os.path.abspath(above))
        if parent == os.path.abspath(above) or os.path.exists(os.path.join(above or ".", ".git")):
            if beside:
                raise NotFound(f"there is no {NAME} beside which {path} could stand")
            return Where(_tidy(folder), name)
        above = os.path.relpath(parent)


def _tidy(folder: str) -> str:
    return "" if folder in {"", "."} else os.path.normpath(folder)


def _below(folder: str) -> str:
    """A hint where the agreements are, when they are one level down: whole paths, ready to be pasted into a command."""
    try:
        found = sorted(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, NAME)))
    except OSError:
        return ""
    paths = [os.path.join(_tidy(folder), name) for name in found[:5]]
    quoted = [f'"{path}"' if " " in path else path for path in paths]
    return f"; there is one in {', '.join(quoted)}" if quoted else ""


def _begins_agreement(path: str) -> bool:
    """Whether a file says itself that it is an agreement: a line that begins with `soa:`."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            start = file.read(65536)
    except OSError:
        return False
    return is_agreement(start)


def _is_round(path: str) -> bool:
    """Whether a path is that of a round of review: it begins with `soa:`, as an agreement does, and is never one."""
    folder, name = os.path.split(os.path.abspath(path))
    number = name.removeprefix("round-").removesuffix(".yaml")
    return name == f"round-{number}.yaml" and number.isdecimal() and os.path.basename(folder) == ROUNDS


def stray_rounds(folder: str) -> list[str]:
    """The files in an agreement's folder that look like rounds of review and are not read: in another folder, under another name, or with one before them missing."""
    top = folder or "."
    beside = [name for name in _listed(top) if name.lower().startswith(ROUNDS)]
    strays = [name for name in _listed(top) if _looks_like_round(name)]
    for place in (*beside, *(f"{name}/{ROUNDS}" for name in beside)):
        found = _listed(os.path.join(top, *place.split("/")))
        read = 1
        while place == ROUNDS and f"round-{read}.yaml" in found:
            found.remove(f"round-{read}.yaml")
            read += 1
        strays += [f"{place}/{name}" for name in found if _looks_like_round(name)]
    return sorted(strays)


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _looks_like_round(name: str) -> bool:
    """Whether a name is round-1.yaml, or what becomes of it in the post: Round 1.yml, round1 (2).yaml.txt."""
    small = name.lower()
    return (
        small.startswith("round")
        and small[len("round") :].lstrip(" -_")[:1].isdecimal()
        and small.endswith((".yaml", ".yml", ".yaml.txt"))
    )


def on_stray_rounds(folder: str) -> list[str]:
    """What to say of each round of review that is not read."""
    return [
        f"{shown(folder)}{name} is not read: put rounds of review into the folder {ROUNDS}, named round-1.yaml, round-2.yaml and so on, without a gap"
        for name in stray_rounds(folder)
    ]


def is_agreement(start: bytes) -> bool:
    """Whether a file that begins so says itself that it is an agreement, and no round of review."""
    if b"\nround:" in start and b"\nagreement:" not in start:
        return False
    return start.startswith((b"soa:", b"\xef\xbb\xbfsoa:")) or b"\nsoa:" in start


def agreements(paths: list[str]) -> tuple[list[Where], list[str]]:
    """The agreements that paths belong to, each once, and what is wrong with the other paths."""
    found: dict[tuple[str, str], Where] = {}
    missing: list[str] = []
    for path in paths or ["."]:
        try:
            where = agreement_of(path)
        except NotFound as error:
            missing.append(str(error))
            continue
        found.setdefault((os.path.realpath(where.folder or "."), where.name), where)
    return list(found.values()), missing


def reader(folder: str) -> Callable[[str], bytes]:
    """What reads an agreement's files by name. It raises PermissionError for what lies outside the folder, other OSErrors as they come."""
    top = os.path.realpath(folder or ".")

    def read(name: str) -> bytes:
        path = os.path.join(top, *name.split("/"))
        if not _within(top, path):
            raise PermissionError(name)
        if not _same_case(top, name):
            raise FileNotFoundError(name)
        if not os.path.isfile(path):  # a pipe or a device might never end
            raise (IsADirectoryError if os.path.isdir(path) else OSError)(EINVAL, "it is not a file")
        with open(path, "rb") as file:
            return file.read(_MOST_READ)

    return read


def with_content(read: Callable[[str], bytes], name: str, content: bytes) -> Callable[[str], bytes]:
    """What reads as before, but for one file whose content is given."""
    return lambda wanted: content if wanted == name else read(wanted)


def _within(top: str, path: str) -> bool:
    """Whether a path, its links followed, lies in a folder."""
    try:
        return os.path.commonpath([top, os.path.realpath(path)]) == top
    except ValueError:  # another drive, or a name that no file can have
        return False


def _same_case(top: str, name: str) -> bool:
    """Whether each step of a name is spelt as on disk, also where the disk would not mind."""
    for step in name.split("/"):
        try:
            if step not in os.listdir(top):
                return False
        except OSError:
            return False
        top = os.path.join(top, step)
    return True


def above() -> str:
    """The current folder from the top of its repository, with a slash at the end; empty at the top, or in none."""
    here = top = os.path.realpath(".")
    while not os.path.exists(os.path.join(top, ".git")):
        parent = os.path.dirname(top)
        if parent == top:
            return ""
        top = parent
    return shown(os.path.relpath(here, top)) if here != top else ""


def shown(folder: str) -> str:
    """A folder as the start of a file's name in messages: with forward slashes, and one at the end."""
    return folder.replace(os.sep, "/") + "/" if folder else ""
