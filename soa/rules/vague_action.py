"""An action says what will be done, so that somebody can see whether it was."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from soa.language import aims
from soa.language.grammar import front_noun
from soa.language.tags import Tag, tag
from soa.model.lookup import given
from soa.model.outcome import Action
from soa.model.part import each, sound
from soa.rules._meetings import meets, meets_or_writes
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import proper

_CONCRETE = frozenset({"person", "facility", "product", "place", "staff", "org"})
_NOT_CONCRETE = frozenset(
    "support service intervention approach activity community area partner partnership work sector information".split()
)
_NARROWS = frozenset("with aged who whose affected living in over under at most".split())
"""Words that make a group of people in general: “people with dementia”."""
_SAYS_MORE = ("measure", "steps", "joins_up", "pilot", "evaluation", "difference", "stops", "depends_on")
"""Keys of an action that say what the sentence leaves open."""
_SOFT = (
    "explor", "consider", "promot", "support", "encourag", "look", "work", "rais", "increas", "continu", "seek", "aim", "identify", "tak",
    "improv", "strengthen", "enhanc", "build", "engag", "embed", "champion", "co-produc", "coproduc", "foster", "nurtur", "develop", "creat",
    "mainstream", "instil", "adopt",
)  # fmt: skip
_PLANS = ("implement", "deliver", "progress", "roll", "tak")
_JOINS = ("integrat", "join", "streamlin", "align", "oordinat", "o-ordinat")
"""Beginnings of the words looked for: most actions have none of them, and need no closer look."""
_LONG = 16
_SHORT = 3


def check(subject: Subject[Action]) -> Iterator[Problem]:
    """Judge the sentence by its first verb and by what follows it."""
    action = subject.part
    if action.state in {"done", "stopped"} or any(given(getattr(action, key)) for key in _SAYS_MORE):
        return
    words = action.action
    lower = words.lower()
    if meets(words):
        if _is_much_of_it(subject):
            yield Problem("meeting", f"“{words}” is a meeting, and not what will come of it", at=("action",))
        return
    if lower.removeprefix("to ").startswith(_PLANS) and _only_a_plan(subject, words):
        yield Problem(
            "plan", f"“{words}” names a plan, and not what there will be when it has been carried out", at=("action",)
        )
        return
    starts_softly = lower.removeprefix("to ").startswith(_SOFT)
    if starts_softly and _is_of_mind(words) and not _is_named(subject) and not _decides(words):
        yield _soft_one(words)
        return
    if starts_softly and (told := _with_partners().match(words)):
        words = words[told.end() :]
    soft = _soft().match(words) if starts_softly else None
    joined = _joined_up().search(words) if not soft and any(part in lower for part in _JOINS) else None
    if not (soft or joined) or _decides(words) or _is_named(subject):
        return
    if joined:
        yield Problem(
            "joined-up",
            f"“{action.action}” does not say which services, or what people will find changed",
            at=("action",),
        )
    elif soft and (
        _is_wide_object(tag(words[soft.end() :])) if soft["better"] else _is_open(tag(words), tag(words[soft.end() :]))
    ):
        yield _soft_one(action.action)


def _soft_one(words: str) -> Problem:
    return Problem("soft", f"“{words}” does not say what there will be when it is done", at=("action",))


def _is_of_mind(words: str) -> bool:
    """Whether what is to be made is a way of thinking, of which nobody could say that it is there."""
    return len(words.split()) <= _LONG and _of_mind().match(words) is not None and not _counted().search(words)


def _is_much_of_it(subject: Subject[Action]) -> bool:
    """Whether half of the actions beside it, or more, are meetings or papers too."""
    agreement, at = subject.lookup.agreement, subject.path[:-1]
    beside = (
        agreement.prevention.actions
        if at[0] == "prevention"
        else agreement.priorities[int(at[1])].outcomes[int(at[3])].how
    )
    told = [meets_or_writes(one.action) for one in each(beside) if sound(one) and sound(one.action)]
    return 2 * sum(told) >= len(told)


def _is_open(whole: list[Tag], after: list[Tag]) -> bool:
    """Whether nothing that can be seen follows the verb: no product, nobody in particular."""
    if len(whole) > _LONG:
        return False
    if len(whole) <= _SHORT:
        return True
    named = any(one.lemma in aims.UNNAMED and two.text in _NARROWS for one, two in pairwise(after))
    return not named and not any(item.kind in _CONCRETE and not _is_wide(item) for item in after)


def _is_wide_object(after: list[Tag]) -> bool:
    """Whether what is to be improved is as wide as “services”, or those engaged with as wide as “communities”."""
    noun = front_noun(after)
    return (
        noun is not None
        and len(after) <= _LONG
        and noun.lemma in aims.WIDE
        and (noun.kind != "person" or noun is after[-1])
    )


def _only_a_plan(subject: Subject[Action], words: str) -> bool:
    """Whether a plan without a name is to be carried out, and nothing is said of what is in it."""
    found = _carried_out().fullmatch(words.strip(" ."))
    return found is not None and not sound(subject.part.planned_in) and not _is_named(subject)


def _is_wide(item: Tag) -> bool:
    return item.lemma in aims.WIDE or item.lemma in aims.UNNAMED or item.lemma in _NOT_CONCRETE


def _is_named(subject: Subject[Action]) -> bool:
    """Whether a number, a place or a programme is named; the agreement's own area is no more than “here”."""
    area = subject.lookup.agreement.agreement.area
    here = {word.lower() for word in area.split()} if sound(area) else set()
    return bool(proper(subject.part.action) - here - {"scotland", "scottish", "cpp", "soa"})


