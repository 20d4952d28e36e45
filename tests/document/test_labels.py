"""The catalogue of fixed words: each is there, each is used, none is written twice."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from soa.document import catalogue
from soa.document.blocks import Strong, Text
from soa.document.labels import labels_for
from soa.model import governance, measure, outcome, partners, resources

FOLDER = Path(catalogue.__file__).parent
SOURCES = "\n".join(
    module.read_text("utf-8")
    for module in FOLDER.glob("*.py")
    if module.name not in {"catalogue.py", "names.py"} and not module.name.startswith("gaelic")
)
BUILT = (
    "answer-",
    "evidence-",
    "question-",
    "part-",
    "body-",
    "group-",
    "status-",
    "contact-",
    "counted-",
    "self-evaluation-",
)
"""Keys that are put together from a prefix and a key of the format."""
CLOSED = {
    "stage": outcome.Stage,
    "stage-long": outcome.Stage,
    "state": outcome.ActionState,
    "pilot": outcome.PilotDecision,
    "indicator": measure.Kind,
    "count": measure.Counted,
    "tackles": outcome.Tackles,
    "evidence-kind": partners.EvidenceKind,
    "resource": resources.ResourceKind,
    "held": resources.Held,
    "funded": resources.Source,
    "certainty": resources.Certainty,
    "asked": partners.EngagementLevel,
    "assessment": partners.AssessmentKind,
    "partner": partners.PartnerKind,
    "objective": governance.ObjectiveDecision,
}


def _choices(kind: Any) -> list[str]:
    return next(note.json_schema["enum"] for note in kind.__metadata__ if hasattr(note, "json_schema"))


def test_every_label_that_is_asked_for_is_in_the_catalogue() -> None:
    """A missing one would stop a publication."""
    asked = set()
    for node in ast.walk(ast.parse(SOURCES)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"word", "words"}:
            first = node.args[0]
            asked |= {first.value} if isinstance(first, ast.Constant) else set()
    assert asked
    assert asked <= set(catalogue.ENGLISH)


@pytest.mark.parametrize(("prefix", "kind"), CLOSED.items())
def test_every_word_of_a_closed_list_has_its_label(prefix: str, kind: object) -> None:
    """The words of the format as the document prints them."""
    assert {f"{prefix}-{choice}" for choice in _choices(kind)} <= set(catalogue.ENGLISH)


def test_every_label_is_used() -> None:
    """No word is left in the catalogue that nothing prints."""
    prefixes = (*BUILT, *(f"{prefix}-" for prefix in CLOSED), "level-", "month-", "quarter-")
    unused = [
        key
        for key in catalogue.ENGLISH
        if not re.search(rf'["\']{re.escape(key)}["\']', SOURCES)
        and not key.startswith(prefixes)
        and key.removesuffix("-title").removesuffix("-head").replace("-", "_") not in SOURCES
        and f'"{key.removesuffix("-title")}"' not in SOURCES
    ]
    assert unused == []


def test_kinds_of_plan_only_replace_words() -> None:
    """Every word of a kind of plan stands in the catalogue too."""
    for words in catalogue.BY_KIND.values():
        assert set(words) <= set(catalogue.ENGLISH)


def test_a_label_takes_its_values_as_they_are() -> None:
    """Braces in a value are not filled again, and inlines keep their markup."""
    labels = labels_for("")
    assert labels("priority-number", number="{number}") == "Priority {number}"
    assert labels.inlines("leads", partner=(Strong((Text("A"),)),)) == (Strong((Text("A"),)), Text(" leads."))


def test_a_question_without_a_label_uses_the_title_of_its_key() -> None:
    """Every missing answer names its question."""
    assert labels_for("").question(outcome.Risk, "response") == "What is the response?"
