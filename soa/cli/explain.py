"""`soa explain RULE`: what it asks, why, on whose authority, and what to write instead."""

from __future__ import annotations

import argparse
import textwrap

from soa.cli.ends import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa explain`."""
    parser.add_argument(
        "rule", nargs="?", metavar="RULE", help="a rule's name, such as unowned-outcome; without one, all are listed"
    )


def run(options: argparse.Namespace) -> int:
    """Print one rule, or the list of them."""
    from soa.engine.page import as_text
    from soa.rules import FAMILIES, all_rules

    rules = all_rules()
    if options.rule is None:
        for family in FAMILIES:
            print(f"{family}")
            for name, rule in rules.items():
                if rule.family == family:
                    print(textwrap.fill(rule.summary, 100, initial_indent=f"  {name:<30} ", subsequent_indent=" " * 33))
        return 0
    name = (
        options.rule
        if options.rule in rules
        else next((new for new, rule in rules.items() if options.rule in rule.formerly), "")
    )
    if not name:
        from soa.reference.near import did_you_mean

        near = did_you_mean(options.rule, tuple(rules))
        raise Refused(
            f"there is no rule {options.rule}"
            + (f"; did you mean {near[0]}?" if near else "; soa explain lists them all")
        )
    print(as_text(name, rules[name]))
    return 0
