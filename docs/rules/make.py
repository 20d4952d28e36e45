"""The rules' part of the documentation, generated: a page for each, an index by family, and the register of requirements.

`python docs/rules/make.py [FOLDER]` writes them, by default beside itself.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from soa.engine.page import as_markdown
from soa.findings import SEVERITIES
from soa.rules import FAMILIES, AnyRule, all_rules
from soa.rules._rule import DOCUMENTS

HERE = Path(__file__).parent
_MADE = "<!-- Made by make generate from soa/rules; change it there. -->"


class Requirement(NamedTuple):
    """A row of the register: something that the source documents ask and a linter could see."""

    id: str
    asks: str
    source: str
    no_rule_because: str
    """Why no rule serves it; empty where one does."""


def requirements() -> tuple[Requirement, ...]:
    """The rows of kind lint rule, in the register's order."""
    with (HERE / "requirements.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Requirement(**row) for row in csv.DictReader(lines))


def pages() -> dict[str, str]:
    """Every page by its name in `docs/rules/`."""
    rules, rows = all_rules(), requirements()
    return {
        **{
            f"{name}.md": f"{_MADE}\n\n{as_markdown(name, rule)}\n{_ways_on(rule, rows)}\n"
            for name, rule in rules.items()
        },
        "index.md": "\n".join(_index(rules)) + "\n",
        "requirements.md": "\n".join(_register(rules, rows)) + "\n",
    }


def _ways_on(rule: AnyRule, rows: Iterable[Requirement]) -> str:
    """The last line of a rule's page: the requirements it serves, and the way back."""
    served = [f"[{row.id}](requirements.md#{row.id.lower()})" for row in rows if row.id in rule.requirements]
    back = "[All rules](index.md)."
    return f"Requirements that it serves: {', '.join(served)}. {back}" if served else back


def _index(rules: dict[str, AnyRule]) -> Iterator[str]:
    yield f"{_MADE}\n\n# The rules\n\n{len(rules)} rules, by family. `soa explain RULE` shows the same pages without a browser."
    yield "[Where the rules come from](../rules-where-from.md) says on whose word they rest, [the register](requirements.md) which requirement each serves, and [the configuration](../how-to/configuration.md) how to set one."
    for family in FAMILIES:
        chosen = [(name, rule) for name, rule in rules.items() if rule.family == family]
        if chosen:
            yield f"\n## {family}\n\n| rule | heaviest | asks |\n|---|---|---|"
        for name, rule in chosen:
            heaviest = min((case.severity for case in rule.cases.values()), key=SEVERITIES.index)
            off = " Off unless it is turned on." if rule.review_only else ""
            yield f"| [{name}]({name}.md) | {heaviest} | {rule.summary}{off} |"


def _register(rules: dict[str, AnyRule], rows: Sequence[Requirement]) -> Iterator[str]:
    open_ones = sum(bool(row.no_rule_because) for row in rows)
    yield f"{_MADE}\n\n# Requirements and rules\n\nWhat the source documents ask that a linter could see, and the rules that see it: {len(rows)} requirements, {open_ones} of them still open."
    yield "\n" + "\n".join(
        f"- {short}: {long}" for short, long in DOCUMENTS.items() if any(short in row.source for row in rows)
    )
    yield "\n| row | asks | source | rules |\n|---|---|---|---|"
    for row in rows:
        serving = [f"[{name}]({name}.md)" for name, rule in rules.items() if row.id in rule.requirements]
        yield f'| <a id="{row.id.lower()}"></a>{row.id} | {row.asks} | {row.source} | {", ".join(serving) or f"none: {row.no_rule_because}"} |'


def main(folder: Path) -> None:
    """Write the pages into a folder, and take out those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
