"""The JSON Schema of json-v1, for whoever reads the findings with a program."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from soa.findings import SEVERITIES

NAME = "soa-findings-1.schema.json"


def schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Findings of soa lint, json-v1",
        "description": "What `soa lint --format json` writes. Keys are added, never renamed or taken away.",
        **_object(
            {
                "version": {"const": 1, "description": "The version of this form."},
                "tool": _object(
                    {"name": _text("Always soa."), "version": _text("The version of soa-toolkit.")}, "What wrote it."
                ),
                "rule_set": {
                    "type": "string",
                    "pattern": "^[0-9a-f]{16}$",
                    "description": "Of the names of all rules of soa, their cases and their default severities: another as soon as one of these is.",
                },
                "as_of": _text("The day that counted as today, such as 2013-06-30."),
                "agreements": _list(_agreement(), "One entry for each agreement."),
                "counts": _object(
                    {severity: _count(f"How many of severity {severity}.") for severity in SEVERITIES},
                    "All findings, counted.",
                ),
            },
            "",
        ),
    }


def _agreement() -> dict[str, Any]:
    return _object(
        {
            "root": _text("The agreement file, as the user named it."),
            "digest": _text("sha256 over the names and contents of all files read."),
            "judged": {"type": "boolean", "description": "false where no agreement could be made out."},
            "findings": _list(_finding(), "In reading order; at most 1,000."),
            "not_listed": _count("How many more there are."),
            "silenced": _list(
                _finding(), "Those that are not held against the agreement; at most 1,000 by exceptions."
            ),
            "exceptions": _list(_exempted(), "Every exception that is claimed."),
        },
        "What was found in one agreement.",
    )


def _finding() -> dict[str, Any]:
    place = _place()
    return _object(
        {
            "rule": _text("The rule's name."),
            "case": _text("Which of the rule's cases."),
            "severity": {"enum": list(SEVERITIES), "description": "How much it weighs."},
            "message": _text("What is wrong."),
            "help": _text("What to write instead."),
            "question": _text("What a location director would ask."),
            **place,
            "path": _list({"type": ["string", "integer"]}, "The way to it in the data: keys, and indexes from 0."),
            "part": _text("The part by ids and natural keys; moving or reordering changes nothing."),
            "fingerprint": _text("The same as long as rule, case, part and words are."),
            "related": _list(
                _object({**place, "message": _text("Why it matters.")}, "Another place."), "Other places that help."
            ),
            "edits": _list(
                _object({**place, "text": _text("What to write there.")}, "A change to the text."),
                "What would mend it.",
            ),
            "silenced": {
                "enum": ["", "exception", "baseline"],
                "description": "Why it is not held against the agreement; empty where it is.",
            },
        },
        "One cause for a change.",
    )


def _exempted() -> dict[str, Any]:
    return _object(
        {
            "rules": _list({"type": "string"}, "The rules that it names."),
            "reason": _text("The reason that is given."),
            "until": _text("The last day for which it is claimed; empty where none is given."),
            **_place(),
            "part": _text("The part that it stands for."),
            "silences": _count("How many findings it silences."),
        },
        "An exception: # soa: ignore[rule] reason (until 2014-03-31).",
    )


def _place() -> dict[str, Any]:
    position = {
        "line": _count("From 1."),
        "column": _count("From 1, in Unicode code points."),
        "offset": _count("From 0, in Unicode code points, after any byte order mark."),
    }
    return {
        "file": _text("POSIX, relative to the agreement's folder."),
        "start": _object(position, "The first character."),
        "end": _object(position, "Just after the last character."),
    }


def _object(properties: dict[str, Any], description: str) -> dict[str, Any]:
    said = {"description": description} if description else {}
    return {"type": "object", **said, "properties": properties, "required": list(properties)}


def _list(items: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _count(description: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": description}


def text() -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which folder: python -m soa.formats.json_v1_schema schemas")
    (Path(sys.argv[1]) / NAME).write_text(text(), "utf-8", newline="\n")
