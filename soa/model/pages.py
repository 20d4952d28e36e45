"""docs/format.md, generated from the model: every key of the format for whoever types in a plan.

`python -m soa.model.pages FILE` writes it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from soa.model.agreement import Agreement
from soa.model.limits import LIMITS
from soa.model.part import Condition, Entry, NotYet, Part, requirements
from soa.model.review import Round
from soa.model.schema import fields, item_kind, kind_of, part_file, part_schemas, parts
from soa.model.words import meanings
from soa.reference import FRAMEWORKS, areas, core_indicators, national_outcomes, policy_priorities

_TEXTS = {
    "name": "a name",
    "sentence": "a sentence",
    "prose": "a text",
    "reference": "an id",
    "id": "an id of its own",
    "moment": "a date",
}
_MANY = {"an id": "ids", "a name": "names", "a sentence": "sentences", "a whole number": "whole numbers"}
_SHARED = tuple(Entry.model_fields)


def page() -> str:
    """The whole page, in Markdown."""
    contents = "\n".join(line for name in Agreement.model_fields for line in _section(name))
    filled = {
        "{shortest}": shortest().rstrip("\n"),
        "{not_yet}": "\n".join(_table(NotYet)),
        "{schemas}": ", ".join(f"`{part_file(name)}`" for name in part_schemas()),
        "{limits}": "\n".join(f"- {limit.text}" for limit in LIMITS),
        "{contents}": contents,
        "{round}": "\n".join(_round()),
        "{national_outcomes}": "\n".join(_outcomes()),
        "{policy_priorities}": "\n".join(
            _rows(("Id", "Priority"), ((f"`{one.id}`", one.title) for one in policy_priorities()))
        ),
        "{core_indicators}": "\n".join(
            _rows(("Id", "Measure", "Unit"), ((f"`{one.id}`", one.name, one.unit) for one in core_indicators()))
        ),
        "{areas}": ", ".join(one.name for one in areas()),
    }
    text = _beside("pages_head.md")
    for mark, words in filled.items():
        text = text.replace(mark, words)
    return text.rstrip("\n") + "\n"


def shortest() -> str:
    """A whole agreement, as short as one can be without an error."""
    return _beside("shortest.yaml")


def _beside(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def snippet(cls: type[Part]) -> list[str]:
    """What a part needs, as lines of YAML, each key with its example."""
    every = fields(cls)
    names = [name for name, field in every.items() if field.is_required()]
    while True:
        asked, _, _ = requirements(cls, {name: _word(every[name]) for name in names})
        more = [name for name in asked if name not in names]
        if not more:
            break
        names += more
    names = names or [name for name, field in every.items() if _extra(field, "x-example")][:2]
    return [line for name in every if name in names for line in _lines(name, every[name])]


def placed(cls: type[Part]) -> tuple[str, list[str]]:
    """Where a part first stands, and what it needs as YAML under the key that leads to it."""
    parent, name = next(_holders(cls))
    return name, _lines(name, parent.model_fields[name])


def _word(field: FieldInfo) -> str:
    return str(_extra(field, "x-example"))


def _extra(field: FieldInfo, name: str) -> Any:
    return field.json_schema_extra.get(name, "") if isinstance(field.json_schema_extra, dict) else ""


def _lines(name: str, field: FieldInfo) -> list[str]:
    kind = item_kind(field)
    if not _is_part(kind):
        return [f"{name}: {_word(field)}"]
    below = snippet(kind)
    if get_origin(kind_of(field)) is tuple:
        below = [("- " if number == 0 else "  ") + line for number, line in enumerate(below)]
    return [f"{name}:", *(f"  {line}" for line in below)]


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _section(name: str) -> Iterator[str]:
    """A key at the top of the file, and the parts that are met below it for the first time."""
    field = Agreement.model_fields[name]
    kind = item_kind(field)
    needed = "Needed." if field.is_required() else "May be left out."
    yield from (_heading(name), "", f"{field.description} {needed}{_source(field)}", "")
    new = _sections()[name]
    if not new:
        if _is_part(kind):
            yield f"A list; each entry has the keys of {_link(kind)}."
        else:
            yield f"{_written(field)[0].upper()}{_written(field)[1:]}."
        yield from ("", *_yaml([f"{name}: {_word(field)}"] if not _is_part(kind) else _lines(name, field)))
        return
    yield from (_is_list(field), "", *_part(kind))
    for cls in new[1:]:
        yield from (f"### {_title(cls)}", "", f"{_doc(cls)} {_stands(cls)}", "", *_part(cls))


def _round() -> Iterator[str]:
    """A whole round of review, its keys, and those of the parts in it."""
    yield from (*_yaml(snippet(Round)), *_table(Round), "")
    for cls in list(parts(Round))[1:]:
        yield from (f"### {_title(cls)}", "", f"{_doc(cls)} {_stands(cls)}", "", *_part(cls))


def _is_list(field: FieldInfo) -> str:
    is_list = get_origin(kind_of(field)) is tuple
    return "A list. Each entry has these keys." if is_list else "It has these keys."


def _part(cls: type[Part]) -> Iterator[str]:
    """What a part needs as YAML, and the table of its keys."""
    yield from _yaml(placed(cls)[1])
    yield from _table(cls)
    yield ""
    for condition in cls.CONDITIONS:
        if condition.bars:
            yield from (_bars(cls, condition), "")
    if not issubclass(cls, Entry):
        yield from ("`not_yet` and `public` may not stand here.", "")


def _yaml(lines: list[str]) -> tuple[str, ...]:
    return ("```yaml", *lines, "```", "")


def _table(cls: type[Part]) -> Iterator[str]:
    yield from _rows(
        ("Key", "Meaning", "Written as", "Needed", "Example"),
        (_row(cls, name, field) for name, field in fields(cls).items() if name not in _SHARED),
    )


def _row(cls: type[Part], name: str, field: FieldInfo) -> tuple[str, ...]:
    shown = f"`{name}: {_word(field)}`" if _word(field) else ""
    return f"`{name}`<br>{field.title}", _meaning(field), _written(field), _needed(cls, name), shown


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for cells in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _outcomes() -> Iterator[str]:
    """The national outcomes of each framework, by their numbers."""
    for framework in FRAMEWORKS:
        rows = ((str(one.number), one.text) for one in national_outcomes(framework))
        yield from (f"### National outcomes, {framework}", "", *_rows(("Number", "Outcome"), rows), "")


def _meaning(field: FieldInfo) -> str:
    kind = item_kind(field)
    words = {} if _is_part(kind) else _words(kind)
    listed = "".join(f"<br>`{word}`: {means}" for word, means in words.items())
    return f"{field.description}{listed}{_source(field, '<br>')}"


def _words(kind: Any) -> dict[str, str]:
    scalar = TypeAdapter(kind).json_schema()
    return meanings(tuple(scalar["enum"])) if "enum" in scalar else {}


def _source(field: FieldInfo, before: str = " ") -> str:
    source = _extra(field, "x-source")
    return f"{before}*Source: {source}.*" if source else ""


def _written(field: FieldInfo) -> str:
    """A field's type in plain words, its unit included."""
    kind = item_kind(field)
    is_list = get_origin(kind_of(field)) is tuple
    if _is_part(kind):
        return f"a list; each entry: {_link(kind)}" if is_list else f"keys of {_link(kind)}"
    one = _plain(TypeAdapter(kind).json_schema())
    unit = _extra(field, "x-unit")
    if not is_list:
        return f"{one}, in {unit}" if unit not in {"", "number", "pounds"} else one
    most = max((getattr(note, "max_length", 0) or 0 for note in field.metadata), default=0)
    return f"{'two' if most == 2 else 'a list of'} {_MANY[one]}"


