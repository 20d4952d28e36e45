"""Whether an agreed plan says who signed it."""

import pytest

from tests.rules.changed import cases, found

RULE = "agreed-without-sign-off"
AGREED = ("  status: consultation", "  status: agreed\n  agreed: 2013-05-30")
LOCAL = ("kind: single-outcome-agreement", "kind: local-outcomes-improvement-plan")
COUNCIL = "{partner: council, body: Full council, date: 2013-05-30}"
NHS = "{partner: nhs-beg, body: NHS Beg Board, date: 2013-05-29}"
GOVERNMENT = "{partner: scottish-government, date: 2013-05-31}"


def _signed(*entries):
    return {"sign_off": "sign_off:\n" + "\n".join(f"  - {entry}" for entry in entries)}


def test_all_who_are_missing_are_one_error():
    (finding,) = found(RULE, AGREED)
    assert finding.severity == "error"
    assert finding.message.endswith(
        "no signature with a date is recorded for: NHS Beg, Strathbeg Council, the Scottish Government"
    )


@pytest.mark.parametrize(
    ("changes", "entries", "expected"),
    [
        ([AGREED], [COUNCIL, NHS, GOVERNMENT], []),
        ([AGREED], [COUNCIL, NHS], ["unsigned"]),
        ([AGREED], [COUNCIL, GOVERNMENT], ["unsigned"]),
        ([AGREED, ("    kind: health-board\n", "    kind: health-board\n    signs: false\n")], [COUNCIL, GOVERNMENT], []),
        ([AGREED, ("kind: third-sector-interface", "kind: third-sector-interface, signs: true")], [COUNCIL, NHS, GOVERNMENT], ["unsigned"]),
        ([AGREED], [COUNCIL, "{partner: nhs-beg, not_yet: {missing: Its signature, owner: nhs-beg, due: 2013-06-30}}", GOVERNMENT], []),
        ([AGREED, LOCAL], [COUNCIL, NHS], []),
        ([AGREED, LOCAL], [COUNCIL], ["unsigned-plan"]),
        ([], [COUNCIL], []),
        ([("status: consultation", "status: submitted")], [], []),
        ([AGREED], [COUNCIL, "{partner: [nhs-beg], date: 2013-05-29}"], []),
    ],
    ids=["all", "no government", "no health board", "it does not sign", "one that is marked", "honest gap", "no government for a local plan",
         "a local plan", "a draft", "submitted", "unread"],
)  # fmt: skip
def test_only_those_who_sign_are_asked(changes, entries, expected):
    parts = _signed(*entries) if entries else {}
    assert cases(RULE, *changes, parts=parts) == expected


def test_a_local_plan_without_signatures_is_a_warning():
    (finding,) = found(RULE, AGREED, LOCAL, parts=_signed(COUNCIL))
    assert finding.severity == "warning"


def test_signatures_older_than_what_was_submitted_are_one_warning():
    early = [COUNCIL.replace("2013-05-30", "2013-03-14"), NHS.replace("2013-05-29", "2013-03-20"), GOVERNMENT]
    (finding,) = found(RULE, AGREED, parts=_signed(*early))
    assert (finding.case, finding.severity) == ("early", "warning")
    assert finding.message.endswith(": NHS Beg, Strathbeg Council")


def test_a_signature_of_the_day_of_submission_is_not_early():
    parts = _signed(COUNCIL.replace("2013-05-30", "2013-03-28"), NHS, GOVERNMENT)
    assert cases(RULE, AGREED, parts=parts) == []


def test_a_signature_of_the_month_of_submission_may_be_later():
    assert cases(RULE, AGREED, parts=_signed(COUNCIL.replace("2013-05-30", "2012-13"), NHS, GOVERNMENT)) == []
