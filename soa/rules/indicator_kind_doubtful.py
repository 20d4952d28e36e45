"""The words of an indicator agree with its kind."""

import re
from collections.abc import Iterator
from functools import cache

from soa.language import kind_of
from soa.language.clause import PUT_IN, REACHED
from soa.language.heads import CONDITION, MONEY, PRODUCED, STAFF, WORKINGS
from soa.language.words import pieces
from soa.model.measure import Indicator
from soa.model.outcome import Outcome
from soa.model.part import sound
from soa.rules._asked_for import asked_for
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_MEANING = {
    "outcome": "how people or the place fare",
    "output": "what services produce or whom they reach",
    "process": "how it is gone about",
    "input": "what is put in",
}
_STEM = 4
"""Letters by which worker and work, nurse and nursing are the same."""
_CLAUSE = re.compile(r"\b(?:who|that|whose|with|in)\b")
_PUBLIC = re.compile(
    r"(?:\w+ ){0,2}?(?:people|children|pupils|women|men|adults|families|households|babies|residents)\b", re.IGNORECASE
)
_PLAIN = frozenset((CONDITION, REACHED, PUT_IN, STAFF, MONEY, WORKINGS, PRODUCED))
"""Grounds on which hardly anybody would disagree: the thing counted is a condition, or plainly work done or means put in."""


def check(subject: Subject[Indicator]) -> Iterator[Problem]:
    """Compare the kind that is marked with what the words say, where they say it plainly."""
    part = subject.part
    if sound(part.use) or sound(part.national_target) or sound(part.core):
        return
    verdict = kind_of(part.name, part.unit)
    if verdict.value == "unsure" or (verdict.value == "outcome") == (part.kind == "outcome"):
        return
    if verdict.reason not in _PLAIN or _disputed().search(part.name) or asked_for(part, subject.lookup):
        return
    if part.kind == "outcome" and (_is_to_fall(part, verdict.reason) or _is_about_them(subject, verdict.reason)):
        return
    yield Problem(
        "words-differ",
        f"this is marked as {part.kind} ({_MEANING[part.kind]}), and its words say otherwise: {verdict.reason}",
        at=("kind",),
        help=f"If that is what is counted, write kind: {verdict.value}; if not, say in the name what is.",
        related=(((*subject.path, "name"), "the words"),),
    )


def _is_to_fall(part: Indicator, reason: str) -> bool:
    """Whether the people counted as reached are to become fewer: then what brings them is meant, such as an assault."""
    return reason == REACHED and part.direction == "down" and _PUBLIC.match(part.name) is not None


def _is_about_them(subject: Subject[Indicator], reason: str) -> bool:
    """Whether the staff who are counted are the people whose lives the outcome is about, such as care workers and their pay."""
    if reason != STAFF:
        return False
    who = {word[:_STEM] for word, _, _ in pieces(_CLAUSE.split(subject.part.name, maxsplit=1)[0]) if len(word) >= _STEM}
    for path, outcome in subject.lookup.all(Outcome):
        if subject.path[: len(path)] == path and sound(outcome.what.statement):
            return bool(who) and who <= {word[:_STEM] for word, _, _ in pieces(outcome.what.statement)}
    return False


@cache
def _disputed() -> re.Pattern[str]:
    """Measures of which planners honestly differ whether they are about people's lives or about work."""
    return re.compile(
        r"\b(?:wait\w*|delay\w*|up-?take|take-?up|supported to|cared for|response times?|reporter)\b", re.IGNORECASE
    )


RULE = Rule(
    family="indicators-and-targets",
    summary="The words of an indicator agree with the kind it is marked as.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§43, §53"), Citation("HMIC 2012", "1.5")),
    rationale="Counting work done and calling it an outcome hides that nothing is measured of people's lives. Where officers could honestly differ, nothing is said.",
    question="Is this about people's lives, or about what you do?",
    cases={"words-differ": Case("warning", "Write the kind that the words say, or say in the name what is counted.")},
    on=(Indicator,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Care home staff trained in preventing falls
  kind: outcome  # here
  definition: Staff in post who have passed the course
  unit: staff
  direction: down
  source: NHS Beg, training records
  frequency: every year
  baseline: {period: 2012-13, value: 28}
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    needs=("name", "kind", "unit"),
    requirements=("R28",),
    decided="The officer's review goes before the catalogue: only a head noun that is plainly a condition, work done or means put in contradicts the kind. Waiting, delays, uptake, “supported to”, “cared for” and the children's reporter are left alone, national measures too, and a measure whose words people used when they were asked. People reached who are to become fewer are a condition, and staff may be whom the outcome is about.",
)
