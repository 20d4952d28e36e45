"""Changes put down to the partnership."""

import pytest

from tests.rules.alone import raised

RULE = "unsupported-attribution"


def _place(text):
    return raised(RULE, "place", "place:\n  text: |\n    " + text.replace("\n", "\n    "))


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to our partnership, unemployment fell by a tenth.",
        "Crime has fallen by 30 per cent as a result of joint working.",
        "Through **partnership working**, fire deaths have been halved.",
        "Our work has led to a 12% reduction in youth crime.",
        "The partnership has cut unemployment in Muirton, which is down by a fifth; fewer people claim.",
        "The last Single Outcome Agreement delivered a fall in smoking – 24 to 21 per cent.",
    ],
)
def test_a_change_is_put_down_to_the_partnership(text):
    assert _place(text) == ["unsupported"]


@pytest.mark.parametrize(
    "text",
    [
        "Our classes contributed to the fall in admissions.",
        "Our work helped to reduce crime, which fell by a tenth.",
        "Unemployment rose as a result of the closure of the mill.",
        "Admissions rose because of two severe winters.",
        "Thanks to our volunteers, 600 homes were insulated.",
        "As a result of our training, the number of volunteers rose to 600.",
        "Falls will be fewer as a result of our work.",
        "We hope that through our partnership fewer people will fall.",
        "The fall in crime is not due to our work alone.",
        "Crime fell as a result of our work, as an evaluation by the university showed.",
        "Crime fell as a result of our work. In like areas it rose.",
        "Unemployment fell by a tenth, about as much as in like areas; our programme placed 310 people.",
        "Our population has grown, and fewer people are in work.",
        "One fall in three ends in hospital.",
        "Partners cut the grass together.",
    ],
)
def test_hedged_claims_other_causes_outputs_hopes_and_evaluations_pass(text):
    assert _place(text) == []


CLAIM = "Admissions fell by a tenth thanks to our partnership"
FINDING = (
    "finding: 375 people aged 65 and over were admitted after a fall in 2012/13, and 118 of them came from Muirton"
)


def test_a_finding_of_an_evaluation_may_say_what_caused_what():
    assert raised(RULE, "soa", "soa: 1", (FINDING, f"finding: {CLAIM}")) == ["unsupported"]
    assert raised(RULE, "soa", "soa: 1", (FINDING, f"finding: {CLAIM}\n    kind: evaluation")) == []


def test_a_priority_whose_outcomes_are_all_in_the_partners_hands_may_claim_them():
    here = ("    why_here: One fall", f"    why_here: {CLAIM}. One fall")
    assert raised(RULE, "soa", "soa: 1", here) == ["unsupported"]
    direct = ("          influence: partial", "          influence: direct")
    assert raised(RULE, "soa", "soa: 1", here, direct) == ["unsupported"]
    both = ("          factors: [house prices]", "          influence: direct\n          factors: [house prices]")
    assert raised(RULE, "soa", "soa: 1", here, direct, both) == []
