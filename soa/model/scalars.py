"""The texts, numbers and dates an agreement is written in, each with one form and one plain message."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, NoReturn, Self

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MAX_DIGITS = 15  # what every program that reads JSON keeps exactly
MAX_ID = 60

# `(?!\n)` because Python's `$` also matches before a final line break, and other programs' `$` does not.
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(?!\n)$"
ONE_LINE_PATTERN = r"^[^\n\r]*[^ \t\n\r][^\n\r]*(?!\n)$"
SOME_TEXT_PATTERN = r"[^ \t\n\r]"
MOMENT_PATTERN = r"^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|-[0-9]{2}( Q[1-4])?)?(?!\n)$"
FIRST_YEAR, LAST_YEAR = 1900, 2199

_id = re.compile(ID_PATTERN)
_moment = re.compile(MOMENT_PATTERN)


def fail(kind: str, message: str, help: str = "", write: str = "") -> NoReturn:  # noqa: A002 - the word a finding uses
    """Refuse a value: `kind` is a rule of family format, `write` the text that would be right, when one is."""
    raise PydanticCustomError(kind, "{message}", {"message": message, "help": help, "write": write})


def shown(value: object) -> str:
    """A value as a message quotes it: short, on one line, never a Python form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = " ".join(str(value).split())
    return f"“{text[:57]}…”" if len(text) > 60 else f"“{text}”"


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (Mapping, list, tuple)):
        fail(
            "wrong-type",
            f"a text is wanted here, and this is {shown(value)}",
            "Write the text on the same line as the key, or below it after “>-”.",
        )
    fail(
        "wrong-type",
        f"a text is wanted here, and {shown(value)} is read as {_what(value)}",
        f"Put it in quotes: '{_plain(value)}'",
        f"'{_plain(value)}'",
    )


def _plain(value: object) -> str:
    return shown(value).strip("“”")


def _what(value: object) -> str:
    return "yes or no" if isinstance(value, bool) else "a number"


def _one_line(value: object) -> str:
    text = _text(value)
    if not text.strip(" \t\n\r"):
        fail(
            "missing-key", "there is no answer here yet", "Write the answer, or take the key out if it may be left out."
        )
    if "\n" in text or "\r" in text:
        fail(
            "wrong-form",
            "this text must stay on one line",
            "Join the lines, or begin the text with “>-”, which joins them.",
        )
    return text


def _prose(value: object) -> str:
    text = _text(value)
    if not text.strip(" \t\n\r"):
        fail(
            "missing-key", "there is no answer here yet", "Write the answer, or take the key out if it may be left out."
        )
    return text


def as_id(text: str) -> str:
    """The id nearest to a text: small letters, figures and single dashes; empty when nothing of it can stand."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-").lstrip("0123456789-")[:MAX_ID].rstrip("-")


def _identifier(value: object) -> str:
    text = value if isinstance(value, str) else _plain(value) if isinstance(value, (int, Decimal)) else _text(value)
    if isinstance(value, str) and _id.search(text) and len(text) <= MAX_ID:
        return text
    if isinstance(value, str) and not text.strip():
        fail("missing-key", "there is no id here yet", "Write a short name in small letters, such as older-people.")
    if len(text) > MAX_ID:
        fail("wrong-form", f"this id is {len(text)} characters long; an id has at most {MAX_ID}", "Shorten it.")
    near = as_id(text)
    near = near if isinstance(value, str) or not near else f"'{near}'"
    fail(
        "wrong-form",
        f"{shown(value)} cannot be an id: small letters, figures and single dashes, beginning with a letter",
        f"Write {near}" if near else "Write a short name such as older-people.",
        near,
    )


def written(number: Decimal) -> str:
    """A number as the file writes it: no exponent, no separators."""
    return f"{number:f}"


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        _no_number(value, money=False)
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        fail("wrong-type", "a number is wanted here")
    digits, exponent = number.as_tuple().digits, int(number.as_tuple().exponent)
    if max(len(digits) + max(exponent, 0), -exponent) > MAX_DIGITS:
        fail(
            "wrong-form",
            f"this number has more than {MAX_DIGITS} digits",
            "Check it, and round it to what can be measured.",
        )
    return number


def _whole(value: object) -> int | None:
    """The whole number a value is, `80.0` included, as JSON reads it; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    if isinstance(value, int):
        return value
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite() or number.adjusted() > MAX_DIGITS or number != number.to_integral_value():
        return None
    return int(number)


