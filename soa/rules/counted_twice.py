"""No money is counted under two owners."""

from collections.abc import Iterator

from soa.model.agreement import Agreement
from soa.model.part import each, sound
from soa.model.resources import Resource
from soa.rules._giving import Line, pounds
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.source.places import Path

_Years = tuple[tuple[str, int], ...]
"""What an entry gives, year by year."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the money of each entry with what the others pay through it, share with it, or say in the same words."""
    whole: dict[tuple[object, ...], Path] = {}
    given: dict[tuple[str, str, _Years], Line] = {}
    summed: dict[tuple[str, str, int, tuple[str, ...]], Path] = {}
    lines: list[tuple[Path, Resource, _Years]] = []
    for path, line in subject.lookup.all(Resource):
        years = _years(line)
        if not sound(line.partner) or not sound(line.serves) or line.kind != "money" or not years:
            continue
        said = (line.partner, line.serves, line.what, line.source, line.held, line.paid_through, line.ends, years)
        first = whole.setdefault(said, path)
        if first != path:
            yield _problem("same-entry", "this entry stands here a second time", path, first)
            continue
        lines.append((path, line, years))
        for name in line.serves:
            given.setdefault((line.partner, name, years), (path, line))
            if line.held != "pooled":
                amount = sum(amount for _, amount in years)
                summed.setdefault((line.partner, name, amount, tuple(year for year, _ in years)), path)
    pools: dict[tuple[str, str, _Years], Path] = {}
    for path, line, years in lines:
        yield from _through(subject, path, line, years, given)
        if line.held == "pooled":
            yield from _shares(subject, path, line, years, summed)
            if sound(line.agreement) and sound(line.accountable_body):
                first = pools.setdefault((line.accountable_body, line.agreement, years), path)
                if first != path:
                    yield _problem("pool", "this pooled budget stands under two partners", path, first)


def _years(line: Resource) -> _Years:
    """The amounts by year; empty where one is missing."""
    found = []
    for year in each(line.years):
        if not sound(year) or not sound(year.amount) or not sound(year.year):
            return ()
        found.append((str(year.year), year.amount))
    return tuple(sorted(found))


def _through(
    subject: Subject[Agreement],
    path: Path,
    line: Resource,
    years: _Years,
    given: dict[tuple[str, str, _Years], Line],
) -> Iterator[Problem]:
    """What is paid through a partner, and stands as that partner's own as well."""
    if not sound(line.paid_through) or line.paid_through == line.partner:
        return
    for name in line.serves:
        other = given.get((line.paid_through, name, years))
        if other is not None:
            giver, spender = subject.lookup.called([line.partner]), subject.lookup.called([line.paid_through])
            yield _problem(
                "paid-through",
                f"these amounts stand under {spender} and under {giver}, which pays them through it",
                other[0],
                path,
            )
            return


def _shares(
    subject: Subject[Agreement],
    path: Path,
    line: Resource,
    years: _Years,
    summed: dict[tuple[str, str, int, tuple[str, ...]], Path],
) -> Iterator[Problem]:
    """A share of a pooled budget that stands as the partner's own as well."""
    when = tuple(year for year, _ in years)
    for share in each(line.shares):
        if not sound(share) or not sound(share.amount) or not sound(share.partner):
            continue
        own = next((at for name in line.serves if (at := summed.get((share.partner, name, share.amount, when)))), None)
        if own is not None:
            yield _problem(
                "share",
                f"the {pounds(share.amount)} of {subject.lookup.called([share.partner])} is its share of a pooled budget too",
                own,
                path,
            )


def _problem(case: str, message: str, at: Path, first: Path) -> Problem:
    return Problem(case, message, at=at, related=((first, "the same money"),))


RULE = Rule(
    family="resources",
    summary="No amount is counted under two partners, or twice under one.",
    authority="arithmetic",
    sources=(
        Citation("HMIC 2012", "1.8"),
        Citation("North Lanarkshire 2012", "1.3"),
        Citation("Audit Scotland 2013", "§47"),
    ),
    rationale="Totals are worked out from these entries. Money that a council pays through a trust, or puts into a pooled budget, is the council's once and nobody's twice.",
    question="Is this the same money, shown twice?",
    cases={
        "same-entry": Case("error", "Take one of the two out, or say under what and serves how they differ."),
        "paid-through": Case(
            "error",
            "Keep the entry of the partner that pays, and take the other out; where it is other money, say under what whose it is and check the amounts.",
        ),
        "share": Case("error", "Keep the share, and take the partner's own entry for the same money out."),
        "pool": Case("error", "Keep one entry for the budget, with the shares of each partner."),
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
  - partner: council
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    paid_through: tsi
    years:
      - {year: 2013-14, amount: 61000, certainty: firm, basis: Service agreement}
  - partner: tsi  # here
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    years:
      - {year: 2013-14, amount: 61000, certainty: firm, basis: Service agreement}
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
  - partner: council
    serves: [older-people]
    kind: money
    source: mainstream
    preventive: true
    paid_through: tsi
    years:
      - {year: 2013-14, amount: 61000, certainty: firm, basis: Service agreement}
  - partner: tsi
    serves: [older-people]
    kind: volunteer-time
    preventive: true
    years:
      - {year: 2013-14, hours: 3000, basis: Sixty volunteers for an hour a week}
""",
    check=check,
    requirements=("R67", "R77"),
    decided="An error only where ids and equal amounts of the same years prove it: the same partner, a partner paid through, a share or one pooled agreement. Amounts that merely look alike are let pass.",
)
