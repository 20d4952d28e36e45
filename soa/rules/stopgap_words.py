"""No text stands in for an answer that is still to come."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args, get_origin

from pydantic import WithJsonSchema

from soa.model.agreement import Agreement, DevelopmentPoint, Term
from soa.model.measure import Indicator
from soa.model.part import Entry, NotYet, Part, bare, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_HONEST = (NotYet, Term, DevelopmentPoint)
"""Parts that say what is still to come, or what a word means."""
_REASONS = frozenset(("why_wider", "because", "reason", "stopped_because", "no_change_because"))
"""Keys under which `data not available` is an answer."""
_OF_A_MEASURE = frozenset(("name", "definition", "unit", "source", "frequency", "lag"))
"""Keys of an indicator where longer wordings are read too."""
_HINTS = (
    "tb",
    "to be",
    "to follow",
    "availab",
    "develop",
    "await",
    "pending",
    "known",
    "xx",
    "?",
    "...",
    "…",
    "insert",
    "see attached",
    "vacant",
)
"""One of these is in every text that can be meant: most texts are passed over without a closer look."""
_STOPGAP = (
    r"(?:tb[cad]|t\.b\.[cad]\.?|to be (?:confirmed|agreed|advised|announced|decided|determined|developed|set|established|identified|defined|completed|added|inserted|finalised|specified|appointed|recruited)"
    r"|not (?:yet |currently )?available|(?:still |currently )?(?:under development|in development|being developed)|to follow|awaited|awaiting (?:data|figures|information)|pending|not (?:yet )?known|(?:please )?insert(?: [\w-]+){0,4}|(?:please )?see attached(?: [\w-]+){0,3}|vacant)"
)
_SUBJECT = r"(?:measures?|indicators?|data|figures?|baselines?|targets?|definitions?|sources?|surveys?|methods?|methodology|collection|values?|details?|information|dates?|names?|text)"


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Read every text of the agreement for words that only keep a place."""
    for kind, parts in subject.lookup.by_type.items():
        keys = () if issubclass(kind, _HONEST) else _texts_of(kind)
        for path, part in parts if keys else ():
            if isinstance(part, Entry) and sound(part.not_yet):
                continue
            for at, text in _texts(part, keys):
                if words := _stopgap(text, part, str(at[0])):
                    yield Problem("words", f"“{words}” keeps the place of an answer", at=(*path, *at), help=_help(part))


def _texts(part: Part, keys: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for key in keys:
        value = getattr(part, key)
        if isinstance(value, str):
            yield (key,), value
        elif type(value) is tuple:
            yield from (((key, index), text) for index, text in enumerate(value) if isinstance(text, str))


def _stopgap(text: str, part: Part, key: str) -> str:
    """The words in a text that keep a place; empty where there are none, or they are somebody's in quotation marks."""
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return ""
    if isinstance(part, Indicator) and sound(part.stands_for):
        return ""
    plain = _quoted().sub("", text)
    found = _short().search(plain)
    if not found and key not in _REASONS:
        found = _whole().fullmatch(plain.strip(" \n*_()[]<>"))
    if not found and isinstance(part, Indicator) and key in _OF_A_MEASURE:
        found = _of_a_measure().search(plain)
    return " ".join(found[0].split()) if found else ""


def _help(part: Part) -> str:
    if isinstance(part, Entry):
        return "Write the answer; where it is still to come, write not_yet in this entry: with what is missing, its owner and the date. It is then printed honestly in the document."
    return "Write the answer, or take the key out until there is one."


@cache
def _texts_of(kind: type[Part]) -> tuple[str, ...]:
    """The keys of a type of part whose answers are texts, alone or in a list."""
    return tuple(name for name in kind.model_fields if _is_text(kind, name))


def _is_text(kind: type[Part], name: str) -> bool:
    field = kind.model_fields[name]
    one = bare(field.annotation)
    one = get_args(one)[0] if get_origin(one) is tuple else one
    notes = (*field.metadata, *getattr(one, "__metadata__", ()))
    return any(
        (note.json_schema or {}).get("x-soa-text") in {"name", "sentence", "prose"}
        for note in notes
        if isinstance(note, WithJsonSchema)
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|(?<!\w)'[^']*'(?!\w)")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_SUBJECT}(?: (?:is|are|still|currently))* )?{_STOPGAP}[.!?…]*|x{{2,}}|[?.…]+", re.IGNORECASE
    )


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"\b(?:TB[CAD]|tbc)\b")


@cache
def _of_a_measure() -> re.Pattern[str]:
    start, end = (
        r"(?:^|(?<=[.;:(,])\s*)(?:[\w-]+ )?",
        r"(?=[.,;:)!?]|\s*$| (?:with|by|in|at|for|after|from|once|when|during|through|following)\b)",
    )
    return re.compile(rf"{start}{_SUBJECT}(?: [\w-]+){{0,3}}? {_STOPGAP}{end}", re.IGNORECASE)


RULE = Rule(
    family="indicators-and-targets",
    summary="No text only keeps the place of an answer: what is still to come is said with not_yet.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§27, §53"),),
    rationale="“TBC” in a published agreement tells nobody what is missing, who will find it out or when. With not_yet the document says so openly, and the date is followed up.",
    question="Who will settle this, and by when?",
    cases={
        "words": Case(
            "warning",
            "Write the answer; where it is still to come, write not_yet in this entry: with what is missing, its owner and the date.",
        ),
    },
    on=(Agreement,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Definition to be agreed with the falls team  # here
  unit: per 1,000 people aged 65 and over
  direction: down
  source: TBC  # here
  frequency: every year
  baseline: {period: 2012-13, value: 21.3}
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  unit: per 1,000 people aged 65 and over
  direction: down
  not_yet: {missing: Which falls codes are counted, owner: nhs-beg, due: 2013-09-30}
""",
    check=check,
    requirements=("R39",),
    decided="The catalogue's unplanned-data-gap, under a name that says what is left of it: the format asks for owner and date of a not_yet, and not-yet-overdue follows them up. Words of one meaning alone are reported, or a short form such as TBC; longer wordings only in what a measure says of itself, and never inside quotation marks.",
    formerly=("unplanned-data-gap",),
)
