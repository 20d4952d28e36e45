"""A measure says what is counted, where the figures come from and how often."""

from collections.abc import Iterable, Iterator

from soa.model.agreement import Agreement
from soa.model.measure import Indicator
from soa.model.outcome import Outcome
from soa.model.part import MISSING, each, sound
from soa.rules._plain_words import says_only
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._wording import stems

_ANY_SOURCE = frozenset(
    "a and data different from local multiple national of partner source the variety various".split()
)
"""Words that name no source."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """List, for each outcome and for the shared indicators, those that could not be counted again."""
    named = subject.options["named"]
    if said := _lacking(each(subject.part.indicators), named):
        yield Problem("undefined", said, at=("indicators",))
    for path, outcome in subject.lookup.all(Outcome):
        if outcome.state != "stopped" and (said := _lacking(outcome.what.indicators, named)):
            yield Problem("undefined", said, at=(*path, "what", "indicators"))


def _lacking(indicators: Iterable[Indicator], named: int) -> str:
    """The message for the indicators of one list, those that lack the same together; empty where each says enough."""
    lacking: dict[str, list[str]] = {}
    for indicator in indicators:
        if sound(indicator.name) and (lacks := _lacks(indicator)):
            lacking.setdefault(", ".join(lacks[:-1]) + " and " * (len(lacks) > 1) + lacks[-1], []).append(
                f"“{indicator.name}”"
            )
    listed = [
        f"{lacks} of {', '.join(names[:named])}{f' and {len(names) - named} more' if len(names) > named else ''}"
        for lacks, names in lacking.items()
    ]
    return f"not all is said that is needed to count this again: {'; '.join(listed)}" if listed else ""


def _lacks(indicator: Indicator) -> list[str]:
    """The keys that are missing; none where a national definition or an honest gap stands for them."""
    if any(sound(one) for one in (indicator.use, indicator.core, indicator.national_target, indicator.not_yet)):
        return []
    lacks = [
        key for key in ("definition", "source") if getattr(indicator, key) is MISSING or _says_nothing(indicator, key)
    ]
    if indicator.frequency is MISSING and indicator.measured_over in {MISSING, "single-day", "survey-wave"}:
        lacks.append("frequency")
    return lacks


def _says_nothing(indicator: Indicator, key: str) -> bool:
    """Whether a definition only repeats the name, or a source is none in particular."""
    text = getattr(indicator, key)
    if not sound(text):
        return False
    return says_only(text, _ANY_SOURCE) if key == "source" else stems(text) <= stems(indicator.name)


RULE = Rule(
    family="indicators-and-targets",
    summary="Every measure says what exactly is counted, where the figures come from and how often they are known.",
    authority="audit-finding",
    sources=(
        Citation("HMIC 2012", "2.1, 2.3"),
        Citation("Audit Scotland 2013", "§53"),
        Citation("Glasgow 2012", "S1 Q7"),
    ),
    rationale="Two people who count the same thing must come to the same figure, this year and in ten. The national core indicators and performance targets have their definitions; a local measure needs its own.",
    question="If somebody else counted this, would they get the same figure?",
    cases={
        "undefined": Case(
            "advice",
            "Add what is named: definition says what exactly is counted, source where the figures come from, frequency how often they are known. For a national core indicator write its id under core.",
        ),
    },
    on=(Agreement,),
    example_of="what",
    bad="""
what:
  statement: People aged 65 and over fall less often, and those who do get home and stay there
  success:
    - {by: 2014, looks_like: One number to ring and a visit the next day}
  factors: [severe winters]
  indicators:  # here
    - id: admissions
      name: Emergency admissions after a fall, people aged 65 and over
      kind: outcome
      unit: per 1,000 people aged 65 and over
      direction: down
      baseline: {period: 2012-13, value: 21.3}
""",
    good="""
what:
  statement: People aged 65 and over fall less often, and those who do get home and stay there
  success:
    - {by: 2014, looks_like: One number to ring and a visit the next day}
  factors: [severe winters]
  indicators:
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
    requirements=("R38", "R47"),
    decided="A missing unit is reported by the format itself, so only definition, source and frequency are left here, as advice: the officer's review asks for no more of local measures. One finding for an outcome. A measure taken over a year or a quarter says by that how often it is known.",
    options={"named": Option(3, "how many measures that lack the same are named in the message", least=1)},
    gives_way_to=(
        "no-baseline",
        "outcome-not-measured",
        "process-only-targets",
        "indicator-kind-doubtful",
        "stopgap-words",
    ),
)
