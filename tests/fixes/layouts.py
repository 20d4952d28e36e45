"""An agreement written out in a layout nobody would choose, twice: with slips of known kinds, and as it should read.

The two texts differ in nothing but the slips, so that mending the one must give the other, byte for byte.
"""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random
from typing import Any, NamedTuple

from soa.model.slips import part_at
from soa.source.places import Path

Data = dict[str, Any] | list[Any] | str | int | bool | Decimal | None

_SAFE = re.compile(r"[A-Za-z][^\n:#,\[\]{}&*!|>'\"%@`?]*[A-Za-z0-9)]")
_NOT_TEXT = re.compile(r"true|false|null", re.IGNORECASE)

NOTES = (
    "# 31/3/2014 or 2013/14?",
    "# owner: counsil, it's £1.2m {to check: [",
    "# 72% … “percent” \U0001f475 fheàrr",
    "#",
    "# contibutors: 'x",
)
"""Comments in which every slip stands that the text may have; none of them is ever mended."""

MONTHS = "January February March April May June July August September October November December".split()


class Token(NamedTuple):
    """A key or an answer as it is written with a slip, and as it should be."""

    wrong: str
    right: str


class Slip(NamedTuple):
    """What is wrong with a key or an answer."""

    wrong: str
    right: str
    bare: bool = False
    """Whether the right answer stands without quotes, whatever the wrong one has around it."""


def days(day: str) -> tuple[str, ...]:
    """Forms of a day that the file does not write."""
    year, month, number = day.split("-")
    plain = int(number)
    return (
        f"{number}/{month}/{year}",
        f"{plain}.{int(month)}.{year}",
        f"{plain} {MONTHS[int(month) - 1]} {year}",
        f"{MONTHS[int(month) - 1][:3]} {plain} {year}",
        f"{year}/{month}/{number}",
    )


