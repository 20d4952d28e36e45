"""The last target of a measure asks for more than what there is already."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from soa.model.agreement import Agreement
from soa.model.measure import Indicator
from soa.model.part import each, sound
from soa.rules._ladders import Ladder, in_figures, is_share, ladders
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.source.places import Path

_YEAR = 365


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Compare the last target of each measure with its baseline."""
    usual: dict[Path, Decimal | None] = {}
    for ladder in ladders(subject.lookup):
        if not sound(ladder.indicator.not_yet):
            yield from _judged(ladder, subject.options, usual)


def _judged(ladder: Ladder, options: Mapping[str, int], known: dict[Path, Decimal | None]) -> Iterator[Problem]:
    """At most one problem: the same as now, too little of what is left, or no more than an ordinary year brings."""
    indicator, start, steps = ladder.indicator, ladder.start_value, ladder.steps
    if start is None or not steps or not sound(ladder.baseline) or not sound(ladder.baseline.period):
        return
    index, last = steps[-1]
    gain, up = ladder.gain(last), indicator.direction == "up"
    share = is_share(indicator.unit) and 0 <= start <= 100
    left = 100 - start if up else start
    if gain is None or gain < 0 or (share and left <= 100 - options["near_limit"]) or (left == 0 and not up):
        return
    if any(sound(value.because) for _, value in steps):
        return
    room = min(start, 100 - start) if share else None
    at, related = (*ladder.at, index), (ladder.start, "the baseline")
    said = f"the last target, for {last.period} ({in_figures(start + gain if up else start - gain)}),"
    if gain == 0:
        yield Problem("equal", f"{said} is the same as the baseline", at=at, related=(related,))
        return
    long_enough = (last.period.last_day - ladder.baseline.period.last_day).days >= options["years"] * _YEAR
    if room is not None and long_enough and gain * 100 < room * options["least_share"]:
        message = f"{said} is only {in_figures(gain)} points better than the baseline ({in_figures(start)})"
        yield Problem("little", message, at=at, related=(related,))
        return
    if room is not None and gain * 100 >= room * options["enough_share"]:
        return
    if ladder.path not in known:
        known[ladder.path] = _usual_change(indicator, options["changes"])
    usual = known[ladder.path]
    if usual is not None and gain <= usual:
        message = f"{said} is {in_figures(gain)} better than the baseline, and this figure moves by about {in_figures(usual)} in an ordinary year"
        history: Path = (*ladder.path, "history")
        yield Problem("usual-change", message, at=at, related=(related, (history, "earlier values")))


def _usual_change(indicator: Indicator, least: int) -> Decimal | None:
    """The middle one of the changes from year to year, either way, up to the baseline; None where there are too few."""
    readings = sorted(
        (
            (reading.period.last_day, reading.value)
            for reading in (*each(indicator.history), indicator.baseline)
            if sound(reading) and sound(reading.period) and sound(reading.value)
        ),
        key=lambda reading: reading[0],
    )
    changes: list[Decimal] = []
    for (before, old), (after, new) in pairwise(readings):
        years = round((after - before).days / _YEAR)
        if years:
            changes.append(abs(new - old) / years)
    if len(changes) < least:
        return None
    return round(sorted(changes)[(len(changes) - 1) // 2], 2)


RULE = Rule(
    family="indicators-and-targets",
    summary="The last target of every measure asks for more than what there is already, or says why standing still is right.",
    authority="audit-recommendation",
    sources=(
        Citation("Audit Scotland 2013", "§75, §79, Exhibit 3"),
        Citation("East Lothian 2013", "3.5"),
    ),
    rationale="A target that is met by doing nothing shows nothing. Holding a figure still can be hard: direction hold with a reason, or because beside the target, says so. How much is enough depends on the measure, so a change is held against the measure's own ups and downs, and a percentage against the distance that is left.",
    question="What would people notice if you met this?",
    cases={
        "equal": Case(
            "warning",
            "Set a level that would be better; where standing still is hard, write direction: hold with within and because, or say why with because beside the target.",
        ),
        "little": Case(
            "warning", "Check the figure; where even this is hard to reach, say why with because beside the target."
        ),
        "usual-change": Case(
            "warning",
            "Set a level that an ordinary year would not bring by itself, or say why with because beside the target.",
        ),
    },
    on=(Agreement,),
    example_of="when",
    bad="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, value: 21.3}
        - {period: 2016-17, value: 21.3}  # here
""",
    good="""
when:
  targets:
    - indicator: admissions
      values:
        - {period: 2014-15, value: 21.3, because: The population over 65 grows three per cent a year}
        - {period: 2016-17, value: 18.5}
""",
    check=check,
    requirements=("R35",),
    decided="The officer's review goes before the catalogue: 2 per cent of the baseline says nothing of fires or of life expectancy, so it is 2 per cent of the distance to 0 or to 100, whichever is nearer, and for percentages alone: from 4 to 5 in a hundred is much, and so is from 92 to 93. Every measure is held against its own history. Only the last target is judged. A target that keeps up a past trend, or asks for more than was ever seen, is not called weak: both can be right. The survey's margin is left to target-inside-margin.",
    options={
        "least_share": Option(
            2,
            "the least part of its way to 0 or 100, whichever is nearer, that a percentage should go, in per cent",
            most=100,
        ),
        "enough_share": Option(
            10,
            "the part of that way which is enough, whatever an ordinary year brings, in per cent",
            most=100,
        ),
        "near_limit": Option(
            97,
            "the percentage of a whole from which on nothing more is asked (its rest where lower is better)",
            most=100,
        ),
        "changes": Option(2, "the least number of changes from year to year that show what is usual", least=1),
        "years": Option(2, "the least number of years from the baseline after which a small change is questioned"),
    },
    gives_way_to=("target-wrong-way",),
)
