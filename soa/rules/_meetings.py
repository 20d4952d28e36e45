"""Work that is a meeting, or a paper to be written, and no more: the rules ask what comes of it, and no reader praises it."""

import re
from functools import cache


def meets(words: str) -> bool:
    """Whether an action is that a group meets now and then."""
    return "meet" in words.lower() and _meets().match(words) is not None


def meets_or_writes(words: str) -> bool:
    """Whether an action is that a group meets now and then, or that a strategy is written."""
    lower = words.lower()
    written = any(part in lower for part in _PAPERS) and _writes().match(words) is not None
    return meets(words) or (written and not _for_each().search(words))


_PAPERS = ("strateg", "framework", "plan", "report", "polic", "protocol", "charter")
_PAPER = r"(?:strateg(?:y|ies)|frameworks?|plans?|reports?|polic(?:y|ies)|protocols?|charters?)"


@cache
def _meets() -> re.Pattern[str]:
    """A group that meets; those that meet each day or week do the work itself."""
    return re.compile(
        r"(?:the |a |an |one |our )?(?:[\w'’-]+ ){0,6}(?:groups?|boards?|forums?|committees?|partnerships?|panels?|networks?) (?:will )?meets? "
        r"(?:regularly|quarterly|monthly|once|twice|(?:\w+) times|(?:every|each) (?:(?:other|second|two|three|four|six|eight|twelve) )?(?:months?|quarters?|years?|(?:six|eight|four|twelve) weeks))\b(?! (?:a|each|every) (?:week|day))",
        re.IGNORECASE,
    )


@cache
def _writes() -> re.Pattern[str]:
    """A strategy that is written; to carry one out is judged elsewhere."""
    return re.compile(
        rf"(?:to )?(?:write|draft|produce|prepare|draw up|develop|refresh|review|consult on)(?: and \w+)? (?:a|an|the|our|its|their|one)\b(?: [\w'’-]+){{0,6}}? {_PAPER}\b"
        rf"|(?:a|an|the|our|its|their|one|each)\b(?: [\w'’-]+){{0,4}}? {_PAPER}\b(?: [\w'’-]+){{0,8}}? (?:is|are|will be) (?:written|drafted|produced|prepared|developed|refreshed|reviewed|consulted)\b",
        re.IGNORECASE,
    )


@cache
def _for_each() -> re.Pattern[str]:
    """A plan for each child, or with each tenant, is a service."""
    return re.compile(
        r"\b(?:for|with|by|from|of) (?:each|every|all|\d[\d,]*|one in \w+)\b|\bplans? (?:that|which|so that)\b|\b(?:care|support|pathway|personal|child's|birth|travel|safety|exit) plans?\b|\bso that\b",
        re.IGNORECASE,
    )
