"""Whether partners reach an outcome together."""

import pytest

from tests.rules.alone import raised

OUTCOME = """
- id: falls
  what:
    statement: People aged 65 and over fall less often
    indicators:
      - id: admissions
        name: Emergency admissions after a fall, people aged 65 and over
        kind: outcome
        unit: per 1,000 people aged 65 and over
        direction: down
        baseline: {period: 2012-13, value: 21.3}
  how:
    - {action: A next-day visit to everyone who falls, owner: tsi, due: 2014-12-01}
  by_whom:
    lead: tsi
    post: Chief Officer
  when:
    targets:
      - {indicator: admissions, values: [{period: 2016-17, value: 18.5}]}
"""


def _cases(before="", after="", *others):
    return raised("one-partner-outcome", "outcome", OUTCOME.replace(before, after) if before else OUTCOME, *others)


def test_an_outcome_of_one_partner_is_questioned():
    assert _cases() == ["one-partner"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("owner: tsi", "owner: council"),
        ("owner: tsi", "owner: tsi, partners: [council]"),
        ("lead: tsi", "lead: hscp"),
        ("post: Chief Officer", "deputy: {partner: council}"),
        ("post: Chief Officer", "delivered_through: {body: hscp, oversight: A report each May}"),
        ("post: Chief Officer", "contributors: [{partner: council, contribution: Two drivers}]"),
        ("- id: falls", "- id: falls\n  state: stopped"),
        ("owner: tsi, ", ""),
        ("owner: tsi", "owner: [tsi, council]"),
    ],
)
def test_any_part_of_another_counts_and_so_do_the_members_of_a_joint_body(before, after):
    assert _cases(before, after) == []


def test_what_another_partner_gives_counts():
    served = ("serves: [older-people]\n    kind: people", "serves: [falls]\n    kind: people")
    assert _cases("", "", served) == []
    assert (
        _cases(
            "",
            "",
            (
                "prevention:\n  statement",
                "asks: [{id: a, of: council, ask: Two drivers, serves: [falls]}]\nprevention:\n  statement",
            ),
        )
        == []
    )
