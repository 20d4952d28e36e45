"""What a key was meant to be that the format does not know, and which part stands at a path."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any, get_args, get_origin

from soa.model.agreement import Agreement
from soa.model.part import MISSING, Part
from soa.source.places import Path

_OTHER_WORDS = {
    "from": "starts", "to": "ends", "start": "starts", "end": "ends", "officer": "post", "moves": "contributes_to", "with": "partners", "changed": "led_to", "carried_home": "considered_by", "holder": "budget_holder",
    "deadline": "due", "by": "due", "responsible": "owner", "who": "by_whom", "measure": "indicators", "measures": "indicators", "actions": "how", "targets": "when", "name": "title", "title": "name", "area": "place",
}  # fmt: skip
"""Words that officers use for a key, where that key is the one meant."""


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
    near = did_you_mean(str(path[-1]), known)
    return near[0] if near else ""


def part_at(path: Path) -> type[Part] | None:
    """The type of the part that stands at a path of the agreement; None where no part does."""
    return _part_at(tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=4096)  # thousands of faults may stand in one list, whose entries are all of one type
def _part_at(path: Path) -> type[Part] | None:
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
