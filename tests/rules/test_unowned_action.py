"""Who does it: one owner, who is a partner."""

import pytest

from tests.rules.alone import raised
from tests.rules.sound import FRAME, checked

ACTION = "- id: classes\n  action: Classes in eight village halls\n  due: 2017-02-28\n  preventive: before\n"


@pytest.mark.parametrize(
    ("owner", "cases"),
    [
        ("owner:", ["none"]),
        ("owner: []", ["none"]),
        ("owner: [tsi, council]", ["several"]),
        ("owner: all", ["collective"]),
        ("owner: Partners", ["collective"]),
        ("owner: to be confirmed", ["collective"]),
        ("owner: Alcohol and Drug Partnership", ["group"]),
        ("owner: tsi", []),
        ("owner: tsi\n  partners: [council, nhs-beg]", []),
        ("owner: hscp", []),
        ("owner: leisure-trust", []),
    ],
)
def test_an_owner_is_one_partner(owner, cases):
    assert raised("unowned-action", "action", f"{ACTION}  {owner}") == cases


def test_an_action_whose_owner_is_not_yet_known_says_so():
    honest = "  not_yet: {missing: The owner, owner: council, due: 2013-09-30}"
    assert raised("unowned-action", "action", ACTION + honest) == []


def test_words_that_name_nobody_are_not_called_a_broken_reference_too():
    text = FRAME.replace("owner: tsi\n            due: 2017", "owner: All partners\n            due: 2017")
    assert [one.rule for one in checked(text).findings] == ["unowned-action"]
