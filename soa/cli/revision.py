"""An agreement as it was at a revision in git, such as `HEAD~3:plan`: git is asked for its objects, and runs nothing of the repository's."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from errno import ELOOP
from typing import NamedTuple

from soa.cli.ends import Refused
from soa.cli.folder import NAME, NotFound, Where, is_agreement
from soa.cli.versions import MOST_READ, Version
from soa.formats.words import on_one_line

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_REVISION = re.compile(r"((?:[^:{]|\{[^}]*\})+):")
"""What stands before the path: a name, in braces also a time with colons of its own."""

_FOLDER, _LINK = "40000", "120000"
"""How git notes what a name in a folder is."""
_MOST_LINKS = 40

_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_ENVIRONMENT = {
    "LC_ALL": "C",  # one of git's messages is looked at
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # what a partial clone lacks is not fetched
    "GIT_NO_LAZY_FETCH": "1",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")
"""What git tells a hook of its repository; here the path says which is meant."""


def split(text: str) -> tuple[str, str] | None:
    """The revision and the path that a word names, such as HEAD~3 and plan of `HEAD~3:plan`; None where it names none."""
    found = _REVISION.match(text)
    return (found[1], text[found.end() :]) if found and not _DRIVE.match(text) else None


def is_revision(text: str) -> bool:
    """Whether a word is the name of a revision without a path."""
    try:
        return _Tree.of(_Git(os.curdir, text), text) is not None
    except Refused:
        return False


def revision(text: str, name: str, path: str) -> Version:
    """The agreement that a path belongs to at a revision. Raises Refused.

    The path is relative to the current folder, as it is for what is on disk; where there is nothing of the kind, to the
    top of the repository, as git reads it.
    """
    near, below = _on_disk(path)
    git = _Git(near, text)
    tree = _Tree.of(git, name)
    if tree is None:
        raise Refused(
            f"there is no revision {on_one_line(name)} in this git repository; git log lists those that there are, "
            "and git fetch --unshallow brings those that a shallow clone lacks"
        )
    plain = path.replace(os.sep, "/")
    inside = [posixpath.normpath(posixpath.join(git.prefix, *below))]
    if not plain.startswith((".", "/")):
        inside.append(posixpath.normpath(plain))
    problems = []
    for one in inside:
        try:
            folder, file = tree.agreement(one)
        except NotFound as error:
            problems.append(str(error))
            continue
        root = on_one_line(f"{name}:{folder}/" if folder else f"{name}:")
        label = (root if file == NAME else f"{root}{on_one_line(file)}").rstrip("/")
        return Version(label, root, file, tree.reader(folder), Where(near, NAME))
    raise Refused(f"at the revision {on_one_line(name)} {problems[0]}")


def _on_disk(path: str) -> tuple[str, list[str]]:
    """The folder on disk that is nearest to a path which need not be there, as `Where` has it, and the steps from it to the path."""
    near, below = os.path.abspath(path or os.curdir), deque[str]()
    while not os.path.isdir(near):
        near, step = os.path.split(near)
        if not step:  # not even a drive
            return "", [path]
        below.appendleft(step)
    if not os.path.isabs(path):
        near = os.path.relpath(near)
    return "" if near == os.curdir else near, list(below)


class _Object(NamedTuple):
    """What git keeps under a name."""

    hash: str
    content: bytes


class _Git:
    """Git, asked in a folder."""

    def __init__(self, folder: str, text: str) -> None:
        """Find the repository; `text` is what is looked for in it. Raises Refused where there is none, or no git."""
        nothing = f"there is no file or folder {on_one_line(text)}"
        program = shutil.which("git")
        if program is None or os.path.dirname(os.path.abspath(program)) == os.path.abspath(os.curdir):
            # Windows would run whatever is called git in the current folder, which may have come by e-mail
            raise Refused(f"{nothing}; to look for a revision, git has to be installed")
        self._command = (program, "-C", os.path.abspath(folder), *_OPTIONS)
        kept = {key: value for key, value in os.environ.items() if key not in _OF_A_HOOK}
        self._environment = {**kept, **_ENVIRONMENT}
        asked = subprocess.run(  # noqa: S603 - no shell, and no word of the user's
            (*self._command, "rev-parse", "--show-prefix"), env=self._environment, capture_output=True, check=False
        )
        if asked.returncode:
            said = os.fsdecode(asked.stderr).partition("\n")[0].removeprefix("fatal: ")
            why = "this folder is in no git repository" if "not a git repository" in said else f"git says: {said}"
            raise Refused(f"{nothing}, and no revision can be looked for: {on_one_line(why)}")
        self.prefix = os.fsdecode(asked.stdout).removesuffix("\n")
        """The folder from the top of its repository."""

    def object(self, name: str) -> _Object | None:
        """What a name stands for, as far as it is ever read; None for a name that stands for nothing."""
        with subprocess.Popen(  # noqa: S603 - no shell; a name comes by standard input
            (*self._command, "cat-file", "--batch"),
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as git:
            assert git.stdin is not None
            assert git.stdout is not None
            with suppress(BrokenPipeError):
                git.stdin.write(os.fsencode(f"{name}\n"))
                git.stdin.close()
            found = re.fullmatch(rb"([0-9a-f]{40,64}) [a-z]+ ([0-9]+)\n", git.stdout.readline())
            content = git.stdout.read(min(int(found[2]), MOST_READ)) if found else b""
            git.kill()
        return _Object(found[1].decode("ascii"), content) if found else None


class _Entry(NamedTuple):
    """A name in a folder that git keeps."""

    mode: str
    hash: str


class _Tree:
    """The files of a repository as they were at a revision."""

    def __init__(self, git: _Git, top: str) -> None:
        self._git = git
        self._top = _Entry(_FOLDER, top)
        self._folders: dict[str, dict[str, _Entry]] = {}

    @classmethod
    def of(cls, git: _Git, revision: str) -> _Tree | None:
        """The files at a revision; None where there is no such revision."""
        if revision.startswith("-") or not revision.isprintable():
            return None
        top = git.object(f"{revision}^{{tree}}")
        return cls(git, top.hash) if top else None

    def agreement(self, path: str) -> tuple[str, str]:
        """The agreement that a path belongs to, as its folder and its file's name there. Raises NotFound."""
        try:
            real, entry = self._find(path)
        except OSError:
            raise NotFound(f"there is no file or folder {on_one_line(path)}") from None
        if entry.mode == _FOLDER:
            if self._has(real):
                return real, NAME
            below = [name for name in self._entries(entry) if self._has(posixpath.join(real, name))]
            hint = f"; there is one in {', '.join(map(on_one_line, below[:5]))}" if below else ""
            raise NotFound(
                f"there is no {NAME} in {f'the folder {on_one_line(real)}' if real else 'the top folder'}{hint}"
            )
        folder, name = posixpath.split(real)
        if name == NAME or is_agreement(self._content(entry)):
            return folder, name
        above = folder
        while not self._has(above):
            if not above:
                return folder, name
            above = posixpath.dirname(above)
        return above, NAME

    def reader(self, folder: str) -> Callable[[str], bytes]:
        """What reads an agreement's files by name, as `soa.cli.folder.reader` does on disk."""

        def read(name: str) -> bytes:
            real, entry = self._find(posixpath.join(folder, name))
            if folder and not real.startswith(f"{folder}/"):
                raise PermissionError(name)
            if entry.mode == _FOLDER:
                raise IsADirectoryError(name)
            return self._content(entry)

        return read

    def _has(self, folder: str) -> bool:
        """Whether there is an agreement file in a folder."""
        try:
            _, entry = self._find(posixpath.join(folder, NAME))
        except OSError:
            return False
        return entry.mode != _FOLDER

    def _find(self, path: str) -> tuple[str, _Entry]:
        """What a path leads to, and its path once its links are followed.

        Raises FileNotFoundError, PermissionError where it leads out of the repository, OSError where links go round.
        """
        waiting, done, links = deque(path.split("/")), [("", self._top)], 0
        while waiting:
            step = waiting.popleft()
            if step in {"", "."}:
                continue
            if step == "..":
                if len(done) == 1:
                    raise PermissionError(path)
                done.pop()
                continue
            real, above = done[-1]
            entry = self._entries(above).get(step)
            if entry is None:
                raise FileNotFoundError(path)
            if entry.mode != _LINK:
                done.append((posixpath.join(real, step), entry))
                continue
            target, links = os.fsdecode(self._content(entry)), links + 1
            if target.startswith("/"):
                raise PermissionError(path)
            if links > _MOST_LINKS:
                raise OSError(ELOOP, os.strerror(ELOOP))
            waiting.extendleft(reversed(target.split("/")))
        return done[-1]

    def _entries(self, folder: _Entry) -> dict[str, _Entry]:
        """What is in a folder by name; nothing where it is none, or is another repository's."""
        if folder.mode != _FOLDER:
            return {}
        if folder.hash not in self._folders:
            self._folders[folder.hash] = dict(_listed(self._content(folder), len(folder.hash) // 2))
        return self._folders[folder.hash]

    def _content(self, entry: _Entry) -> bytes:
        """The content of what stands in a folder. Raises Refused where this clone lacks it."""
        found = self._git.object(entry.hash)
        if found is None:
            raise Refused("this clone lacks a file of that revision; git fetch --refetch brings all of them")
        return found.content


def _listed(content: bytes, size: int) -> Iterator[tuple[str, _Entry]]:
    """The entries of a folder as git keeps them: mode, name and hash, the last with so many bytes."""
    at = 0
    while (end := content.find(b"\0", at)) >= 0:
        mode, _, name = content[at:end].partition(b" ")
        at = end + 1 + size
        yield os.fsdecode(name), _Entry(mode.decode("ascii", "replace"), content[end + 1 : at].hex())
