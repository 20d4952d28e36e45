"""What is said of the thing counted: the verb or phrase after it that settles what the number describes."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from soa.language import doings
from soa.language.doings import FEELING_WORDS, FELT_WORDS
from soa.language.grammar import DETERMINERS, PREPOSITIONS, RELATIVES, TIME_UNITS, front_noun, head_end, unprefixed
from soa.language.tags import Tag


class Found(NamedTuple):
    """A kind (``outcome``, ``output``, ``process``, ``input``, ``unsure``), the reason, and the word that decided."""

    value: str
    reason: str
    tag: Tag


FELT = "it describes what people experience or say"
DID = "it describes what people do or what happens to them"
IS = "it describes how people or places are"
REACHED = "it counts what services did or whom they reached"
WORKED = "it describes how the work was done"
PUT_IN = "it counts money, staff or other means put in"
_REASONS = {"outcome": DID, "output": REACHED, "process": WORKED, "input": PUT_IN}


def _table(*pairs: tuple[frozenset[str], str]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for members, value in reversed(pairs):
        table.update(dict.fromkeys(members, value))
    return table


_FEEL, _SERVE, _LIVE = (doings.FEEL, "outcome"), (doings.SERVE, "output"), (doings.LIVE, "outcome")
_RUN, _MAKE, _PAY = (doings.RUN, "process"), (doings.MAKE, "output"), (doings.PAY, "input")
_THINGS = _table(_FEEL, _MAKE, _SERVE, _RUN, _PAY, _LIVE)
_PRODUCTS = {**_table(_FEEL, _MAKE, _SERVE, _RUN, _PAY), "agree": "process"}
# What a verb makes of a head of each class: whoever is trained was reached, whatever is built was made.
_TABLES: Mapping[str, Mapping[str, str]] = {
    "person": _table(_FEEL, _SERVE, _LIVE, _RUN),
    "org": _table(_FEEL, _SERVE, _RUN, _LIVE, _MAKE),
    "staff": _table(_FEEL, _SERVE, _RUN, _PAY),
    "condition": {
        **dict.fromkeys(
            (doings.RUN - doings.EVENT - doings.LIVE - doings.HAPPEN) | doings.HANDLE | doings.ADOPT, "process"
        ),
        **dict.fromkeys(doings.BACK | doings.GRANT | doings.REMEDY, "output"),
    },
    "": {**_THINGS, **dict.fromkeys(("agree", "progress", "suspend", "stop"), "process"), "drop": "output"},
    "place": {**_THINGS, **dict.fromkeys(doings.BEFALL, "outcome")},
    "product": _PRODUCTS,
    "service": _PRODUCTS,
    "facility": _PRODUCTS,
    "contact": {},
    "paper": {},
    "money": {},
}
_ACTORS = ("person", "org", "staff")
_ABOUT_WORK = ("paper", "contact", "money", "product")
_INSPECTABLE = ("service", "org", "facility", "product")
_PROVIDED = ("service", "product", "contact")
_PLACED = frozenset("in at into on of under below above out without with".split())
_STATES = frozenset(
    """
employment work job education training home poverty debt house community school custody care hospital homelessness
accommodation housing neighbourhood university apprenticeship arrears crisis need fear full-time part-time occupation
destination area condition weight risk business
""".split()
)
_EVERYDAY = frozenset(
    """
