"""Judges what a measure, target or action describes: an outcome, an output, a process or an input."""

from soa.language import conditions, doings
from soa.language.clause import DID, FELT, IS, REACHED, WORKED, Found, predicate
from soa.language.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    front_noun,
    head_end,
    head_of,
    is_adverb,
    parts,
    unprefixed,
    without_brackets,
)
from soa.language.heads import (
    CONDITION,
    MONEY,
    OFFERED,
    PRODUCED,
    SPEED,
    STAFF,
    USED,
    USES,
    WORKINGS,
    by_itself,
    heading,
    whatever_follows,
)
from soa.language.limits import time_limit
from soa.language.tags import Tag, tag
from soa.language.verdict import Verdict, unsure
from soa.language.words import verb_of

_TO_DO = "it says what somebody is to do"
_TRANSPARENT = frozenset(
    """
quality standard condition type range extent distribution level value amount use usage utilisation utilization access
availability accessibility number proportion proximity impact effect degree prevalence incidence gap difference
balance affordability share percentage status progress presence rate member head lack absence frequency length rating
score group majority ease performance instance participation age
""".split()
)
"""Heads that pass the question on: the quality of what, a case of what."""
_STATE_OF = frozenset("condition access affordability accessibility".split())
_PACES = frozenset("speed timeliness promptness".split())
_TAKEN_IN = frozenset("inclusion incorporation integration".split())
_WITHIN = frozenset("in at across".split())
_COVERS = frozenset("coverage uptake take-up take_up".split())
_LINKS = frozenset("of to in between for".split())
_RESULTS = frozenset(
    (("so", "that"), ("measured", "by"), ("leading", "to"), ("resulting", "in"), ("result", "in"), ("lead", "to"))
)
_ACTS = {
    **dict.fromkeys(doings.SERVE, "output"),
    **dict.fromkeys(doings.MAKE, "output"),
    **dict.fromkeys(doings.RUN, "process"),
    **dict.fromkeys(doings.PAY, "input"),
    **dict.fromkeys(("engage", "participate", "meet", "consider"), "process"),
}
_IN_DAILY_USE = frozenset("internet bus train car bicycle bike tobacco cannabis".split())
_NOTICE = frozenset("awareness profile visibility".split())
_HOW_MUCH = frozenset("less more fewer under over".split())
_FEW = 3
_CLOSE = 7
_LIVED = doings.LIVE - doings.CHANGE - _ACTS.keys()
_UNMARKED = frozenset("put set run let".split())
"""Plain forms that are also those of the past."""
_PHRASAL = frozenset(
    (verb + ending, particle)
    for verb, particle in (
        ("roll", "out"),
        ("carry", "out"),
        ("scale", "up"),
        ("draw", "up"),
        ("bring", "together"),
        ("work", "with"),
        ("work", "towards"),
        ("take", "forward"),
        ("bring", "forward"),
        ("move", "to"),
        ("switch", "to"),
        ("sign", "up"),
        ("look", "at"),
        ("look", "into"),
        ("focus", "on"),
        ("build", "on"),
        ("follow", "up"),
        ("report", "to"),
        ("engage", "with"),
        ("agree", "with"),
        ("agree", "to"),
        ("apply", "for"),
        ("bid", "for"),
        ("press", "for"),
        ("push", "for"),
        ("call", "for"),
        ("campaign", "for"),
        ("advocate", "for"),
        ("advocate", "to"),
        ("advocate", "with"),
        ("lobby", "for"),
        ("prepare", "for"),
        ("plan", "for"),
        ("write", "to"),
        ("speak", "to"),
        ("talk", "to"),
        ("respond", "to"),
        ("pull", "together"),
        ("put", "together"),
        ("look", "again"),
        ("hand", "over"),
        ("pass", "on"),
    )
    for ending in ("", "ing")
) | {("set", "up"), ("setting", "up"), ("scaling", "up"), ("putting", "in"), ("put", "in")}
_NOT_AFTER_VERB = frozenset("of to by per".split())
_LEAN = frozenset(
    """
use get complete set close feed house place visit reach fit lead care help form access order check test examine target
guide measure join interview file engage meet participate
""".split()
)
"""Verbs whose -ing form is as often a noun."""
_WILL = frozenset("will shall should must commits commit to".split())
_BEGINS = frozenset("begin start commence be".split())
_WORKED_ON = frozenset("paper service product contact org facility money".split())
_DEEDS = (
    _ACTS.keys()
    - doings.LIVE
    - doings.FEEL
    - doings.EVENT
    - frozenset("use carry deal hold set put begin start".split())
)
"""Verbs whose nouns are work done."""

