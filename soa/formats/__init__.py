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


Format = Callable[[Sequence[Report], Setting], str]

FORMATS = {"text": "text", "json": "json_v1"}
"""The formats by the name a user gives, and the module that writes each."""


def write(name: str, reports: Sequence[Report], setting: Setting) -> str:
    """The reports in one of FORMATS."""
    writer: Format = import_module(f"{__name__}.{FORMATS[name]}").write
    return writer(reports, setting)
