"""Whether a statement says only what partners will do: by how it opens, and by whether a change follows."""

from itertools import pairwise, zip_longest

from soa.language import aims, doings, kind_of
from soa.language.grammar import PREPOSITIONS, front_noun
from soa.language.tags import Tag, tag
from soa.language.words import verb

_WORK = frozenset({"output", "process", "input"})
_NAMES_OF_WORK = frozenset(
    """
delivery implementation establishment provision introduction creation completion development review roll-out rollout
preparation production promotion coordination co-ordination adoption appointment collection commissioning continuation
development disclosure evaluation extension installation launch mapping publication recruitment redesign refresh
""".split()
)
"""Nouns for work: “Delivery of the strategy”."""
_MANNERS = frozenset(
    """
better coherent consistent continued continuing effective efficient full further improved joint ongoing phased
successful timely
""".split()
)
"""How work is done: “Continued implementation of the plan”."""
_WORKING = frozenset(
    """
implement deliver develop establish review provide invest produce publish coordinate co-ordinate appoint prepare
write draft introduce launch commission undertake organise organize facilitate embed redesign refresh draw roll carry set
raise continue consult begin co-locate commit enforce evaluate institute map offer pilot procure recruit refer release
signpost standardise track work
""".split()
)
"""What partners do, whatever comes of it. `Create`, `build` and `support` are not among them: jobs and homes may be the point."""
_MAKING = (_WORKING | doings.SERVE | doings.MAKE) - doings.CHANGE - {"be"}
"""What is a body's own work where the body is named as doing it: “The council will build 400 homes”."""
_WHOLE = {
    "draw": ("up",),
    "roll": ("out",),
    "carry": ("out",),
    "set": ("up",),
    "raise": ("awareness",),
    "continue": ("to",),
    "commit": ("to",),
    "refer": ("all", "people", "every"),
    "begin": ("a", "construction", "design", "installation"),
    "work": ("together", "with"),
}
"""Verbs that count only with a word that follows."""
_MORE_WORK = (_WORKING | doings.RUN | doings.PAY | {"support", "allow"}) - doings.CHANGE
_OWN = frozenset("their his her own".split())
_BACKERS = frozenset("support ensure oversee progress continue maximise improve increase".split())
"""Verbs that do something for a piece of work: “Ensure delivery of the strategy”."""
_BODIES = frozenset(
    """
administration agency board committee council cpp department government group nhs partner partnership
partnership_working programme project scheme service subcommittee team we
""".split()
)
"""Who undertakes work. Employers, businesses and communities are not among them: what they do may be the change."""
_UNDERTAKES = frozenset("will shall commit continue begin".split())
_BEGUN = frozenset("begin start commence".split())
_LABOURS = frozenset("construction design upgrade work".split())
_SCHEMES = frozenset("initiative model pilot programme project scheme system".split())
_DONE = frozenset(
    """
agree carry complete deliver develop embed establish implement introduce launch publish refresh review roll strengthen
""".split()
)
_TRAINED = frozenset("appoint recruit train".split())
_TOGETHER = frozenset("partnership joint multi-agency multiagency inter-agency integrated collaborative".split())
_TOGETHER_IN = frozenset("working approach arrangement structure meeting".split())
_LEADS_ON = frozenset("so enable enables enabling ensure ensures ensuring help helps helping".split())
_RELATIVES = frozenset("which that who where".split())
"""Words after which a statement may come to what will be different."""
_NEAR = 4
"""So many words after a subject its verb is looked for, adverbs and auxiliaries between."""


def is_work(statement: str) -> bool:
    """Whether a statement says what partners do, and comes to no change for anybody."""
    tags = _without_opening(tag(statement))
    if len(tags) < 2 or _comes_to_a_change(tags[2:]) or _is_by_people(tags):
        return False
    if _names_working_together(tags) or _is_undertaken(tags) or _is_put_in_place(tags):
        return True
    return (_is_task(tags) or _names_work(tags)) and kind_of(statement).value in _WORK


def _without_opening(tags: list[Tag]) -> list[Tag]:
    """A statement without its first “to”, and without “ensure that” and its like."""
    if tags and tags[0].text == "to":
        tags = tags[1:]
    opens = len(tags) > 1 and tags[0].base == "ensure" and tags[1].text == "that"
    return tags[2:] if opens else tags


def _is_task(tags: list[Tag]) -> bool:
    """Deliver the programme, rolling out the scheme, setting up a hub."""
    base, form = verb(tags[0].text, _WORKING)
    if form not in ("base", "ing"):
        return False
    if tags[1].text == "with" and len(tags) > 2:  # with partners, and not with dignity
        return base == "work" and tags[2].kind in ("org", "person", "staff")
    if base in _WHOLE:
        return tags[1].text in _WHOLE[base]
    return tags[1].text not in PREPOSITIONS and tags[1].text not in _OWN


