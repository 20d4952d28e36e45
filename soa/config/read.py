"""Reading a configuration: TOML in, values out, and for whatever is not as it should be a sentence and its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from soa.config.settings import Settings, Style

FILE = "soa.toml"
PYPROJECT = "pyproject.toml"
SEVERITIES = ("error", "warning", "advice")
FONTS = ("classic", "plain", "hyperlegible")
"""The pairs of fonts that are shipped."""

MOST_FAULTS = 20
"""So many slips of a configuration are told at once."""


class ConfigFault(NamedTuple):
    """What is wrong with a configuration."""

    message: str
    line: int
    """From 1; 0 where it cannot be told."""


class Configuration(NamedTuple):
    """What a configuration says. Names of files are relative to its folder."""

    settings: Settings = Settings()
    """Without `own_keys`, whose schema is in a file of its own."""
    fail_on: str = ""
    baseline: str = ""
    own_keys: str = ""
    """The file with the partnership's JSON Schema for its `x-` keys."""
    own_rules: tuple[str, ...] = ()
    """The files with the partnership's own rules, in Python."""


class Read(NamedTuple):
    """What came of reading."""

    configuration: Configuration
    faults: tuple[ConfigFault, ...]


class _Key(NamedTuple):
    """A key that a table may have: what its value must be, in words, and what tells whether it is."""

    wanted: str
    fits: Callable[[Any], bool]
    doubt: Callable[[Any], str] = lambda _: ""
    """What stands against a value that fits, as the end of a sentence; empty if nothing does."""


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _is_colour(value: object) -> bool:
    from soa.config.colours import is_colour  # only a style needs it

    return is_colour(value)


def _too_pale(colour: str) -> str:
    """Words in a colour must be read on white paper."""
    from soa.config.colours import AA, WHITE, contrast, nearest

    found = contrast(colour, WHITE)
    if found >= AA:
        return ""
    shown = int(found * 10) / 10  # 4.47 is not told as 4.5
    return f'is too pale to be read on white: its contrast is {shown:g} to 1, and {AA:g} to 1 is the least; use "{nearest(colour)}"'


def _one_of(words: tuple[str, ...]) -> _Key:
    return _Key("one of " + ", ".join(f'"{one}"' for one in words), words.__contains__)


_TEXT = _Key("a text in quotes", lambda value: isinstance(value, str) and bool(value))
_TEXTS = _Key('a list of texts, such as ["One", "Two"]', _texts)
_DAY = _Key("a day without quotes, such as 2013-04-01", lambda value: type(value) is date)
_NUMBER = _Key("a whole number", lambda value: type(value) is int)
_SEVERITY = _one_of(SEVERITIES)
_COLOUR = _Key('a colour as # and six figures or letters from a to f, such as "#0c4f58"', _is_colour, _too_pale)

TABLES: Mapping[str, Mapping[str, _Key] | _Key] = {
    "lint": {"fail-on": _SEVERITY, "baseline": _TEXT},
    "rules": _TEXT,
    "options": _NUMBER,
    "glossary": _TEXT,
    "known": {"names": _TEXTS},
    "timetable": {"submitted": _DAY, "agreed": _DAY},
    "own": {"keys": _TEXT, "rules": _TEXTS},
    "style": {
        "name": _TEXT,
        "logo": _TEXT,
        "colour": _COLOUR,
        "second-colour": _COLOUR,
        "fonts": _one_of(FONTS),
        "word-template": _TEXT,
    },
}
"""The tables; one that is a single key may have keys of any name, and `options` has such a table for each rule."""


def read(text: str, *, pyproject: bool = False) -> Read:
    """Read the text of a `soa.toml`, or of a `pyproject.toml` with a table `tool.soa`."""
    try:
        data: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # the first also where a number has thousands of figures
        line = re.search(r"at line (\d+)", str(error))
        said = re.sub(r" \(at .*\)$", "", str(error))
        return Read(Configuration(), (ConfigFault(f"this is not TOML: {said}", int(line[1]) if line else 0),))
    if pyproject:
        data = data["tool"]["soa"] if _has_table(data) else {}
    found = _Reader(text, "tool.soa." if pyproject else "")
    return Read(found.configuration(data), tuple(found.faults))


def has_table(text: str) -> bool:
    """Whether the text of a `pyproject.toml` configures soa."""
    if "soa" not in text:
        return False
    try:
        return _has_table(tomllib.loads(text))
    except (ValueError, RecursionError):
        return False


def _has_table(data: Mapping[str, Any]) -> bool:
    tool = data.get("tool")
    return isinstance(tool, dict) and "soa" in tool


