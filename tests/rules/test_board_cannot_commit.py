"""Whether the board's decisions bind the partners, and which of their bodies has seen the agreement."""

import pytest

from tests.rules.changed import cases, found
from tests.rules.sound import FRAME

RULE = "board-cannot-commit"
BINDING = '    - {partner: nhs-beg, body: NHS Beg Board, delegation: The chief executive may commit within the approved budget, limit: "£50,000"}\n'
SEEN = "    - {partner: nhs-beg, body: NHS Beg Board, date: 2013-03-20}\n"
SUBMITTED = ("status: consultation", "status: submitted")


def test_the_partners_whom_nothing_binds_are_listed_in_one_finding():
    (finding,) = found(RULE, (BINDING, ""))
    assert finding.case == "unbound"
    assert finding.message.endswith("these partners: NHS Beg")


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [(BINDING, ""), ("delegation: The leader may commit within", "delegation: Each member may commit within")],
        [
            (
                BINDING,
                BINDING.replace(
                    ', delegation: The chief executive may commit within the approved budget, limit: "£50,000"', ""
                ),
            )
        ],
        [
            (BINDING, ""),
            ("name: NHS Beg\n    kind: health-board", "name: NHS Beg\n    kind: health-board\n    signs: false"),
        ],
        [(BINDING, "    - {partner: nhs-beg, not_yet: {missing: The scheme, owner: nhs-beg, due: 2013-09-30}}\n")],
        [
            (BINDING, ""),
            ("  how_decisions_bind:\n    - {partner: council", "  how_decisions_bind:\n    - {partner: [council]"),
        ],
    ],
    ids=["all bound", "powers cited once", "the body decides itself", "does not sign", "honest gap", "unread"],
)
def test_must_not_fire(changes):
    assert found(RULE, *changes) == []


def test_no_binding_at_all_is_asked_once():
    bindings = FRAME[FRAME.index("  how_decisions_bind:") : FRAME.index("  considered_by:")]
    assert cases(RULE, (bindings, "")) == ["unbound"]


def test_which_body_has_seen_it_is_asked_from_the_day_it_is_submitted():
    assert found(RULE, (SEEN, "")) == []
    (finding,) = found(RULE, (SEEN, ""), SUBMITTED)
    assert finding.case == "not-considered"
    assert finding.message.endswith(": NHS Beg")


@pytest.mark.parametrize(
    "sign_off",
    [
        "sign_off:\n  - {partner: nhs-beg, body: NHS Beg Board, date: 2013-05-30}\n",
        "sign_off:\n  - {partner: council, date: 2013-05-30}\n",
    ],
    ids=["its body signed", "its signature is missing, which another rule says"],
)
def test_a_signature_tells_as_well(sign_off):
    agreed = ("status: consultation", "status: agreed\n  agreed: 2013-05-30")
    assert found(RULE, (SEEN, ""), agreed, ("# sign_off {\n", f"# sign_off {{\n{sign_off}")) == []
