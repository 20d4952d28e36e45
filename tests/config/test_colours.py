"""A colour reads or it does not, by the measure of WCAG; and the one that is named instead reads, and is of its hue."""

from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.config.colours import AA, WHITE, _linear, _oklab, contrast, is_colour, nearest

DARK = "#11181a"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000FF", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.00),
    ],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    """Figures that are published again and again."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        *(("#0c4f58", True), ("#0C4F58", True)),
        *((one, False) for one in ("0c4f58", "#fff", "#0c4f5g", 1, "#0c4f58\n", "#0c4f58;x", "teal", "#٠٠٠٠٠٠")),
    ],
)
def test_a_colour_is_written_in_one_way(value, right):
    assert is_colour(value) == right


@given(COLOURS, st.sampled_from([WHITE, DARK, "#1d292c"]), st.sampled_from([AA, 7.0]))
def test_the_nearest_reads_and_is_itself_its_nearest(colour, paper, ratio):
    found = nearest(colour, paper, ratio)
    assert contrast(found, paper) >= ratio
    assert nearest(found, paper, ratio) == found
    if contrast(colour, paper) >= ratio:
        assert found == colour


@given(COLOURS, st.sampled_from([WHITE, DARK]))
def test_the_nearest_is_of_the_same_hue_and_just_reads(colour, paper):
    """Eight bits round a little; what is far from grey is seen to keep its hue."""
    found = nearest(colour, paper)
    if found == colour:
        return
    assert contrast(found, paper) < AA + 0.12
    (_, *one), (_, *other) = _oklab(_linear(colour)), _oklab(_linear(found))
    assert hypot(*other) <= hypot(*one) + 0.004
    if min(hypot(*one), hypot(*other)) > 0.05:
        turn = abs(atan2(one[1], one[0]) - atan2(other[1], other[0]))
        assert min(turn, 2 * pi - turn) < 0.08


def test_on_a_middling_grey_nothing_reads_very_well():
    with pytest.raises(ValueError, match="nothing has a contrast of 7 with #777777"):
        nearest("#123456", "#777777", 7)


def test_a_brand_keeps_its_character():
    assert nearest("#ffcc00") == "#917300"
    assert nearest("#0B6B3A") == "#0b6b3a"
    assert nearest("#0c4f58", DARK) == "#4d8992"
