"""What looks at the timetable and at today: deadlines, answers, gaps that stay open, plans that nobody opens."""

from datetime import date

import pytest

from soa.rules import all_rules
from tests.rules.changed import cases, found
from tests.rules.sound import FRAME, checked, said

SUBMITTED = "  submitted: 2013-03-28\n"
ANSWER = (
    "by: 2014-03-31, response: The records will be linked from April 2014, response_date: 2013-05-20}",
    "by: 2013-04-30}",
)
GAP = "not_yet: {missing: The last class, owner: tsi, due: 2013-04-30}"
STALE = "stale-agreement"
OWN = {"submitted": date(2013, 3, 1), "agreed": date(2013, 5, 1)}


def _dates(submitted, agreed=""):
    return (SUBMITTED, f"  submitted: {submitted}\n" + (f"  agreed: {agreed}\n" if agreed else ""))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], []),
        ([_dates("2013-04-01", "2013-06-28")], []),
        ([_dates("2013-04-02")], ["late"]),
        ([_dates("2013-03-28", "2013-06-29")], ["late"]),
        ([_dates("2013-04-02", "2013-06-29")], ["late"]),
        ([_dates("2013")], []),
        ([(SUBMITTED, "")], []),
        ([_dates("2013-05-09"), ("starts: 2013-04-01", "starts: 2014-04-01")], []),
        ([_dates("2013-05-09"), ("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan")], []),
        ([_dates("2013-05-09"), ("ends: 2023-03-31", "ends: 2013-05-31")], []),
    ],
    ids=["frame", "on the day", "late draft", "late agreement", "both, once", "the year only", "not submitted", "a later round", "another kind", "history"],
)  # fmt: skip
def test_the_days_of_2013_judge_recorded_dates_of_that_round_only(changes, expected):
    assert cases("deadline-missed", *changes) == expected


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ([], date(2013, 2, 1), ["late"]),
        ([(SUBMITTED, "")], date(2013, 3, 1), []),
        ([(SUBMITTED, "")], date(2013, 3, 2), ["passed"]),
        ([_dates("2013-02-28")], date(2013, 5, 1), []),
        ([_dates("2013-02-28")], date(2013, 5, 2), ["passed"]),
        ([_dates("2013-02-28", "2013-04-30")], date(2014, 5, 2), []),
        ([_dates("2013-02-28"), ("status: consultation", "status: under-review")], date(2014, 5, 2), []),
    ],
)
def test_a_round_of_ones_own_goes_first_and_asks_for_what_is_due(changes, today, expected):
    assert cases("deadline-missed", *changes, timetable=OWN, today=today) == expected


def test_an_extension_is_the_rounds_own_day():
    own = {"submitted": date(2013, 5, 31)}
    assert cases("deadline-missed", _dates("2013-05-09"), timetable=own) == []


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ([ANSWER], date(2013, 5, 1), ["unanswered"]),
        ([ANSWER], date(2013, 4, 30), []),
        ([ANSWER, ("by: 2013-04-30}", "by: 2013-04-30, response: No}")], date(2013, 5, 1), []),
        ([ANSWER, ("by: 2013-04-30}", "by: 2013-04-30, not_yet: {missing: An answer, owner: council, due: 2013-09-30}}")], date(2013, 5, 1), []),
        ([ANSWER, ("status: consultation", "status: draft")], date(2013, 5, 1), []),
        ([(", by: 2014-03-31, response: The records will be linked from April 2014, response_date: 2013-05-20}", "}")], date(2022, 5, 1), []),
        ([ANSWER], date(2023, 5, 1), []),
    ],
    ids=["passed", "the day itself", "answered", "honest gap", "a draft", "no day named", "history"],
)  # fmt: skip
def test_an_answer_is_asked_for_when_its_day_has_passed(changes, today, expected):
    assert cases("ask-unanswered", *changes, today=today) == expected


