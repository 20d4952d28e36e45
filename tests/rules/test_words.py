"""What the rules that judge words leave alone."""

import pytest

from tests.rules.alone import raised

PRIORITY = "- id: health\n  title: %s\n  lead: hscp\n  not_yet: {missing: The outcomes, owner: hscp, due: 2013-09-30}\n"
INDICATOR = "- {id: admissions, name: %s, kind: %s, unit: %s, direction: context}"


@pytest.mark.parametrize(
    ("title", "cases"),
    [
        ("Health and wellbeing", ["theme"]),
        ("A strong economy", ["theme"]),
        ("Fewer under-16s in Strathbeg are harmed by drink", []),
        ("Reduce falls among people over 65 in Kirkhill", []),
        ("Health\n  why_here: Fewer under-16s in Strathbeg will be admitted to hospital after drinking.", []),
        ("Health\n  why_here: Health matters to everyone.", ["theme"]),
    ],
)
def test_a_theme_is_questioned_unless_why_here_says_what_will_change(title, cases):
    assert raised("vague-priority", "another", PRIORITY % title) == cases


@pytest.mark.parametrize(
    ("name", "kind", "unit", "cases"),
    [
        ("Staff trained in preventing falls", "outcome", "staff", ["words-differ"]),
        ("Emergency admissions after a fall", "output", "per 1,000 people", ["words-differ"]),
        ("Emergency admissions after a fall", "outcome", "per 1,000 people", []),
        ("Staff trained in preventing falls", "output", "staff", []),
        ("Staff trained in preventing falls", "process", "staff", []),
        ("Staff trained in preventing falls", "outcome, national_target: HEAT", "staff", []),
        ("Emergency admissions after a fall", "output, core: emergency-admissions", "per 1,000 people", []),
    ],
)
def test_only_plain_words_contradict_the_kind_and_never_that_of_a_national_measure(name, kind, unit, cases):
    assert raised("indicator-kind-doubtful", "indicator", INDICATOR % (name, kind, f'"{unit}"')) == cases
