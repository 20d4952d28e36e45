"""Judges whether a priority or outcome statement names a condition that can be seen to change."""

from itertools import pairwise

from soa.language import aims
from soa.language.grammar import DETERMINERS, without_brackets
from soa.language.tags import Tag, tag
from soa.language.verdict import Verdict, unsure
from soa.language.words import verb

_ALL_AIMS = aims.FIRM | aims.LOOSE | aims.WORKING
_HAVES = frozenset(
    """
have has live lives feel feels are is can get gets take takes leave leaves find receive stay remain start starts do does
go goes reach grow meet finish earn enter
""".split()
)
_CARRIES_ON = frozenset("opportunity policy service strategy programme framework experience sector approach".split())
"""Nouns that make a mere field of the word before them: an "employment opportunity" is no employment."""
_HOLDINGS = frozenset("resource asset money budget building data technology space skill fund time".split())
_VALUES = frozenset(
    "equal fair inclusive connected prosperous resilient sustainable vibrant cohesive modern efficient effective open".split()
)
_OCCUPIED = frozenset("work job employment education training learning".split())
_STANDING = frozenset("recognises recognizes accredits certifies recognised recognized accredited certified".split())
_SHORT = 3
_OURSELVES = frozenset("we our everyone everybody all".split())
_NO_SUBJECT = frozenset(
    "to and or that which who where we can will should must their our its for in by with at from".split()
)
_GO_UP = frozenset("be go bring get drive keep move".split())
_OTHERS = frozenset("other others peers peer rest everybody everyone anyone those".split())


def specificity_of(text: str) -> Verdict:
    """Judge whether two strangers could agree, later, which way to look and whether it got better.

    ``text`` is a priority or an outcome statement. The value is ``specific`` when it names a condition that
    can be seen to change; ``vague`` for a bare theme, a slogan, a value or a way of working; ``unsure`` for
    a wide field that is to move in a stated direction. Never raises.
    """
    tags = [item for item in without_brackets(tag(text)) if item.text[0].isalnum() or item.text == "%"]
    if not tags:
        return unsure("nothing is said")
    firm, loose = _first(tags, aims.FIRM) or _compared(tags), _first(tags, aims.LOOSE)
    seen = [item for at, item in enumerate(tags) if _is_seen(tags, at)]
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
    if any(
        item.text in _STANDING and (item.text.endswith("s") or after.text == "by") for item, after in pairwise(tags)
    ):
        return unsure("it names a standing that somebody else gives, and not a condition")
    if _says_plainly(tags):
        return unsure("it says something of a group, in words that are not known here")
    if _happens(tags):
        return unsure("it says what somebody does or how something is, in words that are not known here")
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
    """Whether this is mere "growth", a direction only when it is the growth of something, or a verb's own "up"."""
    if tags[at].text in ("grow", "growing", "grows") and at + 1 < len(tags) and tags[at + 1].text == "up":
        return True
    if tags[at].text == "more" and at + 1 < len(tags) and tags[at + 1].text in _VALUES:
        return True
    if tags[at].text == "up":
        return bool(at) and bool(tags[at - 1].base) and tags[at - 1].base not in _GO_UP
    return tags[at].text in aims.OF_WHAT and not (at + 1 < len(tags) and tags[at + 1].text in ("of", "in"))


def _compared(tags: list[Tag]) -> Tag | None:
    """The "as" of "do as well as other children": to catch up with others is a direction."""
    for at, item in enumerate(tags[:-3]):
        if item.text == "as" and any(
            after.text == "as" and following.text in _OTHERS for after, following in pairwise(tags[at + 2 : at + 7])
        ):
            return item
    return None


def _serves_another(tags: list[Tag], at: int) -> bool:
    """Whether the word only describes a wide one ("employment opportunities"), or is the use of means."""
    following = [item.lemma for item in tags[at + 1 : at + 4]]
    if not following or tags[at].lemma in _CARRIES_ON:
        return False
    if tags[at].lemma == "use" and following[0] == "of":
        return not _HOLDINGS.isdisjoint(following)
    return following[0] in _CARRIES_ON


def _awareness(tags: list[Tag]) -> Tag | None:
    told = [item for item in tags if item.text not in DETERMINERS]
    for item, after in pairwise(told):
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


def _is_seen(tags: list[Tag], at: int) -> bool:
    earlier = tags[at - 1].text if at else ""
    if tags[at].lemma in _OCCUPIED and earlier in ("in", "into"):
        return True  # people in work, young people who go into training
    if tags[at].text == "working" and earlier in ("keep", "stay"):
        return True
    return _can_be_seen(tags[at]) and not _serves_another(tags, at)


def _says_plainly(tags: list[Tag]) -> bool:
    """Whether something is said of a named group with none of the wide words: it may well be seen."""
    groups = [item for item in tags if item.kind == "person" and item.lemma not in aims.UNNAMED]
    others = [item for item in tags if item.kind != "person" and len(item.text) > _SHORT]
    wide = any(item.lemma in aims.WIDE or _base(item, _ALL_AIMS) for item in others)
    return bool(groups) and _states(tags) and not wide


def _happens(tags: list[Tag]) -> bool:
    """Whether something is plainly said of somebody or something other than ourselves, without words of praise."""
    if tags[0].text in _OURSELVES or _working(tags[0]) or any(item.text in aims.SOFT for item in tags):
        return False
    return any(_is_said(before, item, after) for before, item, after in zip(tags, tags[1:], tags[2:], strict=False))


def _is_said(before: Tag, item: Tag, after: Tag) -> bool:
    """Whether a word is the verb of a sentence: an everyday verb, or "is" with what somebody or something is."""
    if before.text in DETERMINERS or before.text in _NO_SUBJECT or after.text == "of":
        return False
    if item.text in ("is", "are"):
        return not after.text.endswith("ed") and after.text not in _NO_SUBJECT and after.text not in _VALUES
    base, form = verb(item.text, aims.EVERYDAY)
    return bool(base) and (form in ("base", "s") or base == item.text)


def _working(item: Tag) -> bool:
    return verb(item.text, aims.WORKING)[1] in ("base", "ing")


def _states(tags: list[Tag]) -> bool:
    return any(item.text in _HAVES for item in tags[1:])


def _other(tags: list[Tag]) -> bool:
    """Whether something is named besides directions and the widest of words."""
    return any(len(item.text) > 3 and item.lemma not in aims.WIDE and not _base(item, _ALL_AIMS) for item in tags)
