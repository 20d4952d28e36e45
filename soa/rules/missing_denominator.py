"""A count of people says how many there are of them, and a local survey how many were asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._figures import is_percentage
from soa.rules._people import counts_people, is_survey_share, plain_words
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_LISTED = 3
_COUNTED_AS_SUCH = frozenset(
    """
delay delayed homeless homelessness suicide murder homicide employed employment job apprentice apprenticeship visitor
member
""".split()
)
"""What national statistics give as a count, and what is wanted by the number."""
_NATIONAL = frozenset(
    "scotland scottish national isd census ons nomis uk british britain phs shs salsus nhs government".split()
)
"""Words of surveys that publish how many were asked."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Go through the measures, and say each of the two things once."""
    counts: list[tuple[Path, Indicator]] = []
    surveys: list[tuple[Path, Indicator]] = []
    passed = _stopped_or_aimed_at_zero(subject.lookup)
    for path, indicator in subject.lookup.all(Indicator):
        if path in passed:
            continue
        if _is_bare_count(indicator, subject.options["fewest"]):
            counts.append((path, indicator))
        elif _is_bare_survey(indicator):
            surveys.append((path, indicator))
    if counts:
        yield _problem("count", "count of people stands without the number it is out of", counts, "unit")
    if surveys:
        yield _problem("survey", "percentage from a survey stands without the number who answered", surveys, "baseline")


def _problem(case: str, what: str, found: Sequence[tuple[Path, Indicator]], key: str) -> Problem:
    named = ", ".join(f"“{indicator.name}”" for _, indicator in found[:_LISTED])
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    others = tuple(((*path, key), "here too") for path, _ in found[1:_LISTED])
    return Problem(
        case,
        f"{'a' if len(found) == 1 else 'more than one'} {what}: {named}{more}",
        at=(*found[0][0], key),
        related=others,
    )


def _stopped_or_aimed_at_zero(lookup: Lookup) -> set[Path]:
    """The measures of outcomes that were stopped, and those that are to reach nought, which a count says best."""
    found: set[Path] = set()
    for path, outcome in lookup.all(Outcome):
        if outcome.state == "stopped":
            found.update((*path, "what", "indicators", index) for index in range(len(outcome.what.indicators)))
        for target in each(outcome.when.targets):
            if sound(target) and sound(target.indicator) and any(_is_zero(value) for value in each(target.values)):
                measure = lookup.measure(target.indicator, outcome)
                if measure is not None:
                    found.add(measure.path)
    return found


def _is_zero(value: TargetValue) -> bool:
    return sound(value) and sound(value.value) and value.value == 0


def _is_bare_count(indicator: Indicator, fewest: int) -> bool:
    """Whether an indicator is a count of people, for a whole area, that a rate would say better."""
    start = indicator.baseline
    return (
        indicator.kind == "outcome"
        and indicator.direction in ("up", "down")
        and indicator.level != "locality"
        and not sound(indicator.core)
        and not sound(indicator.national_target)
        and sound(indicator.name)
        and sound(start)
        and sound(start.value)
        and start.value >= fewest
        and not sound(start.base)
        and not sound(start.denominator)
        and counts_people(indicator)
        and _COUNTED_AS_SUCH.isdisjoint(plain_words(f"{indicator.name} {indicator.unit}"))
    )


def _is_bare_survey(indicator: Indicator) -> bool:
    """Whether an indicator is a share of those who answered in a survey of the partners' own."""
    start = indicator.baseline
    return (
        sound(indicator.unit)
        and sound(indicator.name)
        and sound(indicator.source)
        and indicator.level not in ("health-board", "police-division", "college-region", "scotland")
        and sound(start)
        and sound(start.value)
        and not sound(start.base)
        and not sound(start.margin)
        and not sound(start.denominator)
        and is_percentage(indicator.unit)
        and is_survey_share(indicator)
        and _NATIONAL.isdisjoint(plain_words(indicator.source))
    )


RULE = Rule(
    family="statistics",
    summary="A count of people says how many there are in all, and a percentage from a local survey how many answered.",
    authority="submission",
    sources=(Citation("HMIC 2012", "2.1"),),
    rationale="More people admitted to hospital may only mean more people. And 41 per cent of 39 answers is another thing than 41 per cent of 3,900.",
    question="Out of how many?",
    cases={
        "count": Case(
            "advice",
            "Give a rate, such as per 1,000 people aged 75 and over, or add base: with the number of people there are. A count that is wanted as such is fine.",
        ),
        "survey": Case(
            "advice", "Add base: with the number of answers to the baseline, and margin: where it is known."
        ),
    },
    on=(Agreement,),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: admissions  # here
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 375}
  breakdown:
    - {of: muirton, baseline: {period: 2012-13, value: 118}, targets: [{period: 2016-17, value: 90}]}
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
""",
    check=check,
    requirements=("R43", "R44"),
    decided="The catalogue asks a base of every percentage and every count; the review asks it of local surveys only, and is silent on counts where counts are the national practice, on outputs, small places and aims of nought. Said once for an agreement.",
    options={"fewest": Option(20, "smallest count that a rate is asked of: below it a rate jumps more than it tells")},
)
