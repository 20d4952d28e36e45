"""Many agreements gathered into one portfolio: the newest of each area, earlier rounds beside it, never mixed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple

from soa.portfolio.commitments import Alike, Promised, Undertakings
from soa.portfolio.facts import Entry, Facts, GapFacts, Said, Trouble, YearFacts, from_json, to_json
from soa.portfolio.indicators import Comparison, Measured, Measures, Refusal
from soa.portfolio.practice import Weakness, Weaknesses
from soa.portfolio.words import files_for
from soa.reference import areas
from soa.reference.near import plain

QUESTIONS: Final = ("what", "how", "by_whom", "when")
_STATUSES: Final = ("draft", "consultation", "submitted", "agreed", "under-review", "ended")
_NUMBER: Final = re.compile(r"(\d+)")


class Marks(NamedTuple):
    """For how many outcomes a question is answered, answered thinly, and not answered."""

    answered: int
    thin: int
    missing: int

    @property
    def total(self) -> int:
        """Of all outcomes."""
        return sum(self)


class Plan(NamedTuple):
    """One agreement as the tables show it, and all its facts, packed until a page wants them."""

    root: str
    title: str
    kind: str
    starts: str
    ends: str
    status: str
    version: int
    fictional: bool
    marks: tuple[Marks, ...]
    """For each of QUESTIONS."""
    proofs: tuple[tuple[str, Said], ...]
    led: tuple[int, int, int, int]
    """Outcomes led by the council, by the health board, by another partner, by nobody."""
    gaps: tuple[int, tuple[GapFacts, ...]]
    """How many outcomes have a measure of a gap, and the measures."""
    money: tuple[int, int, int]
    """All money that is stated, what of it is firm, and what of it is preventive; in pounds."""
    first_year: YearFacts | None
    """The first year for which money is stated."""
    years: tuple[str, ...]
    """The years for which money is stated."""
    digest: str
    unread: tuple[str, ...]
    """Why it was read only in part."""
    packed: bytes

    @property
    def outcomes(self) -> int:
        """How many there are."""
        return self.marks[0].total

    @property
    def facts(self) -> Facts:
        """All of its facts."""
        entry = from_json(zlib.decompress(self.packed))
        assert isinstance(entry, Facts)
        return entry


class AreaPlans(NamedTuple):
    """An area with its newest agreement, and those before it, newest first."""

    name: str
    code: str
    file: str
    """Of its page, without an ending."""
    current: Plan
    earlier: tuple[Plan, ...]


class Portfolio(NamedTuple):
    """What the pages print: areas in the order of the alphabet, and what only all of them together show."""

    areas: tuple[AreaPlans, ...]
    troubles: tuple[Trouble, ...]
    """Of folders whose agreement could not be read."""
    weaknesses: tuple[Weakness, ...]
    comparisons: tuple[Comparison, ...]
    refusals: tuple[Refusal, ...]
    alike: tuple[Alike, ...]
    measured: Measured
    promised: Promised

    @property
    def agreements(self) -> int:
        """How many could be read, earlier rounds included."""
        return sum(1 + len(area.earlier) for area in self.areas)

    @property
    def in_part(self) -> tuple[Trouble, ...]:
        """The folders whose agreement was read only in part, and why; what could be read of it is looked at."""
        plans = (plan for area in self.areas for plan in (area.current, *area.earlier))
        return tuple(sorted(Trouble(plan.root, plan.unread) for plan in plans if plan.unread))


def gather(entries: Iterable[Entry]) -> Portfolio:
    """Gather what is known of many agreements; each is packed as it comes, so that thousands fit into memory."""
    troubles: list[Trouble] = []
    found: dict[tuple[str, bool], tuple[str, str, list[Plan]]] = {}
    for entry in entries:
        if isinstance(entry, Trouble):
            troubles.append(entry)
            continue
        name = entry.area or entry.title or entry.root
        key = (plain(name), entry.fictional)
        found.setdefault(key, (name, entry.code, []))[2].append(_plan(entry))
    in_order = sorted(found.values(), key=lambda one: (plain(one[0]), one[2][0].fictional, one[0]))
    files = files_for("area", [name for name, _, _ in in_order])
    every = tuple(
        AreaPlans(name, code, file, *_newest_first(plans))
        for (name, code, plans), file in zip(in_order, files, strict=True)
    )
    return _together(every, tuple(sorted(troubles)))


def _together(every: tuple[AreaPlans, ...], troubles: tuple[Trouble, ...]) -> Portfolio:
    """What only shows when the newest agreements of all areas are looked at side by side."""
    weaknesses, measures, undertakings = Weaknesses(), Measures(_families()), Undertakings()
    for area in every:
        facts = area.current.facts
        weaknesses.add(area.name, area.file, facts)
        measures.add(area.name, area.file, facts)
        undertakings.add(area.name, area.file, facts)
    comparisons, refusals = measures.compared()
    return Portfolio(
        every,
        troubles,
        weaknesses.found(),
        comparisons,
        refusals,
        undertakings.alike(),
        measures.measured(),
        undertakings.promised(),
    )


def _plan(facts: Facts) -> Plan:
    led = [0, 0, 0, 0]
    for outcome in facts.outcomes:
        at = {"council": 0, "health-board": 1, "": 3}.get(outcome.led_by_kind, 2)
        led[at] += 1
    gaps = tuple(dict.fromkeys(gap for outcome in facts.outcomes for gap in outcome.gaps))
    return Plan(
        root=facts.root,
        title=facts.title,
        kind=facts.kind,
        starts=facts.starts,
        ends=facts.ends,
        status=facts.status,
        version=facts.version,
        fictional=facts.fictional,
        marks=tuple(_marks(getattr(outcome, name) for outcome in facts.outcomes) for name in QUESTIONS),
        proofs=tuple((proof.name, proof.said) for proof in facts.proofs),
        led=(led[0], led[1], led[2], led[3]),
        gaps=(sum(bool(outcome.gaps) for outcome in facts.outcomes), gaps),
        money=(
            sum(year.total for year in facts.money),
            sum(year.firm for year in facts.money),
            sum(year.preventive for year in facts.money),
        ),
        first_year=next((year for year in facts.money if year.total > 0), None),
        years=tuple(year.year for year in facts.money),
        digest=facts.digest,
        unread=facts.unread,
        packed=zlib.compress(to_json(facts)),
    )


def _marks(answers: Iterable[Said]) -> Marks:
    found = [answer.mark for answer in answers]
    return Marks(found.count("answered"), found.count("thin"), found.count("missing"))


def _newest_first(plans: list[Plan]) -> tuple[Plan, tuple[Plan, ...]]:
    """The newest plan of an area, and those before it."""
    newest, *rest = sorted(plans, key=_age, reverse=True)
    return newest, tuple(rest)


def _age(plan: Plan) -> tuple[object, ...]:
    """How new a plan is: by its first day, its version, how far it has come, and last by its folder's name, `round-10` after `round-9`."""
    stage = _STATUSES.index(plan.status) if plan.status in _STATUSES else -1
    name = tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _NUMBER.split(plan.root))
    return plan.starts, plan.version, stage, name


def _families() -> dict[str, tuple[int, int]]:
    """The benchmarking families of each council area, by its code: for services to people, and for the others."""
    return {area.code: (area.family_people, area.family_other) for area in areas()}
