"""Every rule by its own examples: this file names none."""

import re

import pytest

from soa.findings import SEVERITIES
from soa.rules import FAMILIES, AnyRule
from soa.rules._rule import DOCUMENTS
from tests.rules.shown import RULES, bad_example, caught, good_example, marked
from tests.rules.sound import FRAME, checked, said

each_rule = pytest.mark.parametrize("name", RULES)


def test_the_frame_has_no_findings():
    assert said(checked(FRAME)) == []


@each_rule
def test_the_bad_example_is_caught_where_it_says_and_nowhere_else(name):
    found = bad_example(name, alone=True).findings
    lines = caught(name, found)
    assert lines == (marked(name) or lines)
    assert lines or RULES[name].example_of == "file"


@each_rule
def test_the_good_example_passes_in_a_whole_sound_agreement(name):
    assert [line for line in said(good_example(name)) if f"{name}/" in line] == []


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.example_of != "file"])
def test_the_bad_example_in_a_whole_sound_agreement_sets_off_no_cascade(name):
    others = [line for line in said(bad_example(name)) if f"{name}/" not in line]
    assert others == []


@each_rule
def test_a_rule_states_all_that_a_rule_states(name):
    rule: AnyRule = RULES[name]
    assert rule.family in FAMILIES
    assert rule.cases
    assert rule.sources
    assert all(source.document in DOCUMENTS for source in rule.sources)
    assert all(case.severity in SEVERITIES for case in rule.cases.values())
    assert all(other in RULES for other in rule.gives_way_to)
    assert all(re.fullmatch(r"R\d{2,3}", row) for row in rule.requirements)
    assert all(option.least <= option.default <= option.most for option in rule.options.values())
    sentences = (rule.summary, rule.rationale, rule.question, *filter(None, [rule.decided]))
    assert [one for one in sentences if not one.endswith((".", "?"))] == []
    assert [case for case in rule.cases.values() if not case.help.endswith((".", "?"))] == []
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)


@each_rule
def test_an_error_rests_on_law_guidance_audit_or_arithmetic(name):
    rule: AnyRule = RULES[name]
    if rule.authority in {"audit-finding", "submission", "practice"} or rule.needs_today:
        assert all(case.severity != "error" for case in rule.cases.values())
