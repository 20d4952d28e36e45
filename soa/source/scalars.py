"""What a plain scalar means: the only place that decides between text, number, yes or no, and nothing."""

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

MAX_INT_DIGITS = 15
SPECIAL_STARTS = "-0123456789tfn~"
"""A plain scalar that begins with none of these, and is not empty, is text."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}


def typed(text: str) -> Scalar:
    """Return what the plain scalar ``text`` stands for.

    JSON integers become ``int``, or ``Decimal`` above 15 digits; JSON decimals without an exponent become
    ``Decimal``, with their digits as written. Everything that is not a number, ``true``, ``false``, ``null``,
    ``~`` or empty is text, so that ``no``, ``012``, ``1_000``, ``12:30`` and ``2013-03-31`` stay as they are.
    """
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    if number[1] is None and len(text) <= MAX_INT_DIGITS + (text[0] == "-"):
        return int(text)
    return Decimal(text)