def _decides(words: str) -> bool:
    """A first step that ends in a decision: “consider by March whether to ...”."""
    return bool(re.search(r"\b(?:whether|decide|decision|recommend|report to)\b", words, re.IGNORECASE))


@cache
def _carried_out() -> re.Pattern[str]:
    return re.compile(
        r"(?:to )?(?:implement(?:ing|ation of)?|deliver(?:ing|y of)?|progress(?:ing)?|roll(?:ing)? out|tak(?:e|ing) forward)"
        r"(?: (?:and \w+|the|a|an|our|its|their|new|joint|local|agreed))*(?: [\w'’-]+){0,4} (?:strateg(?:y|ies)|(?:action |improvement |delivery )?plans?|framework|polic(?:y|ies))",
        re.IGNORECASE,
    )


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(
        r"(?:to )?(?:explor(?:e|ing)|consider(?:ing)?|promot(?:e|ing|ion of)|support(?:ing)?|encourag(?:e|ing)|look(?:ing)? (?:at|into|for)"
        r"|work(?:ing)? (?:towards?|together|jointly|closely|in partnership|with (?:all |our |other |local )?(?:partners|agencies|stakeholders)(?=[ .]*$))|(?:raise|raising|increase|increasing) awareness"
        r"|continu(?:e|ing) to|seek(?:ing)? to|aim(?:ing)? to|identify(?:ing)? opportunities|tak(?:e|ing) forward"
        r"|(?P<better>improv(?:e|ing)|strengthen(?:ing)?|enhanc(?:e|ing)|build(?:ing)? on|engag(?:e|ing) with))\b",
        re.IGNORECASE,
    )


@cache
def _with_partners() -> re.Pattern[str]:
    """What may stand before the work itself: “Work with partners to”."""
    return re.compile(
        r"(?:to )?work(?:ing)? (?:closely |together )?with (?:(?:all|our|other|local|key|community|planning|relevant|partner|and) )*"
        r"(?:partners|agencies|organisations|stakeholders|services|colleagues|communities) to (?=\w)",
        re.IGNORECASE,
    )