_NO_VERBS = frozenset(
    "enterprise expertise otherwise likewise merchandise franchise compromise precise concise exercise".split()
)
_SHORTEST_VERB = 7
_GROWTH = frozenset("education development".split())
"""Nouns made of work verbs that as often name what people and places become."""

_URGED = frozenset("encourage enable help support ask urge persuade invite get".split())
_WORK_ON = frozenset("on with to continues continue begins begin starts start has is will".split())
_NEAR = 3
_SPEEDY = (
    (
        doings.RUN
        | doings.HANDLE
        | frozenset("see wait treat answer fix commence discharge contain contact visit offer deliver serve".split())
    )
    - doings.LIVE
    - doings.EVENT
)
"""What services do in a time that is set for it."""

_SEEN = frozenset("see wait treat begin start complete do arrive let issue deliver fill fix".split())


def kind_of(text: str, unit: str = "") -> Verdict:
    """Judge what a measure, target or action describes.

    ``text`` is its name or statement, ``unit`` its unit in words, read only where the text leaves the question
    open. The value is ``outcome`` (the condition, behaviour or experience of people, places, the economy or the
    environment), ``output`` (what services produced or whom they reached), ``process`` (how organisations went
    about it), ``input`` (money, staff, buildings put in) or ``unsure``. The distinction is Audit Scotland's
    (2013, paragraphs 43 and 53). Never raises; time grows with the length of the text, up to a limit.
    """
    found = _statement(without_brackets(tag(text)))
    if found:
        span = (found.tag.start, found.tag.end)
        return Verdict(found.value, found.reason, span) if found.value != "unsure" else unsure()
    of_unit = _statement(without_brackets(tag(unit))) if unit else None
    if of_unit and of_unit.value != "unsure":
        return Verdict(of_unit.value, of_unit.reason, None)
    return unsure()


def _statement(tags: list[Tag]) -> Found | None:
    """What is finally counted: after "so that" or "measured by", else in the first part that settles it."""
    tags = _defined(tags)
    for at in range(len(tags) - 2):
        if (tags[at].text, tags[at + 1].text) in _RESULTS:
            found = _by_parts(tags[at + 2 :])
            if found:
                return found
    return _by_parts(tags)


def _defined(tags: list[Tag]) -> list[Tag]:
    """What stands before "is defined as", which only repeats it at length."""
    for at in range(2, len(tags) - 1):
        if tags[at].text == "defined" and tags[at + 1].text == "as":
            return tags[: at - 1]
    return tags


def _by_parts(tags: list[Tag]) -> Found | None:
    stretches = list(parts(tags))
    # "Domestic abuse - percentage of cases heard in time": the theme goes before, the measure after the dash.
    counted = [
        part for part in stretches[1:] if part[0].kind == "measure" and any(item.text == "of" for item in part[1:5])
    ]
    counted += [part for part in stretches[1:] if _is_cover(part)]
    undecided: Found | None = None
    for at, part in enumerate((*counted, *stretches)):
        found = _part(part)
        if found and found.value != "unsure":
            return _deed_after(found, [] if counted else stretches[at + 1 :]) or found
        undecided = undecided or found
    return undecided


def _deed_after(found: Found, later: list[list[Tag]]) -> Found | None:
    """A theme may name a condition, and the measure after it a deed: "Safe routes: crossings built"."""
    if found.reason not in (CONDITION, IS):
        return None
    deeds = (_part(part) for part in later)
    return next((deed for deed in deeds if deed and deed.reason in (REACHED, WORKED, SPEED)), None)


