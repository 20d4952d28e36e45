"""What holds of every finding of every rule, whatever the agreement: the examples, each rule's bad example, generated ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soa import api
from soa.config.settings import Settings
from soa.engine.check import Checked
from soa.findings import Finding
from soa.model.review import ROUND_FILE
from soa.source import load
from tests.model.agreements import agreements, variants
from tests.rules.shown import PARTS, RULES, SETTINGS
from tests.rules.sound import TODAY, files

ROOT = Path(__file__).parents[2]
EVERY_RULE = {name: "on" for name, rule in RULES.items() if rule.review_only}
"""The settings that turn on what is left out unless it is asked for."""


class Given(NamedTuple):
    """An agreement: the texts of its files, and what is set for it."""

    texts: dict[str, str]
    settings: Settings = Settings(rules=EVERY_RULE)

    def data(self) -> Any:
        """What it says, rounds of review left out."""
        data: Any = api.check(self.texts, rules={}).source.data
        return {name: data[name] for name in data if name not in self.rounds} if isinstance(data, dict) else data

    @property
    def rounds(self) -> dict[str, str]:
        """The rounds of review beside it."""
        return {name: text for name, text in self.texts.items() if ROUND_FILE.fullmatch(name)}

    def found(self, *, today: date = TODAY, ignores: bool = True) -> Checked:
        """What every rule finds."""
        return api.check(self.texts, as_of=today, settings=self.settings, ignores=ignores)


def _example(folder: Path) -> Given:
    return Given({file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.yaml")})


def _bad(name: str) -> Given:
    texts = files(RULES[name].example_of, RULES[name].bad.replace("  # here", ""))
    parts = {f"{part}.yaml": text for part, text in PARTS.get(name, {}).items()}
    settings = SETTINGS.get(name, Settings())
    return Given({**texts, **parts}, settings._replace(rules={**EVERY_RULE, **settings.rules}))


GIVEN: dict[str, Callable[[], Given]] = {
    **{folder.name: lambda folder=folder: _example(folder) for folder in sorted((ROOT / "examples").iterdir())},
    **{name: lambda name=name: _bad(name) for name in RULES},
}
each_given = pytest.mark.parametrize("name", GIVEN)


@cache
def _given(name: str) -> Given:
    return GIVEN[name]()


@cache
def _found(name: str) -> Checked:
    return _given(name).found(ignores=False)


READABLE = [
    name for name in GIVEN if name != "glenmore-first-draft" and (name not in RULES or RULES[name].family != "format")
]
"""Agreements that can be written down in another way, because nothing is wrong with their text."""


def _same(findings: tuple[Finding, ...]) -> Counter[tuple[str, ...]]:
    """What findings say, wherever they stand."""
    return Counter(
        (one.rule, one.case, one.severity, one.message, one.help, one.part, one.fingerprint) for one in findings
    )


def _json(data: Any, indent: int | None = None, depth: int = 0) -> str:
    """Data as JSON, numbers as they were written; without an indent all of it is one line."""
    if isinstance(data, Decimal):
        return f"{data:f}"
    if not isinstance(data, (dict, list)):
        return json.dumps(data, ensure_ascii=depth % 2 == 0 and max(str(data), default="") < "\U00010000")
    pairs = data.items() if isinstance(data, dict) else (("", one) for one in data)
    begin = "" if indent is None else "\n" + " " * indent * (depth + 1)
    parts = (
        begin + (f"{json.dumps(key)}: " if isinstance(data, dict) else "") + _json(one, indent, depth + 1)
        for key, one in pairs
    )
    opening, closing = "{}" if isinstance(data, dict) else "[]"
    return f"{opening}{', '.join(parts)}{closing}"


def _plain(data: Any, depth: int = 0) -> str:
    """Data in block style, every text a folded block where it can be one."""
    pad = "  " * depth
    if isinstance(data, dict) and data:
        return "".join(f"\n{pad}{json.dumps(key)}:{_plain(one, depth + 1)}" for key, one in data.items())
    if isinstance(data, list) and data:
        return "".join(f"\n{pad}-{_plain(one, depth + 1)}" for one in data)
    if isinstance(data, str) and data.strip() == data and data.isprintable() and "  " not in data and depth:
        return " >-" + "".join(f"\n{pad}{word}" for word in data.split(" ")) if data else ' ""'
    return f" {_json(data)}"


def _turned(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _turned(data[key]) for key in reversed(data)}
    return [_turned(one) for one in data] if isinstance(data, list) else data


def _split(data: Any) -> dict[str, str]:
    """The agreement with every top-level key that may be one, every priority and every outcome in a file of its own."""
    whole, texts = deepcopy(data), {}
    for number, priority in enumerate(whole.get("priorities") or []):
        for index, outcome in enumerate((isinstance(priority, dict) and priority.get("outcomes")) or []):
            if isinstance(outcome, dict) and len(texts) < 8:
                texts[f"p{number}/o{index}.yaml"] = _json(outcome)
                priority["outcomes"][index] = {"file": f"p{number}/o{index}.yaml"}
        if isinstance(priority, dict) and len(texts) < 12:
            texts[f"p{number}.yaml"] = _json(priority, 1)
            whole["priorities"][number] = {"file": f"p{number}.yaml"}
    for key in ("agreement", "partners", "indicators", "resources", "engagement", "governance", "prevention"):
        if isinstance(whole.get(key), (dict, list)):
            texts[f"{key}.yaml"] = _json(whole[key], 2)
            whole[key] = {"file": f"{key}.yaml"}
    return {"soa.yaml": _json(whole), **texts}


LAYOUTS: dict[str, Callable[[Any], dict[str, str]]] = {
    "the keys the other way round": lambda data: {"soa.yaml": _json(_turned(data), 1)},
    "one line": lambda data: {"soa.yaml": _json(data)},
    "a word on a line": lambda data: {"soa.yaml": _plain(data)},
    "files": _split,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", READABLE)
def test_how_it_is_written_down_makes_no_difference(name: str, layout: str) -> None:
    """Neither the order of keys, nor quotation marks, nor the width of lines, nor files. A comment has no other way."""
    there = _given(name)
    other = Given({**LAYOUTS[layout](there.data()), **there.rounds}, there.settings)
    assert other.data() == (there.data() if "round" not in layout else other.data())
    assert _same(other.found(ignores=False).findings) == _same(_found(name).findings)


@given(agreements().flatmap(lambda made: st.just(made[0]) | variants(*made).map(lambda one: one.data)), st.data())
def test_how_a_generated_agreement_is_written_down_makes_no_difference(data: Any, draw: st.DataObject) -> None:
    """The same, of small agreements in which anything may be wrong."""
    first = Given({"soa.yaml": _json(data, 2)})
    layout = draw.draw(st.sampled_from(sorted(LAYOUTS)))
    assert _same(Given(LAYOUTS[layout](first.data())).found().findings) == _same(first.found().findings)


def _program() -> str:
    return (
        "from tests.engine.test_properties import GIVEN\n"
        "for name in GIVEN:\n"
        "    for finding in GIVEN[name]().found().findings: print(name, finding)\n"
    )


def test_the_seed_of_hashes_makes_no_difference() -> None:
    """Sets are never gone through in the order in which they happen to lie."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _program()],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        for seed in ("1", "2")
    ]
    first, second = (one.communicate()[0].decode().splitlines() for one in running)
    assert first
    assert [line for line in first if line not in set(second)] == []
    assert first == second


