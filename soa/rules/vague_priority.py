"""A priority says what changes, for whom or where."""

import re
from collections.abc import Iterator
from functools import cache

from soa.language import specificity_of
from soa.model.outcome import Priority
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_NO_CONDITION = "it names no condition that could be seen to change"
"""Why a sentence about somebody says too little, when it is read alone."""


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        r"\d|\bone \w+ in \w+|\b(?:one|two|three|four|nine) in (?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b|\bhalf of\b",
        re.IGNORECASE,
    )


def check(subject: Subject[Priority]) -> Iterator[Problem]:
    """Judge the title, together with why_here."""
    part = subject.part
    verdict = specificity_of(part.title)
    if verdict.value != "vague":
        return
    why = part.why_here if sound(part.why_here) else ""
    if verdict.reason == _NO_CONDITION and _figure().search(why):
        return  # who is meant is in the one, and how they fare in the other
    if any(
        specificity_of(sentence).value == "specific"
        for sentence in why.replace("\n", " ").split(". ")
        if sentence.strip()
    ):
        return
    yield Problem(
        "theme", f"“{part.title}” does not say what will change, or for whom: {verdict.reason}", at=("title",)
    )


RULE = Rule(
    family="priorities",
    summary="A priority says what will change, and for whom or where.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§12, §25, §42"), Citation("HMIC 2012", "1.5")),
    rationale="Auditors found broad themes where priorities should be: because everything was a priority, nothing was. Two strangers should be able to agree, later, whether it got better.",
    question="What, here, will be different, and for whom?",
    cases={
        "theme": Case(
            "warning",
            "Say the change and who will notice it, such as “Fewer under-16s in Strathmore harmed by drink”; or say both under why_here.",
        )
    },
    on=(Priority,),
    example_of="another",
    bad="""
- id: health
  title: Health and wellbeing  # here
  why_here: Health and wellbeing is important to everyone.
  lead: hscp
  rank: 2
  not_yet: {missing: The outcomes of this priority, owner: hscp, due: 2013-06-30}
""",
    good="""
- id: health
  title: Fewer under-16s in Strathbeg are harmed by drink
  why_here: Hospital stays linked to drink are twice our family average.
  lead: hscp
  rank: 2
  not_yet: {missing: The outcomes of this priority, owner: hscp, due: 2013-06-30}
""",
    check=check,
    needs=("title",),
    requirements=("R17", "R22", "R32"),
    decided="A broad title is no fault where why_here names the group, the place or the change: the two are read together, as the review asks. Words alone are never more than a warning.",
)