def _is_cover(part: list[Tag]) -> bool:
    """Whether all it says is "screening coverage": the theme went before."""
    return len(part) <= _FEW and part[-1].lemma in _COVERS


def _part(part: list[Tag]) -> Found | None:
    core = unprefixed(part)
    if not core:
        return None
    counted = core[0] is not part[0] and any(item.kind == "measure" for item in part[: len(part) - len(core)])
    return _timed(
        core, (None if counted else _act(core)) or _counted(core) or _newly_made(part[: len(part) - len(core)], core)
    )


def _newly_made(prefix: list[Tag], core: list[Tag]) -> Found | None:
    """New houses, additional parking: what is new was made."""
    head = head_of(core[: head_end(core)])
    new = any(item.text in ("new", "additional", "extra") for item in prefix)
    return Found("output", PRODUCED, head) if new and head and head.kind in ("place", "facility") else None


def _act(core: list[Tag]) -> Found | None:
    """An action: the statement opens with what somebody is to do."""
    if core[0].text == "to" or (len(core) > 1 and core[1].base and is_adverb(core[0])):
        core = core[1:]
    if len(core) < 2:
        return None
    first, following = core[0], core[1]
    if (first.text, following.text) in _PHRASAL or (
        first.kind == "paper" and first.base in doings.RUN and following.kind
    ):
        return Found("process", _TO_DO, first)
    if not first.kind and not first.base and following.text in DETERMINERS:
        return _changed(core)  # a verb unknown here, with its object: "stimulate a rise in ..."
    if _is_made_verb(first) and following.text[0].isalpha() and following.text not in PREPOSITIONS:
        return Found("process", _TO_DO, first)
    if (first.form not in ("base", "ing") and first.text not in _UNMARKED) or following.text in _NOT_AFTER_VERB:
        return None
    if first.base == "raise" and any(item.lemma in _NOTICE for item in core[1:4]):
        return Found("process", _TO_DO, first)
    if first.base == "use" and any(item.lemma in _IN_DAILY_USE for item in core[1:3]):
        return Found("outcome", DID, first)  # a survey's answer, and no order
    if first.base in ("provide", "give") and any(item.text.startswith("unpaid") for item in core[1:_CLOSE]):
        return Found("outcome", DID, first)
    if first.base == "support" and following.text[0].isdigit():
        noun = front_noun(unprefixed(core[1:]))
        helped = Found("output", _TO_DO, first) if noun and noun.kind == "person" else None
        return helped or _changed(core)  # "support 300 jobs"
    if first.text == "put" and (following.text in "£$€" or following.text[0].isdigit()):
        return Found("input", _TO_DO, first)
    if first.form == "base" and following.text == "and" and _is_second_verb(core) and first.base in _ACTS:
        return Found(_ACTS[first.base], _TO_DO, first)
    if first.form == "base" and following.kind == "change":
        return _changed(core) or Found("unsure", _TO_DO, first)  # "support improvement in ..."
    if first.kind and (first.form == "ing" or not (following.text in DETERMINERS or following.text[0].isdigit())):
        return None
    if first.form == "ing" and first.base in _LIVED:
        return None  # "sleeping less than six hours"
    if first.base in _URGED and _urges_bodies(core):
        return Found("process", _TO_DO, first)
    if first.base in doings.CHANGE or following.kind == "change":
        return _changed(core)
    value = _ACTS.get(first.base)
    if value is None or (first.base in _LEAN and first.form == "ing"):
        return None
    return Found(value, _TO_DO, first)


def _is_made_verb(item: Tag) -> bool:
    """Whether an unknown word is plainly a verb by its ending: "incentivise", "diversify"."""
    known = item.kind or item.base or not item.text.isalpha() or len(item.text) < _SHORTEST_VERB
    return not known and item.text.endswith(("ise", "ize", "ify", "ifies")) and item.text not in _NO_VERBS


