"""Reads the small tables beside these modules, each only when somebody asks for it."""

from __future__ import annotations

from datetime import date


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of our own tables (UTF-8 CSV with a heading row), in its order."""
    import csv  # like pathlib, only when a table is read: most runs read none
    from pathlib import Path

    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def listed(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, written with semicolons between them."""
    return tuple(entry for entry in cell.split(";") if entry)


def in_force(row: dict[str, str], on: date) -> bool:
    """Whether a row holds on a day: from its `starts` on, until the day before its `ends`; empty is open."""
    day = on.isoformat()
    return row["starts"] <= day and not (row["ends"] and row["ends"] <= day)
