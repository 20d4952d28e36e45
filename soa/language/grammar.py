"""The small words, and the few patterns of a statement that are found by them: prefixes, heads, clauses, time limits."""

from collections.abc import Iterator
from typing import NamedTuple

from soa.language.doings import FEELING_WORDS, FELT_WORDS
from soa.language.tags import Tag, verb_of

PREPOSITIONS = frozenset("""
of in on at for from with without within by to into onto under over above below between among amongst through via against
about across during after before since until per towards toward around near outside inside as than regarding concerning
due despite following involving including excluding where when while whereby because if but not out off up whilst
""".split())
RELATIVES = frozenset("who that which whose whom where".split())
DETERMINERS = frozenset("a an the all any each every both some our their its this these those no other such his her".split())
_FILLERS = DETERMINERS | frozenset("""
number no no. num percentage percent per cent % proportion rate rates share average mean median total annual level ratio
of amount volume count overall sum quantity and or increase decrease reduction rise change improvement reduced
increased fewer more less lower higher in by to cumulative latest estimated actual monthly quarterly yearly weekly crude
net gross standardised age-standardised new target against additional further at least up £ $ € , . / : - – — • * # &
figure score index measured measure indicator that
numbers percentages proportions levels averages further extra combined maximum minimum significant significantly
rolling year-on-year continued continue only minimum whether not
""".split())
_STOPS = frozenset(":;–—|•")
_TIME_UNITS = frozenset("second minute hour day week fortnight month year wk min hr".split())


def without_brackets(tags: list[Tag]) -> list[Tag]:
    """``tags`` without what stands in brackets, unless nothing else is there."""
    kept: list[Tag] = []
    depth = 0
    for item in tags:
        if item.text in "([{":
            depth += 1
        elif item.text in ")]}":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(item)
    if depth:
        return [item for item in tags if item.text not in "()[]{}"]
    return kept or [item for item in tags if item.text not in "()[]{}"]


def parts(tags: list[Tag]) -> Iterator[list[Tag]]:
    """The stretches of a statement between colons, dashes, semicolons and full stops."""
    part: list[Tag] = []
    for at, item in enumerate(tags):
        spaced = item.text == "-" and 0 < at < len(tags) - 1
        full_stop = item.text == "." and len(part) > 2
        opens_list = item.text == ":" and part and part[-1].lemma in ("condition", "among", "following", "include", "group")
        if (item.text in _STOPS and not opens_list) or spaced or full_stop:
            if part:
                yield part
            part = []
        else:
            part.append(item)
    if part:
        yield part


def unprefixed(tags: list[Tag]) -> list[Tag]:
    """``tags`` without the words that only say how much, how counted, by when or which way."""
    at = 0
    while at < len(tags) and tags[at].text in ("by", "from", "in") and at + 1 < len(tags) and tags[at + 1].text[:1].isdigit():
        at += 2
        while at < len(tags) and tags[at].text in (",", "/", "-", "march", "june", "september", "december", "april"):
            at += 1
        while at < len(tags) and tags[at].text[:1].isdigit():
            at += 1
    while at < len(tags) and _is_filler(tags[at]):
        at += 1
    return tags[at:]


def _is_filler(item: Tag) -> bool:
    return item.text in _FILLERS or (item.text[0].isdigit() and not item.kind) or not item.text[0].isalnum()


def head_end(tags: list[Tag]) -> int:
    """Where the first noun phrase of ``tags`` ends (exclusive)."""
    seen = False
    for at, item in enumerate(tags):
        if not item.text[0].isalnum() and item.text not in "&/'’-%":
            if seen:
                return at
            continue
        if item.text in PREPOSITIONS or item.text in RELATIVES:
            if seen:
                return at
            continue
        if seen and _opens_predicate(tags, at):
            return at
        if item.text not in DETERMINERS and item.text not in ("and", "or"):
            seen = True
    return len(tags)


