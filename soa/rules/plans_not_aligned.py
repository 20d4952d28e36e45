"""Partners' own plans and budgets take account of the agreement."""

from collections.abc import Iterator
from datetime import date

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.outcome import Outcome, Priority
from soa.model.part import HOLE, each, sound
from soa.model.partners import Partner, PlanAlignment
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._spans_of_time import months_later
from soa.rules._taking_part import acting, givers, leading, parts_may_be_hidden
from soa.source.places import Path

_WITH_BUDGETS = frozenset(
    """
council health-board police fire enterprise transport special-health-board integration-joint-board lead-agency college
national-body national-park
""".split()
)
"""The public bodies that plan and pay; shadow partnerships hold no money, and third sector bodies are not asked."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look at each public body that leads, acts or gives."""
    if parts_may_be_hidden(subject.lookup):
        return
    starts = subject.part.agreement.starts
    committed = _committed(subject.lookup)
    silent: list[tuple[Path, Partner]] = []
    older: list[tuple[Path, Partner]] = []
    for path, partner in subject.lookup.all(Partner):
        if partner.id not in committed or partner.kind not in _WITH_BUDGETS or sound(partner.not_yet):
            continue
        if sound(partner.legal_from) and sound(starts) and partner.legal_from.first_day > starts.last_day:
            continue
        if partner.plan_alignment is HOLE:
            continue
        days = [_date(entry, subject.lookup) for entry in each(partner.plan_alignment)]
        if not days:
            silent.append((path, partner))
        elif sound(starts) and all(
            day is not None and months_later(day, subject.options["months"]) < starts.first_day for day in days
        ):
            older.append((path, partner))
    for case, found, words in (
        ("none", silent, "nothing says where their own plans and budgets take account of this agreement"),
        ("older", older, "the plans that are said to take account of this agreement are much older than it"),
    ):
        if found:
            names = subject.lookup.called(partner.id for _, partner in found)
            yield Problem(
                case,
                f"{words}: {names}",
                at=found[0][0],
                related=tuple((path, "and this one") for path, _ in found[1:]),
            )


def _committed(lookup: Lookup) -> set[str]:
    """The partners who lead, act or give."""
    names = {name for given in givers(lookup).values() for name in given}
    for _, priority in lookup.all(Priority):
        names.update(leading(priority))
    for _, outcome in lookup.all(Outcome):
        names.update(leading(outcome))
    return names | acting(tuple(action for _, action, _ in lookup.all_actions))


def _date(entry: PlanAlignment, lookup: Lookup) -> date | None:
    """When the plan was agreed; None where that is not said, or is still to come."""
    if not sound(entry) or sound(entry.not_yet):
        return None
    plan = lookup.plans.get(entry.plan) if sound(entry.plan) else None
    day = entry.date if sound(entry.date) else plan.date if plan is not None else HOLE
    return day.last_day if sound(day) else None


RULE = Rule(
    family="resources",
    summary="Each public body with a part in the agreement says where its own plan and budget take account of it.",
    authority="audit-recommendation",
    sources=(Citation("Audit Scotland 2013", "§19, §61, §79"), Citation("East Lothian 2013", "3.9, 3.17")),
    rationale="What is not in a partner's own plan and budget is nobody's work in April. Auditors recommend that partners align their service plans and money with the agreement.",
    question="Where in your own plan and budget is this?",
    cases={
        "none": Case(
            "warning",
            "Under the partner add plan_alignment with the plan, the clause and the date; where its budget round is still to come, say so with not_yet.",
        ),
        "older": Case(
            "advice",
            "Name the plan or budget that was agreed since, or say with not_yet when the next one will take this in.",
        ),
    },
    on=(Agreement,),
    example_of="partners",
    bad="""
partners:
  - id: council
    name: Strathbeg Council
    kind: council
    plan_alignment: [{plan: council-plan, clause: The budget for 2013/14 carries the amounts below, date: 2013-04-11}]
  - {id: nhs-beg, name: NHS Beg, kind: health-board}  # here
  - {id: tsi, name: Strathbeg Voluntary Action, kind: third-sector-interface}
  - {id: hscp, name: Strathbeg Health and Social Care Partnership, kind: shadow-partnership, made_of: [council, nhs-beg]}
""",
    good="""
partners:
  - id: council
    name: Strathbeg Council
    kind: council
    plan_alignment: [{plan: council-plan, clause: The budget for 2013/14 carries the amounts below, date: 2013-04-11}]
  - id: nhs-beg
    name: NHS Beg
    kind: health-board
    plan_alignment:
      - {plan: nhs-plan, not_yet: {missing: The clause of the next delivery plan, owner: nhs-beg, due: 2014-02-28}}
  - {id: tsi, name: Strathbeg Voluntary Action, kind: third-sector-interface}
  - {id: hscp, name: Strathbeg Health and Social Care Partnership, kind: shadow-partnership, made_of: [council, nhs-beg]}
""",
    check=check,
    requirements=("R75",),
    decided="Asked of public bodies only: the audit speaks of partners' service plans and budgets, and third sector bodies have none to align. A plan agreed shortly before the agreement was written beside it, so only one more than a year older is advised on.",
    options={"months": Option(12, "months, by which a partner's plan may be older than the agreement's start")},
)
