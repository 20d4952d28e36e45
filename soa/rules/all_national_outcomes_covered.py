"""An agreement chooses: it does not claim to serve every national outcome."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import HOLE, sound
from soa.rules._priorities import Numbered, worked_out
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject

_FEWEST = 11
"""Outcomes in the smallest of the frameworks, that of 2018."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Count the main links to national outcomes, in all and for each priority."""
    priorities = worked_out(subject.part)
    linked = [
        (index, {number for number in priority.national_outcomes if sound(number) and number > 0})
        for index, priority in priorities
        if sound(priority.national_outcomes)
    ]
    claimed = set().union(*(numbers for _, numbers in linked))
    most = subject.options["links"]
    wide = [(index, len(numbers)) for index, numbers in linked if len(numbers) > most]
    known = _how_many(subject.part) if len(claimed) * 100 >= subject.options["share"] * _FEWEST else 0
    claimed = {number for number in claimed if number <= known}
    if known and _is_nearly_all(subject, len(claimed), known, max(len(numbers) for _, numbers in linked)):
        yield Problem(
            "all",
            f"the priorities name {len(claimed)} of the {known} national outcomes as those they mainly serve",
            at=("priorities",),
            related=tuple((("priorities", index, "national_outcomes"), f"{count} of them") for index, count in wide),
        )
    else:
        for index, count in wide:
            yield Problem(
                "one-priority",
                f"this priority names {count} national outcomes as those it mainly serves",
                at=("priorities", index, "national_outcomes"),
            )
    yield from _unlinked(priorities)


def _is_nearly_all(subject: Subject[Agreement], claimed: int, known: int, widest: int) -> bool:
    """All of them; or nearly all, where it is not a few priorities with a link or two each that add up to it."""
    return claimed == known or (claimed * 100 >= subject.options["share"] * known and widest > subject.options["few"])


def _unlinked(priorities: list[Numbered]) -> Iterator[Problem]:
    """Priorities without any link are listed once."""
    without = [
        (index, priority)
        for index, priority in priorities
        if priority.national_outcomes is not HOLE
        and not (sound(priority.national_outcomes) and priority.national_outcomes)
    ]
    if not without:
        return
    if len(without) == 1:
        yield Problem(
            "none", "this priority names no national outcome that it serves", at=("priorities", without[0][0])
        )
        return
    if len(without) == len(priorities):
        said = "no priority names the national outcome that it serves"
    else:
        names = ", ".join(str(priority.id) or "one whose id cannot be read" for _, priority in without)
        said = f"these priorities name no national outcome that they serve: {names}"
    yield Problem("none", said, at=("priorities",))


def _how_many(agreement: Agreement) -> int:
    """How many national outcomes the framework of this agreement has; 0 where that cannot be told."""
    from soa.reference.national import framework_on, national_outcomes  # only long lists need the tables

    header = agreement.agreement
    if sound(header.framework):
        return len(national_outcomes(header.framework))
    if header.framework is HOLE or not sound(header.starts):
        return 0
    return len(national_outcomes(framework_on(header.starts.last_day)))


RULE = Rule(
    family="priorities",
    summary="The priorities serve some national outcomes well, and do not claim to serve them all.",
    authority="audit-finding",
    sources=(Citation("Audit Scotland 2013", "§12, §42"), Citation("North Lanarkshire 2012", "1.6, 1.7")),
    rationale="Auditors read full coverage as a sign that nothing was chosen. Nobody asks an agreement to cover every national outcome, and this rule never asks for a link more than one for each priority.",
    question="Which two or three national outcomes would you be judged by?",
    cases={
        "all": Case(
            "warning",
            "Keep the one or two that each priority serves most. Where the others are served outside this agreement, an appendix can say so.",
        ),
        "one-priority": Case("warning", "Keep the one or two that it serves most."),
        "none": Case(
            "advice",
            "Add national_outcomes: with the number of the one that it serves most, such as [15]; one clear link is enough.",
        ),
    },
    on=(Agreement,),
    example_of="file",
    bad="""
soa: 1
agreement: {starts: 2013-04-01, ends: 2023-03-31}
priorities:  # here
  - id: care-leavers
    title: Better lives for all
    lead: council
    national_outcomes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
""",
    good="""
soa: 1
agreement: {starts: 2013-04-01, ends: 2023-03-31}
priorities:
  - id: care-leavers
    title: Care leavers settle in homes of their own
    lead: council
    national_outcomes: [5, 7]
""",
    check=check,
    requirements=("R13", "R14"),
    decided="The list under a priority holds main links only, so all of them count. A few priorities with one or two links each may add up to nearly all eleven outcomes of 2018: that is focus and not coverage, and only full coverage is questioned there.",
    options={
        "share": Option(
            80, "share of the national outcomes at which nearly all are claimed, in per cent", least=1, most=100
        ),
        "links": Option(4, "most national outcomes that one priority may name", least=1),
        "few": Option(2, "links of each priority up to which nearly all are not questioned"),
    },
)