def _plain(scalar: dict[str, Any]) -> str:
    if "enum" in scalar:
        return "one of these words"
    match scalar["type"]:
        case "boolean":
            return "true or false"
        case "number":
            return "a number"
        case "integer" if "const" in scalar:
            return f"the figure {scalar['const']}"
        case "integer":
            return "whole pounds" if scalar["minimum"] < 0 else "a whole number"
    return _TEXTS[scalar["x-soa-text"]]


def _needed(cls: type[Part], name: str) -> str:
    """When a key has to be there."""
    if cls.model_fields[name].is_required():
        return "yes" if issubclass(cls, Entry) and name not in cls.IDENTITY else "always"
    asked = [f"where {_holds(one)}" for one in cls.CONDITIONS if name in one.then]
    asked += [f"unless {_holds(one)}" for one in cls.CONDITIONS if name in one.otherwise]
    return "; ".join(asked)


def _holds(condition: Condition) -> str:
    words = [f"`{str(value).lower() if isinstance(value, bool) else value}`" for value in condition.equals]
    return f"`{condition.key}` is {_either(words)}" if words else f"`{condition.key}` is written"


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _bars(cls: type[Part], condition: Condition) -> str:
    free = [f"`{name}`" for name in fields(cls) if name not in {*condition.bars, condition.key}]
    if len(free) < len(condition.bars):
        return f"Where {_holds(condition)}, no other key stands beside it but {_either(free)}."
    barred = [f"`{name}`" for name in condition.bars]
    return f"Where {_holds(condition)}, there is no {_either(barred)}."


def _doc(cls: type[Part]) -> str:
    return " ".join((cls.__doc__ or "").split())


def _title(cls: type[Part]) -> str:
    return re.sub("(?<!^)(?=[A-Z])", " ", cls.__name__).capitalize()


def _heading(name: str) -> str:
    return f"## {Agreement.model_fields[name].title} (`{name}`)"


@cache
def _sections() -> dict[str, tuple[type[Part], ...]]:
    """The parts that are met for the first time under each key at the top of the file, the key's own first."""
    seen: set[type[Part]] = {Agreement, NotYet}
    kinds = {name: item_kind(field) for name, field in Agreement.model_fields.items()}
    return {name: tuple(parts(kind, seen)) if _is_part(kind) else () for name, kind in kinds.items()}


def _link(cls: type[Part]) -> str:
    """The heading under which a part is described."""
    name = next((name for name, new in _sections().items() if new[:1] == (cls,)), "")
    if name:
        return f"[{Agreement.model_fields[name].title}](#{_slug(_heading(name))})"
    return f"[{_title(cls)}](#{_slug(_title(cls))})"


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9_ -]", "", heading.lower().lstrip("# ")).replace(" ", "-")


def _holders(cls: type[Part]) -> Iterator[tuple[type[Part], str]]:
    """Every key under which a part stands, with the part that has the key."""
    for parent in (*parts(), *parts(Round)):
        for name, field in parent.model_fields.items():
            if item_kind(field) is cls and name not in _SHARED:
                yield parent, name


def _stands(cls: type[Part]) -> str:
    places = [
        f"`{name}` of {_link(parent)}" if parent not in {Agreement, Round} else f"`{name}` at the top"
        for parent, name in _holders(cls)
    ]
    return f"Stands under {_either(places)}."


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which file: python -m soa.model.pages docs/format.md")
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as written:
        written.write(page())
