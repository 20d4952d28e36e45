"""Findings as text for people and for programs: one function a format, from reports to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from soa.findings import Report


class Setting(NamedTuple):
    """What a format may need to know besides the findings."""

    as_of: str
    """The day that counted as today, such as 2013-06-30; empty where the format does not say it."""
    colour: bool = False
    width: int = 100
    """Columns of the terminal."""
    reader: str = "officer"
    """One of READERS."""
    above: str = ""
    """The folder that reports are relative to, from the top of the repository, with a slash at the end; empty at the top."""
    top: str = ""
    """The top of the repository, or the current folder in none: an absolute path with a slash at the end."""


Format = Callable[[Sequence[Report], Setting], str]

READERS = ("officer", "director")
"""For whom findings are worded: as advice to the officer who writes, or as the questions of a location director."""

FORMATS = {
    "text": "text",
    "json": "json_v1",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
}
"""The formats by the name a user gives, and the module that writes each."""


def write(name: str, reports: Sequence[Report], setting: Setting) -> str:
    """The reports in one of FORMATS."""
    writer: Format = import_module(f"{__name__}.{FORMATS[name]}").write
    return writer(reports, setting)
