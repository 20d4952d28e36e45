"""What a scalar means is decided here alone, and the same in every style."""

from decimal import Decimal

import pytest

from tests.source.helpers import read

TYPED = [
    ("true", True),
    ("false", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("0", 0),
    ("-5", -5),
    ("410000", 410000),
    ("999999999999999", 999999999999999),
    ("80.0", Decimal("80.0")),
    ("-0.5", Decimal("-0.5")),
    ("1000000000000000", Decimal(1000000000000000)),
]

TEXT = [
    "no", "yes", "on", "True", "FALSE", "Null", "012", "1_000", "0x1F", "0o17", "12:30", "1e5", "+1", ".5", "5.", ".inf",
    ".nan", "2013-03-31", "2013-02-30", "2012-13", "2013-14 Q4", "72%", "1,200", "£1.2m", "-", "--", "-x", "nullable",
    "1.2.3", "Inf", "٣", "１２",
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), TYPED)
def test_a_plain_scalar_of_json_is_typed_and_keeps_its_digits(written: str, value: object) -> None:
    """Numbers, yes and no, and nothing: as JSON has them, decimals with their digits."""
    source = read(f"a: {written}\n")
    assert isinstance(source.data, dict)
    assert source.data["a"] == value
    assert type(source.data["a"]) is type(value)
    assert str(source.data["a"]) == str(value)


@pytest.mark.parametrize("written", TEXT)
def test_every_other_plain_scalar_is_text(written: str) -> None:
    """`no` is Norway, `012` a code, and a date is judged later."""
    assert read(f"a: {written}\n").data == {"a": written}


@pytest.mark.parametrize("written", ["true", "5", "80.0", "null", "", "2013-03-31", "no"])
@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_quoted_scalar_is_always_text(mark: str, written: str) -> None:
    """Quotes make text of anything."""
    assert read(f"a: {mark}{written}{mark}\n").data == {"a": written}


@pytest.mark.parametrize("style", ["|", ">"])
def test_a_block_scalar_is_always_text(style: str) -> None:
    """So do `|` and `>`."""
    assert read(f"a: {style}\n  5\n").data == {"a": "5\n"}


@pytest.mark.parametrize("key", ["1", "true", "null", "2013", "no", "~", "1.5"])
def test_a_key_is_always_text(key: str) -> None:
    """A year as a key is the text of the year."""
    assert read(f"{key}: x\n").data == {key: "x"}


def test_a_number_of_5000_digits_is_read_without_harm() -> None:
    """It becomes a decimal, which the model then finds too long."""
    source = read(f"a: {'9' * 5000}\n")
    assert source.faults == ()
    assert source.data == {"a": Decimal("9" * 5000)}
