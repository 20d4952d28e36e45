"""Whether a priority says what partners reach together that none would reach alone."""

import pytest

from tests.rules.alone import raised

RULE = "added-value-missing"


def _cases(said):
    return raised(RULE, "another", f"- id: ice\n  title: Fewer people fall on ice\n  lead: council\n{said}")


@pytest.mark.parametrize(
    "text",
    [
        "Partners will work closely together in partnership.",
        "NHS Beg and Strathbeg Council will collaborate to deliver better outcomes for local people.",
        "No one agency can do this alone.",
        "Joint working avoids duplication and makes the best use of our shared resources and expertise.",
        "A collaborative, joined-up approach across the public and third sectors.",
        "We work closely together in partnership to deliver better outcomes.",
        "Together we are greater than the sum of our parts, and only by working as one can we realise the step change that families deserve.",
        "We will harness the power of community by weaving a web of support around each person that no single service could offer.",
    ],
)
def test_words_of_working_together_alone_are_no_added_value(text):
    assert _cases(f"  added_value: {text}\n") == ["general"]


@pytest.mark.parametrize(
    "text",
    [
        "Partners work together in one falls team.",
        "We will work together, with a shared budget of £300,000.",
        "By working together we close three of the four offices.",
        "Police and hospital read their records together for the first time.",
        "The council has the halls, the board the therapists.",
        "Partners pool what they know of 40 families.",
        "Together we can house people the day they leave prison.",
    ],
)
def test_plain_wording_that_names_what_is_joined_or_a_number_passes_also_where_it_says_work_together(text):
    assert _cases(f"  added_value: {text}\n") == []


def test_no_answer_at_all_is_missed_and_once_where_every_priority_lacks_it():
    assert _cases("") == ["absent"]
    both = (
        "    added_value: One referral route replaces four, so that a person who falls tells the story once; no partner could close the other three.\n",
        "",
    )
    assert raised(RULE, "another", "- id: ice\n  title: Fewer people fall on ice\n  lead: council\n", both) == [
        "absent"
    ]


@pytest.mark.parametrize(
    "said", ["  added_value: [1]\n", "  not_yet: {missing: The outcomes, owner: council, due: 2013-09-30}\n"]
)
def test_what_cannot_be_read_and_an_honest_gap_are_not_missed(said):
    assert _cases(said) == []
