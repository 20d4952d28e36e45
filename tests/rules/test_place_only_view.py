"""Whether anybody who is not a place was asked or measured; only where the rule is turned on."""

import pytest

from soa.config.settings import Settings
from tests.rules.sound import checked

RULE = "place-only-view"
NORTH = "{id: north, group: 60 residents of the north area, date: 2012-10-30}"


def _cases(*engagement, more=""):
    listed = "".join(f"  - {one}\n" for one in engagement)
    text = f"soa: 1\nagreement: {{area: Strathbeg}}\nlocalities:\n  - {{id: muirton, name: Muirton}}\nengagement:\n{listed}{more}"
    found = checked(text, settings=Settings(rules={RULE: "on"})).findings
    return [one.case for one in found if one.rule == RULE]


def test_places_alone_are_remarked_on_once():
    assert _cases(NORTH, "{id: muirton-talks, group: People of Muirton, date: 2012-11-06}") == ["places"]


@pytest.mark.parametrize(
    "group",
    [
        "Gypsy/Travellers across the area",
        "The people of the Travellers' site at Muirton",
        "Islanders of Hoy",
        "184 people over 70 and their families",
        "Young people",
    ],
)
def test_a_group_that_is_no_place_or_a_place_and_a_people_is_enough(group):
    assert _cases(NORTH, f"{{id: other, group: {group}, date: 2012-11-06}}") == []


def test_a_group_in_a_breakdown_an_outcome_or_the_evidence_is_enough():
    both = (NORTH, NORTH.replace("north", "south"))
    assert _cases(*both) == ["places"]
    assert _cases(*both, more="evidence:\n  - {id: ev, finding: Care leavers lose their homes}\n") == []
    breakdown = "indicators:\n  - {id: i, breakdown: [{of: OF, baseline: {period: 2012, value: 1}}]}\n"
    assert _cases(*both, more=breakdown.replace("OF", "women")) == []
    assert _cases(*both, more=breakdown.replace("OF", "muirton")) == ["places"]


def test_a_single_entry_is_not_judged_and_nothing_is_said_in_an_ordinary_lint():
    assert _cases(NORTH) == []
    text = f"soa: 1\nengagement:\n  - {NORTH}\n  - {NORTH.replace('north', 'south')}\n"
    assert [one for one in checked(text).findings if one.rule == RULE] == []
