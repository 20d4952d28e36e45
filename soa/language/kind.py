"""Judges what a measure, target or action describes: an outcome, an output, a process or an input."""

from collections.abc import Mapping

from soa.language import conditions, doings, things
from soa.language.clause import Found, predicate
from soa.language.doings import FEELING_WORDS
from soa.language.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    head_end,
    parts,
    time_limit,
    unprefixed,
    without_brackets,
)
from soa.language.tags import Tag, tag, verb_of
from soa.language.verdict import Verdict, unsure

_HEADS: Mapping[str, tuple[str, str]] = {
    "condition": ("outcome", "it counts a condition, an event or an experience of people or places"),
    "staff": ("input", "it counts staff"),
    "money": ("input", "it counts money or other means put in"),
    "paper": ("process", "it counts the workings of organisations"),
    "product": ("output", "it counts what services produced"),
    "contact": ("output", "it counts the use or reach of services"),
    "facility": ("input", "it counts places and points that bodies provide"),
}
_TRANSPARENT = frozenset("""
quality standard condition type range extent distribution level value amount use usage utilisation utilization access
availability accessibility number proportion proximity impact effect degree prevalence incidence gap difference balance
affordability share percentage status progress existence presence rate member head lack absence frequency length
rating score group majority ease performance case instance participation
""".split())
_PRIVATE = frozenset("""
household family person people visitor tourist living housing house housing transport childcare fuel energy rent mortgage
disposable weekly hourly median average resident tenant pensioner consumer food travel worker employee gross_weekly pay
crime accident home annual farm farmer child
""".split())
_STATE_OF = frozenset("condition access affordability accessibility".split())
_PUBLIC = frozenset("tax council fee charge levy tariff_income rate business_rate council_tax licence permit".split())
_GENDER = frozenset("woman man girl boy male female minority ethnic disabled gender".split())
_RESULT_WORDS = (("so", "that"), ("measured", "by"), ("leading", "to"), ("resulting", "in"), ("result", "in"), ("lead", "to"))
_ACTS = {
    **dict.fromkeys(doings.SERVE, "output"),
    **dict.fromkeys(doings.MAKE, "output"),
    **dict.fromkeys(doings.RUN, "process"),
    **dict.fromkeys(doings.PAY, "input"),
}
_LEAN = frozenset("use get complete set close feed house place visit reach fit lead care help form access order check "
                  "test examine target guide measure join interview file".split())


def kind_of(text: str, unit: str = "") -> Verdict:
    """Judge what a measure, target or action describes.

    ``text`` is its name or statement, ``unit`` its unit in words if known. The value is ``outcome``,
    ``output``, ``process``, ``input`` or ``unsure``; the definitions are those of the glossary in the
    documentation (after Audit Scotland 2013, paragraphs 43 and 53). Never raises.
    """
    found = _statement(without_brackets(tag(text)))
    if found is None and unit:
        of_unit = _statement(without_brackets(tag(unit)))
        return unsure() if of_unit is None else Verdict(of_unit.value, of_unit.reason, None)
    return unsure() if found is None or found.value == "unsure" else Verdict(found.value, found.reason, (found.tag.start, found.tag.end))


def _statement(tags: list[Tag]) -> Found | None:
    for at in range(1, len(tags) - 2):
        if tags[at].text == "defined" and tags[at + 1].text == "as":
            return _statement(tags[: at - 1]) or _statement(tags[at + 2 :])
    for at in range(len(tags) - 2):
        if (tags[at].text, tags[at + 1].text) in _RESULT_WORDS:
            found = _statement(tags[at + 2 :])
            if found:
                return found
    stretches = list(parts(tags))
    counted = [part for part in stretches[1:] if part[0].kind == "measure" and any(tag.text in ("of", "who") for tag in part[1:5])]
    for part in (*counted, *stretches):
        found = _part(part)
        if found:
            return found
    return None


def _part(part: list[Tag]) -> Found | None:
    core = unprefixed(part)
    if not core:
        return None
    found = _act(core) or _counted(core)
    return _timed(core, found)


def _act(core: list[Tag]) -> Found | None:
    """An action: the statement opens with what somebody is to do."""
    if core[0].text == "to" and len(core) > 1:
        core = core[1:]
    if core[0].text in ("set", "setting") and core[1:] and core[1].text == "up":
        return Found("process", "it says what somebody is to do", core[0])
    first = core[0]
    base, form = verb_of(first)
    following = core[1] if len(core) > 1 else None
    if not base or form not in ("base", "ing") or following is None or following.text in ("of", "to", "by", "per"):
        return None
    if form == "ing" and first.kind:
        return None
    if form == "base" and first.kind and following.text not in DETERMINERS and not following.text[0].isdigit():
        return None
    if base in doings.CHANGE or following.kind == "change":
        return _changed(core)
    value = _ACTS.get(base)
    if value is None or (base in _LEAN and form == "ing"):
        return None
    return Found(value, "it says what somebody is to do", first)


