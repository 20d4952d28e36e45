"""One rule alone on the sound agreement, changed in places: what it finds, whole."""

from collections.abc import Mapping
from datetime import date

from soa.config.settings import Settings
from soa.findings import Finding
from soa.rules import all_rules
from tests.rules.sound import FRAME, TODAY, checked, put

NO_PARTS: Mapping[str, str] = {}
NO_OPTIONS: Mapping[str, int] = {}


def found(
    rule: str,
    *changes: tuple[str, str],
    parts: Mapping[str, str] = NO_PARTS,
    options: Mapping[str, int] = NO_OPTIONS,
    timetable: Mapping[str, date] | None = None,
    today: date = TODAY,
) -> list[Finding]:
    """Findings of a rule: first whole parts are replaced, then texts, each of which must be there."""
    text = FRAME
    for part, example in parts.items():
        text = put(part, example, text)
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    settings = Settings(options={rule: options}, timetable=timetable or {})
    result = checked(text, {rule: all_rules()[rule]}, today, settings=settings)
    return [one for one in result.findings if one.rule == rule]


def cases(rule: str, *changes: tuple[str, str], **more: object) -> list[str]:
    """The cases of these findings, in reading order."""
    return [one.case for one in found(rule, *changes, **more)]  # type: ignore[arg-type]
