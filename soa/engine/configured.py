"""A configuration held against the rules that there are, and its JSON Schema made of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from soa.config.read import FONTS, SEVERITIES, TABLES, ConfigFault, Configuration, line_of, meant
from soa.config.settings import Settings
from soa.rules import AnyRule, all_rules

FILE = "soa-config-1.schema.json"
_WORDS = ("on", "off", *SEVERITIES)


def faults_of_names(
    configuration: Configuration, rules: Mapping[str, AnyRule], text: str, prefix: str = ""
) -> Iterator[ConfigFault]:
    """What is wrong with the rules, cases and options that a configuration names; `prefix` is `tool.soa.` in a pyproject.toml."""
    rules = {**{old: rule for rule in rules.values() for old in rule.formerly}, **rules}
    for name, word in configuration.settings.rules.items():
        if said := _wrong_rule(name, word, rules):
            yield ConfigFault(said, line_of(text, f"{prefix}rules", name))
    for name, options in configuration.settings.options.items():
        table = f"{prefix}options.{name}"
        if name not in rules:
            yield ConfigFault(f"there is no rule {name}{meant(name, tuple(rules))}", line_of(text, table))
            continue
        known = rules[name].options
        for key, value in options.items():
            if key not in known:
                said = f"{name} has no option {key}" + (meant(key, tuple(known)) if known else "; it has none")
                yield ConfigFault(said, line_of(text, table, key))
            elif not known[key].least <= value <= known[key].most:
                said = f"{key} of {name} must be from {known[key].least} to {known[key].most}, and this is {value}"
                yield ConfigFault(said, line_of(text, table, key))


def _wrong_rule(name: str, word: str, rules: Mapping[str, AnyRule]) -> str:
    """What is wrong with the setting of a rule or of one of its cases; empty if nothing is."""
    rule_name, _, case = name.partition("/")
    rule = rules.get(rule_name)
    if rule is None:
        return f"there is no rule {rule_name}{meant(rule_name, tuple(rules))}"
    if case and case not in rule.cases:
        return f"{rule_name} has no case {case}{meant(case, tuple(rule.cases))}"
    if word not in _WORDS:
        return f"{name} can be " + ", ".join(f'"{one}"' for one in _WORDS) + f", and this is “{word}”"
    if rule.family == "format":
        return f"{name} is about the form of the file, and is always an error" if word != "on" else ""
    if rule.needs_today and word == "error":
        return f"{name} looks at today, and is never above a warning: nothing turns red because a day has passed"
    return ""


def current_names(settings: Settings, rules: Mapping[str, AnyRule]) -> Settings:
    """Settings in which a rule goes by the name that it has now."""
    now = {old: name for name, rule in rules.items() for old in rule.formerly}
    if not now:
        return settings

    def renamed(name: str) -> str:
        rule, slash, case = name.partition("/")
        return f"{now.get(rule, rule)}{slash}{case}"

    return settings._replace(
        rules={renamed(name): word for name, word in settings.rules.items()},
        options={renamed(name): options for name, options in settings.options.items()},
    )


def schema(rules: Mapping[str, AnyRule]) -> dict[str, Any]:
    """The JSON Schema of a `soa.toml`, for editors."""
    own = {"type": "string", "minLength": 1}
    colour = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
    tables: dict[str, Any] = {
        "lint": {
            "fail-on": {"enum": list(SEVERITIES), "description": "The lightest severity that makes the exit code 1."},
            "baseline": {**own, "description": "A file of findings that are known and do not fail."},
        },
        "known": {
            "names": {
                "type": "array",
                "items": own,
                "description": "Bodies and places that Scotland's lists do not hold.",
            }
        },
        "timetable": {
            key: {"type": "string", "format": "date", "description": f"The day by which an agreement is to be {key}."}
            for key in ("submitted", "agreed")
        },
        "own": {
            "keys": {**own, "description": "The JSON Schema of the partnership's own x- keys."},
            "rules": {
                "type": "array",
                "items": own,
                "description": "Python files with rules of the partnership's own.",
            },
        },
        "style": {
            "name": {**own, "description": "The partnership's name."},
            "logo": {**own, "description": "The partnership's logo: an SVG or PNG file in this folder or below it."},
            "colour": {
                **colour,
                "description": "Of headings, links and what was measured; dark enough to be read on white.",
            },
            "second-colour": {**colour, "description": "Of what is aimed at; dark enough to be read on white."},
            "fonts": {"enum": list(FONTS), "description": "The fonts, all of which are shipped."},
            "word-template": {
                **own,
                "description": "A .docx file in this folder or below it, whose styles the Word document takes.",
            },
        },
        "rules": {},
        "options": {},
    }
    for name, rule in rules.items():
        if rule.family == "format":
            continue
        words = {"enum": list(_WORDS[:2] + (("warning", "advice") if rule.needs_today else SEVERITIES))}
        tables["rules"][name] = {**words, "description": rule.summary}
        tables["rules"].update({f"{name}/{case}": words for case in rule.cases})
        if rule.options:
            tables["options"][name] = _table(
                {
                    key: {
                        "type": "integer",
                        "minimum": one.least,
                        "maximum": one.most,
                        "default": one.default,
                        "description": one.says,
                    }
                    for key, one in rule.options.items()
                }
            )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of soa",
        **_table(
            {
                name: _table(tables[name]) if name in tables else {"type": "object", "additionalProperties": own}
                for name in TABLES
            }
        ),
    }


def _table(keys: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": keys}


def text(rules: Mapping[str, AnyRule]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(rules), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which folder: python -m soa.engine.configured schemas")
    (Path(sys.argv[1]) / FILE).write_text(text(all_rules()), "utf-8", newline="\n")
