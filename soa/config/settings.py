"""A partnership's settings as values: what was configured, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Settings(NamedTuple):
    """What one agreement is checked with; without a configuration, the defaults."""

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
