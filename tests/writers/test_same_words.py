"""Every format says the same, word for word: the examples and an agreement that says everything, each of their documents."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from soa.document.blocks import Document
from soa.document.compose import compose
from soa.document.edition import PARTS, WITH_ID, Edition
from soa.model.agreement import Agreement
from soa.model.part import each, sound
from soa.model.reading import read
from soa.source import load
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.document.made import AS_OF, WHOLE
from tests.writers.read_back import READERS, of_document
from tests.writers.small import LOGO

EXAMPLES = WHOLE.parents[2] / "examples"
AGREEMENTS = {"whole": WHOLE} | {file.parent.name: file for file in sorted(EXAMPLES.glob("*/soa.yaml"))}


@cache
def _agreement(name: str) -> Agreement:
    file = AGREEMENTS[name]

    def text(part: str) -> bytes:
        return (file.parent / part).read_bytes()

    return read(load(file.name, text).data).agreement


def _editions(name: str) -> list[Edition]:
    """Each document of an agreement; those about a partner or locality for the first of them."""
    agreement = _agreement(name)
    ids: dict[str, Any] = {"partner": agreement.partners, "locality": agreement.localities}
    plain = [Edition(part, draft=True) for part in PARTS if part not in WITH_ID]
    firsts = [(part, next((one.id for one in each(ids[part]) if sound(one) and sound(one.id)), "")) for part in WITH_ID]
    return [*plain, *(Edition(part, of) for part, of in firsts if of)]


class _Same(dict[str, Any]):
    """One logo for every partner."""

    def get(self, key: str, default: Any = None) -> Any:
        return LOGO if key else default


@cache
def _document(name: str, edition: Edition) -> Document:
    return compose(_agreement(name), edition, as_of=AS_OF, digest="d" * 64, version="1.2.3", pictures=_Same())


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all, which draws each chart once."""
    return Press()


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize(
    ("name", "edition"),
    [pytest.param(name, edition, id=f"{name}-{edition.file}") for name in AGREEMENTS for edition in _editions(name)],
)
def test_a_format_says_what_the_document_says(name: str, edition: Edition, suffix: str, press: Press) -> None:
    """Nothing left out, nothing added, nothing in another place."""
    document = _document(name, edition)
    said = of_document(document)
    assert len(said) > 50
    assert READERS[suffix](WRITERS[suffix](document, press), document) == said


def test_the_examples_are_there() -> None:
    """All four of them."""
    assert len(AGREEMENTS) == 5
