"""What a review puts to the Scottish Government or a national body also stands among the agreement's asks."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import sound
from soa.model.review import points_of
from soa.rules._points import called, meant, waits_for_others
from soa.rules._rule import Case, Citation, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for points put to others that name no ask."""
    for path, _, point in points_of(subject.lookup.rounds):
        if point.state not in {"open", "agreed-for-later"} or sound(point.ask) or not sound(point.to):
            continue
        if waits_for_others(point, subject.lookup) and not meant(point.to, subject.lookup):
            who = called(point, subject.lookup)
            yield Problem(
                "unlinked",
                f"the point {point.id} is put to {who}, and no ask of the agreement says so",
                at=(*path, "to"),
            )


RULE = Rule(
    family="progress",
    summary="What a review puts to the Scottish Government or a national body stands among the agreement's asks.",
    authority="practice",
    sources=(Citation("Audit Scotland 2013", "§11, §62, §79"), Citation("North Lanarkshire 2012", "1.8")),
    rationale="An agreement binds both sides. What government or a national body owes it is written where the board and the public read it, and not only in a reader's notes.",
    question="Where does the agreement say what we are asked for?",
    cases={
        "unlinked": Case(
            "advice",
            "Add it to asks: with of:, ask: and by:, and write the ask's id under ask: of this point.",
        )
    },
    on=(Agreement,),
    example_of="round",
    bad="""
points:
  - id: records
    to: scottish-government  # here
    about: falls
    question: When may the boards link their records of falls?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: agreed-for-later
    owner: scottish-government
    due: 2013-12-31
""",
    good="""
points:
  - id: records
    to: scottish-government
    about: falls
    question: When may the boards link their records of falls?
    by: Location Director for Strathbeg
    raised: 2013-04-15
    state: agreed-for-later
    owner: scottish-government
    due: 2013-12-31
    ask: ask-data
""",
    check=check,
    requirements=("R133",),
)
