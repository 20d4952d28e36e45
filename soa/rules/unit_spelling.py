"""A unit is spelt as units are spelt everywhere in the agreement."""

import re
from collections.abc import Iterator

from soa.model.measure import Indicator
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_PER_CENT = re.compile(r"(?:(?<!\w)(?:percentage(?! points?)|percent|per-cent|p\.c\.)(?!\w)|\s*%)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<=\bper )(\d{1,3})[ .'\u00a0\u2009]?(000(?:[ .'\u00a0\u2009]?000)*)\b")


def check(subject: Subject[Indicator]) -> Iterator[Problem]:
    """Look for per cent in other spellings, and for thousands that are not set apart by a comma."""
    unit = subject.part.unit
    if not sound(unit):
        return
    wanted = _house_form(unit)
    if wanted != unit:
        yield Problem(
            "spelling",
            f"“{unit}” is spelt in another way than units are here",
            ("unit",),
            f"Write {wanted}.",
            write=wanted,
        )


def _house_form(unit: str) -> str:
    """A unit with `per cent` in two words, and its thousands set apart by commas."""
    spelt = _PER_CENT.sub(" per cent", unit).strip() if "ent" in unit or "%" in unit or "p.c" in unit else unit
    return _GROUPED.sub(lambda found: f"{found[1]},{_threes(found[2])}", spelt)


def _threes(noughts: str) -> str:
    figures = re.sub(r"\D", "", noughts)
    return ",".join(figures[start : start + 3] for start in range(0, len(figures), 3))


RULE = Rule(
    family="plain-english",
    summary="A unit is spelt as units are everywhere in the agreement: per cent in two words, thousands set apart by a comma.",
    authority="practice",
    sources=(Citation("soa 1", "Scalars"), Citation("North Lanarkshire 2012", "1.9")),
    rationale="The unit is printed beside every value, and measures are compared by it: two spellings look like two units.",
    question="Are these two the same unit?",
    cases={
        "spelling": Case("advice", "Write the unit as it is written elsewhere, such as per cent or per 1,000 people.")
    },
    on=(Indicator,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1000 people aged 65 and over  # here
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3}
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
  baseline: {period: 2012-13, value: 21.3}
""",
    check=check,
    requirements=("R38",),
)
