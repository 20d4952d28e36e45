"""Which measures can be compared between a large area and a small one: rates, shares and averages, never counts."""

from __future__ import annotations

import re
from typing import Final

_SHARE: Final = re.compile(
    r"%|\bper ?cent(?:age)?\b|\b(?:proportion|ratio|rate|score|index|points?|level)\b", re.IGNORECASE
)
_PER: Final = re.compile(
    r"\b(?:per|for (?:each|every)|(?:in|of|for) (?:each |every )?(?=[\d]))\s*(?!(?:year|month|week|day|quarter|annum)\b)\S",
    re.IGNORECASE,
)
"""“per 1,000 people”, “per pupil”, “in 10,000”; not “per year”, which is only when they are counted."""
_AVERAGE: Final = re.compile(r"\b(?:averages?|mean|median|typical|expectancy|expected to live)\b", re.IGNORECASE)
_MEAN: Final = re.compile(
    r"\b(?:average|mean|median)\b(?! (?:of|over) (?:the )?(?:last |past )?(?:\d+|two|three|four|five) )", re.IGNORECASE
)
"""An average of people or things, not of some years."""


def is_rate(unit: str, name: str, definition: str = "") -> bool:
    """Whether values in this unit, of a measure so named and defined, do not grow with the size of the area."""
    of_each = _AVERAGE.search(f"{unit} {name}") or _MEAN.search(definition)
    return bool(_SHARE.search(unit) or _PER.search(unit) or of_each)