def line_of(text: str, table: str, key: str = "") -> int:
    """The line on which a key of a table stands, or else the table's header; 0 where neither is found."""
    lines = _lines(text)
    return lines.get((table, key)) or lines.get((table, ""), 0)


@lru_cache(maxsize=2)  # a text is gone through once, however much is wrong with it
def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each table's header, and of each key in it."""
    found: dict[tuple[str, str], int] = {}
    here = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = re.sub(r"[\"'\s]", "", header[1])
            found.setdefault((here, ""), number)
        elif key := _KEY.match(line):
            found.setdefault((here, key["quoted"] or key["bare"]), number)
    return found


_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*(?:([\"'])(?P<quoted>[^\"']+)\1|(?P<bare>[\w-]+))\s*[.=]")


class _Reader:
    """Takes a configuration apart, and keeps what is wrong with it."""

    def __init__(self, text: str, prefix: str) -> None:
        self.text, self.prefix = text, prefix
        self.faults: list[ConfigFault] = []

    def configuration(self, data: object) -> Configuration:
        """What the tables say; what is wrong with one is left out of it."""
        tables = self._tables(data)
        lint, own = tables.get("lint", {}), tables.get("own", {})
        settings = Settings(
            rules=tables.get("rules", {}),
            options=tables.get("options", {}),
            glossary=tables.get("glossary", {}),
            names=tuple(tables.get("known", {}).get("names", ())),
            timetable=tables.get("timetable", {}),
            style=Style(**{key.replace("-", "_"): value for key, value in tables.get("style", {}).items()}),
        )
        return Configuration(
            settings,
            lint.get("fail-on", ""),
            lint.get("baseline", ""),
            own.get("keys", ""),
            tuple(own.get("rules", ())),
        )

    def _tables(self, data: object) -> dict[str, dict[str, Any]]:
        if not isinstance(data, dict):
            self._fault("this is a single value; write a table, such as [tool.soa.rules]", "")
            return {}
        sound = {}
        for name, table in data.items():
            shape = TABLES.get(name)
            if shape is None:
                self._unknown("table", f"[{self.prefix}{name}]", name, tuple(TABLES), name)
            elif not isinstance(table, dict):
                self._fault(f"“{name}” is a table: write [{self.prefix}{name}] on a line of its own", "", name)
            elif name == "options":
                sound[name] = self._options(table)
            else:
                sound[name] = self._keys(name, table, shape)
                if name == "style" and "logo" in table and "name" not in table:
                    said = "wants “name” beside it: it is read to those who do not see the logo"
                    self._fault(f"“logo” in [{self.prefix}style] {said}", name, "logo")
        return sound

    def _options(self, rules: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        sound = {}
        for rule, table in rules.items():
            if isinstance(table, dict):
                sound[rule] = self._keys(f"options.{rule}", table, _NUMBER)
            else:
                said = f"options belong to a rule: write [{self.prefix}options.RULE], and {rule} below it"
                self._fault(said, "options", rule)
        return sound

    def _keys(self, name: str, table: Mapping[str, Any], shape: Mapping[str, _Key] | _Key) -> dict[str, Any]:
        sound = {}
        for key, value in table.items():
            wanted = shape if isinstance(shape, _Key) else shape.get(key)
            if wanted is None:
                self._unknown("key", f"“{key}” in [{self.prefix}{name}]", key, tuple(shape), name, key)  # type: ignore[arg-type]
            elif not wanted.fits(value):
                self._fault(f"“{key}” in [{self.prefix}{name}] must be {wanted.wanted}", name, key)
            elif doubt := wanted.doubt(value):
                self._fault(f"“{key}” in [{self.prefix}{name}] {doubt}", name, key)
            else:
                sound[key] = value
        return sound

    def _unknown(self, what: str, said: str, word: str, choices: tuple[str, ...], table: str, key: str = "") -> None:
        if len(self.faults) < MOST_FAULTS:  # what is meant takes a while to find
            self._fault(f"there is no {what} {said}{meant(word, choices)}", table, key)

    def _fault(self, message: str, table: str, key: str = "") -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(ConfigFault(message, line_of(self.text, f"{self.prefix}{table}", key)))


def meant(word: str, choices: tuple[str, ...]) -> str:
    """The end of a sentence about a word that is not known: the one that is meant, or all there are if they are few."""
    from soa.reference.near import did_you_mean  # only a slip needs it

    near = did_you_mean(word, choices, limit=1)
    if near:
        return f"; did you mean {near[0]}?"
    return f"; there are: {', '.join(choices)}" if len(choices) <= 12 else ""
