"""No count of very few people is shown, or can be worked out from what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from soa.model.measure import Breakdown, Indicator, Reading
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._figures import figures, sentences
from soa.rules._people import COUNTED_OPENLY, counts_people, is_survey_share, parts_of_people, plain_words, says_people
from soa.rules._reported import REPORTING, reported, withheld
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

if TYPE_CHECKING:
    from soa.model.lookup import Lookup

_WIDEST = 10
"""A share so rounded that it may stand for more numbers of people than this tells nothing of anybody."""
_LISTED = 4
_SEPARATE = ("-fifth", "-tenth", "-quintile", "-decile")
_NUMBERS = "nought one two three four five six seven eight nine".split()
_COUNT = r"""
(?<![\w.,£/'’-])(?<!\bin\s)(?<!\bof\s)(?<!\bthan\s)(?<!\baged\s)(?<!\bleast\s)(?<!\bevery\s)(?<!\beach\s)(?<!\bper\s)
(?<!\bto\s)(?<!\bor\s)(?<!\bmost\s)(?<!\bunder\s)
(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s+
(?:(?:of\s+the|of\s+our|more|other|looked-after|teenage|drugs?|drug-related|alcohol|young|older|local|disabled|pregnant)\s+){0,3}
(?:(?P<event>suicides?|deaths?|stillbirths?|pregnanc(?:y|ies)|abortions?|overdoses?)
  |people|persons?|child(?:ren)?|women|woman|men|man|adults?|bab(?:y|ies)|boys?|girls?|pupils?|carers?|patients?|teenagers?|mothers?|victims?|residents?)
(?!['’\w-])(?!\s+(?:in|out\s+of|from)\s+(?:every\s+|each\s+)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|a\s+hundred))
"""
_SENSITIVE = frozenset(
    """
register suicide killed died death abuse abused raped trafficked homeless admitted pregnant diagnosed convicted
charged arrested sentenced overdose overdosed self-harm harmed detained excluded fostered accommodated stillborn stillbirth pregnancy pregnancies abortion
""".split()
)
"""Words of what people may not want to be known of themselves: without one, two people in a text are no count of anybody."""


_EVENTS = frozenset("suicide death stillbirth pregnancy abortion overdose".split())
_NO_PEOPLE = frozenset("points pounds week month year day hour minute".split()) | {
    "per cent",
    "per 100",
    "per 1000",
    "per 10000",
    "per 100000",
}


class _Shown(NamedTuple):
    """A value that the public would see."""

    reading: Reading
    at: Path
    where: str
    """The place, group or period in brackets; empty for the baseline of the whole."""


def check(subject: Subject[Any]) -> Iterator[Problem]:
    """Look at every value that counts people, at what can be worked out from it, and at the texts that report."""
    if withheld(subject.path, subject.lookup):
        return
    part, fewest = subject.part, subject.options["fewest"]
    if isinstance(part, Outcome):
        yield from _targets(part, subject.lookup, fewest)
        return
    if isinstance(part, Indicator):
        yield from _indicator(part, subject.lookup, fewest)
    for at, text in reported(part):
        if said := _said(text, fewest):
            yield Problem("said", f"this text shows a count of very few people: “{said}”", at=at)


def _indicator(indicator: Indicator, lookup: Lookup, fewest: int) -> Iterator[Problem]:
    shown = _values(indicator, lookup)
    if counts_people(indicator):
        small = [(one, f"{one.reading.value:f}", "value") for one in shown if _few(_all_years(one, indicator), fewest)]
        yield from _together("shown", "a count of very few people is shown: {}", small)
        if not small:
            yield from _left_over(indicator, lookup, shown, fewest)
        return
    out_of = parts_of_people(indicator)
    if out_of is None or is_survey_share(indicator):
        return
    typed = [
        (one, f"{key} {number}", key) for one in shown for key, number in _typed(one.reading) if _few(number, fewest)
    ]
    yield from _together("shown", "a count of very few people is shown: {}", typed)
    told = {one.at for one, _, _ in typed}
    worked = [(one, *_counted(one, indicator, out_of)) for one in shown if one.at not in told]
    counted = [(one, _spoken(few), "value") for one, few, _ in worked if _all_few(few, fewest)]
    yield from _together(
        "worked-out", "a count of very few people can be worked out: value and base show that it is {}", counted
    )
    others = [(one, _spoken(few), "value") for one, _, few in worked if out_of == 100 and _all_few(few, fewest)]
    yield from _together(
        "rest", "a count of very few people can be worked out: value and base show that it is everybody but {}", others
    )


def _values(indicator: Indicator, lookup: Lookup) -> list[_Shown]:
    """The values that the public would see, earlier ones and those of places and groups included."""
    found = [_Shown(indicator.baseline, ("baseline",), "")] if sound(indicator.baseline) else []
    found += [
        _Shown(one, ("history", index), f" ({one.period})")
        for index, one in enumerate(each(indicator.history))
        if sound(one) and sound(one.period)
    ]
    found += [
        _Shown(part.baseline, ("breakdown", index, "baseline"), f" ({_called(part, lookup)})")
        for index, part in enumerate(each(indicator.breakdown))
        if sound(part) and part.public is not False and sound(part.baseline)
    ]
    return [one for one in found if sound(one.reading.value) and _is_shown(one.reading)]


def _typed(reading: Reading) -> Iterator[tuple[str, Decimal]]:
    """The counts that stand beside a share, by their keys."""
    if sound(reading.base):
        yield "base", Decimal(reading.base)
    if sound(reading.numerator):
        yield "numerator", reading.numerator


def _is_shown(reading: Reading) -> bool:
    return reading.suppressed is not True and reading.public is not False


def _called(part: Breakdown, lookup: Lookup) -> str:
    place = lookup.localities.get(part.of) if sound(part.of) else None
    return place.name if place and sound(place.name) else str(part.of).replace("-", " ")


def _few(count: Decimal | int, fewest: int) -> bool:
    return 0 < count < fewest


def _all_few(counts: Sequence[Decimal], fewest: int) -> bool:
    return bool(counts) and all(_few(count, fewest) for count in counts)


def _years(indicator: Indicator) -> int:
    """An average of three years stands for three times as many people."""
    return indicator.averaged_over if sound(indicator.averaged_over) else 1


def _all_years(one: _Shown, indicator: Indicator) -> Decimal:
    return one.reading.value * _years(indicator)


def _counted(one: _Shown, indicator: Indicator, out_of: Decimal) -> tuple[list[Decimal], list[Decimal]]:
    """All the numbers of people that a rounded share of its base may stand for, and all that the others may be."""
    value, base = one.reading.value, one.reading.base
    if not sound(base):
        return [], []
    people = Decimal(base) * _years(indicator)
    rounded = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    least = ((value - rounded) * people / out_of).to_integral_value(ROUND_CEILING)
    most = ((value + rounded) * people / out_of).to_integral_value(ROUND_FLOOR)
    if not 0 <= most - least < _WIDEST:
        return [], []
    counts = [least + step for step in range(int(most - least) + 1)]
    return counts, [people - count for count in counts]


def _spoken(counts: Sequence[Decimal]) -> str:
    low, high = min(counts), max(counts)
    said = f"{low:f}" if low == high else f"{low:f} or {high:f}" if high - low == 1 else f"{low:f} to {high:f}"
    return f"{said} {'person' if high == 1 else 'people'}"


def _together(case: str, said: str, found: Sequence[tuple[_Shown, str, str]]) -> Iterator[Problem]:
    """One problem for a measure, at the first of its values."""
    if found:
        listed = ", ".join(f"{what}{one.where}" for one, what, _ in found[:_LISTED])
        more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        first, _, key = found[0]
        yield Problem(case, said.format(listed + more), at=(*first.at, key))


def _left_over(indicator: Indicator, lookup: Lookup, shown: Sequence[_Shown], fewest: int) -> Iterator[Problem]:
    """What is left when the parts that are shown are taken from the whole."""
    whole = next((one for one in shown if one.at == ("baseline",)), None)
    if whole is None or _years(indicator) > 1:
        return
    parts = [one for one in shown if one.at[0] == "breakdown" and one.reading.period == whole.reading.period]
    values = [one.reading.value for one in parts]
    for taken in [sum(values, Decimal(0))] if _separate(indicator, lookup) else values:
        left = whole.reading.value - taken
        if parts and _few(left, fewest):
            yield Problem(
                "left-over",
                f"{whole.reading.value:f} in all, less the {taken:f} shown beside it, leaves {left:f}: a count of very few people can be worked out",
                at=("breakdown",),
            )
            return


def _separate(indicator: Indicator, lookup: Lookup) -> bool:
    """Whether nobody is in two of the parts: they are places or fifths, or one of them is withheld because the others would give it away."""
    parts = [part for part in each(indicator.breakdown) if sound(part)]
    return any(
        part.public is False or (sound(part.baseline) and not _is_shown(part.baseline)) for part in parts
    ) or all(sound(part.of) and (part.of in lookup.localities or part.of.endswith(_SEPARATE)) for part in parts)


def _targets(outcome: Outcome, lookup: Lookup, fewest: int) -> Iterator[Problem]:
    """Levels so low that the result could not be shown when they are reached; once for each measure."""
    for index, target in enumerate(each(outcome.when.targets)):
        if not sound(target) or target.public is False or not sound(target.indicator):
            continue
        measure = lookup.measure(target.indicator, outcome)
        if measure is None or not counts_people(measure.indicator) or _years(measure.indicator) > 1:
            continue
        if any(_few(one.reading.value, fewest) for one in _values(measure.indicator, lookup)):
            continue
        low = [
            (place, value.value)
            for place, value in enumerate(each(target.values))
            if sound(value) and sound(value.value) and _few(value.value, fewest)
        ]
        for place, level in low[:1]:
            yield Problem(
                "target",
                f"when this target of {level:f} is reached, the result will be a count of very few people",
                at=("when", "targets", index, "values", place, "value"),
            )


def _said(text: str, fewest: int) -> str:
    """The words of a text that count very few people in something they may not want known; empty where there are none."""
    for sentence in sentences(text):
        low = sentence.lower()
        marked = low.replace("looked-after", "fostered").replace("looked after", "fostered")
        if not any(sign in marked for sign in _SENSITIVE):
            continue
        for match in _counts().finditer(low):
            number = match["number"]
            count = _NUMBERS.index(number) if number in _NUMBERS else int(number)
            words = plain_words(marked)
            telling = match["event"] or not _SENSITIVE.isdisjoint(words)
            if _few(count, fewest) and telling and COUNTED_OPENLY.isdisjoint(words):
                return match[0]
        if "from " in low and not _EVENTS.isdisjoint(plain_words(low)) and COUNTED_OPENLY.isdisjoint(plain_words(low)):
            for one in figures(sentence):
                if one.role in ("start", "level") and one.unit not in _NO_PEOPLE and _few(one.value, fewest):
                    return sentence[max(0, one.start - 5) : one.end]
    return _in_table(text, fewest)


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(_COUNT, re.VERBOSE)


def _in_table(text: str, fewest: int) -> str:
    """The heading and cell of a table in which very few people are counted; empty where there is none."""
    heading: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip(" *_") for cell in line.strip().strip("|").split("|")] if "|" in line else []
        if len(cells) != len(heading):
            heading = cells
            continue
        for name, cell in zip(heading, cells, strict=True):
            if cell.isdecimal() and len(cell) < 3 and _few(int(cell), fewest) and says_people(name):
                return f"{name}: {cell}"
    return ""


RULE: Rule[Any] = Rule(
    family="statistics",
    summary="No count of very few people is shown to the public, or can be worked out from what is shown.",
    authority="arithmetic",
    sources=(Citation("HMIC 2012", "2.1"), Citation("soa 1", "suppressed, public")),
    rationale="Where two children of a village are on a register, its people know which. A count is given away just as well by the whole less the other parts, or by a percentage beside the number it is out of.",
    question="Could somebody who lives there tell who these people are?",
    cases={
        "shown": Case(
            "warning",
            "Write suppressed: true in place of value (and base), or give one figure for several places or years together, so that it is no longer so small.",
        ),
        "worked-out": Case(
            "warning",
            "Write suppressed: true in place of value and base, or leave base out and round the value.",
        ),
        "left-over": Case(
            "warning",
            "Write suppressed: true for a second part too, so that no count can be worked out from the whole.",
        ),
        "rest": Case(
            "warning",
            "Ask whether it tells something of the few who are left. If so, write suppressed: true in place of value and base, or leave base out and round the value.",
        ),
        "said": Case("warning", "Write “fewer than five”, or give one figure for several places or years together."),
        "target": Case(
            "advice",
            "Set it for several years together (averaged_over), or be ready to report the result in words.",
            question="How will you report this without telling who they are?",
        ),
    },
    on=(Indicator, Outcome, *(kind for kind in REPORTING if kind is not Indicator)),
    example_of="indicator",
    bad="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  breakdown:
    - of: muirton
      baseline: {period: 2012-13, value: 25.4, base: 118}  # here
      targets:
        - {period: 2016-17, value: 22.0}
""",
    good="""
- id: admissions
  name: Emergency admissions after a fall, people aged 65 and over
  kind: outcome
  definition: Stays that began as an emergency with a falls code, by area of residence
  unit: per 1,000 people aged 65 and over
  direction: down
  source: ISD Scotland, SMR01
  frequency: every year
  measured_over: financial-year
  baseline: {period: 2012-13, value: 21.3, base: 17600}
  breakdown:
    - of: muirton
      baseline: {period: 2012-13, suppressed: true}
      targets:
        - {period: 2016-17, value: 22.0}
""",
    check=check,
    requirements=("R44", "R51"),
    decided="The review (F5) makes it a warning in lint, because a draft is read by partners only, and an error where it is published. A target is no count of anybody, so that one of 1 to 4 is advice. Casualties on roads and in fires are published one by one for each council area and pass; so do staff, samples of surveys, and counts of 0.",
    options={"fewest": Option(5, "fewest people who may be counted in public", least=1, most=100)},
)
