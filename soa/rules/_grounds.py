"""What a priority rests on: evidence, what people said, figures without a source, or nothing."""

from typing import Literal

from soa.model.lookup import Lookup, given
from soa.model.outcome import Priority
from soa.model.part import HOLE, each, sound
from soa.rules._plain_words import mentions

_COUNTED = frozenset(
    "half third quarter fifth tenth two three four five six seven eight nine ten twice double hundred thousand".split()
)
"""Words for numbers, as `why_here` may give them."""

Grounds = Literal["unread", "evidence", "testimony", "figures", "nothing"]


def grounds_of(priority: Priority, lookup: Lookup) -> Grounds:
    """The best of what a priority rests on; `unread` where its list of evidence could not be read."""
    if priority.evidence is HOLE or lookup.agreement.evidence is HOLE:
        return "unread"
    if each(priority.evidence):
        return "evidence"
    if has_testimony(priority, lookup):
        return "testimony"
    if sound(priority.why_here) and _has_figures(priority.why_here):
        return "figures"
    return "nothing"


def has_testimony(priority: Priority, lookup: Lookup) -> bool:
    """Whether what people here said stands behind it; a reference that leads nowhere may be such."""
    if priority.engagement is HOLE:
        return True
    cited = [lookup.engagement.get(str(name)) for name in each(priority.engagement)]
    return any(entry is None or given(entry.heard) or sound(entry.not_yet) for entry in cited)


def _has_figures(text: str) -> bool:
    return any(character.isdigit() for character in text) or mentions(text, _COUNTED)
