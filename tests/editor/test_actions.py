"""What can be done about a finding does what it says, and nothing else."""

import pytest

from soa.editor.actions import Action, actions
from soa.engine.check import Checked
from soa.fixes.edits import changed
from soa.rules import all_rules
from tests.rules.sound import FRAME, checked

WEAK = FRAME.replace("{partner: council, contribution: Four", "{partner: counsil, contribution: Four")


def done(text: str, action: Action) -> str:
    """The text after an action."""
    return changed({"soa.yaml": text.encode()}, action.edits)["soa.yaml"].decode()


def about(found: Checked, rule: str) -> list[Action]:
    """What can be done about the first finding of a rule."""
    one = next(one for one in found.findings if one.rule == rule)
    start, end = one.place.span.start.offset, one.place.span.end.offset
    every = actions(found, all_rules(), "soa.yaml", start, end)
    return [action for action in every if action.finding.rule == rule]


def test_the_one_right_answer_comes_first() -> None:
    """It is preferred, and mends the slip."""
    first, second = about(checked(WEAK), "broken-reference")
    assert (first.title, first.preferred, second.preferred) == ("Write council", True, False)
    assert done(WEAK, first) == FRAME


def _without_reason(text: str) -> list[str]:
    return [one.rule for one in checked(text).findings]


BLOCK = FRAME.replace(
    "    why_here: One fall",
    "    why_here: |\n      Words before the point.\n      We will work better together. One fall",
)


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("broken-reference", WEAK),
        ("unowned-outcome", FRAME.replace("          post: Head of Housing\n", "")),
        ("broken-reference", FRAME.replace("made_of: [council, nhs-beg]", "made_of: [council,\n    counsil]")),
        (
            "broken-reference",
            FRAME.replace("made_of: [council, nhs-beg]", 'remit: "to do\n    much", made_of: [counsil]'),
        ),
    ],
    ids=["in braces", "missing", "on a later line", "behind a text of two lines"],
)
def test_an_exception_holds_once_its_reason_is_written(rule: str, text: str, end: str) -> None:
    """Until then it says that it has none; the rest of the text stays as it is."""
    text = text.replace("\n", end)
    found = checked(text)
    comment = about(found, rule)[-1]
    excepted = done(text, comment)
    line = next(one for one in excepted.splitlines() if "soa: ignore" in one)
    assert excepted.replace(f"{line}{end}", "") == text
    assert "exception-without-reason" in _without_reason(excepted)
    held = checked(excepted.replace("] ...", "] The board decided so in March"))
    assert [one.rule for one in held.findings] == [one.rule for one in found.findings if one.rule != rule]


def test_there_is_no_exception_from_the_form_of_the_file() -> None:
    """Such a finding is mended or stays."""
    (only,) = about(checked(FRAME.replace("due: 2017-02-28", "due: 28 February 2017")), "wrong-form")
    assert (only.title, only.preferred) == ("Write 2017-02-28", True)


def test_nothing_is_offered_where_nothing_was_found() -> None:
    """Nor for another file."""
    found = checked(WEAK)
    assert list(actions(found, all_rules(), "soa.yaml", 0, 0)) == []
    assert list(actions(found, all_rules(), "money.yaml", 0, len(WEAK))) == []
