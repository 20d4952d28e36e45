"""The rules, one module each, named for the rule; every module here that has a RULE is one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from soa.rules._rule import Case, Citation, Claim, Option, Problem, Rule, Subject

__all__ = [
    "FAMILIES",
    "AnyRule",
    "Case",
    "Citation",
    "Claim",
    "Option",
    "Problem",
    "Rule",
    "Subject",
    "all_rules",
]

FAMILIES = (
    "priorities",
    "ownership",
    "outcomes",
    "indicators-and-targets",
    "actions",
    "prevention",
    "resources",
    "inequality",
    "engagement",
    "governance",
    "progress",
    "plain-english",
    "statistics",
    "references",
    "exceptions",
    "format",
)
"""In the order in which they are listed."""

AnyRule = Rule[Any]


@cache
def all_rules() -> dict[str, AnyRule]:
    """Every rule by its name, in the order of the alphabet."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}").RULE for name in names}
