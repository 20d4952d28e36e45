"""The commonest weaknesses, each as the question that a reader asks, and the areas that have answered it, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from soa.portfolio.facts import Facts, QuestionFacts, StrengthFacts
from soa.review.aloud import said_of
from soa.review.weights import THEMES
from soa.review.wording import QUESTIONS
from soa.review.wording import THEMES as THEMES_SAID
from soa.rules import all_rules

MOST_QUOTED: Final = 3
"""Of one theme, from as many areas."""
FORM: Final = frozenset({"form", "wording", "figures"})
"""Slips of one draft, which teach nobody else anything."""

_MAY_BE_LEFT_OUT: Final = re.compile(r"\[[^]]*\]")

THEME_OF: Final[Mapping[str, str]] = {
    "gap": "gap",
    "locality": "gap",
    "money": "money",
    "community": "people",
    "stops": "money",
    "fund-ends": "money",
    "share": "prevention",
    "target": "when",
    "voice": "people",
    "lead": "owner",
    "proofs": "prevention",
    "evaluation": "measure",
    "first-year": "first-year",
    "added-value": "added-value",
    "left-out": "focus",
    "not-yet": "to-come",
    "alignment": "alignment",
}
"""The theme whose questions each kind of strength answers: `soa.review.strengths.KINDS`."""


class Asked(NamedTuple):
    """One question, and the areas whose newest agreement it is put to."""

    rule: str
    question: str
    explained: str
    """What a good answer is, or what the rule looks for, in one sentence."""
    areas: tuple[tuple[str, str], ...]
    """Names and pages, in the order of the alphabet."""


class Practice(NamedTuple):
    """How one area has answered, in its own words."""

    area: str
    file: str
    fictional: bool
    says: str
    words: str
    about: str


class Weakness(NamedTuple):
    """What one theme's questions are, how many areas they are put to, and who has answered well."""

    theme: str
    title: str
    areas: int
    """How many areas are asked anything of this theme."""
    asked: tuple[Asked, ...]
    """The commonest first."""
    practice: tuple[Practice, ...]
    more: int
    """Areas with such words that are not quoted."""


class _Question(NamedTuple):
    """A question as it is asked of anybody."""

    rule: str
    question: str
    explained: str


class Weaknesses:
    """Gathers questions and strengths from the newest agreement of each area, in the order of the alphabet."""

    def __init__(self) -> None:
        self._rules = all_rules()
        self._asked: dict[str, dict[tuple[str, str], tuple[str, list[tuple[str, str]]]]] = {}
        self._areas: dict[str, int] = {}
        self._practice: dict[str, list[Practice]] = {}
        self._more: dict[str, int] = {}

    def add(self, area: str, file: str, facts: Facts) -> None:
        """Note one area's questions and strengths."""
        themes = {one.theme for one in facts.questions} - FORM
        for theme in themes:
            self._areas[theme] = self._areas.get(theme, 0) + 1
            general = (self._general(one) for one in facts.questions if one.theme == theme)
            asked = {(one.rule, one.question): one for one in general}
            for key, question in asked.items():
                self._asked.setdefault(theme, {}).setdefault(key, (question.explained, []))[1].append((area, file))
        told: set[str] = set()
        for strength in facts.strengths:
            theme = THEME_OF.get(strength.kind, "")
            words = strength.answer or strength.words
            if not theme or theme in told or not words or _is_asked(strength, theme, facts.questions):
                continue
            told.add(theme)
            quoted = self._practice.setdefault(theme, [])
            if len(quoted) < MOST_QUOTED and all(one.words != words for one in quoted):
                quoted.append(Practice(area, file, facts.fictional, strength.says, words, strength.about))
            else:
                self._more[theme] = self._more.get(theme, 0) + 1

    def _general(self, one: QuestionFacts) -> _Question:
        """A question as it is asked of anybody: in the words of a review where these name no place, else in the rule's own."""
        rule = self._rules.get(one.rule)
        if rule is None:
            return _Question(one.rule, one.question, "")  # a rule of the partnerships' own
        aloud, case = said_of(one.rule, one.case), rule.cases.get(one.case)
        own = (_of_anybody(aloud.without or aloud.ask) if aloud else "") or (case.question if case else "")
        good = _of_anybody(aloud.good) if aloud else ""
        if answer := _OF_ANSWER.get((one.rule, one.case)):
            return _Question(one.rule, answer, rule.summary)
        # What the rule looks for explains its own question, but not always that of a case.
        explained = f"A good answer: {good}" if good else "" if own else rule.summary
        return _Question(one.rule, own or rule.question, explained)

    def found(self) -> tuple[Weakness, ...]:
        """The themes that most areas are asked about first; of equals the heaviest."""
        every = self._areas.keys() | self._practice.keys()
        themes = sorted(every, key=lambda theme: (-self._areas.get(theme, 0), THEMES.index(theme)))
        return tuple(
            Weakness(
                theme,
                THEMES_SAID[theme],
                self._areas.get(theme, 0),
                tuple(self._in_order(theme)),
                tuple(self._practice.get(theme, ())),
                self._more.get(theme, 0),
            )
            for theme in themes
        )

    def _in_order(self, theme: str) -> Iterator[Asked]:
        """A theme's questions, those that most areas are asked first."""
        asked = self._asked.get(theme, {})
        for (rule, question), (explained, areas) in sorted(asked.items(), key=lambda one: (-len(one[1][1]), one[0])):
            yield Asked(rule, question, explained, tuple(areas))


_OF_ANSWER: Final = {
    ("missing-what-how-who-when", case.replace("_", "-")): question for case, question in QUESTIONS.items()
}
"""One rule asks for all four answers: each is a question of its own."""


def _of_anybody(said: str) -> str:
    """Words of a review that say the same of any agreement; nothing where they have room for a name."""
    general = _MAY_BE_LEFT_OUT.sub("", said)
    return "" if "{" in general else general


def _is_asked(strength: StrengthFacts, theme: str, questions: tuple[QuestionFacts, ...]) -> bool:
    """Whether the same theme is asked about where the strength stands: then it is no answer to show to others."""
    place = strength.about.partition("/")[0]
    return any(one.theme == theme and one.about.partition("/")[0] == place for one in questions)
