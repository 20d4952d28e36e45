"""Every fixed word of the document in one catalogue: English now, other languages and kinds of plan beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from soa.document.blocks import Inlines, Text
from soa.document.catalogue import BY_KIND, ENGLISH
from soa.model.part import Part

_GAP = re.compile(r"\{([a-z]+)\}")


class Labels(NamedTuple):
    """The fixed words of one language and kind of plan."""

    language: str
    """As HTML's `lang` wants it: `en-GB`."""
    catalogue: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """A label with its values. Raises KeyError where the catalogue has no such label."""
        return _GAP.sub(lambda gap: str(values[gap[1]]), self.catalogue[key])

    def inlines(self, key: str, **values: Inlines | str) -> Inlines:
        """A label around inlines: what an author wrote keeps its emphasis and links."""
        said: Inlines = ()
        for at, piece in enumerate(_GAP.split(self.catalogue[key])):
            value: Inlines | str = values[piece] if at % 2 else piece
            said += ((Text(value),) if value else ()) if isinstance(value, str) else value
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


def labels_for(kind: str) -> Labels:
    """The English words for a kind of plan; those of a Single Outcome Agreement where the kind is not known."""
    return Labels("en-GB", {**ENGLISH, **BY_KIND.get(kind, {})})
