"""`soa lsp`: the language server, which an editor starts and speaks with over standard input and output."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from soa.cli.configured import Terms, terms
from soa.cli.ends import Refused
from soa.cli.folder import NAME, NotFound, Where, agreement_of, reader
from soa.cli.lint import day, unreadable

if TYPE_CHECKING:
    from soa.editor.desk import Examined, Home


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa lsp`."""
    parser.add_argument("--stdio", action="store_true", help="what soa lsp does anyway; some editors say it")
    parser.add_argument("--as-of", metavar="DAY", help="the day that counts as today (default: today in Scotland)")
    parser.add_argument(
        "--config", metavar="FILE", help="the configuration to use (default: the nearest soa.toml or pyproject.toml)"
    )


def run(options: argparse.Namespace) -> int:
    """Serve an editor until it ends. Raises Refused where a part is missing, or nobody speaks."""
    if options.as_of:
        day(options.as_of)
    if sys.stdin is None or sys.stdin.isatty():
        raise Refused("soa lsp is started by an editor, which speaks with it; in a terminal, use soa lint --watch")
    try:
        from soa.editor.server import serve
    except ImportError as error:
        raise Refused(
            f'help in an editor needs more parts ({error.name}): pipx install "soa-toolkit[editor]", or pip install "soa-toolkit[editor]"'
        ) from None
    gc.enable()  # unlike the other commands this one runs all day
    spoken = os.fdopen(os.dup(sys.stdout.fileno()), "wb")  # a stream of its own, because it is closed at the end
    serve(Disk(options.config, options.as_of), sys.stdin.buffer, spoken)
    return 0


class Disk:
    """The files of agreements, and what they are checked with; see `soa.editor.desk.Disk`."""

    def __init__(self, configuration: str | None = None, as_of: str | None = None) -> None:
        self._configuration = configuration
        self._as_of = as_of
        self._terms: dict[Home, Terms] = {}

    def home(self, path: str, content: bytes) -> tuple[Home, str] | None:
        """The agreement to which a file with this content would belong, and the file's name in it; None for none."""
        from soa.editor.desk import Home

        try:
            where = agreement_of(path, content)
        except NotFound:
            return None
        folder = os.path.abspath(where.folder or ".")
        name = _within(folder, os.path.abspath(path)) or _within(os.path.realpath(folder), os.path.realpath(path))
        if not name or (name == where.name and not _is_agreement(name, content)):
            return None
        return Home(folder, where.name), name

    def path(self, home: Home, name: str) -> str:
        """The path of one of an agreement's files."""
        return os.path.join(home.folder, *name.split("/"))

    def reader(self, home: Home, instead: Mapping[str, bytes]) -> Callable[[str], bytes]:
        """What reads an agreement's files by name, some of them with other contents than on disk."""
        read = reader(home.folder)
        return lambda name: instead[name] if name in instead else read(name)

    def examine(self, home: Home, instead: Mapping[str, bytes], *, anew: bool) -> Examined:
        """Check an agreement; `anew` says that its configuration is to be read again."""
        from soa.editor.desk import Examined
        from soa.rules import all_rules

        where = Where(home.folder, home.name)
        try:
            if anew or home not in self._terms:
                self._terms[home] = terms(where, self._configuration, None)
        except Refused as refused:
            self._terms.pop(home, None)
            return Examined(None, all_rules(), str(refused))
        settled, read = self._terms[home], self.reader(home, instead)
        rules = settled.rules or all_rules()
        try:
            read(home.name)
        except OSError as error:
            return Examined(None, rules, unreadable(where, error))
        try:
            checked = settled.check(read, home.name, day(self._as_of))
        except Refused as refused:
            return Examined(None, rules, str(refused))
        return Examined(checked, rules, warnings=settled.warnings)


def _within(folder: str, path: str) -> str:
    """A path as a name in a folder, with forward slashes; empty where it lies outside."""
    try:
        name = os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return ""
    return "" if name.startswith("../") else name


def _is_agreement(name: str, content: bytes) -> bool:
    """Whether a file that belongs to no other's agreement is one itself; other YAML files are none of our business."""
    return name == NAME or any(line.startswith(b"soa:") for line in content.splitlines())