def _money(value: object) -> int:
    whole = _whole(value)
    if whole is None:
        _no_number(value, money=True)
    if abs(whole) >= 10**MAX_DIGITS:
        fail("wrong-form", f"this amount has more than {MAX_DIGITS} digits", "Write whole pounds, such as 410000.")
    return whole


def _count(value: object) -> int:
    whole = _whole(value)
    if whole is None:
        _no_number(value, money=False)
    if not 0 <= whole < 10**MAX_DIGITS:
        fail("wrong-form", "a whole number of 0 or more is wanted here", "Write it in figures, such as 1200.")
    return whole


def _no_number(value: object, *, money: bool) -> NoReturn:
    from soa.model.meant import number_meant  # only a faulty file needs it

    meant = number_meant(value, money=money) if isinstance(value, str) else None
    if meant is None:
        _no_plain_number(value, money=money)
    words = f" ({in_words(meant)})" if abs(meant) >= 10**6 else ""
    write = written(meant)
    extra = "; per cent is said by the unit" if "%" in str(value) or "cent" in str(value) else ""
    fail("wrong-form", f"{shown(value)} must be written in plain figures", f"Write {write}{words}{extra}", write)


def _no_plain_number(value: object, *, money: bool) -> NoReturn:
    """Refuse what is no number by itself: `at least 27` and `18.5 to 17` have a figure in them that can be offered."""
    from soa.model.meant import figures_meant

    figures = figures_meant(value, money=money) if isinstance(value, str) else None
    if figures is None:
        wanted, example = ("an amount in whole pounds", "410000") if money else ("a number", "72 or 21.3")
        said = f"{wanted} is wanted here, and this is {shown(value)}"
        fail("wrong-type", said, f"Write it in figures, such as {example}.")
    said = f"{shown(value)} must be one plain figure"
    one = written(figures.first)
    fail("wrong-form", said, f"Write {one}" if figures.second is None else f"Write one figure, such as {one}.")


def in_words(number: Decimal | int) -> str:
    """A large number said as people say it, so that a slip of a nought is heard: `23.6 million`."""
    value = Decimal(number)
    for size, word in ((9, "billion"), (6, "million"), (3, "thousand")):
        if abs(value) >= 10**size:
            return f"{value.scaleb(-size).normalize():f} {word}"
    return f"{value:f}"


class Moment(str):  # noqa: SLOT000 - a str subclass cannot have slots that hold anything
    """A day `2014-03-31`, a year `2026`, a financial year `2013-14` or a quarter of one `2013-14 Q4`; judged by its last day."""

    first_day: date
    last_day: date

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """Tell pydantic how one is read, and JSON Schema what one looks like."""
        schema = {"type": ["string", "integer"], "pattern": MOMENT_PATTERN, "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return core_schema.no_info_plain_validator_function(
            _read_moment, metadata={"pydantic_js_functions": [lambda *_: {**schema, "x-soa-text": "moment"}]}
        )

    def __new__(cls, text: str) -> Self:
        """Read a text in one of the forms. Raises ValueError where the calendar has no such day."""
        moment = super().__new__(cls, text)
        moment.first_day, moment.last_day = _days(text)
        return moment

    @property
    def form(self) -> str:
        """`day`, `year`, `financial-year` or `quarter`."""
        return {4: "year", 7: "financial-year"}.get(len(self), "quarter" if "Q" in self else "day")


def _days(text: str) -> tuple[date, date]:
    """First and last day of a moment written in a right form; ValueError where the calendar has no such day."""
    year = int(text[:4])
    if len(text) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    if len(text) == 10 and "Q" not in text:
        day = date(year, int(text[5:7]), int(text[8:]))
        return day, day
    if int(text[5:7]) != (year + 1) % 100:
        raise ValueError(text)
    if len(text) == 7:
        return date(year, 4, 1), date(year + 1, 3, 31)
    quarter = int(text[-1])
    first = date(year, 1 + 3 * quarter, 1) if quarter < 4 else date(year + 1, 1, 1)
    after = date(first.year, first.month + 3, 1) if first.month < 10 else date(first.year + 1, 1, 1)
    return first, after - timedelta(days=1)


_FORMS = "Write a day (2014-03-31), a year (2026), a financial year (2013-14) or a quarter of one (2013-14 Q4)."


