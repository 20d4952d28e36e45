"""Something goes into every priority: money, staff, a building or somebody's time."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.outcome import Priority
from soa.model.part import each, sound
from soa.model.resources import Resource
from soa.rules._giving import called, lines_of, may_be_hidden, says_nothing
from soa.rules._references import lead_nowhere, served
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the priorities with what resources and contributors serve."""
    if may_be_hidden(subject.part) or lead_nowhere(subject.lookup, served):
        return
    serving = lines_of(subject.lookup, with_plan=True)
    nothing: list[tuple[Path, Priority]] = []
    only_said: list[tuple[Path, Priority]] = []
    only_money: list[tuple[Path, Priority]] = []
    for path, priority in subject.lookup.all(Priority):
        live = [outcome for outcome in each(priority.outcomes) if outcome.state != "stopped"]
        if sound(priority.not_yet) or not live:
            continue
        brought = any(each(outcome.by_whom.contributors) for outcome in live)
        lines = serving[path]
        if lines and all(_is_bare(line) for _, line in lines):
            only_said.append((path, priority))
        elif not lines:
            (only_said if brought else nothing).append((path, priority))
        elif not brought and all(line.kind == "money" and not sound(line.not_yet) for _, line in lines):
            only_money.append((path, priority))
    yield from _one(
        "nothing",
        nothing,
        "nothing is said of what goes into this priority",
        "nothing is said of what goes into these priorities",
    )
    yield from _one(
        "contributors-only",
        only_said,
        "no resource serves this priority; only in words is it said what partners bring",
        "no resource serves these priorities; only in words is it said what partners bring",
    )
    yield from _one(
        "money-only",
        only_money,
        "only money goes into this priority, and no staff, building or skill",
        "only money goes into these priorities, and no staff, building or skill",
    )


def _is_bare(line: Resource) -> bool:
    """Whether a resource names no amount, and no more than “existing resources”."""
    return bool(each(line.years)) and all(
        sound(year)
        and not sound(year.not_yet)
        and says_nothing(year)
        and not any(given(one) for one in (year.amount, year.whole_time, year.hours))
        for year in each(line.years)
    )


def _one(case: str, found: list[tuple[Path, Priority]], this: str, these: str) -> Iterator[Problem]:
    """One finding at the first, with the others beside it."""
    if found:
        names = ", ".join(called(priority) for _, priority in found)
        yield Problem(
            case,
            f"{this if len(found) == 1 else these}: {names}",
            at=found[0][0],
            related=tuple((path, "this one too") for path, _ in found[1:]),
        )


RULE = Rule(
    family="resources",
    summary="Every priority says what partners put into it: money, staff, buildings or time.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§13, §19, §24, §47, §49, §79"), Citation("East Lothian 2013", "3.8")),
    rationale="Auditors found little evidence that money, staff and buildings follow the priorities. What existing staff will do differently counts as much as money does.",
    question="What do you put into this: whose money, whose people, whose buildings?",
    cases={
        "nothing": Case(
            "error",
            "Add an entry to resources with serves and the priority's id: staff, a building or volunteers' time will do; or say there with not_yet who will settle it, and when.",
        ),
        "contributors-only": Case(
            "warning",
            "Add an entry to resources for what the contributors give, with serves and the priority's id.",
        ),
        "money-only": Case(
            "advice",
            "If staff, buildings or skills go into it too, add an entry of kind people, building or equipment.",
            "Who and what will do the work that this money pays for?",
        ),
    },
    on=(Agreement,),
    example_of="another",
    bad="""
- id: jobs  # here
  title: Fewer young people in Muirton leave school without a job
  lead: council
  rank: 2
  national_outcomes: [4]
  why_here: One school leaver in six in Muirton has no job after three months, and one in eleven elsewhere.
  added_value: One adviser stays with a young person from school to work, so that nobody has to start again.
  evidence: [ev-falls]
  engagement: [eng-falls]
  outcomes:
    - id: leavers
      not_yet: {missing: The answers, owner: council, due: 2013-06-30}
""",
    good="""
- id: jobs
  title: Fewer young people in Muirton leave school without a job
  lead: council
  rank: 2
  not_yet: {missing: The outcomes and what goes into them, owner: council, due: 2013-06-30}
""",
    check=check,
    requirements=("R68", "R72", "R76"),
    decided="An error only where nothing at all is said; what contributors bring in words alone is a warning, because the audit recommendation is about resources. A resource that serves no priority cannot be written: the format asks for serves.",
)
