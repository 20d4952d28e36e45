"""What became of the findings: new, gone, still there, or no longer held against the agreement."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from soa.compare.matching import Matches
from soa.findings import Finding
from soa.source.places import Path

State = Literal["new", "gone", "still", "silenced"]
STATES: tuple[State, ...] = ("new", "gone", "silenced", "still")

_Key = tuple[str, str, Path | None]


class FindingBetween(NamedTuple):
    """A finding of either agreement, and what became of it."""

    state: State
    """`silenced`: it is still there, and an exception or the baseline now answers for it."""
    finding: Finding
    """As it is in the new agreement; as it was in the old one where it is gone."""
    about: str
    """The address of the part that it is about, in the agreement that has it."""


def findings_between(matches: Matches, unsure: Collection[tuple[bool, Path]] = ()) -> tuple[FindingBetween, ...]:
    """Findings are the same where rule and case are, and the part that they are about; its words may be others.

    Nothing is said of those in a part of one agreement that may stand where the other could not be read.
    """
    old, new = (
        [one for one in _own(side.checked.findings) if not _is_below(one, unsure, is_new=side is matches.new)]
        for side in (matches.old, matches.new)
    )
    old_keys = [(_of_old(matches, one), one) for one in old]
    left: dict[_Key, list[Finding]] = {}
    for key, one in old_keys:
        left.setdefault(key, []).append(one)
    told: list[FindingBetween] = []
    for one in new:
        state: State = "still" if _taken(left, _of_new(matches, one), one) else "new"
        told.append(FindingBetween(state, one, matches.new.addresses.of(one.path)))
    told += [
        FindingBetween("silenced", one, matches.new.addresses.of(one.path))
        for one in matches.new.checked.silenced
        if _taken(left, _of_new(matches, one), one)
    ]
    gone = {id(one) for ones in left.values() for one in ones}
    told += [FindingBetween("gone", one, matches.old.addresses.of(one.path)) for _, one in old_keys if id(one) in gone]
    return tuple(sorted(told, key=lambda one: STATES.index(one.state)))


def _own(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Without those that repeat a point of review, which is told as a point: a draft may come without its rounds."""
    return (one for one in findings if not one.rule.startswith("review-"))


def _is_below(finding: Finding, unsure: Collection[tuple[bool, Path]], *, is_new: bool) -> bool:
    path = finding.path
    return bool(unsure) and any((is_new, path[:length]) in unsure for length in range(1, len(path) + 1))


def count_of(findings: Iterable[FindingBetween], state: State) -> int:
    """How many findings are in a state."""
    return sum(one.state == state for one in findings)


def _taken(left: dict[_Key, list[Finding]], key: _Key, finding: Finding) -> bool:
    """Whether an old finding is the same; it is then no longer left. Of several that with the same words goes first."""
    known = left.get(key)
    if not known:
        return False
    same = next((one for one in known if one.fingerprint == finding.fingerprint), known[0])
    known.remove(same)
    return True


def _of_old(matches: Matches, finding: Finding) -> _Key:
    path = matches.new_path(finding.path)
    return (
        (finding.rule, finding.case, path)
        if path is not None
        else (finding.rule, f"{finding.case} (gone)", finding.path)
    )


def _of_new(matches: Matches, finding: Finding) -> _Key:
    """An entry of a list of words goes by its list, as it does in the old agreement."""
    known = finding.path
    for length in range(len(known), -1, -1):
        if known[:length] in matches.new.parts:
            below = known[length:]
            numbered = next((at for at, step in enumerate(below) if isinstance(step, int)), None)
            return finding.rule, finding.case, known if numbered is None else known[: length + numbered]
    return finding.rule, finding.case, known
