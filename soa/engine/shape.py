"""Faults of shape: pydantic's errors said in our words, or in those of the rule that asks the question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from soa.model.measure import TargetValue
from soa.model.part import MISSING
from soa.model.slips import groups_that_know, id_meant, key_for_certain, part_at, word_meant, words_at
from soa.rules import AnyRule
from soa.rules._rule import Claim
from soa.source.places import Path

_TYPES = {"missing": "missing-key", "too_short": "missing-key", "too_long": "wrong-form", "extra_forbidden": "unknown-key", "model_type": "wrong-type", "model_attributes_type": "wrong-type", "dict_type": "wrong-type", "tuple_type": "wrong-type"}  # fmt: skip
"""pydantic's own names of errors that an agreement can meet; the others are ours already."""


_REFERENCE = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*")
_STOPGAPS = frozenset({"tbc", "tba", "tbd", "todo", "none", "nil", "no", "yes", "unknown", "various", "all", "ongoing", "to-follow", "n.a", "n-a"})  # fmt: skip
_REFUSALS = frozenset({"no", "none", "nil", "false", "n/a", "na", "not applicable", "-"})
"""Words for no answer at all."""


class ShapeFault(NamedTuple):
    """A fault of shape, before it has a place."""

    rule: str
    case: str
    message: str
    help: str
    path: Path
    write: str = ""
    """What to write instead of the value (or of the key, for an unknown key), where that is certain."""


def faults_of_shape(
    errors: Sequence[Any], misspelt: Mapping[Path, str], rules: Mapping[str, AnyRule]
) -> list[ShapeFault]:
    """What pydantic's error lines mean to the writer: one fault a cause. `misspelt` are the unknown keys, each with the one that is meant."""
    claims: dict[tuple[Any, Any], list[tuple[str, AnyRule, Claim]]] = {}
    for name, rule in rules.items():
        for claim in rule.claims:
            claims.setdefault((claim.part, claim.key), []).append((name, rule, claim))
    absent = {tuple(line["loc"]) for line in errors if line["type"] == "missing"}
    covered = Counter((*path[:-1], meant) for path, meant in misspelt.items() if meant)
    faults: dict[Path, ShapeFault] = {}
    for line in errors:
        path: Path = tuple(line["loc"])
        if path in misspelt:
            meant = misspelt[path]
            sure = covered[*path[:-1], meant] == 1 and key_for_certain(path, meant)
            faults.setdefault(path, _unknown_key(path, meant, absent, sure=sure))
            continue
        if line["type"] == "missing" and {path, (*path[:-1], "not_yet")} & covered.keys():
            continue
        if (
            line["type"] == "missing"
            and line["input"] == {}
            and (part_at(path[:-2]), path[-2] if len(path) > 1 else "") in claims
        ):
            path = path[:-1]
        faults.setdefault(path, _claimed(line, path, claims) or _plain(line, path))
    return list(faults.values())


