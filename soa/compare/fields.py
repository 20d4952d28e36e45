"""What the model says of each key of a part: whether it holds parts, words, a date, a figure, or what something refers to."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import WithJsonSchema

from soa.model.part import Part, bare
from soa.model.scalars import Moment


class Field(NamedTuple):
    """One key of a part."""

    key: str
    title: str
    part: type[Part] | None
    """The part or parts that it holds; None where it holds scalars."""
    many: bool
    """Whether it holds a list."""
    form: str
    """What a scalar is: name, sentence, prose, reference, id, moment, number, money, count, flag or word (of a closed list)."""

    @property
    def is_words(self) -> bool:
        """Whether it holds words that an author wrote."""
        return self.form in {"name", "sentence", "prose"}


@cache
def fields_of(cls: type[Part]) -> dict[str, Field]:
    """The keys of a part, in the order of the format."""
    return {key: _field(key, field) for key, field in cls.model_fields.items()}


def _field(key: str, field: Any) -> Field:
    kind = bare(field.annotation)
    many = get_origin(kind) is tuple
    item = get_args(kind)[0] if many else kind
    part = item if isinstance(item, type) and issubclass(item, Part) else None
    form = "" if part is not None else _form([item, *field.metadata])
    return Field(key, field.title or key, part, many, form)


def _form(notes: Any) -> str:
    for note in notes:
        if note is Moment:
            return "moment"
        if isinstance(note, WithJsonSchema):
            return _of_schema(note.json_schema or {})
        found = _form([*get_args(note), *getattr(note, "__metadata__", ())])
        if found:
            return found
    return ""


def _of_schema(schema: dict[str, Any]) -> str:
    if "x-soa-text" in schema:
        return str(schema["x-soa-text"])
    if "enum" in schema:
        return "word"
    if schema.get("type") == "integer":
        return "money" if schema.get("minimum", 0) < 0 else "count"
    return {"boolean": "flag", "number": "number"}.get(str(schema.get("type")), "")
