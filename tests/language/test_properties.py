"""What holds of every text: a verdict always comes back, points inside the text, and does not hang on dress."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from soa.language import kind_of, ownership_of, specificity_of

JUDGES = pytest.mark.parametrize("judge", [kind_of, specificity_of, ownership_of])
VALUES = {
    kind_of: {"outcome", "output", "process", "input", "unsure"},
    specificity_of: {"specific", "vague", "unsure"},
    ownership_of: {"owned", "unowned", "unsure"},
}
WORDS = st.sampled_from(
    """
    number of the percentage people children staff homes plan strategy answered within 20 working days built trained who feel safe
    fewer reduce improve health crime in with and , ( ) : - lead partners council nhs director head group tbc all community by
    so that measured 2016 % poverty police partnership cpp review budget to will be is whose record supported work as felt or less
    """.split()
)
STATEMENTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), STATEMENTS)


@JUDGES
@given(text=TEXTS)
@example(text="")
@example(text="\x00\ud800 \U0001f469‍\U0001f467 ≤ ½ ١٢ ǅ ſ İ ß")
@example(text="((((")
@example(text="'s s ' -- .. 's")
def test_any_text_gets_a_verdict_that_points_inside_it(judge, text):
    verdict = judge(text)
    assert verdict.value in VALUES[judge]
    assert verdict.reason
    if verdict.span is not None:
        start, end = verdict.span
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@JUDGES
@given(text=STATEMENTS)
def test_case_spacing_quotation_marks_and_a_full_stop_do_not_change_the_verdict(judge, text):
    value = judge(text).value
    assert judge(text.upper()).value == value
    assert judge(text.title()).value == value
    assert judge(f"  {text.replace(' ', '   ')}\n").value == value
    assert judge(f'"{text}"').value == value
    assert judge(f"‘{text}’").value == value
    if text[-1].isalnum():
        assert judge(f"{text}.").value == value


@JUDGES
@given(text=TEXTS)
def test_the_same_text_always_gets_the_same_verdict(judge, text):
    assert judge(text) == judge(text)


@JUDGES
@pytest.mark.parametrize(
    "text", ["a " * 50_000, "(" * 100_000, "people who " * 9_000, "👩‍👧" * 33_000, "within 3 " * 11_000, "x" * 100_000]
)
def test_a_hundred_thousand_characters_are_read_no_further_than_a_statement_goes(judge, text):
    assert judge(text) == judge(text + text)
