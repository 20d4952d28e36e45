"""A whole agreement for the tests, as data that a test may spoil, and what is made of it."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from soa.document.blocks import Block, CrossReference, Document, Inline, Section
from soa.document.compose import compose
from soa.document.edition import Edition
from soa.model.agreement import Agreement
from soa.model.reading import read
from soa.source import load
from soa.writers import WRITERS
from soa.writers.press import Press

WHOLE = Path(__file__).with_name("whole.yaml")
AS_OF = date(2013, 9, 1)


@cache
def _data() -> Any:
    source = load("soa.yaml", lambda _: WHOLE.read_bytes())
    assert not source.faults
    return source.data


def whole() -> Any:
    """The whole agreement as plain data, a copy for each test."""
    return deepcopy(_data())


def agreement(data: Any) -> Agreement:
    """The data read, with holes where answers are missing."""
    return read(data).agreement


def document(data: Any = None, *, draft: bool = False) -> Document:
    """The document made of the data."""
    made = agreement(whole() if data is None else data)
    return compose(made, Edition(draft=draft), as_of=AS_OF, digest="d" * 64, version="1.2.3", pictures={})


def html(data: Any = None, *, draft: bool = False) -> str:
    """The document made of the data, as HTML."""
    return WRITERS["html"](document(data, draft=draft), Press()).decode()


def sections(made: Document) -> dict[str, Section]:
    """Every section by its anchor."""
    found: dict[str, Section] = {}

    def take(section: Section) -> None:
        assert section.anchor not in found
        found[section.anchor] = section
        for inner in section.sections:
            take(inner)

    aside = (made.front.aside,) if made.front.aside else ()
    for section in (*made.front.sections, *aside, *made.sections, made.colophon):
        take(section)
    return found


def words(part: object) -> str:
    """Every word in a block, section or document, in order; inlines run on, everything else stands apart."""
    if isinstance(part, str):
        return part
    if isinstance(part, CrossReference):
        return words(part.inlines)
    if isinstance(part, (tuple, list)):
        runs_on = any(isinstance(one, Inline) for one in part)
        return ("" if runs_on else " ").join(said for one in part if (said := words(one)))
    return ""


def of_kind(made: Section, kind: type[Block]) -> list[Any]:
    """The blocks of one kind directly in a section."""
    return [block for block in made.blocks if isinstance(block, kind)]


def first_outcome(data: Any) -> Any:
    """The first outcome of the data."""
    return data["priorities"][0]["outcomes"][0]