def _opens_predicate(tags: list[Tag], at: int) -> bool:
    item = tags[at]
    base, form = verb_of(item)
    if (base in ("be", "have") and form) or item.text in _MODALS:
        return True
    after = tags[at + 1] if at + 1 < len(tags) else None
    before = tags[at - 1]
    if item.text[0].isdigit() and after and after.lemma in _TIME_UNITS:
        return True
    if item.text in _STATES_OF and before.kind and not (after and after.kind):
        return True
    if item.text == "meeting" and before.kind in _MEETERS and after and after.kind != "paper":
        return True
    several = before.kind in ("person", "org", "staff") and (before.text != before.lemma or before.lemma in _COLLECTIVE)
    if several and base and (form == "ing" or (form == "base" and (not item.kind or base in _PLAIN_VERBS))):
        return True
    if form == "s" and not item.kind and after and (after.text in DETERMINERS or after.text in PREPOSITIONS):
        return True
    if not form and not item.kind and item.text.endswith("ed") and before.kind:
        return after is None or after.text in PREPOSITIONS or after.text in ("and", ",")
    if form not in ("ed", "ing") or item.kind:
        return False
    if before.text in ("and", "or", ",", "/") and at >= 2 and not before.kind:
        return bool(tags[at - 2].kind) and form == "ed" and not (after and after.kind)
    if form == "ing":
        return before.kind in ("person", "org", "staff") or (not after or not after.kind)
    return not (after and after.kind and before.kind not in ("person", "product", "place", "staff"))


_STATES_OF = FEELING_WORDS | FELT_WORDS | {"aged", "available", "born", "complete", "operational"}
_MEETERS = ("place", "condition", "org", "person", "service", "facility")
_COLLECTIVE = frozenset("everyone everybody nobody no-one we they population public youth community staff workforce".split())
_MODALS = frozenset("will shall must should would can could may exists exist remains took takes".split())
_PLAIN_VERBS = frozenset("report say feel live smoke agree believe think drink walk cycle travel volunteer eat participate".split())


class Limit(NamedTuple):
    """A time limit in a statement: where it stands."""

    start: int
    end: int


def time_limit(tags: list[Tag]) -> Limit | None:
    """The place of a time limit ("within 10 working days", "on time", "3 weeks or less"), or None."""
    for at, item in enumerate(tags):
        following = [tag.text for tag in tags[at + 1 : at + 4]]
        if item.text in ("on", "in", "to") and following[:1] in (["time"], ["schedule"], ["timescale"], ["timescales"]):
            return Limit(item.start, tags[at + 1].end)
        if item.text == "how" and following[:1] in (["long"], ["quickly"], ["soon"]):
            return Limit(item.start, tags[at + 1].end)
        if item.lemma in ("timescale", "timeframe", "time-frame", "time-scale", "timeously", "deadline", "overdue"):
            return Limit(item.start, item.end)
        if item.text in ("prescribed", "target", "agreed", "statutory", "required") and following[:1] in (["time"], ["date"]):
            return Limit(item.start, tags[at + 1].end)
        if item.text in ("within", "inside", "in", "under", "than") and (end := _span_of_time(tags, at + 1)) is not None:
            if item.text in ("within", "inside") or not _looks_back(tags, at):
                return Limit(item.start, end)
        if item.text == "or" and following[:1] in (["less"], ["fewer"], ["later"], ["sooner"]) and at >= 2:
            if tags[at - 1].lemma in _TIME_UNITS:
                return Limit(tags[at - 2].start, tags[at + 1].end)
    return None


def _span_of_time(tags: list[Tag], at: int) -> int | None:
    """The end of "10 working days" at ``at``, if that is what stands there."""
    if at < len(tags) and tags[at].text in ("the", "a", "an"):
        at += 1
    if at >= len(tags) or not (tags[at].text[0].isdigit() or tags[at].text in _NUMBER_WORDS):
        return tags[at].end if at < len(tags) and tags[at].text.endswith(("-day", "-week", "-hour")) else None
    for ahead in tags[at + 1 : at + 4]:
        if ahead.lemma in _TIME_UNITS:
            return ahead.end
        if ahead.text not in ("working", "calendar", "business", "clear", "school"):
            return None
    return None


_NUMBER_WORDS = frozenset("one two three four five six seven eight nine ten twelve fifteen twenty thirty 24 48".split())


def _looks_back(tags: list[Tag], at: int) -> bool:
    """Whether the limit at ``at`` belongs to an age or a duration of a condition ("more than 12 months", "under 18 years")."""
    earlier = tags[at - 1].text if at else ""
    later = next((tag.text for tag in tags[at + 2 : at + 6] if tag.text in ("age", "old", "aged")), "")
    if tags[at].text == "in":
        return False
    return bool(later) or earlier in ("aged", "children", "adults", "more", "greater", "longer", "older", "people", "younger")
