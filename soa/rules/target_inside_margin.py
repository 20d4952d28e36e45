"""A target lies outside the margin of the survey that is to show it."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import sound
from soa.rules._ladders import in_figures, ladders
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Hold each target against the margin that is stated with its baseline; the latest one inside it is reported."""
    for ladder in ladders(subject.lookup):
        if not sound(ladder.baseline) or not sound(ladder.baseline.margin) or sound(ladder.indicator.not_yet):
            continue
        margin = ladder.baseline.margin
        for index, value in reversed(ladder.steps):
            gain = ladder.gain(value)
            if gain is None or not 0 <= gain < margin or sound(value.because):
                continue
            yield Problem(
                "inside",
                f"the target for {value.period} is {in_figures(gain)} better than the baseline, and the survey's margin is {in_figures(margin)} either way: nobody could tell whether it was met",
                at=(*ladder.at, index),
                related=(((*ladder.start, "margin"), "the margin"),),
            )
            break


RULE = Rule(
    family="indicators-and-targets",
    summary="A target that a survey is to show lies outside the survey's margin.",
    authority="practice",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§24")),
    rationale="A survey of some hundred people is right to within a few points. A change smaller than that may be chance, so neither success nor failure can be shown.",
    question="How will you know that this is not chance?",
    cases={
        "inside": Case(
            "advice",
            "Ask more people, set the level for a later survey, or use a measure that counts everybody; where the level is right all the same, say why with because.",
        ),
    },
    on=(Agreement,),
    example_of="outcome",
    bad="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    success:
      - {by: 2014, looks_like: One number to ring and a visit the next day}
    factors: [severe winters]
    indicators:
      - id: admissions
        name: People aged 65 and over who fell in the last year, by their own account
        kind: outcome
        definition: Share who answer that they fell once or more often
        unit: per cent of people asked
        direction: down
        source: Strathbeg Citizens' Panel
        frequency: every two years
        measured_over: survey-wave
        baseline: {period: 2012, value: 31.0, base: 390, margin: 4.6}
  how:
    - id: visits
      action: A next-day visit to everyone who falls
      owner: nhs-beg
      due: 2013-12-01
      contributes_to: [admissions]
      preventive: early
    - id: classes
      action: Strength and balance classes in eight village halls
      owner: tsi
      due: 2017-02-28
      contributes_to: [admissions]
      preventive: before
  by_whom:
    lead: hscp
    post: Chief Officer
    accountable_to: Strathbeg Partnership Board
    contributors:
      - {partner: council, contribution: Four home care staff for the falls team}
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014, value: 28.0}  # here
          - {period: 2022, value: 20.0}
  risks:
    - {risk: Too few volunteers to lead the classes, owner: tsi, response: Train twenty leaders each spring}
""",
    good="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    success:
      - {by: 2014, looks_like: One number to ring and a visit the next day}
    factors: [severe winters]
    indicators:
      - id: admissions
        name: People aged 65 and over who fell in the last year, by their own account
        kind: outcome
        definition: Share who answer that they fell once or more often
        unit: per cent of people asked
        direction: down
        source: Strathbeg Citizens' Panel
        frequency: every two years
        measured_over: survey-wave
        baseline: {period: 2012, value: 31.0, base: 390, margin: 4.6}
  how:
    - id: visits
      action: A next-day visit to everyone who falls
      owner: nhs-beg
      due: 2013-12-01
      contributes_to: [admissions]
      preventive: early
    - id: classes
      action: Strength and balance classes in eight village halls
      owner: tsi
      due: 2017-02-28
      contributes_to: [admissions]
      preventive: before
  by_whom:
    lead: hscp
    post: Chief Officer
    accountable_to: Strathbeg Partnership Board
    contributors:
      - {partner: council, contribution: Four home care staff for the falls team}
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014, value: 26.0}
          - {period: 2022, value: 20.0}
  risks:
    - {risk: Too few volunteers to lead the classes, owner: tsi, response: Train twenty leaders each spring}
""",
    check=check,
    requirements=("R35", "R44"),
    decided="Only a margin that is stated is used: one worked out from the number of answers would be wrong for a survey of nearly everybody. Of several targets inside the margin the latest is reported, once.",
    gives_way_to=("target-not-stretching", "target-wrong-way"),
)
