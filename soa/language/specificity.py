"""Judges whether a priority or outcome statement names a condition that can be seen to change."""

from itertools import pairwise

from soa.language import aims, doings
from soa.language.grammar import DETERMINERS, JOINERS, PREPOSITIONS, RELATIVES, without_brackets
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
_CARRIES_ON = frozenset(
    """
opportunity policy service strategy programme program framework experience sector approach plan planning management
system practice initiative project activity activities support engagement involvement capacity capability partnership
governance delivery provision process measure scheme agenda infrastructure resource information data awareness
response pathway
""".split()
)
"""Nouns that make a mere field of the words before them: an "employment opportunity" is no employment."""
_MEANS = frozenset("through via".split())
"""What follows is the way it is to be done."""
_ENDS_HINT = frozenset("for across with by that who which where while when".split()) | _MEANS
"""Where the object of a mere "improve" or "support" ends."""
_BEFORE_VERB = frozenset("to and or that which who".split())
_HOLDINGS = frozenset("resource asset money budget building data technology space skill fund time".split())
_VALUES = frozenset(
    "equal fair inclusive connected prosperous resilient sustainable vibrant cohesive modern efficient effective open".split()
)
_OCCUPIED = frozenset("work job employment education training learning".split())
_STANDING = frozenset("recognises recognizes accredits certifies recognised recognized accredited certified".split())
_SHORT = 3
_SUBJECTS = frozenset(("person", "org", "place"))
_LIVED = doings.LIVE - frozenset(
    """
live achieve gain thrive flourish grow become participate engage contribute experience belong need depend rely hope
aspire feature innovate outperform progress attain exceed enter lack
""".split()
)
"""What people and firms do that a stranger could see; the rest of what they do in their lives is too wide."""
_FEW = 3
_LONGEST_PHRASE = 6
_SMALL = PREPOSITIONS | RELATIVES | DETERMINERS | JOINERS | _HAVES
_OURSELVES = frozenset("we our everyone everybody all".split())
_NO_SUBJECT = frozenset(
    "to and or that which who where we can will should must their our its for in by with at from".split()
)
_GO_UP = frozenset("be go bring get drive keep move".split())
_LIFE_VERBS = frozenset("have get earn learn take live feel see enjoy need cope keep afford hold make".split())
_MILD_PRAISE = frozenset("good safe enjoy enjoys needs".split())
_TANGIBLE = frozenset(("place", "money", "facility", "staff", "paper"))
_TIMES = frozenset("minute hour day week month year".split())
_NO_PICTURE = frozenset("living standard start confidence role journey ability work working environment".split())
_OTHERS = frozenset("other others peers peer rest everybody everyone anyone those".split())


def specificity_of(text: str) -> Verdict:
    """Judge whether two strangers could agree, later, which way to look and whether it got better.

    ``text`` is a priority or an outcome statement. The value is ``specific`` when it names a condition that
    can be seen to change; ``vague`` for a bare theme, a slogan, a value or a way of working; ``unsure`` for
    a wide field that is to move in a stated direction. Never raises.
    """
    every = tag(text)
    tags = [item for item in without_brackets(every) if item.text[0].isalnum() or item.text == "%"]
    if not tags:
        return unsure("nothing is said")
    verdict = _judged(text, tags)
    directed = verdict.value == "vague" and _all(tags, aims.FIRM)
    if directed and any(_can_be_seen(item) and item not in tags for item in every):
        return unsure("what is to change is named only in brackets")
    return verdict


