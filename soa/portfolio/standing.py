"""Where each area stands: the four questions, prevention, who leads, gaps and money; in the order of the alphabet, never of merit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from soa.document import charts
from soa.document.blocks import Blocks, Cell, Chart, Table
from soa.portfolio.facts import Said, YearFacts
from soa.portfolio.leaves import Subject, area_cell, cell, fields, paragraph, table
from soa.portfolio.portfolio import AreaPlans, Marks, Plan, Portfolio
from soa.portfolio.words import SAY, counted, moment
from soa.review.standing import Mark
from soa.review.wording import MARKS
from soa.review.wording import QUESTIONS as ASKED

_MARKS: Final[tuple[Mark, ...]] = ("answered", "thin", "missing")
_SHORT: Final = ("What", "How", "By whom", "By when")
"""Of the four questions, above the columns of a chart."""
_THREE: Final = ("Answered", "Thin", "Missing")
_MOST_MEASURES: Final = 3


def subjects(portfolio: Portfolio) -> tuple[Subject, ...]:
    """Each subject, as it is said of all areas and of some."""
    return (_questions(portfolio), _prevention(portfolio), _leads(portfolio), _gaps(portfolio), _money(portfolio))


def _plans(areas: Sequence[AreaPlans]) -> list[Plan]:
    return [area.current for area in areas]


def said_of(mark: str) -> str:
    """A mark in words, with its shape: `● Answered`."""
    known = next(one for one in _MARKS if one == mark)
    return f"{MARKS[known]} {known.capitalize()}"


# ---- the four questions --------------------------------------------------------------------------------------------


def _questions(portfolio: Portfolio) -> Subject:
    plans = _plans(portfolio.areas)
    sums = [Marks(*(sum(plan.marks[at][of] for plan in plans) for of in range(3))) for at in range(4)]
    says = " ".join(
        f"{question} {marks.answered:,} answered, {marks.thin:,} thin, {marks.missing:,} missing."
        for question, marks in zip(ASKED.values(), sums, strict=True)
    )
    rows = [
        (question, [(number, marks.total) for number in marks])
        for question, marks in zip(ASKED.values(), sums, strict=True)
    ]
    title = f"The four questions, for {counted(sums[0].total, 'outcome')} of {counted(len(plans), 'area')}"
    return Subject(
        "questions",
        "The four questions",
        "Of each outcome an agreement says what will improve, how, by whom and by when. An answer is thin where something is "
        "said that will not hold yet; an area’s own page says why.",
        (Chart(title, says, fields(_THREE, rows, share=False)),) if sums[0].total else (),
        _questions_of,
    )


def _questions_of(areas: Sequence[AreaPlans]) -> Blocks:
    rows = [
        (area.name, [(marks.answered, marks.total) for marks in area.current.marks])
        for area in areas
        if area.current.outcomes
    ]
    says = "; ".join(
        f"{name}: {SAY.listed(tuple(f'{number} of {total}' for number, total in values))}" for name, values in rows
    )
    chart = Chart(
        "Outcomes for which each question is answered, by area",
        f"What, how, by whom and when, in this order. {says}.",
        fields(_SHORT, rows, share=True),
    )
    head = ("Area", "Outcomes", *ASKED.values())
    made = table(
        "How many outcomes have each question answered",
        head,
        (
            (
                area_cell(area),
                cell(f"{area.current.outcomes}", numeric=True),
                *(_of_outcomes(marks) for marks in area.current.marks),
            )
            for area in areas
        ),
    )
    return (*((chart,) if rows else ()), made)


def _of_outcomes(marks: Marks) -> Cell:
    lacking = [f"{number} {word}" for number, word in ((marks.thin, "thin"), (marks.missing, "missing")) if number]
    return cell(f"{marks.answered} answered", *([", ".join(lacking)] if lacking else []))


# ---- prevention ----------------------------------------------------------------------------------------------------


def _proof_names(areas: Sequence[AreaPlans]) -> list[str]:
    """The proofs by name, in the order of the format."""
    return list(dict.fromkeys(name for plan in _plans(areas) for name, _ in plan.proofs))


def _prevention(portfolio: Portfolio) -> Subject:
    names = _proof_names(portfolio.areas)
    counts = {
        name: [sum(_proof(plan, name).mark == mark for plan in _plans(portfolio.areas)) for mark in _MARKS]
        for name in names
    }
    total = len(portfolio.areas)
    says = " ".join(
        f"{name}: {numbers[0]:,} answered, {numbers[1]:,} thin, {numbers[2]:,} missing."
        for name, numbers in counts.items()
    )
    rows = [(name, [(number, total) for number in numbers]) for name, numbers in counts.items()]
    return Subject(
        "prevention",
        "Prevention",
        "A plan for prevention is to be shown working by four kinds of evidence: money and effort that move, people who fare "
        "better, demand that falls, and costs that are held.",
        (Chart(f"The four proofs, in {counted(total, 'area')}", says, fields(_THREE, rows, share=False)),)
        if rows
        else (),
        lambda areas: _prevention_of(areas, names),
    )


def _prevention_of(areas: Sequence[AreaPlans], names: Sequence[str]) -> Blocks:
    made = table(
        "The four proofs of each plan for prevention",
        ("Area", *names),
        ((area_cell(area), *(_proof_cell(_proof(area.current, name)) for name in names)) for area in areas),
    )
    return (made,)


def _proof(plan: Plan, name: str) -> Said:
    return next((said for known, said in plan.proofs if known == name), Said("missing", ""))


def _proof_cell(said: Said) -> Cell:
    return cell(said_of(said.mark), *([said.why] if said.why else []))


# ---- who leads -----------------------------------------------------------------------------------------------------

_LEADS: Final = ("The council", "The health board", "Another partner", "Nobody named")
_LEADS_SHORT: Final = ("Council", "NHS board", "Another", "Nobody")
"""Above the columns of a chart, which are narrow."""


def _leads(portfolio: Portfolio) -> Subject:
    sums = [sum(plan.led[at] for plan in _plans(portfolio.areas)) for at in range(4)]
    total = sum(sums)
    said = (
        f"{sums[0]:,} are led by the council, {sums[1]:,} by the health board, {sums[2]:,} by another partner, and {sums[3]:,} by "
        "nobody who is named"
    )
    return Subject(
        "leads",
        "Who leads",
        "One partner is to answer for each outcome. That the council leads much is no fault by itself; that nobody leads is.",
        (paragraph(f"Of {counted(total, 'outcome')}, {said}."),) if total else (),
        _leads_of,
    )


def _leads_of(areas: Sequence[AreaPlans]) -> Blocks:
    rows = [
        (area.name, [(number, sum(area.current.led)) for number in area.current.led])
        for area in areas
        if sum(area.current.led)
    ]
    says = "; ".join(
        f"{name}: council {values[0][0]}, health board {values[1][0]}, another partner {values[2][0]}, nobody {values[3][0]}"
        for name, values in rows
    )
    chart = Chart("Who leads the outcomes, by area", f"{says}.", fields(_LEADS_SHORT, rows, share=True))
    made = table(
        "How many outcomes each kind of partner leads",
        ("Area", "Outcomes", *_LEADS),
        (
            (
                area_cell(area),
                cell(f"{sum(area.current.led)}", numeric=True),
                *(cell(f"{number}", numeric=True) for number in area.current.led),
            )
            for area in areas
        ),
    )
    return (*((chart,) if rows else ()), made)


# ---- gaps ----------------------------------------------------------------------------------------------------------


def _gaps(portfolio: Portfolio) -> Subject:
    plans = _plans(portfolio.areas)
    some = sum(bool(plan.gaps[0]) for plan in plans)
    outcomes, total = sum(plan.gaps[0] for plan in plans), sum(plan.outcomes for plan in plans)
    words = (
        f"{counted(some, 'area')} of {len(plans):,} {'has' if some == 1 else 'have'} at least one measure of a gap with "
        f"figures for both ends; {outcomes:,} of {total:,} outcomes have one."
    )
    wider = sum(gap.course == "widens" for plan in plans for gap in plan.gaps[1])
    if wider:
        words += f" By its own targets {counted(wider, 'gap')} would widen."
    return Subject(
        "gaps",
        "Gaps",
        "An average can improve while those who have least stay behind. A measure of a gap gives figures for two places or "
        "groups; targets for both ends show whether they come together.",
        (paragraph(words[:1].upper() + words[1:]),) if plans else (),
        _gaps_of,
    )


def _gaps_of(areas: Sequence[AreaPlans]) -> Blocks:
    made = table(
        "Outcomes with a measure of a gap",
        ("Area", "Outcomes with one", "The measures"),
        ((area_cell(area), _gap_number(area.current), _gap_measures(area.current)) for area in areas),
    )
    return (made,)


_COURSES: Final = {
    "narrows": "",
    "stays": " (by its own targets this one would stay as it is)",
    "widens": " (by its own targets this one would widen)",
    "": " (not both ends have a target)",
}
"""What is said of a gap after its name: only what is not as it should be."""


def _gap_number(plan: Plan) -> Cell:
    return cell(f"{plan.gaps[0]} of {plan.outcomes}" if plan.outcomes else "no outcomes")


def _gap_measures(plan: Plan) -> Cell:
    # What would widen is never among those that are only counted.
    gaps = sorted(plan.gaps[1], key=lambda gap: gap.course != "widens")
    more = len(gaps) - _MOST_MEASURES
    lines = [f"{gap.name}{_COURSES[gap.course]}" for gap in gaps[:_MOST_MEASURES]]
    lines += [f"and {more} more"] if more > 0 else []
    return Cell(tuple(cell(line).lines[0] for line in lines) or cell("None").lines, equal=True)


# ---- money ---------------------------------------------------------------------------------------------------------


def _money(portfolio: Portfolio) -> Subject:
    plans = [plan for plan in _plans(portfolio.areas) if plan.first_year]
    words = (
        f"{counted(len(plans), 'area')} of {len(portfolio.areas):,} {'says' if len(plans) == 1 else 'say'} what partners put in, "
        "in pounds. The sums are not to be compared: plans run over different years, and state more or less of what is spent. "
        "Money is seldom firm beyond a plan’s first year, and a plan of one year is not firmer than one of three; so what is "
        "firm, and what is for prevention, is shown for the first year alone that each plan states money for."
    )
    return Subject(
        "resources",
        "Resources",
        "What partners put in, how much of that is firm, and how much of it is for prevention: only amounts that the agreement "
        "states and makes public.",
        (paragraph(words[:1].upper() + words[1:]),) if portfolio.areas else (),
        _money_of,
    )


def _money_of(areas: Sequence[AreaPlans]) -> Blocks:
    firsts = [(area.name, area.current.first_year) for area in areas]
    shown = [(f"{name}, {moment(year.year)}", year) for name, year in firsts if year]
    made = table(
        "Money that the agreements state",
        ("Area", "Years", "In all", "First year", "Firm in the first year", "For prevention in the first year"),
        (_money_row(area) for area in areas),
    )
    return (*((_shares(shown),) if shown else ()), made)


def _shares(rows: Sequence[tuple[str, YearFacts]]) -> Chart:
    """Two percentages of one year for each area."""
    bars = [
        charts.Bar(
            name,
            tuple(
                charts.Part("", Decimal(_per_cent(part, year)), said)
                for part, said in ((year.firm, _firm(year)), (year.preventive, _prevents(year)))
            ),
        )
        for name, year in rows
    ]
    says = "; ".join(f"{name}: firm {_firm(year)}, for prevention {_prevents(year)}" for name, year in rows)
    title = "What part of the first year’s money is firm, and what part is for prevention"
    return Chart(title, f"{says}.", charts.side_by_side(("Firm", "For prevention"), bars))


def _money_row(area: AreaPlans) -> tuple[Cell, ...]:
    plan = area.current
    year = plan.first_year
    if year is None:
        return (area_cell(area), cell("None stated"), *(cell("–") for _ in range(4)))
    return (
        area_cell(area),
        cell(_years(plan)),
        cell(SAY.rounded_pounds(plan.money[0])),
        cell(SAY.rounded_pounds(year.total), *([moment(year.year)] if len(plan.years) > 1 else [])),
        cell(_firm(year), *([SAY.rounded_pounds(year.firm)] if year.firm else [])),
        cell(_prevents(year), *([SAY.rounded_pounds(year.preventive)] if year.preventive else [])),
    )


def _firm(year: YearFacts) -> str:
    """What part of a year's money is firm; where the agreement does not say how certain all or some of it is, that."""
    if year.unsaid and year.unsaid == year.total:
        return "not said"
    more = f" ({_per_cent(year.unsaid, year)}% not said)" if year.unsaid else ""
    return f"{_per_cent(year.firm, year)}%{more}"


def _prevents(year: YearFacts) -> str:
    """What part of a year's money is for prevention."""
    return f"{_per_cent(year.preventive, year)}%" if year.preventive else "none marked"


def _per_cent(part: int, year: YearFacts) -> int:
    return round(part * 100 / year.total)


def _years(plan: Plan) -> str:
    years = [moment(year) for year in plan.years]
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"


_CERTAINTIES: Final = (
    ("firm", "Firm"),
    ("indicative", "Indicative"),
    ("estimate", "Estimate"),
    ("unsaid", "Not said how certain"),
)


def money_table(money: Sequence[YearFacts]) -> Table:
    """One area's money, year by year; what no year has, has no column."""
    shown = [(name, title) for name, title in _CERTAINTIES if any(getattr(year, name) for year in money)]
    head = ("Year", "In all", *(title for _, title in shown), "Of it for prevention")
    rows = (
        (
            cell(moment(year.year)),
            *(
                cell(SAY.rounded_pounds(getattr(year, name)), numeric=True)
                for name in ("total", *(name for name, _ in shown))
            ),
            cell(SAY.rounded_pounds(year.preventive), numeric=True),
        )
        for year in money
    )
    return table("What partners put in, as stated", head, rows)
