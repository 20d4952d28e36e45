"""What is found in an agreement: one value, the same for a slip of the text and a weakness of the plan."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from soa.source.places import Edit, Path, Place

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
"""Heaviest first."""

MAX_LISTED = 1_000
"""So many findings of one agreement are listed; the rest are counted."""


class Related(NamedTuple):
    """Another place that helps to understand a finding."""

    place: Place
    message: str


class Finding(NamedTuple):
    """One cause for a change, at one place."""

    rule: str
    """The rule's name, such as `unowned-outcome`."""
    case: str
    """Which of the rule's cases, such as `collective`."""
    severity: Severity
    message: str
    """What is wrong here, in one sentence."""
    help: str
    """What to write instead."""
    place: Place
    path: Path
    """The way to it in the agreement's data."""
    part: str
    """The part it belongs to, named by ids and natural keys: moving or reordering changes nothing."""
    fingerprint: str
    """The same as long as rule, case, part and the words are the same: 16 hexadecimal figures."""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    """What would mend it, where there is one right answer."""
    question: str = ""
    """What a location director would ask."""
    silenced: str = ""
    """Why it is not held against the agreement: `exception`, `baseline`, or nothing."""


class Exempted(NamedTuple):
    """An exception that the partnership claimed, `# soa: ignore[rule] reason (until 2014-03-31)`."""

    rules: tuple[str, ...]
    reason: str
    until: str
    """The last day for which it is claimed, such as 2014-03-31; empty where none is given."""
    place: Place
    part: str
    """The part that it stands for."""
    silences: int
    """How many findings it silences."""


def at_least(severity: str, threshold: str) -> bool:
    """Whether a severity weighs as much as a threshold."""
    order: Sequence[str] = SEVERITIES
    return order.index(severity) <= order.index(threshold)


class Report(NamedTuple):
    """What is reported of one agreement."""

    root: str
    """Where its files are: a folder as the user would write it, ending in a slash, or empty."""
    name: str
    """The agreement file's name in that folder."""
    digest: str
    """sha256 over the names and contents of every file of the agreement, as hexadecimal figures; rounds of review stand beside it."""
    texts: dict[str, str]
    """The text of every file read, by name."""
    findings: tuple[Finding, ...]
    """In reading order; at most MAX_LISTED."""
    counts: dict[Severity, int]
    """How many there are of each severity, those not listed included."""
    judged: bool
    """False where no agreement could be made out."""
    silenced: tuple[Finding, ...] = ()
    """Findings that an exception or the baseline silences, in reading order."""
    exceptions: tuple[Exempted, ...] = ()
    """Every exception that is claimed, in reading order."""
    fail_on: str = "error"
    """The lightest severity that makes the exit code 1."""

    @property
    def not_listed(self) -> int:
        """How many findings there are beyond those that are listed."""
        return sum(self.counts.values()) - len(self.findings)


def count(reports: Sequence[Report]) -> dict[Severity, int]:
    """How many findings there are of each severity, in all reports together."""
    return {severity: sum(report.counts[severity] for report in reports) for severity in SEVERITIES}
