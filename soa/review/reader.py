"""A draft as somebody reads it who looks for what is good in it; what has been questioned is never praised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from soa.model.outcome import Action, Outcome
from soa.model.part import each, sound
from soa.review.naming import Naming

if TYPE_CHECKING:
    from soa.document.say import Say
    from soa.engine.check import Checked
    from soa.model.lookup import MeasureOf
    from soa.model.measure import Breakdown, Indicator, Target, TargetValue
    from soa.model.resources import Resource
    from soa.model.scalars import Moment
    from soa.source.places import Path

_EVEN_ADVICE = frozenset(("consultation-without-effect", "reactive-work-called-prevention", "pilot-without-decision"))
"""What these rules advise weighs against praise, too."""
_MANY = 3
"""So many outcomes are much for one post."""
_NOT_ABOUT_PEOPLE = frozenset(("process-only-targets", "vague-outcome", "activity-as-outcome"))


class Seen(NamedTuple):
    """Something good in a draft, and how good it is among others of its kind."""

    path: Path
    says: str
    words: str
    """Quoted from the draft."""
    outcome: str
    """The id of the outcome it belongs to; empty for the whole."""
    score: Decimal


class Held(NamedTuple):
    """A measure of an outcome about people or the place, with its targets; nothing was found in it."""

    at: Path
    """Where the outcome stands."""
    outcome: Outcome
    measure: MeasureOf
    target: Target | None


class Climb(NamedTuple):
    """How far a measure is to move."""

    start: Decimal
    last: TargetValue
    share: Decimal
    """As a share of where it starts; for a percentage that is to rise, of what is left to 100, if that is less."""


class Reader:
    """Reads one draft."""

    def __init__(self, checked: Checked, naming: Naming) -> None:
        self.naming, self.lookup, self.agreement = naming, naming.lookup, naming.agreement
        self.outcomes = [(path, one) for path, one in self.lookup.all(Outcome) if one.state != "stopped"]
        self.raised: set[str] = set()
        """The rules that found something, advice left out."""
        self.named: set[str] = set()
        """The ids of engagement that findings list."""
        self._questioned: dict[Path, set[str]] = {}
        self._within: set[Path] = set()
        for finding in (*checked.findings, *checked.silenced):
            if finding.severity == "advice" and finding.rule not in _EVEN_ADVICE:
                continue
            self._questioned.setdefault(finding.path, set()).add(finding.rule)
            self.raised.add(finding.rule)
            self._within.update(finding.path[:length] for length in range(len(finding.path) + 1))
            if finding.rule == "consultation-without-effect":
                self.named.update(finding.message.rpartition(": ")[2].split(", "))

    @cached_property
    def say(self) -> Say:
        """Says figures and dates."""
        from soa.document.labels import labels_for
        from soa.document.say import Say

        return Say(labels_for("single-outcome-agreement"))

    # ---- what was questioned ---------------------------------------------------------------------------------------

    def is_sound(self, path: Path) -> bool:
        """Whether nothing was found at a place or below it."""
        return path not in self._within

    def rules_at(self, path: Path) -> set[str]:
        """The rules that found something at this very place."""
        return self._questioned.get(path, set())

    def is_about_people(self, path: Path, outcome: Outcome) -> bool:
        """Whether an outcome's words say a change, and not all its measures are of work."""
        found = self.rules_at((*path, "when")) | self.rules_at((*path, "what", "statement"))
        return found.isdisjoint(_NOT_ABOUT_PEOPLE) and sound(outcome.what) and sound(outcome.what.statement)

    def is_answered_for(self, path: Path, outcome: Outcome) -> bool:
        """Whether one partner, by a post, answers for an outcome, and nothing was found there."""
        whom = outcome.by_whom
        there = sound(whom) and sound(whom.post) and bool(whom.post) and bool(self.naming.of_partner(whom.lead))
        return there and self.is_sound((*path, "by_whom"))

    def answers_for_most(self, outcome: Outcome) -> bool:
        """Whether the post that answers for an outcome answers for half of all outcomes or more, and for three at least."""
        whom = outcome.by_whom
        post = (whom.employer if sound(whom.employer) else whom.lead, str(whom.post).lower())
        number = sum(
            1
            for _, one in self.outcomes
            if sound(one.by_whom)
            and (
                one.by_whom.employer if sound(one.by_whom.employer) else one.by_whom.lead,
                str(one.by_whom.post).lower(),
            )
            == post
        )
        return number >= _MANY and 2 * number >= len(self.outcomes)

    # ---- parts -----------------------------------------------------------------------------------------------------

    def measures(self) -> Iterator[Held]:
        """Every measure about people or the place in which nothing was found, nor in its targets."""
        for path, outcome in self.outcomes:
            if not self.is_about_people(path, outcome):
                continue
            for measure in self.lookup.measures_of(outcome):
                indicator = measure.indicator
                ref = str(indicator.id)
                clean = self.is_sound(measure.path) and self.is_sound(_target_at(path, outcome, ref))
                named = sound(indicator.name) and indicator.kind == "outcome" and not sound(indicator.not_yet)
                if clean and named:
                    yield Held(path, outcome, measure, self.lookup.target(ref, outcome))

    def actions(self) -> Iterator[tuple[Path, Action, Outcome | None]]:
        """Every action with an owner that is still to be done or under way, and in which nothing was found."""
        for path, action, outcome in self.lookup.all_actions:
            told = sound(action.action) and self.naming.of_partner(action.owner) and action.state != "stopped"
            if told and self.is_sound(path):
                yield path, action, outcome

    def lines(self) -> Iterator[tuple[Path, Resource]]:
        """Every line of money, people or time that a partner gives, in which nothing was found."""
        for index, line in enumerate(each(self.agreement.resources)):
            path: Path = ("resources", index)
            if sound(line) and self.naming.of_partner(line.partner) and self.is_sound(path):
                yield path, line

    # ---- words -----------------------------------------------------------------------------------------------------

    def outcome_at(self, path: Path) -> str:
        """The id of the outcome that a place belongs to; empty for the whole."""
        outcome = self.naming.outcome(path)
        return str(outcome.id) if outcome is not None else ""

    def day(self, moment: Moment) -> str:
        """`on 31 March 2014`, `in 2013/14`."""
        return f"{'on' if moment.form == 'day' else 'in'} {self.say.moment(moment)}"


