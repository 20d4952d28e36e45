"""To whom leads answer: the board unless they say otherwise, and never only themselves."""

import pytest

from tests.rules.changed import cases, found

RULE = "accountability-unstated"
JOINT = "    joint_accountability: Each partner reports on its own part and answers questions on it in public\n"


def _by_whom(accountable_to):
    return {"by_whom": f"by_whom:\n  lead: nhs-beg\n  post: Director of Public Health{accountable_to}"}


@pytest.mark.parametrize("named", ["NHS Beg", "nhs-beg", "the NHS Beg", "nhs beg"])
def test_a_lead_that_answers_to_itself_is_reported(named):
    assert cases(RULE, parts=_by_whom(f"\n  accountable_to: {named}")) == ["to-itself"]


@pytest.mark.parametrize(
    "accountable_to",
    [
        "",
        "\n  accountable_to: Strathbeg Partnership Board",
        "\n  accountable_to: NHS Beg, Performance Committee, and the Partnership Board",
        "\n  accountable_to: [NHS Beg]",
    ],
)
def test_the_board_stands_for_nothing_written_and_a_committee_of_the_lead_may_come_besides(accountable_to):
    assert cases(RULE, parts=_by_whom(accountable_to)) == []


def test_many_such_leads_are_one_finding_that_names_them():
    board = "accountable_to: Strathbeg Partnership Board\n"
    (finding,) = found(
        RULE,
        (f"{board}          # contr", "accountable_to: hscp\n          # contr"),
        (
            f"post: Head of Housing\n          {board}",
            "post: Head of Housing\n          accountable_to: Strathbeg Council\n",
        ),
    )
    assert "in 2 outcomes" in finding.message
    assert "Strathbeg Council, Strathbeg Health and Social Care Partnership" in finding.message
    assert len(finding.related) == 1


def test_a_board_without_a_joint_answer_is_asked_once():
    assert cases(RULE, (JOINT, "")) == ["not-together"]


@pytest.mark.parametrize(
    "instead",
    [
        "    not_yet: {missing: The joint answer, owner: council, due: 2013-09-30}\n",
        "    joint_accountability: [to be written]\n",
    ],
)
def test_an_honest_gap_and_an_answer_that_could_not_be_read_are_not_asked(instead):
    assert cases(RULE, (JOINT, instead)) == []
