"""Whether one post has more than a person can see to."""

import pytest

from tests.rules.changed import found

RULE = "one-post-too-many"


def _outcomes(*by_whom):
    outcomes = "\n".join(
        f"    - id: o{number}\n      by_whom: {{{one}}}\n      not_yet: {{missing: It, owner: council, due: 2013-06-30}}"
        for number, one in enumerate(by_whom)
    )
    return f"- id: jobs\n  title: Jobs\n  lead: council\n  outcomes:\n{outcomes}"


def _actions(count, post="Falls Lead", more=""):
    actions = "\n".join(
        f"  - {{action: Class {number}, owner: tsi, due: 2014-02-14, post: {post}{more}}}" for number in range(count)
    )
    return f"how:\n{actions}"


def test_one_finding_for_each_post_and_its_places_beside_it():
    (finding,) = found(RULE, parts={"another": _outcomes(*["lead: council, post: Head of Schools"] * 5)})
    assert finding.message == "the Head of Schools at Strathbeg Council leads 5 outcomes (4 at most)"
    assert len(finding.related) == 4


def test_actions_count_too():
    (finding,) = found(RULE, parts={"how": _actions(16)})
    assert finding.message == "the Falls Lead at Strathbeg Voluntary Action owns 16 actions (15 at most)"


def test_the_post_is_the_same_however_it_is_written_and_whoever_leads():
    posts = [
        f"lead: {lead}, employer: council, post: {post}"
        for lead in ("hscp", "nhs-beg")
        for post in ("Chief Officer", "chief  officer", "Chief Officer")
    ]
    assert len(found(RULE, parts={"another": _outcomes(*posts)})) == 1


@pytest.mark.parametrize(
    "parts",
    [
        {"another": _outcomes(*["lead: council, post: Head of Schools"] * 4)},
        {"another": _outcomes(*["lead: council, post: Director"] * 3, *["lead: nhs-beg, post: Director"] * 3)},
        {"another": _outcomes(*["lead: council, post: Service Manager"] * 6)},
        {"another": _outcomes(*["lead: council, post: Head Teachers"] * 6)},
        {"how": _actions(15)},
        {"how": _actions(16, more=", state: done")},
        {"how": _actions(16, post="Team Leader")},
    ],
    ids=["four", "two bodies", "a title of many", "several posts", "fifteen", "done", "a title of many, for actions"],
)
def test_must_not_fire(parts):
    assert found(RULE, parts=parts) == []


def test_the_limits_can_be_set():
    assert found(RULE, parts={"how": _actions(3)}, options={"actions": 2})
