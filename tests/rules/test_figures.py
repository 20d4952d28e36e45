"""How figures and dates are read out of a text."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soa.rules._figures import days, figures, period_of, sentences, unit_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95 per cent of children", [("95", "per cent", "level", "")]),
        ("**95%** of [children](https://example.org/2013)", [("95", "per cent", "level", "")]),
        ("at least 95.5 % of them", [("95.5", "per cent", "level", "least")]),
        ("from 24 to 14 per cent", [("24", "per cent", "start", ""), ("14", "per cent", "level", "")]),
        ("80–85% of them", [("80", "per cent", "unsure", ""), ("85", "per cent", "unsure", "")]),
        ("down by 10 per cent", [("10", "per cent", "change", "")]),
        ("a 10 percentage point rise", [("10", "points", "change", "")]),
        ("a fall of about 10 per cent", [("10", "per cent", "change", "about")]),
        ("used by 95 per cent of families", [("95", "per cent", "unsure", "")]),
        ("the most deprived 20 per cent", [("20", "per cent", "unsure", "")]),
        ("21.3 in every 1,000 people", [("21.3", "per 1000", "level", "")]),
        ("120 per 100 000 people", [("120", "per 100000", "level", "")]),
        ("1,200 homes", [("1200", "home", "level", "")]),
        ("the 4,600 homes", [("4600", "home", "unsure", "")]),
        ("£3,100 a stay", [("3100", "pounds", "level", "")]),
        ("£1.2m", [("1.2", "unknown", "level", "")]),
        ("in 2012/13, by March 2014 and on 2014-03-31", []),
    ],
)
def test_a_figure_has_a_unit_and_a_part_to_play(text, found):
    read = [(one.value, one.unit, one.role, one.bound) for sentence in sentences(text) for one in figures(sentence)]
    assert read == [(Decimal(value), *rest) for value, *rest in found]


@pytest.mark.parametrize(
    ("text", "first", "last", "how"),
    [
        ("by 2026", date(2026, 1, 1), date(2026, 12, 31), "by"),
        ("by the end of 2016/17", date(2016, 4, 1), date(2017, 3, 31), "by"),
        ("than in 2012–13", date(2012, 4, 1), date(2013, 3, 31), "than in"),
        ("by February 2016", date(2016, 2, 1), date(2016, 2, 29), "by"),
        ("on 31 March 2014", date(2014, 3, 31), date(2014, 3, 31), "on"),
        ("since 1999-2000", date(1999, 4, 1), date(2000, 3, 31), "since"),
        ("2013 to 2016", date(2013, 1, 1), date(2013, 12, 31), ""),
    ],
)
def test_a_date_has_days_and_the_word_before_it(text, first, last, how):
    assert days(sentences(text)[0])[0][:3] == (first, last, how)


def test_a_figure_belongs_to_the_date_that_follows_it_or_to_the_only_one():
    rise = "from 70 per cent in 2012/13 to 95 per cent by 2026"
    assert [period_of(one, rise).last.year for one in figures(rise)] == [2013, 2026]
    assert period_of(figures("By 2026, 95 per cent")[0], "By 2026, 95 per cent").last.year == 2026


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("per cent of first appointments", "per cent"),
        ("% of adults", "per cent"),
        ("percentage points", "points"),
        ("per 1,000 people aged 65 and over", "per 1000"),
        ("days per 100 000 people", "per 100000"),
        ("pounds", "pounds"),
        ("pounds a person", "unknown"),
        ("number of homes", "home"),
        ("number", "unknown"),
    ],
)
def test_the_unit_of_a_measure_is_read_in_the_same_form(unit, meant):
    assert unit_of(unit) == meant


@given(st.text(st.sampled_from("0123456789 ,.-–/%£*[]()\nfrom to by per cent March 2013 inof the")))
def test_any_text_is_read_and_every_figure_stands_in_it(text):
    for sentence in sentences(text):
        read = figures(sentence)
        assert [one.start for one in read] == sorted(one.start for one in read)
        assert all(0 <= one.start < one.end <= len(sentence) for one in read)
        assert all(one.first <= one.last for one in days(sentence))
