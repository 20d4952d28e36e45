"""A portfolio as data: tables for a spreadsheet, and all of it for a program."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from soa.document.open_data import Column, Dataset, Value
from soa.portfolio.facts import Facts
from soa.portfolio.portfolio import QUESTIONS, AreaPlans, Plan, Portfolio
from soa.writers.data import METADATA, as_csv, metadata

VERSION: Final = 1
"""Of the JSON."""
JSON: Final = "data/portfolio.json"
TITLE: Final = "Community planning across areas"

_AREA: Final = (
    Column("area", "Area", "As official statistics write it, or as the agreement does."),
    Column("code", "Code", "The nine-character code of the council area; empty for a place that is none."),
    Column("folder", "Folder", "Where the agreement was read, below the folder of all of them."),
)
_LED: Final = ("council", "health_board", "other_partner", "nobody")


class _Tables(NamedTuple):
    """The tables without rows: those of each agreement are written when it is looked at."""

    agreements: Dataset
    questions: Dataset
    indicators: Dataset


def called(formats: Collection[str]) -> dict[str, str]:
    """What the files are called, by their names."""
    tables = {f"data/{table.name}.csv": table.title for table in TABLES} if "csv" in formats else {}
    return {**tables, **({JSON: "All of it"} if "json" in formats else {})}


def data_files(portfolio: Portfolio, formats: Collection[str], *, as_of: date, version: str) -> dict[str, bytes]:
    """The tables as CSV with what their columns mean, and all of it as JSON; each agreement is looked at once."""
    csv: dict[str, list[bytes]] = {table.name: [as_csv(table)] for table in TABLES}
    lines: list[bytes] = []
    for area, plan, newest in _plans(portfolio):
        facts = plan.facts
        if "csv" in formats:
            first = (_agreement_row(area, plan, newest=newest),)
            others = (_question_rows, _value_rows) if newest else ()
            for table, some in zip(TABLES, (first, *(tuple(rows(area, facts)) for rows in others)), strict=False):
                csv[table.name].append(as_csv(table._replace(rows=some))[len(csv[table.name][0]) :])
        if "json" in formats:
            said = {"area": area.name, "code": area.code, "newest": newest, **_named(facts, without=_ELSEWHERE)}
            lines.append(_line(said))
    made: dict[str, bytes] = {}
    if "csv" in formats:
        made = {f"data/{name}.csv": b"".join(parts) for name, parts in csv.items()}
        made[f"data/{METADATA}"] = metadata(TABLES, TITLE, "en-GB")
    if "json" in formats:
        made[JSON] = _json(portfolio, lines, as_of, version)
    return made


# ---- tables --------------------------------------------------------------------------------------------------------


def _plans(portfolio: Portfolio) -> Iterator[tuple[AreaPlans, Plan, bool]]:
    for area in portfolio.areas:
        yield area, area.current, True
        for plan in area.earlier:
            yield area, plan, False


def _agreements() -> Dataset:
    marks = tuple(
        Column(
            f"{name}_{mark}",
            f"{name.replace('_', ' ').capitalize()}: {mark}",
            f"Outcomes for which this question is {mark}.",
            "integer",
        )
        for name in QUESTIONS
        for mark in ("answered", "thin", "missing")
    )
    columns = (
        *_AREA,
        Column("newest", "Newest", "Whether it is the area's newest agreement, the only one that other tables look at.", "boolean"),
        Column("fictional", "Made up", "Whether the area is made up, for training.", "boolean"),
        Column("title", "Title", "The agreement's title."),
        Column("kind", "Kind", "What kind of plan it is."),
        Column("starts", "First day", "The first day of its period.", "date"),
        Column("ends", "Last day", "The last day of its period.", "date"),
        Column("status", "Status", "How far it has come."),
        Column("version", "Version", "Its version; empty where it has none.", "integer"),
        Column("outcomes", "Outcomes", "How many it has.", "integer"),
        *marks,
        *(Column(f"led_by_{who}", f"Led by {who.replace('_', ' ')}", "How many outcomes.", "integer") for who in _LED),
        Column("outcomes_with_gap_measure", "Outcomes with a measure of a gap", "How many.", "integer"),
        Column("gaps_that_widen", "Gaps that would widen", "How many measures of a gap have targets by which it would widen.", "integer"),
        Column("proofs_answered", "Proofs answered", "The proofs of the plan for prevention that are answered, with semicolons between them."),
        Column("money", "Money", "All public money that it states, in pounds, over all years.", "integer"),
        Column("money_firm", "Firm", "What of it is firm.", "integer"),
        Column("money_preventive", "For prevention", "What of it is for prevention.", "integer"),
        Column("money_years", "Years", "For which money is stated, with semicolons between them."),
        Column("first_year", "First year", "The first for which money is stated; what is firm may be compared for this year alone."),
        Column("first_year_money", "Money of the first year", "In pounds.", "integer"),
        Column("first_year_firm", "Firm in the first year", "What of it is firm.", "integer"),
        Column("first_year_unsaid", "Not said how certain", "What of it is not said to be firm, indicative or an estimate.", "integer"),
        Column("first_year_preventive", "For prevention in the first year", "What of it is for prevention.", "integer"),
        Column("read_in_part", "Read in part", "Why some of it could not be read, with semicolons between the reasons; empty where all was read."),
        Column("digest", "Digest", "sha256 of the agreement's files."),
    )  # fmt: skip
    says = "One row an agreement, earlier rounds included."
    return Dataset("agreements", "Agreements", says, columns, ("folder",), ())


def _agreement_row(area: AreaPlans, plan: Plan, *, newest: bool) -> tuple[Value, ...]:
    year = plan.first_year
    return (
        area.name,
        area.code or None,
        plan.root,
        newest,
        plan.fictional,
        plan.title,
        plan.kind or None,
        plan.starts or None,
        plan.ends or None,
        plan.status or None,
        plan.version or None,
        plan.outcomes,
        *(number for marks in plan.marks for number in marks),
        *plan.led,
        plan.gaps[0],
        sum(gap.course == "widens" for gap in plan.gaps[1]),
        "; ".join(name for name, said in plan.proofs if said.mark == "answered") or None,
        *(plan.money if plan.years else (None, None, None)),
        "; ".join(plan.years) or None,
        *((year.year, year.total, year.firm, year.unsaid, year.preventive) if year else (None,) * 5),
        "; ".join(plan.unread) or None,
        plan.digest,
    )


def _questions() -> Dataset:
    columns = (
        *_AREA,
        Column("number", "Number", "Its place in the order of weight, the first five first.", "integer"),
        Column("first", "Among the first five", "Whether it is one of those to ask first.", "boolean"),
        Column("theme", "Theme", "What it is about."),
        Column("rule", "Rule", "The rule that raises it; soa explain says on whose authority."),
        Column("outcome", "Outcome", "The id of the outcome it is about; empty for the whole."),
        Column("about", "Place", "Its address in the agreement."),
        Column("question", "Question", "As it is asked."),
        Column("found", "Found", "What the agreement says or lacks."),
    )
    says = "One row a question that is asked of an area's newest agreement."
    refers = (("folder", "agreements", "folder"),)
    return Dataset("questions", "Questions", says, columns, ("folder", "number"), (), refers)


def _question_rows(area: AreaPlans, facts: Facts) -> Iterator[tuple[Value, ...]]:
    for number, one in enumerate(facts.questions, 1):
        yield (
            area.name,
            area.code or None,
            facts.root,
            number,
            one.first,
            one.theme,
            one.rule,
            one.outcome or None,
            one.about or None,
            one.question,
            one.found,
        )


def _indicators() -> Dataset:
    columns = (
        *_AREA,
        Column("place", "Place", "The measure's address in the agreement."),
        Column("period", "Period", "As the agreement writes it."),
        Column("period_start", "First day", "The first day of the period, all years of an average included.", "date"),
        Column("period_end", "Last day", "The last day of the period.", "date"),
        Column("value", "Value", "In the measure's unit; empty where the count is too small to be shown.", "decimal"),
        Column("suppressed", "Too few to show", "Whether the count of people is too small to be shown.", "boolean"),
        Column("margin", "Margin", "How far the value may lie from the truth, either way.", "decimal"),
        Column("out_of", "Out of", "The number of people or things that the value rests on.", "integer"),
        Column("provisional", "Provisional", "Whether the value may still change.", "boolean"),
        Column("measure", "Measure", "What is measured."),
        Column("core", "Core indicator", "The id of the national core indicator that it is."),
        Column("definition", "Definition", "What exactly is counted."),
        Column("unit", "Unit", "What it is counted in."),
        Column("rate", "Rate", "Whether it is a rate, share or average, which does not grow with the size of the area.", "boolean"),
        Column("direction", "Direction", "Which way is better."),
        Column("measured_over", "Measured over", "What one value covers."),
        Column("averaged_over", "Averaged over", "Over so many years each value is an average.", "integer"),
        Column("level", "Level", "The area that the figure is for, where it is not the council's."),
        Column("source", "Source", "Where the figures come from."),
    )  # fmt: skip
    says = (
        "One row a value of a measure of an area's newest agreement. Values of two areas may be compared only where all that "
        "defines them is the same."
    )
    refers = (("folder", "agreements", "folder"),)
    return Dataset("indicators", "Measures", says, columns, ("folder", "place", "period"), (), refers)


def _value_rows(area: AreaPlans, facts: Facts) -> Iterator[tuple[Value, ...]]:
    for one in facts.indicators:
        for value in one.values:
            yield (
                area.name,
                area.code or None,
                facts.root,
                one.about,
                value.period,
                value.starts,
                value.ends,
                value.value,
                value.value is None,
                value.margin,
                value.base,
                value.provisional,
                one.name,
                one.core or None,
                one.definition or None,
                one.unit or None,
                one.rate,
                one.direction or None,
                one.measured_over or None,
                one.averaged_over,
                one.level or None,
                one.source or None,
            )


TABLES: Final = _Tables(_agreements(), _questions(), _indicators())

# ---- JSON ----------------------------------------------------------------------------------------------------------

_ELSEWHERE: Final = ("area", "code", "indicators")
"""What stands in the line by another name, and the measures, which are a table."""


def _json(portfolio: Portfolio, lines: list[bytes], as_of: date, version: str) -> bytes:
    """All of it, each agreement and each finding on a line of its own, so that two portfolios can be compared line by line."""
    found = {
        "problems": portfolio.troubles,
        "weaknesses": portfolio.weaknesses,
        "comparisons": portfolio.comparisons,
        "not_compared": portfolio.refusals,
        "look_at_together": portfolio.alike,
    }
    said = {"agreements": lines, **{key: [_line(_named(one)) for one in every] for key, every in found.items()}}
    pieces = [f'{{"version": {VERSION},\n"soa": {json.dumps(version)},\n"as_of": "{as_of.isoformat()}"'.encode()]
    for key, every in said.items():
        pieces.append(f',\n"{key}": ['.encode())
        pieces += [piece for at, one in enumerate(every) for piece in (b",\n" if at else b"\n", one)]
        pieces.append(b"]")
    return b"".join((*pieces, b"}\n"))


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _named(value: Any, without: tuple[str, ...] = ()) -> Any:
    """Named tuples as mappings, and numbers with fractions as they are written, so that none is rounded."""
    if hasattr(value, "_fields"):
        return {name: _named(getattr(value, name)) for name in value._fields if name not in without}
    if isinstance(value, (tuple, list)):
        return [_named(one) for one in value]
    return f"{value:f}" if isinstance(value, Decimal) else value
