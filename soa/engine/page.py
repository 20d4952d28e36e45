"""A rule as a page of plain text."""

from __future__ import annotations

import textwrap

from soa.rules import AnyRule
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


def as_text(name: str, rule: AnyRule, width: int = 88) -> str:
    """What a rule asks, why, on whose authority, with a bad and a good example."""
    sources = [f"{DOCUMENTS[source.document]}: {source.paragraph}" for source in rule.sources]
    cases = [f"{case.severity} ({key}): {case.help}" for key, case in rule.cases.items()]
    parts = [
        f"{name} ({rule.family})",
        _fill(rule.summary, width),
        _fill(rule.rationale, width),
        _fill(f"The question: {rule.question}", width),
        "What to do:\n" + "\n".join(_fill(case, width, "  - ", "    ") for case in cases),
        f"Not so:\n{textwrap.indent(rule.bad.strip(chr(10)).replace('  # here', '   # <- here'), '    ')}",
        f"But so:\n{textwrap.indent(rule.good.strip(chr(10)), '    ')}",
        _fill(f"On whose word: {_AUTHORITIES[rule.authority]}.", width)
        + "\n"
        + "\n".join(_fill(source, width, "  - ", "    ") for source in sources),
    ]
    return "\n\n".join(parts)


def _fill(text: str, width: int, first: str = "", after: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=after)
