"""Writes a sound agreement of about a given length, the same every time: `python make_agreement.py 2400`.

A long agreement is not one with more priorities (the guidance wants few) but one that says for more places what
is done there. So the four priorities and eight outcomes stay, and the number of localities grows. With each locality
grows what a rule could take too long over: actions in like words that wait for one another, breakdowns, lines of one
fund, prose full of figures, abbreviations, and references to all of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent

FIRST = ("Inver", "Kin", "Bal", "Dun", "Auchter", "Strath", "Ard", "Kil", "Tully", "Craig")
LAST = ("orran", "ness", "more", "ross", "dour", "garve", "muir", "naver", "ferry", "burn")
SIDES = ("", "North ", "South ", "East ", "West ", "Upper ", "Nether ", "Old ", "New ", "Mid ")
ASKED = {
    "belonging": "Feel that they belong to their neighbourhood,",
    "content": "Are content with their lives,",
}
ASKED_START = 52.0
"""What people say when they are asked, for every outcome: so many measures have a chart that the document has 40."""
MOST_PLACES = len(FIRST) * len(LAST) * len(SIDES)


class Topic(NamedTuple):
    """One outcome: the words that its part of the agreement is made of."""

    id: str
    statement: str
    whom: str
    looks_like: str
    measure: str
    unit: str
    direction: str
    start: float
    second: str
    second_unit: str
    source: str
    work: str
    counted: str
    lead: str
    helper: str
    post: str


class Theme(NamedTuple):
    """One priority and its outcomes."""

    id: str
    title: str
    national: int
    policy: str
    why: str
    topics: tuple[Topic, ...]


def agreement(lines: int) -> str:
    """A sound agreement in the format `soa: 1` of about `lines` lines, at least 1,650 or so."""
    few, more = (_written(_places(number), 0).count("\n") for number in (2, 5))  # a comparison needs two
    places = _places(min(max(2, 2 + 3 * (lines - few) // (more - few)), MOST_PLACES))
    return _written(places, max(0, lines - _written(places, 0).count("\n")))


@cache
def _themes() -> tuple[Theme, ...]:
    """The priorities and outcomes, from `themes.json`."""
    return tuple(
        Theme(**{**theme, "topics": tuple(Topic(**topic) for topic in theme["topics"])})
        for theme in json.loads((HERE / "themes.json").read_text("utf-8"))
    )


def _places(number: int) -> tuple[tuple[str, str], ...]:
    """Ids and names of localities."""
    names = (side + first + last for side, last, first in product(SIDES, LAST, FIRST))
    return tuple((name.lower().replace(" ", "-"), name) for name in islice(names, number))


def _written(places: tuple[tuple[str, str], ...], facts: int) -> str:
    """The frame with each of its `# make: NAME` lines replaced by what is made for the localities."""
    themes = _themes()
    made: dict[str, Iterable[str]] = {
        "facts": _facts(places, facts),
        "localities": _localities(places),
        "evidence": _evidence(places, themes),
        "priorities": (line for rank, theme in enumerate(themes, 1) for line in _priority(rank, theme, places)),
        "resources": (line for part in (_resources(themes), _fund(places, themes)) for line in part),
        "engagement": _engagement(places, themes),
        "services": _services(places, themes),
        "plans": _plans(places),
        "appendices": _appendices(places, themes),
        "terms": _terms(places),
    }
    written: list[str] = []
    for line in (HERE / "frame.yaml").read_text("utf-8").splitlines():
        mark, _, name = line.partition("# make: ")
        written.extend(made[name] if not mark and name else [line])
    return "\n".join(written) + "\n"


def _facts(places: tuple[tuple[str, str], ...], more: int) -> Iterator[str]:
    """One line each, so that the length asked for is met to the line."""
    for number in range(more):
        yield f"    - In {places[number % len(places)][1]} {120 + number} homes are heated with oil or coal"


def _localities(places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for number, (place, name) in enumerate(places):
        yield f"  - id: {place}\n    name: {name}\n    population: {2400 + 37 * number}\n    plan: plan-{place}"


def _evidence(places: tuple[tuple[str, str], ...], themes: tuple[Theme, ...]) -> Iterator[str]:
    for theme in themes:
        topic = theme.topics[0]
        yield from _finding(f"ev-{theme.id}", topic, "Glenmore", topic.start)
    for number, (place, name) in enumerate(places):
        topic = themes[number % len(themes)].topics[1]
        yield from _finding(f"ev-{place}", topic, name, _local(topic, number))


def _finding(evidence: str, topic: Topic, name: str, value: float) -> Iterator[str]:
    yield f"  - id: {evidence}"
    yield f"    finding: '{topic.measure}, in 2012/13: {value:.1f} {topic.unit}'"
    yield f"    place: {name}\n    source: {topic.source}\n    date: 2012-13"


def _priority(rank: int, theme: Theme, places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f"  - id: {theme.id}\n    title: {theme.title}\n    why_here: >-"
    yield from (f"      {line}" for line in theme.why.splitlines())
    yield "    added_value: >-\n      One visit, one form and one telephone number take the place of five,"
    yield "      which none of the partners could offer alone."
    yield f"    lead: {theme.topics[0].lead}\n    rank: {rank}"
    yield f"    national_outcomes: [{theme.national}]\n    policy_priorities: [{theme.policy}]"
    yield f"    evidence: [ev-{theme.id}]\n    engagement: [eng-{theme.id}]\n    outcomes:"
    for topic in theme.topics:
        yield from (f"      {line}" if line else "" for part in _outcome(topic, places) for line in part.split("\n"))


def _outcome(topic: Topic, places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f"- id: {topic.id}\n  # What will improve?\n  what:\n    statement: {topic.statement}"
    yield f"    for_whom: {topic.whom}\n    success:"
    yield f"      - by: 2016-03-31\n        looks_like: {topic.looks_like}"
    yield "    influence: partial\n    factors:\n      - The prices of food and fuel\n      - Severe winters"
    yield "    indicators:"
    yield from _indicator("rate", topic.measure, topic.unit, topic, topic.start)
    yield "        breakdown:"
    for number, (place, _) in enumerate(places):
        yield from _breakdown(place, topic, number)
    yield from _indicator("share", topic.second, topic.second_unit, topic, topic.start * 1.5)
    for name in _asked_of(topic):
        title = f"{ASKED[name]} {topic.whom.lower()}"
        yield from _indicator(name, title, "per cent", _asked(topic), ASKED_START)
    if topic.id == "falls":
        yield "      - use: prevention-share\n      - use: bed-cost"
    yield "  # How will it be done?\n  how:"
    for number, (place, name) in enumerate(places):
        year = 2014 + 3 * number // len(places)
        yield from _action(place, name, topic, number, year)
        if number:
            yield f"      depends_on: [{topic.id}.{places[number - 1][0]}]"
    yield from _by_whom(topic)
    yield from _when(topic, places)


def _indicator(name: str, title: str, unit: str, topic: Topic, start: float) -> Iterator[str]:
    yield f"      - id: {name}\n        name: {title}\n        kind: outcome"
    yield f"        definition: {title}, counted by where people live\n        unit: {unit}"
    yield f"        direction: {topic.direction}\n        source: {topic.source}\n        frequency: every year"
    yield "        measured_over: financial-year\n        lag: 8 months\n        level: council-area"
    yield f"        baseline:\n          period: 2012-13\n          value: {start:.1f}\n          base: 17600"
    yield f"        history:\n          - period: 2011-12\n            value: {start * 1.01:.1f}"


def _breakdown(place: str, topic: Topic, number: int) -> Iterator[str]:
    start = _local(topic, number)
    yield f"          - of: {place}\n            baseline:\n              period: 2012-13"
    yield f"              value: {start:.1f}\n            targets:\n              - period: 2016-17"
    yield f"                value: {_level(topic, start, 1):.1f}"


def _action(place: str, name: str, topic: Topic, number: int, year: int) -> Iterator[str]:
    owner, other = (topic.lead, topic.helper) if number % 2 else (topic.helper, topic.lead)
    yield f"    - id: {place}\n      action: {topic.work} in {name}\n      owner: {owner}"
    yield f"      partners: [{other}]\n      starts: 2013-09-01\n      due: {year}-03-31"
    yield f"      state: planned\n      contributes_to: [rate, share, {', '.join(_asked_of(topic))}]"
    if number % 3 == 0:
        yield "      preventive: before"
    yield f"      measure:\n        name: {topic.counted}\n        counted: in-the-year"
    yield f"        target: {40 + number % 60}"


def _by_whom(topic: Topic) -> Iterator[str]:
    yield f"  # By whom?\n  by_whom:\n    lead: {topic.lead}\n    post: {topic.post}"
    yield "    accountable_to: Glenmore Partnership Board\n    contributors:"
    yield "      - partner: tsi\n        contribution: Volunteers who tell their neighbours what is on offer"


def _when(topic: Topic, places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield "  # By when?\n  when:\n    targets:"
    measures = (("rate", topic, topic.start), ("share", topic, topic.start * 1.5))
    for name, of, start in (*measures, *((name, _asked(topic), ASKED_START) for name in _asked_of(topic))):
        yield f"      - indicator: {name}\n        values:"
        for step, period in enumerate(("2014-15", "2016-17", "2022-23"), 1):
            yield f"          - period: {period}\n            value: {_level(of, start, step):.1f}"
    if topic.id == "falls":
        for shared, value in (("prevention-share", "6.0"), ("bed-cost", "3100")):
            yield f"      - indicator: {shared}\n        values:"
            yield f"          - period: 2015-16\n            value: {value}"
    yield "    milestones:"
    for number, (_, name) in enumerate(places):
        yield f"      - milestone: The first round in {name} is over\n        by: 2014-0{1 + number % 9}-28"
    yield f"  risks:\n    - risk: Staff are needed elsewhere\n      owner: {topic.lead}"
    yield "      response: Posts are filled for three years at a time"


def _asked_of(topic: Topic) -> tuple[str, ...]:
    """The ids of what people are asked; one question where the outcome has two more measures already."""
    return tuple(ASKED)[topic.id == "falls" :]


def _asked(topic: Topic) -> Topic:
    """The same of what people say when they are asked, of which more is better."""
    return topic._replace(direction="up", source="Glenmore Residents' Survey")


def _local(topic: Topic, number: int) -> float:
    """A locality's starting value: the area's, a little up or down, the same every time."""
    return topic.start * (0.9 + 0.2 * ((number * 7) % 11) / 10)


def _level(topic: Topic, start: float, step: int) -> float:
    """The level to be reached after so many steps, each better than the one before."""
    better = 1 - 0.06 * step
    return start * better if topic.direction == "down" else start / better


def _resources(themes: tuple[Theme, ...]) -> Iterator[str]:
    for theme in themes:
        for number, partner in enumerate(
            sorted({name for topic in theme.topics for name in (topic.lead, topic.helper)})
        ):
            yield f"  - partner: {partner}\n    serves: [{theme.id}]\n    kind: money\n    held: own"
            yield "    source: mainstream\n    preventive: true\n    budget_holder: Head of Finance\n    years:"
            for year, name in enumerate(("2013-14", "2014-15", "2015-16")):
                yield f"      - year: {name}\n        amount: {410000 + 25000 * year + 10000 * number}"
                yield f"        of_total: 23600000\n        certainty: {'firm' if year == 0 else 'indicative'}"
                yield "        basis: Share of the budget by population"


def _engagement(places: tuple[tuple[str, str], ...], themes: tuple[Theme, ...]) -> Iterator[str]:
    for theme in themes:
        yield from _talk(f"eng-{theme.id}", "Glenmore", theme.topics[0], places[0][0])
    for number, (place, name) in enumerate(places):
        topic = themes[number % len(themes)].topics[number % 2]
        yield from _talk(f"eng-{place}", name, topic, place)


def _talk(talk: str, name: str, topic: Topic, place: str) -> Iterator[str]:
    yield f"  - id: {talk}\n    group: Some 40 people who know the subject from their own lives\n    place: {name}"
    yield "    method: Kitchen-table talks run by volunteers\n    date: 2012-11-30\n    level: co-designed"
    yield "    heard: Come to where we are, and do not ask us the same things twice"
    yield f"    led_to: [{topic.id}.{place}]\n    fed_back: 2013-02-10"


def _fund(places: tuple[tuple[str, str], ...], themes: tuple[Theme, ...]) -> Iterator[str]:
    """A line for each place of one fund, which ends before the targets that it serves."""
    for number, (_, name) in enumerate(places):
        topic = themes[number % len(themes)].topics[number % 2]
        yield f"  - partner: {topic.helper}\n    serves: [{topic.id}]\n    kind: money\n    what: {topic.work} in {name}"
        yield "    held: own\n    source: change-fund\n    preventive: true\n    budget_holder: Head of Finance"
        yield "    expects: As many places as the actions name\n    ends: 2015-03-31"
        yield "    after: The council and the health board pay for it from their ordinary budgets\n    years:"
        for year, amount in (("2013-14", 20000), ("2014-15", 24000)):
            yield f"      - year: {year}\n        amount: {amount + 170 * number}"
            yield "        certainty: firm\n        basis: Grant letter of 1 March 2013"


def _plans(places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for place, name in places:
        yield f"  - id: plan-{place}\n    title: {name} Locality Plan\n    owner: council\n    date: 2013-01-29"


def _appendices(places: tuple[tuple[str, str], ...], themes: tuple[Theme, ...]) -> Iterator[str]:
    """Long prose with figures that are those of the measures, and with abbreviations."""
    for number, (_, name) in enumerate(places):
        yield f"  - title: How people in {name} fare\n    text: |"
        for theme in themes:
            topic = theme.topics[number % 2]
            yield f"      In 2012/13 the figure for {name} was {_local(topic, number):.1f} {topic.unit}."
            yield f"      The {_group(number)} looked at it with people who live there, and asked what would help most."
            yield f"      “{topic.looks_like}” was what they said. It is to be reached by March 2016."
            yield ""


def _terms(places: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for number, (_, name) in enumerate(places):
        yield f"  - term: {_group(number)}\n    means: The residents' group in {name}"


def _group(number: int) -> str:
    """The abbreviation by which the group of a locality goes: another for each."""
    letters = "ABCDEFGHJKLMNPRSTW"
    high, low = divmod(number, len(letters))
    return "Q" + letters[high // len(letters)] + letters[high % len(letters)] + letters[low]


def _services(places: tuple[tuple[str, str], ...], themes: tuple[Theme, ...]) -> Iterator[str]:
    for number, (place, name) in enumerate(places):
        topic = themes[number % len(themes)].topics[0]
        yield f"  - id: service-{place}\n    name: {topic.work}\n    provider: {topic.helper}\n    place: {name}"


def main(arguments: list[str]) -> int:
    """Print the agreement that is asked for; 2 when the length is not a number."""
    if len(arguments) != 1 or not arguments[0].isdecimal():
        print("Say how many lines, for example: python tests/bench/make_agreement.py 2400", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(agreement(int(arguments[0])).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
