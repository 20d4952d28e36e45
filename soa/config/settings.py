"""A partnership's settings as values: what was configured, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Style(NamedTuple):
    """How the documents are to look. What is empty is as `soa` has it; names of files are relative to the configuration."""

    name: str = ""
    """The partnership's."""
    logo: str = ""
    """A file, SVG or PNG."""
    colour: str = ""
    second_colour: str = ""
    fonts: str = ""
    """One of `soa.config.read.FONTS`."""
    word_template: str = ""
    """A file, .docx."""


class Settings(NamedTuple):
    """What one agreement is checked and published with; without a configuration, the defaults."""

    rules: Mapping[str, str] = {}
    """By the name of a rule, or `rule/case`: on, off, or the severity to report it with."""
    options: Mapping[str, Mapping[str, int]] = {}
    """By the name of a rule: its options that are set, by name."""
    glossary: Mapping[str, str] = {}
    """Terms that need no explanation in the agreement, each with what it means."""
    names: tuple[str, ...] = ()
    """Bodies and places that the partnership knows and Scotland's lists do not."""
    timetable: Mapping[str, date] = {}
    """The round's own dates by which an agreement is to be `submitted` and `agreed`."""
    own_keys: Mapping[str, Any] | None = None
    """The partnership's JSON Schema for the `x-` keys of each mapping; None where it has none."""
    style: Style = Style()
