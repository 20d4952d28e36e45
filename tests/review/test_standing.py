"""The grid: each outcome by the four questions, and the prevention plan by its four proofs."""

import pickle

import pytest

from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.review.standing import COLUMNS, EFFECTS, Answer, OutcomeRow, grid_of
from soa.rules import all_rules
from tests.review.drafts import draft, with_part
from tests.rules.sound import FRAME, checked, put

BY_WHOM = FRAME[FRAME.index("        by_whom:\n") : FRAME.index("        # }\n        # when {")]


def _row(result: Checked, name: str = "falls") -> OutcomeRow:
    return next(row for row in grid_of(result).outcomes if row.id == name)


def _marks(result: Checked, name: str = "falls") -> list[str]:
    return [getattr(_row(result, name), column).mark for column in COLUMNS]


def _proof(result: Checked, name: str) -> Answer:
    return dict(grid_of(result).proofs)[name]


def test_a_sound_plan_is_answered_throughout_and_says_nothing_more():
    grid = grid_of(draft())
    answers = [getattr(row, column) for row in grid.outcomes for column in COLUMNS]
    answers += [answer for _, answer in grid.proofs]
    assert {(one.mark, one.why) for one in answers} == {("answered", "")}
    assert [row.id for row in grid.outcomes] == ["falls", "home"]
    assert [name for name, _ in grid.proofs] == [
        "A decisive shift",
        "Improving outcomes",
        "Reducing future need",
        "Controlling costs",
    ]
    assert pickle.loads(pickle.dumps(grid)) == grid


def test_every_effect_is_that_of_a_rule_and_case_there_is_and_above_advice():
    rules = all_rules()
    for key in EFFECTS:
        name, _, case = key.partition("/")
        severities = {one.severity for word, one in rules[name].cases.items() if not case or word == case}
        assert severities, key
        assert severities - {"advice"}, f"{key} is advice, which makes nothing thin"


@pytest.mark.parametrize(
    ("part", "example", "column", "mark", "why"),
    [
        ("how", "how: []\n", "how", "missing", "no action is named"),
        ("by_whom", "by_whom: {lead: All partners, post: Chief Officer}\n", "by_whom", "missing", "nobody"),
        ("by_whom", "by_whom: {}\n", "by_whom", "missing", "no partner leads"),
        ("when", "when:\n  targets: []\n", "when", "missing", "no target"),
        (
            "by_whom",
            "by_whom: {lead: hscp, accountable_to: Strathbeg Partnership Board}\n",
            "by_whom",
            "thin",
            "no post",
        ),
        (
            "when",
            "when:\n  milestones: [{milestone: One route open in all six towns, by: 2014-03-14}]\n",
            "when",
            "thin",
            "milestones only",
        ),
        (
            "when",
            "when:\n  targets: [{indicator: admissions, values: [{period: 2014-15, value: 24.0}]}]\n",
            "when",
            "thin",
            "a target is worse than today",
        ),
    ],
)
def test_one_answer_missing_or_thin_leaves_the_others_as_they_are(part, example, column, mark, why):
    result = with_part(part, example)
    answer = getattr(_row(result), column)
    assert answer.mark == mark
    assert why in answer.why
    others = [getattr(_row(result), one).mark for one in COLUMNS if one != column]
    assert others == ["answered"] * 3
    assert _marks(result, "home") == ["answered"] * 4


def test_an_answer_in_a_form_that_cannot_be_read_is_said_to_be_that():
    result = with_part("how", "how: {action: Classes in eight halls, owner: tsi, due: 2014-02-28}\n")
    assert _row(result).how == Answer("missing", "it could not be read", ("priorities", 0, "outcomes", 0, "how"))


def test_a_target_in_words_only_is_no_target():
    result = with_part(
        "when", "when:\n  targets: [{indicator: admissions, values: [{period: 2016-17, value: improve}]}]\n"
    )
    assert _row(result).when.mark == "missing"
    assert _row(result).when.why == "no target has a figure and a date"


def test_what_will_be_settled_is_thin_and_says_by_whom_and_when():
    not_yet = "not_yet: {missing: The first reading, owner: nhs-beg, due: 2013-09-30}"
    settled = with_part("when", f"when:\n  {not_yet}\n")
    assert _row(settled).when.mark == "thin"
    assert _row(settled).when.why == "to be settled by NHS Beg, by 30 September 2013"
    assert _row(settled).when.path[-1] == "not_yet"


def test_what_was_to_be_settled_by_now_is_missing():
    not_yet = "not_yet: {missing: The first reading, owner: nhs-beg, due: 2013-04-02}"
    late = with_part("when", f"when:\n  {not_yet}\n")
    assert _row(late).when.mark == "missing"
    assert _row(late).when.why == "it was to be settled by NHS Beg, by 2 April 2013"


def test_a_vague_outcome_is_thin_and_one_that_nothing_measures_says_nothing_at_all():
    statement = "People aged 65 and over fall less often, and those who do get home and stay there"
    text = put("success", "").replace(statement, "A vibrant, thriving place", 1)
    assert _row(draft(text=text)).what == Answer(
        "thin",
        "no condition is named that could be seen to change",
        ("priorities", 0, "outcomes", 0, "what", "statement"),
    )
    start, end = (
        text.index("          indicators:\n            # indicator {"),
        text.index("        # }\n        # how {"),
    )
    result = checked(text[:start] + "          indicators: []\n" + text[end:])
    assert _row(result).what.mark == "missing"
    assert _row(result).what.why == "neither words nor a measure say what will improve"


