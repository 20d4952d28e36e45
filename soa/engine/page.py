"""A rule as a page, of plain text or of Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from soa.rules import AnyRule, Case
from soa.rules._rule import DOCUMENTS

_AUTHORITIES = {
    "law": "the law asks it",
    "guidance": "the guidance asks it",
    "audit-recommendation": "auditors recommend it",
    "audit-finding": "auditors found it to be a weakness",
    "submission": "bodies with experience of community planning asked for it",
    "practice": "good practice",
    "arithmetic": "the figures, dates or references cannot all be right",
    "format": "the format of the file",
}


class _Section(NamedTuple):
    """One part of the page: words, then a list or an example."""

    words: str = ""
    points: tuple[str, ...] = ()
    example: str = ""


def as_text(name: str, rule: AnyRule, width: int = 88) -> str:
    """What a rule asks, why, on whose authority, with a bad and a good example."""
    parts = [f"{name} ({rule.family})"]
    for section in _sections(name, rule):
        lines = [_fill(section.words, width)] if section.words else []
        lines += [_fill(point, width, "  - ", "    ") for point in section.points]
        lines += [textwrap.indent(section.example, "    ")] if section.example else []
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def as_markdown(name: str, rule: AnyRule) -> str:
    """The same as a page of the documentation."""
    parts = [f"# {name}", f"Family: {rule.family}."]
    for section in _sections(name, rule):
        blocks = [_escaped(section.words)] if section.words else []
        blocks += ["\n".join(f"- {_escaped(point)}" for point in section.points)] if section.points else []
        blocks += [f"```yaml\n{section.example}\n```"] if section.example else []
        parts += blocks
    return "\n\n".join(parts) + "\n"


def _sections(name: str, rule: AnyRule) -> Iterator[_Section]:
    yield _Section(rule.summary)
    yield _Section(rule.rationale)
    yield _Section(f"The question: {rule.question}")
    yield _Section("What to do:", tuple(map(_case, rule.cases, rule.cases.values())))
    yield _Section("Not so:", example=rule.bad.strip("\n").replace("  # here", "   # <- here"))
    yield _Section("But so:", example=rule.good.strip("\n"))
    if rule.decided:
        yield _Section(f"What was decided: {rule.decided}")
    if rule.options:
        said = tuple(f"{key} = {option.default}: {option.says}." for key, option in rule.options.items())
        yield _Section(f"What can be set, under [options.{name}] in soa.toml:", said)
    if limits := " ".join(_limits(name, rule)):
        yield _Section(limits)
    sources = (f"{DOCUMENTS.get(source.document, source.document)}: {source.paragraph}" for source in rule.sources)
    yield _Section(f"On whose word: {_AUTHORITIES[rule.authority]}.", tuple(sources))


def _case(key: str, case: Case) -> str:
    return f"{case.severity} ({key}{'' if case.on else ', off unless it is turned on'}): {case.help}"


def _limits(name: str, rule: AnyRule) -> Iterator[str]:
    """For which plans it holds and when it runs, where that is not always."""
    if rule.review_only:
        yield f'It is off unless it is turned on: {name} = "on" under [rules] in soa.toml.'
    if len(rule.kinds) == 1:
        yield f"It holds for plans of the kind {rule.kinds[0]} only."
    first, last = rule.starts
    if first != "0001-01-01":
        yield f"It holds for plans that start on {first} or later."
    if last != "9999-12-31":
        yield f"It holds for plans that start on {last} or earlier."
    if rule.needs_today:
        yield "It looks at today's date, and runs only while the plan's period is live."


def _fill(text: str, width: int, first: str = "", after: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=after)


def _escaped(text: str) -> str:
    """Words as Markdown that shows them as they are."""
    for mark in "\\`*_[]<>#|":
        text = text.replace(mark, f"\\{mark}")
    return text
