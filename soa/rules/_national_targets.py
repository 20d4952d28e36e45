"""National performance targets by the names they go by, and when they were in force."""

from datetime import date
from typing import NamedTuple

from soa.language.words import pieces
from soa.model.measure import Indicator
from soa.model.part import sound


class Scheme(NamedTuple):
    """A set of national targets that a partner answers for to the government."""

    name: str
    words: tuple[str, ...]
    """How it is named in a text: these words in a row."""
    starts: date
    ends: date
    instead: str
    """What there was before it, or came after it."""


SCHEMES = (
    Scheme("HEAT targets", ("HEAT",), date(2007, 4, 1), date(2015, 3, 31), "LDP standards took their place"),
    Scheme("LDP standards", ("LDP", "standard"), date(2015, 4, 1), date.max, "HEAT targets came before them"),
    Scheme(
        "the aims of the Early Years Collaborative",
        ("Early", "Years", "Collaborative"),
        date(2012, 10, 1),
        date(2020, 12, 31),
        "they had their last dates in 2020",
    ),
)
"""HEAT in the guidance on local delivery plans for 2007-08 to 2014-15, and LDP standards in that for 2015-16, which say
that they replace them (gov.scot, NHSScotland performance against LDP standards). The collaborative's aims run from the end of 2015 to
the end of 2020 (evoc.org.uk); it began in the winter of 2012-13. “LDP” alone may be a local development plan."""


def scheme_of(indicator: Indicator) -> Scheme | None:
    """The scheme whose name stands in what an indicator says of itself."""
    for text in (indicator.national_target, indicator.name, indicator.definition, indicator.source):
        if sound(text) and (scheme := _named_in(text)):
            return scheme
    return None


def _named_in(text: str) -> Scheme | None:
    if not any(scheme.words[0] in text for scheme in SCHEMES):
        return None
    told = [text[start:end] for _, start, end in pieces(text)]
    for scheme in SCHEMES:
        size = len(scheme.words)
        for at in range(len(told) - size + 1):
            if all(
                word == told[at + place] or f"{word}s" == told[at + place] for place, word in enumerate(scheme.words)
            ):
                return scheme
    return None