def _names_work(tags: list[Tag]) -> bool:
    """Delivery of, continued implementation of, ensure delivery of: unless it is people who develop, or complete."""
    at = 1 if tags[0].base in _BACKERS and tags[0].form in ("base", "ing") else 0
    while at < len(tags) and (tags[at].text in _MANNERS or tags[at].text == "the"):
        at += 1
    if at + 1 >= len(tags):
        return False
    named = tags[at].text in _NAMES_OF_WORK and tags[at + 1].text == "of"
    after = tags[at + 2 :] if named else tags[at + 1 :]
    developed = front_noun(after)
    return (named or tags[at].text.endswith("_of")) and not (developed and developed.kind == "person")


def _is_by_people(tags: list[Tag]) -> bool:
    """Whether it is people who act: completion of courses by carers, plans made by tenants."""
    return any(
        item.text == "by" and any(near.kind == "person" for near in tags[at : at + 3]) for at, item in enumerate(tags)
    )


def _names_working_together(tags: list[Tag]) -> bool:
    """Improved partnership working, integrated working between, more multi-agency meetings: what is named is a way to work."""
    words = [word for item in tags[: _NEAR + 1] for word in item.lemma.split("_")]
    return not any(item.kind == "person" for item in tags[:_NEAR]) and any(
        one in _TOGETHER and other in _TOGETHER_IN for one, other in pairwise(words)
    )


def _is_undertaken(tags: list[Tag]) -> bool:
    """The council will review, partners work together to, work will begin on."""
    for at, item in enumerate(tags[1:], 1):
        if item.text in _UNDERTAKES or item.base in (*_UNDERTAKES, "be", "work"):
            subject = front_noun(tags[:at])
            if item.text == "will" and subject and any(one.base in _BEGUN for one in tags[at + 1 : at + 3]):
                return subject.kind == "paper" or subject.lemma in _LABOURS
            acts = subject is not None and subject.lemma in _BODIES
            return acts and (_next_verb(tags[at:], _WORKING - _UNDERTAKES) or _next_verb(tags[at + 1 :], _MAKING))
    return False


def _next_verb(tags: list[Tag], known: frozenset[str]) -> bool:
    """Whether one of the verbs, in a form in which somebody does it, is among the next words."""
    for place, item in enumerate(tags[: _NEAR + 1]):
        base, form = verb(item.text, known)
        if form in ("base", "ing"):
            after = tags[place + 1].text if place + 1 < len(tags) else ""
            return base not in _WHOLE or after in _WHOLE[base]
    return False


def _is_put_in_place(tags: list[Tag]) -> bool:
    """A strategy is in place, a review will be carried out, 300 staff are trained, structures are strengthened."""
    for at, item in enumerate(tags[1:], 1):
        if item.base == "be" or item.text in ("be", "will"):
            subject = front_noun(tags[:at]) or tags[at - 1]
            after = tags[at + 1 : at + 1 + _NEAR]
            if subject.kind == "staff":
                return any(one.form == "ed" and one.base in _TRAINED for one in after)
            if subject.kind != "paper" and subject.lemma not in _LABOURS | _SCHEMES | {"working"}:
                return False
            in_place = any(one.text == "in" and two.text == "place" for one, two in pairwise(after))
            return in_place or any(verb(one.text, _DONE)[1] == "ed" for one in after)
    return False


def _comes_to_a_change(tags: list[Tag]) -> bool:
    """Whether a direction follows, or a clause that may hold one: then the statement is left alone."""
    return any(item.text in _LEADS_ON for item in tags) or any(
        _is_direction(item, after)
        or (item.text == "to" and after is not None and after.form == "base" and _may_be_for_people(after))
        or (item.text in _RELATIVES and after is not None and _may_be_for_people(after))
        for item, after in zip_longest(tags, tags[1:])
    )


def _may_be_for_people(item: Tag) -> bool:
    """Whether the word of a purpose may be a change: “to get people into work” is, “to deliver the plan” is more work."""
    return item.base not in _MORE_WORK


def _is_direction(item: Tag, after: Tag | None) -> bool:
    """Whether a word says which way to look: not the falls of a “falls service”, nor the reduction of a “reduction plan”."""
    if item.text in aims.OF_WHAT:
        return after is not None and after.text in ("of", "in")
    if item.form == "s":
        return item.base in aims.FIRM and (after is None or not after.kind)
    return item.text in aims.FIRM or item.base in aims.FIRM
