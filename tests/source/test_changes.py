"""Mends kept as a list lead back to the written text."""

from hypothesis import given
from hypothesis import strategies as st

from soa.source.changes import Change, Changes
from soa.source.repair import applied


@st.composite
def edits(draw: st.DrawFn, length: int) -> tuple[Change, ...]:
    """Edits in order that do not overlap."""
    places = sorted(draw(st.lists(st.integers(0, length), min_size=0, max_size=6)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(Change(start, end, draw(st.text("xyz", max_size=3))) for start, end in pairs)


@given(st.data())
def test_edits_after_edits_are_the_same_as_all_edits_at_once(data: st.DataObject) -> None:
    """However they lie on each other: the list made of both gives the same text, and unchanged letters lead back."""
    text = "".join(chr(0x100 + number) for number in range(12))
    first = data.draw(edits(len(text)))
    middle = applied(text, 0, len(text), first)
    second = data.draw(edits(len(middle)))
    last = applied(middle, 0, len(middle), second)
    changes = Changes(first).then(second)
    assert applied(text, 0, len(text), changes.all) == last
    for place, character in enumerate(last):
        if character in text:
            assert text[changes.original(place)] == character
            assert last[changes.forward(text.index(character))] == character


def test_a_place_inside_of_what_was_replaced_leads_to_the_same_place_in_it() -> None:
    """Letter by letter as far as both reach, then to its end."""
    changes = Changes((Change(2, 4, "wxyz"), Change(6, 6, "--")))
    assert [changes.original(place) for place in range(11)] == [0, 1, 2, 3, 4, 4, 4, 5, 6, 6, 6]
    assert [changes.forward(place) for place in range(8)] == [0, 1, 2, 2, 6, 7, 10, 11]
