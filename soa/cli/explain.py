"""`soa explain RULE`: what it asks, why, on whose authority, and what to write instead."""

from __future__ import annotations

import argparse

from soa.cli.ends import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa explain`."""
    parser.add_argument("rule", metavar="RULE", help="a rule's name, such as unowned-outcome; soa rules lists them")


def run(options: argparse.Namespace) -> int:
    """Print one rule. Raises Refused where there is none of that name."""
    from soa.engine.page import as_text
    from soa.rules import all_rules

    rules = all_rules()
    names = {old: name for name, rule in rules.items() for old in (*rule.formerly, name)}
    if options.rule not in names:
        from soa.reference.near import did_you_mean

        near = did_you_mean(options.rule, tuple(rules))
        raise Refused(
            f"there is no rule {options.rule}"
            + (f"; did you mean {near[0]}?" if near else "; soa rules lists them all")
        )
    print(as_text(names[options.rule], rules[names[options.rule]]))
    return 0