def _read_moment(value: object) -> Moment:
    whole = _whole(value)
    if whole is not None and FIRST_YEAR <= whole <= LAST_YEAR:
        return Moment(str(whole))
    if not isinstance(value, str):
        fail("wrong-type", f"a date is wanted here, and this is {shown(value)}", _FORMS)
    if _moment.search(value):
        try:
            return Moment(value)
        except ValueError:
            _no_such_day(value)
    from soa.model.meant import day_to_check, moment_meant  # only a faulty file needs it

    meant = moment_meant(value)
    if meant:
        fail("wrong-form", f"{shown(value)} is not a date as the file writes it", f"Write {meant}", meant)
    day = day_to_check(value)
    if day:
        fail("wrong-form", f"{shown(value)} is not a date as the file writes it", f"Write the day, such as {day}.")
    fail("wrong-form", f"{shown(value)} is not a date", _FORMS)


def _no_such_day(text: str) -> NoReturn:
    if len(text) == 10 and "Q" not in text:
        fail("wrong-form", f"there is no such day as {text}", "Check the day against the month.")
    from soa.model.meant import day_to_check  # only a faulty file needs it

    day = day_to_check(text)
    if day:
        said = f"{shown(text)} is a month, and a month by itself is not a date as the file writes it"
        fail("wrong-form", said, f"Write the day, such as {day}.")
    following = f"{text[:4]}-{(int(text[:4]) + 1) % 100:02d}"
    fail(
        "wrong-form",
        f"{shown(text)} is read as a financial year, whose second figure is the next year",
        f"Write {following}, or the whole day, such as {text[:4]}-04-30.",
    )


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    near = {"yes": "true", "true": "true", "no": "false", "false": "false"}.get(str(value).lower(), "")
    fail(
        "wrong-type",
        f"true or false is wanted here, and this is {shown(value)}",
        f"Write {near or 'true or false'}",
        near,
    )


@lru_cache(maxsize=4096)  # the same slip may stand in every entry of a list
def _nearest(word: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    from soa.reference.near import did_you_mean  # only a faulty file needs it

    return did_you_mean(word, choices)


@lru_cache(maxsize=4096)
def _sure(word: str, choices: tuple[str, ...]) -> str:
    from soa.reference.near import surely_meant  # only a faulty file needs it

    return surely_meant(word, choices)


def one_of(*choices: str) -> Any:
    """A text out of a closed list; a near one is offered."""

    def choose(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        near = _nearest(value, choices) if isinstance(value, str) else ()
        listed = ", ".join(choices)
        fail(
            "unknown-word",
            f"{shown(value)} is not one of the words used here",
            (f"Did you mean {near[0]}? " if near else "") + f"The words are: {listed}.",
            _sure(value, choices) if near else "",
        )

    return (PlainValidator(choose), WithJsonSchema({"type": "string", "enum": list(choices)}))


def _scalar(read: Callable[[object], Any], **schema: Any) -> tuple[PlainValidator, WithJsonSchema]:
    return PlainValidator(read), WithJsonSchema(schema)


Name = Annotated[str, *_scalar(_one_line, type="string", pattern=ONE_LINE_PATTERN, **{"x-soa-text": "name"})]
"""One line, no markup."""
Sentence = Annotated[str, *_scalar(_one_line, type="string", pattern=ONE_LINE_PATTERN, **{"x-soa-text": "sentence"})]
"""One line with inline Markdown: emphasis, links."""
Prose = Annotated[str, *_scalar(_prose, type="string", pattern=SOME_TEXT_PATTERN, **{"x-soa-text": "prose"})]
"""Block Markdown: paragraphs, lists, tables, footnotes; no headings, images or raw HTML."""
Ref = Annotated[str, *_scalar(_one_line, type="string", pattern=ONE_LINE_PATTERN, **{"x-soa-text": "reference"})]
"""The id of something else in the agreement; `outcome.indicator` for an indicator of another outcome."""
Id = Annotated[str, *_scalar(_identifier, type="string", pattern=ID_PATTERN, maxLength=MAX_ID, **{"x-soa-text": "id"})]
Number = Annotated[Decimal, *_scalar(_number, type="number")]
"""Finite, at most 15 digits, kept as written (`80.0`)."""
Money = Annotated[int, *_scalar(_money, type="integer", minimum=1 - 10**MAX_DIGITS, maximum=10**MAX_DIGITS - 1)]
"""Whole pounds."""
Count = Annotated[int, *_scalar(_count, type="integer", minimum=0, maximum=10**MAX_DIGITS - 1)]
Flag = Annotated[bool, *_scalar(_flag, type="boolean")]
