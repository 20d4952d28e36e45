"""An outcome does not rest on targets for what partners do alone."""

from collections.abc import Iterator

from soa.language import kind_of
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._asked_for import asked_for
from soa.rules._rule import Case, Citation, Problem, Rule, Subject

_COUNTED = {"output": "what services produce", "process": "how it is gone about", "input": "what is put in"}


def check(subject: Subject[Outcome]) -> Iterator[Problem]:
    """Look for one indicator of how people or the place fare, or one that is said to stand in for it."""
    outcome, lookup = subject.part, subject.lookup
    if outcome.state == "stopped" or any(
        indicator is not None and not sound(indicator.kind) and not sound(indicator.use)
        for indicator in outcome.what.indicators
    ):
        return
    measures = lookup.measures_of(outcome)
    aimed = [target.indicator for target in each(outcome.when.targets)]
    if len(measures) < len(outcome.what.indicators) or any(lookup.measure(name, outcome) is None for name in aimed):
        return  # one that could not be found may be the one that counts
    measures = [measure for measure in measures if measure.indicator.direction != "context"]
    kinds = {measure.indicator.kind for measure in measures}
    if (
        "outcome" in kinds
        or any(sound(measure.indicator.stands_for) for measure in measures)
        or not _has_targets(outcome)
    ):
        return
    words = [(measure.indicator.name, measure.indicator.unit) for measure in measures]
    if any(kind_of(name, unit).value == "outcome" for name, unit in words if sound(name) and sound(unit)):
        return  # an outcome by its words: its kind is doubted, and not the outcome
    if any(asked_for(measure.indicator, lookup) for measure in measures):
        return
    counted = " and ".join(words for kind, words in _COUNTED.items() if kind in kinds)
    yield Problem(
        "only-work", f"every target of this outcome is about {counted}; none is about people or the place", at=("when",)
    )


def _has_targets(outcome: Outcome) -> bool:
    return sound(outcome.when.targets) and bool(outcome.when.targets)


RULE = Rule(
    family="indicators-and-targets",
    summary="Every outcome has at least one measure of how people or the place fare, not of the partners' work alone.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§19, §43, §53"),
        Citation("HMIC 2012", "1.5"),
        Citation("North Lanarkshire 2012", "1.7"),
    ),
    rationale="Auditors found that agreements tend to measure process and inputs. Such measures are welcome beside one of the outcome itself, and a stand-in is fine when it is said to be one.",
    question="All these targets are about what you do; which is about people?",
    cases={
        "only-work": Case(
            "error",
            "Add an indicator of kind outcome with a baseline and a target; or, where that cannot be had, say with stands_for which outcome a measure stands in for.",
        ),
    },
    on=(Outcome,),
    example_of="outcome",
    bad="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    success:
      - {by: 2014, looks_like: One number to ring and a visit the next day}
    factors: [severe winters]
    indicators:
      - id: trained
        name: Care home staff trained in preventing falls
        kind: output
        definition: Staff in post who have passed the course
        unit: staff
        direction: up
        source: NHS Beg, training records
        frequency: every year
        baseline: {period: 2012-13, value: 40}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01}
  by_whom:
    lead: hscp
    post: Chief Officer
  when:  # here
    targets:
      - indicator: trained
        values:
          - {period: 2014-15, value: 200}
          - {period: 2016-17, value: 400}
""",
    good="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    success:
      - {by: 2014, looks_like: One number to ring and a visit the next day}
    factors: [severe winters]
    indicators:
      - id: trained
        name: Care home staff trained in preventing falls
        kind: output
        definition: Staff in post who have passed the course
        unit: staff
        direction: up
        source: NHS Beg, training records
        frequency: every year
        baseline: {period: 2012-13, value: 40}
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code, by area of residence
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01, contributes_to: [trained, admissions]}
  by_whom:
    lead: hscp
    post: Chief Officer
  when:
    targets:
      - indicator: trained
        values:
          - {period: 2014-15, value: 200}
          - {period: 2016-17, value: 400}
      - indicator: admissions
        values:
          - {period: 2016-17, value: 18.5}
""",
    check=check,
    requirements=("R28", "R41"),
    decided="A measure whose words people used when they were asked is never called the partners' work alone: help within two hours of a fall is what they wanted. A figure that is only there as context, such as how many people there are, has no target and measures no outcome. Milestones alone are left to target-not-specific, and a kind that the words contradict to indicator-kind-doubtful.",
    needs=("what.indicators", "when"),
    gives_way_to=("outcome-not-measured",),
)