@pytest.mark.parametrize(
    ("of", "name"), [("scottish-government", "the Scottish Government"), ("council", "Strathbeg Council")]
)
def test_the_point_is_addressed_to_the_body_that_was_asked(of, name):
    (finding,) = found("ask-unanswered", ANSWER, ("of: scottish-government", f"of: {of}"))
    assert finding.message == f"{name} was asked to answer by 2013-04-30, and no answer is recorded"


@pytest.mark.parametrize(
    ("header", "rules"),
    [
        ("status: consultation", ["not-yet-overdue"]),
        ("status: agreed\n  agreed: 2013-04-30", ["not-yet-overdue"]),
        ("status: agreed\n  agreed: 2013-05-01", ["not-yet-carried-over"]),
    ],
    ids=["before its day", "on its day", "after its day"],
)
def test_a_gap_left_open_when_the_status_changed_is_an_error_and_said_once(header, rules):
    text = FRAME.replace("            due: 2017-02-28\n", f"            {GAP}\n").replace(
        "status: consultation", header
    )
    gaps = {name: all_rules()[name] for name in ("not-yet-overdue", "not-yet-carried-over")}
    findings = checked(text, gaps).findings
    assert [one.rule for one in findings if one.rule in gaps] == rules
    severities = {"not-yet-overdue": "warning", "not-yet-carried-over": "error"}
    assert all(one.severity == severities[one.rule] for one in findings if one.rule in gaps)


AGREED = ("status: consultation", "status: agreed\n  agreed: 2013-05-30")
LONG_AFTER = date(2014, 3, 1)


def test_a_plan_that_nobody_opened_is_asked_once_what_became_of_the_work():
    (finding,) = found(STALE, AGREED, today=LONG_AFTER)
    assert finding.severity == "advice"
    assert finding.message == (
        "nothing is recorded here after 2013-05-30, and it is not said what became of what was due since: "
        "“A next-day visit to everyone who falls” (2013-12-01); “Handrails fitted within ten working days” (2014-02-28)"
    )


@pytest.mark.parametrize(
    ("changes", "today"),
    [
        ([AGREED], date(2013, 11, 29)),
        ([AGREED, ("by: 2014-03-31, response: The records will be linked from April 2014, response_date: 2013-05-20}", "by: 2014-03-31, response: Yes, response_date: 2013-11-12}")], LONG_AFTER),
        ([AGREED, ("due: 2013-12-01", "due: 2013-12-01\n            state: under-way"), ("due: 2014-02-28,", "due: 2014-02-28, state: done,")], LONG_AFTER),
        ([AGREED], date(2023, 4, 1)),
        ([], LONG_AFTER),
    ],
    ids=["within six months", "something newer is recorded", "the work is marked", "history", "not agreed"],
)  # fmt: skip
def test_a_plan_that_is_used_is_not_asked(changes, today):
    assert cases(STALE, *changes, today=today) == []


@pytest.mark.parametrize(("today", "expected"), [(date(2013, 11, 29), []), (date(2013, 11, 30), ["untouched"])])
def test_six_months_are_counted_to_the_day(today, expected):
    assert cases(STALE, AGREED, ("due: 2013-12-01", "due: 2013-10-01"), today=today) == expected


@pytest.mark.parametrize(("today", "expected"), [(date(2013, 12, 1), []), (date(2013, 12, 2), ["untouched"])])
def test_work_is_late_only_after_its_day(today, expected):
    assert cases(STALE, AGREED, today=today) == expected


def test_the_quiet_time_can_be_set():
    assert cases(STALE, AGREED, today=LONG_AFTER, options={"months": 12}) == []


def test_nothing_here_is_an_error_because_a_day_has_passed():
    needing_today = [rule for rule in all_rules().values() if rule.needs_today]
    assert {case.severity for rule in needing_today for case in rule.cases.values()} <= {"warning", "advice"}
    assert "error" not in " ".join(said(checked(FRAME, today=date(2022, 6, 1))))