def _judged(text: str, tags: list[Tag]) -> Verdict:
    firm, loose = _all(tags, aims.FIRM), _all(tags, aims.LOOSE)
    seen = [at for at in range(len(tags)) if _is_seen(text, tags, at)]
    whole = (tags[0].start, tags[-1].end)
    raised = _awareness(tags)
    if raised:
        return Verdict(
            "vague", "it raises awareness, and does not say what will be different", (raised.start, raised.end)
        )
    longer = _longer_lives(tags)
    if longer:
        return _specific(longer)
    named = _named(tags, firm, loose, seen)
    if named:
        return _specific(named)
    if any(
        item.text in _STANDING and (item.text.endswith("s") or after.text == "by") for item, after in pairwise(tags)
    ):
        return unsure("it names a standing that somebody else gives, and not a condition")
    if _lives(tags) or _within_time(tags):
        return unsure("it says how a group lives or what it has, in words that are not known here")
    if _says_plainly(tags):
        return unsure("it says something of a group, in words that are not known here")
    if _happens(tags):
        return unsure("it says what somebody does or how something is, in words that are not known here")
    if _field_of_a_group(tags, loose):
        return unsure("it names a group and a field, but not the condition that is to change")
    if any(_other(text, tags, at) for at in firm[:_FEW]):
        return unsure("it gives a direction, but for something wide")
    working = _working(tags)
    if working:
        return Verdict(
            "vague", "it describes a way of working, not what will be different", (working.start, working.end)
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


def _all(tags: list[Tag], known: frozenset[str]) -> list[int]:
    """The places of the words that give a direction."""
    return [at for at, item in enumerate(tags) if _base(item, known) and not _is_mere_theme(tags, at)]


def _named(tags: list[Tag], firm: list[int], loose: list[int], seen: list[int]) -> Tag | None:
    """The condition that is to change, if one is named."""
    if not seen:
        return None
    moved = _moved(tags, firm)
    for at in seen:
        if at in moved:
            return tags[at]
    if _compared(tags):
        return tags[seen[0]]
    if not _working(tags):
        hinted = _hinted(tags, loose)
        for at in seen:
            if at in hinted and tags[at].kind != "person":
                return tags[at]
    means = next((at for at, item in enumerate(tags) if at and item.text in _MEANS), len(tags))
    return tags[seen[0]] if seen[0] < means and (_states(tags) or _happens(tags)) else None


def _moved(tags: list[Tag], firm: list[int]) -> set[int]:
    """The places of the words that a firm direction may be that of: "reduce crime", "crime falls"."""
    said = [at for at in firm if tags[at].form != "base" or tags[at - 1].text not in _BEFORE_VERB]
    reached = set(range(said[-1])) if said else set()
    moving = False
    ways = set(firm)
    for at, item in enumerate(tags):
        if at in ways:
            moving = True
        elif item.text == "for" or item.text in _MEANS:
            moving = False
        if moving:
            reached.add(at)
    return reached


def _hinted(tags: list[Tag], loose: list[int]) -> set[int]:
    """The places of the words that may be what is to be improved, and not the means or the people it is for."""
    said = [at for at in loose if tags[at].form == "ed"]
    reached = set(range(said[-1])) if said else set()
    moving = False
    ways = set(loose)
    for at, item in enumerate(tags):
        if at and (item.text in _MEANS or (item.text == "by" and at + 1 < len(tags) and tags[at + 1].form == "ing")):
            break
        if _ends_object(tags, at):
            moving = False
        if moving:
            reached.add(at)
        if at in ways:
            moving = True
    return reached


def _ends_object(tags: list[Tag], at: int) -> bool:
    """Whether the words end here that say what is to move: at "through", "for", "to deliver" and the like."""
    after = tags[at + 1] if at + 1 < len(tags) else None
    to_do = tags[at].text == "to" and after is not None and after.form == "base" and not after.kind
    return to_do or tags[at].text in _ENDS_HINT


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
        if item.text in ("as", "same") and any(
            after.text == "as" and following.text in _OTHERS for after, following in pairwise(tags[at + 2 : at + 7])
        ):
            return item
    return None


def _serves_another(text: str, tags: list[Tag], at: int) -> bool:
    """Whether the word only describes a wide one ("crime prevention plan"), or is the use of means."""
    following = [item.lemma for item in tags[at + 1 : at + 4]]
    if not following or tags[at].lemma in _CARRIES_ON:
        return False
    if tags[at].lemma == "use" and following[0] == "of":
        return not _HOLDINGS.isdisjoint(following)
    last = at
    while last + 1 < len(tags) and last < at + _LONGEST_PHRASE and _goes_on(text, tags[last], tags[last + 1]):
        last += 1
    return last > at and tags[last].lemma in _CARRIES_ON


def _goes_on(text: str, item: Tag, after: Tag) -> bool:
    """Whether the noun phrase of ``item`` takes in the word after it."""
    if text[item.end : after.start].strip() not in ("", "-", "/") or after.text in _SMALL:
        return False
    return bool(after.kind) or (after.form in ("", "base") and after.base != "be" and not after.text.endswith("ly"))


def _awareness(tags: list[Tag]) -> Tag | None:
    told = [item for item in tags if item.text not in DETERMINERS]
    for item, after in pairwise(told):
        if after.text in aims.AWARENESS and item.base in ("raise", "increase", "promote"):
            return after
    return None


def _longer_lives(tags: list[Tag]) -> Tag | None:
    for at, item in enumerate(tags):
        if item.text == "longer":
            if at and tags[at - 1].text in ("live", "lives"):
                return tags[at - 1]
            lives = next((after for after in tags[at + 1 : at + 4] if after.lemma in ("life", "live")), None)
            if lives:
                return lives
    return None


def _field_of_a_group(tags: list[Tag], loose: list[int]) -> bool:
    named = any(item.kind == "person" and item.lemma not in aims.UNNAMED for item in tags)
    if not named or _working(tags):
        return False
    hinted = _hinted(tags, loose)
    return any(item.lemma in aims.FIELDS and at in hinted for at, item in enumerate(tags))


def _can_be_seen(item: Tag) -> bool:
    if item.lemma in aims.WIDE or item.text in aims.WIDE:
        return False
    return item.kind == "condition" or not aims.PLAIN.isdisjoint(item.lemma.split("_")) or item.base in aims.LIVED


def _is_seen(text: str, tags: list[Tag], at: int) -> bool:
    earlier = tags[at - 1].text if at else ""
    if tags[at].lemma in _OCCUPIED and earlier in ("in", "into"):
        return True  # people in work, young people who go into training
    if tags[at].text == "work" and at and tags[at - 1].kind == "person":
        return True  # more people work in ...
    if tags[at].text == "working" and earlier in ("keep", "stay"):
        return True
    return _can_be_seen(tags[at]) and not _serves_another(text, tags, at) and not _praises(tags, at)


def _praises(tags: list[Tag], at: int) -> bool:
    """Whether it is an adjective of a wide word: "active citizenship"."""
    if tags[at].text not in doings.FEELING_WORDS or at + 1 == len(tags):
        return False
    after = tags[at + 1]
    return after.lemma in aims.WIDE and after.kind != "person" and after.lemma != "life"


def _says_plainly(tags: list[Tag]) -> bool:
    """Whether something is said of a named group with none of the wide words: it may well be seen."""
    groups = [item for item in tags if item.kind == "person" and item.lemma not in aims.UNNAMED]
    others = [item for item in tags if item.kind != "person" and len(item.text) > _SHORT]
    wide = any(item.lemma in aims.WIDE or _base(item, _ALL_AIMS) for item in others)
    return bool(groups) and _states(tags) and not wide


def _happens(tags: list[Tag]) -> bool:
    """Whether something is plainly said of somebody or something other than ourselves, without words of praise."""
    if tags[0].text in _OURSELVES or _working(tags) or any(item.text in aims.SOFT for item in tags):
        return False
    if tags[0].kind in _SUBJECTS and tags[0].text != tags[0].lemma and any(_is_lived(item) for item in tags[1:]):
        return True
    return any(_is_said(before, item, after) for before, item, after in zip(tags, tags[1:], tags[2:], strict=False))


def _is_lived(item: Tag) -> bool:
    return item.base in _LIVED and item.form in ("base", "s") and not item.kind


def _is_said(before: Tag, item: Tag, after: Tag) -> bool:
    """Whether a word is the verb of a sentence: an everyday verb, or "is" with what somebody or something is."""
    if before.text in DETERMINERS or before.text in _NO_SUBJECT or after.text == "of" or _base(before, _ALL_AIMS):
        return False
    if item.text in ("is", "are"):
        return not after.text.endswith("ed") and after.text not in _NO_SUBJECT and after.text not in _VALUES
    base, form = verb(item.text, aims.EVERYDAY)
    return (before.kind in _SUBJECTS and _is_lived(item)) or (
        bool(base) and (form in ("base", "s") or base == item.text)
    )


def _within_time(tags: list[Tag]) -> bool:
    """Whether something is said to be done "within five days"."""
    return _states(tags) and any(
        item.text == "within" and any(after.lemma in _TIMES for after in tags[at + 1 : at + 4])
        for at, item in enumerate(tags)
    )


def _lives(tags: list[Tag]) -> bool:
    """Whether it opens with a group and says what its members have, do or feel, in words that are not mere praise."""
    subject = next((at for at, item in enumerate(tags[:_FEW]) if item.kind == "person"), None)
    if subject is None or any(
        item.text in _OURSELVES or (item.base and item.text != "working") for item in tags[:subject]
    ):
        return False
    start = subject + 1
    found = (at for at, item in enumerate(tags[start : start + _LONGEST_PHRASE], start) if _base(item, _LIFE_VERBS))
    way = next(found, None)
    if way is None or any(item.text in ("to", "for", "with") for item in tags[start:way]):
        return False
    said = tags[way + 1 :]
    if any(item.text in aims.SOFT - _MILD_PRAISE - aims.FIELDS or item.lemma in _NO_PICTURE for item in said):
        return False
    words = [item.text for item in said]
    if "enough" in words or (tags[way].text.startswith("feel") and words[:1] == ["safe"]):
        return True
    if "need" in words and any(item.kind in _TANGIBLE for item in said):
        return True
    named = tags[subject].lemma not in aims.UNNAMED - {"family", "community"} or tags[start].text in ("of", "in")
    return named and any(_is_plain_word(item) for item in said)


def _is_plain_word(item: Tag) -> bool:
    """Whether it is a word of some content, and neither wide nor praise."""
    wide = item.lemma in aims.WIDE or item.text in aims.SOFT or item.text in _SMALL or _base(item, _ALL_AIMS)
    return len(item.text) > _SHORT and not wide


def _working(tags: list[Tag]) -> Tag | None:
    """The verb for a way of working that the statement opens with, an adverb apart ("actively promote")."""
    first = tags[1] if len(tags) > 1 and tags[0].text.endswith("ly") and not tags[0].kind else tags[0]
    return first if verb(first.text, aims.WORKING)[1] in ("base", "ing") else None


def _states(tags: list[Tag]) -> bool:
    return any(item.text in _HAVES for item in tags[1:])


def _other(text: str, tags: list[Tag], way: int) -> bool:
    """Whether what is to move, at ``way``, is named by more than the widest of words."""
    end = next((at for at in range(way + 1, len(tags)) if _ends_object(tags, at)), len(tags))
    has_subject = bool(way) and tags[way].form in ("base", "s") and tags[way - 1].text not in _BEFORE_VERB
    places = range(len(tags)) if has_subject or end == way + 1 else range(way + 1, end)
    return any(
        len(tags[at].text) > _SHORT
        and tags[at].lemma not in aims.WIDE | _CARRIES_ON
        and tags[at].text not in aims.SOFT
        and not _base(tags[at], _ALL_AIMS)
        and not _serves_another(text, tags, at)
        for at in places
    )
