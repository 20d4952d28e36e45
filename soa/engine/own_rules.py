"""A partnership's own rules: Python files named in its configuration, each with a RULE as the modules of `soa.rules` have."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

from soa.findings import SEVERITIES
from soa.rules import FAMILIES, AnyRule, all_rules
from soa.rules._rule import Case, Option, Problem, Rule, Subject


class OwnRuleError(Exception):
    """A file of own rules cannot be used; the text says why."""


def load(paths: Iterable[Path]) -> dict[str, AnyRule]:
    """The rules in some Python files, by the name that each file gives: `local_names.py` holds `local-names`.

    The files are run; nothing is written beside them. Raises OwnRuleError where one is not there, fails, or holds no rule.
    """
    rules: dict[str, AnyRule] = {}
    for path in paths:
        name = path.stem.replace("_", "-")
        if path.suffix != ".py":
            raise OwnRuleError(f"{path} is not a Python file: its name must end in .py")
        if not path.is_file():
            raise OwnRuleError(f"there is no file {path} for a rule of your own")
        if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name):
            raise OwnRuleError(f"{path} is no name for a rule: write it in small letters, such as local_names.py")
        if name in all_rules() or name in rules:
            raise OwnRuleError(f"there is a rule {name} already; give {path} another name")
        rules[name] = _rule(path, name)
    return rules


def _rule(path: Path, name: str) -> AnyRule:
    rule = getattr(_run(path), "RULE", None)
    if not isinstance(rule, Rule):
        raise OwnRuleError(f"{path} has no RULE = Rule(...), so there is no rule {name}")
    if wrong := _wrong(rule):
        raise OwnRuleError(f"{path}: {wrong}")
    return rule._replace(check=_held_to(rule.check, rule.cases))


def _run(path: Path) -> ModuleType:
    """The file as a module, made from its source: Python's own import would leave a folder of compiled files beside it."""
    module = ModuleType(f"soa_own_rules.{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # classes look their module up there
    try:
        with redirect_stdout(sys.stderr):
            exec(compile(path.read_bytes(), path, "exec"), module.__dict__)  # noqa: S102 - the partnership asked for it
    except (Exception, SystemExit) as error:
        raise OwnRuleError(f"{path} cannot be run: {type(error).__name__}: {error}") from error
    return module


def _wrong(rule: AnyRule) -> str:
    """What the rest of the program could not work with; empty if nothing is."""
    open_to_all = [family for family in FAMILIES if family not in {"format", "exceptions"}]
    if rule.family not in open_to_all:
        return f"the family of a rule is one of {', '.join(open_to_all)}"
    if not (isinstance(rule.on, tuple) and all(isinstance(kind, type) for kind in rule.on)):
        return "“on” is a tuple of types of part, such as (Outcome,)"
    if not rule.cases or not isinstance(rule.cases, Mapping):
        return 'a rule has cases, such as {"long": Case("warning", "Say it in fewer words.")}'
    for name, case in rule.cases.items():
        if not isinstance(case, Case) or case.severity not in SEVERITIES:
            return f"the case {name} is a Case, whose severity is one of {', '.join(SEVERITIES)}"
        if rule.needs_today and case.severity == "error":
            return f"the case {name} cannot be an error, because the rule looks at today"
    said = [rule.summary, rule.rationale, rule.question]
    if not _are_texts(*said, *(text for case in rule.cases.values() for text in (case.help, case.question))):
        return "the summary, the rationale, the question and each case's help are texts"
    if not all(isinstance(option, Option) for option in rule.options.values()):
        return 'each of the options is an Option, such as {"words": Option(14, "most words")}'
    return ""


def _held_to(
    check: Callable[[Subject[Any]], Iterator[Problem]], cases: Mapping[str, Case]
) -> Callable[[Subject[Any]], Iterator[Problem]]:
    """The check of a rule, which raises TypeError or ValueError where what it yields is no problem that can be shown.

    What it prints goes to standard error: on standard output stand the findings, for a program perhaps.
    """

    def held(subject: Subject[Any]) -> Iterator[Problem]:
        with redirect_stdout(sys.stderr):
            problems = list(check(subject))
        for problem in problems:
            if not isinstance(problem, Problem):
                raise TypeError(f"it yields {problem!r}, which is not a Problem")
            if problem.case not in cases:
                raise ValueError(f"it has no case {problem.case!r}")
            if not _are_texts(problem.message, problem.help, problem.write, *(said for _, said in problem.related)):
                raise TypeError("what a problem says is not a text")
            if not problem.message.strip():
                raise ValueError("a problem needs a message")
            if not _is_path(problem.at) or not all(_is_path(path) for path, _ in problem.related):
                raise TypeError('a path is a tuple of keys and indexes, such as ("actions", 0)')
            yield problem

    return held


def _are_texts(*values: object) -> bool:
    return all(type(value) is str for value in values)


def _is_path(path: object) -> bool:
    return isinstance(path, tuple) and all(type(step) in {str, int} for step in path)
