"""The options of every command, read from the words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

from soa.cli.ends import Refused


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what it did not understand."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message[:1].lower()}{message[1:]} (try {self.prog} --help)")


def _unknown(word: str, commands: tuple[str, ...]) -> str:
    """What to say of a command that there is not."""
    from soa.reference.near import did_you_mean  # only a slip needs it

    near = did_you_mean(word, commands, limit=1)
    way = f"did you mean {near[0]}?" if near else f"the commands are: {', '.join(commands)}"
    return f"there is no command {word}; {way}"


def parse(words: Sequence[str], commands: Mapping[str, str]) -> argparse.Namespace | None:
    """The options of the command that is named; None where none is, the help then printed. Raises Refused."""
    parser = _Parser(prog="soa", description="Write, check and publish Single Outcome Agreements.", allow_abbrev=False)
    parser.add_argument("--version", "-V", action="store_true", help="print the version")
    chosen = next((word for word in words if not word.startswith("-")), "")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    if chosen and chosen not in commands:
        raise Refused(_unknown(chosen, tuple(commands)))
    for name, said in commands.items():
        command = subparsers.add_parser(
            name, help=said, description=f"{said[:1].upper()}{said[1:]}.", allow_abbrev=False
        )
        if name == chosen:
            import_module(f"soa.cli.{name}").arguments(command)
    options = parser.parse_args(words)
    if not options.command:
        parser.print_help()
        return None
    return options
