"""The JSON Schemas of the format, generated from the model: what editors and other programs know of an agreement file.

`python -m soa.model.schema FOLDER` writes them; `schemas/` holds those of this version.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from soa.model.agreement import Agreement
from soa.model.outcome import Outcome, Priority
from soa.model.part import MISSING, Condition, Entry, Part, bare
from soa.model.review import Round
from soa.model.words import meanings
from soa.source import load

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MAIN = "soa-1.schema.json"
ROUND = "soa-1-round.schema.json"
ITEMS: dict[str, type[Part]] = {"priority": Priority, "outcome": Outcome}
"""The parts that may be files as entries of a list; the others are whole top-level keys."""

_OWN = {
    "^x-": {
        "title": "A key of your own",
        "description": "Keys that begin with x- are the partnership's own: any value, never checked, never published.",
    }
}
_FILE = {
    "title": "A part in a file of its own",
    "description": "Stands for a part that is written in a file of its own. It is then the only key here.",
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {
            "title": "File",
            "description": "The file's name, with “/” between folders, relative to the agreement's folder. The file holds exactly this part.",
            "type": "string",
            "pattern": r"[^ \t\n\r]",
            "examples": ["priorities/older-people.yaml"],
        }
    },
    "additionalProperties": False,
}
_ONE_LINE = "Write the answer on one line."
_PLAIN = {
    "moment": "Write a day (2014-03-31), a year (2026), a financial year (2013-14) or a quarter of one (2013-14 Q4).",
    "id": "Write small letters, figures and single dashes, beginning with a letter, such as older-people.",
    "prose": "Write the answer.",
    "name": _ONE_LINE,
    "sentence": _ONE_LINE,
    "reference": _ONE_LINE,
}
"""What an editor says in place of a pattern (`patternErrorMessage`), by the kind of text."""
_NAMES_A_FILE = {"type": "object", "required": ["file"]}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an agreement file, as plain data."""
    own = {name: field for name, field in Agreement.model_fields.items() if name != "soa"}
    whole = {name: _value(field) for name, field in own.items()}
    definitions = {cls.__name__: _part(cls) for cls in parts() if cls is not Agreement}
    for name, field in own.items():
        if "$ref" not in whole[name]:
            definitions[name] = _property(field)
    agreement = _part(Agreement)
    for name in own:
        reference = whole[name] if "$ref" in whole[name] else {"$ref": f"#/$defs/{name}"}
        shown = agreement["properties"][name]
        said = {key: shown[key] for key in ("title", "description", "examples", "x-source") if key in shown}
        agreement["properties"][name] = {**said, **_or_file(reference)}
    return {
        "$schema": DRAFT,
        "$id": MAIN,
        **agreement,
        "title": "Single Outcome Agreement, format 1",
        "$defs": {"File": _FILE, **dict(sorted(definitions.items()))},
    }


def round_schema() -> dict[str, Any]:
    """The JSON Schema of a round of review, `review/round-1.yaml`, which stands beside an agreement."""
    definitions = {cls.__name__: _part(cls) for cls in parts(Round) if cls is not Round}
    return {
        "$schema": DRAFT,
        "$id": ROUND,
        **_part(Round),
        "title": "Round of review, format 1",
        "$defs": dict(sorted(definitions.items())),
    }


def part_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each part that may be a file of its own: `priority`, `outcome`, and every top-level key but `soa`."""
    definitions = schema()["$defs"]
    names = {name: cls.__name__ for name, cls in ITEMS.items()}
    for name, field in Agreement.model_fields.items():
        if name != "soa":
            names[name] = _value(field).get("$ref", f"#/$defs/{name}").rpartition("/")[2]
    return {
        name: {
            "$schema": DRAFT,
            "title": f"{definitions[definition]['title']}, in a file of its own",
            "description": definitions[definition]["description"],
            "$ref": f"{MAIN}#/$defs/{definition}",
        }
        for name, definition in names.items()
    }


def part_file(name: str) -> str:
    """The name of a part's schema file."""
    return f"soa-1-{name}.schema.json"


def files() -> dict[str, str]:
    """Every schema as the text of a file, by the file's name; the same bytes every time."""
    every = {MAIN: schema(), ROUND: round_schema(), **{part_file(name): part for name, part in part_schemas().items()}}
    return {name: json.dumps(one, indent=2, ensure_ascii=False) + "\n" for name, one in every.items()}


def parts(cls: type[Part] = Agreement, seen: set[type[Part]] | None = None) -> Iterator[type[Part]]:
    """The parts that an agreement is made of, each once, in the order in which a reader meets them."""
    seen = set() if seen is None else seen
    if cls in seen:
        return
    seen.add(cls)
    yield cls
    for field in cls.model_fields.values():
        kind = item_kind(field)
        if isinstance(kind, type) and issubclass(kind, Part):
            yield from parts(kind, seen)


