"""The rounds of a review agree with each other, with the names of their files, and with the calendar."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import each, sound
from soa.model.review import Point, Round, in_order, round_file
from soa.model.scalars import Moment
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_STAYS = ("open", "answered")
"""States of a point that the next round has to take over."""

_ORDER = (("raised", "answered"), ("raised", "closed"), ("answered", "closed"), ("raised", "due"))


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look at each round, and at what the next one leaves out."""
    before: Round | None = None
    for number, name, one in in_order(subject.lookup.rounds):
        if sound(one.round) and one.round != number:
            said = f"this is the file of round {number}, and it says that it is round {one.round}"
            yield Problem("number", said, at=(name, "round"), help=f"Write round: {number}")
        yield from _twice(one, name)
        for at, point in enumerate(each(one.points)):
            if sound(point):
                yield from _days(point, (name, "points", at))
        if before is not None:
            yield from _left_out(before, one, (name, "points"), number - 1)
            yield from _settled_late(before, one, (round_file(number - 1), "points"), number)
        before = one


def _twice(one: Round, name: str) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for at, point in enumerate(each(one.points)):
        if sound(point) and sound(point.id):
            here: Path = (name, "points", at, "id")
            if (other := first.setdefault(point.id, here)) != here:
                yield Problem(
                    "twice", f"the id {point.id} stands here a second time", at=here, related=((other, "the first"),)
                )


def _days(point: Point, path: Path) -> Iterator[Problem]:
    for earlier, later in _ORDER:
        one, other = getattr(point, earlier), getattr(point, later)
        if isinstance(one, Moment) and isinstance(other, Moment) and other.last_day < one.first_day:
            said = f"{later}: {other} is before {earlier}: {one}"
            yield Problem("days", said, at=(*path, later), related=(((*path, earlier), "earlier here"),))
            return


def _left_out(before: Round, after: Round, path: Path, number: int) -> Iterator[Problem]:
    """Points that were not settled in a round and do not stand in the next."""
    if not sound(after.points) or any(not sound(point) or not sound(point.id) for point in after.points):
        return
    kept = {point.id for point in after.points}
    lost = [
        point.id for point in each(before.points) if sound(point) and point.state in _STAYS and point.id not in kept
    ]
    if lost:
        points, them = ("point", "it") if len(lost) == 1 else ("points", "them")
        said = f"round {number} leaves {points} {', '.join(lost)} unsettled, and this round does not have {them}"
        yield Problem("left-out", said, at=path)


def _settled_late(before: Round, after: Round, path: Path, number: int) -> Iterator[Problem]:
    """Points that were settled in a round after the next had taken them over."""
    carried = {
        point.id: point.state
        for point in each(after.points)
        if sound(point) and sound(point.id) and sound(point.carried_from)
    }
    for at, point in enumerate(each(before.points)):
        if sound(point) and sound(point.state) and point.state not in _STAYS and carried.get(point.id) in _STAYS:
            said = f"{point.id} is {point.state} here, and round {number} still has it as {carried[point.id]}: the newest round counts"
            yield Problem("late", said, at=(*path, at, "state"))


RULE = Rule(
    family="progress",
    summary="Rounds of review keep their numbers, their order in time, and the points that are not settled.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§63, §64"),),
    rationale="The rounds are the memory of a review: readers and officers change posts, and what was asked has to stay asked until it is settled.",
    question="What became of what was asked before?",
    cases={
        "number": Case("error", "Write the number that the file's name has."),
        "twice": Case("error", "Give one of them another id."),
        "days": Case("error", "Check both days."),
        "left-out": Case(
            "warning",
            "Copy it over with its id, or settle it in the earlier round: closed, withdrawn or agreed-for-later. soa review --open does so by itself.",
        ),
        "late": Case("warning", "Write the state in the newest round; what stands in earlier ones is history."),
    },
    on=(Agreement,),
    example_of="round",
    bad="""
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-05-15
    state: answered
    answer: The Chief Officer, from 1 May.
    answered: 2013-05-02  # here
""",
    good="""
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: answered
    answer: The Chief Officer, from 1 May.
    answered: 2013-05-02
""",
    check=check,
    requirements=("R131", "R132"),
)
