"""Positions of an editor and of a text are the same point, whatever is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.editor.positions import Lines

TEXT = "lead: à\r\n\twho: 👵👵 Sgìre\rlast: \u2028x\x85\n"
"""Gaelic letters, characters beyond the first plane, a tab, all three line ends, and two that no editor takes for one."""


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", (1, 19)), ("utf-16", (1, 14)), ("utf-32", (1, 12))], ids=str
)
def test_the_units_are_those_that_were_agreed_on(encoding: str, expected: tuple[int, int]) -> None:
    """The same letter stands at another number in each encoding."""
    offset = TEXT.index("re\r")
    lines = Lines(TEXT, encoding)
    assert lines.written(lines.position(offset)) == expected
    assert lines.offset(*expected) == offset


@given(
    st.text(st.sampled_from("aé👵\t\n\r\u2028\x85 "), max_size=40),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
    st.booleans(),
    st.data(),
)
def test_there_and_back(text: str, encoding: str, marked: bool, data: st.DataObject) -> None:
    """Every offset outside of a line end comes back; a byte order mark moves the first line only."""
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n" or text[offset - 1 : offset] == "":
        offset = 0
    lines = Lines(text, encoding, marked=marked)
    assert lines.offset(*lines.written(lines.position(offset))) == offset


def test_what_lies_beyond_the_end_is_the_end() -> None:
    """Editors name such places for “all the rest”."""
    lines = Lines("one\ntwo\n")
    assert [lines.offset(0, 99), lines.offset(1, 99), lines.offset(7, 0)] == [3, 7, 8]


def test_inside_of_a_character_is_behind_it() -> None:
    """An editor that names half an emoji means no half."""
    assert Lines("👵!").offset(0, 1) == 1
