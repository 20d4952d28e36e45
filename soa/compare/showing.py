"""The answers of an agreement as a sentence shows them, and as data keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from soa.compare.details import detail
from soa.compare.fields import Field, fields_of
from soa.compare.nouns import short_noun, words_of
from soa.compare.side import LONGEST, Side, Unread, Written, moment_of, plain, quoted
from soa.source.places import Path

_BEFORE = 5
"""So many words are quoted before the first that differs."""


def words(side: Side, one: Written, field: Field) -> str:
    """An answer as a sentence shows it."""
    value = one.data.get(field.key)
    path = (*one.path, field.key)
    if field.part is not None or isinstance(value, (Mapping, list)):
        return _brief(side, path, field, value)
    leaf = side.leaf(path, value)
    if isinstance(leaf, Unread):
        return f"{quoted(leaf)} (which could not be read)"
    return value_shown(side, one, field, leaf)


def beside(was: str, now: str) -> tuple[str, str]:
    """Two texts as a sentence quotes them: where they are long, from a little before the first word that differs."""
    if max(len(was), len(now)) <= LONGEST:
        return quoted(was), quoted(now)
    ours, theirs = was.split(), now.split()
    same = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), None)
    first = min(len(ours), len(theirs)) if same is None else same
    if len(" ".join(theirs[: first + 1])) <= LONGEST * 2 // 3:
        return quoted(was), quoted(now)
    start = max(first - _BEFORE, 0)
    return quoted(f"…{' '.join(ours[start:])}"), quoted(f"…{' '.join(theirs[start:])}")


def value_shown(side: Side, one: Written, field: Field, value: Any) -> str:
    """One value of an answer as a sentence shows it."""
    if field.form == "reference":
        return side.named(one.cls, field.key, value, one.path)
    if field.form == "moment" and (moment := moment_of(value)) is not None:
        return side.say.moment(moment)
    if isinstance(value, Decimal):
        if field.form == "money" and value == value.to_integral_value():
            return side.say.pounds(int(value))
        return side.say.number(Decimal(f"{value:f}"))
    if field.form == "word" and isinstance(value, str):
        return quoted(value.replace("-", " "))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return quoted(value)


def full(side: Side, one: Written, field: Field) -> str:
    """An answer as data keeps it: an author's words whole, everything else as a sentence shows it."""
    value = one.data.get(field.key)
    if field.is_words and isinstance(value, str):
        return " ".join(value.split())
    said_so = words(side, one, field)
    return said_so[1:-1] if said_so.startswith("“") and said_so.endswith("”") else said_so


def inside(side: Side, one: Written) -> str:
    """The answers of a part, each with its title."""
    given = (
        f"{field.title.lower()}: {words(side, one, field)}"
        for key, field in fields_of(one.cls).items()
        if key in one.data and key not in {"id", "person"}
    )
    return "; ".join(given)


def _brief(side: Side, path: Path, field: Field, value: Any) -> str:
    """A part or list in a few words."""
    one = side.parts.get(path)
    if one is not None:
        return detail(side, one) or inside(side, one)
    if isinstance(value, list) and field.part is not None:
        names = [_entry(side, (*path, at), item) for at, item in enumerate(value)]
        more = len(names) - 4
        return ", ".join(names[:4]) + (f" and {more} more" if more > 0 else "")
    if isinstance(value, list):
        around = side.parts[path[:-1]]
        return ", ".join(value_shown(side, around, field, plain(item)) for item in value)
    return quoted(flat(value))


def _entry(side: Side, path: Path, item: Any) -> str:
    one = side.parts.get(path)
    if one is None:
        return quoted(flat(item))
    return short_noun(side, path) if words_of(one) or "id" in one.data else detail(side, one)


def flat(value: Any) -> str:
    """Any value as a text."""
    if isinstance(value, Mapping):
        given = sorted(((str(key), below) for key, below in value.items() if key != "person"), key=lambda one: one[0])
        return "; ".join(f"{key}: {flat(below)}" for key, below in given)
    if isinstance(value, list):
        return ", ".join(map(flat, value))
    found = plain(value)
    if isinstance(found, bool):
        return "yes" if found else "no"
    return "" if found is None else f"{found:f}" if isinstance(found, Decimal) else str(found)


def as_text(value: Any) -> str:
    """The same, empty for nothing."""
    return "" if value is None else flat(value)
