"""`soa rules`: every rule in a line, by family."""

from __future__ import annotations

import argparse
import json
import textwrap
from typing import TYPE_CHECKING

from soa.findings import SEVERITIES

if TYPE_CHECKING:
    from soa.rules import AnyRule


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa rules`."""
    parser.add_argument("family", nargs="?", metavar="FAMILY", help="only those of a family, such as ownership")
    parser.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="for people, or for programs with all that a rule states",
    )


def run(options: argparse.Namespace) -> int:
    """Print the list. Raises Refused where there is no such family."""
    from soa.rules import FAMILIES, all_rules

    if options.family is not None and options.family not in FAMILIES:
        from soa.cli.ends import Refused
        from soa.config.read import meant

        raise Refused(f"there is no family {options.family}{meant(options.family, FAMILIES)}")
    chosen = [
        (name, rule)
        for family in FAMILIES
        for name, rule in all_rules().items()
        if rule.family == family and options.family in {None, family}
    ]
    print(_as_json(chosen) if options.format == "json" else _as_text(chosen))
    return 0


def _as_text(chosen: list[tuple[str, AnyRule]]) -> str:
    lines: list[str] = []
    family, width = "", max(len(name) for name, _ in chosen)
    for name, rule in chosen:
        if rule.family != family:
            family = rule.family
            lines += ["", family]
        off = " Off unless it is turned on." if rule.review_only else ""
        head = f"  {name:<{width}} {heaviest(rule):<8} "
        lines.append(textwrap.fill(rule.summary + off, 110, initial_indent=head, subsequent_indent=" " * len(head)))
    return "\n".join([*lines[1:], "", f"{len(chosen)} rules. soa explain RULE tells more of one."])


def heaviest(rule: AnyRule) -> str:
    """The heaviest severity that a rule has by default."""
    return min((case.severity for case in rule.cases.values()), key=SEVERITIES.index)


def _as_json(chosen: list[tuple[str, AnyRule]]) -> str:
    return json.dumps(
        [
            {
                "name": name,
                "family": rule.family,
                "summary": rule.summary,
                "authority": rule.authority,
                "sources": [source._asdict() for source in rule.sources],
                "requirements": list(rule.requirements),
                "question": rule.question,
                "cases": {key: case.severity for key, case in rule.cases.items()},
                "options": {key: option._asdict() for key, option in rule.options.items()},
                "kinds": list(rule.kinds),
                "starts": list(rule.starts),
                "needs_today": rule.needs_today,
                "on": not rule.review_only,
                "formerly": list(rule.formerly),
            }
            for name, rule in chosen
        ],
        ensure_ascii=False,
        indent=2,
    )
