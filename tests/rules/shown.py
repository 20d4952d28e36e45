"""Every rule's own examples, put into the sound agreement and checked with what they need."""

from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.rules import all_rules
from tests.rules.sound import NOTHING_SET, checked, put

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
SETTINGS = {
    "own-key-wrong": Settings(own_keys={"properties": {"x-minute": {"type": "string", "pattern": "^[0-9]+$"}}}),
    **{name: Settings(rules={name: "on"}) for name, rule in RULES.items() if rule.review_only},
}
"""What must be set for the examples of some rules."""


def bad_example(name: str, *, alone: bool = False) -> Checked:
    """What is found where a rule's bad example stands in the sound agreement, by all rules or by that one alone."""
    rule = RULES[name]
    text = put(rule.example_of, rule.bad).replace("  # here", "")  # a mark is a comment, and some rules read comments
    rules = {name: rule} if alone and rule.family != "exceptions" else RULES  # an exception is one from another rule
    return checked(text, rules, settings=SETTINGS.get(name, NOTHING_SET), **PARTS.get(name, {}))


def good_example(name: str) -> Checked:
    """What is found where a rule's good example stands in the sound agreement."""
    rule = RULES[name]
    return checked(put(rule.example_of, rule.good), settings=SETTINGS.get(name, NOTHING_SET))


def marked(name: str) -> list[int]:
    """The lines on which a bad example says that it is caught."""
    rule = RULES[name]
    lines = put(rule.example_of, rule.bad).splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# here")]
