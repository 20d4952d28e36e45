"""Every rule's own examples, put into the sound agreement and checked with what they need."""

from collections.abc import Iterable

from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.findings import Finding
from soa.rules import AnyRule, all_rules
from tests.rules.sound import NOTHING_SET, ROUND_FILE, checked, files

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
    text, others = _texts(rule, rule.bad.replace("  # here", ""))  # a mark is a comment, and some rules read comments
    rules = {name: rule} if alone and rule.family != "exceptions" else RULES  # an exception is one from another rule
    return checked(text, rules, settings=SETTINGS.get(name, NOTHING_SET), **PARTS.get(name, {}), **others)


def good_example(name: str) -> Checked:
    """What is found where a rule's good example stands in the sound agreement."""
    rule = RULES[name]
    text, others = _texts(rule, rule.good)
    return checked(text, settings=SETTINGS.get(name, NOTHING_SET), **others)


def _texts(rule: AnyRule, example: str) -> tuple[str, dict[str, str]]:
    """The agreement file, and the files beside it."""
    texts = files(rule.example_of, example)
    return texts.pop("soa.yaml"), texts


def caught(name: str, found: Iterable[Finding]) -> list[int]:
    """The lines of a bad example on which its rule finds something: of a point of a review, those that lead to it."""
    lines = set()
    for one in found:
        if one.rule == name:
            places = [one.place, *(other.place for other in one.related)]
            there = (
                [place for place in places if place.file == ROUND_FILE] if RULES[name].example_of == "round" else places
            )
            lines.update(place.span.start.line for place in there[:1])
    return sorted(lines)


def marked(name: str) -> list[int]:
    """The lines on which a bad example says that it is caught."""
    rule = RULES[name]
    lines = list(files(rule.example_of, rule.bad).values())[-1].splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# here")]
