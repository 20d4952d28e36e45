"""Faults of shape: pydantic's errors said in our words, or in those of the rule that asks the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, get_args, get_origin

from soa.findings import MAX_LISTED
from soa.model.agreement import Agreement
from soa.model.part import MISSING, Part
from soa.rules import AnyRule
from soa.rules._rule import Claim
from soa.source.places import Path

FORMAT_RULES = frozenset({"missing-key", "wrong-type", "wrong-form", "unknown-word", "unknown-key", "newer-format"})
"""What a fault of shape can be, where no rule claims it."""

_TYPES = {"missing": "missing-key", "too_short": "missing-key", "too_long": "wrong-form", "extra_forbidden": "unknown-key", "model_type": "wrong-type", "model_attributes_type": "wrong-type", "dict_type": "wrong-type", "tuple_type": "wrong-type"}  # fmt: skip
"""pydantic's own names of errors that an agreement can meet; the others are ours already."""

_OTHER_WORDS = {
    "from": "starts", "to": "ends", "start": "starts", "end": "ends", "officer": "post", "moves": "contributes_to", "with": "partners", "changed": "led_to", "carried_home": "considered_by", "holder": "budget_holder",
    "deadline": "due", "by": "due", "responsible": "owner", "who": "by_whom", "measure": "indicators", "measures": "indicators", "actions": "how", "targets": "when", "name": "title", "title": "name", "area": "place",
}  # fmt: skip
"""Words that officers use for a key, where that key is the one meant."""


class ShapeFault(NamedTuple):
    """A fault of shape, before it has a place."""

    rule: str
    case: str
    message: str
    help: str
    path: Path
    write: str = ""
    """What to write instead of the value (or of the key, for an unknown key), where that is certain."""


def faults_of_shape(errors: Sequence[Any], rules: Mapping[str, AnyRule]) -> list[ShapeFault]:
    """What pydantic's error lines mean to the writer: one fault a cause."""
    claims: dict[tuple[Any, Any], list[tuple[str, AnyRule, Claim]]] = {}
    for name, rule in rules.items():
        for claim in rule.claims:
            claims.setdefault((claim.part, claim.key), []).append((name, rule, claim))
    unknown = [line for line in errors if line["type"] == "extra_forbidden"]
    misspelt = {tuple(line["loc"]): _meant(line) if number < MAX_LISTED else "" for number, line in enumerate(unknown)}
    absent = {tuple(line["loc"]) for line in errors if line["type"] == "missing"}
    covered = {(*path[:-1], meant) for path, meant in misspelt.items() if meant}
    faults: dict[Path, ShapeFault] = {}
    for line in errors:
        path: Path = tuple(line["loc"])
        if path in misspelt:
            faults.setdefault(path, _unknown_key(path, misspelt[path], absent))
            continue
        if line["type"] == "missing" and path in covered:
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
    if line["type"] in {"missing", "too_short"} or value is None or line["type"] == "missing-key" or value in ({}, []):
        how = "missing"
    elif isinstance(value, (list, tuple)):
        how = "list"
    elif isinstance(value, str) and not any(character.isdigit() for character in value):
        how = "words"
    else:
        return None
    for name, rule, claim in claims.get((part_at(path[:-1]), key), ()):
        if how in claim.on:
            said = claim.message.replace("{value}", _quoted(value))
            return ShapeFault(name, claim.case, said, rule.cases[claim.case].help, path)
    return None


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
            f"Add a line {key}: with the answer.",
            path,
        )
    if line["input"] is None or line["type"] == "too_short" or kind == "missing-key":
        return ShapeFault(
            "missing-key",
            "empty",
            f"“{key}” has no answer yet{_asks(path)}",
            f"Write the answer after {key}:, or take the key out if it may be left out.",
            path,
        )
    if "message" in context:
        return ShapeFault(kind, "value", context["message"], context["help"], path, context["write"])
    if line["type"] == "too_long":
        return ShapeFault(
            "wrong-form",
            "value",
            f"“{key}” has more entries than it may have ({context['max_length']})",
            "Keep those that matter.",
            path,
        )
    wanted = "a list" if line["type"] == "tuple_type" else "a group of keys"
    how = (
        f"Write each entry of {key} on a line of its own that begins with “- ”."
        if wanted == "a list"
        else f"Write the keys of {key} on lines of their own, each indented below it."
    )
    return ShapeFault(
        "wrong-type", "value", f"“{key}” must be {wanted} here, and this is {_kind_of_value(line['input'])}", how, path
    )


def _asks(path: Path) -> str:
    """What the key is for, as its description says."""
    owner = part_at(path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner is not None else None
    return (
        f" ({field.description.split('.')[0].split(':')[0].strip().lower()})"
        if field is not None and field.description
        else ""
    )


def _kind_of_value(value: object) -> str:
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Mapping):
        return "a group of keys"
    return "a list" if isinstance(value, (list, tuple)) else "a single value"


def _unknown_key(path: Path, meant: str, absent: set[Path]) -> ShapeFault:
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
            meant,
        )
    return ShapeFault(
        "unknown-key",
        "unknown",
        f"“{path[-1]}” is not a key that is used here",
        f"The keys here are: {known}. A key of your own begins with x-.",
        path,
    )


def _meant(line: Any) -> str:
    """The key that an unknown one was meant to be, if that is likely."""
    from soa.reference.near import did_you_mean

    path = line["loc"]
    owner = part_at(path[:-1])
    if owner is None:
        return ""
    other = _OTHER_WORDS.get(str(path[-1]), "")
    if other in owner.model_fields:
        return other
    near = did_you_mean(str(path[-1]), tuple(owner.model_fields))
    return near[0] if near else ""


def part_at(path: Path) -> type[Part] | None:
    """The type of the part that stands at a path of the agreement; None where no part does."""
    kind: Any = Agreement
    for step in path:
        if isinstance(step, int):
            if get_origin(kind) is not tuple:
                return None
            kind = get_args(kind)[0]
        elif isinstance(kind, type) and issubclass(kind, Part) and step in kind.model_fields:
            annotation = kind.model_fields[step].annotation
            kinds = [one for one in get_args(annotation) if one is not MISSING]
            kind = kinds[0] if MISSING in get_args(annotation) else annotation
        else:
            return None
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None
