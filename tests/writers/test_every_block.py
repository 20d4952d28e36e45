"""Every writer writes every kind of block and inline: a kind that is added without a sample, or that a writer drops, fails."""

from __future__ import annotations

from typing import get_args

import pytest

from soa.document import blocks
from soa.document.blocks import Block, Cell, Inline, Inlines, List, NoteMark, Paragraph, Section, Table, Text
from soa.writers import WRITERS
from soa.writers.press import Press
from tests.writers.read_back import READERS, of_document
from tests.writers.small import BLOCKS, INLINES, small

UNSAID = {blocks.Divider, blocks.Break}
"""Kinds that say nothing."""


def test_there_is_a_sample_of_each_kind() -> None:
    """By the unions that the writers take apart."""
    assert set(BLOCKS) == set(get_args(Block))
    assert set(INLINES) == set(get_args(Inline))
    assert all(isinstance(one, kind) for kind, one in {**BLOCKS, **INLINES}.items())


def test_each_format_can_be_read_back() -> None:
    """A format without a reader would go unproved."""
    assert set(WRITERS) <= set(READERS)


@pytest.fixture(scope="module")
def press() -> Press:
    """One press for all, which draws the chart once."""
    return Press()


each_format = pytest.mark.parametrize("suffix", WRITERS)


@each_format
@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_comes_out(suffix: str, kind: type[Block], press: Press) -> None:
    """Its words, where it stands, between those before and after it."""
    before, after = Paragraph((INLINES[NoteMark], Text("Beforehand"))), Paragraph((Text("Afterwards"),))
    made = small((before, BLOCKS[kind], after))
    found = READERS[suffix](WRITERS[suffix](made, press), made)
    assert found == of_document(made)
    between = found[found.index("Beforehand") + 1 : found.index("Afterwards")]
    assert bool(between) == (kind not in UNSAID)


@each_format
def test_every_inline_comes_out(suffix: str, press: Press) -> None:
    """In a paragraph, a heading, a list and a table, in the middle of a line and alone."""
    lines = [(Text("Beforehand "), one, Text(" afterwards")) for one in INLINES.values()]
    alone: list[Inlines] = [(one,) for one in INLINES.values()]
    made = small(
        (
            *(Paragraph(line) for line in (*lines, *alone)),
            List(tuple((Paragraph(line),) for line in lines)),
            Table(
                "",
                ((Text("A"),), (Text("B"),)),
                tuple((Cell((one,)), Cell((two,))) for one, two in zip(lines, alone, strict=True)),
            ),
        ),
        *(Section(f"titled-{at}", line) for at, line in enumerate(lines)),
    )
    assert READERS[suffix](WRITERS[suffix](made, press), made) == of_document(made)


@each_format
def test_a_word_is_missed_where_a_writer_leaves_it_out(suffix: str, press: Press) -> None:
    """The comparison itself: another document is not taken for this one."""
    made = small((Paragraph((Text("One word more"),)),))
    other = small((Paragraph((Text("One word"),)),))
    assert READERS[suffix](WRITERS[suffix](other, press), made) != of_document(made)
