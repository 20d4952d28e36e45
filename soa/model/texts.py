"""The texts that the public will read, and their plain words: for the rules about plain English, and for the published glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import WithJsonSchema

from soa.model.agreement import Agreement
from soa.model.part import Entry, Part
from soa.source.places import Path

_UNPUBLISHED = frozenset("person logo link email telephone".split())
"""Keys that are never printed as words, or for signatories alone."""


class PublicText(NamedTuple):
    """One text of the published agreement."""

    path: Path
    text: str
    kind: str
    """`name`, `sentence` or `prose`, as the format has it."""

    @property
    def key(self) -> str:
        """The key that it answers; a list's own for one of its entries."""
        return str(next(step for step in reversed(self.path) if isinstance(step, str)))

    @property
    def section(self) -> Path:
        """The part of the document it stands in: a priority with its outcomes, or a top-level key."""
        return self.path[:2] if self.path[0] == "priorities" else self.path[:1]


def public_texts(part: Agreement) -> Iterator[PublicText]:
    """Every text in the order of the file; what is marked `public: false` is passed over with all below it."""
    texts: list[PublicText] = []
    _gather(part, (), texts)
    yield from texts


def _gather(part: Part, path: Path, texts: list[PublicText]) -> None:
    """Add the texts of a part and of all below it; a list, because each text would pass through as many generators as it lies deep."""
    if isinstance(part, Entry) and part.public is False:
        return
    given, kinds = part.model_fields_set, _kinds(type(part))
    for name, value in part.__dict__.items():
        if name not in given or name in _UNPUBLISHED:
            continue
        if isinstance(value, Part):
            _gather(value, (*path, name), texts)
        elif type(value) is str:
            if name in kinds:
                texts.append(PublicText((*path, name), value, kinds[name]))
        elif type(value) is tuple:
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    _gather(item, (*path, name, index), texts)
                elif type(item) is str and name in kinds:
                    texts.append(PublicText((*path, name, index), item, kinds[name]))


@cache
def _kinds(cls: type[Part]) -> dict[str, str]:
    """Which keys of a part hold words, and of which kind; ids, references and closed lists of words are none."""
    kinds = {name: _kind([field.annotation, *field.metadata]) for name, field in cls.model_fields.items()}
    return {name: kind for name, kind in kinds.items() if kind in {"name", "sentence", "prose"}}


def _kind(found: Any) -> str:
    for one in found:
        if isinstance(one, WithJsonSchema):
            return str((one.json_schema or {}).get("x-soa-text", ""))
        kind = _kind([*get_args(one), *getattr(one, "__metadata__", ())])
        if kind:
            return kind
    return ""


def plain_words(text: str) -> str:
    """A text without its markup, quotations, code and addresses; quoted and tabled lines of prose are left out."""
    if ">" in text or "|" in text:
        text = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith((">", "|")))
    text = _link().sub(r"\1", text) if "](" in text else text
    text = _unsaid().sub(" ", text)
    return _quoted().sub(" … ", text)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|(?<![\w])‘[^’\n]*’(?!\w)")


@cache
def _unsaid() -> re.Pattern[str]:
    return re.compile(
        r"`[^`\n]*`|\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\w+|\[\^[^\]\n]*\]|[*_]{1,3}(?=\w)|(?<=[\w.])[*_]{1,3}"
    )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
