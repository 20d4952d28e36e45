"""Whether a priority rests on evidence of need in its area."""

import pytest

from tests.rules.alone import raised

RULE = "priority-without-local-evidence"
ENTRY = "evidence:\n  - {id: ev-falls, finding: FINDING, PLACE source: ISD Scotland, date: DATE}\n"


def _priority(said="", number=0):
    return f"- id: fires{number}\n  title: Fewer house fires in street {number}\n  lead: council\n{said}"


def _entry(finding="375 people fell", place="place: Strathbeg,", date="2012-13", *changes):
    text = ENTRY.replace("FINDING", finding).replace("PLACE", place).replace("DATE", date)
    return raised(RULE, "evidence", text, *changes)


NO_TESTIMONY = ("    engagement: [eng-falls]\n", "")


def test_a_priority_that_rests_on_nothing_is_an_error_of_its_own():
    assert raised(RULE, "another", _priority() + _priority(number=1)) == ["none", "none"]


def test_where_no_priority_rests_on_anything_that_is_said_once():
    gone = ("    evidence: [ev-falls]\n", "")
    reason = (
        "    why_here: One fall in three that ends in hospital ends in a move to residential care, and more often in Muirton.\n",
        "",
    )
    assert raised(RULE, "another", _priority(), gone, reason, NO_TESTIMONY) == ["none"]


@pytest.mark.parametrize(
    "said",
    [
        "  engagement: [eng-falls]\n",
        "  engagement: [eng-nowhere]\n",
        "  engagement: {}\n",
        "  evidence: [ev-falls]\n",
        "  evidence: [ev-nowhere]\n",
        "  evidence: {}\n",
        "  not_yet: {missing: The evidence, owner: council, due: 2013-09-30}\n",
    ],
)
def test_testimony_references_that_lead_nowhere_and_honest_gaps_are_no_lack_of_evidence(said):
    assert raised(RULE, "another", _priority(said)) == []


def test_figures_without_a_source_lack_only_that():
    assert raised(RULE, "another", _priority("  why_here: Fires are twice our family average.\n")) == ["no-source"]
    assert raised(RULE, "another", _priority("  why_here: Scotland has too many house fires.\n")) == ["none"]


def test_evidence_about_the_whole_country_alone_is_questioned():
    assert _entry("Falls rise", "place: Scotland,", "2012-13", NO_TESTIMONY) == ["national"]


def test_what_people_here_said_stands_beside_national_data():
    assert _entry("Falls rise", "place: Scotland,") == []


@pytest.mark.parametrize(
    ("finding", "place"),
    [
        ("In Strathbeg 375 people fell, more than anywhere else", "place: Scotland,"),
        ("In Muirton falls are twice as frequent", "place: Across Scotland,"),
        ("Falls rise", "place: Strathbeg,"),
        ("Falls rise", ""),
        ("Falls rise", "place: Scotland and Strathbeg,"),
    ],
)
def test_national_data_that_give_a_local_figure_are_local(finding, place):
    assert _entry(finding, place, "2012-13", NO_TESTIMONY) == []


def test_age_is_measured_against_the_agreement_and_is_advice():
    assert _entry(date="2009-03-27") == ["old"]
    assert _entry(date="2009-03-28") == []


def test_an_old_figure_that_is_the_latest_is_not_old():
    assert _entry("375 people fell", "latest_available: true,", "2001") == []
