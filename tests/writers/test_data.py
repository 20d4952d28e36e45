"""Open data: what stands in the tables, that spreadsheets run nothing of it, and that the metadata fit."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.document.open_data import Column, Dataset, open_data
from soa.document.public import public_part
from soa.model.agreement import Agreement
from soa.model.dump import dump
from soa.writers.data import as_csv, as_json, metadata
from tests.document.made import agreement, whole


def made(data: dict[str, Any] | None = None) -> dict[str, Dataset]:
    """The tables of an agreement, by name."""
    return {
        table.name: table for table in open_data(public_part(agreement(whole() if data is None else data)).agreement)
    }


def read(table: Dataset) -> list[dict[str, str]]:
    """The rows of a table as a program reads its CSV."""
    return list(csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))


def test_each_indicator_has_one_row_and_each_value_and_target_one() -> None:
    """Those of outcomes and the shared ones; a measure used again is not counted again."""
    tables = made()
    names = [row["indicator"] for row in read(tables["indicators"])]
    assert len(names) == len(set(names))
    assert {row["indicator"] for name in ("values", "targets") for row in read(tables[name])} <= set(names)
    [start] = [
        row
        for row in read(tables["values"])
        if (row["indicator"], row["group"], row["baseline"]) == ("falls.admissions", "everyone", "true")
    ]
    assert (start["period"], start["period_end"], start["value"]) == ("2012-13", "2013-03-31", "21.3")


@pytest.mark.parametrize("name", ["indicators", "values", "targets"])
def test_the_metadata_say_what_the_file_holds(name: str) -> None:
    """The same columns in the same order, every value of its kind, no key twice, every reference met."""
    tables = made()
    said = json.loads(metadata(list(tables.values()), "A plan", "en"))
    [about] = [table for table in said["tables"] if table["url"] == f"{name}.csv"]
    schema, rows = about["tableSchema"], read(tables[name])
    assert [column["name"] for column in schema["columns"]] == list(rows[0])
    for column in schema["columns"]:
        for row in rows:
            assert _is(column["datatype"], row[column["name"]]) or (not row[column["name"]] and not column["required"])
    assert len({tuple(row[key] for key in schema["primaryKey"]) for row in rows}) == len(rows)
    for key in schema.get("foreignKeys", []):
        there = {row[key["reference"]["columnReference"]] for row in read(tables[key["reference"]["resource"][:-4]])}
        assert {row[key["columnReference"]] for row in rows} <= there


def _is(kind: str, text: str) -> bool:
    match kind:
        case "decimal":
            return bool(text) and Decimal(text).is_finite()
        case "integer":
            return text.isdecimal()
        case "boolean":
            return text in {"true", "false"}
        case "date":
            return bool(text) and date.fromisoformat(text).isoformat() == text
        case _:
            return bool(text)


def test_what_is_not_public_is_in_no_table() -> None:
    """An outcome that is marked takes its measures with it."""
    data = whole()
    data["priorities"][0]["outcomes"][0]["public"] = False
    assert not any(b"falls." in as_csv(table) + as_json(table) for table in made(data).values())


def test_a_suppressed_count_is_not_given_away() -> None:
    """Neither in a table nor in the agreement as JSON."""
    data = whole()
    reading = {"period": "2012-13", "value": 271828, "base": 314159, "suppressed": True}
    data["priorities"][0]["outcomes"][0]["what"]["indicators"][0]["baseline"] = reading
    said = dump(public_part(agreement(data)).agreement)
    assert "271828" not in said
    assert "314159" not in said
    hidden = [row for row in read(made(data)["values"]) if row["suppressed"] == "true"]
    assert {(row["value"], row["margin"]) for row in hidden} == {("", "")}


def test_the_agreement_as_json_reads_back() -> None:
    """Nothing public is lost."""
    given: Agreement = agreement(whole())
    assert Agreement.model_validate(json.loads(dump(given), parse_float=Decimal)) == given


CELLS = st.one_of(st.none(), st.booleans(), st.integers(-9999, 9999), st.decimals(-9999, 9999, places=2), st.text())


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_any_cell_reads_back_and_none_is_a_formula(rows: list[tuple[Any, Any]]) -> None:
    """A spreadsheet runs a text that begins with =, +, - or @; a number may be negative."""
    table = Dataset("t", "T", "T.", (Column("a", "A", "A."), Column("b", "B", "B.")), ("a",), tuple(rows))
    read_back = list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))[1:]
    for row, written in zip(rows, read_back, strict=True):
        for value, text in zip(row, written, strict=True):
            if isinstance(value, str):
                assert text.removeprefix("'") == value.encode("utf-8", "replace").decode().removeprefix("'")
                assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
            elif value is not None and not isinstance(value, bool):
                assert Decimal(text) == value
    said = json.loads(as_json(table), parse_float=Decimal)
    assert [tuple(one.values()) for one in said] == [
        tuple(cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell for cell in row)
        for row in rows
    ]
