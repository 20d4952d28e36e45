"""A finding in words, the same in every format that people read."""

from __future__ import annotations

from soa.findings import Finding, Report
from soa.formats import Setting


def visible(text: str) -> str:
    """A text whose control characters cannot reach a terminal; line breaks stay."""
    return "".join(one if one.isprintable() or one == "\n" else "\N{REPLACEMENT CHARACTER}" for one in text)


def on_one_line(path: str) -> str:
    """The name of a file as it can be shown; a name may hold anything."""
    return visible(path).replace("\n", "\N{REPLACEMENT CHARACTER}")


def sentence(message: str) -> str:
    """A message as a sentence: a capital first, a full stop last."""
    text = visible(message[:1].upper() + message[1:])
    return text if text.endswith((".", "?", "!", "”")) else f"{text}."


def advice(finding: Finding, setting: Setting) -> str:
    """What the reader is told to do about it: an officer what to write, a location director what to ask; empty where nothing is."""
    if setting.reader == "director":
        return f"Question: {visible(finding.question)}" if finding.question else ""
    return f"Help: {visible(finding.help)}" if finding.help else ""


def path_in_repository(file: str, report: Report, setting: Setting) -> str:
    """A file's path from the top of the repository, with forward slashes."""
    root, above = report.root, setting.above
    if setting.top and root.startswith(setting.top):
        root, above = root[len(setting.top) :], ""
    absolute = is_absolute(root)
    steps: list[str] = []
    for step in f"{root if absolute else above + root}{file}".split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return "/" * root.startswith("/") + "/".join(steps)


def is_absolute(path: str) -> bool:
    """Whether a path with forward slashes starts at the root of a disk."""
    return path.startswith("/") or path[1:3] == ":/"
