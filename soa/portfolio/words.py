"""An author's words as a portfolio keeps and prints them: plain, and not too long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from soa.document import text
from soa.document.blocks import Inlines, Text
from soa.document.labels import labels_for
from soa.document.say import Say
from soa.model.part import sound
from soa.model.scalars import Moment, as_id

LONGEST: Final = 400
SAY: Final = Say(labels_for(""))
"""Says figures and dates as the documents do."""


def said(value: Any, most: int = LONGEST) -> str:
    """What an author wrote, without markup, at most so long; nothing where there is no answer."""
    return cut(text.words_of(text.sentence(value)), most) if sound(value) and value else ""


def cut(words: str, most: int = LONGEST) -> str:
    """Words that are not too long: … shows where some were cut off."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def counted(number: int, one: str, several: str = "") -> str:
    """`1 area`, `3 areas`, `no areas`."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else several or f'{one}s'}"


def plain(words: object) -> Inlines:
    """Words as they stand: nothing in them is markup."""
    return text.plain(words) or (Text(""),)


def files_for(kind: str, names: Iterable[str]) -> list[str]:
    """A name for the page of each, such as `area-moray`, with a number where two would have the same."""
    files: dict[str, None] = {}
    for name in names:
        base = file = f"{kind}-{as_id(name) or 'without-name'}"
        number = 1
        while file in files:
            number += 1
            file = f"{base}-{number}"
        files[file] = None
    return list(files)


def moment(written: str) -> str:
    """A date as people say it, from how an agreement writes it: `31 March 2014`, `2013/14`."""
    return SAY.moment(Moment(written)) if written else ""