internet bus train car bicycle bike school water electricity phone mobile benefit benefits pension job offer broadband
wage tobacco alcohol drug drugs cigarette cannabis media transport land income credit salary heating energy fuel
public_transport greenspace green_space outdoors outdoor countryside cultural culture theatre home own degree
qualification food bank property insulin medication contraception contraceptive technology computer social_media input
online method practice tool art heritage
""".split()
)
"""Objects of use and access that belong to life rather than to a programme."""
_USES = frozenset(
    "register visit use utilise access receive have get attend own need enter engage participate join contact".split()
)
_VISITED = frozenset("use visit access attend".split())
_SEATS = frozenset("board committee government governance partnership".split())
_PASSED_OVER = frozenset("be do go manage see record exclude relate measure attribute estimate".split())
_JUDGED = frozenset("feel perceive report see rate judge experience".split())
_ADJUNCTS = frozenset("when after before during following if unless while whilst since until as using".split())
_GROUPS = frozenset("woman man female male disabled minority girl boy".split())
_EXAMINED = frozenset("assess review record monitor document check".split())
_ON_PAPER = frozenset(
    "named agreed documented approved signed valid up-to-date published written formal functional functioning operational".split()
)
_HELPED = frozenset("support assist enable".split())
_EXISTS = frozenset("there is are was has been a an the their".split())
_LEADS_TO_OBJECT = DETERMINERS | frozenset("to at least in place with from on for as".split())
_BEFORE_VERB = frozenset("who that which they to can would will could it people".split())
_ABLE = frozenset("can cannot could".split())
_AWAY = frozenset("away out off".split())
_READY = frozenset("ready".split())
_WELL = frozenset("well better worse badly".split())
_REGULARLY = frozenset(
    "every each monthly weekly fortnightly bi-monthly six-monthly quarterly termly regularly annually twice once".split()
)
_INSPECTED = frozenset("inspection inspectorate ofsted audit".split())
_ARTICLES = frozenset("a an the".split())
_VENUES = frozenset("library museum gallery theatre club".split())
_ATTAINED = frozenset("achieve meet attain miss".split())
_AIMED_AT = frozenset("target milestone deadline objective".split())
_UTILITIES = frozenset("internet broadband water electricity sanitation energy heating gas mobile phone bank".split())
_SCHOOLED = frozenset(
    """
