"""An outcome is one that partners reach together."""

from collections.abc import Iterator

from soa.model.outcome import Outcome
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Outcome]) -> Iterator[Problem]:
    """Count the bodies that have a part in it."""
    outcome = subject.part
    if outcome.state == "stopped" or any(not sound(action.owner) for action in outcome.how):
        return
    if _may_be_hidden(subject):
        return
    bodies = _bodies(subject)
    if len(bodies) == 1:
        yield Problem(
            "one-partner",
            f"only one partner has a part in this outcome: {subject.lookup.called(bodies)}",
            at=("by_whom",),
        )


def _may_be_hidden(subject: Subject[Outcome]) -> bool:
    """Whether an answer that could not be read may name a second partner."""
    whom, agreement = subject.part.by_whom, subject.lookup.agreement
    return (
        whom.contributors is HOLE
        or any(one is HOLE or one.partner is HOLE for one in each(whom.contributors))
        or any(action.partners is HOLE for action in subject.part.how)
        or agreement.partners is HOLE
        or any(partner is HOLE or partner.made_of is HOLE for partner in agreement.partners)
        or agreement.resources is HOLE
        or any(line is HOLE or line.serves is HOLE or line.partner is HOLE for line in each(agreement.resources))
    )


def _bodies(subject: Subject[Outcome]) -> set[str]:
    """Everyone who leads, stands in, contributes, acts, gives or is asked; joint bodies count as those they are made of."""
    outcome, lookup = subject.part, subject.lookup
    whom = outcome.by_whom
    names = {
        whom.lead,
        whom.deputy.partner if sound(whom.deputy) else "",
        whom.delivered_through.body if sound(whom.delivered_through) else "",
    }
    names.update(one.partner for one in each(whom.contributors))
    for action in outcome.how:
        names.add(action.owner)
        names.update(each(action.partners))
    for resource in each(lookup.agreement.resources):
        if sound(resource.serves) and outcome.id in resource.serves:
            names.add(resource.partner)
    for ask in each(lookup.agreement.asks):
        if sound(ask.serves) and outcome.id in ask.serves:
            names.add(ask.of)
    return lookup.bodies(name for name in names if name)


RULE = Rule(
    family="outcomes",
    summary="Two or more partners have a part in every outcome.",
    authority="submission",
    sources=(
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("HMIC 2012", "1.6"),
        Citation("North Lanarkshire 2012", "1.7"),
        Citation("Grampian 2012", "S3 Q3"),
    ),
    rationale="What one body can do alone belongs in its own plan. A partnership may still knowingly hold such an outcome; joint bodies count as those they are made of.",
    question="What do the rest of you bring to this?",
    cases={
        "one-partner": Case(
            "warning",
            "Say what another partner does or gives (contributors, an action, a resource), or leave the outcome to that partner's own plan.",
        )
    },
    on=(Outcome,),
    example_of="outcome",
    bad="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01}
  by_whom:  # here
    lead: nhs-beg
    post: Head of Older People's Services
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014-15, value: 20.4}
          - {period: 2016-17, value: 18.5}
""",
    good="""
- id: falls
  what:
    statement: People aged 65 and over fall less often
    factors: [severe winters]
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        definition: Stays that began as an emergency with a falls code
        unit: per 1,000 people aged 65 and over
        direction: down
        source: ISD Scotland, SMR01
        frequency: every year
        baseline: {period: 2012-13, value: 21.3}
  how:
    - {action: A next-day visit to everyone who falls, owner: nhs-beg, due: 2014-12-01}
  by_whom:
    lead: nhs-beg
    post: Head of Older People's Services
    contributors:
      - {partner: council, contribution: Handrails fitted within ten working days}
  when:
    targets:
      - indicator: admissions
        values:
          - {period: 2014-15, value: 20.4}
          - {period: 2016-17, value: 18.5}
""",
    check=check,
    needs=("by_whom.lead", "how"),
    gives_way_to=("unowned-outcome",),
    requirements=("R19", "R21"),
    decided="Four submissions ask for it, and no guidance: a warning. That one partner owns every action while others contribute is not said, because one may well do most. Joint bodies, deputies, gifts and asks count.",
)
