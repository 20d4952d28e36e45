"""Two checked agreements compared: what changed, what became of the findings, which points a change may answer."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from soa.compare.changes import Change
from soa.compare.differences import Differences
from soa.compare.findings import FindingBetween, findings_between
from soa.compare.matching import Matches
from soa.compare.nouns import words_of
from soa.compare.points import PointMet, points_met
from soa.compare.side import Side, shown
from soa.compare.unread import NotRead
from soa.engine.check import Checked
from soa.model.outcome import Outcome, Priority
from soa.model.part import sound
from soa.source.places import Path


class Version(NamedTuple):
    """One of the two agreements: what it is called, and what tells it from any other."""

    name: str
    """As whoever asked calls it, such as `draft-3` or `HEAD~3:plan`."""
    title: str
    area: str
    status: str
    version: str
    """The number that the agreement gives itself; empty for none."""
    digest: str
    """sha256 over the names and contents of its files."""
    not_listed: int
    """How many findings it has beyond those that are listed."""


class OutcomeName(NamedTuple):
    """An outcome, and the priority that it belongs to."""

    id: str
    statement: str
    priority: str
    gone: bool
    """Whether only the old agreement has it."""
    new: bool
    """Whether only the new agreement has it."""


class Comparison(NamedTuple):
    """What came of comparing two agreements."""

    old: Version
    new: Version
    changes: tuple[Change, ...]
    """In the order of the new agreement."""
    findings: tuple[FindingBetween, ...]
    """New ones, those that are gone, those still there."""
    points: tuple[PointMet, ...]
    """The points of review that wait for an answer, with the changes that may be one."""
    outcomes: tuple[OutcomeName, ...]
    """The outcomes in the order of the new agreement, then those that are gone."""
    not_read: tuple[NotRead, ...] = ()
    """What of either could not be read."""

    @property
    def is_same(self) -> bool:
        """Whether nothing of what is said has changed."""
        return not self.changes


def compare(old: Checked, new: Checked, *, names: tuple[str, str] = ("old", "new")) -> Comparison:
    """Compare two agreements; raises ValueError where one of them could not be read at all.

    Order, formatting and the files it is split into are no changes, nor is an id that is another one where it is referred to.
    """
    matches = Matches(Side(old), Side(new))
    differences = Differences(matches)
    changes = differences.all()
    return Comparison(
        _version(matches.old, names[0]),
        _version(matches.new, names[1]),
        changes,
        findings_between(matches, differences.unsure),
        points_met(matches, changes),
        _outcomes(matches, differences.unsure),
        differences.not_read(),
    )


def _version(side: Side, name: str) -> Version:
    header = side.agreement.agreement
    said = [str(one) if sound(one) else "" for one in (header.title, header.area, header.status, header.version)]
    unlisted = sum(side.checked.counts.values()) - len(side.checked.findings)
    return Version(name, said[0], said[1], said[2], said[3], side.checked.source.digest, unlisted)


def _outcomes(matches: Matches, unsure: Collection[tuple[bool, Path]]) -> tuple[OutcomeName, ...]:
    found = []
    for side in (matches.new, matches.old):
        for one in side.of_class(Outcome):
            is_unsure = any(
                (side is matches.new, one.path[:length]) in unsure for length in range(1, len(one.path) + 1)
            )
            if side is matches.old and (one.path in matches.to_new or is_unsure):
                continue
            priority = side.parts.get(one.path[:2])
            title = words_of(priority) if priority is not None and priority.cls is Priority else ""
            statement = shown(words_of(one) or one.data.get("id", ""), 300)
            is_new = side is matches.new and one.path not in matches.to_old and not is_unsure
            found.append(
                OutcomeName(str(one.data.get("id", "")), statement, shown(title, 300), side is matches.old, is_new)
            )
    return tuple(found)