def _claimed(
    line: Any, path: Path, claims: Mapping[tuple[Any, Any], list[tuple[str, AnyRule, Claim]]]
) -> ShapeFault | None:
    """The fault in the words of the rule that asks the question, if one does."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if path and path[-1] != key:
        return None
    value = line["input"]
    if line["type"] == "tuple_type" and isinstance(value, str) and _is_reference(value):
        return None  # the answer is there, and only its brackets or its dash are not
    if line["type"] in {"missing", "too_short"} or value is None or line["type"] == "missing-key" or value in ({}, []):
        how = "missing"
    elif isinstance(value, (list, tuple)):
        how = "list"
    elif isinstance(value, str) and (
        not any(character.isdigit() for character in value) or (line["type"] == "wrong-type" and value[:1].isalpha())
    ):
        how = "words"
    else:
        return None
    for name, rule, claim in claims.get((part_at(path[:-1]), key), ()):
        if how in claim.on:
            said = claim.message.replace("{value}", _quoted(value))
            return ShapeFault(name, claim.case, said, rule.cases[claim.case].help, path)
    return None


def _is_reference(text: str) -> bool:
    """Whether a text looks like the id of something, and not like words or a stopgap."""
    return bool(_REFERENCE.fullmatch(text)) and text not in _STOPGAPS


def _quoted(value: object) -> str:
    return (
        f"“{value}”"
        if isinstance(value, str)
        else ", ".join(map(str, value))
        if isinstance(value, (list, tuple))
        else ""
    )


def _plain(line: Any, path: Path) -> ShapeFault:
    """The fault in the words of the format family."""
    kind = _TYPES.get(line["type"], line["type"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    context = line.get("ctx", {})
    if line["type"] == "missing":
        return ShapeFault(
            "missing-key",
            "absent",
            f"“{key}” is missing here{_asks(path)}",
            "Add a line: soa: 1" if path == ("soa",) else f"Add a line {key}: with the answer.",
            path,
        )
    if path and isinstance(path[-1], int) and ("message" not in context or line["input"] is None):
        return _plain_entry(line["input"], key, path)
    if line["input"] is None or line["type"] == "too_short" or kind == "missing-key":
        return ShapeFault(
            "missing-key",
            "empty",
            f"“{key}” has no answer yet{_asks(path)}",
            _write_answer(path),
            path,
        )
    if "message" in context:
        case = "barred" if kind == "unknown-key" else "value"
        how, write = _better_advice(kind, path, line["input"]) or (context["help"], context["write"])
        return ShapeFault(kind, case, context["message"], how, path, write)
    if line["type"] == "too_long":
        return ShapeFault(
            "wrong-form",
            "value",
            f"“{key}” has more entries than it may have ({context['max_length']})",
            "Keep those that matter.",
            path,
        )
    wanted = "a list" if line["type"] == "tuple_type" else "a group of keys"
    said = f"“{key}” must be {wanted} here, and this is {_kind_of_value(line['input'])}"
    return ShapeFault("wrong-type", "value", said, _how_to_write(wanted, key, path, line["input"]), path)


def _write_answer(path: Path) -> str:
    """What to write where there is no answer yet, the words out of which it is taken included."""
    words = words_at(path)
    said = "Write the answer after the colon" + (f", one of: {', '.join(words)}" if words else "")
    if not _may_be_left_out(path):
        return f"{said}."
    return f"{said}; or take the line out." if words else f"{said}, or take the line out."


def _better_advice(kind: str, path: Path, value: object) -> tuple[str, str] | None:
    """What to write, and its text where that is certain, where the place of a value says more than the value does."""
    if kind == "unknown-word":
        if _may_be_left_out(path) and str(value).strip().lower() in _REFUSALS:
            return "Take the line out.", ""
        if meant := word_meant(path, value):
            return f"Did you mean {meant}? The words are: {', '.join(words_at(path))}.", meant
    if kind == "wrong-form" and path[-1:] == ("id",) and (near := id_meant(path, value)):
        return f"Write {near}", near
    if kind == "wrong-type" and path[-2:] == ("baseline", "value") and isinstance(value, str):
        return (
            "Write it in figures; where it is not known yet, write not_yet: in place of baseline:, with what is missing, its owner and the date of the first reading.",
            "",
        )
    if kind == "wrong-form" and path[-1:] == ("starts",) and isinstance(value, str):
        return _first_of_month(value)
    if kind == "wrong-form" and path[-1:] == ("value",) and isinstance(value, str):
        return _of_target(value) if part_at(path[:-1]) is TargetValue else None
    return None


def _first_of_month(value: str) -> tuple[str, str] | None:
    """The day on which a month begins, for a start that names the month alone."""
    from soa.model.meant import day_to_check, moment_meant

    day = "" if moment_meant(value) else day_to_check(value)
    return (f"Write the day, such as {day[:8]}01.", "") if day and day[8:] not in value else None


def _of_target(value: str) -> tuple[str, str] | None:
    """How a target of at least or at most, or of a range, is written."""
    from soa.model.meant import figures_meant, number_meant
    from soa.model.scalars import written

    figures = figures_meant(value) if number_meant(value) is None else None
    if figures is None:
        return None
    first = written(figures.first)
    if figures.second is not None:
        return f"Write value: {first} and to: {written(figures.second)}", ""
    if figures.limit:
        way, said = ("up", "at least") if figures.limit == "least" else ("down", "at most")
        if not figures.beyond:
            return f"Write {first}; with direction {way} it means {said} {first}.", ""
        step = Decimal(1).scaleb(min(int(figures.first.as_tuple().exponent), 0))
        level = written(figures.first + (step if way == "up" else -step))
        return f"Write the first level that will do, such as {level}; with direction {way} it means {said} {level}.", ""
    return None


def _how_to_write(wanted: str, key: str, path: Path, value: object) -> str:
    """How a list or a group of keys is written, shown with what stands there where that is short."""
    if isinstance(value, Mapping) and "not_yet" in value:
        return f"not_yet stands beside the other keys there, in place of {key}, and not below it."
    if wanted != "a list":
        return f"Write {_needed(path) or 'its keys'} on lines of their own, each indented below {key}:"
    if (
        isinstance(value, str)
        and len(value) <= 60
        and not set(value) & set("[]{}\n:#\"'")
        and part_at((*path, 0)) is None
    ):
        return f"Put square brackets round it: {key}: [{value}]"
    return f"Write each entry of {key} on a line of its own that begins with “- ”."


def _needed(path: Path) -> str:
    """The keys that a group of keys asks for, as words."""
    owner = part_at(path)
    return (
        " and ".join(f"{name}:" for name, field in owner.model_fields.items() if field.default is not MISSING)
        if owner
        else ""
    )


def _may_be_left_out(path: Path) -> bool:
    owner = part_at(path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner is not None else None
    return field is not None and field.default is MISSING


def _plain_entry(value: object, key: str, path: Path) -> ShapeFault:
    """The fault of an entry of a list that is empty, or no group of keys."""
    if value is None:
        said = "Write it after the dash, or take the dash out."
        return ShapeFault("missing-key", "empty", f"this entry of “{key}” is empty", said, path)
    said = f"this entry of “{key}” must be a group of keys, and it is {_kind_of_value(value)}"
    keys = _needed(path) or "its keys"
    how = f"Write {keys} on lines of their own, the first after the dash and the others indented as far."
    return ShapeFault("wrong-type", "value", said, how, path)


def _asks(path: Path) -> str:
    """What the key is for, as its description says."""
    owner = part_at(path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner is not None else None
    if field is None or not field.description:
        return ""
    said = field.description.split(". ")[0].split(": ")[0].strip().removesuffix(".")
    first = said.split(maxsplit=1)[0]
    return f" ({said if len(first) > 1 and first.isupper() else said[:1].lower() + said[1:]})"


def _kind_of_value(value: object) -> str:
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Mapping):
        return "a group of keys"
    return "a list" if isinstance(value, (list, tuple)) else "a single value"


def _unknown_key(path: Path, meant: str, absent: set[Path], *, sure: bool) -> ShapeFault:
    owner = part_at(path[:-1])
    known = (
        ", ".join(name for name in owner.model_fields if name not in {"not_yet", "public"}) if owner is not None else ""
    )
    sibling = " It is missing here." if (*path[:-1], meant) in absent else ""
    if meant:
        return ShapeFault(
            "unknown-key",
            "misspelt",
            f"“{path[-1]}” is not a key that is used here",
            f"Did you mean {meant}?{sibling}",
            path,
            meant if sure else "",
        )
    return ShapeFault(
        "unknown-key",
        "unknown",
        f"“{path[-1]}” is not a key that is used here",
        _where_it_belongs(path) or f"The keys here are: {known}. A key of your own begins with x-.",
        path,
    )


def _where_it_belongs(path: Path) -> str:
    """Where a key belongs that is indented too little or too much, if only one place near by knows it."""
    key, beside = str(path[-1]), path[:-1]
    inside = groups_that_know(path)
    if len(inside) == 1:
        return f"It belongs under {inside[0]}: write it there, indented by two spaces more than {inside[0]}."
    for cut in range(len(beside) - 1, -1, -1):
        around = part_at(path[:cut])
        if around is not None and isinstance(path[cut], str):
            return (
                f"Begin it in the same column as {path[cut]}, where it belongs." if key in around.model_fields else ""
            )
    return ""
