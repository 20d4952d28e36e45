"""The words say the same as the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from soa.language.words import pieces, singular
from soa.model.agreement import Header
from soa.model.lookup import Lookup, MeasureOf
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import each, sound
from soa.model.scalars import Moment
from soa.rules._figures import Day, Figure, days, figures, period_of, sentences, unit_of
from soa.rules._levels import Level, spoken, targets, values
from soa.rules._rule import Case, Citation, Problem, Rule, Subject
from soa.rules._spoken_of import Said, measure_of, texts_of
from soa.source.places import Path

_ABOUT = 10  # per cent either way
_AHEAD = frozenset(
    """
plan plans planned planning strategy strategies target targets aim aims timetable route agreement commitment programme
funding budget forecast projected projection expected ready prepare prepares prepared preparing towards vision
""".split()
)
"""Words of something that looks further ahead than the day it is done by."""
_EACH_YEAR = (
    "a year",
    "per year",
    "each year",
    "every year",
    "annually",
    "a quarter",
    "a month",
    "a week",
    "each month",
    "each week",
)
_YEARS = r"\b(20\d\d)(?:/\d\d)?\s*(?:to|until|–|—|-)\s*(20\d\d|\d\d)\b"
_PAST = ("than", "since", "from")


def check(subject: Subject[Any]) -> Iterator[Problem]:
    """Hold the texts of an outcome against its measures, and the text of an action against its own measure and date."""
    part, lookup = subject.part, subject.lookup
    if isinstance(part, Header):
        yield from _title(part)
    elif isinstance(part, Action):
        yield from _action(part)
    elif isinstance(part, Priority):
        if len(part.outcomes) == 1 and sound(part.outcomes[0]) and sound(part.title):
            said = Said(("title",), part.title, None, is_aim=True)
            yield from _against_measures(said, part.outcomes[0], (*subject.path, "outcomes", 0), lookup)
    elif part.state != "stopped":
        for said in texts_of(part):
            yield from _against_measures(said, part, subject.path, lookup)
            if said.by is not None:
                yield from _against_day(said.text, said.by, said.at, "by")
        yield from _places(part, lookup)


def _title(header: Header) -> Iterator[Problem]:
    """The years in the title against the agreement's own; `2013 to 2023` and `2013/14 to 2022/23` are the same ten years."""
    if not sound(header.title) or not sound(header.starts) or not sound(header.ends):
        return
    found = re.search(_YEARS, header.title)
    if found is None:
        return
    first, last = int(found[1]), int(found[2]) if len(found[2]) > 2 else int(found[1][:2] + found[2])
    starts, ends = header.starts.first_day.year, header.ends.last_day.year
    if starts < ends and last > first + 1 and (abs(first - starts) > 1 or abs(last - ends) > 1):
        yield Problem(
            "years",
            f"“{found[0]}” here, and the agreement runs from {header.starts} to {header.ends}",
            at=("title",),
            related=((("agreement", "ends"), "it ends here"),),
        )


def _against_measures(said: Said, outcome: Outcome, path: Path, lookup: Lookup) -> Iterator[Problem]:
    for sentence in sentences(said.text):
        found = figures(sentence)
        for figure in found:
            if figure.role == "unsure" or sum(one.unit == figure.unit and one.role == figure.role for one in found) > 1:
                continue
            measure = _measure(figure, said, outcome, lookup)
            problem = measure and _against(figure, sentence, said, measure, _known(measure, outcome, path, lookup))
            if problem:
                yield problem
                return


def _measure(figure: Figure, said: Said, outcome: Outcome, lookup: Lookup) -> MeasureOf | None:
    """The measure that a figure is of: points are of a percentage, and a change in per cent may be of the only measure, whatever its unit."""
    if figure.role != "change" or figure.unit != "per cent":
        return measure_of(said, outcome, lookup, "per cent" if figure.unit == "points" else figure.unit)
    measures = lookup.measures_of(outcome)
    if len(measures) != 1 or not sound(measures[0].indicator.unit):
        return None
    return measure_of(said, outcome, lookup, unit_of(measures[0].indicator.unit))


def _known(measure: MeasureOf, outcome: Outcome, path: Path, lookup: Lookup) -> list[Level]:
    """What is said of a measure and its parts, period by period."""
    indicator, at = measure.indicator, measure.path
    start = indicator.baseline
    history = (((*at, "history", index), one) for index, one in enumerate(each(indicator.history)))
    found = [
        *values([((*at, "baseline"), start), *history]),
        *targets(each(indicator.targets), (*at, "targets"), start),
    ]
    for index, target in enumerate(each(outcome.when.targets)):
        if sound(target) and sound(target.indicator):
            own = lookup.measure(target.indicator, outcome)
            if own is not None and own.path == at:
                found += targets(each(target.values), (*path, "when", "targets", index, "values"), start)
    for index, part in enumerate(each(indicator.breakdown)):
        if sound(part):
            below = (*at, "breakdown", index)
            found += values([((*below, "baseline"), part.baseline)])
            found += targets(each(part.targets), (*below, "targets"), part.baseline)
    return found


