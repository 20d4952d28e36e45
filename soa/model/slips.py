"""What a key or a word was meant to be that the format does not know, and which part stands at a path."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import WithJsonSchema

from soa.model.agreement import Agreement
from soa.model.part import Part, bare
from soa.model.review import Round, is_round
from soa.model.scalars import as_id, written
from soa.source.places import Path

_OTHER_WORDS = {
    "from": "starts", "to": "ends", "start": "starts", "end": "ends", "officer": "post", "moves": "contributes_to", "with": "partners", "changed": "led_to", "carried_home": "considered_by", "holder": "budget_holder",
    "deadline": "due", "by": "due", "responsible": "owner", "who": "by_whom", "measure": "indicators", "measures": "indicators", "actions": "how", "targets": "when", "name": "title", "title": "name", "area": "place",
}  # fmt: skip
"""Words that officers use for a key, where that key is the one meant."""


_OTHER_VALUES = {
    "direction": {
        **dict.fromkeys(("increase", "increasing", "higher", "more", "rise", "rising", "upwards", "raise", "grow"), "up"),
        **dict.fromkeys(("decrease", "decreasing", "lower", "less", "fewer", "fall", "falling", "downwards", "reduce", "reduction"), "down"),
        **dict.fromkeys(("maintain", "same", "steady", "stable", "sustain", "no change"), "hold"),
    }
}  # fmt: skip
"""Words that officers use for one out of a closed list, where that one is meant."""

_SINGULAR = {"priorities": "priority", "how": "action", "evidence": "evidence", "engagement": "engagement"}
"""What an entry of a list is called, where that is not the list's name without its s."""


def key_meant(path: Path, beside: Collection[str] = ()) -> str:
    """The key that an unknown one was meant to be, if that is likely; empty where it is not. Keys that stand beside it are not meant."""
    from soa.reference.near import did_you_mean  # only a faulty file needs it

    owner = part_at(path[:-1])
    if owner is None:
        return ""
    other = _OTHER_WORDS.get(str(path[-1]), "")
    known = [name for name in owner.model_fields if name not in beside]
    if other in known:
        return other
    if groups_that_know(path):
        return ""
    near = did_you_mean(str(path[-1]), known)
    return near[0] if near else ""


def key_for_certain(path: Path, meant: str) -> bool:
    """Whether an unknown key is a misspelling of `meant` and of no other key; `owner` for `responsible` is a guess."""
    from soa.reference.near import surely_meant

    owner = part_at(path[:-1])
    return owner is not None and bool(meant) and surely_meant(str(path[-1]), owner.model_fields) == meant


def groups_that_know(path: Path) -> list[str]:
    """The groups of keys beside a key in which it is one of the keys."""
    beside, key = path[:-1], str(path[-1])
    owner = part_at(beside)
    groups = [name for name in (owner.model_fields if owner is not None else ()) if name != "not_yet"]
    parts = [(name, part_at((*beside, name))) for name in groups if part_at((*beside, name, 0)) is None]
    return [name for name, part in parts if part is not None and key in part.model_fields]


def word_meant(path: Path, value: object) -> str:
    """The word out of a closed list that another one stands for, such as up for increase; empty where none does."""
    words = _OTHER_VALUES.get(str(path[-1]) if path else "", {})
    return words.get(" ".join(value.lower().split()), "") if isinstance(value, str) else ""


def words_at(path: Path) -> tuple[str, ...]:
    """The closed list of words out of which the answer at a path is taken; empty where it is no such list."""
    owner = part_at(path[:-1])
    return _words_of(owner, str(path[-1])) if owner is not None and path[-1] in owner.model_fields else ()


def _words_of(owner: type[Part], key: str) -> tuple[str, ...]:
    from soa.model.schema import kind_of  # only a faulty file needs it

    notes = getattr(kind_of(owner.model_fields[key]), "__metadata__", ())
    return next(
        (tuple((note.json_schema or {}).get("enum", ())) for note in notes if isinstance(note, WithJsonSchema)), ()
    )


def id_meant(path: Path, value: object) -> str:
    """The id for an entry whose own begins with a figure: `11.C` of outcomes is outcome-11-c; empty for other ids."""
    text = str(value) if not isinstance(value, Decimal) else written(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)) or not text[:1].isdigit() or len(path) < 3:
        return ""
    entries = str(path[-3])
    return as_id(f"{_SINGULAR.get(entries, entries.removesuffix('s'))} {text}")


def part_at(path: Path) -> type[Part] | None:
    """The type of the part that stands at a path of the agreement, or of a round beside it; None where no part does."""
    return _part_at(tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=4096)  # thousands of faults may stand in one list, whose entries are all of one type
def _part_at(path: Path) -> type[Part] | None:
    beside = is_round(path)
    kind: Any = Round if beside else Agreement
    for step in path[1:] if beside else path:
        if isinstance(step, int):
            if get_origin(kind) is not tuple:
                return None
            kind = get_args(kind)[0]
        elif isinstance(kind, type) and issubclass(kind, Part) and step in kind.model_fields:
            kind = bare(kind.model_fields[step].annotation)
        else:
            return None
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None
