"""An amount says how it was reached, and something of how certain it is, who holds it and what it should bring."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.lookup import given
from soa.model.part import HOLE, each, sound
from soa.model.resources import Resource
from soa.rules._giving import Line, amount_of, pounds, says_nothing
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Look at the money of each partner: one finding for a partner, whatever the number of entries."""
    by_partner: dict[str, list[Line]] = {}
    for path, line in subject.lookup.all(Resource):
        if sound(line.partner) and line.kind == "money" and not sound(line.not_yet) and sound(line.years):
            by_partner.setdefault(line.partner, []).append((path, line))
    for partner, lines in by_partner.items():
        whose = subject.lookup.called([partner])
        without = [(path, line) for path, line in lines if _has_no_basis(line)]
        if without:
            amounts = [amount for _, line in without for amount in _amounts(line)]
            said = (
                f"the {pounds(amounts[0])}"
                if len(amounts) == 1
                else f"{len(amounts)} amounts"
                if amounts
                else "the money"
            )
            yield Problem(
                "basis",
                f"it is not said how {said} of {whose} {'were' if len(amounts) > 1 else 'was'} worked out",
                at=without[0][0],
                related=tuple((path, "this entry too") for path, _ in without[1:]),
            )
            continue
        large = [(path, line) for path, line in lines if (amount_of(line) or 0) >= subject.options["small"]]
        if large and not any(_says_more(line) for _, line in lines):
            yield Problem(
                "more",
                f"nothing is said of how certain the money of {whose} is, who holds it or what it should bring",
                at=large[0][0],
            )


def _has_no_basis(line: Resource) -> bool:
    years = [year for year in each(line.years) if not (sound(year) and sound(year.not_yet))]
    return (
        bool(years)
        and HOLE not in years
        and any(given(year.amount) for year in years)
        and not any(given(year.basis) and not says_nothing(year) for year in years)
    )


def _says_more(line: Resource) -> bool:
    return (
        given(line.budget_holder)
        or given(line.expects)
        or any(year is HOLE or given(year.certainty) for year in each(line.years))
    )


def _amounts(line: Resource) -> list[int]:
    """The amounts that could be read."""
    return [year.amount for year in each(line.years) if sound(year) and sound(year.amount)]


RULE = Rule(
    family="resources",
    summary="Every amount of money says how it was reached; how certain it is, who holds it and what it should bring is worth a word.",
    authority="submission",
    sources=(
        Citation("HMIC 2012", "1.8"),
        Citation("North Lanarkshire 2012", "1.1"),
        Citation("Grampian 2012", "S1 Q5"),
        Citation("Glasgow 2012", "S1 Q4"),
    ),
    rationale="Costs of joint work are hard to tell, and an estimate is welcome if its basis is given: then a later figure can be compared with it.",
    question="Where does this figure come from, and how sure of it are you?",
    cases={
        "basis": Case(
            "warning",
            "Under years, say under basis in a few words how the amount was reached, such as: Budget book, or Share of spending by population.",
        ),
        "more": Case(
            "advice",
            "Add certainty (firm, indicative or estimate) to the years, and budget_holder and expects to the entry.",
        ),
    },
    on=(Agreement,),
    example_of="resources",
    bad="""
resources:
  - partner: nhs-beg
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: nhs-beg  # here
    serves: [home]
    kind: money
    source: mainstream
    years:
      - {year: 2013-14, amount: 90000, certainty: firm}
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
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 410000, certainty: firm, basis: Budget book}
  - partner: nhs-beg
    serves: [home]
    kind: money
    source: mainstream
    years:
      - {year: 2013-14, amount: 90000, certainty: firm, basis: Two nurses at mid-scale}
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
    gives_way_to=("prevention-spend-missing",),
    requirements=("R72", "R77"),
    decided="Five facts for every entry would tire any officer: only the basis is a warning, one year's basis serves the whole entry, and the rest is advice where a partner says none of it. That a later year is called firm is not questioned, because partners' budget cycles differ.",
    options={"small": Option(25000, "pounds, under which an entry needs no more than its basis")},
)
