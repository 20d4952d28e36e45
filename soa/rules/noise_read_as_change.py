"""No more is made of a change than its figures bear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from soa.model.agreement import Agreement
from soa.model.lookup import Lookup
from soa.model.measure import Indicator, TargetValue
from soa.model.outcome import Outcome
from soa.model.part import each, sound
from soa.rules._figures import Figure, figures, sentences, unit_of
from soa.rules._people import is_count
from soa.rules._reported import REPORTING, reported
from soa.rules._rule import Case, Citation, Option, Problem, Rule, Subject
from soa.rules._wording import any_case

_STRONG = r"\b(?:trends?|dramatic\w*|significant\w*|sharp(?:ly)?|soar\w*|surg(?:e|ed)|plummet\w*|plung\w*|collaps\w*|remarkabl\w*|striking\w*|steep(?:ly)?|halv(?:e|ed|es|ing)|doubl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing))\b"
_CAREFUL = r"\b(?:average\w*|rolling|(?:three|five|3|5)[- ]years?|caution\w*|careful\w*|chance|small\s+numbers?|few\s+cases|var(?:y|ies)|fluctuat\w*|no\s+trend|too\s+few|too\s+small)\b"
_NUMBERS = "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_MEASURED = frozenset(
    "second minute hour day week month year mile metre kilometre km tonne degree stage level grade pound penny place point litre hectare storey age per".split()
)
"""What is measured and not counted: from twelve weeks to six is no count of six."""


def check(subject: Subject[Agreement]) -> Iterator[Problem]:
    """Read each text that reports something once, then look at targets set as a share of very few."""
    options, lookup = subject.options, subject.lookup
    blurred = _within_margin(lookup)
    for kind in REPORTING:
        for path, part in lookup.all(kind):
            for at, text in reported(part):
                for sentence in sentences(text):
                    problem = _problem(sentence, options, blurred)
                    if problem:
                        yield problem._replace(at=(*path, *at))
                        break
    yield from _targets(lookup, options["count"])


def _in_figures(sentence: str) -> str:
    """The sentence with numbers up to nineteen in figures."""
    return any_case(rf"\b(?:{'|'.join(_NUMBERS)})\b").sub(lambda found: str(_NUMBERS.index(found[0].lower())), sentence)


def _problem(
    sentence: str, options: Mapping[str, int], blurred: Mapping[tuple[Decimal, Decimal], Decimal]
) -> Problem | None:
    """What a sentence makes too much of."""
    if "from " not in sentence and not (" of " in sentence and ("per" in sentence or "%" in sentence)):
        return None
    sentence = _in_figures(sentence)
    found = figures(sentence)
    if len(found) < 2 or any_case(_CAREFUL).search(sentence):
        return None
    share = next((one for one in found if one.role == "change" and one.unit == "per cent"), None)
    strong = any_case(_STRONG).search(sentence)
    for before, after in pairwise(found):
        if before.role != "start" or after.role not in ("level", "start"):
            continue
        if _counted(before) and _counted(after) and max(before.value, after.value) < options["count"]:
            if share or strong:
                said = f"{share.value:f} per cent" if share else f"“{strong[0]}”" if strong else ""
                return Problem(
                    "few", f"{said} is said of a change from {before.value:f} to {after.value:f}, which may be chance"
                )
        elif before.unit == after.unit == "per cent" and (before.value, after.value) in blurred:
            return Problem(
                "margin",
                f"a change from {before.value:f} to {after.value:f} per cent is inside the survey's margin of {blurred[before.value, after.value]:f} either way",
            )
    return _small_base(sentence, found, options["base"]) if share or strong else None


def _counted(figure: Figure) -> bool:
    return (
        figure.unit not in ("per cent", "points", "pounds")
        and not figure.unit.startswith("per ")
        and figure.unit not in _MEASURED
    )


def _small_base(sentence: str, found: Sequence[Figure], least: int) -> Problem | None:
    """A strong word, or a share of a change, on a percentage of very few."""
    for share, base in pairwise(found):
        if share.unit != "per cent" or base.unit in _MEASURED or base.unit in ("per cent", "points", "pounds"):
            continue
        between = sentence[share.end : base.start]
        if (
            any_case(r"^\s+of\s+(?:the\s+|our\s+|all\s+|those\s+|only\s+|just\s+)*$").match(between)
            and base.value < least
        ):
            return Problem("few", f"much is made of a percentage of {base.value:f}, which one or two people can change")
    return None


def _within_margin(lookup: Lookup) -> dict[tuple[Decimal, Decimal], Decimal]:
    """Changes between two values of a survey that are smaller than its margin."""
    found: dict[tuple[Decimal, Decimal], Decimal] = {}
    for _, indicator in lookup.all(Indicator):
        start = indicator.baseline
        if not sound(start) or not sound(start.value) or not sound(start.margin):
            continue
        for one in each(indicator.history):
            if sound(one) and sound(one.value) and 0 < abs(one.value - start.value) < start.margin:
                found[one.value, start.value] = start.margin
    return found


def _targets(lookup: Lookup, fewest: int) -> Iterator[Problem]:
    """Targets that are a share of a count of very few; once for a row of them."""
    for path, outcome in lookup.all(Outcome):
        if outcome.state == "stopped":
            continue
        for index, target in enumerate(each(outcome.when.targets)):
            if not sound(target) or not sound(target.indicator):
                continue
            measure = lookup.measure(target.indicator, outcome)
            few = _count_of_few(measure.indicator, fewest) if measure is not None else None
            shares = [(place, one.change) for place, one in enumerate(each(target.values)) if _is_share(one)]
            if few is not None and shares:
                place, change = shares[0]
                yield Problem(
                    "target",
                    f"a change of {change:f} per cent is set for a count of {few:f}, which may move as far by chance",
                    at=(*path, "when", "targets", index, "values", place, "change"),
                )


def _is_share(value: TargetValue) -> bool:
    return sound(value) and sound(value.change) and value.change_in == "per-cent"


def _count_of_few(indicator: Indicator, fewest: int) -> Decimal | None:
    """The baseline of a measure that counts very few one by one; None for any other."""
    start, unit = indicator.baseline, indicator.unit
    if not sound(unit) or not sound(start) or not sound(start.value) or sound(indicator.averaged_over):
        return None
    return start.value if 0 < start.value < fewest and is_count(unit) and unit_of(unit) not in _MEASURED else None


RULE = Rule(
    family="statistics",
    summary="No more is made of a change than its figures bear.",
    authority="submission",
    sources=(Citation("HMIC 2012", "2.1"), Citation("Audit Scotland 2013", "§21")),
    rationale="Two deaths instead of four are good news and no trend: next year it may be five. What is small is said as a count, over several years, and without strong words.",
    question="Would you still say this if next year's figure went back to where it was?",
    cases={
        "few": Case("warning", "Give the counts, or an average of several years, without percentage or strong word."),
        "margin": Case("warning", "Say that it has not changed, or not beyond the survey's margin."),
        "target": Case("warning", "Set the count that is meant, or use an average of several years (averaged_over)."),
    },
    on=(Agreement,),
    example_of="place",
    bad="""
place:
  text: Fire deaths in Strathbeg have fallen dramatically, from 4 to 2 in a year.  # here
""",
    good="""
place:
  text: Two people died in fires in Strathbeg last year, and four the year before; the average of five years is 3.2.
""",
    check=check,
    requirements=("R44", "R45"),
    decided="A strong word alone is never questioned: it takes figures of a small change in the same sentence. Averages of several years, and words of caution, pass. A percentage set as a target for a count under the limit is questioned by its figures.",
    options={
        "count": Option(20, "smallest count of which a percentage or a strong word is said", least=1),
        "base": Option(50, "fewest people or things whose percentage is read as a change", least=1),
    },
)
