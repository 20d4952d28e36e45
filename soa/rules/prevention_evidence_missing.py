"""The prevention plan says how it will be known that it works, in the four ways that are asked."""

from collections.abc import Iterator

from soa.language import kind_of
from soa.model.measure import Indicator
from soa.model.part import NotYet, each, sound
from soa.model.resources import HowWeWillKnow, Prevention
from soa.rules._asked_for import asked_for
from soa.rules._first_year import first_year
from soa.rules._rule import Case, Citation, Claim, Problem, Rule, Subject
from soa.rules._wording import printed

_KEYS = ("decisive_shift", "improving_outcomes", "reducing_future_need", "controlling_costs")
_MOST = 2
"""Of the four, so many may rest on one and the same measure."""
_HELP = "List the ids of the indicators that will show it, for example [falls.admissions]; or say with not_yet who will settle it, and when."


def check(subject: Subject[Prevention]) -> Iterator[Problem]:
    """Look for one measure on which three of the four rest, and nothing beside it."""
    known = subject.part.how_we_will_know
    if not sound(known):
        return
    not_yet = known.not_yet
    if sound(not_yet):
        yield from _late(subject, known, not_yet)
        return
    yield from _of_work(subject, known)
    alone = [names[0] for key in _KEYS if len(names := each(getattr(known, key))) == 1 and sound(names[0])]
    name = next((name for name in alone if alone.count(name) > _MOST), None)
    if name is not None:
        found = subject.lookup.measure(name)
        called = found.indicator.name if found is not None and sound(found.indicator.name) else name
        yield Problem(
            "one-for-all",
            f"{'all' if alone.count(name) == len(_KEYS) else 'three of'} the four kinds of evidence rest on one measure alone: “{called}”",
            at=("how_we_will_know",),
        )


def _late(subject: Subject[Prevention], known: HowWeWillKnow, not_yet: NotYet) -> Iterator[Problem]:
    """Where all four are still to come, look at whether they come within the first year."""
    first = first_year(subject.lookup.agreement.agreement)
    due = not_yet.due
    if first is None or not sound(due) or any(each(getattr(known, key)) for key in _KEYS) or due.first_day < first.ends:
        return
    yield Problem(
        "late",
        f"none of the four kinds of evidence is there, and they are to be settled only by {printed(due)}, when the plan has run for a year or more",
        at=("how_we_will_know", "not_yet", "due"),
    )


def _of_work(subject: Subject[Prevention], known: HowWeWillKnow) -> Iterator[Problem]:
    """Where improving outcomes is to be shown, look for one measure that is of people's lives."""
    names = each(known.improving_outcomes)
    found = [subject.lookup.measure(name) for name in names if sound(name)]
    measures = [one.indicator for one in found if one is not None]
    if not names or len(measures) < len(names) or any(_may_be_of_lives(one, subject) for one in measures):
        return
    called = ", ".join(f"“{one.name}”" for one in measures)
    yield Problem(
        "of-work",
        f"improving outcomes is to be shown by what partners do, and not by how people fare: {called}",
        at=("how_we_will_know", "improving_outcomes"),
    )


def _may_be_of_lives(indicator: Indicator, subject: Subject[Prevention]) -> bool:
    """Whether a measure is of how people or the place fare, by its kind or its words, stands for one that is, or was asked for."""
    if not all(sound(one) for one in (indicator.kind, indicator.name, indicator.unit)) or indicator.kind == "outcome":
        return True
    if sound(indicator.stands_for) or asked_for(indicator, subject.lookup):
        return True
    return kind_of(indicator.name, indicator.unit).value == "outcome"


RULE = Rule(
    family="prevention",
    summary="The prevention plan names indicators for a decisive shift, improving outcomes, reducing future need and controlling costs.",
    authority="guidance",
    sources=(Citation("Audit Scotland 2013", "§15, §29"),),
    rationale="The guidance asks partnerships to evidence progress in these four ways. A hope is no evidence: each needs a measure with figures behind it.",
    question="How will you show that prevention is working: in money moved, in people's lives, in demand, in cost?",
    cases={
        "one-for-all": Case(
            "warning",
            "Name for each of the four a measure that shows it: a share of spending, how people fare, what is asked for less, and what it costs.",
            "How can one figure show money moved, lives changed, demand falling and cost held?",
        ),
        "of-work": Case(
            "warning",
            "Name under improving_outcomes a measure of how people fare, such as falls or admissions; work done can stay beside it.",
            "By which figure will we see that prevention makes people's lives better?",
        ),
        "late": Case(
            "advice",
            "Name what is known already, such as the share of spending, and keep not_yet for the rest; or settle it within the first year.",
            "What does the shift consist of, and what will you show for it until then?",
        ),
        "none": Case(
            "error",
            "Add how_we_will_know: with decisive_shift, improving_outcomes, reducing_future_need and controlling_costs, each a list of indicator ids.",
        ),
        "decisive-shift": Case("error", _HELP),
        "improving-outcomes": Case("error", _HELP),
        "reducing-future-need": Case("error", _HELP),
        "controlling-costs": Case("error", _HELP),
    },
    on=(Prevention,),
    example_of="prevention",
    bad="""
prevention:
  statement: Fewer falls, because classes and visits come before the fall and not after it.
  how_we_will_know:  # here
    decisive_shift: [prevention-share]
    improving_outcomes: We expect outcomes to improve  # here
    reducing_future_need: [home.still-home]
""",
    good="""
prevention:
  statement: Fewer falls, because classes and visits come before the fall and not after it.
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [home.still-home]
    controlling_costs: [home.bed-cost]
""",
    check=check,
    claims=(
        Claim(
            Prevention,
            "how_we_will_know",
            ("missing", "words", "list"),
            "none",
            "the prevention plan does not say how it will be known that it works",
        ),
        Claim(
            HowWeWillKnow,
            "decisive_shift",
            ("missing", "words"),
            "decisive-shift",
            "the prevention plan names no measure of a decisive shift to prevention",
        ),
        Claim(
            HowWeWillKnow,
            "improving_outcomes",
            ("missing", "words"),
            "improving-outcomes",
            "the prevention plan names no measure of improving outcomes",
        ),
        Claim(
            HowWeWillKnow,
            "reducing_future_need",
            ("missing", "words"),
            "reducing-future-need",
            "the prevention plan names no measure of reducing future need",
        ),
        Claim(
            HowWeWillKnow,
            "controlling_costs",
            ("missing", "words"),
            "controlling-costs",
            "the prevention plan names no measure of controlling costs",
        ),
    ),
    requirements=("R59", "R60", "R61", "R62"),
    decided="One measure may serve two of the four; three that rest on the same one alone are a warning, because the four ask different things. Measures of work alone show no improving outcomes, unless they stand in for one or people asked for them. Evidence still being worked out is excused by not_yet, with an owner and a date; where all four come only after the first year, it is advice.",
)