def _against(figure: Figure, sentence: str, said: Said, measure: MeasureOf, known: list[Level]) -> Problem | None:
    """What a figure in a sentence contradicts, where it is certain of which period it speaks."""
    beside = _beside(figure, sentence, said, measure, known)
    if not beside or any(_agrees(figure, one, measure) for one in beside):
        return None
    one = max(beside, key=lambda level: level.period.last_day)
    what = f"target of “{measure.indicator.name}” for" if one.is_target else f"value of “{measure.indicator.name}” in"
    return Problem(
        "figure",
        f"“{_quoted(figure, sentence)}” here, while the {what} {one.period} is {spoken(one)}{_from(figure, measure)}",
        at=said.at,
        related=((one.at, "the figure"),),
    )


def _is_yearly(text: str) -> bool:
    """Whether a text counts what comes again each year, or each month."""
    return any(words in " ".join(text.lower().split()) for words in _EACH_YEAR)


def _from(figure: Figure, measure: MeasureOf) -> str:
    """Where a change begins, for the reader to work it out."""
    start = measure.indicator.baseline
    return f", from {start.value:f}" if figure.role == "change" and sound(start) and sound(start.value) else ""


def _beside(figure: Figure, sentence: str, said: Said, measure: MeasureOf, known: list[Level]) -> list[Level]:
    """What is said of the measure for the time that a figure speaks of; nothing where that time is not certain."""
    is_change = figure.role == "change"
    if _is_yearly(sentence) and (is_change or measure.indicator.counted != "in-the-year"):
        return []
    named = days(sentence)
    if is_change:
        past = [one for one in named if one.how.startswith(_PAST)]
        if not all(_is_start(one, measure) for one in past):
            return []
        named = tuple(one for one in named if one not in past)
        day = named[0] if len(named) == 1 else None
    else:
        day = period_of(figure, sentence)
    if figure.role == "start" and day is None:
        return [one for one in known if not one.is_target]
    if (day is None and named) or (day is not None and day.how.startswith(_PAST) and figure.role != "start"):
        return []
    span = day or (Day(said.by.first_day, said.by.last_day, "by", 0, 0) if said.by else None)
    if span is None:
        return [one for one in known if one.is_target and said.is_aim]
    return [one for one in known if span.first <= one.period.last_day <= span.last and (one.is_target or not is_change)]


def _is_start(day: Day, measure: MeasureOf) -> bool:
    """Whether a date in the past is that of the baseline, from which changes are counted."""
    start = measure.indicator.baseline
    return (
        sound(start)
        and sound(start.period)
        and day.first <= start.period.last_day
        and start.period.first_day <= day.last
    )


def _agrees(figure: Figure, known: Level, measure: MeasureOf) -> bool:
    if figure.role != "change":
        return _fits(figure, known.low, known.high)
    start = measure.indicator.baseline
    if not sound(start) or not sound(start.value):
        return True
    moved = sorted((abs(known.low - start.value), abs(known.high - start.value)))
    if figure.unit == "per cent" and start.value:
        share = [step * 100 / abs(start.value) for step in moved]
        if _fits(figure, share[0], share[1]):
            return True
    return _fits(figure, moved[0], moved[1])


