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
        ("Waiting time for an assessment", "outcome", "days", []),
        ("Delayed discharge", "process", "days", []),
        ("Uptake of immunisation at the age of two", "outcome", "per cent", []),
        ("Take-up of free school meals", "outcome", "per cent", []),
        ("Carers supported to go on caring", "outcome", "carers", []),
        ("Response time to house fires", "outcome", "minutes", []),
        ("Referrals to the reporter on offence grounds", "outcome", "children", []),
        ("People aged 65 and over with intensive needs who are cared for at home", "outcome", "per cent", []),
        ("Children aged 3 who go to pre-school", "output", "per cent of children aged 3", []),
        ("Days until four people talk to each other", "outcome", "days", []),
    ],
)
def test_only_plain_words_contradict_the_kind_and_never_that_of_a_national_measure(name, kind, unit, cases):
    assert raised("indicator-kind-doubtful", "indicator", INDICATOR % (name, kind, f'"{unit}"')) == cases


@pytest.mark.parametrize(
    ("heard", "cases"),
    [
        ("Help comes too late", ["words-differ"]),
        ("Someone trained in preventing falls should work in each home", []),
    ],
)
def test_a_measure_that_people_asked_for_is_never_doubted(heard, cases):
    asked = (
        "heard: Help comes days after the fall, and from four people who do not talk to each other",
        f"heard: {heard}",
    )
    staff = INDICATOR % ("Staff trained in preventing falls", "outcome", "staff")
    assert raised("indicator-kind-doubtful", "indicator", staff, asked) == cases


def test_two_words_in_common_are_not_yet_what_people_asked_for():
    asked = (
        "heard: Help comes days after the fall, and from four",
        "heard: We are afraid of falls at night, and of four",
    )
    staff = INDICATOR % ("Care home staff trained in preventing falls at night", "outcome", "staff")
    assert raised("indicator-kind-doubtful", "indicator", staff, asked) == ["words-differ"]


@pytest.mark.parametrize(
    ("why", "cases"),
    [
        ("Nearly one in three had no visit in a week.", []),
        ("Each winter some are found too late.", ["theme"]),
    ],
)
def test_a_title_about_people_is_read_together_with_a_figure_of_how_they_fare(why, cases):
    title = "People over 75 in the upland have company and a hand when they need one"
    assert raised("vague-priority", "another", PRIORITY % f"{title}\n  why_here: {why}") == cases