@pytest.mark.parametrize("today", [date(1999, 1, 1), date(2022, 2, 28)])
@each_given
def test_the_day_matters_only_to_rules_that_need_today(name: str, today: date) -> None:
    """Nothing turns red because a day has passed."""

    def lasting(found: Checked) -> Counter[tuple[str, ...]]:
        return _same(tuple(one for one in found.findings if not RULES[one.rule].needs_today))

    assert lasting(_given(name).found(today=today, ignores=False)) == lasting(_found(name))


@each_given
def test_every_finding_can_be_shown(name: str) -> None:
    """It has a message, says what to do or to ask, points inside its file, and weighs no more than its authority."""
    _shown(_given(name).found())


@given(agreements().flatmap(lambda made: variants(*made)))
def test_every_finding_in_a_generated_agreement_can_be_shown(made: Any) -> None:
    """The same, of small agreements in which one value is wrong."""
    _shown(Given({"soa.yaml": _json(made.data, 2)}).found())


def _shown(found: Checked) -> None:
    texts = {name: text.text for name, text in found.source.texts.items()}
    for one in found.findings:
        assert one.message.strip() == one.message != ""
        assert one.help or one.question, one
        start, end = one.place.span
        assert 0 <= start.offset <= end.offset <= len(texts[one.place.file]), one
        assert (1, 1) <= (start.line, start.column) <= (end.line, end.column), one
        assert end.line <= _lines(texts[one.place.file]), one
        rule = RULES[one.rule]
        light = rule.authority in {"audit-finding", "submission", "practice"} or rule.needs_today
        assert not (light and one.severity == "error"), one
    twice = [said for said, number in Counter((one.place, one.message) for one in found.findings).items() if number > 1]
    assert twice == []


