"""Open data as files: CSV that a spreadsheet opens safely, JSON, and the metadata of both (CSV on the Web)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from soa.document.open_data import Column, Dataset, Value

METADATA = "csv-metadata.json"
"""The name under which readers of CSV on the Web look for metadata beside a table (W3C 2015, 5.3)."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be run as a formula by a spreadsheet (OWASP, CSV injection)."""


def as_csv(table: Dataset) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8; the mark at its beginning lets Excel read £ and ŵ rightly."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def as_json(table: Dataset) -> bytes:
    """A table as a list of objects, numbers as they were written."""
    names = [json.dumps(column.name) for column in table.columns]
    rows = (", ".join(f"{name}: {_json(value)}" for name, value in zip(names, row, strict=True)) for row in table.rows)
    return ("[\n" + ",\n".join(f"  {{{row}}}" for row in rows) + "\n]\n").encode("utf-8", "replace")


def metadata(tables: Sequence[Dataset], title: str, language: str) -> bytes:
    """What the tables hold, column by column, as the W3C's Metadata Vocabulary for Tabular Data (2015) says it."""
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": title,
        "tables": [_table(table) for table in tables],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _table(table: Dataset) -> dict[str, Any]:
    keys = [
        {"columnReference": column, "reference": {"resource": f"{other}.csv", "columnReference": theirs}}
        for column, other, theirs in table.refers
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.says,
        "tableSchema": {
            "columns": [_column(column, table) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _column(column: Column, table: Dataset) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.says,
        "datatype": column.kind,
        "required": column.name in table.key,
    }


def _cell(value: Value) -> str:
    """A value as it stands in a cell; a text that a spreadsheet would run is kept from it by an apostrophe."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return str(value)


def _json(value: Value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
