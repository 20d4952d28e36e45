"""What is made of small changes."""

import pytest

from tests.rules.alone import raised

RULE = "noise-read-as-change"


def _place(text):
    return raised(RULE, "place", f"place:\n  text: >-\n    {text}")


@pytest.mark.parametrize(
    "text",
    [
        "A dramatic 50 per cent fall in fire deaths (from 4 to 2)",
        "Fire deaths fell by 50%, from 4 to 2.",
        "Fire deaths **halved**, from four to two.",
        "There is a clear upward trend in new firms, from 7 in 2010 to 9 in 2012.",
        "Suicides rose sharply from 11 to 14.",
        "41 per cent of the 39 carers cope, a dramatic change.",
    ],
)
def test_a_strong_word_or_a_share_on_a_change_of_very_few(text):
    assert _place(text) == ["few"]


@pytest.mark.parametrize(
    "text",
    [
        "Two fire deaths against four last year; the five-year average is 3.2.",
        "Fire deaths fell from 4 to 2.",
        "Fire deaths fell by 50 per cent, from 400 to 200.",
        "Unemployment halved, from 8 to 4 per cent.",
        "Waiting times fell dramatically, from 12 weeks to 6 weeks.",
        "Waiting times were halved from 12 to 6 weeks in 2012.",
        "A significant part of our people, 1 in 4, live in the glens.",
        "Falls are a significant problem for people aged 65 and over.",
        "Fires fell by half, from 12 to 6, but small numbers vary and this may be chance.",
        "Deaths fell sharply, from 12 to 6, on a rolling average of three years.",
        "Prices rose sharply from £4 to £8.",
        "Fires fell sharply from 4 in 1,000 homes to 2 in 1,000.",
        "41 per cent of the 390 carers cope, a dramatic change.",
        "41 per cent of the 39 carers cope.",
        "Between 4 and 6 teams doubled their hours.",
        "The partnership grew dramatically from 3 towns to 900 members.",
    ],
)
def test_larger_figures_averages_caution_and_mere_words_pass(text):
    assert _place(text) == []


SURVEY = "- id: admissions\n  name: Adults who feel safe\n  kind: outcome\n  unit: per cent of adults asked\n  direction: up\n  baseline: {{period: 2012, value: 57.0, margin: {margin}}}\n  history: [{{period: 2010, value: 55.0}}]"


@pytest.mark.parametrize(("margin", "cases"), [("3.4", ["margin"]), ("1.0", [])])
def test_a_change_inside_the_margin_of_the_survey_it_comes_from(margin, cases):
    finding = (
        "finding: 375 people aged 65 and over were admitted after a fall in 2012/13, and 118 of them came from Muirton",
        "finding: Adults who feel safe rose from 55 to 57 per cent",
    )
    assert raised(RULE, "indicator", SURVEY.format(margin=margin), finding) == cases


@pytest.mark.parametrize(
    ("unit", "value", "more", "change", "cases"),
    [
        ("deaths", "4", "", "change: -50, change_in: per-cent", ["target"]),
        ("deaths", "4", "averaged_over: 5", "change: -50, change_in: per-cent", []),
        ("deaths", "4", "", "change: -2, change_in: units", []),
        ("deaths", "40", "", "change: -50, change_in: per-cent", []),
        ("weeks", "12", "", "change: -50, change_in: per-cent", []),
        ("per cent of adults", "4", "", "change: -50, change_in: per-cent", []),
        ("per 1,000 people", "4", "", "change: -50, change_in: per-cent", []),
    ],
)
def test_a_share_as_the_target_of_a_count_of_few(unit, value, more, change, cases):
    indicator = f"- id: admissions\n  name: Deaths\n  kind: outcome\n  unit: {unit}\n  direction: down\n  {more or 'frequency: every year'}\n  baseline: {{period: 2012-13, value: {value}}}"
    assert raised(RULE, "indicator", indicator, ("value: 20.4", change)) == cases