def _changed(core: list[Tag]) -> Found | None:
    """Reduce, increase, ensure: it is about what is to change."""
    rest = unprefixed(core[1:])
    while rest and verb_of(rest[0])[0] in doings.CHANGE and verb_of(rest[0])[1] == "base":
        rest = unprefixed(rest[1:])
    return (_counted(rest) if rest else None)


def _counted(core: list[Tag]) -> Found | None:
    """A noun phrase: its head, and what is said of it."""
    end = head_end(core)
    head = _head(core[:end])
    rest = _before_base(core[end:])
    if head is None:
        return None
    if verb_of(core[0])[1] == "ed" and verb_of(core[0])[0] in doings.PAY:
        return Found("input", _HEADS["money"][1], core[0])
    if verb_of(core[0]) == (verb_of(core[0])[0], "ing") and verb_of(core[0])[0] in doings.LIVE and end == 1:
        return Found("outcome", "it describes what people do or what happens to them", core[0])
    if head.lemma == "existence":
        return Found("process", _HEADS["paper"][1], head)
    if core[0].kind == "paper" and core[0].lemma.endswith("_of"):
        return Found("process", _HEADS["paper"][1], core[0])
    if head.lemma in _STATE_OF and rest and rest[0].text in ("of", "to"):
        return Found("outcome", _HEADS["condition"][1], head)
    if rest and rest[0].text in ("of", "to", "in", "between", "for") and (head.lemma in _TRANSPARENT or head.kind == "measure"):
        inner = _counted(unprefixed(rest[1:]))
        if inner:
            return inner
    if head.kind == "org" and rest and rest[0].text in _WILL:
        undertaken = _undertaking(rest)
        if undertaken:
            return undertaken
    if rest and rest[0].text == "will" and len(rest) > 1 and rest[1].text in ("begin", "start", "commence", "be"):
        return Found("process", "it says what somebody is to do", rest[1])
    found = predicate(head.kind, rest)
    judged = _judge(head, core[:end], rest, found) or _of_money(core)
    if judged is None and rest and rest[0].text in ("of", "for", "to"):
        return _counted(unprefixed(rest[1:])) if len(rest) > 1 else None
    return judged


def _undertaking(rest: list[Tag]) -> Found | None:
    """ "The council will ...": what a body undertakes is judged by its first verb."""
    for at, item in enumerate(rest[1:6], 1):
        base, form = verb_of(item)
        value = "process" if base in ("commit", "work") else _ACTS.get(base)
        if value and form in ("base", "ing", "s"):
            return Found(value, "it says what somebody is to do", rest[at])
    return None


_WILL = frozenset("will shall should must commits commit to".split())


def _of_money(core: list[Tag]) -> Found | None:
    """A share of a budget is about the budget."""
    for at, item in enumerate(core):
        if item.text == "as" and any(tag.kind == "measure" for tag in core[at + 1 : at + 3]):
            money = next((tag for tag in core[at:] if tag.kind == "money"), None)
            return Found("input", _HEADS["money"][1], money) if money else None
    return None


def _before_base(rest: list[Tag]) -> list[Tag]:
    """``rest`` up to "as a percentage of ...", which only says what it is divided by."""
    for at, item in enumerate(rest):
        if item.text == "as" and any(tag.kind == "measure" for tag in rest[at + 1 : at + 3]):
            return rest[:at]
    return rest


