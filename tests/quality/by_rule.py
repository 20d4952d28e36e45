"""How well the rules that read words do on labelled statements: each statement is put where the rule looks, and the rule is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from soa.config.settings import Settings
from soa.model.lookup import Lookup
from soa.model.measure import Indicator
from soa.model.outcome import Action, ByWhom, Outcome, Priority, What
from soa.model.part import Part
from soa.model.reading import read
from soa.rules import all_rules
from soa.rules._rule import Subject
from soa.source import load

FRAME = Path(__file__).parents[1] / "rules" / "frame.yaml"
WORK = frozenset({"output", "process", "input"})


class Asked(NamedTuple):
    """Which statements a rule is asked about, and when it is right to speak."""

    rule: str
    judgement: str
    roles: tuple[str, ...]
    wanted: frozenset[str]
    """The labels at which it should speak."""
    put: Callable[[str, str], tuple[type[Part], dict[str, object]]]
    """Where a statement (and its label) goes: a type of part, and the keys to set."""
    how: str
    """The same in words."""


def _indicator(text: str, label: str) -> tuple[type[Part], dict[str, object]]:
    return Indicator, {"name": text, "kind": "outcome", "unit": "per cent"}


def _only_measure(text: str, label: str) -> tuple[type[Part], dict[str, object]]:
    return Outcome, {"name": text, "kind": label, "unit": "per cent"}


ASKED = (
    Asked("vague-priority", "specificity", ("priority",), frozenset({"vague"}), lambda text, _: (Priority, {"title": text, "why_here": None}), "as the title of a priority that says no why_here"),
    Asked("vague-outcome", "specificity", ("priority",), frozenset({"vague"}), lambda text, _: (What, {"statement": text, "success": None}), "as the statement of an outcome that says nothing of success"),
    Asked("activity-as-outcome", "kind", ("action",), WORK, lambda text, _: (What, {"statement": text}), "actions, as the statement of an outcome"),
    Asked("indicator-kind-doubtful", "kind", ("measure",), WORK, _indicator, "as the name of an indicator that is marked as outcome"),
    Asked("process-only-targets", "kind", ("measure",), WORK, _only_measure, "as the one indicator of an outcome, marked with the kind of its label"),
    Asked("unowned-outcome", "ownership", ("owner",), frozenset({"unowned"}), lambda text, _: (ByWhom, {"lead": text}), "as the lead of an outcome"),
    Asked("unowned-action", "ownership", ("owner",), frozenset({"unowned"}), lambda text, _: (Action, {"owner": text}), "as the owner of an action"),
)  # fmt: skip
"""Rules for which there are labels; of the other rules that read words none is labelled."""


class Answer(NamedTuple):
    """What a rule said of one statement."""

    text: str
    right_to_speak: bool
    spoke: bool


def answers(asked: Asked, entries: Iterable[dict[str, str]]) -> list[Answer]:
    """Ask a rule about every statement with a clear label; to speak means an error or a warning, not advice."""
    rows = [row for row in entries if row["judgement"] == asked.judgement and row["label"] != "borderline"]
    return [
        Answer(row["text"], row["label"] in asked.wanted, _speaks(asked, row["text"], row["label"]))
        for row in rows
        if row["role"] in asked.roles
    ]


@cache
def _lookup() -> Lookup:
    data = load(FRAME.name, lambda _: FRAME.read_text("utf-8")).data
    assert isinstance(data, dict)
    return Lookup(read(data, frozenset()).agreement)


def _speaks(asked: Asked, text: str, label: str) -> bool:
    rule = all_rules()[asked.rule]
    lookup = _lookup()
    kind, keys = asked.put(text, label)
    path, part = lookup.all(kind)[0]
    if isinstance(part, Outcome):
        part = _with_one_measure(part, keys)
        priority = _changed(lookup.agreement.priorities[0], {"outcomes": (part,)})
        lookup = Lookup(lookup.agreement.model_copy(update={"priorities": (priority,)}))
    else:
        part = _changed(part, keys)
    options = {key: option.default for key, option in rule.options.items()}
    found = rule.check(Subject(part, path, lookup, date(2013, 6, 1), options, Settings()))
    return any(rule.cases[problem.case].severity != "advice" for problem in found)


def _changed(part: Part, keys: dict[str, object]) -> Part:
    """A part with some keys set, or taken out where they are None."""
    kept = {name: getattr(part, name) for name in part.model_fields_set if keys.get(name, part) is not None}
    return type(part).model_construct(
        None, **{**kept, **{name: value for name, value in keys.items() if value is not None}}
    )


def _with_one_measure(outcome: Outcome, keys: dict[str, object]) -> Part:
    """An outcome whose one indicator has some keys set."""
    measure = _changed(outcome.what.indicators[0], keys)
    return _changed(outcome, {"what": _changed(outcome.what, {"indicators": (measure,)})})


def table(entries: Sequence[dict[str, str]], share: Callable[[int, int], str]) -> list[str]:
    """A Markdown table of precision and recall, a row for each rule; `share` writes a part of a whole."""
    lines = ["| rule | asked about | statements | precision | recall |", "|---|---|---|---|---|"]
    for asked in ASKED:
        told = answers(asked, entries)
        right = sum(one.spoke and one.right_to_speak for one in told)
        spoke, wanted = sum(one.spoke for one in told), sum(one.right_to_speak for one in told)
        lines.append(f"| `{asked.rule}` | {asked.how} | {len(told)} | {share(right, spoke)} | {share(right, wanted)} |")
    return lines
