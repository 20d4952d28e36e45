"""What the format lets a partnership say is printed: every field that carries words, each with a word of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from soa.model.agreement import Agreement
from soa.model.part import Part, bare
from soa.model.texts import _kinds
from soa.source import load
from tests.document.made import document, whole, words

NOT_PRINTED = {
    ("BoardMember", "person"): "printed for elected members only",
    ("ByWhom", "person"): "who holds a post is never published",
    ("Partner", "logo"): "the name of a file, whose picture is printed",
}
"""Fields that carry words and are deliberately not among the document's words, with the reason."""
KEPT = {"not_yet", "public", "use"}


def _example(cls: type[Part], name: str) -> Any:
    """A field's own example, as a file would give it."""
    extra = cls.model_fields[name].json_schema_extra
    assert isinstance(extra, dict)
    return load("example", lambda _: f"key: {extra['x-example']}\n".encode()).data["key"]


def _parts_of(cls: type[Part], name: str) -> tuple[type[Part] | None, bool]:
    """The kind of part that a field holds, and whether it holds several."""
    kind = bare(cls.model_fields[name].annotation)
    several = get_origin(kind) is tuple
    kind = get_args(kind)[0] if several else kind
    return (kind, several) if isinstance(kind, type) and issubclass(kind, Part) else (None, several)


def _completed(cls: type[Part], data: dict[str, Any]) -> None:
    """Add what the data leaves out: parts made of examples, and every text."""
    barred = {bar for one in getattr(cls, "CONDITIONS", ()) if one.holds(data) for bar in one.bars}
    for name in cls.model_fields:
        kind, several = _parts_of(cls, name)
        if name in KEPT or name in barred or data.get("public") is False:
            continue
        if kind is None:
            if name not in data and (name in _kinds(cls) or cls.model_fields[name].is_required()):
                data[name] = _example(cls, name)
            continue
        if name not in data:
            data[name] = [{}] if several else {}
        for one in data[name] if several else [data[name]]:
            _completed(kind, one)


def _texts(cls: type[Part], data: Any) -> Iterator[tuple[str, str, Any, Any]]:
    """Every text: its part, its field, and where to write another in its place."""
    for name in set(data) & set(cls.model_fields) - KEPT:
        kind, several = _parts_of(cls, name)
        if kind is not None:
            for one in data[name] if several else [data[name]]:
                if one.get("public") is not False:
                    yield from _texts(kind, one)
        elif name in _kinds(cls):
            if several:
                yield from ((cls.__name__, name, data[name], at) for at in range(len(data[name])))
            else:
                yield cls.__name__, name, data, name


def _marked() -> tuple[Any, dict[tuple[str, str], list[str]]]:
    """Every text of a complete agreement replaced by a word of its own, and these by part and field."""
    data = whole()
    first, second = data["priorities"][0]["outcomes"]
    first["what"]["indicators"][0]["level"] = "health-board"  # asks for why_wider
    second["state"] = "stopped"  # asks for stopped_because
    _completed(Agreement, data)
    marks: dict[tuple[str, str], list[str]] = {}
    for at, (part, field, holder, key) in enumerate(list(_texts(Agreement, data))):
        mark = f"marker{at}x"
        holder[key] = f"https://example.org/{mark}" if field in {"link", "progress"} else mark
        marks.setdefault((part, field), []).append(mark)
    return data, marks


def test_every_text_that_the_format_knows_is_printed() -> None:
    """A word in each text field of a complete agreement, found again in the document; what is not printed is listed with its reason."""
    data, marks = _marked()
    said = words(document(data))
    unprinted = {field for field, names in marks.items() if not any(name in said for name in names)}
    assert unprinted == set(NOT_PRINTED)
