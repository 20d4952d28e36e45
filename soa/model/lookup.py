"""Finding things in an agreement: parts by type with their paths, and what an id refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from soa.model.address import Addresses
from soa.model.agreement import Agreement
from soa.model.measure import Indicator, Target
from soa.model.outcome import Action, Outcome, Priority
from soa.model.part import HOLE, MISSING, Part, each, sound
from soa.model.partners import Engagement, Evidence, Locality, Partner, Plan, Service
from soa.model.resources import Resource
from soa.model.review import Round
from soa.source.places import Path

P = TypeVar("P", bound=Part)

NO_ROUNDS: Mapping[str, Round] = {}

_WORD = re.compile(r"\w+")


class Found(NamedTuple):
    """A part and where it stands."""

    path: Path
    part: Part


class MeasureOf(NamedTuple):
    """An indicator as an outcome (or the shared list) holds it."""

    path: Path
    indicator: Indicator
    outcome: Outcome | None
    """None for a shared indicator."""


def walk(part: Part, path: Path = ()) -> Iterator[Found]:
    """A part and every part below it, in the order of the file; holes are passed over."""
    yield Found(path, part)
    given_here = part.model_fields_set
    for name, value in part.__dict__.items():  # the set itself has another order in each run
        if name not in given_here:
            continue
        if isinstance(value, Part):
            yield from walk(value, (*path, name))
        elif type(value) is tuple:
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(item, (*path, name, index))


class Lookup:
    """Every part of one agreement, by type and by id. Built once, asked by the rules and the document."""

    def __init__(self, agreement: Agreement, rounds: Mapping[str, Round] = NO_ROUNDS) -> None:
        self.agreement = agreement
        self.rounds = rounds
        """The rounds of review beside it, by the name of their file."""

    @cached_property
    def by_type(self) -> dict[type[Part], list[Found]]:
        """All parts, by their type, in the order of the file."""
        parts: dict[type[Part], list[Found]] = {}
        for found in walk(self.agreement):
            parts.setdefault(type(found.part), []).append(found)
        for name, one in self.rounds.items():
            for found in walk(one, (name,)):
                parts.setdefault(type(found.part), []).append(found)
        return parts

    def all(self, kind: type[P]) -> list[tuple[Path, P]]:
        """Every part of one type with its path."""
        return [(found.path, found.part) for found in self.by_type.get(kind, []) if isinstance(found.part, kind)]

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of its parts."""
        return Addresses(self.agreement)

    @cached_property
    def partners(self) -> dict[str, Partner]:
        """Partners by id."""
        return _by_id(self.all(Partner))

    @cached_property
    def priorities(self) -> dict[str, Priority]:
        """Priorities by id."""
        return _by_id(self.all(Priority))

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Outcomes by id."""
        return _by_id(self.all(Outcome))

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Evidence by id."""
        return _by_id(self.all(Evidence))

    @cached_property
    def engagement(self) -> dict[str, Engagement]:
        """Engagement by id."""
        return _by_id(self.all(Engagement))

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """Other plans by id."""
        return _by_id(self.all(Plan))

    @cached_property
    def localities(self) -> dict[str, Locality]:
        """Localities by id."""
        return _by_id(self.all(Locality))

    def localities_named(self, text: str) -> dict[str, str]:
        """The names of localities, or of their parts, that stand in a text, in small letters, each with the locality's id."""
        if not self._locality_names:
            return {}
        words = _WORD.findall(text.lower())
        return {
            " ".join(name): locality
            for place, word in enumerate(words)
            for name, locality in self._locality_names.get(word, ())
            if tuple(words[place : place + len(name)]) == name
        }

    @cached_property
    def _locality_names(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """By its first word each name of a locality or of one of its parts, as words, with the locality's id."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for locality in self.localities.values():
            for name in (locality.name, *each(locality.made_of)):
                if sound(name) and (words := tuple(_WORD.findall(name.lower()))):
                    found.setdefault(words[0], []).append((words, str(locality.id)))
        return found

    @cached_property
    def services(self) -> dict[str, Service]:
        """Services by id."""
        return _by_id(self.all(Service))

    @cached_property
    def measures(self) -> dict[str, MeasureOf]:
        """Indicators by the way they are written elsewhere: `falls.admissions`, or the id alone for a shared one."""
        measures: dict[str, MeasureOf] = {}
        for index, indicator in enumerate(each(self.agreement.indicators)):
            if sound(indicator) and sound(indicator.id):
                measures.setdefault(indicator.id, MeasureOf(("indicators", index), indicator, None))
        for path, outcome in self.all(Outcome):
            for index, indicator in enumerate(outcome.what.indicators):
                if sound(indicator.id):
                    measures.setdefault(
                        f"{outcome.id}.{indicator.id}",
                        MeasureOf((*path, "what", "indicators", index), indicator, outcome),
                    )
        return measures

    def measure(self, ref: str, outcome: Outcome | None = None) -> MeasureOf | None:
        """The indicator that a reference means, read from inside an outcome or from elsewhere: its own first, then a shared one."""
        if outcome is not None and (own := self.measures.get(f"{outcome.id}.{ref}")):
            return own
        return self.measures.get(ref)

    def measures_of(self, outcome: Outcome) -> list[MeasureOf]:
        """The indicators of an outcome in their order, each `use` resolved; what cannot be resolved is left out."""
        found = (
            self.measure(indicator.use) if sound(indicator.use) else self.measure(indicator.id, outcome)
            for indicator in outcome.what.indicators
            if sound(indicator)
        )
        return [measure for measure in found if measure is not None]

    def target(self, ref: str, outcome: Outcome) -> Target | None:
        """The targets an outcome sets for one of its indicators."""
        for target in each(outcome.when.targets):
            if sound(target) and target.indicator == ref:
                return target
        return None

    @cached_property
    def actions(self) -> dict[str, tuple[Path, Action, Outcome | None]]:
        """Actions that have an id, as written elsewhere: `falls.classes`, or the id alone for the prevention plan's own."""
        actions: dict[str, tuple[Path, Action, Outcome | None]] = {}
        for path, action, outcome in self.all_actions:
            if sound(action.id):
                actions.setdefault(f"{outcome.id}.{action.id}" if outcome else action.id, (path, action, outcome))
        return actions

    @cached_property
    def all_actions(self) -> list[tuple[Path, Action, Outcome | None]]:
        """Every action, in an outcome or of the prevention plan itself (outcome None)."""
        actions: list[tuple[Path, Action, Outcome | None]] = []
        for path, outcome in self.all(Outcome):
            actions += [
                ((*path, "how", index), action, outcome) for index, action in enumerate(outcome.how) if sound(action)
            ]
        own = self.agreement.prevention.actions
        actions += [
            (("prevention", "actions", index), action, None) for index, action in enumerate(each(own)) if sound(action)
        ]
        return actions

    def bodies(self, names: Iterable[str]) -> set[str]:
        """Partners by id, each joint body replaced by those it is made of."""
        found: set[str] = set()
        for name in names:
            made_of = each(self.partners[name].made_of) if name in self.partners else ()
            found.update(made_of or (name,))
        return found

    def called(self, names: Iterable[str]) -> str:
        """Partners by the names people know them by, in the order of the alphabet; an id of nobody stays as it is."""
        known = self.partners
        return ", ".join(sorted(known[name].name or name if name in known else name for name in names))

    @cached_property
    def preventive_actions(self) -> list[tuple[Path, Action, Outcome | None]]:
        """The prevention plan's actions: those marked preventive, and its own."""
        return [
            (path, action, outcome)
            for path, action, outcome in self.all_actions
            if outcome is None or sound(action.preventive)
        ]

    @cached_property
    def preventive_resources(self) -> list[tuple[Path, Resource]]:
        """The prevention plan's spend: the resources marked preventive."""
        return [(path, resource) for path, resource in self.all(Resource) if resource.preventive is True]


def given(value: object) -> bool:
    """Whether a key was written at all, sound or not."""
    return value is not MISSING


def _by_id(parts: list[tuple[Path, P]]) -> dict[str, P]:
    found: dict[str, P] = {}
    for _, part in parts:
        name = getattr(part, "id", HOLE)
        if sound(name):
            found.setdefault(str(name), part)
    return found
