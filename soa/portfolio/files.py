"""A portfolio as files, in the formats that are asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Final

from soa.portfolio.data import called, data_files

if TYPE_CHECKING:
    from soa.portfolio.portfolio import Portfolio
    from soa.writers.press import Press

FORMATS: Final = ("html", "csv", "json")


def files_of(
    portfolio: Portfolio, formats: Collection[str], press: Press | None, *, as_of: date, version: str
) -> dict[str, bytes]:
    """Every file by its name, POSIX and relative; the same portfolio gives the same bytes. `press` is needed for html alone."""
    files = data_files(portfolio, formats, as_of=as_of, version=version)
    if "html" not in formats or press is None:
        return files
    from soa.portfolio.pages import written

    return written(portfolio, press, as_of=as_of, version=version, files=files, titles=called(formats))
