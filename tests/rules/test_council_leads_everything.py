"""Whether the lead of outcomes is shared."""

import pytest

from tests.rules.changed import found

RULE = "council-leads-everything"
REAL = ("  area: Strathbeg\n  fictional: true", "  area: Shetland")


def _led_by(*leads):
    """A second priority whose outcomes are led so; the frame's own two are led by the partnership and the council."""
    outcomes = "\n".join(
        f"    - id: o{number}\n      by_whom: {{lead: {lead}, post: Head {number}}}\n"
        "      not_yet: {missing: What will improve, owner: council, due: 2013-06-30}"
        for number, lead in enumerate(leads)
    )
    gap = "not_yet: {missing: The rest, owner: council, due: 2013-06-30}"
    return f"- id: jobs\n  title: Fewer young people without a job\n  lead: council\n  {gap}\n  outcomes:\n{outcomes}"


def test_one_finding_says_how_many_and_who_leads_nothing():
    (finding,) = found(RULE, parts={"another": _led_by(*["council"] * 5)})
    assert finding.severity == "warning"
    assert finding.message == "Strathbeg Council leads 6 of 7 outcomes"


def test_a_statutory_partner_that_leads_nothing_is_named():
    police = ("  - {id: tsi,", "  - {id: police, name: Police Scotland, kind: police}\n  - {id: tsi,")
    (finding,) = found(RULE, police, parts={"another": _led_by(*["council"] * 5)})
    assert finding.message.endswith("and these lead none: Police Scotland")


@pytest.mark.parametrize(
    ("leads", "changes"),
    [
        (["council", "council"], []),
        (["council", "council", "council", "nhs-beg"], []),
        (["hscp"] * 5, []),
        (["council"] * 3 + ["tsi", "nhs-beg"], []),
        (["council"] * 5, [REAL]),
    ],
    ids=["fewer than five", "two thirds", "the joint body is not the council", "shared", "an island with few partners"],
)
def test_must_not_fire(leads, changes):
    assert found(RULE, *changes, parts={"another": _led_by(*leads)}) == []


def test_outcomes_no_longer_pursued_do_not_count():
    text = _led_by(*["council"] * 5).replace("- id: o", "- state: stopped\n      id: o")
    assert found(RULE, parts={"another": text}) == []


def test_the_limits_can_be_set():
    assert found(RULE, parts={"another": _led_by("council", "council")}, options={"outcomes": 4, "share": 70})
    assert not found(RULE, parts={"another": _led_by(*["council"] * 5)}, options={"share": 90})
