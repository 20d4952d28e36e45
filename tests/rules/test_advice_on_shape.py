"""What is advised where an answer has the wrong shape is right for that place, and can be followed as it stands."""

from datetime import date

import pytest

from soa import api

WHOLE = """\
soa: 1
agreement:
  title: Glenmore Single Outcome Agreement 2013 to 2023
  area: Glenmore
  fictional: true
  starts: 2013-04-01
  ends: 2023-03-31
  status: draft
vision: People in Glenmore live longer, healthier lives
partners:
  - id: council
    name: Glenmore Council
    kind: council
priorities:
  - id: falls
    title: Older people fall less
    lead: council
    outcomes:
      - id: home
        what:
          statement: People aged 65 and over fall less often
          indicators: []
        how:
          - action: Classes in eight village halls
            owner: council
            partners: [council]
            due: 2017-03-31
prevention:
  statement: Money moves from beds to classes.
  how_we_will_know:
    controlling_costs: []
"""


def _advice(before: str, after: str) -> list[str]:
    assert before in WHOLE
    text = WHOLE.replace(before, after)
    return [one.help for one in api.check({"soa.yaml": text.encode()}, as_of=date(2013, 6, 30)).findings]


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        ("soa: 1\n", "", "Add a line: soa: 1"),
        (
            "          indicators: []",
            "          not_yet: TBC",
            "Write missing: and owner: and due: on lines of their own, each indented below not_yet:",
        ),
        (
            "indicators: []",
            "indicators: [{id: admissions, baseline: 21.3}]",
            "Write period: and value: on lines of their own, each indented below baseline:",
        ),
        ("  area: Glenmore\n", "  area:\n", "Write the answer after the colon."),
        (
            "  status: draft\n",
            "  status: draft\n  agreed:\n",
            "Write the answer after the colon, or take the line out.",
        ),
        ("partners: [council]", "partners: council", "Put square brackets round it: partners: [council]"),
        (
            "controlling_costs: []",
            "controlling_costs: {not_yet: {missing: Costs, owner: council, due: 2014}}",
            "not_yet stands beside the other keys there, in place of controlling_costs, and not below it.",
        ),
    ],
)
def test_the_advice_says_what_to_write_in_that_place(before: str, after: str, advice: str) -> None:
    assert advice in _advice(before, after)
    assert advice not in _advice(before, before)


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        (
            "  status: draft\n",
            "status: draft\n",
            "It belongs under agreement: write it there, indented by two spaces more than agreement.",
        ),
        (
            "          indicators:",
            "        indicators:",
            "It belongs under what: write it there, indented by two spaces more than what.",
        ),
        (
            "            due: 2017-03-31",
            "            by_whom: {lead: council}\n            due: 2017-03-31",
            "Begin it in the same column as how, where it belongs.",
        ),
    ],
)
def test_a_key_that_belongs_near_by_is_sent_there(before: str, after: str, advice: str) -> None:
    assert advice in _advice(before, after)


def test_a_key_that_belongs_nowhere_near_gets_the_list_of_keys() -> None:
    assert any(
        one.startswith("The keys here are: soa, agreement") for one in _advice("vision:", "colour: green\nvision:")
    )


def test_too_many_indicators_in_an_outcome_without_a_readable_id_are_counted_all_the_same() -> None:
    six = "".join(f"\n            - {{id: i{one}, name: Falls}}" for one in range(6))
    text = WHOLE.replace("indicators: []", f"indicators:{six}").replace("- id: home", "- id: 11.C")
    found = [one.message for one in api.check({"soa.yaml": text.encode()}, as_of=date(2013, 6, 30)).findings]
    assert any("more than 5 indicators each: one whose id cannot be read" in one for one in found)


@pytest.mark.parametrize("breakdown", ["[young, {of: old}]", "young"])
def test_a_gap_is_not_called_broken_where_its_breakdown_cannot_be_read(breakdown: str) -> None:
    indicator = f"[{{id: admissions, breakdown: {breakdown}, gap: {{between: [young, old]}}}}]"
    text = WHOLE.replace("indicators: []", f"indicators: {indicator}")
    found = api.check({"soa.yaml": text.encode()}, as_of=date(2013, 6, 30)).findings
    assert not any("breakdown" in one.message for one in found if one.rule == "broken-reference")
