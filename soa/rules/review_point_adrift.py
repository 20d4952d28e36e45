"""A point of a review is about a part that is there, and put to somebody who is known."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.part import sound
from soa.model.review import points_of
from soa.rules._points import meant
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Follow the addresses of the points that are still open or answered, and look for slips in whom they are put to."""
    lookup = subject.lookup
    for path, _, point in points_of(lookup.rounds):
        if sound(point.to) and (near := meant(point.to, lookup)):
            yield Problem(
                "nobody", f"“{point.to}” is no id of anybody here", at=(*path, "to"), help=f"Did you mean {near}?"
            )
        if point.state not in {"open", "answered"} or not sound(point.about):
            continue
        if lookup.addresses.path(point.about) is None:
            yield Problem(
                "part",
                f"the agreement has no {point.about}, which this point is about",
                at=(*path, "about"),
                help=_did_you_mean(point.about, lookup),
            )


def _did_you_mean(about: str, lookup: Lookup) -> str:
    from soa.reference.near import did_you_mean

    first, _, rest = about.partition("/")
    for near in did_you_mean(first, tuple(dict.fromkeys(one.partition("/")[0] for one in lookup.addresses)), limit=1):
        whole = f"{near}/{rest}" if rest else near
        return f"Did you mean {whole if lookup.addresses.path(whole) is not None else near}?"
    return ""


RULE = Rule(
    family="references",
    summary="What a point of a review is about is a part of the agreement.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§63, §64"),),
    rationale="A question that has lost its part is a question that nobody finds: its answer may have been to take the part out, and then it can be closed.",
    question="What was this about?",
    cases={
        "part": Case(
            "warning",
            "Write the address of the part as it is now: its id and the keys below it, such as falls/by_whom. If the part was taken out in answer, close the point.",
        ),
        "nobody": Case("warning", "Write partnership, scottish-government, a partner's id, or a national body's name."),
    },
    on=(Agreement,),
    example_of="round",
    bad="""
points:
  - id: slips-lead
    to: partnership
    about: slips/by_whom  # here
    question: Who will the board ask when falls do not come down?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: answered
    answer: The Chief Officer, from 1 May.
    answered: 2013-05-02
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
    decided="Points that are closed, withdrawn or agreed for later may be about what is no longer there.",
)
