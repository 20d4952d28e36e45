"""Whether it is said what came of asking people."""

import pytest

from tests.rules.alone import raised

RULE = "consultation-without-effect"
WHOLE = {
    "id": "eng-falls",
    "group": "Tenants",
    "date": "2012-10-30",
    "level": "co-designed",
    "heard": "Lights before repairs",
    "led_to": "[falls.visits]",
    "fed_back": "2013-01-15",
}


def _entry(number="", **keys):
    told = {**WHOLE, "id": f"eng-falls{number}", **keys}
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in told.items() if value) + "}\n"


def _cases(*entries):
    return raised(RULE, "engagement", "engagement:\n" + "".join(entries))


def test_an_entry_that_says_all_is_silent():
    assert _cases(_entry()) == []


@pytest.mark.parametrize("key", ["heard", "led_to"])
def test_what_was_heard_and_what_changed_are_asked_for(key):
    assert _cases(_entry(**{key: ""})) == ["no-effect"]


def test_an_entry_that_says_nothing_is_one_finding_and_so_are_several():
    empty = {"heard": "", "led_to": "", "fed_back": ""}
    assert _cases(_entry(**empty)) == ["no-effect"]
    assert _cases(_entry(**empty), _entry("-2", **empty)) == ["no-effect"]


def test_feedback_is_asked_for_by_itself_once_for_all():
    assert _cases(_entry(fed_back="")) == ["not-fed-back"]
    assert _cases(_entry(fed_back=""), _entry("-2", fed_back="")) == ["not-fed-back"]


def test_an_honest_reason_why_nothing_changed_is_an_answer():
    assert _cases(_entry(led_to="", no_change_because="There is no money for it before 2015")) == []


@pytest.mark.parametrize("date", ["2013-01-15", "2013-05-30"])
def test_an_entry_too_recent_to_have_had_effect_is_not_asked(date):
    assert _cases(_entry(heard="", led_to="", fed_back="", date=date)) == []


def test_an_honest_gap_is_not_asked():
    honest = "{missing: What people are told, owner: council, due: 2013-09-30}"
    assert _cases(_entry(fed_back="", not_yet=honest)) == []


def test_an_agreement_that_only_consults_is_told_so_once():
    assert _cases(_entry(level="consulted"), _entry("-2", level="informed")) == ["only-consulted"]
    assert _cases(_entry(level="consulted"), _entry("-2")) == []
    assert _cases(_entry(level="consulted"), _entry("-2", level="")) == []


@pytest.mark.parametrize(
    ("heard", "cases"),
    [
        ("Respondents broadly supported the priorities", ["approval-only"]),
        ("People were happy with the plan", ["approval-only"]),
        ("People supported the plan if buses run on Sundays", []),
        ("Most people agreed that help comes too late", []),
        ("Lights before repairs", []),
    ],
)
def test_that_people_agreed_is_not_all_that_they_said(heard, cases):
    assert _cases(_entry(heard=heard)) == cases
