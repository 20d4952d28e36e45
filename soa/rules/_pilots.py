"""Which actions are tried out, for the rules that ask what follows."""

import re
from functools import cache

from soa.model.outcome import Action
from soa.model.part import sound

_PARTS = ("ilot", "athfinder", "rial", "ry out", "rying out", "of change")
"""Parts of the words for trying out: most actions have none of them, and need no closer look."""


def is_pilot(action: Action) -> bool:
    """Whether an action is marked as a pilot, or its words plainly say that something is tried out."""
    if sound(action.pilot):
        return True
    words = action.action
    if not sound(words) or not any(part in words for part in _PARTS):
        return False
    return bool(_tried_out().search(words)) and not _something_else().search(words)


@cache
def _tried_out() -> re.Pattern[str]:
    # A capital after the first word makes it part of a name: “the Highland Pilot”.
    return re.compile(
        r"^(?:[Pp]ilot(?:ing)?|[Tt]rial(?:ling)?|[Tt]ry(?:ing)? out|[Pp]athfinder) (?!of the |projects? )[a-z0-9]"
        r"|\b(?:as a|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Nn]ew|[Rr]un|[Ss]tart|[Ll]aunch|[0-9]+) (?:[a-z-]+ ){0,2}(?:pilots?|pathfinders?)\b"
        r"|\b[Tt]rial of\b|\b(?:on a )?trial basis\b|\b[Tt]ests? of change\b"
    )


@cache
def _something_else() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:software|IT system|clinical trials?|on trial|await\w* trial|evaluat\w+ of|lessons|learning from|after the|end of the|following)\b"
    )
