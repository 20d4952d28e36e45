"""What an indicator counts, where its words and its direction say it together."""

import pytest

from soa.rules import all_rules
from tests.rules.alone import raised

RULE = "indicator-kind-doubtful"


@pytest.mark.parametrize(
    ("name", "direction", "cases"),
    [
        ("People treated at the infirmary after an assault", "up", ["words-differ"]),
        ("People treated at the infirmary after an assault", "down", []),
        ("Care home staff trained in preventing falls", "down", ["words-differ"]),
        ("Care workers who earn the living wage", "up", ["words-differ"]),
    ],
)
def test_people_reached_who_are_to_become_fewer_are_no_work_done(name, direction, cases):
    bad = all_rules()[RULE].bad.replace("Care home staff trained in preventing falls", name)
    text = bad.replace("direction: down", f"direction: {direction}").replace("  # here", "")
    assert raised(RULE, "indicator", text) == cases


def test_staff_whose_lives_the_outcome_is_about_are_people():
    outcome = """
- id: pay
  what:
    statement: {statement}
    indicators:
      - id: wage
        name: Care workers who earn the living wage
        kind: outcome
        unit: per cent of care workers
        direction: up
        baseline: {{period: 2012, value: 40}}
  how:
    - {{action: Pay it, owner: council, due: 2014-12-01}}
  by_whom: {{lead: council}}
  when:
    targets:
      - indicator: wage
        values:
          - {{period: 2017, value: 85}}
"""
    about_them = "More people who work in care are paid enough to live on"
    assert raised(RULE, "outcome", outcome.format(statement=about_them)) == []
    assert raised(RULE, "outcome", outcome.format(statement="People who fall get home sooner")) == ["words-differ"]
