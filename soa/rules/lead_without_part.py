"""The partner that leads an outcome does something in it, or gives something to it."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._taking_part import acting, givers, with_members

_JOINT = frozenset({"shadow-partnership", "integration-joint-board"})


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for the lead among those who act and give; joint bodies count as those they are made of."""
    lookup = subject.lookup
    resources = subject.part.resources
    if resources is HOLE or any(one is HOLE or HOLE in (one.partner, one.serves) for one in each(resources)):
        return
    giving = givers(lookup)
    own: dict[str, list[Action]] = {}
    for action in each(subject.part.prevention.actions):
        for name in each(action.contributes_to):
            own.setdefault(str(name).partition(".")[0], []).append(action)
    for path, outcome in lookup.all(Outcome):
        lead = outcome.by_whom.lead
        if lead not in lookup.partners or not outcome.how or _is_excused(outcome):
            continue
        if lookup.partners[lead].kind in _JOINT and not each(lookup.partners[lead].made_of):
            continue  # whose action would be its own is not known
        whom, priority = outcome.by_whom, subject.part.priorities[int(path[1])]
        answering = with_members({lead, whom.employer if sound(whom.employer) else lead}, lookup)
        doing = acting((*outcome.how, *own.get(outcome.id, ())))
        if HOLE in doing or sound(priority.delivered_through) or answering & with_members(doing, lookup):
            continue
        if not all(answering.isdisjoint(giving.get(served, ())) for served in _served(outcome, priority)):
            continue
        yield Problem(
            "without",
            f"{lookup.called([lead])} leads this outcome, and neither owns an action in it nor gives anything to it",
            at=(*path, "by_whom", "lead"),
        )


def _is_excused(outcome: Outcome) -> bool:
    """Whether it is no longer pursued, still to be completed, or knowingly delivered through another body."""
    whom = outcome.by_whom
    return (
        outcome.state == "stopped"
        or sound(outcome.not_yet)
        or sound(whom.not_yet)
        or sound(whom.delivered_through)
        or any(HOLE in (action.owner, action.partners) for action in outcome.how)
        or any(one.partner in (whom.lead, HOLE) for one in each(whom.contributors))
    )


def _served(outcome: Outcome, priority: Priority) -> list[str]:
    """The ids under which a resource serves the outcome: its own, those of priorities, and the prevention plan of which it is a part."""
    served = [outcome.id, priority.id, *each(outcome.also_serves)]
    return [*served, "prevention"] if any(sound(action.preventive) for action in outcome.how) else served


RULE = Rule(
    family="ownership",
    summary="The partner that leads an outcome owns an action in it, or gives something to it.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§31, §36, §47"), Citation("HMIC 2012", "1.1")),
    rationale="To lead is more than to report. A lead with nothing of its own in an outcome can neither move it nor be asked about it, and the partner that does the work may be better placed.",
    question="You lead this: what do you yourselves do or put in?",
    cases={
        "without": Case(
            "warning",
            "Add what the lead does (an action with it as owner) or gives (a line under resources); or let the partner that does the work lead.",
        )
    },
    on=(Agreement,),
    example_of="another",
    bad="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  rank: 2
  not_yet: {missing: What it costs, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      what:
        statement: More school leavers in Kirkhill go on to work, training or study
        factors: [the number of jobs in the whole country]
        indicators:
          - id: destinations
            name: School leavers in Kirkhill who go on to work, training or study
            kind: outcome
            definition: Leavers in work, training or study nine months later
            unit: per cent of school leavers
            direction: up
            source: Skills Development Scotland
            frequency: every year
            measured_over: school-year
            baseline: {period: 2011-12, value: 84.0, base: 410}
      how:
        - action: A mentor for each of forty school leavers from families without work
          owner: tsi
          partners: [nhs-beg]
          due: 2014-02-14
          contributes_to: [destinations]
      by_whom:
        lead: council  # here
        post: Head of Schools
      when:
        targets:
          - indicator: destinations
            values:
              - {period: 2013-14, value: 87.0}
              - {period: 2016-17, value: 92.0}
""",
    good="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  rank: 2
  not_yet: {missing: What it costs, owner: council, due: 2013-06-30}
  outcomes:
    - id: leavers
      what:
        statement: More school leavers in Kirkhill go on to work, training or study
        factors: [the number of jobs in the whole country]
        indicators:
          - id: destinations
            name: School leavers in Kirkhill who go on to work, training or study
            kind: outcome
            definition: Leavers in work, training or study nine months later
            unit: per cent of school leavers
            direction: up
            source: Skills Development Scotland
            frequency: every year
            measured_over: school-year
            baseline: {period: 2011-12, value: 84.0, base: 410}
      how:
        - action: A mentor for each of forty school leavers from families without work
          owner: tsi
          partners: [council]
          due: 2014-02-14
          contributes_to: [destinations]
      by_whom:
        lead: council
        post: Head of Schools
      when:
        targets:
          - indicator: destinations
            values:
              - {period: 2013-14, value: 87.0}
              - {period: 2016-17, value: 92.0}
""",
    check=check,
    gives_way_to=("unowned-outcome", "missing-what-how-who-when", "one-partner-outcome"),
    requirements=("R80", "R86"),
    decided="Taking part in another's action, a line that serves the whole priority, and a contribution of its own count as a part; so do the bodies of which a joint lead is made.",
)
