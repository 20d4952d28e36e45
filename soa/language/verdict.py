"""The one shape in which a judgement about words is given."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """What a text was judged to be.

    ``value`` is one of the values of the judgement, ``unsure`` included. ``reason`` is one plain clause.
    ``span`` is the place in the text given of the words that decided (offsets in code points, end
    exclusive), or None when no particular words did.
    """

    value: str
    reason: str
    span: tuple[int, int] | None


def unsure(reason: str = "the words do not settle it") -> Verdict:
    """The verdict that claims nothing."""
    return Verdict("unsure", reason, None)
