"""Names that Scotland's lists hold are spelt as the lists spell them."""

from collections.abc import Iterator

from soa.model.agreement import Agreement, CoreNotUsed
from soa.model.measure import Indicator
from soa.model.outcome import Priority
from soa.model.part import HOLE, each, sound
from soa.model.partners import Partner
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look the names up; nothing of a fictional agreement is looked up."""
    header = subject.part.agreement
    if header.fictional is True or header.fictional is HOLE:
        return
    from soa.reference import area, nearest_areas  # lists are read only where they are asked

    own = {name.casefold() for name in subject.settings.names}
    if sound(header.area) and area(header.area) is None and header.area.casefold() not in own:
        near = nearest_areas(header.area)
        slips = [name for name in near if _is_slip(header.area, name)]
        said = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "Write a council area's name or code; for training, add fictional: true."
        )
        yield Problem(
            "area",
            f"“{header.area}” is not one of Scotland's 32 council areas",
            at=("agreement", "area"),
            help=said,
            write=slips[0] if len(slips) == 1 else "",
        )
    for path, priority in subject.lookup.all(Priority):
        yield from _outcomes(subject, path, priority)
        yield from _policies(path, priority)
    yield from _core(subject)
    yield from _bodies(subject, own)


def _bodies(subject: Subject[Agreement], own: set[str]) -> Iterator[Problem]:
    """Partners whose name is nearly that of a body the law names for this area; others are free to be new."""
    from soa.reference import area, statutory_partners

    header = subject.part.agreement
    place = area(header.area) if sound(header.area) else None
    if place is None or not sound(header.starts):
        return
    listed = {body.name for body in statutory_partners(place, header.starts.first_day)}
    written = {partner.name for _, partner in subject.lookup.all(Partner) if sound(partner.name)}
    missing = sorted(listed - written)
    for path, partner in subject.lookup.all(Partner):
        if not sound(partner.name) or partner.name in listed or partner.name.casefold() in own:
            continue
        near = [name for name in missing if _is_slip(partner.name, name)]
        if len(near) == 1:
            yield Problem(
                "partner",
                f"“{partner.name}” is nearly the name of a body that serves this area",
                at=(*path, "name"),
                help=f"Did you mean {near[0]}?",
                write=near[0],
            )


def _is_slip(name: str, other: str) -> bool:
    """Whether two names differ by a slip or two of the keyboard, and by more than case and signs."""
    from soa.reference.near import distance, plain

    return (distance(plain(name), plain(other), 2) or 0) > 0 and plain(name)[:1] == plain(other)[:1]


def _outcomes(subject: Subject[Agreement], path: Path, priority: Priority) -> Iterator[Problem]:
    from soa.reference import framework_on, national_outcomes

    header = subject.part.agreement
    framework = (
        header.framework
        if sound(header.framework)
        else framework_on(header.starts.first_day)
        if sound(header.starts)
        else ""
    )
    if not framework or not sound(priority.national_outcomes):
        return
    numbers = {outcome.number for outcome in national_outcomes(framework)}
    for index, number in enumerate(each(priority.national_outcomes)):
        if sound(number) and number not in numbers:
            yield Problem(
                "national-outcome",
                f"there is no national outcome {number} in {framework}, which has {len(numbers)}",
                at=(*path, "national_outcomes", index),
            )


def _policies(path: Path, priority: Priority) -> Iterator[Problem]:
    if not sound(priority.policy_priorities):
        return
    from soa.reference import policy_priorities

    known = [one.id for one in policy_priorities()]
    for index, name in enumerate(each(priority.policy_priorities)):
        if sound(name) and name not in known:
            yield _unknown(
                "policy-priority", name, "policy priority of 2012", known, (*path, "policy_priorities", index)
            )


def _core(subject: Subject[Agreement]) -> Iterator[Problem]:
    from soa.reference import core_indicators

    used = [(path, part.core) for path, part in subject.lookup.all(Indicator) if sound(part.core)]
    used += [(path, part.core) for path, part in subject.lookup.all(CoreNotUsed) if sound(part.core)]
    known = [one.id for one in core_indicators()] if used else []
    for path, name in used:
        if name not in known:
            yield _unknown("core-indicator", name, "core indicator", known, (*path, "core"))


def _unknown(case: str, name: str, what: str, known: list[str], at: Path) -> Problem:
    from soa.reference.near import did_you_mean

    near = did_you_mean(name, known)
    return Problem(
        case,
        f"“{name}” is not the id of any {what}",
        at=at,
        help=f"Did you mean {near[0]}?" if near else f"They are: {', '.join(known)}.",
        write=near[0] if len(near) == 1 and (near[0].casefold() == name.casefold() or _is_slip(name, near[0])) else "",
    )


RULE = Rule(
    family="references",
    summary="Areas, national outcomes, policy priorities and core indicators are named as Scotland's lists name them.",
    authority="practice",
    sources=(
        Citation("Audit Scotland 2013", "§79, Appendix 1"),
        Citation("North Lanarkshire 2012", "1.9"),
        Citation("East Lothian 2013", "4.1"),
    ),
    rationale="One spelling lets agreements be read side by side. Local bodies and the third sector are free to be new; a fictional agreement is not looked up.",
    question="Which area, outcome or indicator is meant?",
    cases={
        "area": Case("warning", "Write the council area's name or code."),
        "partner": Case(
            "warning", "Write the body's name as the list has it, or add it to the names you know in your settings."
        ),
        "national-outcome": Case("warning", "Check the number, or say with framework which list it belongs to."),
        "policy-priority": Case("warning", "Write the id of one of the six."),
        "core-indicator": Case("warning", "Write the id of a core indicator."),
    },
    on=(Agreement,),
    example_of="agreement",
    bad="""
agreement:
  title: Shetland Single Outcome Agreement 2013 to 2023
  area: Shetlnd  # here
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
""",
    good="""
agreement:
  title: Shetland Single Outcome Agreement 2013 to 2023
  area: Shetland
  starts: 2013-04-01
  ends: 2023-03-31
  status: consultation
""",
    check=check,
    requirements=("R14", "R15", "R47", "R98"),
    decided="A partner's name is questioned only where it is a slip away from a body that the law names for the area; local bodies, and names in the partnership's settings, are free. Areas and numbers of outcomes are closed lists, and are looked up without a near match too.",
)
