"""Whether actions and measures are tied to each other."""

from tests.rules.alone import raised

OUTCOME = """
- id: falls
  what:
    statement: People aged 65 and over fall less often
    indicators:
      - {id: admissions, name: Admissions, kind: outcome, unit: people, direction: down, baseline: {period: 2012-13, value: 375}}
      - {id: steady, name: Steady, kind: outcome, unit: per cent, direction: up, baseline: {period: 2012-13, value: 44}}
  how:
    - {id: visits, action: A visit, owner: nhs-beg, due: 2014-12-01, contributes_to: [admissions]}
    - {id: classes, action: Classes, owner: tsi, due: 2014-12-01, contributes_to: [steady]}
  by_whom: {lead: hscp}
  when:
    targets:
      - {indicator: admissions, values: [{period: 2014-15, value: 350}]}
      - {indicator: steady, values: [{period: 2014-15, value: 50}]}
"""


def _cases(*changes):
    text = OUTCOME
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return raised("action-moves-no-measure", "outcome", text)


def test_actions_without_a_measure_are_listed_once_an_outcome():
    assert _cases() == []
    assert _cases((", contributes_to: [admissions]", "")) == ["actions"]
    assert _cases((", contributes_to: [admissions]", ""), (", contributes_to: [steady]", "")) == ["actions"]


def test_a_target_that_no_action_serves_is_asked_about():
    assert _cases(("contributes_to: [steady]", "contributes_to: [admissions]")) == ["measures"]
    assert _cases(("contributes_to: [steady]", "contributes_to: [falls.admissions]")) == ["measures"]


def test_enabling_and_stopped_work_is_left_alone():
    steady = "due: 2014-12-01, contributes_to: [steady]"
    both = (steady, "due: 2014-12-01, contributes_to: [steady, admissions]")
    enabling = (both[0], both[1] + ", depends_on: [visits]")
    assert _cases((", contributes_to: [admissions]", ""), both) == ["actions"]
    assert _cases((", contributes_to: [admissions]", ""), enabling) == []
    assert _cases((", contributes_to: [admissions]", ""), both, ("id: visits", "state: stopped")) == []


def test_figures_that_set_the_scene_are_left_alone():
    scene = ("unit: per cent, direction: up", "unit: per cent, direction: context")
    assert _cases(("contributes_to: [steady]", "contributes_to: [admissions]"), scene) == []


def test_with_one_measure_the_link_is_implied():
    one = "      - {id: steady, name: Steady, kind: outcome, unit: per cent, direction: up, baseline: {period: 2012-13, value: 44}}\n"
    assert _cases((one, ""), (", contributes_to: [steady]", "")) == []


def test_all_actions_are_for_the_one_measure_that_is_the_outcome():
    assert (
        _cases(
            ("contributes_to: [admissions]", "contributes_to: [steady]"),
            ("Steady, kind: outcome", "Steady, kind: output"),
        )
        == []
    )


def test_a_stopped_outcome_and_links_that_cannot_be_read_are_left_alone():
    assert _cases((", contributes_to: [admissions]", ""), ("- id: falls", "- id: falls\n  state: stopped")) == []
    assert _cases(("contributes_to: [admissions]", "contributes_to: {}")) == []