def _fits(figure: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a figure as it is worded may stand for a level between two ends."""
    step = Decimal(1).scaleb(int(figure.value.as_tuple().exponent))
    match figure.bound:
        case "least":
            return high > figure.value - step
        case "most":
            return low < figure.value + step
        case "about":
            step = max(step, figure.value * _ABOUT / 100)
    return low - step < figure.value < high + step


def _quoted(figure: Figure, sentence: str) -> str:
    """The figure with the words to the next comma or the end, to be recognised by."""
    after = sentence[figure.end : figure.end + 40].partition(",")[0].partition(" and ")[0]
    return (sentence[figure.start : figure.end] + after).rstrip(" .")


def _against_day(text: str, by: Moment, at: Path, key: str) -> Iterator[Problem]:
    """A text that opens or ends with “by” a date, beside another date."""
    for sentence in sentences(text):
        named = days(sentence)
        if len(named) != 1 or named[0].how != "by" or not _AHEAD.isdisjoint(small for small, _, _ in pieces(sentence)):
            continue
        day = named[0]
        opens = not sentence[: day.start].strip().lower().removeprefix("by").strip(" thendof")
        if not opens and sentence[day.end :].strip(" .)"):
            continue
        if (day.last < by.first_day or by.last_day < day.first) and abs(day.last.year - by.last_day.year) < 20:
            yield Problem(
                "date",
                f"“by {sentence[day.start : day.end]}” here, and {key}: {by} beside it",
                at=at,
            )


def _counts_some_of_them(name: str, text: str) -> bool:
    """Whether a measure is of some of those that the text speaks of: “patients who finish”, where the text says who are sent."""
    after = re.split(r"\b(?:who|that|which|whose)\b", name, maxsplit=1)[1:]
    said = {singular(small) for small, _, _ in pieces(text)}
    return any(singular(small) not in said for small, _, _ in pieces(" ".join(after)))


def _action(action: Action) -> Iterator[Problem]:
    if not sound(action.action) or action.state == "stopped":
        return
    if sound(action.due) and not sound(action.steps):
        yield from _against_day(action.action, action.due, ("action",), "due")
    measure = action.measure
    if not sound(measure) or not sound(measure.name) or not sound(measure.target):
        return
    counted = {
        singular(small) for small, _, _ in pieces(f"{measure.name} {measure.unit if sound(measure.unit) else ''}")
    }
    found = [one for sentence in sentences(action.action) for one in figures(sentence) if one.unit in counted]
    if len(found) != 1 or found[0].role != "level" or _fits(found[0], measure.target, measure.target):
        return
    if _counts_some_of_them(measure.name, action.action):
        return
    yearly = _is_yearly(action.action)
    later = sound(action.due) and sound(measure.by) and measure.by.last_day < action.due.first_day
    close = measure.target < 2 * found[0].value and found[0].value < 2 * measure.target
    same_span = measure.counted == ("in-the-year" if yearly else "in-total") or (not sound(measure.counted) and close)
    if same_span and (yearly or not later):
        yield Problem(
            "figure",
            f"{found[0].value:,f} in the text of this action, and {measure.target:,f} in its measure “{measure.name}”",
            at=("measure", "target"),
        )


def _places(outcome: Outcome, lookup: Lookup) -> Iterator[Problem]:
    """A statement about one locality, and people or an only measure of another."""
    what = outcome.what
    if not sound(what.statement):
        return
    here = _named(what.statement, lookup)
    if sound(what.for_whom) and _elsewhere(here, _named(what.for_whom, lookup)):
        yield Problem(
            "place",
            _other_place("the statement", here, "for_whom", _named(what.for_whom, lookup), lookup),
            at=("what", "for_whom"),
        )
    if (
        len(what.indicators) == 1
        and sound(what.indicators[0])
        and sound(what.indicators[0].name)
        and not sound(what.indicators[0].breakdown)
    ):
        there = _named(what.indicators[0].name, lookup)
        if what.indicators[0].level == "locality" and _elsewhere(here, there):
            yield Problem(
                "place",
                _other_place("the statement", here, "its only measure", there, lookup),
                at=("what", "indicators", 0, "name"),
            )


def _named(text: str, lookup: Lookup) -> frozenset[str]:
    return frozenset(lookup.localities_named(text).values())


def _elsewhere(here: frozenset[str], there: frozenset[str]) -> bool:
    return bool(here) and bool(there) and here.isdisjoint(there)


def _other_place(one: str, here: frozenset[str], other: str, there: frozenset[str], lookup: Lookup) -> str:
    named = [", ".join(sorted(str(lookup.localities[place].name) for place in places)) for places in (here, there)]
    return f"{one} is about {named[0]}, and {other} about {named[1]}"


RULE: Rule[Any] = Rule(
    family="indicators-and-targets",
    summary="Titles, statements and other words give the same figures, dates and places as the measures, targets and actions they speak of.",
    authority="arithmetic",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§44, §79")),
    rationale="A figure stands in the words that people read and in the table that is reported on. When one of the two is changed and the other forgotten, nobody can say what was agreed.",
    question="Which of the two did you agree?",
    cases={
        "figure": Case(
            "error", "Correct the one that was not agreed; where the words speak of something else, say of what."
        ),
        "date": Case("warning", "Correct the one that was not agreed, or leave the date out of the words."),
        "years": Case("warning", "Correct the one that was not agreed."),
        "place": Case("warning", "Correct the one that is not meant, or say how one place serves the other."),
    },
    on=(Header, Outcome, Priority, Action),
    example_of="success",
    bad="""
success:
  - {by: 2014, looks_like: One number to ring and a visit the next day}
  - by: 2017
    looks_like: Emergency admissions after a fall of people aged 65 and over are down to 16.5 in every 1,000  # here
  - {by: 2023, looks_like: A fall no longer means leaving home}
""",
    good="""
success:
  - {by: 2014, looks_like: One number to ring and a visit the next day}
  - by: 2017
    looks_like: Emergency admissions after a fall of people aged 65 and over are down to 18.5 in every 1,000
  - {by: 2023, looks_like: A fall no longer means leaving home}
""",
    check=check,
    requirements=("R40", "R45"),
    decided="It speaks only where it is certain which measure is meant: the only one of the outcome in that unit, of the same people and in nearly the same words, and a period for which there is a figure. Figures are an error, because they are arithmetic; whether a date or a place belongs to what stands beside it is read from words, and is a warning.",
)
