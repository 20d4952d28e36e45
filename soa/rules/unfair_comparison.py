"""A comparison is of like with like, with what must be known to read it, and a rank is no proof."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from soa.language.words import pieces
from soa.model.lookup import Lookup
from soa.model.measure import Comparison, Indicator
from soa.model.part import each, sound
from soa.rules._figures import sentences
from soa.rules._reported import REPORTING, reported
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import any_case

_WHOLE = frozenset(
    "scotland scottish national nationally uk britain british england english wales welsh ireland irish europe european eu average".split()
)
"""Words of a whole country or an average, which is shown for context and needs none."""
_RANK = (
    r"\b(?:rank(?:s|ed|ing)?|placed|comes?|came|is|are|was|were|stands?)\s+(?:us\s+|now\s+|only\s+|joint\s+|in\s+|at\s+)*(?:number\s+)?"
    r"(?P<place>\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:st|nd|rd|th)?\s+(?:place\s+)?"
    r"(?:(?:out\s+)?of|among)\s+(?:all\s+|the\s+|scotland's\s+)*(?P<of>\d{1,3})"
)
_BEST = (
    r"\b(?:(?:(?:joint|second|third|fourth|fifth)[- ])?(?:best|top)(?:[- ]performing|[- ]performer)?\s+(?:\w+\s+){0,2}?(?:in|of|among|across)\s+(?:all\s+|the\s+)*"
    r"(?:scotland|scottish|country|32|councils|uk|family)|(?:top|tops|topped|lead|leads|head|heads|climb\w*|high(?:er)?)\b[^.]{0,20}?\bleague\s+tables?|top\s+of\s+the\s+table|top[- ]ranked)\b"
)
_SIGNS = ("rank", "placed", " of ", " among ", "best", "top", "league", "quartile")
"""Without one of these nothing is ranked; a quick look spares most sentences the long one."""
_QUARTILE = r"\b(?:top|best|upper|highest)[- ](?:performing\s+)?quartile\b"
_FOR_ANOTHER_END = frozenset(
    """
simd deprivation deprived datazone datazones zone zones index worst lowest bottom will would could should aim aims ambition want wants
become vision hope hopes goal not no nor practice
""".split()
)
"""Words of a rank of places by deprivation, or of one that is wished for."""
_FOLLOWS = frozenset("look looked looking ask asked asking learn learned learning visit visited why".split())
"""Words of the questions that follow from a rank, in its own sentence or the next."""
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def check(subject: Subject[Any]) -> Iterator[Problem]:
    """Look at what is compared with what, and at the texts that report for ranks."""
    part = subject.part
    if isinstance(part, Indicator):
        yield from _comparisons(part, subject.lookup)
    for at, text in reported(part):
        case = _ranked(text)
        if case:
            words, kind = case
            yield Problem(
                kind,
                f"“{words}” is a place in a list, and says nothing of why or of how far apart the others are",
                at=at,
            )


def _comparisons(indicator: Indicator, lookup: Lookup) -> Iterator[Problem]:
    for index, one in enumerate(each(indicator.comparisons)):
        if not sound(one) or not sound(one.with_area) or not sound(one.value) or one.kind == "process":
            continue
        if sound(one.context) or sound(one.not_yet):
            continue
        other = _unlike_period(indicator, one)
        if other:
            yield Problem(
                "period",
                f"the value of {one.with_area} is of {one.period}, for which this measure has none: its own are of {other}",
                at=("comparisons", index, "period"),
            )
        elif not sound(one.definition) and not _is_context_itself(one, lookup):
            yield Problem(
                "no-context",
                f"the value of {one.with_area} stands alone: what must be known to compare it fairly is not said",
                at=("comparisons", index),
            )


def _unlike_period(indicator: Indicator, other: Comparison) -> str:
    """The periods of a measure's own values, where none of them is the other's; empty where one is, or it is not said."""
    if not sound(other.period):
        return ""
    readings = [*([indicator.baseline] if sound(indicator.baseline) else []), *each(indicator.history)]
    own = [one.period for one in readings if sound(one) and sound(one.period)]
    alike = any(one.first_day <= other.period.last_day and other.period.first_day <= one.last_day for one in own)
    return "" if alike else ", ".join(own)


def _is_context_itself(other: Comparison, lookup: Lookup) -> bool:
    """Whether the other is a whole country, an average, or the agreement's own area."""
    words = {small for small, _, _ in pieces(other.with_area)}
    area = lookup.agreement.agreement.area
    return not _WHOLE.isdisjoint(words) or (sound(area) and area.lower() in other.with_area.lower())


def _ranked(text: str) -> tuple[str, str] | None:
    """The words of a text that take a place in a list for a proof, and the case it is."""
    every = sentences(text)
    for at, sentence in enumerate(every):
        after = every[at + 1] if at + 1 < len(every) else ""
        low = sentence.lower()
        if not any(sign in low for sign in _SIGNS):
            continue
        words = {small for small, _, _ in pieces(sentence)}
        follows = {small for small, _, _ in pieces(after)}
        if not (_FOR_ANOTHER_END | _FOLLOWS).isdisjoint(words) or not _FOLLOWS.isdisjoint(follows):
            continue
        rank = any_case(_RANK).search(sentence) if any(figure in low for figure in "0123456789") else None
        if rank and _place(rank["place"]) * 2 <= int(rank["of"]):
            return rank[0], "rank"
        best = (
            any_case(_BEST).search(sentence) if any(sign in low for sign in ("best", "top", "league", "rank")) else None
        )
        if best:
            return best[0], "rank"
        quartile = any_case(_QUARTILE).search(sentence) if "quartile" in low else None
        if quartile:
            return quartile[0], "quartile"
    return None


def _place(said: str) -> int:
    return _PLACES.index(said.lower()) + 1 if said.lower() in _PLACES else int(said)


RULE: Rule[Any] = Rule(
    family="statistics",
    summary="A comparison is of like with like and says what must be known to read it; a rank is where questions begin.",
    authority="submission",
    sources=(
        Citation("Glasgow 2012", "S2 Q1-Q3"),
        Citation("HMIC 2012", "2.1, 2.5"),
        Citation("North Lanarkshire 2012", "2.1, 2.5"),
    ),
    rationale="Areas differ in who lives there and in what they count. A place in a table says neither why, nor whether the others are far ahead or a tenth of a point; it tells where to look, and proves nothing.",
    question="What is it about them, or about how they count, that we should know before we compare?",
    cases={
        "no-context": Case(
            "warning",
            "Add context: with what must be known to read it fairly, such as who lives there or what is counted otherwise.",
        ),
        "period": Case("warning", "Give the other's value for the same period, or say under context why not."),
        "rank": Case(
            "warning", "Give the two values and what lies behind them; use the rank to choose what to look into."
        ),
        "quartile": Case("advice", "Give the value beside the quartile, and what lies behind it."),
    },
    on=REPORTING,
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  breakdown:
    - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}
  comparisons:
    - with_area: Westvale  # here
      kind: result
      period: 2012-13
      value: 19.4
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
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  breakdown:
    - {of: muirton, baseline: {period: 2012-13, value: 27.9}, targets: [{period: 2016-17, value: 22.0}]}
  comparisons:
    - with_area: Westvale
      kind: result
      period: 2012-13
      value: 19.4
      context: Westvale has as many people over 65, and fewer of them over 85
""",
    check=check,
    requirements=("R120", "R121", "R122"),
    decided="Quartiles are advice, because the national benchmarking framework prints them. A rank in the lower half is taken for a reason to look into something, and passes. The file names no benchmarking family, so that a comparator outside one is asked for context like any other.",
)
