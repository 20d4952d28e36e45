"""A saving that is claimed says what it rests on, and can be true beside the costs it comes from."""

import re
from collections.abc import Iterator
from functools import cache

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource, Saving
from soa.rules._first_year import first_year
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._wording import printed
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look for savings in words alone, for those that arrive at once, and at what they are part of."""
    prevention = subject.part.prevention
    if not given(prevention.savings):
        yield from _in_words(subject)
    first = first_year(subject.part.agreement)
    savings = [
        (index, saving)
        for index, saving in enumerate(each(prevention.savings))
        if sound(saving) and not sound(saving.not_yet)
    ]
    for index, saving in savings:
        if (
            first
            and sound(saving.from_year)
            and saving.from_year.last_day <= first.ends
            and not given(saving.payback_years)
        ):
            yield Problem(
                "at-once",
                f"this saving counts in full from {printed(saving.from_year)}, the first year of the agreement",
                at=("prevention", "savings", index, "from_year"),
            )
    yield from _more_than_cost(subject, [saving for _, saving in savings])


def _in_words(subject: Subject[Agreement]) -> Iterator[Problem]:
    """The first text that claims savings, where none is set out."""
    statement = subject.part.prevention.statement
    texts: list[tuple[Path, str]] = [(("prevention", "statement"), statement)] if sound(statement) else []
    texts += [((*path, "expects"), line.expects) for path, line in subject.lookup.all(Resource) if sound(line.expects)]
    for path, text in texts:
        if (
            ("saving" in text.lower() or "save" in text.lower())
            and _claims().search(text)
            and not _none_claimed().search(text)
        ):
            yield Problem(
                "words",
                "savings are claimed here, and it is not said how much, from when, and who receives them",
                at=path,
            )
            return


def _more_than_cost(subject: Subject[Agreement], savings: list[Saving]) -> Iterator[Problem]:
    """Savings that exceed the whole cost which the plan's cost measures divide."""
    names = each(subject.part.prevention.how_we_will_know.controlling_costs)
    measures = [subject.lookup.measure(name) for name in names if sound(name)]
    costs = [
        measure.indicator.baseline.numerator
        for measure in measures
        if measure is not None and sound(measure.indicator.baseline)
    ]
    amounts = [saving.amount for saving in savings]
    if not amounts or HOLE in amounts or len(costs) < len(names) or not costs or not all(sound(cost) for cost in costs):
        return
    saved, cost = sum(amounts), sum(cost for cost in costs if sound(cost))
    if saved > cost:
        yield Problem(
            "more-than-cost",
            f"the savings come to £{saved:,} a year, and the costs that are to be controlled to £{int(cost):,}",
            at=("prevention", "savings"),
        )


@cache
def _claims() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:releas|deliver|generat|achiev|produc|mak|bring|yield|realis|sav)(?:e|es|ed|ing|s)?\b[^.;]{0,40}\bsavings?\b"
        r"|\bsavings? (?:will|of|from)\b|\bwill save (?:money|£|the )",
        re.IGNORECASE,
    )


@cache
def _none_claimed() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:no|not|without|nor|avoided|avoidance|before any|credit unions?|savings (?:clubs?|accounts?|schemes?|banks?)|their (?:own )?savings|life savings)\b",
        re.IGNORECASE,
    )


RULE = Rule(
    family="prevention",
    summary="A saving is set out with its amount, year, assumption and who receives it, and is not larger than the cost it comes from.",
    authority="audit-finding",
    sources=(
        Citation("Audit Scotland 2013", "§15, §29"),
        Citation("North Lanarkshire 2012", "1.3, 3.2"),
        Citation("HMIC 2012", "1.8, 3.2"),
        Citation("Grampian 2012", "S3 Q7"),
    ),
    rationale="Prevention saves late, often for another body, and only where something closes. A saving with its assumption can be tested; one in words is spent twice.",
    question="How much, from when, whose budget does it leave, and what closes?",
    cases={
        "words": Case(
            "warning",
            "Set it out under prevention, savings: amount, from_year, assumes and goes_to; or say that costs are to be held, and name their measure under controlling_costs.",
        ),
        "at-once": Case(
            "warning",
            "Write the first year in which it arrives in full; where it really arrives at once, add payback_years.",
            "What closes in the first months, so that this money is free?",
        ),
        "more-than-cost": Case(
            "warning", "Check the amounts: they are whole pounds a year.", "Is there a nought too many?"
        ),
    },
    on=(Agreement,),
    example_of="prevention",
    bad="""
prevention:
  statement: Classes and visits come before the fall, and this will release significant savings.  # here
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [falls.admissions]
    controlling_costs: [home.bed-cost]
""",
    good="""
prevention:
  statement: Classes and visits come before the fall, and the money of forty hospital stays a year is free for them from 2015.
  how_we_will_know:
    decisive_shift: [prevention-share]
    improving_outcomes: [home.still-home]
    reducing_future_need: [falls.admissions]
    controlling_costs: [home.bed-cost]
  savings:
    - amount: 124000
      from_year: 2015-16
      assumes: Forty fewer stays at the cost of 2012/13
      goes_to: Classes and visits, in the health board's ordinary budget
""",
    check=check,
    needs=("prevention",),
    requirements=("R62", "R66"),
    decided="What a saving lacks is asked for by the format itself. Words count only where no saving is set out at all, and avoided cost is no claim. The cost is known only where the cost measures give a numerator.",
)
