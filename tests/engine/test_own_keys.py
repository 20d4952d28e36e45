"""The partnership's own keys, held against its own schema."""

import pytest

from soa.config.settings import Settings
from tests.rules.sound import FRAME, checked

SCHEMA = {
    "properties": {"x-minute": {"type": "integer"}, "x-codes": {"items": {"$ref": "#/$defs/code"}}},
    "$defs": {"code": {"type": "string", "pattern": "^[A-Z]{2}$"}},
    "additionalProperties": False,
}


def _found(lines):
    text = FRAME.replace("vision:", f"{lines}\nvision:")
    found = checked(text, settings=Settings(own_keys=SCHEMA)).findings
    return [(one.rule, one.path) for one in found]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        ("x-minute: 14", []),
        ("x-minute: fourteen", [("x-minute",)]),
        ("x-codes: [AB, cd]", [("x-codes", 1)]),
        ("x-other: 1", [("x-other",)]),
        ("x-codes: [AB]\nx-minute: 1.5", [("x-minute",)]),
    ],
)
def test_they_are_held_against_it(lines, paths):
    assert _found(lines) == [("own-key-wrong", path) for path in paths]


def test_what_stands_below_an_own_key_is_its_own():
    assert checked(FRAME.replace("vision:", "x-any: {x-minute: no}\nvision:")).findings == ()


def test_without_a_schema_they_are_not_looked_at():
    assert checked(FRAME.replace("vision:", "x-minute: fourteen\nvision:")).findings == ()
