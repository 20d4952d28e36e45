"""Whether a text says something: words that could stand in any plan do not count."""

from __future__ import annotations

import re

from soa.review.naming import plain

GENERIC = frozenset(
    """
a an and are as at be been both but by can could do does for from had has have how if in into is it its may more most
must no not of on or our other others out over own so some such than that the their them then there these they this
those to under up was we were what when where which who will with within would all any each every already also only
partner partners partnership partnerships work working works together closely continue continuing continued support supports
supported supporting improve improved improving improvement improvements better best strong stronger strengthen strengthened
strategic strategy strategies priority priorities outcome outcomes service services delivery deliver delivered delivering
resource resources capacity limited lack insufficient considered consider elsewhere important importance key focus focused
plan plans planning planned approach approaches joined joined-up holistic integrated effective efficient efficiently
effectively value added impact positive wider community communities people local area agreed agree welcome welcomed
happy broadly generally views comments feedback consultation consulted engagement engaged duplication waste time present
current currently review reviewed reviews monitor monitored future way ways need needs make made ensure ensuring
monitoring report reports reported reporting board annual annually quarterly performance progress data group groups
meetings update updates stage relevant appropriate various existing range good great well achieve achieved achieving vision aim aims
residents respondents everyone public majority supportive approve approved approval direction travel proposals draft
effort duplicated inefficiency inefficiencies silo silos bureaucracy outdated traditional
""".split()
)
"""Words that could stand in any plan."""

_NUMBERS = frozenset(
    """
one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty half third quarter
fifth tenth january february march april june july august september october november december weekly daily nightly
""".split()
)
_WORD = re.compile(r"[\w'’-]+")
_END = re.compile(r"(?<=[.!?])\s+")


def content(text: object) -> list[str]:
    """The words of a text that could not stand in any plan."""
    return [word for word in _WORD.findall(plain(text).lower()) if word not in GENERIC]


def says(text: object, least: int) -> bool:
    """Whether a text has as many words of its own as it takes to say something."""
    return len(content(text)) >= least


def counts(text: object) -> int:
    """How many figures, dates and numbers in words a text has."""
    words = _WORD.findall(plain(text).lower())
    return sum(any(letter.isdigit() for letter in word) or word in _NUMBERS for word in words)


def sentences(text: object) -> list[str]:
    """A text's sentences."""
    return [one.strip() for one in _END.split(plain(text)) if one.strip()]
