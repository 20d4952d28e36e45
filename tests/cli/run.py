"""Running a command in this process, and an agreement on disk to run it on."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from soa.cli.main import main
from tests.rules.sound import FRAME

ERROR = FRAME.replace("due: 2017-02-28", "due: ongoing")
"""An agreement with one error."""
WARNING = FRAME.replace("          post: Head of Housing\n", "")
"""An agreement with one warning."""


class Answer(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


def soa(capsys, *words: object) -> Answer:
    """Run a command."""
    code = main([str(word) for word in words])
    return Answer(code, *capsys.readouterr())


def agreement(folder: Path, text: str | bytes = FRAME, **parts: str | bytes) -> Path:
    """Write an agreement into a folder, its parts beside it; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"soa": text, **parts}.items():
        (folder / f"{name}.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def in_parts(text: str = FRAME) -> dict[str, str]:
    """The agreement in two files: the resources in one of their own."""
    start = text.index("resources:\n")
    end = text.index("# }\n", start)
    return {"soa": f"{text[:start]}resources: {{file: money.yaml}}\n{text[end:]}", "money": text[start + 11 : end]}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name, with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