def _urges_bodies(core: list[Tag]) -> bool:
    """Whether bodies are to be brought to do something: "encourage all partners to ..."."""
    phrase = unprefixed(core[1:])
    end = head_end(phrase)
    noun = head_of(phrase[:end])
    return (
        noun is not None and noun.kind in ("org", "staff") and phrase[end : end + 1] != [] and phrase[end].text == "to"
    )


def _is_second_verb(core: list[Tag]) -> bool:
    """Whether a second verb and its object follow ("test and exercise generators")."""
    return len(core) > 3 and core[2].form == "base" and core[3].text.isalpha() and core[3].text not in PREPOSITIONS


def _changed(core: list[Tag]) -> Found | None:
    """Reduce, increase, ensure: it is about what is to change."""
    rest = unprefixed(core[1:])
    while rest and rest[0].form == "base" and rest[0].base in doings.CHANGE:
        rest = unprefixed(rest[1:])
    return _counted(rest)


def _counted(core: list[Tag]) -> Found | None:
    """A noun phrase: its head, and what is said of it."""
    end = head_end(core)
    head = head_of(core[:end])
    if head is None:
        return None
    rest = _before_base(core[end:])
    found = _opening(core, head, end, rest) or _passed_on(head, rest) or _undertaking(head, rest)
    if found:
        return found
    this = heading(head, core[:end], rest)
    found = (
        whatever_follows(this) or predicate(head.kind, rest) or by_itself(this) or _deed(head, rest) or _of_means(core)
    )
    if found is None and len(rest) > 1 and rest[0].text in ("of", "for", "to"):
        return _counted(unprefixed(rest[1:]))
    return found


def _deed(head: Tag, rest: list[Tag]) -> Found | None:
    """A noun unknown here, made of a verb that is known: "electrification", "mapping of the paths"."""
    if head.kind or head.lemma in _GROWTH:
        return None
    has_object = len(rest) > 1 and rest[0].text == "of"
    base = verb_of(head.lemma, _DEEDS) or (head.base if has_object and head.form in ("base", "ing") else "")
    value = _ACTS.get(base) if base in _DEEDS else None
    return Found(value, WORKINGS, head) if value else None


def _opening(core: list[Tag], head: Tag, end: int, rest: list[Tag]) -> Found | None:
    """What the very first words settle: money spent on, walking to school, establishment of, access to."""
    first = core[0]
    if first.form == "ed" and first.base in doings.PAY:
        return Found("input", MONEY, first)
    if first.text in doings.FEELING_WORDS and end == 1 and first.kind != "person":
        return Found("outcome", IS, first)
    if first.form == "ing" and first.base in doings.LIVE and (end == 1 or core[1].text in _HOW_MUCH):
        return Found("outcome", DID, first)
    if head.lemma == "agreement" and rest and rest[0].text in ("that", "with"):
        return Found("outcome", FELT, head)
    if head.lemma == "rating" and any(item.text == "as" for item in rest):
        return Found("outcome", FELT, head)
    if head.lemma in _PACES and len(rest) > 1 and rest[0].text == "of":
        return Found("process", SPEED, head)
    if head.lemma == "existence":
        return Found("process", WORKINGS, head)
    if first.lemma == "development_of" and len(core) > 1 and _of_people(core[1:]):
        return Found("outcome", CONDITION, first)
    named = next((item for item in core[:end] if item.kind or item.base), first)
    if named is not first and head.kind == "service":
        named = first  # "successful completion of treatment": how people fared
    if named.kind == "paper" and named.lemma.endswith("_of"):
        return Found("process", WORKINGS, named)
    if head.lemma in _STATE_OF and rest and rest[0].text in ("of", "to"):
        noun = front_noun(rest[1:])
        return _counted(unprefixed(rest[1:])) if noun and noun.kind == "paper" else Found("outcome", CONDITION, head)
    return None


def _of_people(tags: list[Tag]) -> bool:
    noun = front_noun(tags)
    return noun is not None and noun.kind == "person"


