"""What an editor shows where the pointer rests: the pages of the rules that found something there, and what a key means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from soa.editor.where import holds, key_at
from soa.engine.check import Checked
from soa.engine.page import as_markdown, as_text
from soa.findings import Finding
from soa.model.part import Part
from soa.model.schema import item_kind
from soa.model.slips import part_at
from soa.model.words import meanings
from soa.rules import AnyRule
from soa.source.places import Path


def hover(
    checked: Checked, rules: Mapping[str, AnyRule], file: str, offset: int, line: int, *, markdown: bool = True
) -> str:
    """What there is to say of an offset, which stands on a line (from 1) of a file; empty where that is nothing."""
    found = pages(findings_at(checked, file, offset), rules, markdown=markdown)
    path = key_at(checked.source, file, offset, line)
    told = key_page(path, markdown=markdown) if path is not None else ""
    between = "\n\n---\n\n" if markdown else "\n\n"
    return between.join(one.strip("\n") for one in (*found, told) if one)


def findings_at(checked: Checked, file: str, offset: int) -> list[Finding]:
    """The findings whose place holds an offset."""
    return [one for one in checked.findings if holds(one.place, file, offset)]


def pages(findings: Iterable[Finding], rules: Mapping[str, AnyRule], *, markdown: bool) -> list[str]:
    """The page of each rule that found something, once."""
    write = as_markdown if markdown else as_text
    return [write(name, rules[name]) for name in dict.fromkeys(one.rule for one in findings) if name in rules]


def key_page(path: Path, *, markdown: bool = True) -> str:
    """What a key means, as the model says it; empty for a key that is not ours."""
    owner = part_at(path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner is not None else None
    if field is None:
        return ""
    bold, code = ("**", "`") if markdown else ("", "")
    said = [f"{bold}{field.title}{bold} ({code}{path[-1]}{code})", str(field.description)]
    words = [f"- {code}{word}{code}: {means}" for word, means in words_of(field).items() if means]
    said += ["\n".join(words)] if words else []
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    said += [f"Example: {code}{path[-1]}: {extra['x-example']}{code}"] if "x-example" in extra else []
    said += [f"Source: {extra['x-source']}."] if "x-source" in extra else []
    return "\n\n".join(said)


def words_of(field: FieldInfo) -> dict[str, str]:
    """The words that may stand under a key, each with what it means; empty where any text may."""
    kind: Any = item_kind(field)
    if isinstance(kind, type) and issubclass(kind, Part):
        return {}
    scalar = TypeAdapter(kind).json_schema()
    if scalar.get("type") == "boolean":
        return {"true": "", "false": ""}
    return meanings(tuple(scalar["enum"])) if "enum" in scalar else {}
