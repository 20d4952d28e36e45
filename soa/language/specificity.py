"""Judges whether a priority or outcome statement names a condition that can be seen to change."""

from itertools import pairwise

from soa.language import aims
from soa.language.grammar import without_brackets
from soa.language.tags import Tag, tag
from soa.language.verdict import Verdict, unsure
from soa.language.words import verb

_ALL_AIMS = aims.FIRM | aims.LOOSE | aims.WORKING
_HAVES = frozenset(
    "have has live lives feel feels are is can get gets take takes leave leaves find receive stay remain".split()
)


def specificity_of(text: str) -> Verdict:
    """Judge whether two strangers could agree, later, which way to look and whether it got better.

    ``text`` is a priority or an outcome statement. The value is ``specific`` when it names a condition that
    can be seen to change; ``vague`` for a bare theme, a slogan, a value or a way of working; ``unsure`` for
    a wide field that is to move in a stated direction. Never raises.
    """
    tags = [item for item in without_brackets(tag(text)) if item.text[0].isalnum() or item.text == "%"]
    if not tags:
        return unsure("nothing is said")
    firm, loose = _first(tags, aims.FIRM), _first(tags, aims.LOOSE)
    seen = [item for item in tags if _can_be_seen(item)]
    whole = (tags[0].start, tags[-1].end)
    raised = _awareness(tags)
    if raised:
        return Verdict(
            "vague", "it raises awareness, and does not say what will be different", (raised.start, raised.end)
        )
    longer = _longer_lives(tags)
    if longer or (seen and firm):
        return _specific(longer or seen[0])
    if seen and loose and not _working(tags[0]):
        return _specific(seen[0])
    if seen and _states(tags):
        return _specific(seen[0])
    if loose and _field_of_a_group(tags):
        return unsure("it names a group and a field, but not the condition that is to change")
    if firm and _other(tags):
        return unsure("it gives a direction, but for something wide")
    if _working(tags[0]):
        return Verdict(
            "vague", "it describes a way of working, not what will be different", (tags[0].start, tags[0].end)
        )
    if firm or loose or _states(tags):
        return Verdict("vague", "it names no condition that could be seen to change", whole)
    return Verdict("vague", "it names a theme, and not what is to change in it", whole)


def _specific(item: Tag) -> Verdict:
    return Verdict("specific", "it names a condition that can be seen to change", (item.start, item.end))


def _base(item: Tag, known: frozenset[str]) -> str:
    if item.text in known:
        return item.text
    if item.lemma in known:
        return item.lemma
    return verb(item.text, known)[0]


def _first(tags: list[Tag], known: frozenset[str]) -> Tag | None:
    return next((item for at, item in enumerate(tags) if _base(item, known) and not _is_mere_theme(tags, at)), None)


def _is_mere_theme(tags: list[Tag], at: int) -> bool:
    """Whether this is mere "growth" or "prevention": a direction only when it is the growth of something."""
    return tags[at].text in aims.OF_WHAT and not (at + 1 < len(tags) and tags[at + 1].text in ("of", "in"))


def _awareness(tags: list[Tag]) -> Tag | None:
    for item, after in pairwise(tags):
        if after.text in aims.AWARENESS and item.base in ("raise", "increase", "promote"):
            return after
    return None


def _longer_lives(tags: list[Tag]) -> Tag | None:
    for item, after in pairwise(tags):
        if item.text == "longer" and after.lemma in ("life", "live"):
            return after
    return None


def _field_of_a_group(tags: list[Tag]) -> bool:
    named = any(item.kind == "person" and item.lemma not in aims.UNNAMED for item in tags)
    return named and any(item.lemma in aims.FIELDS for item in tags)


def _can_be_seen(item: Tag) -> bool:
    if item.lemma in aims.WIDE or item.text in aims.WIDE:
        return False
    return item.kind == "condition" or not aims.PLAIN.isdisjoint(item.lemma.split("_")) or item.base in aims.LIVED


def _working(item: Tag) -> bool:
    return verb(item.text, aims.WORKING)[1] in ("base", "ing")


def _states(tags: list[Tag]) -> bool:
    return any(item.text in _HAVES for item in tags[1:])


def _other(tags: list[Tag]) -> bool:
    """Whether something is named besides directions and the widest of words."""
    return any(len(item.text) > 3 and item.lemma not in aims.WIDE and not _base(item, _ALL_AIMS) for item in tags)
