"""What is advised where an answer has the wrong shape is right for that place, and can be followed as it stands."""

from datetime import date

import pytest

from soa import api
from tests.rules.sound import FRAME, checked

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
            due: 2017-02-28
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
        (
            "controlling_costs: []",
            "controlling_costs: home.bed-cost",
            "Put square brackets round it: controlling_costs: [home.bed-cost]",
        ),
        ("due: 2017-02-28", "due: March 2017", "Write the day, such as 2017-03-31."),
        ("due: 2017-02-28", "due: 2016-02", "Write the day, such as 2016-02-29."),
        ("due: 2017-02-28", "due: 31.3.17", "Write 2017-03-31"),
        ("due: 2017-02-28", "due: 03/31/2017", "Write the day, such as 2017-03-31."),
        ("due: 2017-02-28", "due: Q4 2016-17", "Write 2016-17 Q4"),
        ("due: 2017-02-28", "due: 2016/17 Q4", "Write 2016-17 Q4"),
        ("starts: 2013-04-01", "starts: April 2013", "Write the day, such as 2013-04-01."),
        ("  status: draft\n", "  status: draft\n  agreed: 2013-11\n", "Write the day, such as 2013-11-30."),
        (
            "  status: draft\n",
            "  status:\n",
            "Write the answer after the colon, one of: draft, consultation, submitted, agreed, under-review, ended.",
        ),
        ("due: 2017-02-28", "due: 2017-02-28\n            preventive: no", "Take the line out."),
        ("- id: home", "- id: 11.C", "Write outcome-11-c"),
        (
            "indicators: []",
            "indicators: [{id: admissions, direction: decrease}]",
            "Did you mean down? The words are: up, down, hold, context.",
        ),
        (
            "indicators: []",
            "indicators: [{id: admissions, baseline: {period: 2012-13, value: TBC}}]",
            "Write it in figures; where it is not known yet, write not_yet: in place of baseline:, with what is missing, its owner and the date of the first reading.",
        ),
        (
            "indicators: []",
            "indicators: [{id: admissions, baseline: {period: 2012-13, value: approx. 30}}]",
            "Write 30",
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
            "        how:",
            "        lead: council\n        how:",
            "It belongs under by_whom: write it there, indented by two spaces more than by_whom.",
        ),
        (
            "            due: 2017-02-28",
            "            by_whom: {lead: council}\n            due: 2017-02-28",
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


@pytest.mark.parametrize(
    ("level", "advice"),
    [
        ("at least 27", "Write 27; with direction up it means at least 27."),
        ("27 or more", "Write 27; with direction up it means at least 27."),
        ("<18.5", "Write the first level that will do, such as 18.4; with direction down it means at most 18.4."),
        ("more than 24", "Write the first level that will do, such as 25; with direction up it means at least 25."),
        ("18.5 to 17", "Write value: 18.5 and to: 17"),
        ("approx. 30", "Write 30"),
    ],
)
def test_a_level_in_words_and_figures_is_told_how_it_is_written(level: str, advice: str) -> None:
    found = checked(FRAME.replace("{period: 2016-17, value: 85.0}", f"{{period: 2016-17, value: {level}}}")).findings
    assert [(one.rule, one.help) for one in found] == [("wrong-form", advice)]


@pytest.mark.parametrize("wish", ["TBC", "improve year on year", "reduce by 5%"])
def test_a_wish_is_no_level(wish: str) -> None:
    found = checked(FRAME.replace("{period: 2016-17, value: 85.0}", f"{{period: 2016-17, value: {wish}}}")).findings
    assert [one.rule for one in found] == ["target-not-specific"]


@pytest.mark.parametrize("words", ["TBC", "tbc", "We expect outcomes to improve"])
def test_words_where_indicators_are_listed_name_no_measure(words: str) -> None:
    found = checked(FRAME.replace("controlling_costs: [home.bed-cost]", f"controlling_costs: {words}")).findings
    assert [one.rule for one in found] == ["prevention-evidence-missing"]


def test_partners_that_cannot_be_read_may_be_the_second_partner() -> None:
    text = FRAME.replace("owner: nhs-beg\n            due", "owner: council\n            due")
    text = text.replace("owner: tsi\n            due", "owner: council\n            due")
    text = text.replace("owner: nhs-beg, partners: [tsi]", "owner: council, partners: tsi")
    assert [one.rule for one in checked(text).findings if one.severity == "error"] == ["wrong-type"]


def test_the_form_of_a_target_is_judged_where_measured_over_is_written() -> None:
    text = FRAME.replace("{period: 2016-17, value: 18.5}", "{period: 2016, value: 18.5}")
    assert [(one.rule, one.case) for one in checked(text).findings] == [("impossible-dates", "period-form")]
    open_text = text.replace("              measured_over: financial-year\n", "")
    assert [(one.rule, one.case) for one in checked(open_text).findings] == [("baseline-and-target-unlike", "period")]
