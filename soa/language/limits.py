"""Finds time limits in a statement: "within 10 working days", "on time", "3 weeks or less"."""

from soa.language.grammar import NUMBERS, TIME_UNITS
from soa.language.tags import Tag

_BY_THEMSELVES = frozenset(
    "timescale timeframe time-frame time-scale timeously timely promptly on-time same-day next-day deadline overdue".split()
)
_SET_TIMES = frozenset("prescribed target agreed statutory required".split())
_SET_LIMITS = frozenset("sla target timescale timescales standard benchmark deadline".split())
_LIMITING = frozenset("within inside in under than".split())
_KINDS_OF_DAY = frozenset("working calendar business clear school".split())
_OF_AGE = frozenset("age old aged".split())
_BEFORE_AGE = frozenset("aged children adults more greater longer older people younger".split())


def time_limit(tags: list[Tag]) -> tuple[int, int] | None:
    """The place of the first time limit in ``tags``, or None. A length of time past, or an age, is none."""
    for at, item in enumerate(tags):
        found = _limit_at(tags, at, item)
        if found:
            return found
    return None


def _limit_at(tags: list[Tag], at: int, item: Tag) -> tuple[int, int] | None:
    following = tags[at + 1].text if at + 1 < len(tags) else ""
    if item.lemma in _BY_THEMSELVES:
        return item.start, item.end
    if item.text in ("on", "in", "to") and following in ("time", "schedule", "timescale", "timescales"):
        return item.start, tags[at + 1].end
    if item.text == "within" and (following in _SET_LIMITS or following in _SET_TIMES):
        return item.start, tags[at + 1].end
    if item.text == "how" and following in ("long", "quickly", "soon"):
        return item.start, tags[at + 1].end
    if item.text in _SET_TIMES and following in ("time", "date"):
        return item.start, tags[at + 1].end
    if item.text in _LIMITING:
        end = _span_of_time(tags, at + 1)
        return (item.start, end) if end and not _is_an_age(tags, at) else None
    if (
        item.text == "or"
        and following in ("less", "fewer", "later", "sooner")
        and at
        and tags[at - 1].lemma in TIME_UNITS
    ):
        return tags[max(0, at - 2)].start, tags[at + 1].end
    return None


def _span_of_time(tags: list[Tag], at: int) -> int:
    """The end of "10 working days" at ``at``, or 0 when that is not what stands there."""
    if at + 1 < len(tags) and tags[at].text in ("the", "a", "an"):
        at += 1
        if tags[at - 1].text != "the" and tags[at].lemma in TIME_UNITS:
            return tags[at].end
    if at >= len(tags):
        return 0
    if not tags[at].text[0].isdigit() and tags[at].text not in NUMBERS:
        return tags[at].end if tags[at].text.endswith(("-day", "-week", "-hour")) else 0
    for ahead in tags[at + 1 : at + 4]:
        if ahead.lemma in TIME_UNITS:
            return ahead.end
        if ahead.text not in _KINDS_OF_DAY:
            return 0
    return 0


def _is_an_age(tags: list[Tag], at: int) -> bool:
    """Whether "under 18 years" at ``at`` is an age, or "more than 12 months" the length of a condition."""
    if tags[at].text in ("within", "inside", "in"):
        return False
    earlier = tags[at - 1].text if at else ""
    return earlier in _BEFORE_AGE or any(ahead.text in _OF_AGE for ahead in tags[at + 2 : at + 6])
