"""The figures and dates that a text names, for rules that hold words against the figures of a measure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from soa.language.words import singular

_LONGEST = 600
_KEPT = 4096
"""So many sentences are remembered, because several rules read the same ones."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MARKED = frozenset("[*_`~")
_MARKUP = (
    (r"!?\[([^\[\]^]*)\]\([^()\s]*\)", r"\1"),  # a link keeps its words
    (r"\[\^[^\[\]\s]*\]:?", ""),
    (r"(?<!\w)(?:\*{1,3}|_{1,3}|`|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|`|~~)(?!\w)", ""),
)
_PLAIN = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", **dict.fromkeys("‐‑–—−", "-")})
_RANGE = r"(?<![\d-])(\d+(?:\.\d+)?%?)-(?=\d)(?!\d\d-\d\d)"
_BREAK = r"(?<=[.!?;])\s+(?=[A-Z0-9£“\"(])|\n\s*\n|\n\s*(?=[-*|>]|\d+\.\s)|;\s+"
_DATE = r"""
(?<![\d,.£-])
(?: (?P<iso>(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))
  | (?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\s+)?
    (?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<of>(?:19|20|21)\d\d)
  | (?P<year>(?:19|20|21)\d\d)(?:\s?[/-]\s?(?P<next>(?:(?:19|20|21)\d|\d)\d))?
)(?![\d%]|[,.]\d|\s?per\s?cent)
"""
_NUMBER = r"""
(?<![\w£.,/-])(?P<pounds>£\s?)?
(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|,\d|\.\d)
(?P<unit>
    \s?(?:%|per\s?cent(?:age)?)(?:age)?(?:\s+points?)?
  | \s+percentage\s+points?
  | \s+(?:in|per|for|of|out\s+of)\s+(?:every\s+|each\s+)?(?P<each>100\s?,?000\b|10\s?,?000\b|1\s?,?000\b|10{1,2}\b(?!,\d))
)?
(?P<rest>\w*)
"""
_BOUNDS = {
    "least": ("at least", "more than", "over", "above", "no fewer than", "no less than", "not less than", "beyond", "exceeding", "minimum of"),
    "most": ("at most", "fewer than", "less than", "under", "below", "no more than", "not more than", "up to", "maximum of"),
    "about": ("about", "around", "nearly", "almost", "roughly", "some", "approximately", "close to", "just over", "just under"),
}  # fmt: skip
_BOUND = sorted(
    ((tuple(words.split()), bound) for bound, several in _BOUNDS.items() for words in several),
    key=lambda one: -len(one[0]),
)
_ARTICLES = frozenset(("a", "an"))
_ALL_THERE_ARE = frozenset("the our all these those both its their".split())
"""Words before a figure that make it the number there is, and not one that is to be reached."""
_SIZES = frozenset("total rate level average mean median target share proportion figure score".split())
_CHANGED = frozenset(
    "reduction decrease increase rise fall drop cut improvement growth decline gain change upturn downturn".split()
)
_MORE = frozenset(
    "more fewer less higher lower greater better worse smaller shorter longer above below up down extra faster".split()
)
_OTHER = frozenset(
    """
within top bottom poorest richest deprived lowest highest remaining further another additional extra first last next
other aged age ages than
""".split()
)
"""Words before a figure that make it the size of something else."""
_MILLIONS = frozenset("m k bn million billion thousand".split())
_HOW = frozenset("by before until in at during from since to for than of after between and on".split())
_OF_A_DATE = frozenset(
    "the end start beginning of early late mid spring summer autumn winter financial school calendar year".split()
)


class Figure(NamedTuple):
    """A number in a text, and what the words around it make of it."""

    value: Decimal
    unit: str
    """`per cent`, `points`, `pounds`, `per 1000`, or the noun counted, in its plain form."""
    role: str
    """`level`, `change` (by how much, which way it does not say), `start` (from), or `unsure`."""
    bound: str
    """`least`, `most`, `about`, or empty for the figure itself."""
    start: int
    end: int


class Day(NamedTuple):
    """A date or year in a text: its first and last day, and the word before it."""

    first: date
    last: date
    how: str
    """`by`, `in`, `since`, `than in` ..., or empty."""
    start: int
    end: int


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


@cache
def _exactly(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def bare_words(text: str) -> str:
    """A text without its Markdown, its dashes and spaces made plain."""
    if not _MARKED.isdisjoint(text):
        for pattern, instead in _MARKUP:
            text = _exactly(pattern).sub(instead, text)
    text = text.translate(_PLAIN)
    return _exactly(_RANGE).sub(r"\1 - ", text) if "-" in text else text


@lru_cache(_KEPT)
def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences, without Markdown; a line of a list or table is one too. What runs on for a page is none."""
    return tuple(one for one in _exactly(_BREAK).split(bare_words(text)) if one and len(one) <= _LONGEST)


def _has_figure(text: str) -> bool:
    return any(character in text for character in "0123456789")


@lru_cache(_KEPT)
def days(sentence: str) -> tuple[Day, ...]:
    """The dates and years that a sentence names, in order."""
    if not _has_figure(sentence):
        return ()
    found = []
    for match in _regex(_DATE).finditer(sentence):
        span = _span(match)
        if span:
            found.append(Day(*span, _how(sentence[: match.start()]), match.start(), match.end()))
    return tuple(found)


def _told(text: str) -> list[str]:
    """The words of a short text in small letters, without their marks."""
    return [word.strip("“”\"'‘’().,:;!?£") for word in text.lower().split()]


def _how(before: str) -> str:
    told = _told(before[-60:])
    while told and told[-1] in _OF_A_DATE:
        if told.pop() == "of" and (not told or told[-1] not in _OF_A_DATE):
            return "of"
    if not told or told[-1] not in _HOW:
        return ""
    return f"than {told[-1]}" if told[-2:-1] == ["than"] else told[-1]


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    """The days that a date covers; None where the calendar has no such day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]), date.fromisoformat(match["iso"])
        if match["month"]:
            year, month = int(match["of"]), _MONTHS.index(match["month"].lower()) + 1
            first = date(year, month, int(match["day"] or 1))
            if match["day"]:
                return first, first
            return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        year = int(match["year"])
        if not match["next"]:
            return date(year, 1, 1), date(year, 12, 31)
        second = int(match["next"][-2:]) + (year + 1) // 100 * 100
    except ValueError:
        return None
    if second == year + 1:
        return date(year, 4, 1), date(second, 3, 31)
    return (date(year, 1, 1), date(second, 12, 31)) if second > year else None


@lru_cache(_KEPT)
def figures(sentence: str) -> tuple[Figure, ...]:
    """The figures that a sentence names, in order; dates are none."""
    if not _has_figure(sentence):
        return ()
    for day in days(sentence):
        sentence = sentence[: day.start] + "~" * (day.end - day.start) + sentence[day.end :]
    matches = list(_regex(_NUMBER).finditer(sentence))
    units = [_unit(match, sentence) for match in matches]
    before = [_before(sentence[: match.start()]) for match in matches]
    roles = [_role(told, sentence[match.end() :]) for (told, _), match in zip(before, matches, strict=True)]
    for index in range(len(matches) - 1):
        joined = _joined(sentence[matches[index].end() : matches[index + 1].start()])
        if not joined:
            continue
        if not matches[index]["unit"] and not matches[index]["pounds"]:
            units[index] = units[index + 1]
        if roles[index] == "start" and joined == "to":
            roles[index + 1] = "level"
        elif joined in ("to", "-") or roles[index] == "between":
            roles[index] = roles[index + 1] = "unsure"
    return tuple(
        Figure(
            Decimal(match["value"].replace(",", "")),
            unit,
            "unsure" if role == "between" else role,
            bound,
            match.start(),
            match.end(),
        )
        for match, unit, role, (_, bound) in zip(matches, units, roles, before, strict=True)
    )


def _joined(between: str) -> str:
    """The one word by which two figures are joined (`to`, `and`, `or`, `-`), dates and words of degree aside; else empty."""
    told = [
        word for word in _told(between[:40].replace("~", " ")) if word not in ("in", "by", "at", "least", "about", "")
    ]
    return told[0] if len(told) == 1 and told[0] in ("to", "and", "or", "-") else ""


def _unit(match: re.Match[str], sentence: str) -> str:
    if match["rest"]:
        return "unknown"  # £1.2m, 2nd, 16s
    if match["each"]:
        return "per " + "".join(filter(str.isdigit, match["each"]))
    if match["unit"]:
        return "points" if "point" in match["unit"].lower() else "per cent"
    after = sentence[match.end() : match.end() + 40]
    noun = _told(after)[0] if after[:1].isspace() and after.strip() else ""
    if match["pounds"]:
        return "unknown" if noun in _MILLIONS else "pounds"
    return singular(noun) if noun[:1].isalpha() else "unknown"


def _before(text: str) -> tuple[list[str], str]:
    """The words before a figure without those of degree, and its bound."""
    told, found = _told(text[-80:]), ""
    while told:
        words, bound = next(
            ((words, bound) for words, bound in _BOUND if tuple(told[-len(words) :]) == words), ((), "")
        )
        if not words and told[-1] not in _ARTICLES and told[-1]:
            break
        del told[-max(1, len(words)) :]
        found = found or bound
    return told, found


def _role(told: list[str], after: str) -> str:
    """What the words on both sides make of a figure."""
    last = told[-1] if told else ""
    following = [singular(word) for word in _told(after[:40])[:2]] if after[:1].isspace() else []
    if last == "by":
        return "unsure" if following[:1] == ["of"] else "change"
    if any(word in _MORE or word in _CHANGED for word in following):
        return "change"
    if last == "of":
        named = singular(told[-2]) if len(told) > 1 and told[-2] else ""
        return "change" if named in _CHANGED else "level" if named in _SIZES else "unsure"
    if last in ("from", "between"):
        return "start" if last == "from" else last
    return "unsure" if last in _OTHER or last in _ALL_THERE_ARE else "level"


def period_of(figure: Figure, sentence: str) -> Day | None:
    """The date that a figure belongs to: the one after it before the next figure, else the only one of the sentence."""
    named = days(sentence)
    following = [one.start for one in figures(sentence) if one.start > figure.start]
    after = [day for day in named if figure.end <= day.start < min(following, default=len(sentence))]
    if after:
        return after[0] if len(after) == 1 else None
    return named[0] if len(named) == 1 and named[0].end <= figure.start else None


@cache
def unit_of(unit: str) -> str:
    """The unit of a measure in the form that figures in a text have: `per cent`, `per 1000`, `pounds`, or the noun counted."""
    low = " ".join(unit.lower().split())
    if low.startswith(("per cent", "percent", "%")):
        return "points" if not {"point", "points"}.isdisjoint(low.split()) else "per cent"
    if rate := _exactly(r"^(?:\w+ )?(?:per|for every|in every|for each) (1[\d, ]*)").match(low):
        return "per " + "".join(filter(str.isdigit, rate[1]))
    if low in ("pounds", "pound", "£", "pounds sterling"):
        return "pounds"
    noun = low.removeprefix("number of ").removeprefix("count of ")
    return singular(noun) if noun.isalpha() and noun not in ("number", "count") else "unknown"


def is_percentage(unit: str) -> bool:
    """Whether a measure's values are per cent of something."""
    return unit_of(unit) == "per cent"