def test_actions_are_counted_and_one_vague_one_of_two_is_enough_but_not_one_of_three():
    vague = ("Strength and balance classes in eight village halls", "Explore opportunities to promote healthy ageing")
    third = "          - {action: Handrails in 200 homes in Muirton, owner: council, due: 2014-02-28, contributes_to: [admissions]}\n"
    of_two = _row(draft(vague)).how
    assert (of_two.mark, of_two.why) == ("thin", "1 of 2 actions without anything to see at the end")
    text = FRAME.replace("        # }\n        # by_whom {", f"{third}        # }}\n        # by_whom {{", 1)
    assert _row(draft(vague, text=text)).how.mark == "answered"


def test_advice_alone_makes_nothing_thin():
    text = FRAME.replace("          post: Chief Officer\n", "", 1)
    assert _row(checked(text)).by_whom.mark == "thin"
    advised = checked(text, settings=Settings(rules={"unowned-outcome/no-post": "advice"}))
    assert [one.severity for one in advised.findings] == ["advice"]
    assert _row(advised).by_whom.mark == "answered"


def test_an_exception_explains_a_missing_answer_and_does_not_fill_it():
    ignored = BY_WHOM.replace(
        "          lead: hscp", "          lead: TBC  # soa: ignore[unowned-outcome] Decided in June"
    )
    result = draft((BY_WHOM, ignored))
    assert [one.rule for one in result.silenced] == ["unowned-outcome"]
    assert _row(result).by_whom.mark == "missing"


def test_a_priority_without_an_outcome_has_a_row():
    another = "- id: jobs\n  title: Fewer young people in Muirton leave school without a job\n  lead: council\n  outcomes: []\n"
    row = _row(with_part("another", another), "jobs")
    assert row.statement == "Fewer young people in Muirton leave school without a job"
    assert {row.what.why, row.how.why, row.by_whom.why, row.when.why} == {"no outcome is written"}


def test_the_proofs_are_missing_thin_or_answered_each_for_itself():
    known = "how_we_will_know:\n  decisive_shift: [prevention-share]\n  improving_outcomes: [nothing-of-the-kind]\n"
    result = with_part("how_we_will_know", f"{known}  reducing_future_need: [home.still-home]\n")
    assert _proof(result, "A decisive shift").mark == "answered"
    assert _proof(result, "Improving outcomes") == Answer(
        "missing",
        "the measure that is named is nowhere defined",
        ("prevention", "how_we_will_know", "improving_outcomes"),
    )
    assert _proof(result, "Reducing future need").mark == "answered"
    assert _proof(result, "Controlling costs").mark == "missing"


def test_a_proof_without_a_target_or_a_start_is_thin():
    without = draft(("    targets:\n      - {period: 2022-23, value: 9.0}\n", ""))
    assert _proof(without, "A decisive shift").why == "no target"
    no_start = draft(("    baseline: {period: 2012-13, value: 4.0}\n", ""))
    assert _proof(no_start, "A decisive shift").mark == "thin"


def test_one_measure_for_all_four_is_no_proof_of_each():
    known = "\n".join(
        f"  {key}: [home.still-home]"
        for key in ("decisive_shift", "improving_outcomes", "reducing_future_need", "controlling_costs")
    )
    result = with_part("how_we_will_know", f"how_we_will_know:\n{known}\n")
    assert {answer.mark for _, answer in grid_of(result).proofs} == {"thin"}


def test_no_prevention_plan_and_nothing_read_are_missing():
    assert {answer.why for _, answer in grid_of(with_part("prevention", "")).proofs} == {
        "there is no plan for prevention"
    }
    nothing = grid_of(checked("- a list\n"))
    assert nothing.outcomes == ()
    assert {answer.mark for _, answer in nothing.proofs} == {"missing"}


def test_work_marked_as_outcome_beside_a_measure_of_people_leaves_what_answered():
    cost = ("kind: input\n              definition: Mean cost", "kind: outcome\n              definition: Mean cost")
    name = ("name: Cost of a hospital stay after a fall", "name: Care home staff trained in preventing falls")
    unit = ("              unit: pounds\n", "              unit: staff\n")
    still = ("name: People aged 65 and over still at home 90 days after leaving hospital\n              kind: outcome", "name: Staff trained in going home from hospital\n              kind: outcome")  # fmt: skip
    beside = draft(cost, name, unit)
    assert "indicator-kind-doubtful" in {one.rule for one in beside.findings}
    assert _row(beside, "home").what.mark == "answered"
    assert _row(draft(cost, name, unit, still), "home").what.why == "work is counted as an outcome"


def test_when_is_to_come_where_what_says_that_it_is_still_to_be_written():
    what = "what:\n  statement: To be written with the forum\n  not_yet: {missing: The outcome and its measures, owner: council, due: 2013-07-31}\n"
    when = FRAME[FRAME.index("        when:\n") : FRAME.index("        # }\n        # risks {")]
    row = _row(draft((when, ""), text=put("what", what)))
    assert (row.when.mark, row.when.why) == ("thin", "to be settled by Strathbeg Council, by 31 July 2013")
