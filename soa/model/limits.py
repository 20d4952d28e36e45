"""What the model asks of an agreement file and JSON Schema cannot say: for docs/format.md and for the tests that compare the two."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from soa.model.scalars import MAX_DIGITS, MOMENT_PATTERN, Moment

_moment = re.compile(MOMENT_PATTERN)


class Limit(NamedTuple):
    """Something that `soa lint` finds and an editor with the schema does not."""

    text: str
    """For the reader of docs/format.md."""
    is_such: Callable[[object], bool] | None = None
    """Whether a value is refused for this alone; None where the value is sound and only what surrounds it is not."""


def _no_such_day(value: object) -> bool:
    return _right_form(value) and len(str(value)) == 10 and "Q" not in str(value) and not _can_be(value)


def _wrong_second_year(value: object) -> bool:
    return _right_form(value) and (len(str(value)) == 7 or "Q" in str(value)) and not _can_be(value)


def _right_form(value: object) -> bool:
    return isinstance(value, str) and _moment.search(value) is not None


def _can_be(value: object) -> bool:
    try:
        Moment(str(value))
    except ValueError:
        return False
    return True


def _too_many_digits(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return False
    _, digits, exponent = Decimal(value).as_tuple()
    return isinstance(exponent, int) and max(len(digits) + max(exponent, 0), -exponent) > MAX_DIGITS


LIMITS: tuple[Limit, ...] = (
    Limit("There must be such a day: `2013-02-30` is written rightly, and there is no such day.", _no_such_day),
    Limit(
        "The second year of a financial year is the one after the first: `2013-14`, never `2013-15`.",
        _wrong_second_year,
    ),
    Limit(f"A number has at most {MAX_DIGITS} digits, those after the point included.", _too_many_digits),
    Limit("An id is used once: in the agreement, or within its outcome."),
    Limit("What is referred to must exist: an owner among the partners, a target's indicator in its outcome."),
    Limit("The form of a period is the one that the indicator's `measured_over` asks for."),
    Limit("Dates and figures must fit together: an end after its start, a target on the better side of its baseline."),
    Limit("A file that is named must be there, inside the agreement's folder, and is named once."),
    Limit(
        "A key stands once in a part; YAML's tags, merge keys and second documents are not used. An editor may accept them."
    ),
)
