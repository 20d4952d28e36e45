"""Communities had a say in a priority before it was agreed."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Priority
from soa.model.part import HOLE, each, sound
from soa.model.partners import Engagement
from soa.rules._grounds import grounds_of
from soa.rules._priorities import each_or_all, settled_on, worked_out, years_before
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_OF_COMMUNITIES = ("community-body", "third-sector", "third-sector-interface")


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look at the engagement that each priority cites, or that says it led to it, and at its dates."""
    lookup, header = subject.lookup, subject.part.agreement
    if subject.part.engagement is HOLE:
        return
    led_to = _led_to(lookup)
    day = settled_on(header)
    oldest = years_before(day, subject.options["years"]) if day else None
    agreed = header.agreed.last_day if sound(header.agreed) else None
    asked, without = 0, []
    for index, priority in worked_out(subject.part):
        if priority.engagement is HOLE or grounds_of(priority, lookup) == "nothing":
            continue  # a priority that rests on nothing at all has been questioned for that
        asked += 1
        entries = _heard(priority, lookup, led_to)
        if entries is None:
            continue
        if entries:
            yield from _dated(
                entries,
                agreed,
                day,
                oldest,
                ("priorities", index, "engagement") if each(priority.engagement) else ("priorities", index),
            )
        elif not _rests_on_community_plan(priority, lookup):
            without.append(index)
    yield from each_or_all(
        "none",
        without,
        asked,
        "it is not said what communities had to say on this priority",
        "it is not said what communities had to say on any of the priorities",
    )


def _led_to(lookup: Lookup) -> dict[str, list[Engagement]]:
    """Entries of engagement by the id that they say they led to: of a priority, an outcome, or the outcome of an action."""
    found: dict[str, list[Engagement]] = {}
    for _, entry in lookup.all(Engagement):
        for name in each(entry.led_to):
            found.setdefault(str(name).split(".")[0], []).append(entry)
    return found


def _heard(priority: Priority, lookup: Lookup, led_to: dict[str, list[Engagement]]) -> list[Engagement] | None:
    """What was heard on a priority, by its own list or by where an entry led; None where a reference leads nowhere."""
    cited = [lookup.engagement.get(str(name)) for name in each(priority.engagement)]
    found = [entry for entry in cited if entry is not None]
    if len(found) < len(cited):
        return None
    ids = [str(priority.id), *(str(outcome.id) for outcome in priority.outcomes if sound(outcome))]
    return [*found, *(entry for name in ids for entry in led_to.get(name, ()))]


def _rests_on_community_plan(priority: Priority, lookup: Lookup) -> bool:
    """Whether it takes up a plan that communities made, or what people lived through."""
    cited = [lookup.evidence.get(str(name)) for name in each(priority.evidence)]
    if any(entry is not None and entry.kind == "lived-experience" for entry in cited):
        return True
    for outcome in priority.outcomes:
        for action in outcome.how:
            plan = lookup.plans.get(str(action.planned_in)) if sound(action.planned_in) else None
            owner = lookup.partners.get(str(plan.owner)) if plan is not None and sound(plan.owner) else None
            if owner is not None and owner.kind in _OF_COMMUNITIES:
                return True
    return False


def _dated(
    entries: list[Engagement], agreed: date | None, day: date | None, oldest: date | None, at: Path
) -> Iterator[Problem]:
    """Whether all of it came too late to count, is still to come, or is old."""
    if any(not sound(entry.date) or sound(entry.not_yet) for entry in entries):
        return
    dates = [entry.date for entry in entries]
    if agreed and all(when.first_day > agreed for when in dates):
        yield Problem("afterwards", "communities were first asked about this priority after it had been agreed", at=at)
    elif not agreed and day and all(when.first_day > day for when in dates):
        yield Problem("to-come", "communities have not been asked about this priority yet", at=at)
    elif oldest and all(when.last_day < oldest for when in dates):
        newest = max(dates, key=lambda when: when.last_day)
        yield Problem("old", f"communities were last asked about this priority in {newest.last_day.year}", at=at)


RULE = Rule(
    family="engagement",
    summary="Every priority shows what communities had to say on it before it was agreed.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§56"),
        Citation("Grampian 2012", "S3 Q1"),
        Citation("North Lanarkshire 2012", "1.4"),
        Citation("HMIC 2012", "1.4"),
    ),
    rationale="Auditors found much consulting, and little to show that it moved priorities. A priority that nobody outside the partners was asked about may be theirs and not the area's.",
    question="What did people here tell you about this, and when?",
    cases={
        "none": Case(
            "warning",
            "Add what people said under engagement, and its id here, such as engagement: [eng-falls]; where they were not asked, say with not_yet who will ask them, and when.",
        ),
        "afterwards": Case("warning", "Cite what was heard before, or say at the next review what they changed."),
        "to-come": Case(
            "advice",
            "Ask before the agreement is agreed, and leave room for what is heard.",
            "What could still change because of what you hear?",
        ),
        "old": Case("advice", "Ask again, or cite what was heard since.", "Would they say the same today?"),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
priorities:
  - id: shops  # here
    title: Fewer empty shops on Muirton high street
    why_here: One shop in three on the high street has stood empty for a year.
    lead: council
""",
    good="""
soa: 1
engagement:
  - {id: muirton-talks, group: 60 shopkeepers and their customers, date: 2012-11-24, heard: Open late on Fridays}
priorities:
  - id: shops
    title: Fewer empty shops on Muirton high street
    why_here: One shop in three on the high street has stood empty for a year.
    lead: council
    engagement: [muirton-talks]
""",
    check=check,
    requirements=("R100", "R101"),
    decided="Dates are measured against the day of agreement, and never against today; age is advice, as for evidence. An entry of engagement that says it led to the priority counts as cited, and so does a plan of a community or third sector body that its actions stand in. A priority that rests on nothing at all is left to priority-without-local-evidence.",
    options={
        "years": Option(4, "age of engagement when the agreement was agreed, in years, above which it is old", least=1)
    },
)