def _lines(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


# -- What is sound does no harm elsewhere ----------------------------------------------------------------------------

OF_THE_WHOLE = {
    "governance-unstated": "asked only of a plan with several outcomes",
    "influence-not-acknowledged": "said once where no outcome answers it, of each where some do",
    "no-gap-measure": "said once where no outcome measures a gap, by priority where some do",
    "no-prevention-plan": "asked of all partners together",
    "partner-contribution-unstated": "said of the list where several partners have no part, the new one perhaps",
    "plans-not-aligned": "asked only of a plan with several outcomes",
    "prevention-spend-missing": "asked once preventive actions are planned",
    "priority-without-resources": "said once where no priority has any, of each where some do",
    "success-not-described": "said once where no outcome answers it, of each where some do",
    "too-many-priorities": "it counts priorities",
}
"""Rules that are about how the parts stand to each other, so that a sound part may rightly be one too many."""

OUTCOME = """
id: extra-warm
what:
  statement: Households in rented homes spend less of their income on heating and keep every room warm
  for_whom: Households who rent
  success:
    - {by: 2014, looks_like: One visit brings a heating check and advice on bills}
    - {by: 2022, looks_like: Nobody who rents turns the heating off to save money}
  influence: partial
  factors: [the price of gas]
  indicators:
    - id: extra-cold
      name: Households who rent and spend more than a tenth of their income on heating
      kind: outcome
      definition: Share of renting households whose modelled fuel bill is more than a tenth of their income after tax
      unit: per cent
      direction: down
      source: Scottish House Condition Survey
      frequency: every year
      measured_over: calendar-year
      baseline: {period: 2012, value: 38.0, base: 1200}
      breakdown:
        - {of: most-deprived-fifth, baseline: {period: 2012, value: 44.0}, targets: [{period: 2017, value: 34.0}]}
how:
  - id: extra-checks
    action: A heating check for every household that moves into a rented home
    owner: council
    due: 2015-06-30
    contributes_to: [extra-cold]
    preventive: before
    stops: Two leaflet rounds a year from January 2014
by_whom:
  lead: council
  post: Head of Private Sector Housing
  accountable_to: Partnership Board
  contributors:
    - {partner: tsi, contribution: Six volunteers who explain a bill at the kitchen table}
when:
  targets:
    - indicator: extra-cold
      values:
        - {period: 2014, value: 36.0}
        - {period: 2017, value: 31.0}
        - {period: 2022, value: 22.0}
  milestones:
    - {milestone: Checks are offered in every letting office, by: 2014-02-14}
risks:
  - {risk: The price of gas rises again, owner: council, response: Switch to heat pumps in the coldest homes first}
"""


def _of(text: str) -> Any:
    return load("soa.yaml", lambda _: text).data


SOUND_PARTS: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "an outcome": (("priorities", 0, "outcomes"), _of(OUTCOME)),
    "a term": (("glossary",), {"term": "Extra rate", "means": "What is paid on top of the rent"}),
    "evidence": (
        ("evidence",),
        {"id": "extra-ev", "finding": "212 of 980 renting households said in 2012 that they sit in one room in winter", "place": "the rented homes", "source": "Housing survey", "date": "2012"},
    ),
    "a partner": (("partners",), {"id": "extra-college", "name": "Northshire College", "kind": "college"}),
    "a resource": (
        ("resources",),
        _of("{partner: council, serves: [older-people], kind: money, held: own, source: mainstream, years: [{year: 2013-14, amount: 90000, of_total: 900000, certainty: firm, basis: Budget book}]}"),
    ),
    "engagement": (
        ("engagement",),
        _of("{id: extra-eng, group: Tenants who pay by meter, place: Two letting offices, method: Talks over tea, date: 2012-11-03, level: co-designed, heard: The meter is read in the cold months only, no_change_because: Meters are read by the supplier, fed_back: 2013-02-04}"),
    ),
    "a plan": (("plans",), _of("{id: extra-plan, title: Warm Homes Plan, owner: council, date: 2013-02-01}")),
    "something not chosen": (("not_chosen",), {"title": "Street lighting", "reason": "One body can do this on its own"}),
    "an appendix": (("appendices",), {"title": "How the survey was done", "text": "Letters went to 980 households."}),
    "an ask": (
        ("asks",),
        _of("{id: extra-ask, of: scottish-government, ask: Let fuel bills be compared with income, serves: [older-people], by: 2014-06-30, response: A table will be published, response_date: 2013-05-10}"),
    ),
    "an assessment": (
        ("assessments",),
        _of("{kind: children, covers: The whole agreement, date: 2013-02-21, found: Children were not asked, led_to: Two schools are asked each spring}"),
    ),
    "a milestone": (("priorities", 0, "outcomes", 0, "when", "milestones"), {"milestone": "Every ward has a named caller", "by": "2014-05-16"}),
    "a risk": (("priorities", 0, "outcomes", 0, "risks"), {"risk": "The minibus breaks down", "owner": "council", "response": "Hire one for the day"}),
    "an x- key": ((), ("x-minute", "14/2013")),
}  # fmt: skip


