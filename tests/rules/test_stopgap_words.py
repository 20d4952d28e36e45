"""Words that only keep the place of an answer."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

INDICATOR = "- id: admissions\n  name: A measure\n  kind: outcome\n  unit: people\n  direction: context\n  %s\n"


def _found(*changes):
    text = FRAME
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return [one.path[-1] for one in checked(text, RULE).findings if one.rule == "stopgap-words"]


RULE = {"stopgap-words": all_rules()["stopgap-words"]}


@pytest.mark.parametrize(
    "line",
    [
        "source: TBC",
        "source: tbc",
        "source: To be confirmed.",
        "source: '*not yet available*'",
        "definition: Under development",
        "definition: Baseline to be established in 2014",
        "definition: Local data not yet available",
        "definition: Share of carers; source still being developed",
        "name: Children ready for school (TBC)",
        "frequency: '...'",
        "unit: '??'",
    ],
)
def test_a_word_for_later_in_a_measure_is_found(line):
    text = INDICATOR % line if not line.startswith(("name", "unit")) else _replaced(line)
    assert raised("stopgap-words", "indicator", text) == ["words"]


def _replaced(line):
    key = line.split(":")[0]
    lines = (INDICATOR % "source: A survey").splitlines()
    return "\n".join(f"  {line}" if one.strip().startswith(f"{key}:") else one for one in lines) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "definition: Homes for which data are not available are left out",
        "definition: Share who say that a bus is not available when they need one",
        "definition: Share who answer “not available” or 'TBC'",
        "definition: Children under development review who reach every milestone",
        "definition: Businesses that have plans to be set up in the town centre",
        "source: Setback and football records",
        "why_wider: Figures not available for the council area",
        "stands_for: home.still-home\n  definition: Data not available",
        "definition: To be agreed\n  not_yet: {missing: The definition, owner: tsi, due: 2014-03-31}",
    ],
)
def test_words_that_say_something_are_left_alone(line):
    assert raised("stopgap-words", "indicator", INDICATOR % line) == []


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("post: Head of Housing", "post: To be confirmed", "post"),
        ("milestone: One falls route open in all six towns", "milestone: TBC", "milestone"),
        ("factors: [severe winters]", "factors: [severe winters, TBA]", 1),
        (
            "vision: Where you live in Strathbeg no longer decides how long you live",
            "vision: To follow",
            "vision",
        ),
        ("basis: Budget book", "basis: Details to be confirmed", "basis"),
        ("basis: Budget book", 'basis: "[insert text]"', "basis"),
        ("basis: Budget book", "basis: See attached paper", "basis"),
        ("basis: Budget book", 'basis: "?"', "basis"),
        ("post: Head of Housing", "post: To be appointed", "post"),
        ("post: Head of Housing", "post: Vacant", "post"),
    ],
)
def test_other_texts_are_read_for_a_word_that_stands_alone(before, after, where):
    assert _found((before, after)) == [where]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "action: A next-day visit to everyone who falls",
            "action: A plan to be agreed with families before they leave hospital",
        ),
        ("reason: One body can do this on its own", "reason: Data not available"),
        ("looks_like: A fall no longer means leaving home", "looks_like: No shop is vacant"),
        ("looks_like: A fall no longer means leaving home", 'looks_like: "Who helps? One number to ring"'),
        ("term: SMR01, means: The national record of stays in general hospitals", "term: TBC, means: To be confirmed"),
        ("factors: [severe winters]", "factors: [the winter bus to follow]"),
    ],
)
def test_honest_words_elsewhere_are_left_alone(before, after):
    assert _found((before, after)) == []


def test_what_a_not_yet_says_is_missing_is_never_a_stopgap():
    text = INDICATOR % "not_yet: {missing: To be confirmed, owner: tsi, due: 2014-03-31}"
    assert raised("stopgap-words", "indicator", text) == []


def test_the_old_name_still_works():
    assert "unplanned-data-gap" in all_rules()["stopgap-words"].formerly
