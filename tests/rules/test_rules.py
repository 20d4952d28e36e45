"""Every rule by its own examples: this file names none."""

import re

import pytest

from soa.findings import SEVERITIES
from soa.rules import FAMILIES, AnyRule, all_rules
from soa.rules._rule import DOCUMENTS
from tests.rules.sound import FRAME, checked, put, said

RULES = all_rules()
PARTS = {
    "file-repeated": {"a": "[]"},
    "file-too-deep": {
        "one": "[{file: two.yaml}]",
        "two": "{outcomes: [{file: three.yaml}]}",
        "three": "{outcomes: [{file: four.yaml}]}",
        "four": "{}",
    },
}
"""The other files of examples that need some."""
each_rule = pytest.mark.parametrize("name", RULES)


def test_the_frame_has_no_findings():
    assert said(checked(FRAME)) == []


@each_rule
def test_the_bad_example_is_caught_where_it_says_and_nowhere_else(name):
    rule = RULES[name]
    text = put(rule.example_of, rule.bad)
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# here")]
    found = checked(text, {name: rule}, **PARTS.get(name, {})).findings
    lines = sorted({one.place.span.start.line for one in found if one.rule == name})
    assert lines == marked if "# here" in rule.bad else lines


@each_rule
def test_the_good_example_passes_in_a_whole_sound_agreement(name):
    rule = RULES[name]
    assert [line for line in said(checked(put(rule.example_of, rule.good))) if f"{name}/" in line] == []


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.example_of != "file"])
def test_the_bad_example_in_a_whole_sound_agreement_sets_off_no_cascade(name):
    rule = RULES[name]
    text = put(rule.example_of, rule.bad)
    found = checked(text)
    others = [line for line in said(found) if f"{name}/" not in line]
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
    for sentence in (rule.summary, rule.rationale, rule.question):
        assert sentence.endswith((".", "?"))
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


@each_rule
def test_an_error_rests_on_law_guidance_audit_or_arithmetic(name):
    rule: AnyRule = RULES[name]
    if rule.authority in {"audit-finding", "submission", "practice"} or rule.needs_today:
        assert all(case.severity != "error" for case in rule.cases.values())
