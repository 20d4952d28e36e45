"""Amounts that are parts of another add up to it, and none is larger than what it is part of."""

from collections.abc import Iterable, Iterator

from soa.model.agreement import Agreement
from soa.model.part import each, sound
from soa.model.partners import Partner
from soa.model.resources import Resource
from soa.rules._giving import amount_of, pounds
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare shares with their sum, amounts with their budget, and each partner's money with all that it spends."""
    spent: dict[tuple[str, str], list[tuple[Path, int]]] = {}
    for path, line in subject.lookup.all(Resource):
        yield from _shares(path, line)
        for index, year in enumerate(each(line.years)):
            if not sound(year) or not sound(year.amount):
                continue
            at: Path = (*path, "years", index)
            if sound(year.of_total) and year.amount > year.of_total:
                yield Problem(
                    "part",
                    f"{pounds(year.amount)} cannot be part of {pounds(year.of_total)}",
                    at=(*at, "amount"),
                    related=(((*at, "of_total"), "the whole"),),
                )
            if line.kind == "money" and line.held != "pooled" and sound(year.year) and sound(line.partner):
                spent.setdefault((line.partner, year.year), []).append(((*at, "amount"), year.amount))
    yield from _spending(subject, spent)


def _shares(path: Path, line: Resource) -> Iterator[Problem]:
    """The shares of a pooled amount against its years."""
    shares = [share.amount if sound(share) else None for share in each(line.shares)]
    amounts = [year.amount if sound(year) else None for year in each(line.years)]
    whole = amount_of(line)
    if not shares or whole is None or not all(sound(share) for share in shares):
        return
    parts = [share for share in shares if share is not None]
    years = [amount for amount in amounts if amount is not None and sound(amount)]
    apart = abs(sum(parts) - whole)
    if apart and apart * 2 >= _rounding(parts) + _rounding(years):
        yield Problem(
            "shares",
            f"the shares come to {pounds(sum(parts))}, and the years to {pounds(whole)}",
            at=(*path, "shares"),
            related=(((*path, "years"), "the years"),),
        )


def _rounding(amounts: Iterable[int]) -> int:
    """How much amounts may lose or gain together where each is rounded to the noughts that all of them end in; to a tenth of the largest at most."""
    unit, values = 1, [abs(amount) for amount in amounts]
    while max(values, default=0) >= unit * 100 and all(value % (unit * 10) == 0 for value in values):
        unit *= 10
    return unit * len(values) if unit > 1 else 0


def _spending(subject: Subject[Agreement], spent: dict[tuple[str, str], list[tuple[Path, int]]]) -> Iterator[Problem]:
    for path, partner in subject.lookup.all(Partner):
        for index, total in enumerate(each(partner.total_spend)):
            if not sound(total) or not sound(total.amount):
                continue
            lines = spent.get((partner.id, total.year), [])
            whole = sum(amount for _, amount in lines)
            if whole > total.amount:
                yield Problem(
                    "spending",
                    f"what {subject.lookup.called([partner.id])} puts in for {total.year.replace('-', '/')} comes to {pounds(whole)}, more than the {pounds(total.amount)} that it spends in all",
                    at=(*path, "total_spend", index, "amount"),
                    related=tuple((at, "part of it") for at, _ in lines[:5]),
                )


RULE = Rule(
    family="resources",
    summary="Shares add up to their sum, and no amount is larger than the budget that it is part of.",
    authority="arithmetic",
    sources=(
        Citation("HMIC 2012", "1.8"),
        Citation("North Lanarkshire 2012", "1.3"),
        Citation("Audit Scotland 2013", "§47"),
    ),
    rationale="A slip of a nought in a public document is remembered for longer than the plan. Differences that rounding explains are let pass.",
    question="Which of these figures is right?",
    cases={
        "shares": Case("error", "Check the shares and the amounts of the years: they are two sums of the same money."),
        "part": Case("error", "Check both figures for a nought too many or too few."),
        "spending": Case(
            "error", "Check both figures; where money comes from outside its budget, give it to the partner that pays."
        ),
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    held: pooled
    source: mainstream
    preventive: true
    shares:  # here
      - {partner: nhs-beg, amount: 640000}
      - {partner: council, amount: 1200000}
    accountable_body: nhs-beg
    agreement: Partnership agreement of 12 March 2013, section 5
    years:
      - {year: 2013-14, amount: 1900000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: mainstream
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
    held: pooled
    source: mainstream
    preventive: true
    shares:
      - {partner: nhs-beg, amount: 640000}
      - {partner: council, amount: 1200000}
    accountable_body: nhs-beg
    agreement: Partnership agreement of 12 March 2013, section 5
    years:
      - {year: 2013-14, amount: 1840000, certainty: firm, basis: Budget book}
  - partner: council
    serves: [older-people]
    kind: people
    source: mainstream
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
    requirements=("R67", "R77"),
    decided="The format computes totals and has none to type, so what can disagree is shares, parts of a budget and a partner's whole spending. One amount under two owners is the rule counted-twice.",
)
