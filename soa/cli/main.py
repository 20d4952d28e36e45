"""The command line: `soa new`, `soa lint`, `soa publish`, `soa preview`, `soa review`, `soa compare`, `soa portfolio`, `soa explain`, `soa rules`, `soa schema`, `soa lsp`."""

from __future__ import annotations

import gc
import os
import sys

from soa import __version__
from soa.cli.ends import BAD_OPTIONS, INTERRUPTED, Refused

COMMANDS = {
    "new": "a starter agreement for a council area",
    "lint": "say what is missing or weak in an agreement",
    "publish": "write an agreement as a document for its readers",
    "preview": "the page in a browser, renewed at every save, with the points beside their parts",
    "review": "a challenge report of a draft: where it stands, what to ask, what is good",
    "compare": "say what has changed between two versions of an agreement",
    "portfolio": "look over many agreements together, those of all areas",
    "explain": "say what a rule asks, why, and what to write instead",
    "rules": "list the rules, each in a line",
    "schema": "print the JSON Schema of the format",
    "lsp": "help an editor: findings as you type (needs the extra editor)",
}
"""Every command with its help; each is a module of this package with `arguments` and `run`."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 (a finding), 2 (nothing could be judged) or 130 (interrupted)."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        if words[:1] in (["--version"], ["-V"]):
            print(f"soa {__version__}")
            return 0
        return _run(words)
    except Refused as refused:
        print(f"soa: {refused}", file=sys.stderr)
        return BAD_OPTIONS
    except SystemExit as end:  # argparse, after --help
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone: nothing more can be said, and Python would say so once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(words: list[str]) -> int:
    if words[:1] == ["lint"] and not any(word.startswith("-") for word in words):
        from soa.cli.unchanged import say_so

        if say_so(words[1:]):
            return 0
    from soa.cli.options import parse

    options = parse(words, COMMANDS)
    if options is None:
        return 0 if not words else BAD_OPTIONS
    from importlib import import_module

    code: int = import_module(f"soa.cli.{options.command}").run(options)
    return code


def entry() -> None:
    """The command `soa`: prepares the streams, runs, and turns a fault of ours into one sentence."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them costs a tenth of a cold lint
    gc.disable()  # a run is short and makes no cycles worth looking for
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as fault:
        if os.environ.get("SOA_DEBUG"):
            raise
        print(
            f"soa: a fault in soa itself stopped it ({type(fault).__name__}: {fault}). Nothing of yours was changed. Please report it; SOA_DEBUG=1 shows more.",
            file=sys.stderr,
        )
        code = BAD_OPTIONS
    sys.exit(code)


if __name__ == "__main__":
    entry()
