"""One rule alone, on a sound agreement with one part changed."""

from datetime import date

from soa.rules import all_rules
from tests.rules.sound import TODAY, checked, put


def raised(rule: str, part: str, example: str, *changes: tuple[str, str], today: date = TODAY) -> list[str]:
    """The cases that a rule raises, in reading order; `changes` are made to the whole text afterwards."""
    text = put(part, example)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    found = checked(text, {rule: all_rules()[rule]}, today).findings
    return [finding.case for finding in found if finding.rule == rule]
