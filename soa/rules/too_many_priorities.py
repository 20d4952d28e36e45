"""There are few enough priorities, outcomes and indicators to be done and followed."""

from collections.abc import Iterator, Mapping, Sequence

from soa.model.agreement import Agreement
from soa.model.outcome import Priority
from soa.model.part import sound
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject

_NATIONAL_PRIORITIES = 6


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count, and look at the ranks."""
    priorities = [priority for priority in subject.part.priorities if sound(priority)]
    yield from _too_many(priorities, subject.options)
    most = subject.options["indicators"]
    crowded = [
        str(outcome.id) if sound(outcome.id) else "one whose id cannot be read"
        for priority in priorities
        for outcome in priority.outcomes
        if sound(outcome.what) and len(outcome.what.indicators) > most
    ]
    if crowded:
        yield Problem(
            "indicators",
            f"these outcomes have more than {most} indicators each: {', '.join(crowded)}",
            at=("priorities",),
        )
    ranks = [priority.rank for priority in priorities if sound(priority.rank)]
    if len(ranks) > 1 and len(ranks) == len(priorities) and len(set(ranks)) == 1:
        yield Problem(
            "same-rank",
            f"{'both' if len(ranks) == 2 else f'all {len(ranks)}'} priorities have the same rank",
            at=("priorities", len(subject.part.priorities) - 1, "rank"),
            related=((("priorities", 0, "rank"), "the first"),),
        )


def _too_many(priorities: Sequence[Priority], most: Mapping[str, int]) -> Iterator[Problem]:
    counted: list[str] = []
    limit = most["priorities"]
    if sum(sound(priority.policy_priorities) for priority in priorities) >= _NATIONAL_PRIORITIES:
        limit = max(limit, _NATIONAL_PRIORITIES + 1)  # the six national ones of 2012 and one of the partnership's own
    if len(priorities) > limit:
        counted.append(f"{len(priorities)} priorities ({limit} at most)")
    outcomes = sum(len(priority.outcomes) for priority in priorities)
    if outcomes > most["all_outcomes"]:
        counted.append(f"{outcomes} outcomes ({most['all_outcomes']} at most)")
    counted += [
        f"{len(priority.outcomes)} outcomes in {f'“{priority.title}”' if sound(priority.title) else 'one priority'}"
        f" ({most['outcomes']} at most)"
        for priority in priorities
        if len(priority.outcomes) > most["outcomes"]
    ]
    if counted:
        yield Problem("too-many", f"this is more than can be done well: {', '.join(counted)}", at=("priorities",))


RULE = Rule(
    family="priorities",
    summary="There are few enough priorities, outcomes and indicators to be done and followed, and they are weighed against each other.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§12, §42, §44"),
        Citation("North Lanarkshire 2012", "1.6"),
        Citation("Glasgow 2012", "S1 Q7"),
        Citation("Grampian 2012", "S3 Q5"),
    ),
    rationale="In many agreements everything was a priority, so nothing was. The numbers are starting values, not fixed by any source: six priorities (seven where six are the national ones of 2012), four outcomes in each, fifteen in all, five indicators each.",
    question="What did you leave out?",
    cases={
        "too-many": Case(
            "warning", "Keep what no partner can do alone, and say under not_chosen what was left out and why."
        ),
        "indicators": Case("advice", "Keep those that the board would act on."),
        "same-rank": Case("warning", "Say which comes first, or leave rank out."),
    },
    on=(Agreement,),
    example_of="another",
    bad="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  rank: 1  # here
  not_yet: {missing: The outcomes of this priority, owner: council, due: 2013-06-30}
""",
    good="""
- id: jobs
  title: Fewer young people in Kirkhill leave school without a job
  lead: council
  rank: 2
  not_yet: {missing: The outcomes of this priority, owner: council, due: 2013-06-30}
""",
    check=check,
    requirements=("R11", "R49"),
    decided="No source fixes the numbers, so each is an option. A seventh priority is accepted where six serve the national ones of 2012, as in Highland. Ranks may be left out altogether; all alike, they weigh nothing.",
    options={
        "priorities": Option(6, "most priorities", least=1),
        "outcomes": Option(4, "most outcomes of one priority", least=1),
        "all_outcomes": Option(15, "most outcomes in all", least=1),
        "indicators": Option(5, "most indicators of one outcome", least=1),
    },
)