def climb_of(indicator: Indicator, held: Breakdown | Target | None) -> Climb | None:
    """How far a measure, or a part of it, is to move the better way; None where that cannot be said."""
    from soa.document.figures import reach
    from soa.document.say import is_share, unit_of
    from soa.model.measure import Target

    if held is None:
        return None
    whole: Indicator | Breakdown = indicator if isinstance(held, Target) else held
    values = each(held.values if isinstance(held, Target) else held.targets)
    last = values[-1] if values else None
    baseline: Any = whole.baseline
    if last is None or not sound(last) or not sound(last.period) or not sound(baseline) or not sound(baseline.value):
        return None
    start, end = baseline.value, reach(last, whole)
    if end is None or start <= 0 or baseline.suppressed is True or indicator.direction not in {"up", "down"}:
        return None
    moved = end - start if indicator.direction == "up" else start - end
    share = is_share(unit_of(indicator).strip().lower())
    if share and end > Decimal(100):
        return None
    room = start
    if indicator.direction == "up" and share:
        room = min(start, max(Decimal(100) - start, Decimal(1)))
    return Climb(start, last, moved / room) if moved > 0 else None


def _target_at(path: Path, outcome: Outcome, ref: str) -> Path:
    """Where an outcome sets the targets of a measure."""
    targets = each(outcome.when.targets)
    found = next((index for index, one in enumerate(targets) if sound(one) and one.indicator == ref), -1)
    return (*path, "when", "targets", found)
