"""The prevention plan says what each partner spends on it, by year, and how the amount was reached."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare who acts in the plan with who gives to it, and look at each line."""
    if sound(subject.part.prevention.not_yet):
        return
    lines = subject.lookup.preventive_resources
    hidden = _may_be_hidden(subject.part)
    if not lines:
        if subject.lookup.preventive_actions and not hidden:
            yield Problem(
                "none", "the prevention plan names no spending: no resource is marked preventive", at=("prevention",)
            )
        return
    silent = _owners(subject) - _givers(subject, lines)
    if silent and not hidden:
        yield Problem(
            "partner",
            f"these partners act in the prevention plan, and nothing that they give is marked preventive: {subject.lookup.called(silent)}",
            at=("prevention",),
        )
    for path, line in lines:
        if not sound(line.not_yet):
            yield from _of_line(
                line, path, subject.lookup.called([line.partner] if sound(line.partner) else ["a partner"])
            )


def _may_be_hidden(agreement: Agreement) -> bool:
    """Whether a resource of the plan may be one that could not be read, or whose giver is not known."""
    partners = {partner.id for partner in agreement.partners}
    return (
        agreement.resources is HOLE
        or HOLE in partners
        or any(line.preventive is HOLE or line.partner not in partners for line in each(agreement.resources))
    )


def _of_line(line: Resource, path: Path, whose: str) -> Iterator[Problem]:
    if not given(line.years):
        yield Problem("line", f"the line of {whose} says nothing of any year", at=path)
    for index, year in enumerate(each(line.years)):
        if sound(year.not_yet) or not sound(year.year):
            continue
        lacks = [
            word
            for word, there in (
                ("the amount", any(given(one) for one in (year.amount, year.whole_time, year.hours))),
                ("how it was worked out", given(year.basis)),
            )
            if not there
        ]
        if lacks:
            yield Problem(
                "line",
                f"the line of {whose} for {year.year.replace('-', '/')} does not say {' or '.join(lacks)}",
                at=(*path, "years", index),
            )


def _owners(subject: Subject[Agreement]) -> set[str]:
    """The partners who own preventive actions."""
    return {
        action.owner
        for _, action, _ in subject.lookup.preventive_actions
        if sound(action.owner) and action.owner in subject.lookup.partners
    }


def _givers(subject: Subject[Agreement], lines: list[tuple[Path, Resource]]) -> set[str]:
    """The partners whose giving is said: by a line of theirs, of a joint body with them, or paid through them."""
    named: set[str] = set()
    for _, line in lines:
        named.add(line.partner)
        named.update([line.paid_through] if sound(line.paid_through) else [])
        named.update(share.partner for share in each(line.shares))
    givers = set(named)
    for name, partner in subject.lookup.partners.items():
        members = set(each(partner.made_of))
        if name in named:
            givers |= members
        if members & named:
            givers.add(name)
    return givers


RULE = Rule(
    family="prevention",
    summary="The prevention plan says what each partner who acts in it gives to it, by year, with the basis of the amount.",
    authority="guidance",
    sources=(Citation("Audit Scotland 2013", "§15, §29"), Citation("Grampian 2012", "S1 Q5")),
    rationale="The guidance asks what partners are spending on prevention. Costs are hard to measure: an estimate with its basis is enough, and so are staff or volunteers' hours.",
    question="What does each of you put into prevention, this year and the next?",
    cases={
        "none": Case(
            "error",
            "Mark the resources that belong to the plan with preventive: true; an estimate with its basis is enough, and so is staff time.",
        ),
        "partner": Case(
            "error",
            "Add a resource of each with preventive: true (staff time, hours or nil with a basis will do), or say with not_yet who will settle it, and when.",
        ),
        "line": Case("warning", "Give the amount (or whole_time, or hours) and, under basis, how it was reached."),
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    preventive: true
    years:
      - {year: 2013-14, amount: 410000}  # here
  - partner: council
    serves: [older-people]
    kind: people
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    good="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    preventive: true
    years:
      - {year: 2013-14, amount: 410000, basis: Share of board spend by population aged 65 and over}
  - partner: council
    serves: [older-people]
    kind: people
    preventive: true
    years:
      - {year: 2013-14, whole_time: 3.5, basis: Adaptations team}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    check=check,
    needs=("prevention",),
    requirements=("R58", "R77"),
    decided="What the plan spends is worked out from resources marked preventive. Only where nothing is said of a partner is it an error; a line without its basis is a warning. Staff time, hours and nil with a reason are answers.",
)
