"""The words that carry a text, by their beginnings."""

from hypothesis import given
from hypothesis import strategies as st

from soa.rules._wording import stems


def test_forms_of_a_word_have_one_beginning():
    assert stems("Parenting classes in Muirton") == stems("Classes for parents in Muirton")


@given(st.text())
def test_no_beginning_is_empty(text):
    assert "" not in stems(text)
    assert "" not in stems(f"{text} e E ee")