def _judge(head: Tag, phrase: list[Tag], rest: list[Tag], found: Found | None) -> Found | None:
    before = [item for item in phrase if item is not head]
    kind = head.kind
    last = next((item for item in reversed(before) if item.kind != "measure"), None)
    if any(item.lemma.startswith("sickness") for item in phrase + rest) and not any(item.kind == "person" for item in phrase):
        return Found("input", _HEADS["staff"][1], head)
    if kind == "paper" and head.lemma == "compliance" and last and last.lemma in _OBEYING:
        return Found("unsure", "", head)
    if kind == "money" and last and (last.lemma in _PRIVATE or last.kind == "person" or last.lemma == "time"):
        return Found("outcome", "it describes the means of people, not of services", head)
    if head.lemma in ("income", "revenue", "receipt") and any(item.lemma in _PUBLIC for item in (*phrase, *rest)):
        return Found("input", _HEADS["money"][1], head)
    if head.lemma in _GENDER and any(item.lemma in _GENDER for item in before):
        return Found("outcome", "it describes the balance between groups", head)
    if kind == "staff" and found is None and any(item.lemma in _GENDER for item in before):
        return Found("outcome", "it describes who holds which posts", head)
    if (timed := _duration(head, before, rest)) is not None:
        return timed
    if head.lemma in ("attendance", "visit") and any(item.lemma in _CARE for item in before):
        return Found("outcome", _HEADS["condition"][1], head)
    if head.lemma == "coverage" and any(item.kind in ("place", "condition") for item in (*before, *rest[:4])):
        return Found("outcome", _HEADS["condition"][1], head)
    if head.lemma in ("visitor", "user", "viewer") and any(item.kind in ("service", "facility", "product") or item.lemma in _VENUES for item in (*before, *rest[:5])):
        return Found("output", _HEADS["contact"][1], head)
    if found is not None:
        return found
    if head.lemma in ("visit", "trip") and any(item.lemma in _OUTDOORS for item in (*before, *rest[:4])):
        return Found("outcome", _HEADS["condition"][1], head)
    if head.lemma == "registration" and last and last.kind == "condition":
        return Found("outcome", _HEADS["condition"][1], last)
    if head.lemma in _BROUGHT and any(item.kind == "condition" for item in (*before, *rest[:4])):
        return Found("unsure", "", head)
    if head.lemma in ("use", "usage", "utilisation", "utilization") and last and last.kind in ("service", "product", "facility", "org"):
        return Found("output", _HEADS["contact"][1], head)
    if any(item.kind == "staff" for item in before) and (head.lemma in _OF_STAFF or head.kind == "measure"):
        return Found("input", _HEADS["staff"][1], head)
    if head.lemma == "time" and any(item.kind in ("paper", "service", "product", "contact") for item in before):
        return Found("process", "it describes how quickly the work was done", head)
    if head.lemma in things.SITUATED:
        return Found("outcome", _HEADS["condition"][1], head)
    if kind in _HEADS:
        value, reason = _HEADS[kind]
        return Found(value, reason, head)
    for item in reversed(before):
        if item.kind == "condition" or (kind in ("person", "place") and item.text in FEELING_WORDS):
            return Found("outcome", _HEADS["condition"][1], item)
    return None


def _duration(head: Tag, before: list[Tag], rest: list[Tag]) -> Found | None:
    """ "Average days to issue a permit", "time taken": how long the work takes."""
    if head.lemma not in _DURATIONS or not rest or rest[0].text not in _LASTING:
        return None
    if any(item.kind in ("condition", "person") or item.lemma in _OWN_TIME for item in (*before, *rest[:3])):
        return None
    return Found("process", "it describes how quickly the work was done", head)


_WORKED_ON = ("paper", "service", "product", "contact", "org", "facility", "money")
_SEEN = frozenset("see wait treat begin start complete do arrive let issue deliver fill fix".split())
_VENUES = frozenset("museum library website gallery hub garden attraction castle archive theatre zoo aquarium".split())
_OUTDOORS = frozenset("outdoors outdoor countryside park overseas tourist holiday beach woodland".split())
_BROUGHT = frozenset("claim application complaint report referral call presentation notification registration allegation request enquiry".split())
_OBEYING = frozenset("community public citizen resident driver tax taxpayer".split())
_OF_STAFF = frozenset("vacancy_rate turnover vacancy absence retention_rate retention growth shortage".split())
_DURATIONS = frozenset("time day week hour minute length duration month".split())
_LASTING = frozenset("to taken per from between for of".split())
_OWN_TIME = frozenset("journey travel commute leisure life hospital spend spent volunteer bed walk sun overtime home".split())
_CARE = frozenset("emergency a&e hospital school pupil crisis department accident".split())


def _head(phrase: list[Tag]) -> Tag | None:
    """The head of a noun phrase: its last word that is not a word of counting."""
    last: Tag | None = None
    for at in range(len(phrase) - 1, -1, -1):
        item = phrase[at]
        if not item.text[0].isalpha() or item.text in ("and", "or") or item.text in DETERMINERS or item.text in PREPOSITIONS:
            continue
        last = last or item
        if item.kind in ("measure", "change"):
            continue
        if at >= 2 and phrase[at - 1].text in ("and", "or") and phrase[at - 2].kind == "condition":
            if phrase[at - 2].text != phrase[at - 2].lemma and item.kind != "condition":
                return phrase[at - 2]
        if not item.kind and at >= 2 and phrase[at - 1].text in ("and", "or", "&", "/") and phrase[at - 2].kind:
            return phrase[at - 2]
        return item
    return last


def _timed(core: list[Tag], found: Found | None) -> Found | None:
    limit = time_limit(core)
    if limit is None:
        return found
    if found is not None and found.value == "outcome":
        return found
    if any(item.lemma in conditions.EVENTS for item in core):
        return found
    if found is None and not any(item.kind in _WORKED_ON or verb_of(item)[0] in _SEEN for item in core):
        return found
    place = Tag("", "", "", limit.start, limit.end)
    return Found("process", "it describes how quickly the work was done", place)
