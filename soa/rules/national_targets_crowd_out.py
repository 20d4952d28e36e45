"""National performance targets stand beside a priority's local measures, and do not take their place."""

from collections.abc import Iterator

from soa.model.lookup import Lookup, MeasureOf
from soa.model.measure import Indicator
from soa.model.outcome import Priority
from soa.model.part import each, sound
from soa.rules._national_targets import scheme_of
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject


def check(subject: Subject[Priority]) -> Iterator[Problem]:
    """Count the measures that are national targets, and look at whether they are of this plan's time."""
    measures = _measures(subject.part, subject.lookup)
    national = [measure for measure in measures if _is_national(measure.indicator)]
    if national and len(national) * 100 > subject.options["share"] * len(measures):
        names = ", ".join(measure.indicator.name or measure.indicator.id for measure in national)
        if len(measures) == 1:
            said = f"the only measure of this priority is a national target: {names}"
        else:
            some = (
                f"all {len(measures)}" if len(national) == len(measures) else f"{len(national)} of the {len(measures)}"
            )
            said = f"{some} measures of this priority are national targets: {names}"
        yield Problem("most", said, related=tuple((measure.path, "a national target") for measure in national))
    yield from _out_of_date(subject, measures)


def _measures(priority: Priority, lookup: Lookup) -> list[MeasureOf]:
    """The measures by which the priority is judged, each once."""
    found = {
        measure.path: measure
        for outcome in priority.outcomes
        if sound(outcome) and outcome.state != "stopped"
        for measure in lookup.measures_of(outcome)
        if measure.indicator.direction != "context"
    }
    return list(found.values())


def _is_national(indicator: Indicator) -> bool:
    """A national target for which no level was set for a place or group here."""
    if any(sound(part) and sound(part.targets) for part in each(indicator.breakdown)):
        return False
    return sound(indicator.national_target) or scheme_of(indicator) is not None


def _out_of_date(subject: Subject[Priority], measures: list[MeasureOf]) -> Iterator[Problem]:
    header = subject.lookup.agreement.agreement
    if not sound(header.starts) or not sound(header.ends):
        return
    for measure in measures:
        indicator = measure.indicator
        scheme = scheme_of(indicator) if sound(indicator.national_target) else None
        if scheme is None or (header.starts.first_day <= scheme.ends and header.ends.last_day >= scheme.starts):
            continue
        when = (
            f"ended in {scheme.ends.year}"
            if scheme.ends < header.starts.first_day
            else f"began in {scheme.starts.year}"
        )
        if measure.path[: len(subject.path)] == subject.path:
            yield Problem(
                "not-in-force",
                f"{scheme.name} {when}, outside the years of this plan; {scheme.instead}",
                at=(*measure.path[len(subject.path) :], "national_target"),
            )


RULE = Rule(
    family="priorities",
    summary="At most half of a priority's measures are national performance targets.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§42 and note 20"), Citation("East Lothian 2013", "3.3")),
    rationale="Targets that the government sets for health boards and others, such as HEAT, drew agreements away from what matters in the area. They may be cited; they do not say what this partnership wants to change here.",
    question="Which of these would you measure if the government did not ask for it?",
    cases={
        "most": Case(
            "warning",
            "Add measures of what people here would notice, or give the national one a level of its own for a place or group under breakdown.",
        ),
        "not-in-force": Case(
            "advice",
            "Name the target that is in force, or take national_target out.",
            "Who still asks you for this?",
        ),
    },
    on=(Priority,),
    example_of="file",
    bad="""
soa: 1
priorities:
  - id: waits  # here
    title: Older people in Strathbeg wait less for help after a fall
    lead: nhs-beg
    outcomes:
      - id: shorter-waits
        what:
          indicators:
            - {id: four-hours, name: Waits of more than four hours in the emergency department, national_target: HEAT}
            - {id: discharge, name: Days in hospital after a person could have gone home, national_target: HEAT}
""",
    good="""
soa: 1
priorities:
  - id: waits
    title: Older people in Strathbeg wait less for help after a fall
    lead: nhs-beg
    outcomes:
      - id: shorter-waits
        what:
          indicators:
            - {id: four-hours, name: Waits of more than four hours in the emergency department, national_target: HEAT}
            - {id: discharge, name: Days in hospital after a person could have gone home, national_target: HEAT}
            - {id: carers, name: Carers who say that they can keep going}
            - {id: same-day, name: People who sleep at home on the night after a fall}
""",
    check=check,
    requirements=("R23",),
    decided="The review asks for more than HEAT, with dates: the schemes stand in a short list with the years in which they were in force. A measure counts as national where national_target says so or its own words name such a scheme; a core indicator is no target, and one with a level of its own for a place or group is local.",
    options={"share": Option(50, "most measures of a priority that may be national targets, in per cent", most=100)},
)