def _with(data: Any, at: tuple[str | int, ...], part: Any) -> tuple[Any, tuple[str | int, ...]] | None:
    """The data with a part more, and where that stands; None where there is no place for it."""
    made = deepcopy(data)
    if not at:
        made[part[0]] = part[1]
        return made, (part[0],)
    holder: Any = made
    for step in at[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return None
    if not isinstance(holder, dict) or (at == ("partners",) and "partners" not in holder):
        return None  # with the first partner, references to partners begin to be judged
    if not isinstance(holder.setdefault(at[-1], []), list):
        return None
    holder[at[-1]].append(part)
    return made, (*at, len(holder[at[-1]]) - 1)


def _added(name: str, kind: str) -> list[str]:
    """The rules that find more than before, elsewhere, where a sound part is added to an agreement."""
    there = _given(name)
    data = there.data()
    if not isinstance(data, dict) or (made := _with(data, *SOUND_PARTS[kind])) is None:
        return []
    more, path = made
    found = Given({"soa.yaml": _json(more), **there.rounds}, there.settings).found(ignores=False).findings
    elsewhere = Counter(one.rule for one in found if one.path[: len(path)] != path)
    return sorted((elsewhere - Counter(one.rule for one in _found(name).findings)).keys() - OF_THE_WHOLE.keys())


@pytest.mark.parametrize("kind", SOUND_PARTS)
@given(name=st.sampled_from(READABLE))
@settings(max_examples=30)
def test_a_sound_part_does_no_harm(kind: str, name: str) -> None:
    """It adds no finding elsewhere, in a sound agreement or in a weak one."""
    assert _added(name, kind) == []
