"""A live agreement is kept up: what became of the work that was due is written in it."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Agreement, SignOff
from soa.model.governance import Considered, Induction, SelfEvaluation
from soa.model.lookup import Lookup
from soa.model.outcome import Action
from soa.model.part import Part, sound
from soa.model.partners import Assessment, Engagement, Evidence, Plan, PlanAlignment
from soa.model.resources import Ask
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_RECORDED: tuple[tuple[type[Part], str], ...] = (
    (SignOff, "date"),
    (Considered, "date"),
    (Induction, "date"),
    (SelfEvaluation, "date"),
    (Assessment, "date"),
    (Engagement, "date"),
    (Engagement, "fed_back"),
    (Evidence, "date"),
    (Plan, "date"),
    (PlanAlignment, "date"),
    (Ask, "response_date"),
)
"""Where the file writes down something that has happened."""
_NAMED = 3


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for the newest thing that is recorded, and for work whose day has passed."""
    header = subject.part.agreement
    if header.status not in {"agreed", "under-review"}:
        return
    newest = _newest(subject.lookup, subject.as_of)
    if newest is None or _months(newest, subject.as_of) < subject.options["months"]:
        return
    passed = _passed(subject)
    if passed:
        names = "; ".join(f"“{action.action}” ({action.due})" for _, action in passed[:_NAMED])
        more = f" and {len(passed) - _NAMED} more" if len(passed) > _NAMED else ""
        yield Problem(
            "untouched",
            f"nothing is recorded here after {newest}, and it is not said what became of what was due since: {names}{more}",
            at=("agreement", "status"),
            related=tuple(((*path, "due"), "due here") for path, _ in passed[:_NAMED]),
        )


def _newest(lookup: Lookup, today: date) -> date | None:
    """The last day, not after today, of which something is recorded; None where the agreement itself has no such day."""
    header = lookup.agreement.agreement
    own = [moment.last_day for moment in (header.agreed, header.submitted) if sound(moment)]
    days = own + [
        getattr(part, key).last_day
        for kind, key in _RECORDED
        for _, part in lookup.all(kind)
        if sound(getattr(part, key))
    ]
    return max((day for day in days if day <= today), default=None) if own else None


def _months(since: date, today: date) -> int:
    """Whole months from one day to the other."""
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)


def _passed(subject: Subject[Agreement]) -> list[tuple[Path, Action]]:
    """Actions whose day has passed and that still stand as planned, those due first in front."""
    found = [
        (action.due.last_day, path, action)
        for path, action, _ in subject.lookup.all_actions
        if sound(action.due)
        and sound(action.action)
        and action.due.last_day < subject.as_of
        and action.state not in {"under-way", "done", "stopped"}
        and not sound(action.not_yet)
    ]
    return [(path, action) for _, path, action in sorted(found, key=lambda one: one[0])]


RULE = Rule(
    family="progress",
    summary="While it is live, an agreement says what became of the work whose day has passed.",
    authority="submission",
    sources=(Citation("Grampian 2012", "S1 Q1, Q5, Q6"), Citation("HMIC 2012", "3.7")),
    rationale="Agreements were said to be brought out once a year, for the report. A plan that is used shows it: actions are marked as done or under way, and what was asked is answered.",
    question="When did anybody last open this plan, and what has been done since?",
    cases={
        "untouched": Case("advice", "Write state: done, under-way or stopped beside each of them, or agree a new day.")
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
agreement:
  title: Strathbeg Single Outcome Agreement 2011 to 2021
  area: Strathbeg
  fictional: true
  starts: 2011-04-01
  ends: 2021-03-31
  status: agreed  # here
  agreed: 2011-06-30
vision: Where you live in Strathbeg no longer decides how long you live
partners:
  - {id: council, name: Strathbeg Council, kind: council}
  - {id: nhs-beg, name: NHS Beg, kind: health-board}
priorities:
  - id: older-people
    title: Older people in Strathbeg fall less often and get home sooner
    lead: nhs-beg
    outcomes:
      - id: falls
        what: {not_yet: {missing: The measures, owner: nhs-beg, due: 2014-03-31}}
        how:
          - {action: Handrails fitted within ten working days, owner: council, due: 2012-03-31}
        by_whom: {lead: nhs-beg, post: Head of Older People's Services}
        when: {not_yet: {missing: The targets, owner: nhs-beg, due: 2014-03-31}}
prevention: {not_yet: {missing: The plan for prevention, owner: council, due: 2014-03-31}}
""",
    good="""
soa: 1
agreement:
  title: Strathbeg Single Outcome Agreement 2011 to 2021
  area: Strathbeg
  fictional: true
  starts: 2011-04-01
  ends: 2021-03-31
  status: agreed
  agreed: 2011-06-30
vision: Where you live in Strathbeg no longer decides how long you live
partners:
  - {id: council, name: Strathbeg Council, kind: council}
  - {id: nhs-beg, name: NHS Beg, kind: health-board}
priorities:
  - id: older-people
    title: Older people in Strathbeg fall less often and get home sooner
    lead: nhs-beg
    outcomes:
      - id: falls
        what: {not_yet: {missing: The measures, owner: nhs-beg, due: 2014-03-31}}
        how:
          - {action: Handrails fitted within ten working days, owner: council, due: 2012-03-31, state: done}
        by_whom: {lead: nhs-beg, post: Head of Older People's Services}
        when: {not_yet: {missing: The targets, owner: nhs-beg, due: 2014-03-31}}
prevention: {not_yet: {missing: The plan for prevention, owner: council, due: 2014-03-31}}
""",
    check=check,
    needs_today=True,
    requirements=("R110",),
    decided="The format holds no list of updates. What the file can show is both that nothing in it is dated within six months and that work whose day has passed still stands as planned; one without the other is no sign. Once for the agreement, as advice.",
    options={"months": Option(6, "months without anything recorded", least=1, most=60)},
)
