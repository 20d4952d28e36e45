"""A draft read as `soa review` reads it, and the report made of that."""

from __future__ import annotations

from datetime import date
from typing import Any

from soa import api
from soa.config.settings import Settings
from soa.document.blocks import Document, Inline, Section
from soa.review.gathered import Reader, Review, review_of
from soa.review.questions import review_settings
from soa.review.report import report_of
from tests.rules.sound import FRAME, ROUND_FILE

TODAY = date(2013, 6, 1)


def reading(text: str = FRAME, reader: Reader = "director", round_1: str = "", **more: Any) -> Review:
    """One reading of a draft in one file, with a round of review beside it where one is given."""
    texts = {"soa.yaml": text, **({ROUND_FILE: round_1} if round_1 else {})}
    checked = api.check(texts, as_of=TODAY, settings=review_settings(Settings()), most=10_000)
    return review_of(checked, as_of=TODAY, digest=api.report(checked).digest, reader=reader, **more)


def report(text: str = FRAME, reader: Reader = "director", round_1: str = "", **more: Any) -> Document:
    """The report of that reading."""
    return report_of(reading(text, reader, round_1, **more))


def page_one(document: Document) -> dict[str, Section]:
    """The sections of page one by their anchor."""
    return {section.anchor: section for section in document.front.sections}


_PRINTED = {"Text": "text", "Code": "text", "Room": "label", "Note": "title", "Front": "place", "Document": "title"}
"""The strings that a reader sees, by the kind of part: all others are names of anchors and looks."""


def said(part: object) -> str:
    """Every word that is printed of a part, on one line."""
    return " ".join(_said(part).split())


def _said(part: object) -> str:
    if not isinstance(part, tuple):
        return ""
    shown = getattr(part, _PRINTED.get(type(part).__name__, ""), "")
    inner = [_said(one) for one in part]
    runs_on = any(isinstance(one, Inline) for one in part) or isinstance(part, Inline)
    return f"{shown} {' '.join(inner)}" if not runs_on else f"{shown}{''.join(inner)}"