further higher adult secondary primary tertiary formal post-16 post-school full-time part-time early community
vocational continuing pre-school statutory compulsory good quality inclusive basic
""".split()
)
_CARRIED_OUT = frozenset("perform measure record check review".split())
_ATTENDED = frozenset("attend assist".split())
_PUBLIC_BODIES = frozenset(
    "council authority local_authority health_board board nhs department government agency".split()
)
_CHOSEN = frozenset("decision choice".split())
_RATED = frozenset("assess classify rate judge grade".split())
_OWNED = frozenset(
    "car van bicycle bike phone computer laptop broadband internet insurance credit bank_account pension".split()
)
_QUALIFIES = frozenset("entitled eligible".split())
_NO_VERBS = frozenset(
    "can cannot could will would may might must should shall did ever never not also then still now already only both have they".split()
)
_SHORTEST_PARTICIPLE = 6
_WITHIN_NAME = 6
_INSURED = frozenset("insurance health_insurance pension social_protection network signal".split())
_UNDER_WAY = frozenset(
    (link, noun)
    for link, nouns in (
        ("in", "use operation circulation force progress hand train development"),
        ("under", "way development construction consideration review"),
        ("on", "track course target schedule order"),
        ("out", "use"),
    )
    for noun in nouns.split()
)
"""How the work stands: "cards in circulation", "a scheme under way"."""
_ADVERBS = frozenset("not also then regularly currently still now".split())


def predicate(kind: str, rest: list[Tag]) -> Found | None:
    """The last telling verb, phrase or property in ``rest``, said of a head of class ``kind``; None when there is none.

    What people feel or say settles it at once, wherever it stands.
    """
    if kind != "person" and [item.text for item in rest[:3]] == ["up", "and", "running"]:
        return Found("process", WORKED, rest[2])
    result: Found | None = None
    governed = False  # inside what a service verb governs ("trained in ..."): only a new clause counts
    for at, item in enumerate(rest):
        if at and result and (item.text in _ADJUNCTS or (kind not in _ACTORS and _for_somebody(rest, at))):
            return _as_felt(rest[at:]) or result
        if item.text == "where" and kind in ("condition", "", "org") and not result:
            result = _where(rest[at + 1 :])
            if result:
                return result
        if item.text in RELATIVES:
            found = _relative(rest, at) or _own_clause(kind, rest, at)
            governed = found is not None
        elif item.text in FELT_WORDS and not (at and (_describes_next(rest, at) or rest[at - 1].text in PREPOSITIONS)):
            found = Found("outcome", FELT, item)
        elif result and item.text == "to" and at + 1 < len(rest) and rest[at + 1].form == "base":
            governed, found = True, None  # to what end it was done
        elif governed and item.base in _EXAMINED and item.form == "ed":
            found = Found("process", WORKED, item)
        elif governed or (item.text in FEELING_WORDS and (kind == "staff" or _describes_next(rest, at))):
            found = None
        else:
            found = _at(kind, rest, at)
            governed = found is not None and found.reason in (REACHED, WORKED) and kind in _ACTORS
        if found is None:
            continue
        result = found
        if found.reason == FELT or (kind == "org" and item.form in ("base", "s")):
            break
    return result or _unknown_deed(kind, rest)


def _names_somebody(tags: list[Tag]) -> bool:
    noun = front_noun(tags)
    return noun is not None and noun.kind in _ACTORS


def _unknown_deed(kind: str, rest: list[Tag]) -> Found | None:
    """Gullies "jetted": a participle unknown here says what was done to a thing, whatever it means."""
    if kind not in ("", "place", "facility", "service") or not rest:
        return None
    item, after = rest[0], rest[1] if len(rest) > 1 else None
    agent = after and after.text == "by" and not _names_somebody(rest[2:])
    known = agent or item.base or item.kind or not item.text.endswith("ed") or len(item.text) < _SHORTEST_PARTICIPLE
    if (
        known
        or not item.text.isalpha()
        or (after and after.text not in PREPOSITIONS and after.text not in ("and", ","))
    ):
        return None
    return Found("output", REACHED, item)


def _for_somebody(rest: list[Tag], at: int) -> bool:
    """Whether from here on it says for whom a thing was done, which is not said of the thing itself."""
    if rest[at].text != "for":
        return False
    noun = front_noun(rest[at + 1 :])
    return noun is not None and noun.kind == "person"


def _where(rest: list[Tag]) -> Found | None:
    """Births "where the mother received care", homes "where a plan was agreed": what is said of the people or paper."""
    end = head_end(rest)
    noun = front_noun(rest)
    if noun and noun.kind == "paper":
        return Found("process", WORKED, noun)
    return predicate(noun.kind, rest[end:]) if noun and noun.kind == "person" else None


def _at(kind: str, rest: list[Tag], at: int) -> Found | None:
    item = rest[at]
    if item.text in FEELING_WORDS and at and rest[at - 1].base == "make":
        return Found("process", WORKED, item)  # defects made safe
    if item.text == "employed" and at + 1 < len(rest) and rest[at + 1].text == "by":
        employer = front_noun(rest[at + 2 :])
        if employer and employer.lemma in _PUBLIC_BODIES:
            return Found("input", PUT_IN, item)
    if item.text in FEELING_WORDS:
        of_another = at and rest[at - 1].text in PREPOSITIONS
        return None if of_another or kind in _ABOUT_WORK else Found("outcome", IS, item)
    if kind == "person" and (item.text in _READY or _fares(rest, at)):
        return Found("outcome", IS, item)
    if item.text in _PLACED:
        return _phrase(kind, rest, at)
    if kind == "person" and item.text == "prepared" and at + 1 < len(rest) and rest[at + 1].text in ("for", "to"):
        return Found("outcome", IS, item)
    if kind == "person" and item.text in _QUALIFIES and not _describes_next(rest, at):
        return Found("outcome", IS, item)
    if item.text == "open" and kind in ("org", "place", "facility", "service", "") and _length_follows(rest, at):
        return Found("output", REACHED, item)
    if item.text == "available" and [ahead.lemma for ahead in rest[at + 1 : at + 3]] == ["to", "household"]:
        return Found("outcome", IS, item)
    if item.text == "available" and kind in ("place", "facility", "", "product"):
        return Found("input", PUT_IN, item)
    found = _verb(kind, rest, at)
    if found and found.value == "output" and kind == "person" and item.base in _HELPED and _to_an_end(rest, at):
        return Found("unsure", REACHED, item)
    return found


def _length_follows(rest: list[Tag], at: int) -> bool:
    """Whether a length of time comes next: "open 3 days a week"."""
    return any(ahead.lemma in TIME_UNITS for ahead in rest[at + 1 : at + 4])


def _fares(rest: list[Tag], at: int) -> bool:
    """Whether it says how people get on: "do as well as others", "do better"."""
    return rest[at].base == "do" and any(ahead.text in _WELL for ahead in rest[at + 1 : at + 4])


def _as_felt(rest: list[Tag]) -> Found | None:
    """However it began, "as felt by residents" makes it a matter of experience."""
    for at in range(len(rest) - 2):
        if rest[at].text == "as" and rest[at + 1].base in _JUDGED and rest[at + 2].text == "by":
            return Found("outcome", FELT, rest[at + 1])
    return None


def _to_an_end(rest: list[Tag], at: int) -> bool:
    """Of people "supported to live at home" or "assisted into work" officers differ, so nothing is claimed."""
    following = rest[at + 1 : at + 3]
    if not following or following[0].text not in ("to", "into", "at", "in"):
        return False
    return following[0].text == "to" or following[-1].lemma in _STATES or following[-1].kind == "condition"


def _describes_next(rest: list[Tag], at: int) -> bool:
    """Whether an adjective belongs to the noun after it ("independent institutions") and not to the head."""
    after = rest[at + 1] if at + 1 < len(rest) else None
    if after is None or not after.text[0].isalpha() or after.text in PREPOSITIONS or after.text in RELATIVES:
        return False
    return after.text not in ("and", "or") and (not at or rest[at - 1].base not in ("be", "feel"))


def _modifies(rest: list[Tag], at: int) -> bool:
    """Whether a participle only describes the noun after it ("paid employment", "purchased seed")."""
    before = rest[at - 1]
    after = rest[at + 1] if at + 1 < len(rest) else None
    if after is None or not after.text[0].isalpha() or after.text.endswith("ly") or after.text in PREPOSITIONS:
        return False
    if before.base in ("be", "have"):
        return False
    if not before.kind and not before.base and after.kind and at > 1 and rest[at - 2].text in _ARTICLES:
        return True  # "an insecticide treated net"
    return before.text.endswith("ly") or before.text in PREPOSITIONS or before.text in DETERMINERS or bool(before.base)


def _is_no_verb_here(rest: list[Tag], at: int) -> bool:
    item = rest[at]
    if not item.base or item.base in _PASSED_OVER or item.text in PREPOSITIONS:
        return True
    if item.kind == "measure" and not (at and rest[at - 1].text in ("who", "that")):
        return True
    if not at:
        return False
    before = rest[at - 1]
    if item.form == "ing" and (item.kind or before.text in PREPOSITIONS):
        return True
    if item.form == "ing" and at + 1 < len(rest) and rest[at + 1].kind and before.text.isalpha() and not before.base:
        return before.text not in RELATIVES and before.text not in ("and", "or")
    return (before.text[0].isdigit() and item.form != "ed") or (item.form == "ed" and _modifies(rest, at))


def _verb(kind: str, rest: list[Tag], at: int) -> Found | None:
    item = rest[at]
    table = _TABLES.get(kind, _THINGS)
    if at and item.lemma in _GROUPS and rest[at - 1].base == "be" and kind in ("person", "staff"):
        return Found("outcome", "it describes the balance between groups", item)
    if (
        item.text == "treated"
        and kind == "person"
        and [ahead.text for ahead in rest[at + 1 : at + 3]] == ["in", "hospital"]
    ):
        return Found("outcome", DID, item)
    if item.text == "seen" and kind == "person" and at + 1 < len(rest) and rest[at + 1].text == "by":
        return Found("output", REACHED, item)
    if not table or _is_no_verb_here(rest, at):
        return None
    if (
        item.form == "ed"
        and kind in ("person", "money", "contact", "product")
        and _done_by_people(item, rest[at + 1 :])
    ):
        return Found("outcome", DID, item)
    if item.form == "ed" and item.base in _ATTAINED:
        aim = next((before for before in rest[max(0, at - 3) : at] if before.lemma in _AIMED_AT), None)
        if aim:
            return Found("process", WORKED, aim)
    if item.form == "ed" and item.base in _RATED and at + 1 < len(rest) and rest[at + 1].text == "as":
        return Found("outcome", IS, item) if kind in ("person", "place", "condition") else None
    if kind == "condition":
        if item.base in _ATTENDED and any(word.kind == "staff" for word in rest[at + 2 : at + 5]):
            return Found("output", REACHED, item)
        direct = not at or rest[at - 1].base == "be"
        if direct and item.form == "ed" and item.base not in doings.EVENT and _on_behalf(rest, at):
            return Found("output", REACHED, item)
        of_another = at + 1 < len(rest) and rest[at + 1].kind == "org"  # jobs in "supported companies"
        return _by_table(table, item) if item.form == "ed" and not of_another else None
    if item.base == "take" and at + 1 < len(rest) and kind != "person":
        return _taken(kind, rest, at)
    if kind == "person":
        found = _own_doing(rest, at)
        if found:
            return found if found.value != "unsure" else None
    if item.form == "ed" and item.base in _VISITED and kind not in ("person", "staff"):
        return Found("outcome", DID, item) if kind == "place" else Found("output", REACHED, item)
    if item.base == "cover" and kind == "person" and any(ahead.lemma in _INSURED for ahead in rest[at + 1 : at + 5]):
        return Found("outcome", DID, item)
    if item.base == "cover" and kind == "place":
        noun = front_noun(rest[at + 2 :])
        if noun and noun.kind == "paper":
            return Found("process", WORKED, noun)
        if not noun or noun.kind in ("", "condition", "place"):
            return Found("outcome", IS, item)
    if item.form in ("base", "s") and not _is_finite(rest, at):
        return None
    if item.base == "prescribe" and any(ahead.kind == "condition" for ahead in rest[at + 1 : at + 5]):
        return Found("outcome", DID, item)
    if item.form == "ed" and item.base in ("visit", "contact") and (not at or rest[at - 1].base == "be"):
        return Found("output", REACHED, item)
    if item.form == "ed" and item.base in _USES and at + 1 < len(rest) and rest[at + 1].text == "by":
        return Found("output", REACHED, item)
    if item.base in _USES:
        return _use(kind, item.base, rest, at)
    if item.base == "spend" and at + 1 < len(rest) and rest[at + 1].text in ("at", "in"):
        return None
    if item.base == "represent" and kind == "org":
        return Found("process", WORKED, item)
    if item.base == "meet" and kind == "org" and item.form != "ed" and _meets_rule(rest, at):
        return Found("process", WORKED, item)
    if item.base == "meet" and kind != "person" and at + 1 < len(rest) and rest[at + 1].text in _REGULARLY:
        return Found("process", WORKED, item)
    found = _by_table(table, item)
    if found and kind in ("org", "person") and item.form != "ed":
        noun = front_noun(rest[at + 1 :])
        if noun and noun.kind == "condition":
            return Found("outcome", DID, noun)
        return None if kind == "org" and item.base in doings.MAKE else found
    return found


def _on_behalf(rest: list[Tag], at: int) -> bool:
    """Whether somebody brought it about: income "gained for clients", jobs "filled through the scheme"."""
    following = rest[at + 1 : at + 2]
    if following and following[0].text == "for":
        noun = front_noun(rest[at + 2 :])
        return noun is not None and (noun.kind == "person" or noun.lemma in ("client", "customer"))
    return bool(following) and following[0].text in ("through", "via") and _through_a_service(rest[at + 1 :])


def _done_by_people(item: Tag, following: list[Tag]) -> bool:
    """Whether people did it who are no staff: children "cared for by relatives"."""
    at = 1 if following[:1] and following[0].text == "for" else 0
    if item.base not in ("care", "perform", "look") or following[at : at + 1] == [] or following[at].text != "by":
        return False
    noun = front_noun(following[at + 1 :])
    return noun is not None and noun.kind in ("person", "")


def _meets_rule(rest: list[Tag], at: int) -> bool:
    noun = front_noun(rest[at + 1 :])
    return noun is not None and (noun.kind == "paper" or noun.lemma in _AIMED_AT or noun.lemma == "requirement")


def _taken(kind: str, rest: list[Tag], at: int) -> Found | None:
    """Places "taken up", schools "taking part": both are use of a service."""
    used = rest[at + 1].text == "up" or (rest[at + 1].text == "part" and kind == "org")
    return Found("output", REACHED, rest[at]) if used else None


def _by_table(table: Mapping[str, str], item: Tag) -> Found | None:
    value = table.get(item.base)
    if value is None:
        return None
    return Found(value, FELT if item.base in doings.FEEL else _REASONS[value], item)


def _own_doing(rest: list[Tag], at: int) -> Found | None:
    """What people themselves do with a verb that services use too: reporting, reaching a level, giving care."""
    item = rest[at]
    following = rest[at + 1].text if at + 1 < len(rest) else ""
    if item.base == "run" and following in _AWAY:
        return Found("outcome", DID, item)
    if item.base == "pay":
        able = at and rest[at - 1].text in _ABLE
        return Found("outcome" if able else "unsure", DID, item)
    if item.base == "report" or (item.base == "answer" and item.form != "ed"):
        return Found("outcome", FELT, item)
    if item.base == "take" and following in ("part", "on"):
        return _use("person", "participate", rest, at + 1) if following == "part" else Found("output", REACHED, item)
    if item.base == "involve" and any(ahead.kind == "condition" for ahead in rest[at + 1 : at + 4]):
        return Found("outcome", DID, item)  # drivers involved in accidents
    if item.form == "ed":
        gave = item.base in ("give", "pay", "donate") and at and rest[at - 1].base == "have"
        return Found("outcome", DID, item) if gave else None
    if item.base == "reach" or (item.base == "make" and any(word.lemma in _CHOSEN for word in rest[at + 1 : at + 4])):
        return Found("outcome", DID, item)
    if item.base in ("provide", "give"):
        unpaid = any(ahead.text in ("unpaid", "care", "informal") for ahead in rest[at + 1 : at + 4])
        return Found("outcome" if unpaid else "unsure", DID, item)
    return None


def _is_finite(rest: list[Tag], at: int) -> bool:
    """Whether a bare form at ``at`` is a verb: after who, that, they, to, a modal, or first after the head."""
    if not at:
        return True
    before = rest[at - 2] if rest[at - 1].text in _ADVERBS and at > 1 else rest[at - 1]
    return before.text in _BEFORE_VERB


def _use(kind: str, base: str, rest: list[Tag], at: int) -> Found | None:
    """Using, receiving or having something: a service makes an output, an everyday thing an outcome, a paper process."""
    item = rest[at]
    tail = rest[at + 1 :]
    while tail and tail[0].text in _LEADS_TO_OBJECT:
        tail = unprefixed(tail[1:])
    noun = front_noun(tail)
    if noun is None:
        return None
    phrase = tail[: head_end(tail)]
    if not noun.kind and noun.base in doings.LIVE:
        return Found("outcome", DID, noun)  # adolescents who get enough sleep
    if any(word.lemma == "education" and before.text in _SCHOOLED for before, word in pairwise(phrase)):
        return Found("outcome", DID, item)
    if noun.lemma == "education" and any(word is not noun and word.text not in _SCHOOLED for word in phrase):
        return Found("output", REACHED, noun)
    if base == "have" and any(word.form == "ed" and word.base in _CARRIED_OUT for word in tail[1:]):
        return Found("process", WORKED, item)  # patients who have had a test performed
    if base in ("access", "have") and noun.kind in _PROVIDED and any(word.lemma in _UTILITIES for word in phrase):
        return Found("outcome", DID, item)
    if base in ("engage", "participate") and _through_a_service(tail):
        return Found("output", REACHED, item)
    if base == "participate" and not noun.kind and any(word.kind in _PROVIDED for word in tail[:_WITHIN_NAME]):
        return Found("output", REACHED, item)  # in the "Spirit of the Glen Prize"
    offered = noun.kind in ("product", "service") and noun.lemma not in _EVERYDAY
    if not offered and any(word.lemma in _EVERYDAY for word in phrase):
        return Found("outcome", DID, item)
    if noun.kind == "paper":
        return Found("process", WORKED, noun)
    if noun.kind in ("condition", "place"):
        return Found("outcome", DID, noun)
    if base == "have":
        if noun.kind == "org" and kind in ("place", "org"):
            return Found("process", WORKED, noun)  # wards that have a forum
        if noun.kind == "person":
            return Found("outcome", DID, noun)
        if not noun.kind and any(word.base in doings.RUN and word.form == "ed" for word in tail[: head_end(tail)]):
            return Found("process", WORKED, noun)
        return Found("output", REACHED, noun) if noun.kind in _PROVIDED else None
    if base == "use" and kind == "org":
        return Found("process", WORKED, noun)
    if base == "use" and not noun.kind:
        return None
    venue = noun.lemma in _VENUES
    if base in ("own", "need", "enter") or (
        base in ("engage", "participate") and noun.kind not in _PROVIDED and not venue
    ):
        return Found("outcome", DID, item)
    return Found("output", REACHED, item)


def _through_a_service(tail: list[Tag]) -> bool:
    """Whether people do it "through the ranger service"."""
    for at, item in enumerate(tail):
        if item.text in ("through", "via"):
            noun = front_noun(tail[at + 1 :])
            return noun is not None and noun.kind in _PROVIDED
    return False


def _relative(rest: list[Tag], at: int) -> Found | None:
    """What people have decides: "whose notes record ...", "in whom there is a record"."""
    if rest[at].text != "whose" and not (rest[at].text == "whom" and at):
        return None
    tail = rest[at + 1 :]
    while tail and tail[0].text in _EXISTS:
        tail = tail[1:]
    noun = front_noun(tail)
    if noun is None or noun.kind not in ("paper", "condition"):
        return None
    return Found("process", WORKED, noun) if noun.kind == "paper" else Found("outcome", DID, noun)


def _own_clause(kind: str, rest: list[Tag], at: int) -> Found | None:
    """People "who talk as expected": a plain verb unknown here is something that they do, whatever it means."""
    if kind != "person" or rest[at].text not in ("who", "that") or at + 1 >= len(rest):
        return None
    item = rest[at + 1]
    known = item.base or item.kind or item.text in PREPOSITIONS or item.text in DETERMINERS
    if known or not item.text.isalpha() or item.text in _NO_VERBS or item.text.endswith(("ly", "ed", "ing")):
        return None
    return Found("outcome", DID, item)


def _phrase(kind: str, rest: list[Tag], at: int) -> Found | None:
    """A phrase such as "in employment", "with a care plan" or "at risk", said of the head."""
    if kind in ("condition", "money", "paper", "contact", "product"):
        return None
    noun = front_noun(rest[at + 1 :])
    if noun is None or rest[at + 1].text in RELATIVES:
        return None
    link = rest[at].text
    if kind not in _ACTORS and (link, noun.text) in _UNDER_WAY:
        return Found("process", WORKED, noun)
    if link == "in" and noun.lemma == "receipt" and kind in _ACTORS:
        return _use(kind, "receive", rest, at + 2)
    if kind in _INSPECTABLE and link in ("in", "at", "by", "from") and noun.lemma in _INSPECTED:
        return Found("process", WORKED, noun)
    if link == "in" and noun.text == "place" and kind != "person":
        return Found("process", WORKED, noun)
    if kind == "person" and link in ("with", "without"):
        had = rest[at + 1 : at + 6] if noun.lemma == "access" else (noun,)
        if any(word.lemma in _OWNED for word in had):
            return Found("outcome", DID, noun)
    if kind == "person" and link == "with" and noun.kind == "staff":
        return Found("output", REACHED, noun)
    if kind == "person" and (
        (noun.lemma in _SEATS and link in ("in", "on")) or (link == "in" and noun.kind == "staff")
    ):
        return Found("outcome", "it describes who sits where", noun)
    if (
        kind == "person"
        and noun.kind in _PROVIDED
        and link in ("in", "on")
        and all(word.text != "own" for word in rest[at + 1 : at + 4])
        and (noun.lemma not in _STATES or link == "on")
        and noun.lemma != "free_school_meal"
    ):
        return Found("output", REACHED, noun)
    if link == "with" and noun.kind != "condition" and any(ahead.text in _ON_PAPER for ahead in rest[at + 1 : at + 4]):
        return Found("process", WORKED, noun)
    if kind == "staff" and noun.kind == "condition":
        return Found("input", PUT_IN, noun) if link == "with" else Found("outcome", DID, noun)
    if (noun.kind == "paper" and link in ("with", "without", "on")) or (
        kind == "org" and link == "with" and (noun.kind in ("org", "product") or noun.lemma == "budget")
    ):
        return Found("process", WORKED, noun)
    if kind in ("person", "org", "place") and link != "of" and (noun.lemma in _STATES or noun.kind == "condition"):
        return Found("outcome", IS, noun)
    return None
