"""A question put in a round of review has an answer, and none is open when the agreement is agreed."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.review import PointAt, points_of
from soa.rules._points import called, raised, waits_for_others
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Put each open point beside the part that it is about."""
    lookup = subject.lookup
    every = [one for one in points_of(lookup.rounds) if one.point.state == "open" and sound(one.point.to)]
    for one in every:
        if sound(one.point.answer) and not sound(one.point.carried_from):  # else the answer may be one that did not do
            said = f"the point {one.point.id} has an answer, and its state is still open"
            yield Problem("state", said, at=(*one.path, "state"))
        else:
            yield _open(one, lookup)
    waiting = [one for one in every if not waits_for_others(one.point, lookup)]
    if waiting and subject.part.agreement.status == "agreed":
        yield Problem(
            "agreed",
            f"it is marked as agreed, and {_listed(waiting)} of the review {'is' if len(waiting) == 1 else 'are'} open",
            at=("agreement", "status"),
            related=tuple(((*one.path, "state"), "open here") for one in waiting),
        )


def _open(one: PointAt, lookup: Lookup) -> Problem:
    point = one.point
    about = lookup.addresses.path(point.about) if sound(point.about) else None
    by = raised(point)
    case, who = ("waiting", f"put to {called(point, lookup)}") if waits_for_others(point, lookup) else ("open", "asked")
    asked = f"{who} in round {one.number} of the review" + (f" ({by})" if by else "")
    question = point.question if sound(point.question) else point.id
    return Problem(
        case,
        f"{asked}: {question}",
        at=(*one.path, "question") if about is None else about,
        related=() if about is None else (((*one.path, "question"), f"the point {point.id}"),),
        words=point.id,
    )


def _listed(waiting: list[PointAt]) -> str:
    names = [one.point.id for one in waiting[:5]]
    more = len(waiting) - len(names)
    return f"{'point' if len(waiting) == 1 else 'points'} {', '.join(names)}" + (f" and {more} more" if more else "")


RULE = Rule(
    family="progress",
    summary="A question put in a round of review is answered, and none is open when the agreement is agreed.",
    authority="arithmetic",
    sources=(Citation("Audit Scotland 2013", "§46, §62, §63, §64"),),
    rationale="Location directors were asked for strong but constructive challenge, and changed posts often. A question that stands beside the part it is about, until it is answered, outlives both the meeting and the person who put it.",
    question="This was asked before: what is the answer?",
    cases={
        "open": Case(
            "warning",
            "Write the answer in the round's file under answer:, the day under answered:, and state: answered; change the agreement where the question is right.",
        ),
        "waiting": Case(
            "advice", "Nothing is wanted of the partnership: the answer comes from the body that was asked."
        ),
        "state": Case(
            "warning",
            "Write state: answered and, under answered:, the day; or closed with its day, if it was accepted.",
        ),
        "agreed": Case(
            "error",
            "Answer them first; or agree with the reader what is done later: state: agreed-for-later with owner: and due:, which is printed as the development plan.",
        ),
    },
    on=(Agreement,),
    example_of="round",
    bad="""
points:
  - id: falls-lead
    to: partnership
    about: falls/by_whom
    question: Who will the board ask when falls do not come down?  # here
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: open
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
    answer: The Chief Officer, from 1 May; by_whom now names the post.
    answered: 2013-05-02
""",
    check=check,
    requirements=("R131", "R132", "R133"),
    decided="A point that is put to the Scottish Government or a national body waits for them: it is listed, and does not stop the agreement. A point that is answered and not yet closed does not stop it either.",
)