def _passed_on(head: Tag, rest: list[Tag]) -> Found | None:
    if head.lemma in USES and rest and rest[0].text == "of":
        noun = front_noun(rest[1:])
        if noun and noun.kind in OFFERED:
            return Found("output", USED, noun)
    if head.lemma in _TAKEN_IN and len(rest) > 1 and rest[0].text == "of":
        noun = front_noun(rest[1:])
        if noun and noun.kind == "paper":
            return Found("process", WORKINGS, noun)
    if head.lemma == "participation" and len(rest) > 1 and rest[0].text in _WITHIN:
        noun = front_noun(rest[1:])
        if noun and noun.kind in ("service", "product", "facility"):
            return Found("output", USED, noun)
    if head.lemma == "case" and rest and rest[0].text == "of":
        return _counted(unprefixed(rest[1:]))
    if rest and rest[0].text in _LINKS and (head.lemma in _TRANSPARENT or head.kind in ("measure", "change")):
        return _counted(unprefixed(rest[1:]))
    return None


def _undertaking(head: Tag, rest: list[Tag]) -> Found | None:
    """What a body undertakes ("the council will ...", "work will begin") is judged by its first verb."""
    if not rest:
        return None
    if rest[0].text == "will" and len(rest) > 1 and rest[1].text in _BEGINS:
        return Found("process", _TO_DO, rest[1])
    if head.lemma == "work" and rest[0].text in _WORK_ON:
        return Found("process", _TO_DO, head)
    if rest[0].text not in _WILL or not (
        head.kind in ("org", "facility", "staff") or (head.kind in ("paper", "") and rest[0].text != "to")
    ):
        return None
    for item in rest[1:6]:
        value = "process" if item.base in ("commit", "work") else _ACTS.get(item.base)
        if value and item.form != "ed":
            return Found(value, _TO_DO, item)
    return None


def _base_at(tags: list[Tag]) -> int | None:
    """Where "as a percentage of ..." begins, which says what the number is divided by."""
    for at, item in enumerate(tags):
        if item.text == "as" and any(ahead.kind == "measure" for ahead in tags[at + 1 : at + 3]):
            return at
    return None


def _before_base(rest: list[Tag]) -> list[Tag]:
    return rest[: _base_at(rest)]


def _of_means(core: list[Tag]) -> Found | None:
    """A share of a budget is about the budget, one of staff about the staff."""
    at = _base_at(core)
    means = None if at is None else next((item for item in core[at:] if item.kind in ("money", "staff")), None)
    return Found("input", MONEY if means.kind == "money" else STAFF, means) if means else None


def _deed_before(core: list[Tag], start: int) -> bool:
    """Whether the words just before a time limit say what a service did in that time: "fixed", "seen", "wait"."""
    return any(
        item.base == "wait" or (item.form == "ed" and item.base in _SPEEDY) for item in _just_before(core, start)
    )


def _just_before(core: list[Tag], start: int) -> list[Tag]:
    return [item for item in core if item.end < start][-_NEAR:]


def _timed(core: list[Tag], found: Found | None) -> Found | None:
    """A time limit makes it process, unless it is an outcome or an event that is followed up after so many days."""
    limit = time_limit(core)
    if limit is None:
        return found
    deed = _deed_before(core, limit[0])
    if deed:
        return Found("process", SPEED, Tag("", "", "", "", "", *limit))
    if any(
        item.base in _LIVED and not item.kind and item.base not in _SPEEDY for item in _just_before(core, limit[0])[-2:]
    ):
        return found  # pupils who graduate on time
    lived = any(item.kind in ("condition", "person") for item in core)
    if found and found.value == "outcome" and (found.reason != DID or lived or found.tag is core[0]):
        return found
    in_years = any(item.end == limit[1] and item.lemma == "year" for item in core)
    if (lived and in_years) or any(item.lemma in conditions.EVENTS for item in core):
        return found
    ended = any(item.text.endswith("ed") for item in [item for item in core if item.end < limit[0]][-2:])
    if found is None and not ended and not any(item.kind in _WORKED_ON or item.base in _SEEN for item in core):
        return None
    return Found("process", SPEED, Tag("", "", "", "", "", *limit))
