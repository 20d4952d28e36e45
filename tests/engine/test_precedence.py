"""One finding for each cause: a rule gives way where another has said it."""

from typing import NamedTuple

from soa.engine.precedence import standing
from soa.rules import all_rules
from soa.source.places import Path
from tests.rules.sound import FRAME, checked


class Raised(NamedTuple):
    rule: str
    path: Path


LEAD = ("priorities", 0, "lead")
BROKEN = Raised("broken-reference", LEAD)


def _left(*raised):
    return standing(raised, all_rules())


def test_a_rule_gives_way_at_the_same_place_above_it_and_below_it():
    assert _left(BROKEN, Raised("unowned-outcome", LEAD)) == [Raised("unowned-outcome", LEAD)]
    assert _left(BROKEN, Raised("unowned-outcome", LEAD[:2])) == [Raised("unowned-outcome", LEAD[:2])]
    assert BROKEN not in _left(BROKEN, Raised("unowned-outcome", (*LEAD, 0)))


def test_a_rule_stands_beside_what_is_said_elsewhere():
    elsewhere = Raised("unowned-outcome", ("priorities", 1, "lead"))
    assert _left(BROKEN, elsewhere) == [BROKEN, elsewhere]


def test_a_rule_that_gives_way_to_nobody_always_stands():
    both = (Raised("unowned-outcome", LEAD), Raised("vague-priority", LEAD))
    assert _left(*both) == list(both)


def test_two_entries_run_together_on_one_line_are_one_finding_and_hide_no_other():
    text = FRAME.replace("plans:\n", "plans:\n  - {id: a-plan, title: One}  - {id: b-plan, title: Two}\n", 1)
    text = text.replace("vision: ", "vision: Well: ", 1)
    found = {one.rule for one in checked(text).findings if one.severity == "error"}
    assert found == {"wrong-type", "text-needs-quotes"}
    assert [one.path for one in checked(text).findings if one.rule == "text-needs-quotes"] == [("vision",)]