@cache
def _of_mind() -> re.Pattern[str]:
    """To embed an approach, to strengthen a culture, to co-produce a narrative; to develop an approach may be a piece of work."""
    ing = r"(?:e|es|ing)?"
    return re.compile(
        rf"(?:to )?(?:(?:embed(?:ding)?|champion(?:ing)?|foster(?:ing)?|nurtur{ing}|mainstream(?:ing)?|instil(?:ling)?|promot{ing}|strengthen(?:ing)?|enhanc{ing})"
        r"(?: [^\s;:]+){0,7}? (?:approach(?:es)?|ways? of working)"
        rf"|(?:embed(?:ding)?|champion(?:ing)?|foster(?:ing)?|nurtur{ing}|mainstream(?:ing)?|instil(?:ling)?|promot{ing}|strengthen(?:ing)?|enhanc{ing}"
        rf"|improv{ing}|co-?produc{ing}|develop(?:ing)?|creat{ing}|adopt(?:ing)?|build(?:ing)?)(?: [^\s;:]+){{0,7}}? (?:culture|narrative|ethos|mindset|philosophy))"
        r"(?= (?:of|to|across|with|for|in|among|between|and|that|within|throughout)\b|[ .]*$)",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    """Numbers in words, which the names in a sentence leave out."""
    return re.compile(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|each|every)\b",
        re.IGNORECASE,
    )


@cache
def _joined_up() -> re.Pattern[str]:
    return re.compile(
        r"(?:to )?(?:(?:better |more )?integrat(?:e|ed|ing|ion of)|join(?:ed|ing)?[- ]up|streamlin(?:e|ing)|align(?:ing)?|coordinat(?:e|ing)|co-ordinat(?:e|ing))"
        r"(?: and \w+)?(?: our| the| all| existing| local| public| partners['’]| better| more)* (?:services?|service delivery|working|approach(?:es)?|provision|resources)\b[^,;]{0,24}$",
        re.IGNORECASE,
    )


RULE = Rule(
    family="actions",
    summary="Actions say what will be done, with a product, a number or a group, so that it can be seen whether it was.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§12, §42"),
        Citation("Grampian 2012", "S1 Q5"),
        Citation("Glasgow 2012", "S1 Q7"),
    ),
    rationale="To explore, to promote or to work towards something can be done for years without a trace. Such a beginning is fine where a number, a group, a place or a dated decision follows.",
    question="What will there be, on the day this is done, that there is not today?",
    cases={
        "soft": Case(
            "warning",
            "Write under action what there will be, for whom and where, such as “Cook-and-eat groups for 120 families in Hawick”; or give it steps, or a measure with a target.",
        ),
        "plan": Case(
            "warning",
            "Say what the plan brings and by when, such as “Two nurseries open from eight to six”, or name the plan under planned_in.",
            "When this plan has been carried out, what will there be that is not there now?",
        ),
        "meeting": Case(
            "advice",
            "Say under difference what people will notice because of it; or write as the action what the group is to bring about.",
            "What will anybody outside the room notice because of this?",
        ),
        "joined-up": Case(
            "warning",
            "Name the services under joins_up, and write under action what people will find when they are joined, such as “One referral route for falls in place of four”.",
        ),
    },
    on=(Action,),
    example_of="action",
    bad="""
- id: classes
  action: Explore opportunities to promote healthy ageing  # here
  owner: tsi
  due: 2017-02-28
  contributes_to: [admissions]
  preventive: before
""",
    good="""
- id: classes
  action: Cook-and-eat groups for 120 older people in Muirton
  owner: tsi
  due: 2017-02-28
  contributes_to: [admissions]
  preventive: before
""",
    check=check,
    needs=("action",),
    requirements=("R05", "R07", "R20"),
    decided="The sources ask for more than a soft verb; a number, a name, a group, something made or opened, a step or a measure of its own is more. A culture, an approach or a narrative is nothing that could be seen to be there. To write a strategy is something that can be seen to be done. A meeting is advice, and only where meetings and papers are half of what an outcome does; a group that meets each week or day does the work itself. A sentence of more than sixteen words is left alone, because it may well say so in words not known here.",
)