def slips_of(path: Path, value: Data, unit: str) -> list[Slip]:
    """The slips that an answer can have, each with one right answer."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    found: list[Slip] = []
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        found += [Slip(form, value) for form in days(value)]
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d", value):
        found += [Slip(form, value) for form in (value.replace("-", "/"), f"{value[:5]}{value[:2]}{value[5:]}")]
    elif key in {"amount", "of_total"} and isinstance(value, int):
        found += [Slip(form, str(value), bare=True) for form in (f"£{value:,}", f"{value:,}", f"£{value}")]
        found += [Slip(f"{Decimal(value).scaleb(-3):f}k", str(value), bare=True)]
    elif key in {"value", "base"} and isinstance(value, (int, Decimal)):
        if unit == "per cent" and key == "value":
            found += [Slip(f"{value}%", f"{value}", bare=True), Slip(f"{value} per cent", f"{value}", bare=True)]
        if value >= 1000:
            found.append(Slip(f"{value:,}", f"{value}", bare=True))
    elif value is True:
        found.append(Slip("yes", "true", bare=True))
    elif key in {"kind", "direction", "measured_over", "status", "preventive", "influence"} and isinstance(value, str):
        found += [Slip(value.title(), value), Slip(value.upper(), value)]
    elif key == "unit" and isinstance(value, str) and value == "per cent":
        found += [Slip("percent", value), Slip("per-cent", value), Slip("Percentage", value)]
    elif key in {"lead", "owner", "partner"} and isinstance(value, str):
        found += [Slip(value.upper(), value)]
        found += [Slip(wrong, value) for right, wrong in (("council", "counsil"), ("hscp", "hcsp")) if value == right]
    elif key == "indicator" and isinstance(value, str):
        found += [Slip(value[:4] + value[5:], value), Slip(value.replace("-", "_") + "s", value)]
    return found


def slips_of_key(path: Path) -> list[str]:
    """Misspellings of a key that are near no other key of its place."""
    key = str(path[-1])
    owner = part_at(path[:-1])
    if owner is None or len(path) == 1 or len(key) < 6:
        return []
    known = set(owner.model_fields)
    forms = (
        key.replace("_", "-"),
        key.capitalize(),
        key[:3] + key[4:],
        key[:2] + key[3] + key[2] + key[4:],
        key[:4] + key[3:],
    )
    return [form for form in forms if form not in known and _only_near(form, known)]


def _only_near(form: str, known: set[str]) -> bool:
    """Whether just one key has nearly the same letters."""
    letters = set(form.lower())
    return sum(len(letters ^ set(name)) <= 3 and abs(len(form) - len(name)) < 4 for name in known) == 1


class Writer:
    """Writes data as YAML, every choice of form left to chance."""

    def __init__(self, chance: Random, slips: frozenset[Path], keys: frozenset[Path]) -> None:
        self.chance = chance
        self.slips = slips
        self.keys = keys
        self.pieces: list[str | Token] = []
        self.made = 0
        self.below_text = False
        self.meant: dict[Path, str] = {}
        """The texts that are given a colon."""
        self.unit = ""

    def document(self, data: Data, path: Path = ()) -> tuple[str, str]:
        """The text with slips and without."""
        self.pieces = []
        self.gap(0)
        self.block(data, path, 0)
        wrong = "".join(one if isinstance(one, str) else one.wrong for one in self.pieces)
        right = "".join(one if isinstance(one, str) else one.right for one in self.pieces)
        return wrong, right

    def one_of(self, *choices: Any) -> Any:
        """One of some choices."""
        return self.chance.choice(choices)

    def gap(self, indent: int) -> None:
        """Blank lines and lines of comment, in any column."""
        if self.below_text:
            self.below_text = False
            self.pieces.append(self.one_of("", "\n", "# at the left: 1,200\n"))
        elif self.one_of(0, 0, 0, 1):
            note = self.one_of(*NOTES)
            self.pieces.append(self.one_of("\n", f"{' ' * indent}{note}\n", f"  {note}\n", f"{note}\n\n"))

    def line_end(self) -> None:
        """The end of a line, perhaps with spaces or a comment before it."""
        self.pieces.append(self.one_of("\n", "\n", "  \n", f" {self.one_of(*NOTES)}\n", f"   {self.one_of(*NOTES)}\n"))

    def block(self, data: Data, path: Path, indent: int, *, started: bool = False) -> None:
        """A mapping or list on lines of its own; `started` where its first entry goes on a line that has begun."""
        entries = _entries(data)
        if isinstance(data, dict) and "unit" in data:
            self.unit = str(data["unit"])
        for number, (step, value) in enumerate(entries):
            if number or not started:
                self.gap(indent)
                self.pieces.append(" " * indent)
            here = (*path, step)
            if isinstance(data, dict):
                self.key(here)
                self.pieces.append(":")
                self.answer(value, here, indent)
            else:
                self.pieces.append("-")
                if isinstance(value, dict) and value and self.one_of(True, False):
                    width = self.one_of(1, 3)
                    self.pieces.append(" " * width)
                    self.block(value, here, indent + 1 + width, started=True)
                else:
                    self.answer(value, here, indent)

    def answer(self, value: Data, path: Path, indent: int) -> None:
        """What stands after a colon or a dash, to the end of its last line."""
        if isinstance(value, (dict, list)) and value and self.one_of(True, True, not _is_flat(value)):
            self.line_end()
            least = 0 if isinstance(value, list) and isinstance(path[-1], str) else 1
            self.block(value, path, indent + self.one_of(*{least, 2, 5}))
            return
        self.pieces.append(self.one_of(" ", " ", "   "))
        if isinstance(value, (dict, list)):
            self.flow(value, path, indent)
        elif (
            isinstance(value, str)
            and " " in value
            and _SAFE.fullmatch(value)
            and path not in self.slips
            and self.one_of(0, 0, 1)
        ):
            self.folded(value, indent)
            return
        else:
            self.scalar(value, path)
        self.line_end()

    def folded(self, text: str, indent: int) -> None:
        """A text below its key, on several lines."""
        words = text.split(" ")
        half = len(words) // 2
        pad = " " * (indent + 2)
        mark = self.one_of(">-", ">-  # 2013/14")
        self.pieces.append(f"{mark}\n{pad}{' '.join(words[:half])}\n{pad}{' '.join(words[half:])}\n")
        self.below_text = True

    def flow(self, data: Data, path: Path, indent: int) -> None:
        """A mapping or list in braces or brackets, perhaps over several lines with comments."""
        entries = _entries(data)
        if isinstance(data, dict) and "unit" in data:
            self.unit = str(data["unit"])
        self.pieces.append(("{" if isinstance(data, dict) else "[") + self.one_of("", " "))
        for number, (step, value) in enumerate(entries):
            if number:
                note = f" {self.one_of(*NOTES)}"
                pad = " " * (indent + 4)
                self.pieces.append(self.one_of(", ", ",", ", ", f",\n{pad}", f",{note}\n{pad}"))
            here = (*path, step)
            if isinstance(data, dict):
                self.key(here)
                self.pieces.append(": ")
            if isinstance(value, (dict, list)):
                self.flow(value, here, indent)
            else:
                self.scalar(value, here, in_brackets=True)
        self.pieces.append(self.one_of("", " ") + ("}" if isinstance(data, dict) else "]"))

    def key(self, path: Path) -> None:
        """A key, in quotes now and then."""
        quote = self.one_of("", "", "", "'", '"')
        key = str(path[-1])
        wrong = self.one_of(*forms) if path in self.keys and (forms := slips_of_key(path)) else key
        self.made += wrong != key
        self.pieces.append(Token(f"{quote}{wrong}{quote}", f"{quote}{key}{quote}"))

    def scalar(self, value: Data, path: Path, *, in_brackets: bool = False) -> None:
        """An answer on one line."""
        slips = slips_of(path, value, self.unit) if path in self.slips else []
        if slips:
            slip = self.one_of(*slips)
            plain = not in_brackets or "," not in slip.wrong
            quote = self.one_of("'", '"', *[""] * plain)
            bare = "" if slip.bare else quote
            self.pieces.append(Token(f"{quote}{slip.wrong}{quote}", f"{bare}{slip.right}{bare}"))
            self.made += 1
        elif path in self.slips and takes_colon(path, value):
            first, rest = str(value).split(" ", 1)
            self.pieces.append(Token(f"{first}: {rest}", f'"{first}: {rest}"'))
            self.meant[path] = f"{first}: {rest}"
            self.made += 1
        else:
            self.pieces.append(self.written(value, in_brackets=in_brackets))

    def written(self, value: Data, *, in_brackets: bool) -> str:
        """An answer without a slip, quoted in one of the ways that it can be."""
        if value is None:
            return "~"
        if isinstance(value, bool):
            return str(value).lower()
        if not isinstance(value, str):
            return f"{value}"
        plain = bool(_SAFE.fullmatch(value)) and not _NOT_TEXT.fullmatch(value)
        plain = plain or bool(re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value))
        styles = ["'" + value.replace("'", "''") + "'"]
        if '"' not in value and "\\" not in value:
            styles.append(f'"{value}"')
        return str(self.one_of(*styles, *[value] * (3 * plain)))


_WORDS = {"title", "statement", "action", "finding", "definition", "name", "risk", "milestone"}
"""Keys of texts in which a colon may stand without quotes; a slip there changes what is meant by as much as a colon."""


def _entries(data: Data) -> list[tuple[str | int, Data]]:
    return [*data.items()] if isinstance(data, dict) else [*enumerate(data)] if isinstance(data, list) else []


def _is_flat(value: Data) -> bool:
    """Whether a value is small enough to stand in braces."""
    inner = [one for _, one in _entries(value)]
    return (
        all(not isinstance(one, (dict, list)) or (isinstance(one, list) and len(one) < 3) for one in inner)
        and len(inner) < 9
    )


def paths_of(data: Data, path: Path = ()) -> list[tuple[Path, Data]]:
    """Every path to an answer or an entry of a list, with what stands there."""
    found: list[tuple[Path, Data]] = []
    for step, value in _entries(data):
        found += [((*path, step), value), *paths_of(value, (*path, step))]
    return found


def may_slip(path: Path, value: Data) -> bool:
    """Whether there is a slip that an answer can have."""
    return bool(slips_of(path, value, "per cent")) or takes_colon(path, value)


def takes_colon(path: Path, value: Data) -> bool:
    """Whether a colon in an answer is no more than a text that wants quotes."""
    return path[-1] in _WORDS and isinstance(value, str) and " " in value and bool(_SAFE.fullmatch(value))