def fields(cls: type[Part]) -> dict[str, FieldInfo]:
    """A part's keys in the order in which a writer wants them: those that every part has come last."""
    shared = [name for name in cls.model_fields if name in Entry.model_fields]
    own = [name for name in cls.model_fields if name not in shared]
    return {name: cls.model_fields[name] for name in (*own, *shared)}


def kind_of(field: FieldInfo) -> Any:
    """A field's type, its notes for pydantic included, without that it may be left out."""
    if MISSING in get_args(field.annotation):
        return bare(field.annotation)
    notes = [note for note in field.metadata if get_origin(field.annotation) is not tuple]
    return Annotated[field.annotation, *notes] if notes else field.annotation


def item_kind(field: FieldInfo) -> Any:
    """The type of a field's value, or of the entries where it is a list."""
    kind = kind_of(field)
    return get_args(kind)[0] if get_origin(kind) is tuple else kind


def example(text: str) -> Any:
    """An example as the file writes it, as plain data."""
    data = load("example", lambda _: f"example: {text}\n").data
    return _plain(data["example"]) if isinstance(data, dict) else None


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _part(cls: type[Part]) -> dict[str, Any]:
    """The schema of a part: its keys, and which of them have to be there."""
    return {
        "title": _title(cls),
        "description": " ".join((cls.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _property(field) for name, field in fields(cls).items()},
        "patternProperties": _OWN,
        "additionalProperties": False,
        **_required(cls),
    }


def _title(cls: type[Part]) -> str:
    """`ByWhom` as a reader says it: By whom."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__)
    return words.strip().capitalize()


def _property(field: FieldInfo) -> dict[str, Any]:
    more = dict(field.json_schema_extra) if isinstance(field.json_schema_extra, dict) else {}
    shown = more.pop("x-example", None)
    examples = {"examples": [example(str(shown))]} if shown else {}
    return {"title": field.title, "description": field.description, **_value(field), **examples, **more}


def _value(field: FieldInfo) -> dict[str, Any]:
    """The schema of a field's value."""
    kind = kind_of(field)
    if get_origin(kind) is not tuple:
        return _one(kind)
    item = _one(get_args(kind)[0])
    if get_args(kind)[0] in ITEMS.values():
        item = _or_file(item)
    bounds = [(name, getattr(note, of, None)) for note in field.metadata for name, of in _BOUNDS]
    return {"type": "array", **{name: bound for name, bound in bounds if bound is not None}, "items": item}


_BOUNDS = (("minItems", "min_length"), ("maxItems", "max_length"))


def _one(kind: Any) -> dict[str, Any]:
    if isinstance(kind, type) and issubclass(kind, Part):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    scalar = TypeAdapter(kind).json_schema()
    if "enum" in scalar:
        scalar["enumDescriptions"] = list(meanings(tuple(scalar["enum"])).values())
    if "pattern" in scalar:
        scalar["patternErrorMessage"] = _PLAIN[scalar["x-soa-text"]]
    return scalar


def _or_file(value: dict[str, Any]) -> dict[str, Any]:
    """A value that may stand in a file of its own; `if` keeps what is said of it to what was meant."""
    return {"if": _NAMES_A_FILE, "then": {"$ref": "#/$defs/File"}, "else": value}


def _required(cls: type[Part]) -> dict[str, Any]:
    """Which keys have to be there: always, unless `not_yet` stands for them, and where another key asks for them."""
    needed = [name for name, field in cls.model_fields.items() if field.is_required()]
    asked = [rule for condition in cls.CONDITIONS if (rule := _asked(condition))]
    barred = [_barred(condition) for condition in cls.CONDITIONS if condition.bars]
    if not issubclass(cls, Entry):
        return {**_listed(needed), **_all(asked + barred)}
    kept = [name for name in needed if name in cls.IDENTITY]
    excused = {**_listed([name for name in needed if name not in kept]), **_all(asked)}
    waived = [{"if": {"required": ["not_yet"]}, "else": excused}] if excused else []
    return {**_listed(kept), **_all(waived + barred)}


def _all(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {"allOf": rules} if len(rules) > 1 else rules[0] if rules else {}


def _asked(condition: Condition) -> dict[str, Any]:
    if not condition.then and not condition.otherwise:
        return {}
    branches = {"then": _listed(condition.then), "else": _listed(condition.otherwise)}
    return {"if": _holds(condition), **{name: keys for name, keys in branches.items() if keys}}


def _barred(condition: Condition) -> dict[str, Any]:
    return {"if": _holds(condition), "then": {"properties": dict.fromkeys(condition.bars, False)}}


def _holds(condition: Condition) -> dict[str, Any]:
    """When a condition is true of a part."""
    words = {"properties": {condition.key: {"enum": list(condition.equals)}}} if condition.equals else {}
    return {"required": [condition.key], **words}


def _listed(keys: list[str] | tuple[str, ...]) -> dict[str, Any]:
    return {"required": list(keys)} if keys else {}


def write(folder: str) -> None:
    """Write every schema into a folder. Raises OSError."""
    os.makedirs(folder, exist_ok=True)
    for name, text in files().items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which folder: python -m soa.model.schema schemas")
    write(sys.argv[1])
