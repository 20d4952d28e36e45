"""Every fixed word of the document in one catalogue: English, Gaelic, and what other kinds of plan say instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from soa.document.blocks import Inlines, Text
from soa.document.catalogue import BY_KIND, ENGLISH
from soa.document.edition import Language
from soa.document.gaelic import GAELIC, GAELIC_BY_KIND, UNCHECKED
from soa.document.text import visible
from soa.model.part import Part

ENGLISH_TAG: Final = "en-GB"
"""The language in which agreements are written, and Scotland's own lists: the format has no key for another."""
GAELIC_TAG: Final = "gd-GB"

_GAP = re.compile(r"\{([a-z]+)\}")


class Labels(NamedTuple):
    """The fixed words of one language and kind of plan."""

    language: str
    """As HTML's `lang` wants it: `en-GB`."""
    catalogue: Mapping[str, str]
    unchecked: bool = False
    """Whether some have not been checked by a native reader yet, which each document then says."""

    def __call__(self, key: str, **values: object) -> str:
        """A label with its values. Raises KeyError where the catalogue has no such label."""
        return _GAP.sub(lambda gap: visible(str(values[gap[1]])), self.catalogue[key])

    def inlines(self, key: str, **values: Inlines | str) -> Inlines:
        """A label around inlines: what an author wrote keeps its emphasis and links."""
        said: Inlines = ()
        for at, piece in enumerate(_GAP.split(self.catalogue[key])):
            value: Inlines | str = values[piece] if at % 2 else piece
            said += ((Text(visible(value)),) if value else ()) if isinstance(value, str) else value
        return said

    def question(self, kind: type[Part], field: str) -> str:
        """The question that a missing answer leaves open."""
        known = self.catalogue.get(f"question-{field}")
        return known or self("question-other", title=(kind.model_fields[field].title or field).lower())

    def body(self, ref: str) -> str:
        """The name of a body outside the partnership that the format knows; else empty."""
        return self.catalogue.get(f"body-{ref}", "")

    def group(self, ref: str) -> str:
        """The name of a group of people: the catalogue's, or its id as words."""
        return self.catalogue.get(f"group-{ref}", ref.replace("-", " "))

    def knows_group(self, ref: str) -> bool:
        """Whether the catalogue names a group of people."""
        return f"group-{ref}" in self.catalogue


def labels_for(kind: str, language: Language = "en") -> Labels:
    """The words for a kind of plan; those of a Single Outcome Agreement where the kind is not known."""
    if language == "gd":
        return Labels(GAELIC_TAG, {**GAELIC, **GAELIC_BY_KIND.get(kind, {})}, unchecked=bool(UNCHECKED))
    return Labels(ENGLISH_TAG, {**ENGLISH, **BY_KIND.get(kind, {})})
