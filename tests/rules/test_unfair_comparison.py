"""Comparisons with others."""

import pytest

from tests.rules.alone import raised

RULE = "unfair-comparison"
INDICATOR = "- id: admissions\n  name: Emergency admissions\n  kind: outcome\n  unit: per 1,000 people\n  direction: down\n  baseline: {{period: 2012-13, value: 21.3}}\n  history: [{{period: 2011-12, value: 20.8}}]\n  comparisons: [{{{comparison}}}]"


@pytest.mark.parametrize(
    ("comparison", "cases"),
    [
        ("with_area: Westvale, kind: result, value: 19.4, period: 2012-13", ["no-context"]),
        ("with_area: Westvale, value: 19.4", ["no-context"]),
        ("with_area: Westvale, value: 19.4, context: Fewer people over 85", []),
        ("with_area: Westvale, value: 19.4, definition: Counts people aged 60 and over", []),
        ("with_area: Westvale, kind: process, value: 19.4", []),
        ("with_area: Westvale, kind: process, lesson: Classes in village halls", []),
        ("with_area: Westvale, kind: result", []),
        ("with_area: Scotland, value: 19.4, period: 2012-13", []),
        ("with_area: Scottish average, value: 19.4", []),
        ("with_area: Strathbeg as a whole, value: 19.4", []),
        ("with_area: Scotland, value: 19.4, period: 2008-09", ["period"]),
        ("with_area: Scotland, value: 19.4, period: 2012", []),
        ("with_area: Scotland, value: 19.4, period: 2011-12", []),
        ("with_area: Scotland, value: 19.4, period: 2008-09, context: The last survey was in 2008/09", []),
    ],
)
def test_another_areas_value_has_its_context_and_the_same_period(comparison, cases):
    assert raised(RULE, "indicator", INDICATOR.format(comparison=comparison)) == cases


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("We rank 5th of 32 councils for leavers in work.", ["rank"]),
        ("word " * 2000, []),  # what runs on for a page is no sentence
        ("Strathbeg is third out of 32 for recycling.", ["rank"]),
        ("Our schools are the **third best in Scotland**.", ["rank"]),
        ("We top the league tables.", ["rank"]),
        ("Satisfaction is in the top quartile.", ["quartile"]),
        ("We rank 28th of 32 councils for leavers in work.", []),
        ("We have the third highest rate of alcohol deaths in Scotland.", []),
        ("Muirton is among the most deprived 15 per cent of datazones, and ranks 3rd of 6505.", []),
        ("We aim to be the best in Scotland.", []),
        ("We rank 5th of 32, and visited the four above us to learn why.", []),
        ("We rank 7th of 32; we looked at what the first three do.", []),
        ("We rank 7th of 32. We are proud of it.", ["rank"]),
        ("More people are in work than ten years ago.", []),
        ("One in five people are over 65.", []),
        ("It is the first of 12 hubs.", []),
    ],
)
def test_a_rank_is_no_proof_and_a_reason_to_look_further(text, cases):
    assert raised(RULE, "place", f"place:\n  text: '{text}'") == cases


def test_an_aim_is_no_report():
    vision = "vision: Strathbeg is the best place to live in Scotland and in the top quartile"
    assert raised(RULE, "vision", vision) == []
