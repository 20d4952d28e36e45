"""What is said of the thing counted: the verb or phrase after it that settles what the number describes."""

from collections.abc import Mapping
from typing import NamedTuple

from soa.language import doings
from soa.language.doings import FEELING_WORDS, FELT_WORDS
from soa.language.grammar import DETERMINERS, PREPOSITIONS, RELATIVES, head_end
from soa.language.tags import Tag, verb_of


class Found(NamedTuple):
    """A kind (outcome, output, process, input), the reason for it, and the word that decided."""

    value: str
    reason: str
    tag: Tag


def _table(*pairs: tuple[frozenset[str], str]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for members, value in reversed(pairs):
        table.update(dict.fromkeys(members, value))
    return table


_OF_PEOPLE = _table(
    (doings.FEEL, "outcome"),
    (doings.SERVE, "output"),
    (doings.LIVE, "outcome"),
    (doings.RUN, "process"),
    (doings.MAKE, "output"),
)
_OF_THINGS = _table(
    (doings.FEEL, "outcome"),
    (doings.MAKE, "output"),
    (doings.SERVE, "output"),
    (doings.RUN, "process"),
    (doings.PAY, "input"),
    (doings.LIVE, "outcome"),
)
_OF_PRODUCTS = _table(
    (doings.FEEL, "outcome"),
    (doings.MAKE, "output"),
    (doings.SERVE, "output"),
    (doings.RUN, "process"),
    (doings.PAY, "input"),
)
_OF_BODIES = _table(
    (doings.FEEL, "outcome"),
    (doings.SERVE, "output"),
    (doings.RUN, "process"),
    (doings.LIVE, "outcome"),
)
_OF_STAFF = _table(
    (doings.FEEL, "outcome"),
    (doings.SERVE, "output"),
    (doings.RUN, "process"),
    (doings.PAY, "input"),
)
_HANDLED = frozenset("clear solve detect assess review respond answer resolve process investigate inspect handle close acknowledge".split())
_OF_EVENTS = dict.fromkeys(_HANDLED, "process")
_TABLES: Mapping[str, Mapping[str, str]] = {
    "person": _OF_PEOPLE,
    "org": _OF_BODIES,
    "staff": _OF_STAFF,
    "condition": _OF_EVENTS,
    "place": _OF_THINGS,
    "product": _OF_PRODUCTS,
    "service": _OF_PRODUCTS,
    "facility": _OF_PRODUCTS,
    "contact": {},
    "paper": {},
    "money": {},
    "": _OF_THINGS,
}

_EVERYDAY = frozenset("""
internet bus train car bicycle bike school water electricity phone mobile benefit benefits pension job offer broadband wage
tobacco alcohol drug drugs cigarette cannabis media transport land income credit salary heating energy fuel public_transport
greenspace green_space outdoors outdoor countryside cultural culture theatre home own degree qualification food bank property insulin
medication contraception contraceptive technology computer social_media input online method practice tool
""".split())
"""Objects of use and access that belong to life rather than to a programme."""

_STATES = frozenset("""
employment work job education training home poverty debt house community school custody care hospital homelessness
accommodation housing neighbourhood university apprenticeship arrears crisis need fear full-time part-time occupation
destination area condition weight risk
""".split())
_PLACED = frozenset("in at into on of under below above out without with".split())
_USES = frozenset("register visit use access receive have get attend own need enter engage participate join contact".split())
_PROVIDED = ("service", "product", "contact")
_SEATS = frozenset("board committee government governance partnership".split())
_CARRIED_ON = frozenset("be do go see report record exclude relate measure attribute estimate".split())


def predicate(kind: str, rest: list[Tag]) -> Found | None:
    """The last telling verb, phrase or property in ``rest``, said of a head of class ``kind``; None when there is none."""
    table = _TABLES.get(kind, _OF_THINGS)
    result: Found | None = None
    governed = False
    for at, item in enumerate(rest):
        if item.text in _ADJUNCTS and at and result:
            return _as_felt(rest[at:]) or result
        if item.text in RELATIVES:
            governed = False
            found = _whose(rest, at) if item.text == "whose" or (item.text == "whom" and at) else None
            governed = found is not None
        elif governed and item.text not in FEELING_WORDS:
            found = None
        elif item.text in _PLACED and not governed:
            found = _phrase(kind, rest, at)
        elif item.text in FELT_WORDS and (not at or not _describes_next(rest, at)):
            return Found("outcome", _FELT, item)
        elif item.text in _READY and kind in ("place", "facility", "", "product"):
            return Found("input", "it counts what is there to be used", item)
        elif kind == "staff" and item.text in FEELING_WORDS:
            found = None
        elif item.text in FEELING_WORDS and not governed and not _describes_next(rest, at):
            found = Found("outcome", "it describes how people or places are", item)
        else:
            found = _verb(kind, table, rest, at)
            if found and found.value == "output" and kind in ("person", "org", "staff"):
                governed = True
                if kind == "person" and verb_of(item)[0] in _HELPED and _to_an_end(rest, at):
                    found = Found("unsure", "", item)
        if found is None:
            continue
        result = found
        if found.reason == _FELT:
            return found
    return result


def _as_felt(rest: list[Tag]) -> Found | None:
    """ "As felt by residents": however it began, it is a matter of experience."""
    if len(rest) > 2 and rest[0].text == "as" and rest[2].text == "by" and verb_of(rest[1])[0] in _JUDGED:
        return Found("outcome", _FELT, rest[1])
    for at, item in enumerate(rest[:-2]):
        if item.text == "as" and at:
            return _as_felt(rest[at:])
    return None


_JUDGED = frozenset("feel perceive report see rate judge experience".split())
_ADJUNCTS = frozenset("when after before during following if unless while whilst since until as using".split())
_PEOPLES = frozenset("woman man female male disabled minority girl boy".split())
_READY = frozenset("available".split())
_FELT = "it describes what people experience or say"
_REASONS = {
    "outcome": "it describes what people do or what happens to them",
    "output": "it counts what services did or whom they reached",
    "process": "it describes how the work was done",
    "input": "it counts money, staff or other means put in",
}


_HELPED = frozenset("support assist help enable".split())


def _to_an_end(rest: list[Tag], at: int) -> bool:
    """ "Supported to live at home", "assisted into work": officers differ, so nothing is claimed."""
    following = rest[at + 1 : at + 3]
    if not following or following[0].text not in ("to", "into", "at", "in"):
        return False
    last = following[-1]
    return following[0].text == "to" or last.lemma in _STATES or last.kind == "condition"


def _describes_next(rest: list[Tag], at: int) -> bool:
    after = rest[at + 1] if at + 1 < len(rest) else None
    if after is None or not after.text[0].isalpha() or after.text in PREPOSITIONS or after.text in RELATIVES:
        return False
    return after.text not in ("and", "or") and (not at or verb_of(rest[at - 1])[0] not in ("be", "feel"))


def _modifies(rest: list[Tag], at: int) -> bool:
    """Whether a participle only describes the noun after it ("paid employment", "purchased seed")."""
    before = rest[at - 1]
    after = rest[at + 1] if at + 1 < len(rest) else None
    if after is None or not after.text[0].isalpha() or after.text.endswith("ly") or after.text in PREPOSITIONS:
        return False
    if before.text.endswith("ly"):
        return True
    return before.text in PREPOSITIONS or before.text in DETERMINERS or bool(verb_of(before)[0])


def _used(kind: str, item: Tag) -> Found:
    if kind == "place":
        return Found("outcome", _REASONS["outcome"], item)
    return Found("output", _REASONS["output"], item)


def _verb(kind: str, table: Mapping[str, str], rest: list[Tag], at: int) -> Found | None:
    item = rest[at]
    base, form = verb_of(item)
    if item.lemma in _PEOPLES and at and verb_of(rest[at - 1])[0] == "be" and kind in ("person", "staff"):
        return Found("outcome", "it describes the balance between groups", item)
    if item.kind == "measure":
        return None
    if not base or base in _CARRIED_ON and base != "report" or item.text in PREPOSITIONS or not table:
        return None
    if form == "ing" and at and (item.kind or rest[at - 1].text in PREPOSITIONS):
        return None
    if at and (rest[at - 1].text[0].isdigit() or (form == "ed" and _modifies(rest, at))):
        return None
    if kind == "condition":
        value = table.get(base)
        return Found(value, _REASONS[value], item) if value else None
    if base in ("report", "answer") and kind == "person" and form != "ed":
        return Found("outcome", _FELT, item)
    if base == "reach" and kind == "person" and form != "ed":
        return Found("outcome", _REASONS["outcome"], item)
    if base in ("provide", "give") and kind == "person" and form != "ed":
        unpaid = any(tag.text in ("unpaid", "care", "informal") for tag in rest[at + 1 : at + 4])
        return Found("outcome", _REASONS["outcome"], item) if unpaid else None
    if base == "take" and at + 1 < len(rest) and rest[at + 1].text == "part":
        return _use(rest, at + 1) or None
    if base == "report" and kind == "person":
        return Found("outcome", _FELT, item)
    if base == "use" and kind not in ("person", "org", "staff"):
        return _used(kind, item)
    if form in ("base", "s") and not _finite(rest, at):
        return None
    if base in _USES:
        return _use(rest, at)
    if base in doings.FEEL:
        return Found("outcome", _FELT, item) if base in table else None
    if base == "spend" and at + 1 < len(rest) and rest[at + 1].text in ("at", "in"):
        return None
    value = table.get(base)
    if value and kind == "org" and form != "ed" and (noun := _head(rest[at + 1 :])) and noun.kind == "condition":
        return Found("outcome", _REASONS["outcome"], noun)
    return Found(value, _REASONS[value], item) if value else None


def _finite(rest: list[Tag], at: int) -> bool:
    """Whether a bare form at ``at`` is a verb: after who, that, they, to, a modal, or first after the head."""
    before = rest[at - 1].text if at else "who"
    if before in ("not", "also", "then", "regularly", "currently", "still") and at >= 2:
        before = rest[at - 2].text
    return before in ("who", "that", "which", "they", "to", "can", "would", "will", "could", "it", "people")


def _use(rest: list[Tag], at: int) -> Found | None:
    """Using, receiving or having something: a service makes an output, an everyday thing an outcome, a paper process."""
    item = rest[at]
    base, _ = verb_of(item)
    base = base or "participate"
    tail = rest[at + 1 :]
    while tail and (tail[0].text in DETERMINERS or tail[0].text in ("to", "at", "least", "in", "place", "with", "from", "on", "for", "as")):
        tail = tail[1:]
    noun = _head(tail)
    if noun is None:
        return None
    span = tail[: head_end(tail)]
    if any(word.lemma in _EVERYDAY for word in span):
        return Found("outcome", _REASONS["outcome"], item)
    kind = noun.kind
    if kind == "paper":
        return Found("process", _REASONS["process"], noun)
    if kind in ("condition", "place"):
        return Found("outcome", _REASONS["outcome"], noun)
    if base == "have":
        return Found("output", _REASONS["output"], noun) if kind in ("product", "service", "contact") else None
    if base in ("engage", "participate") and kind not in ("service", "product", "contact"):
        return Found("outcome", _REASONS["outcome"], item)
    if base in ("own", "need", "enter"):
        return Found("outcome", _REASONS["outcome"], item)
    return Found("output", _REASONS["output"], item)


def _whose(rest: list[Tag], at: int) -> Found | None:
    tail = rest[at + 1 :]
    while tail and tail[0].text in ("there", "is", "are", "was", "has", "been", "a", "an", "the", "their"):
        tail = tail[1:]
    noun = _head(tail)
    if noun and noun.kind == "paper":
        return Found("process", _REASONS["process"], noun)
    if noun and noun.kind == "condition":
        return Found("outcome", _REASONS["outcome"], noun)
    return None


def _phrase(kind: str, rest: list[Tag], at: int) -> Found | None:
    """A phrase such as "in employment", "with a care plan" or "at risk", said of the head."""
    tail = rest[at + 1 :]
    noun = _head(tail)
    if noun is None or kind in ("condition", "money", "paper", "contact", "product"):
        return None
    if noun.lemma in _SEATS and kind == "person":
        return Found("outcome", "it describes who sits where", noun)
    if noun.kind in _PROVIDED and rest[at].text in ("in", "on") and kind == "person" and noun.lemma not in _STATES:
        return Found("output", _REASONS["output"], noun)
    if kind == "staff":
        if noun.kind == "condition" and rest[at].text in ("on", "at", "above"):
            return Found("outcome", _REASONS["outcome"], noun)
        return Found("input", "it counts staff", noun) if noun.kind == "condition" else None
    if noun.kind in ("org", "product") and kind == "org" and rest[at].text == "with":
        return Found("process", _REASONS["process"], noun)
    if noun.kind == "paper" and rest[at].text in ("with", "without", "on"):
        return Found("process", _REASONS["process"], noun)
    if kind in ("person", "org", "place", "staff") and rest[at].text != "of":
        if noun.lemma in _STATES or noun.kind == "condition":
            return Found("outcome", "it describes how people or places are", noun)
    return None


def _head(tags: list[Tag]) -> Tag | None:
    """The head of the noun phrase at the front of ``tags``."""
    end = head_end(tags)
    for item in reversed(tags[:end]):
        if item.text not in PREPOSITIONS and item.text[0].isalpha() and item.text not in DETERMINERS and item.kind != "measure":
            return item
    return None
