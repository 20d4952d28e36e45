"""A small agreement in which nothing is found, with places where an example can be put."""

import re
import textwrap
from datetime import date
from pathlib import Path

from soa.config.settings import Settings
from soa.engine.check import Checked, check
from soa.model.review import round_file
from soa.rules import AnyRule
from soa.source import load

FRAME = (Path(__file__).parent / "frame.yaml").read_text("utf-8")
ROUND = (Path(__file__).parent / "round.yaml").read_text("utf-8")
ROUND_FILE = "review/round-1.yaml"
TODAY = date(2013, 6, 1)
NOTHING_SET = Settings()


def put(example_of: str, example: str, frame: str = FRAME) -> str:
    """The sound agreement with an example in place of one of its parts; `file` is all of it."""
    if example_of == "file":
        return example
    found = re.search(rf"^( *)# {example_of} {{\n(.*?)^\1# }}\n", frame, re.MULTILINE | re.DOTALL)
    assert found, f"the frame has no part {example_of}"
    return frame[: found.start(2)] + textwrap.indent(example.strip("\n") + "\n", found[1]) + frame[found.end(2) :]


def files(example_of: str, example: str) -> dict[str, str]:
    """The sound agreement with an example in it, by file: in a round of review beside it, or in place of one of its parts."""
    if example_of == "round":
        return {"soa.yaml": FRAME, ROUND_FILE: put("points", example, ROUND)}
    return {"soa.yaml": put(example_of, example)}


def checked(
    text: str | bytes,
    rules: dict[str, AnyRule] | None = None,
    today: date = TODAY,
    *,
    settings: Settings = NOTHING_SET,
    ignores: bool = True,
    known: dict[str, int] | None = None,
    **others: str,
) -> Checked:
    """Check a text, with the rules given or all of them."""
    texts = {"soa.yaml": text, **{_file(name): other for name, other in others.items()}}

    def read(name: str) -> str | bytes:
        if name not in texts:
            raise FileNotFoundError(name)
        return texts[name]

    return check(
        load("soa.yaml", read, round_file), as_of=today, rules=rules, settings=settings, ignores=ignores, known=known
    )


def _file(name: str) -> str:
    return name if name.endswith(".yaml") else name.replace("__", "/") + ".yaml"


def said(result: Checked) -> list[str]:
    """Findings as one-liners, for asserts a person can read."""
    return [f"{one.place.span.start.line}: {one.rule}/{one.case}: {one.message}" for one in result.findings]
