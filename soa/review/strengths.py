"""What is good in a draft, with the words that show it: only what the draft itself bears out, and no more than that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from soa.review import good_choices, good_figures, good_money, good_work
from soa.review.naming import Naming, full
from soa.review.questions import Spot
from soa.review.reader import Reader, Seen
from soa.rules._rule import Citation

if TYPE_CHECKING:
    from soa.engine.check import Checked
    from soa.source.places import Path

_OF_ONE_KIND = 2
"""So many strengths of one kind are told."""


class Strength(NamedTuple):
    """One real strength, and its evidence in the draft."""

    kind: str
    says: str
    words: str
    """Quoted from the draft."""
    spot: Spot
    source: Citation


class Kind(NamedTuple):
    """A kind of strength: how it is found, and who asks for it."""

    look: Callable[[Reader], Iterator[Seen]]
    source: Citation


_AUDIT = "Audit Scotland 2013"

KINDS: Mapping[str, Kind] = {
    "gap": Kind(good_figures.gaps, Citation(_AUDIT, "§14, §28")),
    "money": Kind(good_money.moved, Citation(_AUDIT, "§15, §29")),
    "target": Kind(good_figures.targets, Citation(_AUDIT, "§44, §75")),
    "voice": Kind(good_choices.voices, Citation(_AUDIT, "§56, §57")),
    "community": Kind(good_work.run_by_people, Citation(_AUDIT, "§56-§58")),
    "stops": Kind(good_work.stopping, Citation(_AUDIT, "§15, §29")),
    "lead": Kind(good_work.leads, Citation(_AUDIT, "§31, §38")),
    "proofs": Kind(good_figures.proofs, Citation(_AUDIT, "§15, §29")),
    "evaluation": Kind(good_work.evaluated, Citation("HMIC 2012", "1.7, 3.5")),
    "fund-ends": Kind(good_money.after_funds, Citation(_AUDIT, "§26, §49")),
    "share": Kind(good_money.shares, Citation(_AUDIT, "§15, §29")),
    "first-year": Kind(good_work.first_years, Citation(_AUDIT, "§19, §36")),
    "locality": Kind(good_figures.localities, Citation(_AUDIT, "§28, §58")),
    "added-value": Kind(good_choices.joined_up, Citation(_AUDIT, "§12, §26")),
    "left-out": Kind(good_choices.left_out, Citation(_AUDIT, "§12, §42")),
    "not-yet": Kind(good_choices.honest, Citation(_AUDIT, "§27, §53")),
    "alignment": Kind(good_choices.aligned, Citation(_AUDIT, "§19, §61")),
}
"""Best first."""


def strengths_of(checked: Checked) -> tuple[Strength, ...]:
    """The strengths of a draft, best first, those of different kinds and outcomes first; there may be none."""
    if checked.agreement is None:
        return ()
    reader = Reader(checked, Naming(checked.agreement))
    left = {name: sorted(kind.look(reader), key=lambda seen: -seen.score) for name, kind in KINDS.items()}
    told: list[tuple[str, Seen]] = []
    for _ in range(_OF_ONE_KIND):
        for name, seen in left.items():
            best = _best(seen, [one for _, one in told])
            if best is not None:
                told.append((name, best))
    return tuple(
        Strength(name, full(one.says), one.words, _spot(checked, reader, one.path), KINDS[name].source)
        for name, one in told
    )


def _best(seen: list[Seen], told: list[Seen]) -> Seen | None:
    """The best of a kind that is not told yet, of an outcome of which least has been told."""
    outcomes = [one.outcome for one in told]
    paths = {one.path for one in told}
    fresh = [one for one in seen if one.path not in paths]
    return min(fresh, key=lambda one: outcomes.count(one.outcome) if one.outcome else 0, default=None)


def _spot(checked: Checked, reader: Reader, path: Path) -> Spot:
    return Spot(path, reader.naming.addresses.of(path), checked.source.head(path))
