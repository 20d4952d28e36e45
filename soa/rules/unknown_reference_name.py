"""Names that Scotland's lists hold are spelt as the lists spell them."""

from collections.abc import Iterator

from soa.model.agreement import Agreement, CoreNotUsed
from soa.model.measure import Indicator
from soa.model.outcome import Priority
from soa.model.part import HOLE, each, sound
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look the names up; nothing of a fictional agreement is looked up."""
    header = subject.part.agreement
    if header.fictional is True or header.fictional is HOLE:
        return
    from soa.reference import area, nearest_areas  # lists are read only where they are asked

    if sound(header.area) and area(header.area) is None:
        near = nearest_areas(header.area)
        said = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "Write a council area's name or code; for training, add fictional: true."
        )
        yield Problem(
            "area", f"“{header.area}” is not one of Scotland's 32 council areas", at=("agreement", "area"), help=said
        )
    for path, priority in subject.lookup.all(Priority):
        yield from _outcomes(subject, path, priority)
        yield from _policies(path, priority)
    yield from _core(subject)


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
)
